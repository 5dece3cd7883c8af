/// The place an issuer phrase names.
public enum StatedPlace: Hashable, Sendable {
    /// No place: "Bộ Chính trị".
    case none
    /// Only its kind: "Ban Thường vụ Tỉnh ủy", "UBND thị xã".
    case unit(AdministrativeUnit)
    /// Places of the gazetteer that go by the name; usually one, sorted.
    case places([Locality.ID])
    /// A name the gazetteer does not have, as written: "huyện Đơn Dương".
    case unknown(String)
}

extension Localities {
    /// Reads the place out of an issuer phrase or any short phrase that names one.
    ///
    /// "Ban Thường vụ Tỉnh ủy Lâm Đồng" names `lam-dong`; "UBND thị xã Phước Long, tỉnh Bình Phước" names the town, and
    /// the province only helps to tell it from another Phước Long. The kind must fit: "huyện Lâm Đồng" is no province,
    /// and a central city of 2025 is not meant by a phrase of 2020 (`date`, where known).
    public func place(in phrase: String, on date: PartialDate? = nil) -> StatedPlace {
        let mentions = PlaceMention.read(PhraseWord.words(of: phrase), in: self, on: date)
        guard var first = mentions.first else { return .none }
        if first.name.isEmpty {
            // "Tỉnh ủy - UBND tỉnh Bình Định": the name is said once, after the last.
            guard let named = mentions.first(where: { $0.unit == first.unit && !$0.name.isEmpty }) else {
                return .unit(first.unit ?? .province)
            }
            first = named
        }
        var places = first.places
        if places.count > 1 {
            for outer in mentions.dropFirst() where !outer.places.isEmpty {
                let inside = places.filter { place in
                    outer.places.contains { covers($0.id, place.id) }
                }
                if !inside.isEmpty { places = inside }
            }
        }
        if places.isEmpty {
            return .unknown([first.unit?.rawValue, first.name].compactMap { $0 }.joined(separator: " "))
        }
        return .places(places.map(\.id))
    }
}

/// One place named in a phrase.
private struct PlaceMention {
    var unit: AdministrativeUnit?
    /// Words of the name, as read; empty where only the kind is said.
    var name: String
    var places: [Locality]

    /// The mentions in `words`, in reading order.
    static func read(_ words: [PhraseWord], in localities: Localities, on date: PartialDate?) -> [PlaceMention] {
        var mentions: [PlaceMention] = []
        var index = 0
        while index < words.count {
            if let (unit, count) = AdministrativeUnit.read(words, at: index) {
                let start = index + count
                let (places, length) = longest(words, at: start, in: localities) {
                    $0.goes(by: unit) && $0.existed(by: date)
                }
                let end = length > 0 ? start + length : endOfName(words, from: start)
                let name = words[start..<end].map(\.exact).joined(separator: " ")
                mentions.append(PlaceMention(unit: unit, name: name, places: places))
                index = max(end, start)
            } else if words[index].isCapital {
                let (places, length) = longest(words, at: index, in: localities) {
                    $0.level == .province && !namesPerson($0) && $0.existed(by: date)
                }
                if length > 0 {
                    let name = words[index..<index + length].map(\.exact).joined(separator: " ")
                    mentions.append(PlaceMention(unit: nil, name: name, places: places))
                }
                index += max(length, 1)
            } else {
                index += 1
            }
        }
        return mentions
    }

    /// The longest name of the gazetteer that starts at `start`, among places that fit, and its words.
    private static func longest(
        _ words: [PhraseWord],
        at start: Int,
        in localities: Localities,
        where fits: (Locality) -> Bool
    ) -> (places: [Locality], count: Int) {
        guard start < words.count, words[start].isCapital else { return ([], 0) }
        for count in stride(from: min(localities.longestName, words.count - start), to: 0, by: -1) {
            let places = localities.places(named: words[start..<start + count]).filter(fits)
            if !places.isEmpty { return (places, count) }
        }
        return ([], 0)
    }

    /// Where the run of capital words from `start` ends: the name of a place that is not known.
    private static func endOfName(_ words: [PhraseWord], from start: Int) -> Int {
        var end = start
        while end < words.count, words[end].isCapital, end == start || !words[end].followsBreak,
            !bodies.contains(words[end].folded), !lead.contains(words[end].exact),
            AdministrativeUnit.read(words, at: end) == nil
        {
            end += 1
        }
        return end
    }

    /// Short names of bodies, which follow a unit without being its name: "Tỉnh ủy - UBND".
    private static let bodies: Set<String> = ["ubnd", "hdnd", "mttq", "ubmttq", "bch", "btv", "tw", "tu"]

    /// Words that lead on to something else even with a capital: "Tỉnh ủy Về tăng cường …". No place begins with one.
    private static let lead: Set<String> = [
        "về", "khóa", "ngày", "tại", "theo", "ban", "số", "quyết", "chỉ", "nghị", "kết", "trong", "đã", "là", "việc",
        "nhiệm", "và",
    ]

    /// "Đoàn Thanh niên Cộng sản Hồ Chí Minh" names a person: the city needs its word before it.
    private static func namesPerson(_ place: Locality) -> Bool { place.id == "ho-chi-minh" }
}
