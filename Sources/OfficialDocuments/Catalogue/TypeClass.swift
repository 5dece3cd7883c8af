import VietnameseText

/// Types that one number can stand for: Party QĐ is quyết định or quy định; bộ luật is a luật.
enum TypeClass {
    /// The class of a type code or of the word for a type; empty for none.
    static func of(_ type: String) -> String {
        switch Folding.fold(type) {
        case "qd", "qyd", "qdi", "quyet dinh", "quy dinh": "qd"
        case "l", "bl", "luat", "bo luat": "luat"
        case "nq", "nghi quyet": "nq"
        case "ct", "chi thi": "ct"
        case "pl", "phap lenh": "pl"
        case let other: other
        }
    }
}
