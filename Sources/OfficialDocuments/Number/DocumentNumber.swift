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

    public var family: Family
    /// Digits with an optional letter, as written: `05`, `24`, `66.20`.
    public var serial: String
    /// Canonical type code (`CT`, `NQ`, `QĐ`); `nil` for letters and the National Assembly.
    public var type: String?
    /// Canonical issuer code or codes as printed behind the type: `TU`, `UBND`, `TTg`, `BTC-BKH&ĐT-BTTTT`, `QH15`.
    public var issuer: String
    /// The year that is part of the number itself.
    public var year: Int?

    public init(family: Family, serial: String, type: String?, issuer: String, year: Int?) {
        self.family = family
        self.serial = serial
        self.type = type
        self.issuer = issuer
        self.year = year
    }
}
