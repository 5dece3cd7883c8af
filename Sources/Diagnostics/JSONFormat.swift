/// Problems for programs; the keys are described at ``DiagnosticFormat/json``.
enum JSONFormat {
    static func line(_ diagnostic: Diagnostic, _ language: Language) -> String {
        var object = JSONObject()
        object.set("id", diagnostic.id)
        object.set("severity", diagnostic.severity.rawValue)
        place(diagnostic.location, in: &object)
        object.set("message", diagnostic.message.text(in: language))
        object.set("suggestion", diagnostic.suggestion?.text(in: language))
        if !diagnostic.related.isEmpty {
            let places = diagnostic.related.map { location in
                var object = JSONObject()
                place(location, in: &object)
                return object
            }
            object.set("related", places)
        }
        return object.text
    }

    private static func place(_ location: SourceLocation, in object: inout JSONObject) {
        object.set("path", location.path)
        object.set("line", location.line)
        object.set("column", location.column)
    }
}
