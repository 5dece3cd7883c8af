import Diagnostics
import Markdown
import OfficialDocuments

/// Turns the entries of a front matter into a `PageHead`, by the schema.
struct HeadReader {
    private(set) var head = PageHead()
    private(set) var diagnostics: [Diagnostic] = []
    private let kind: PageKind

    init(_ entries: [YAMLValue.Entry], kind: PageKind) {
        self.kind = kind
        let keys = ContentSchema.keys(for: kind)
        for entry in entries {
            if let key = keys.first(where: { $0.name == entry.key }) {
                read(entry, as: key)
            } else {
                reportUnknown(entry, among: keys.map(\.name))
            }
        }
    }

    private mutating func read(_ entry: YAMLValue.Entry, as key: ContentSchema.Key) {
        switch key.shape {
        case .text, .locality, .reference:
            if let text = text(entry.value, of: entry.key) { set(text, entry.value.location, for: entry.key) }
        case .texts, .references: set(texts(entry.value, of: entry.key), for: entry.key)
        case .date: if let date = date(entry.value, of: entry.key) { set(date, for: entry.key) }
        case .flag:
            if let flag = flag(entry) { if entry.key == "draft" { head.isDraft = flag } else { head.isHidden = flag } }
        case .count:
            if let count = count(entry) { if entry.key == "term" { head.term = count } else { head.ordinal = count } }
        case .choice(let choices):
            if let text = text(entry.value, of: entry.key), choose(text, among: choices, entry) {
                set(text, entry.value.location, for: entry.key)
            }
        case .relations: readRelations(entry)
        case .sources: readSources(entry)
        case .results: readResults(entry)
        case .attachments: readAttachments(entry)
        }
    }

    // MARK: Where values go

    private mutating func set(_ text: String, _ location: SourceLocation, for key: String) {
        guard !text.isEmpty else { return }
        let located = Located(text, at: location)
        switch key {
        case "title": head.title = text
        case "summary": head.summary = text
        case "number": head.number = located
        case "type": head.type = located
        case "issuer": head.issuer = text
        case "locality": head.locality = located
        case "status": head.status = DocumentStatus(rawValue: text)
        case "signer": head.signer = text
        case "source": head.source = located
        case "theme": head.theme = text
        case "period": head.period = text
        case "form": head.form = text
        case "holder": head.holder = text
        case "field": head.field = text
        case "registered": head.registered = text
        case "recognised": head.recognised = text
        case "stage": head.stage = text
        case "level": head.level = text
        case "author": head.author = text
        case "publisher": head.publisher = text
        case "abbreviation": head.abbreviation = text
        case "expansion": head.expansion = text
        default: break
        }
    }

    private mutating func set(_ texts: [Located<String>], for key: String) {
        switch key {
        case "tags": head.tags = texts.map(\.value)
        case "topics": head.topics = texts.map(\.value)
        case "aliases": head.aliases = texts
        case "based-on": head.relations += texts.map { PageHead.StatedRelation(relation: .basedOn, reference: $0) }
        case "reviews": head.relations += texts.map { PageHead.StatedRelation(relation: .reviews, reference: $0) }
        default: break
        }
    }

    private mutating func set(_ date: PartialDate, for key: String) {
        switch key {
        case "date": head.date = date
        case "effective": head.effective = date
        case "expires": head.expires = date
        case "published": head.published = date
        case "updated": head.updated = date
        default: break
        }
    }

    // MARK: Shapes

    private mutating func text(_ value: YAMLValue, of key: String) -> String? {
        if let scalar = value.scalar { return scalar }
        report(
            value.location, "wrong-shape", vi: "khóa \(key) cần một giá trị chữ", en: "key \(key) takes a single text")
        return nil
    }

    private mutating func texts(_ value: YAMLValue, of key: String) -> [Located<String>] {
        value.elements.compactMap { element in text(element, of: key).map { Located($0, at: element.location) } }
    }

    private mutating func date(_ value: YAMLValue, of key: String) -> PartialDate? {
        guard let text = text(value, of: key), !text.isEmpty else { return nil }
        if let date = DateText.read(text) { return date }
        report(
            value.location,
            "impossible-date",
            vi: "\(key) không phải là ngày có thật: \(text)",
            en: "\(key) is not a real date: \(text)",
            suggestion: Message(vi: "viết ngày theo dạng 2018-02-27", en: "write the date as 2018-02-27")
        )
        return nil
    }

    private mutating func flag(_ entry: YAMLValue.Entry) -> Bool? {
        switch entry.value.scalar?.lowercased() {
        case "true", "yes", "có": return true
        case "false", "no", "không", "": return false
        default:
            report(
                entry.value.location, "wrong-shape", vi: "khóa \(entry.key) cần true hoặc false",
                en: "key \(entry.key) takes true or false")
            return nil
        }
    }

