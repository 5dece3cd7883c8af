/// One file of the index: its path in the output and its bytes.
public struct SearchFile: Sendable {
    /// Such as `search/p/0/12.json`.
    public let path: String
    private let json: [UInt8]
    /// What the script passes on as the name of the shard; `nil` for a file that is JSON itself.
    private let shard: String?

    init(_ path: String, _ json: [UInt8]) {
        self.path = path
        self.json = json
        shard = nil
    }

    private init(script path: String, shard: String, json: [UInt8]) {
        self.path = path
        self.json = json
        self.shard = shard
    }

    /// The same content as a script, for pages opened from a disk, where a browser may not fetch:
    /// `search/p/0/12.js` holds `sohieuShard("p/0/12",'…the same JSON…')`.
    ///
    /// It shares the bytes of the JSON until it is written.
    public var twin: SearchFile {
        var name = path[...]
        if name.hasPrefix("search/") { name = name.dropFirst("search/".count) }
        if name.hasSuffix(".json") { name = name.dropLast(".json".count) }
        return SearchFile(script: "search/\(name).js", shard: String(name), json: json)
    }

    /// The whole content.
    public var bytes: [UInt8] {
        guard let shard else { return json }
        var script: [UInt8] = []
        script.reserveCapacity(json.count + json.count / 16 + 64)
        script.append(contentsOf: "sohieuShard(\"\(shard)\",'".utf8)
        for byte in json {
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\\"):
                script.append(UInt8(ascii: "\\"))
                script.append(byte)
            case 0x0A: script.append(contentsOf: "\\n".utf8)
            case 0x0D: script.append(contentsOf: "\\r".utf8)
            default: script.append(byte)
            }
        }
        script.append(contentsOf: "');\n".utf8)
        return script
    }
}
