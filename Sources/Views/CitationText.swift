import Content
import OfficialDocuments

/// A document as others cite it: type, number, date, issuer, what it is about, each said once.
///
/// For documents of the State the order and the date are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3: "Nghị định số
/// 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư". The Party parts number and date by a comma and
/// writes the date in digits, as its office does: "Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng". Titles as editors write them begin in many ways: with "Về", with the
/// type ("Kế hoạch thực hiện …"), with type and issuer ("Chỉ thị của Thủ tướng Chính phủ về …"), with what a decision puts
/// into force ("Quy chế …") or with a bare verb.
struct CitationText {
    /// What the page states. `type` is as readers see it: "Chỉ thị".
    var type: String?
    /// Whether the editor wrote the type, and not the number alone tells it.
    var isTypeStated = false
    var number: DocumentNumber?
    var date: PartialDate?
    var issuer: String?
    var title: String?
    /// What the site knows of types and issuers.
    var knowledge: Knowledge
    /// The words of the interface by key.
    var word: (String) -> String

    /// The citation; just the number where nothing else is known.
    var text: String {
        let opening = Opening(title ?? "", of: self)
        switch opening {
        case .about(let matter): return line([type ?? word(PageKind.document.word)] + middle() + [matter])
        case .typed(let type, let matter): return line([type] + middle() + [matter])
        case .named(let name):
            let issuer = issuer.flatMap { name.lowercased().contains($0.lowercased()) ? nil : $0 }
            if number != nil { return line([name] + middle(issuer: issuer)) }
            if issuer == nil && date == nil { return name }
            return line([
                word(issuer == nil ? "citeIssued" : "citeIssuedBy").replacing("{name}", with: name)
                    .replacing("{issuer}", with: whole(issuer) ?? "").replacing("{date}", with: dateText ?? "")
            ])
        }
    }

    private func line(_ parts: [String?]) -> String {
        parts.compactMap(\.self).flatMap { $0.split(separator: " ") }.joined(separator: " ")
    }

    private func middle() -> [String?] { middle(issuer: issuer) }

    private func middle(issuer: String?) -> [String?] {
        [
            number.map { "\(word("citeNumber")) \($0.description)\(isParty && date != nil ? "," : "")" }, dateText,
            whole(issuer).map { "\(word("citeIssuer")) \($0)" },
        ]
    }

    private var isParty: Bool { number?.family == .party }

    private var dateText: String? {
        guard let date else { return nil }
        let key = date.day != nil ? "citeDay" : date.month != nil ? "citeMonth" : "citeYear"
        return word(isParty && date.month != nil ? key + "Party" : key).replacing("{d}", with: date.dayText ?? "")
            .replacing("{m}", with: date.monthText ?? "")
            .replacing("{y}", with: String(date.year))
    }

    /// "UBND thị xã Phước Long" in full, as a document that cites has it.
    private func whole(_ issuer: String?) -> String? {
        guard let issuer, let code = issuer.split(separator: " ").first, code == code.uppercased(), code.count > 2,
            let names = knowledge.issuers.issuer(code: String(code))?.names, names.count == 1
        else { return issuer }
        return names[0] + issuer.dropFirst(code.count)
    }
}

/// How the title of a document goes on from its type, number and issuer.
private enum Opening {
    /// A matter behind any type: "về công tác văn thư", "quy định chi tiết …", "ban hành Quy chế …".
    case about(String?)
    /// The title names the type itself, more closely than the number: "Chương trình hành động" + "thực hiện …".
    case typed(String, String?)
    /// The title is a name that cannot be parted: "Quy chế làm việc của …", "Luật Đất đai".
    case named(String)

    /// Verbs by which a title goes on from the type without "về".
    private static let verbs = [
        "về", "quy định", "ban hành", "phê duyệt", "sửa đổi", "bổ sung", "bãi bỏ", "hủy bỏ", "thay thế", "đính chính",
        "hợp nhất", "hướng dẫn", "thực hiện", "triển khai", "thi hành", "cụ thể hóa", "công nhận", "công bố",
        "thông qua",
        "thành lập", "kiện toàn", "giao", "sơ kết", "tổng kết",
    ]

    /// What a decision puts into force.
    private static let enacted = ["quy chế", "quy định", "điều lệ", "kế hoạch", "chương trình"]

    /// Names that keep their capital in the middle of a sentence.
    private static let names = ["Đảng", "Mặt trận", "Nhà nước", "Quốc hội", "Chính phủ", "Nhân dân"]

