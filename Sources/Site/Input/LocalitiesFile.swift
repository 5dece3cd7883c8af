import Diagnostics
import Markdown
import OfficialDocuments

/// Reads `content/localities.yaml`: the places below the provinces that a site knows.
enum LocalitiesFile {
    private static let keys = ["id", "name", "level", "parent", "valid_from", "valid_to", "successor", "other_names"]

    /// The places of the file, a list of mappings, with the problems found.
    static func read(_ text: String, path: String) -> ([Locality], [Diagnostic]) {
        let list = MappingList(text, path: path, keys: keys)
        var diagnostics = list.diagnostics
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
            var dates: [String: PartialDate] = [:]
            for key in ["valid_from", "valid_to"] {
                guard let written = text(key) else { continue }
                dates[key] = DateText.read(written)
                if dates[key] == nil {
                    diagnostics.append(
                        Diagnostic(
                            id: "impossible-date",
                            severity: .error,
                            location: element.fields[key]?.location ?? element.location,
                            message: Message(
                                vi: "\(key) không phải là ngày có thật: \(written)",
                                en: "\(key) is not a real date: \(written)"),
                            suggestion: Message(
                                vi: "viết ngày theo dạng 2018-02-27", en: "write the date as 2018-02-27")
                        )
                    )
                }
            }
            places.append(
                Locality(
                    id: id,
                    name: name,
                    level: level,
                    parent: text("parent"),
                    validFrom: dates["valid_from"],
                    validTo: dates["valid_to"],
                    successor: text("successor"),
                    otherNames: (element.fields["other_names"]?.elements ?? []).compactMap(\.scalar),
                    location: element.location
                )
            )
        }
        return (places, diagnostics)
    }
}
