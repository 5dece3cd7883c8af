import Markdown

extension ContentSchema {
    /// With this key a file says by which schema editors' programs check it; sites pass it over.
    static let schemaKey = "$schema"

    /// The front matter of pages of `kind` as JSON Schema (draft 2020-12), ready for a JSON serialiser.
    public static func jsonSchema(for kind: PageKind) -> [String: Any] {
        var properties: [String: Any] = [schemaKey: ["type": "string"]]
        for key in keys(for: kind) {
            var property = schema(of: key.shape)
            property["title"] = key.label
            if !key.note.isEmpty { property["description"] = key.note }
            if let example = YAMLReader.read(key.exampleLines, path: "").0?.mapping?.first?.value {
                property["examples"] = [key.shape == .flag ? example.scalar == "true" : json(example)]
            }
            properties[key.name] = property
        }
        var result: [String: Any] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "required": ["title"],
        ]
        if kind == .document { result["anyOf"] = [["required": ["number"]], ["required": ["type"]]] }
        return result
    }

    private static func schema(of shape: ContentShape) -> [String: Any] {
        let text: [String: Any] = ["type": "string"]
        let texts: [String: Any] = ["oneOf": [text, ["type": "array", "items": text]]]
        func mapping(_ members: [ContentShape.Member], _ value: [String: Any]) -> [String: Any] {
            let properties = members.map { ($0.name, value.merging(["title": $0.label]) { $1 }) }
            return [
                "type": "object", "properties": Dictionary(uniqueKeysWithValues: properties),
                "additionalProperties": false,
            ]
        }
        switch shape {
        case .text, .reference, .locality: return text
        case .texts, .references: return texts
        case .date:
            return [
                "type": ["string", "integer"],
                "pattern": #"^(\d{4}(-\d{1,2}(-\d{1,2})?)?|(\d{1,2}[/.-]){0,2}\d{4}|\D.*\d{4})$"#,
            ]
        case .flag: return ["type": "boolean"]
        case .count: return ["type": ["integer", "string"], "minimum": 0, "maximum": 9999]
        case .choice(let accepted): return ["enum": accepted.map(\.text) + accepted.flatMap(\.alsoWritten)]
        case .relations(let members): return mapping(members, texts)
        case .records(let members, let mayBeText):
            let record = mapping(members, ["type": ["string", "number"]])
            let element: [String: Any] = mayBeText ? ["oneOf": [text, record]] : record
            return ["type": "array", "items": element]
        }
    }

    private static func json(_ value: YAMLValue) -> Any {
        switch value.content {
        case .scalar(let text): text
        case .sequence(let elements): elements.map(json)
        case .mapping(let entries): Dictionary(uniqueKeysWithValues: entries.map { ($0.key, json($0.value)) })
        }
    }
}
