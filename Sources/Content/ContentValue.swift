import Diagnostics
import Markdown
import OfficialDocuments

/// How the value of a key is written, read, kept and shown: bound together, so that none of them can be forgotten.
package struct ContentValue: Sendable {
    /// A place in a `PageHead`.
    typealias Slot<Value> = WritableKeyPath<PageHead, Value> & Sendable

    /// What it looks like.
    let shape: ContentShape
    /// Puts what an entry says into the head; what is wrong with it stays with the reader.
    let read: @Sendable (YAMLValue.Entry, inout ValueReader, inout PageHead) -> Void
    /// The value as it is stated; `nil` where there is none, or where no single text can show it.
    package let text: @Sendable (PageHead) -> String?

    /// The value as readers see it at the head of a page and over a list.
    package func shown(_ head: PageHead) -> String? {
        if case .choice = shape { text(head)?.capitalisedFirst } else { text(head) }
    }

    private init(
        _ shape: ContentShape,
        text: @escaping @Sendable (PageHead) -> String? = { _ in nil },
        read: @escaping @Sendable (YAMLValue.Entry, inout ValueReader, inout PageHead) -> Void
    ) {
        self.shape = shape
        self.read = read
        self.text = text
    }

    // MARK: Texts

    /// A text. One that only this site's pages show needs no property of its own: `\.others["name"]`.
    static func text(_ slot: Slot<String?>) -> ContentValue {
        ContentValue(.text, text: { $0[keyPath: slot] }) { entry, values, head in
            if let text = values.text(entry.value, of: entry.key), !text.isEmpty { head[keyPath: slot] = text }
        }
    }

    /// A text of which its place is remembered.
    static func text(_ slot: Slot<Located<String>?>) -> ContentValue { located(.text, slot) }

    /// The id or the name of a place.
    static func locality(_ slot: Slot<Located<String>?>) -> ContentValue { located(.locality, slot) }

    /// A document, or a page by its content path.
    static func reference(_ slot: Slot<Located<String>?>) -> ContentValue { located(.reference, slot) }

    private static func located(_ shape: ContentShape, _ slot: Slot<Located<String>?>) -> ContentValue {
        ContentValue(shape, text: { $0[keyPath: slot]?.value }) { entry, values, head in
            guard let text = values.text(entry.value, of: entry.key), !text.isEmpty else { return }
            head[keyPath: slot] = Located(text, at: entry.value.location)
        }
    }

    static func texts(_ slot: Slot<[String]>) -> ContentValue {
        ContentValue(.texts) { entry, values, head in
            head[keyPath: slot] = values.texts(entry.value, of: entry.key).map(\.value)
        }
    }

    static func texts(_ slot: Slot<[Located<String>]>) -> ContentValue {
        ContentValue(.texts) { entry, values, head in
            head[keyPath: slot] = values.texts(entry.value, of: entry.key)
        }
    }

    // MARK: Dates, numbers, choices

    static func date(_ slot: Slot<PartialDate?>) -> ContentValue {
        ContentValue(.date, text: { $0[keyPath: slot]?.vietnamese }) { entry, values, head in
            if let date = values.date(entry.value, of: entry.key) { head[keyPath: slot] = date }
        }
    }

    static func flag(_ slot: Slot<Bool>) -> ContentValue {
        ContentValue(.flag) { entry, values, head in
            if let flag = values.flag(entry.value, of: entry.key) { head[keyPath: slot] = flag }
        }
    }

    static func count(_ slot: Slot<Int?>) -> ContentValue {
        ContentValue(.count, text: { $0[keyPath: slot].map(String.init) }) { entry, values, head in
            if let count = values.count(entry.value, of: entry.key) { head[keyPath: slot] = count }
        }
    }

    static func choice<Choice: ContentChoice>(_ slot: Slot<Choice?>) -> ContentValue {
        let accepted = Choice.accepted
        return ContentValue(.choice(accepted), text: { $0[keyPath: slot]?.rawValue }) {
            entry, values, head in
            if let text = values.choice(entry.value, of: entry.key, among: accepted) {
                head[keyPath: slot] = Choice(rawValue: text)
            }
        }
    }

    // MARK: Relations and records

    /// References that all stand in one relation to the page.
    static func references(_ relation: Relation) -> ContentValue {
        ContentValue(.references) { entry, values, head in
            head.relations += values.texts(entry.value, of: entry.key)
                .map { PageHead.StatedRelation(relation: relation, reference: $0) }
        }
    }

    /// References by relation.
    static let relations: ContentValue = {
        let members = Relation.stated.map { ContentShape.Member(name: $0.rawValue, label: $0.traits.meaning) }
        return ContentValue(.relations(members)) { entry, values, head in
            let names = Relation.stated.map(\.rawValue)
            for member in values.members(entry.value, among: names, of: entry.key) ?? [] {
                guard let relation = Relation(rawValue: member.key) else { continue }
                head.relations += values.texts(member.value, of: member.key)
                    .map { PageHead.StatedRelation(relation: relation, reference: $0) }
            }
        }
    }()

    /// A list of records, each a mapping.
    static func records<Record: ContentRecord>(_ slot: Slot<[Record]>) -> ContentValue {
        let members = Record.members
        let shape = ContentShape.records(
            members.map { ContentShape.Member(name: $0.name, label: $0.label) }, mayBeText: Record.mayBeText)
        return ContentValue(shape) { entry, values, head in
            for element in entry.value.elements {
                if Record.mayBeText, let text = element.scalar {
                    head[keyPath: slot].append(Record(text: text, at: element.location))
                    continue
                }
                let entries = values.members(element, among: members.map(\.name), of: entry.key)
                guard let entries else { continue }
                var record = Record(text: "", at: element.location)
                for written in entries {
                    members.first { $0.name == written.key }?.read(written, &values, &record)
                }
                if record.isComplete { head[keyPath: slot].append(record) }
            }
        }
    }
}

/// A mapping of front matter that stands in a list.
protocol ContentRecord: Sendable {
    /// Its entries.
    static var members: [RecordMember<Self>] { get }
    /// Whether a bare text stands for it.
    static var mayBeText: Bool { get }
    /// What a bare text says; with none of it, a record to be filled.
    init(text: String, at location: SourceLocation)
    /// Whether it says enough to be kept.
    var isComplete: Bool { get }
}

/// An entry of a record.
struct RecordMember<Record: Sendable>: Sendable {
    typealias Slot<Value> = WritableKeyPath<Record, Value> & Sendable

    let name: String
    /// For editors, in Vietnamese.
    let label: String
    let read: @Sendable (YAMLValue.Entry, inout ValueReader, inout Record) -> Void

    static func text(_ name: String, _ slot: Slot<String>, _ label: String) -> Self {
        Self(name: name, label: label) { entry, values, record in
            record[keyPath: slot] = values.text(entry.value, of: entry.key) ?? ""
        }
    }

    static func text(_ name: String, _ slot: Slot<String?>, _ label: String) -> Self {
        Self(name: name, label: label) { entry, values, record in
            record[keyPath: slot] = values.text(entry.value, of: entry.key)
        }
    }

    static func text(_ name: String, _ slot: Slot<Located<String>>, _ label: String) -> Self {
        Self(name: name, label: label) { entry, values, record in
            guard let text = values.text(entry.value, of: entry.key) else { return }
            record[keyPath: slot] = Located(text, at: entry.value.location)
        }
    }

    static func date(_ name: String, _ slot: Slot<PartialDate?>, _ label: String) -> Self {
        Self(name: name, label: label) { entry, values, record in
            record[keyPath: slot] = values.date(entry.value, of: entry.key)
        }
    }
}
