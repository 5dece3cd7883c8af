/// Problems as one SARIF document (OASIS, Static Analysis Results Interchange Format 2.1.0).
struct SARIFFormat {
    let language: Language

    /// The document on one line. Columns are in UTF-16 code units where the source is at hand, as most readers take them.
    func text(for diagnostics: ArraySlice<Diagnostic>, source: @escaping (String) -> [UInt8]?) -> String {
        let ids = Set(diagnostics.map(\.id)).sorted()
        let indices = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        var driver = JSONObject()
        driver.set("name", "sohieu")
        driver.set("rules", ids.map(rule))
        var tool = JSONObject()
        tool.set("driver", driver)
        var tables = SourceTables(source)
        var run = JSONObject()
        run.set("tool", tool)
        run.set("columnKind", "utf16CodeUnits")
        run.set(
            "results",
            diagnostics.map { result($0, indices[$0.id], tables.table(of: $0.location.path)) })
        var document = JSONObject()
        document.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        document.set("version", "2.1.0")
        document.set("runs", [run])
        return document.text
    }

    private func rule(_ id: String) -> JSONObject {
        var rule = JSONObject()
        rule.set("id", id)
        if let explanation = Explanations.all.first(where: { $0.id == id }) {
            rule.set("shortDescription", message(explanation.title))
            var help = message(explanation.text)
            help.set("markdown", explanation.text)
            rule.set("help", help)
        }
        return rule
    }

    private func result(_ diagnostic: Diagnostic, _ rule: Int?, _ table: LineTable?) -> JSONObject {
        var result = JSONObject()
        result.set("ruleId", diagnostic.id)
        result.set("ruleIndex", rule)
        result.set("level", diagnostic.severity.rawValue)
        let text = [diagnostic.message, diagnostic.suggestion].compactMap { $0?.text(in: language) }
        result.set("message", message(text.joined(separator: "\n")))
        let extent = table?.extent(of: diagnostic)
        result.set("locations", [location(diagnostic.location, end: extent?.end, table)])
        if !diagnostic.related.isEmpty {
            result.set("relatedLocations", diagnostic.related.map { location($0, end: nil, nil) })
        }
        if let correction = diagnostic.passage?.correction, let extent {
            var replacement = JSONObject()
            replacement.set("deletedRegion", region(extent.start, end: extent.end, table))
            replacement.set("insertedContent", message(correction))
            var change = JSONObject()
            change.set("artifactLocation", artifact(diagnostic.location.path))
            change.set("replacements", [replacement])
            var fix = JSONObject()
            fix.set("artifactChanges", [change])
            result.set("fixes", [fix])
        }
        return result
    }

    private func message(_ text: String) -> JSONObject {
        var message = JSONObject()
        message.set("text", text)
        return message
    }

    private func location(_ place: SourceLocation, end: SourceLocation?, _ table: LineTable?) -> JSONObject {
        var physical = JSONObject()
        physical.set("artifactLocation", artifact(place.path))
        physical.set("region", region(place, end: end, table))
        var location = JSONObject()
        location.set("physicalLocation", physical)
        return location
    }

    private func region(_ start: SourceLocation, end: SourceLocation?, _ table: LineTable?) -> JSONObject {
        var region = JSONObject()
        region.set("startLine", start.line)
        region.set("startColumn", column(of: start, table))
        region.set("endLine", end?.line)
        region.set("endColumn", end.map { column(of: $0, table) })
        return region
    }

    private func column(of place: SourceLocation, _ table: LineTable?) -> Int {
        guard let line = table?.bytes(ofLine: place.line) else { return place.column }
        return String(decoding: line, as: UTF8.self).prefix(max(place.column - 1, 0)).utf16.count + 1
    }

    /// The file as a URI reference (RFC 3986, section 2.3: what is not unreserved is escaped).
    private func artifact(_ path: String) -> JSONObject {
        let digits = Array("0123456789ABCDEF")
        var uri = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default: uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        var artifact = JSONObject()
        artifact.set("uri", uri)
        return artifact
    }
}
