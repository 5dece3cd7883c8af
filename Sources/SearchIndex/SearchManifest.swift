import VietnameseText

/// What a program must know before it can read the index.
struct SearchManifest {
    /// Of each page, in syllables.
    var lengths: [Int]
    var rowsPerFile: Int
    var pairStarts: [String]
    var syllableStarts: [String]
    var numberStarts: [String]
    var facets: [String]
    /// Which pages are of which kind, ascending.
    var kinds: [(kind: String, pages: [Int])]
    /// Which terms are common.
    var sketch: TermSketch
    var options: SearchIndexOptions

    /// The manifest; keys in a fixed order.
    func json(version: String) -> [UInt8] {
        var bytes = Array(
            "{\"format\":2,\"version\":\"\(version)\",\"pages\":\(lengths.count),\"rows\":\(rowsPerFile),\"twins\":\(options.writesTwins)"
                .utf8)
        bytes.append(contentsOf: ",\"lengths\":\"".utf8)
        for length in lengths { bytes.append(PostingCode.alphabet[PageLength.digit(length)]) }
        bytes.append(UInt8(ascii: "\""))
        // One string and not an array: half the bytes of a thousand short keys would be quotes.
        for (name, list) in [
            ("pairs", pairStarts), ("syllables", syllableStarts), ("numbers", numberStarts),
            ("places", options.places.map(Normalisation.compose)),
        ] {
            bytes.append(contentsOf: ",\"\(name)\":".utf8)
            JSONText.append(list.joined(separator: ","), to: &bytes)
        }
        bytes.append(contentsOf: ",\"sketch\":".utf8)
        bytes.append(contentsOf: sketch.json())
        bytes.append(contentsOf: ",\"facets\":[".utf8)
        JSONText.appendList(facets, to: &bytes) { JSONText.append($0, to: &$1) }
        bytes.append(contentsOf: "],\"kinds\":{".utf8)
        JSONText.appendList(kinds, to: &bytes) { entry, bytes in
            JSONText.append(entry.kind, to: &bytes)
            bytes.append(contentsOf: ":\"".utf8)
            PostingCode.appendRuns(entry.pages, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(contentsOf: "},\"kindWords\":{".utf8)
        JSONText.appendList(options.kindWords.map { (Folding.fold($0), $1) }.sorted { $0 < $1 }, to: &bytes) {
            entry, bytes in
            JSONText.append(entry.0, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            JSONText.append(entry.1, to: &bytes)
        }
        bytes.append(contentsOf: "},\"synonyms\":[".utf8)
        JSONText.appendList(options.synonyms, to: &bytes) { group, bytes in
            bytes.append(UInt8(ascii: "["))
            JSONText.appendList(group, to: &bytes) { JSONText.append(Normalisation.compose($0), to: &$1) }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(contentsOf: "],\"types\":{".utf8)
        let types = options.typeWords.map { (Folding.fold($0.key), $0.value.map { Folding.fold($0) }) }
        JSONText.appendList(types.sorted { $0.0 < $1.0 }, to: &bytes) { type, bytes in
            JSONText.append(type.0, to: &bytes)
            bytes.append(contentsOf: ":[".utf8)
            JSONText.appendList(type.1, to: &bytes) { JSONText.append($0, to: &$1) }
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(contentsOf: "}}".utf8)
        return bytes
    }
}
