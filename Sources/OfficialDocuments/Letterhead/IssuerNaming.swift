import Diagnostics
import VietnameseText

/// Names the issuer from the lines of a head: which lines are the body above it, which its own, and how it is spelt.
struct IssuerNaming {
    let localities: Localities
    let issuers: Issuers

    /// The name for front matter: "Sở Nội vụ tỉnh Khánh Hòa".
    ///
    /// - Parameters:
    ///   - lines: as the head has them, the body above first.
    ///   - body: the body named under the type ("Ban Thường vụ Tỉnh ủy"), which is nearer than the head.
    ///   - number: whose code has to agree.
    func name(_ lines: [LayoutLine], body: String?, number: DocumentNumber?) -> Letterhead.Reading<String> {
        let spelling = SentenceCase(localities: localities)
        let names = Self.units(lines).map {
            $0.contains { $0.isLowercase } && !LayoutLine($0).isShouted ? $0 : spelling.spell($0, isName: true)
        }
        guard var last = names.last else { return Letterhead.Reading(nil) }
        // "VĂN PHÒNG" under "BAN CHẤP HÀNH TRUNG ƯƠNG" has a name of its own: Văn phòng Trung ương Đảng.
        if let known = number.flatMap({ issuers.issuer(code: $0.issuer) }), !known.isLocal,
            let full = known.names.first, known.names.count == 1, Folding.fold(full).hasPrefix(Folding.fold(last) + " ")
        {
            last = full
        }
        var name = last
        let place = names.reversed().lazy.compactMap(placeName).first
        if let body { name = respelt(body, spelling) }
        if placeName(name) == nil, let place { name = joined(name, place) }
        return Letterhead.Reading(name, doubt: doubt(last, number))
    }

    private func respelt(_ body: String, _ spelling: SentenceCase) -> String {
        LayoutLine(body).isShouted ? spelling.spell(body, isName: true) : body.withCapital
    }

    /// "Ban Thường vụ Tỉnh ủy" and "tỉnh Khánh Hòa" are "Ban Thường vụ Tỉnh ủy Khánh Hòa".
    private func joined(_ name: String, _ place: (unit: AdministrativeUnit?, name: String)) -> String {
        if name.hasSuffix(" ủy") { return "\(name) \(place.name)" }
        guard let unit = place.unit, !Folding.fold(name).hasSuffix(Folding.fold(unit.rawValue)) else {
            return "\(name) \(place.name)"
        }
        return "\(name) \(unit.rawValue) \(place.name)"
    }

    /// The place a name of an office holds, and the word for its kind.
    private func placeName(_ name: String) -> (unit: AdministrativeUnit?, name: String)? {
        switch localities.place(in: name) {
        case .places(let ids): return ids.first.flatMap { localities[$0] }.map { ($0.unit, $0.name) }
        case .unknown(let written):
            let words = PhraseWord.words(of: written)
            guard let (unit, count) = AdministrativeUnit.read(words, at: 0) else { return (nil, written) }
            let tail = name.split(separator: " ").suffix(max(0, words.count - count)).joined(separator: " ")
            return tail.isEmpty ? nil : (unit, tail)
        case .none, .unit: return nil
        }
    }

    /// Lines joined to bodies: a line that begins with the word for an office begins one, any other goes on.
    private static func units(_ lines: [LayoutLine]) -> [String] {
        var units: [String] = []
        for line in lines {
            let goesOn =
                units.last.map { last in
                    ["VÀ", "CỦA", "-", "–", ","].contains { last.hasSuffix($0) }
                } ?? false
            if let last = units.indices.last, goesOn || !isOffice(line) {
                units[last] += " " + line.text
            } else {
                units.append(line.text)
            }
        }
        return units
    }

    /// A doubt where the code of the number does not fit the last body of the head.
    private func doubt(_ name: String, _ number: DocumentNumber?) -> Message? {
        guard let number else { return nil }
        let codes = number.issuer.split(separator: "-").map(String.init)
        let folded = Folding.fold(name)
        for code in codes {
            let names = issuers.issuer(code: code)?.names ?? []
            if names.contains(where: { folded.hasPrefix(Folding.fold($0)) || Folding.fold($0).hasSuffix(folded) }) {
                return nil
            }
            if Self.initials(name).contains(Folding.fold(code)) { return nil }
        }
        return Message(
            vi: "ký hiệu \(number.issuer) không cho thấy chắc là của “\(name)”",
            en: "the code \(number.issuer) does not plainly belong to “\(name)”")
    }

    /// The first letters of the words of a name, all of them and of its beginnings: "snv", "snvtk".
    private static func initials(_ name: String) -> Set<String> {
        var found: Set<String> = []
        for skipsAnd in [true, false] {
            var letters = ""
            for word in Folding.fold(name).split(whereSeparator: { !$0.isLetter }) where !(skipsAnd && word == "va") {
                letters += word.prefix(1)
                found.insert(letters)
            }
        }
        return found
    }

    /// Whether a line begins with the word for an office.
    static func isOffice(_ line: LayoutLine) -> Bool {
        offices.contains { line.opens(with: $0) }
    }

    /// Folded first words of the names of offices, as heads have them.
    private static let offices = [
        "uy ban", "ubnd", "hdnd", "hoi dong", "so", "bo", "ban", "van phong", "tinh uy", "huyen uy", "thanh uy",
        "thi uy", "quan uy", "dang uy", "dang bo", "dang doan", "chi bo", "cuc", "chi cuc", "tong cuc", "phong",
        "trung tam", "truong", "mat tran", "lien doan", "hoi", "cong doan", "cong ty", "tong cong ty", "thanh tra",
        "chinh phu", "thu tuong", "quoc hoi", "chu tich nuoc", "toa an", "vien", "cong an", "bo chi huy", "quan uy",
        "tinh doan", "doan thanh nien", "ban chap hanh", "lien hiep", "hoc vien", "kho bac", "ngan hang", "bao hiem",
        "dai", "bao", "to", "nha xuat ban", "ubmttq", "uy ban mttq", "bch",
    ]
}
