import Deflation

/// One file of the index: its name, its JSON, and the form it is written in.
public struct SearchFile: Sendable {
    /// What a script passes on as the name of the file: `p/0/12`.
    let name: String
    let json: [UInt8]
    /// Whether it is the script that stands beside the file.
    private let isScript: Bool

    init(_ name: String, _ json: [UInt8]) { self.init(name, json, isScript: false) }

    private init(_ name: String, _ json: [UInt8], isScript: Bool) {
        self.name = name
        self.json = json
        self.isScript = isScript
    }

    /// Such as `search/p/0/12.bin`.
    public var path: String { "search/\(name).\(isScript ? "js" : "bin")" }

    /// The same content as a script, for pages opened from a disk, where a browser may not fetch: `search/p/0/12.js` holds
    /// `sohieuShard("p/0/12","…base64 of the deflated JSON…")`.
    ///
    /// It shares the bytes of the JSON until it is written.
    public var twin: SearchFile { SearchFile(name, json, isScript: true) }

    /// The whole content: the JSON deflated (zlib), in a script in base64.
    public var bytes: [UInt8] {
        let deflated = Zlib.deflate(json)
        guard isScript else { return deflated }
        return Array("sohieuShard(\"\(name)\",".utf8) + Self.quotedBase64(deflated) + Array(");\n".utf8)
    }

    private static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func quotedBase64(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = [UInt8(ascii: "\"")]
        text.reserveCapacity(bytes.count / 3 * 4 + 8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let left = min(bytes.count - start, 3)
            var group = Int(bytes[start]) << 16
            if left > 1 { group |= Int(bytes[start + 1]) << 8 }
            if left > 2 { group |= Int(bytes[start + 2]) }
            for place in 0..<4 {
                text.append(place <= left ? base64[group >> (18 - place * 6) & 63] : UInt8(ascii: "="))
            }
        }
        text.append(UInt8(ascii: "\""))
        return text
    }
}
