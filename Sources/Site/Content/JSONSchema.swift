extension ContentSchema {
    /// The front matter of pages of `kind` as JSON Schema (draft 2020-12), ready for a JSON serialiser.
    public static func jsonSchema(for kind: PageKind) -> [String: Any] {
        var properties: [String: Any] = [:]
        for key in keys(for: kind) {
            properties[key.name] = schema(of: key.shape).merging(["description": key.meaning]) { first, _ in first }
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

    private static func schema(of shape: Shape) -> [String: Any] {
        let text: [String: Any] = ["type": "string"]
        let texts: [String: Any] = ["oneOf": [text, ["type": "array", "items": text]]]
        func members(_ value: [String: Any]) -> [String: Any] {
            let names = Self.members(of: shape)
            return [
                "type": "object",
                "properties": Dictionary(uniqueKeysWithValues: names.map { ($0, value) }),
                "additionalProperties": false,
            ]
        }
        return switch shape {
        case .text, .reference, .locality: text
        case .texts, .references: texts
        case .date:
            [
                "type": ["string", "integer"],
                "pattern": #"^(\d{4}(-\d{1,2}(-\d{1,2})?)?|(\d{1,2}[/.-]){0,2}\d{4}|\D.*\d{4})$"#,
            ]
        case .flag: ["type": "boolean"]
        case .count: ["type": ["integer", "string"], "minimum": 0, "maximum": 9999]
        case .choice(let choices): ["enum": choices]
        case .relations: members(texts)
        case .sources, .results, .attachments:
            ["type": "array", "items": ["oneOf": [text, members(["type": ["string", "number"]])]]]
        }
    }
}
