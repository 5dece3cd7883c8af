import Diagnostics
import Markdown

/// The words of the interface: those of the template folder, and the program's own where an older folder lacks some.
package enum InterfaceWords {
    /// The program's own, by language and key: `site-templates/strings/` as it was when the program was built.
    private static let own: [String: [String: String]] = [
        "vi": PackageResources.vi_yaml, "en": PackageResources.en_yaml,
    ].mapValues { bytes in
        let entries = YAMLReader.read(String(decoding: bytes, as: UTF8.self), path: "").0?.mapping ?? []
        return Dictionary(entries.map { ($0.key, $0.value.scalar ?? "") }) { first, _ in first }
    }

    /// The keys that pages and templates ask for.
    static let builtIn = Set((own["vi"] ?? [:]).keys)

    /// The words of a file of `strings/`, by key; `nil` for a file that holds none.
    static func read(_ value: YAMLValue?, path: String, _ diagnostics: inout [Diagnostic]) -> [String: String]? {
        guard let value else { return nil }
        guard let entries = value.mapping else {
            diagnostics.append(wrongShape(value.location, vi: "tệp chữ giao diện", en: "a file of interface words"))
            return nil
        }
        var words: [String: String] = [:]
        for entry in entries {
            if let word = entry.value.scalar {
                words[entry.key] = word
            } else {
                diagnostics.append(
                    wrongShape(entry.value.location, vi: "khóa \(entry.key)", en: "key \(entry.key)", isText: true))
            }
        }
        return words
    }

    /// The words of a language; what the folder lacks is filled in and said, and a language it lacks is an error.
    package static func complete(_ language: String, from folder: TemplateFolder) -> (
        words: [String: String], [Diagnostic]
    ) {
        let fallback = own[language] ?? own["vi"] ?? [:]
        let place = SourceLocation(path: "\(folder.path)/strings/\(language).yaml")
        guard let words = folder.strings[language] else { return (fallback, [missingLanguage(language, at: place)]) }
        let lacking = fallback.keys.filter { words[$0] == nil }.sorted()
        guard !lacking.isEmpty else { return (words, []) }
        let shown = lacking.prefix(8).joined(separator: ", ") + (lacking.count > 8 ? ", …" : "")
        let problem = Diagnostic(
            id: "missing-words",
            severity: .warning,
            location: place,
            message: Message(
                vi: "thiếu \(lacking.count) chữ của giao diện, dùng chữ có sẵn của chương trình: \(shown)",
                en: "\(lacking.count) words of the interface are missing, the program's own are used: \(shown)"),
            suggestion: Message(
                vi: "thêm các khóa ấy, theo tệp cùng tên của bản mới", en: "add these keys, as in the newer file")
        )
        return (words.merging(fallback) { own, _ in own }, [problem])
    }

    private static func missingLanguage(_ language: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "missing-strings",
            severity: .error,
            location: place,
            message: Message(
                vi: "không có chữ giao diện cho ngôn ngữ \(language)",
                en: "there are no interface strings for the language \(language)"),
            suggestion: Message(
                vi: "đặt language trong site.yaml theo tên một tệp của strings/, như vi",
                en: "set language in site.yaml to the name of a file in strings/, such as vi")
        )
    }

    private static func wrongShape(_ place: SourceLocation, vi: String, en: String, isText: Bool = false) -> Diagnostic
    {
        Diagnostic(
            id: "wrong-shape",
            severity: .error,
            location: place,
            message: isText
                ? Message(vi: "\(vi) cần một giá trị chữ", en: "\(en) takes a single text")
                : Message(vi: "\(vi) phải gồm các dòng khóa: chữ", en: "\(en) must be lines of key: words"))
    }
}
