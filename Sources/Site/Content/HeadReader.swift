import Diagnostics
import Markdown
import OfficialDocuments

/// Turns the entries of a front matter into a `PageHead`, by the schema.
struct HeadReader {
    private(set) var head = PageHead()
    /// Every problem of the entries.
    var diagnostics: [Diagnostic] { values.diagnostics }
    private var values = ValueReader()
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
            if let text = values.text(entry.value, of: entry.key) { set(text, entry.value.location, for: entry.key) }
        case .texts, .references: set(values.texts(entry.value, of: entry.key), for: entry.key)
        case .date: if let date = values.date(entry.value, of: entry.key) { set(date, for: entry.key) }
        case .flag:
            if let flag = values.flag(entry.value, of: entry.key) {
                if entry.key == "draft" { head.isDraft = flag } else { head.isHidden = flag }
            }
        case .count:
            if let count = values.count(entry.value, of: entry.key) {
                if entry.key == "term" { head.term = count } else { head.ordinal = count }
            }
        case .choice(let choices):
            if let choice = values.choice(entry.value, of: entry.key, among: choices) {
                set(choice, entry.value.location, for: entry.key)
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

    // MARK: Mappings

    private mutating func readRelations(_ entry: YAMLValue.Entry) {
        for member in members(entry.value, of: .relations, in: entry.key) {
            guard let relation = Relation(rawValue: member.key) else { continue }
            head.relations += values.texts(member.value, of: member.key)
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
                case "title": source.title = values.text(member.value, of: member.key) ?? ""
                case "portal": source.portal = values.text(member.value, of: member.key)
                case "url": source.url = values.text(member.value, of: member.key)
                case "date": source.date = values.date(member.value, of: member.key)
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
                let value = values.text(member.value, of: member.key) ?? ""
                switch member.key {
                case "indicator": result.indicator = value
                case "value": result.value = value
                case "unit": result.unit = value
                case "year": result.year = value
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
                guard let value = values.text(member.value, of: member.key) else { continue }
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
                values.wrongShape(
                    value, vi: "khóa \(key) cần các mục: \(list)", en: "key \(key) takes the entries: \(list)")
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
        values.report(UnknownKey.diagnostic(entry, among: names, hint: hint))
    }
}
