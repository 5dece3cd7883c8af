import Diagnostics
import Markdown
import OfficialDocuments
import VietnameseText

/// Reads values of front matter and of `site.yaml` by what they must look like, and keeps what is wrong with them.
struct ValueReader {
    private(set) var diagnostics: [Diagnostic] = []

    /// The text of a scalar. One that a scaffold left to be filled in is reported and stays as it is.
    mutating func text(_ value: YAMLValue, of key: String) -> String? {
        guard let scalar = value.scalar else {
            wrongShape(value, vi: "khóa \(key) cần một giá trị chữ", en: "key \(key) takes a single text")
            return nil
        }
        if ContentSchema.isPlaceholder(scalar) { unfilled(value, key) }
        return scalar
    }

    mutating func texts(_ value: YAMLValue, of key: String) -> [Located<String>] {
        value.elements.compactMap { element in text(element, of: key).map { Located($0, at: element.location) } }
    }

    mutating func date(_ value: YAMLValue, of key: String) -> PartialDate? {
        guard let text = text(value, of: key), !text.isEmpty, !ContentSchema.isPlaceholder(text) else { return nil }
        let reading = DateText.reading(text)
        if case .date(let date) = reading {
            if !DateText.isUsual(text) { otherForm("date-form", value, text, date.iso) }
            return date
        }
        let isReal = reading != .impossible
        report(
            isReal ? "unreadable-date" : "impossible-date",
            value,
            isReal
                ? Message(vi: "không hiểu ngày ở \(key): \(text)", en: "\(key) cannot be read as a date: \(text)")
                : Message(vi: "\(key) không phải là ngày có thật: \(text)", en: "\(key) is not a real date: \(text)"),
            Message(
                vi: "viết ngày theo dạng 27/02/2018 hoặc 2018-02-27", en: "write the date as 27/02/2018 or 2018-02-27")
        )
        return nil
    }

    mutating func flag(_ value: YAMLValue, of key: String) -> Bool? {
        guard let text = text(value, of: key) else { return nil }
        if let flag = FlagText.read(text) { return flag }
        report(
            "unknown-value",
            value,
            Message(
                vi: "\(key) cần true hoặc false, không phải “\(text)”", en: "\(key) takes true or false, not “\(text)”"),
            Spelling.closest(to: text, among: ["true", "false"]).map {
                Message(vi: "có phải là \($0)?", en: "did you mean \($0)?")
            },
            correction: Spelling.only(closestTo: text, among: ["true", "false"])
        )
        return nil
    }

    mutating func count(_ value: YAMLValue, of key: String) -> Int? {
        guard let text = text(value, of: key), !ContentSchema.isPlaceholder(text) else { return nil }
        if let count = TermText.read(text) { return count }
        wrongShape(
            value, vi: "khóa \(key) cần một số, như 13 hoặc XIII", en: "key \(key) takes a number, such as 13 or XIII")
        return nil
    }

    /// The value that the text spells; case and marks do not matter.
    mutating func choice(_ value: YAMLValue, of key: String, among accepted: [AcceptedValue]) -> String? {
        guard let text = text(value, of: key), !text.isEmpty, !ContentSchema.isPlaceholder(text) else { return nil }
        if let choice = accepted.first(where: { $0.reads(text) }) { return choice.text }
        let list = accepted.map(\.text).joined(separator: ", ")
        let (folded, names) = (Folding.fold(text), accepted.map { Folding.fold($0.text) })
        func choice(_ closest: String?) -> String? { accepted.first { Folding.fold($0.text) == closest }?.text }
        let suggested = choice(Spelling.closest(to: folded, among: names))
        report(
            "unknown-value",
            value,
            Message(vi: "\(key) không có giá trị “\(text)”", en: "\(key) has no value “\(text)”"),
            Message(
                vi: suggested.map { "có phải là “\($0)”?" } ?? "chọn một trong: \(list)",
                en: suggested.map { "did you mean “\($0)”?" } ?? "choose one of: \(list)"
            ),
            correction: choice(Spelling.only(closestTo: folded, among: names))
        )
        return nil
    }

    /// The entries of a mapping that `names` knows; `nil` for what is no mapping.
    mutating func members(_ value: YAMLValue, among names: [String], of key: String) -> [YAMLValue.Entry]? {
        guard let entries = value.mapping else {
            if value.scalar?.isEmpty != true {
                let list = names.joined(separator: ", ")
                wrongShape(value, vi: "khóa \(key) cần các mục: \(list)", en: "key \(key) takes the entries: \(list)")
            }
            return nil
        }
        return entries.filter { entry in
            if names.contains(entry.key) { return true }
            report(UnknownKey.diagnostic(entry, among: names, beside: entries))
            return false
        }
    }

    // MARK: Problems

    mutating func wrongShape(_ value: YAMLValue, vi: String, en: String) {
        report("wrong-shape", value, Message(vi: vi, en: en), nil)
    }

    mutating func report(_ problem: Diagnostic) { diagnostics.append(problem) }

    private mutating func unfilled(_ value: YAMLValue, _ key: String) {
        diagnostics.append(
            Diagnostic(
                id: "unfilled",
                severity: .warning,
                location: value.location,
                message: Message(vi: "\(key) chưa được điền", en: "\(key) is yet to be filled in"),
                suggestion: Message(
                    vi: "thay <điền …> bằng giá trị thật, hoặc bỏ dòng này",
                    en: "put the real value in the place of <điền …>, or remove the line"))
        )
    }

    private mutating func report(
        _ id: String, _ value: YAMLValue, _ message: Message, _ suggestion: Message?, correction: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                id: id, severity: .error, location: value.location, message: message, suggestion: suggestion,
                passage: value.scalar.map { Passage($0, correction: correction) }))
    }

    /// A value that is understood, in another form than the usual one.
    mutating func otherForm(_ id: String, _ value: YAMLValue, _ text: String, _ usual: String) {
        diagnostics.append(.otherForm(id, Located(text, at: value.location), usual: usual))
    }
}

extension Diagnostic {
    /// The note on a value that is understood, in another form than the usual one; `check --fix` writes that.
    package static func otherForm(_ id: String, _ written: Located<String>, usual: String) -> Diagnostic {
        Diagnostic(
            id: id,
            severity: .note,
            location: written.location,
            message: Message(
                vi: "“\(written.value)” được hiểu là \(usual)", en: "“\(written.value)” is read as \(usual)"),
            suggestion: Message(
                vi: "viết \(usual); sohieu check --fix sửa giúp", en: "write \(usual); sohieu check --fix does it"),
            passage: Passage(written.value, correction: usual)
        )
    }
}
