/// One file of the index: its path in the output and its bytes.
public struct SearchFile: Sendable {
    /// Such as `search/p/0/12.json`.
    public var path: String
    /// The whole content.
    public var bytes: [UInt8]

    init(_ path: String, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The same content as a script, for pages opened from a disk, where a browser may not fetch:
    /// `search/p/0/12.js` holds `sohieuShard("p/0/12",'…the same JSON…')`.
    public var twin: SearchFile {
        var name = path[...]
        if name.hasPrefix("search/") { name = name.dropFirst("search/".count) }
        if name.hasSuffix(".json") { name = name.dropLast(".json".count) }
        var script: [UInt8] = []
        script.reserveCapacity(bytes.count + bytes.count / 16 + 64)
        script.append(contentsOf: "sohieuShard(\"\(name)\",'".utf8)
        for byte in bytes {
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
        return SearchFile("search/\(name).js", script)
    }
}