    init(_ title: String, of citation: CitationText) {
        let title = Self.bare(title)
        let own = citation.type.flatMap { citation.knowledge.types.type(word: $0) }
        let ownClass = own?.typeClass ?? citation.number?.typeClass
        guard let (word, type) = Self.type(opening: title, types: citation.knowledge.types) else {
            self = .about(title.isEmpty ? nil : Self.matter(title, citation.word("citeAbout")))
            return
        }
        let rest = String(title.dropFirst(word.count).drop { $0 == " " })
        let isOwn =
            (ownClass ?? type.typeClass) == type.typeClass
            && (!citation.isTypeStated || citation.type?.lowercased() == word.lowercased())
        if isOwn {
            let matter = Self.withoutIssuer(rest, issuer: citation.issuer)
            self =
                matter.isEmpty || Self.verb(opening: matter) != nil
                    || (citation.issuer == nil && matter.hasPrefix("của ") && matter.contains(" về "))
                ? .typed(word, Self.lowered(matter)) : .named(title)
        } else if own?.words.first == "quyết định", Self.isEnacted(word, rest, by: citation) {
            self = .about("\(citation.word("citeEnacts")) \(title)")
        } else {
            self = .about(Self.matter(title, citation.word("citeAbout")))
        }
    }

    /// "Quy định chi tiết …" goes on as a verb; "Quy định về …" and what the Party calls one is a text of its own.
    private static func isEnacted(_ word: String, _ rest: String, by citation: CitationText) -> Bool {
        guard let kind = enacted.first(where: { word.lowercased().hasPrefix($0) }) else { return false }
        return kind != "quy định" || rest.hasPrefix("về") || citation.number?.family == .party
    }

    /// The title without quotation marks around it or a stop at its end; "V/v" in full.
    private static func bare(_ title: String) -> String {
        var title = title.split(separator: " ").joined(separator: " ")
        if title.hasPrefix("“"), title.hasSuffix("”"), title.dropFirst().firstIndex(of: "“") == nil {
            title = String(title.dropFirst().dropLast())
        }
        while title.hasSuffix(".") { title.removeLast() }
        if title.lowercased().hasPrefix("v/v ") { title = "về việc " + title.dropFirst(4) }
        return title
    }

    /// The longest type word that the title opens with, as written, and its type.
    private static func type(opening title: String, types: DocumentTypes) -> (String, DocumentType)? {
        let words = types.all.flatMap(\.words)
        let longest = words.filter { starts(title, with: $0) }.max { $0.count < $1.count }
        guard let longest, let type = types.type(word: longest) else { return nil }
        return (String(title.prefix(longest.count)), type)
    }

    private static func verb(opening text: String) -> String? { verbs.first { starts(text, with: $0) } }

    private static func starts(_ text: String, with word: String) -> Bool {
        guard text.prefix(word.count).lowercased() == word else { return false }
        let next = text.dropFirst(word.count).first
        return next == nil || next == " " || next == ","
    }

    /// What follows "của …" in a title that names the issuer, who is said before.
    private static func withoutIssuer(_ rest: String, issuer: String?) -> String {
        guard let issuer, rest.hasPrefix("của ") else { return rest }
        let named = rest.dropFirst("của ".count)
        if named.lowercased().hasPrefix(issuer.lowercased()) {
            return String(named.dropFirst(issuer.count).drop { $0 == " " })
        }
        let starts = verbs.compactMap { named.range(of: " \($0) ")?.lowerBound }
        return starts.min().map { String(named[$0...].drop { $0 == " " }) } ?? rest
    }

    private static func matter(_ title: String, _ about: String) -> String {
        verb(opening: title) != nil || starts(title, with: about) ? lowered(title) : "\(about) \(lowered(title))"
    }

    /// The text with a small first letter, unless it opens with a name or an abbreviation.
    private static func lowered(_ text: String) -> String {
        let words = text.split(separator: " ", maxSplits: 2)
        guard let first = words.first, !names.contains(where: text.hasPrefix) else { return text }
        if let verb = verb(opening: text) { return verb + text.dropFirst(verb.count) }
        let isAbbreviation = first.dropFirst().contains { $0.isUppercase }
        let isName = isAbbreviation || words.dropFirst().first?.first?.isUppercase == true
        return isName ? text : text.prefix(1).lowercased() + text.dropFirst()
    }
}
