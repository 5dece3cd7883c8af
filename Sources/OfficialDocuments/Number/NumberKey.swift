/// What two ways of writing one number have in common: for looking documents up.
///
/// Leading zeros, separators, letter case, lost bars and the choice among the codes of one type class (Party QĐ, QyĐ,
/// QĐi) are folded away. A key is not an identity: many documents share one.
public struct NumberKey: Hashable, Sendable, Comparable {
    /// `24|CT|TU|`: serial, type class, issuer, year.
    public let text: String

    init(_ number: DocumentNumber) {
        var serial = Substring(number.serial.lowercased())
        while serial.count > 1, serial.first == "0", serial.dropFirst().first?.isNumber == true { serial.removeFirst() }
        let typeClass = number.typeClass?.uppercased() ?? ""
        var issuer = ""
        for scalar in number.issuer.uppercased().unicodeScalars {
            switch scalar {
            case "/", ".", "-": issuer.unicodeScalars.append("-")
            case "Ư": issuer.unicodeScalars.append("U")
            case "Đ": issuer.unicodeScalars.append("D")
            case "&": continue
            default: issuer.unicodeScalars.append(scalar)
            }
        }
        let year = number.fullYear.map { "\($0)" } ?? ""
        text = "\(serial)|\(typeClass)|\(issuer)|\(year)"
    }

    /// By text: an order without meaning, the same everywhere.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
