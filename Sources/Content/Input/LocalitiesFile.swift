import Diagnostics
import Markdown
import OfficialDocuments

/// Reads `content/localities.yaml`: the places below the provinces that a site knows.
package enum LocalitiesFile {
    private static let keys = ["id", "name", "level", "parent", "valid_from", "valid_to", "successor", "other_names"]

    /// The places of the file, a list of mappings, with the problems found.
    package static func read(_ text: String, path: String) -> ([Locality], [Diagnostic]) {
        let list = MappingList(text, path: path, keys: keys)
        var diagnostics = list.diagnostics
        var values = ValueReader()
        var places: [Locality] = []
        for element in list.elements {
            let text = element.text
            guard let id = text("id"), let name = text("name"),
                let level = text("level").flatMap(Locality.Level.init(rawValue:))
            else {
                diagnostics.append(
                    Diagnostic(
                        id: "incomplete-locality",
                        severity: .error,
                        location: element.location,
                        message: Message(
                            vi: "địa phương thiếu id, name hoặc level", en: "a locality lacks id, name or level"),
                        suggestion: Message(
                            vi: "level là province, district hoặc commune", en: "level is province, district or commune"
                        )
                    )
                )
                continue
            }
            func date(_ key: String) -> PartialDate? { element.fields[key].flatMap { values.date($0, of: key) } }
            places.append(
                Locality(
                    id: id,
                    name: name,
                    level: level,
                    parent: text("parent"),
                    validFrom: date("valid_from"),
                    validTo: date("valid_to"),
                    successor: text("successor"),
                    otherNames: (element.fields["other_names"]?.elements ?? []).compactMap(\.scalar),
                    location: element.location
                )
            )
        }
        return (places, diagnostics + values.diagnostics)
    }
}
