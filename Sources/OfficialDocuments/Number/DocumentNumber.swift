/// The number of an official document, read into its parts.
///
/// A number is not a key: many documents share one (see `DocumentCatalogue`). Equality compares the parts as
/// written in canonical form; use `key` to look documents up.
public struct DocumentNumber: Hashable, Sendable {
    /// Who numbers, and therefore how the number is written and when its counter restarts.
    public enum Family: String, Sendable, CaseIterable {
        /// `24-CT/TU`: serial-TYPE/ISSUER, restarts for each type and committee term.
        case party
        /// `37/KH-UBND`: serial/TYPE-ISSUER, restarts yearly.
        case administrative
        /// `4912/UBND-NC`: a công văn, which has no type code; restarts yearly.
        case letter
        /// `30/2020/NĐ-CP`: carries its year.
        case normative
        /// `10/2022/QH15`: carries its year and the term of the assembly.
        case assembly
        /// `91/HD-MTTW-BTT`, `367-QĐ/TWĐTN-VP`: Mặt trận Tổ quốc and the mass organisations.
        case organisation
        /// `19/2012/TTLT-BTC-BKH&ĐT-BTTTT`: several issuers together.
        case joint
        /// `05-CP`, `64 TC/TCT`, `133/HĐBT`: forms no longer issued.
        case legacy
    }

    /// What stands between the parts of a number.
    public enum Separators: String, Sendable {
        /// `24-CT/TU`, the Party's way (Hướng dẫn 36-HD/VPTW).
        case party
        /// `37/KH-UBND`, the State's way (Nghị định 30/2020/NĐ-CP).
        case state
        /// `19/2008/NQLT/CP-UBTUMTTQVN`.
        case slashes
        /// `05-CP`: a hyphen before a single code; of legacy numbers.
        case hyphen
        /// `64TC/TCT`: nothing behind the serial; of legacy numbers.
        case none
    }

    /// Who numbers.
    public var family: Family
    /// Digits with an optional letter, as written: `05`, `24`, `66.20`.
    public var serial: String
    /// Canonical type code (`CT`, `NQ`, `QĐ`); `nil` for letters, the National Assembly and most legacy numbers.
    public var type: String?
    /// The class of `type`: what codes that are written one for another share (QĐ for Party QyĐ and QĐi).
    public var typeClass: String?
    /// Canonical issuer code or codes as printed behind the type: `TU`, `UBND`, `TTg`, `BTC-BKH&ĐT-BTTTT`, `QH15`.
    public var issuer: String
    /// The year that is part of the number itself, as written (two digits in some of the 1990s).
    public var year: Int?
    /// What stands between the parts.
    public var separators: Separators

    /// `separators` may be left out: the Party's for `party`, the State's for every other family; so may `typeClass` where
    /// the type is its own class.
    public init(
        family: Family,
        serial: String,
        type: String?,
        typeClass: String? = nil,
        issuer: String,
        year: Int?,
        separators: Separators? = nil
    ) {
        self.family = family
        self.serial = serial
        self.type = type
        self.typeClass = typeClass ?? type
        self.issuer = issuer
        self.year = year
        self.separators = separators ?? (family == .party ? .party : .state)
    }

    /// The year in four digits.
    var fullYear: Int? { year.map { $0 < 100 ? 1900 + $0 : $0 } }

    /// What two ways of writing the number have in common.
    public var key: NumberKey { NumberKey(self) }

    /// Reads a whole number, in any spelling that running text may hold; `nil` if `text` is anything else or more.
    ///
    /// `isVariant` tells that `text` is not the canonical spelling.
    public static func parse(
        _ text: String,
        with knowledge: Knowledge
    ) -> (number: DocumentNumber, isVariant: Bool)? {
        let bytes = Array(text.utf8)
        let grammar = NumberGrammar(knowledge)
        guard let shape = grammar.shape(in: ByteText(bytes), at: 0), shape.end == bytes.count,
            let reading = grammar.classify(shape, head: .trusted)
        else { return nil }
        return (reading.number, !reading.deviations.isEmpty)
    }
}

extension DocumentNumber: CustomStringConvertible {
    /// The canonical spelling: no spaces, separators as the family prescribes, the serial as written.
    public var description: String {
        let years = year.map { $0 < 10 ? "0\($0)/" : "\($0)/" } ?? ""
        // As much as is known of "Thông tư 76/2024".
        if issuer.isEmpty { return "\(serial)/\(years)\(type ?? "")" }
        guard let type else {
            switch separators {
            case .party, .hyphen: return "\(serial)-\(years)\(issuer)"
            case .none: return "\(serial)\(issuer)"
            case .state, .slashes: return "\(serial)/\(years)\(issuer)"
            }
        }
        switch separators {
        case .party, .hyphen: return "\(serial)-\(years)\(type)/\(issuer)"
        case .state: return "\(serial)/\(years)\(type)-\(issuer)"
        case .slashes: return "\(serial)/\(years)\(type)/\(issuer)"
        case .none: return "\(serial)\(type)/\(issuer)"
        }
    }
}
