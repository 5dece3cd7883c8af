/// A JSON object whose keys stay in the order they are set, on one line.
///
/// For output that people compare line by line; Foundation's encoders keep no order but the alphabet's.
public struct JSONObject: Sendable {
    private var members = ""

    /// An empty object.
    public init() {}

    /// The object as JSON.
    public var text: String { "{" + members + "}" }

    /// The object as JSON that may stand inside a script element, whatever the texts in it.
    ///
    /// Source: WHATWG HTML, section 4.12.1.3: `<!--`, `<script` and `</script` change how an element is read. These
    /// characters occur in JSON only within strings, where escapes mean the same.
    public var textInScript: String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array("\\u003c".utf8)
            case UInt8(ascii: ">"): bytes += Array("\\u003e".utf8)
            case UInt8(ascii: "&"): bytes += Array("\\u0026".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Sets a text; a key without a value is left out.
    public mutating func set(_ key: String, _ value: String?) {
        if let value { setRaw(key, Self.quoted(value)) }
    }

    /// Sets a number; a key without a value is left out.
    public mutating func set(_ key: String, _ value: Int?) {
        if let value { setRaw(key, String(value)) }
    }

    /// Sets a truth value.
    public mutating func set(_ key: String, _ value: Bool) {
        setRaw(key, value ? "true" : "false")
    }

    /// Sets a list of objects.
    public mutating func set(_ key: String, _ values: [JSONObject]) {
        setRaw(key, "[" + values.map(\.text).joined(separator: ",") + "]")
    }

    /// Sets a list of texts.
    public mutating func set(_ key: String, _ values: [String]) {
        setRaw(key, "[" + values.map(Self.quoted).joined(separator: ",") + "]")
    }

    /// Sets an object.
    public mutating func set(_ key: String, _ value: JSONObject?) {
        if let value { setRaw(key, value.text) }
    }

    private mutating func setRaw(_ key: String, _ json: String) {
        members += (members.isEmpty ? "" : ",") + Self.quoted(key) + ":" + json
    }

    /// A JSON string (RFC 8259, section 7). U+2028 and U+2029 are escaped too, for readers that split lines at them.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
