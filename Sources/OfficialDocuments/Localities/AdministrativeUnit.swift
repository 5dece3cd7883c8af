/// A kind of place in the administration of Vietnam, as the word before its name says it.
public enum AdministrativeUnit: String, Sendable, CaseIterable {
    case province = "tỉnh"
    /// Centrally run (a province by level) or, until 2025, run by a province (a district by level).
    case city = "thành phố"
    case urbanDistrict = "quận"
    case ruralDistrict = "huyện"
    case town = "thị xã"
    case commune = "xã"
    case ward = "phường"
    case township = "thị trấn"
    case specialZone = "đặc khu"

    /// The levels a place with this word can stand on.
    public var levels: [Locality.Level] {
        switch self {
        case .province: [.province]
        case .city: [.province, .district]
        case .urbanDistrict, .ruralDistrict, .town: [.district]
        case .commune, .ward, .township, .specialZone: [.commune]
        }
    }
}

extension AdministrativeUnit {
    /// Words that name the unit or its Party committee or youth union, longest first; exact spelling in lower case.
    ///
    /// The order matters: "thị ủy" and "thị trấn" before nothing shorter, "tỉnh ủy" before "tỉnh".
    static let wordings: [(words: [String], unit: AdministrativeUnit)] = [
        (["tỉnh", "ủy"], .province), (["tỉnh", "đoàn"], .province),
        (["thành", "phố"], .city), (["thành", "ủy"], .city), (["thành", "đoàn"], .city),
        (["quận", "ủy"], .urbanDistrict), (["quận", "đoàn"], .urbanDistrict),
        (["huyện", "ủy"], .ruralDistrict), (["huyện", "đoàn"], .ruralDistrict),
        (["thị", "xã"], .town), (["thị", "ủy"], .town), (["thị", "đoàn"], .town),
        (["thị", "trấn"], .township), (["đặc", "khu"], .specialZone),
        (["tỉnh"], .province), (["tp"], .city), (["quận"], .urbanDistrict), (["huyện"], .ruralDistrict),
        (["xã"], .commune), (["phường"], .ward),
    ]

    /// The unit whose wording starts at `index` of `words`, and how many words it takes.
    ///
    /// Marks must be there ("quân", "tính" are other words), unless the word is written without any.
    static func read(_ words: [PhraseWord], at index: Int) -> (unit: AdministrativeUnit, count: Int)? {
        for (wording, unit) in wordings where index + wording.count <= words.count {
            var matches = true
            for (offset, expected) in wording.enumerated() where !words[index + offset].reads(expected) {
                matches = false
                break
            }
            if matches { return (unit, wording.count) }
        }
        return nil
    }
}
