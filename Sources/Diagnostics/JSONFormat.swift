/// Problems for programs; the keys are described in `docs/schemas/diagnostic.json`.
enum JSONFormat {
    /// The version of the form. The first had no ranges and called the places of notes `related`.
    private static let version = 2

    static func line(_ diagnostic: Diagnostic, _ extent: Extent?, _ language: Language) -> String {
        var object = JSONObject()
        object.set("version", version)
        object.set("id", diagnostic.id)
        object.set("severity", diagnostic.severity.rawValue)
        place(diagnostic.location, in: &object)
        object.set("endLine", extent?.end.line)
        object.set("endColumn", extent?.end.column)
        object.set("message", diagnostic.message.text(in: language))
        object.set("suggestion", diagnostic.suggestion?.text(in: language))
        if !diagnostic.related.isEmpty {
            let notes = diagnostic.related.map { location in
                var note = JSONObject()
                note.set("message", Message(vi: "xem thêm", en: "see also").text(in: language))
                place(location, in: &note)
                return note
            }
            object.set("notes", notes)
        }
        if let correction = diagnostic.passage?.correction, let extent {
            var replacement = JSONObject()
            replacement.set("line", extent.start.line)
            replacement.set("column", extent.start.column)
            replacement.set("endLine", extent.end.line)
            replacement.set("endColumn", extent.end.column)
            replacement.set("text", correction)
            object.set("replacement", replacement)
        }
        return object.text
    }

    private static func place(_ location: SourceLocation, in object: inout JSONObject) {
        object.set("path", location.path)
        object.set("line", location.line)
        object.set("column", location.column)
    }
}
