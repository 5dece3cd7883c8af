/// Types that one number, or one number and its type word, can stand for: Party QĐ is quyết định or quy định; bộ luật
/// is a luật.
enum TypeClass {
    /// The class of a type code, or of the word for a type.
    static func of(_ type: String) -> String {
        let types = DocumentTypes.standard
        return (types.type(code: type) ?? types.type(word: type))?.typeClass ?? type
    }
}