    private mutating func count(_ entry: YAMLValue.Entry) -> Int? {
        if let text = entry.value.scalar, let count = Int(text), (0...9999).contains(count) { return count }
        report(
            entry.value.location, "wrong-shape", vi: "khóa \(entry.key) cần một số nguyên",
            en: "key \(entry.key) takes a whole number")
        return nil
    }

    private mutating func choose(_ text: String, among choices: [String], _ entry: YAMLValue.Entry) -> Bool {
        if choices.contains(text) || text.isEmpty { return true }
        let list = choices.joined(separator: ", ")
        let closest = Spelling.closest(to: text, among: choices)
        report(
            entry.value.location,
            "unknown-value",
            vi: "\(entry.key) không có giá trị “\(text)”",
            en: "\(entry.key) has no value “\(text)”",
            suggestion: Message(
                vi: closest.map { "có phải là “\($0)”?" } ?? "chọn một trong: \(list)",
                en: closest.map { "did you mean “\($0)”?" } ?? "choose one of: \(list)"
            )
        )
        return false
    }

    // MARK: Mappings

    private mutating func readRelations(_ entry: YAMLValue.Entry) {
        for member in members(entry.value, of: .relations, in: entry.key) {
            guard let relation = Relation(rawValue: member.key) else { continue }
            head.relations += texts(member.value, of: member.key)
                .map { PageHead.StatedRelation(relation: relation, reference: $0) }
        }
    }

    private mutating func readSources(_ entry: YAMLValue.Entry) {
        for element in entry.value.elements {
            if let title = element.scalar {
                head.sources.append(PageHead.SourceArticle(title: title))
                continue
            }
            var source = PageHead.SourceArticle(title: "")
            for member in members(element, of: .sources, in: entry.key) {
                switch member.key {
                case "title": source.title = text(member.value, of: member.key) ?? ""
                case "portal": source.portal = text(member.value, of: member.key)
                case "url": source.url = text(member.value, of: member.key)
                case "date": source.date = date(member.value, of: member.key)
                default: break
                }
            }
            head.sources.append(source)
        }
    }

    private mutating func readResults(_ entry: YAMLValue.Entry) {
        for element in entry.value.elements {
            var result = PageHead.ModelResult(indicator: "", value: "")
            for member in members(element, of: .results, in: entry.key) {
                let value = text(member.value, of: member.key) ?? ""
                switch member.key {
                case "indicator": result.indicator = value
                case "value": result.value = value
                case "unit": result.unit = value
                default: break
                }
            }
            head.results.append(result)
        }
    }

    private mutating func readAttachments(_ entry: YAMLValue.Entry) {
        for element in entry.value.elements {
            if let path = element.scalar {
                head.attachments.append(PageHead.Attachment(path: Located(path, at: element.location)))
                continue
            }
            var title: String?
            var path: Located<String>?
            for member in members(element, of: .attachments, in: entry.key) {
                guard let value = text(member.value, of: member.key) else { continue }
                if member.key == "title" { title = value } else { path = Located(value, at: member.value.location) }
            }
            if let path { head.attachments.append(PageHead.Attachment(title: title, path: path)) }
        }
    }

    private mutating func members(_ value: YAMLValue, of shape: ContentSchema.Shape, in key: String) -> [YAMLValue
        .Entry]
    {
        let allowed = ContentSchema.members(of: shape)
        guard let entries = value.mapping else {
            if value.scalar?.isEmpty != true {
                let list = allowed.joined(separator: ", ")
                report(
                    value.location, "wrong-shape", vi: "khóa \(key) cần các mục: \(list)",
                    en: "key \(key) takes the entries: \(list)")
            }
            return []
        }
        return entries.filter { entry in
            if allowed.contains(entry.key) { return true }
            reportUnknown(entry, among: allowed)
            return false
        }
    }

    // MARK: Problems

    private mutating func reportUnknown(_ entry: YAMLValue.Entry, among names: [String]) {
        let folders = ContentSchema.keys.first { $0.name == entry.key }?.kinds.compactMap(\.folder).joined(
            separator: "/, ")
        let hint = folders.map {
            Message(vi: "khóa này chỉ dùng trong \($0)/", en: "this key belongs to pages in \($0)/")
        }
        diagnostics.append(UnknownKey.diagnostic(entry, among: names, hint: hint))
    }

    private mutating func report(
        _ location: SourceLocation, _ id: String, vi: String, en: String, suggestion: Message? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                id: id, severity: .error, location: location, message: Message(vi: vi, en: en), suggestion: suggestion)
        )
    }
}
