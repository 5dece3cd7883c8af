import VietnameseText

/// What a program must know before it can read the index.
struct SearchManifest {
    var pages: Int
    var rowsPerShard: Int
    var pairStarts: [String]
    var syllableStarts: [String]
    var numberStarts: [String]
    var facets: [String]
    /// Which pairs are common.
    var sketch: PairSketch
    var options: SearchIndexOptions

    /// The manifest; keys in a fixed order.
    func json(version: String) -> [UInt8] {
        var bytes = Array(
            "{\"format\":1,\"version\":\"\(version)\",\"pages\":\(pages),\"rows\":\(rowsPerShard),\"twins\":\(options.writesTwins)"
                .utf8)
        for (name, levels) in [("pairLevels", Impact.pairLevels), ("syllableLevels", Impact.syllableLevels)] {
            bytes.append(contentsOf: ",\"\(name)\":[".utf8)
            JSONText.appendList(Impact.values(levels: levels), to: &bytes) { $1.append(contentsOf: String($0).utf8) }
            bytes.append(UInt8(ascii: "]"))
        }
        // One string and not an array: half the bytes of a thousand short keys would be quotes.
        for (name, starts) in [("pairs", pairStarts), ("syllables", syllableStarts), ("numbers", numberStarts)] {
            bytes.append(contentsOf: ",\"\(name)\":".utf8)
            JSONText.append(starts.joined(separator: ","), to: &bytes)
        }
        bytes.append(contentsOf: ",\"sketch\":".utf8)
        bytes.append(contentsOf: sketch.json())
        bytes.append(contentsOf: ",\"facets\":[".utf8)
        JSONText.appendList(facets, to: &bytes) { JSONText.append($0, to: &$1) }
        bytes.append(contentsOf: "],\"abbreviations\":{".utf8)
        let abbreviations = options.abbreviations.map {
            (Normalisation.compose($0.key), Normalisation.compose($0.value))
        }
        JSONText.appendList(abbreviations.sorted { $0 < $1 }, to: &bytes) { pair, bytes in
            JSONText.append(pair.0, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            JSONText.append(pair.1, to: &bytes)
        }
        bytes.append(contentsOf: "},\"types\":{".utf8)
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
