import Diagnostics
import Markdown

/// A YAML file that is a list of mappings: `issuers.yaml`, `localities.yaml`.
struct MappingList {
    /// An element of the list.
    package struct Element {
        var location: SourceLocation
        var fields: [String: YAMLValue] = [:]

        /// The text under `key`; `nil` where there is none or it is empty.
        func text(_ key: String) -> String? { fields[key]?.scalar.flatMap { $0.isEmpty ? nil : $0 } }
    }

    private(set) var elements: [Element] = []
    /// What was wrong with the file as YAML, and every key that is not among the known ones.
    private(set) var diagnostics: [Diagnostic]

    init(_ text: String, path: String, keys: [String]) {
        let value: YAMLValue?
        (value, diagnostics) = YAMLReader.read(text, path: path)
        for element in value?.elements ?? [] {
            var read = Element(location: element.location)
            let entries = element.mapping ?? []
            for entry in entries {
                if keys.contains(entry.key) {
                    read.fields[entry.key] = entry.value
                } else {
                    diagnostics.append(UnknownKey.diagnostic(entry, among: keys, beside: entries))
                }
            }
            elements.append(read)
        }
    }
}
