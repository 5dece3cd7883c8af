/// Numbers written in printable ASCII, as postings are in the index.
///
/// The alphabet is every printable ASCII character but space, comma, colon, both quotes and the backslash: 89 digits that
/// need no escape in JSON or in a JavaScript string, and leave the separators free. The first digit says how many follow:
/// 0–39 none, 40–68 one, 69–86 two, 87 three, 88 four; each length goes on counting where the shorter one stopped.
public enum PostingCode {
    static let alphabet: [UInt8] = (0x21...0x7E).filter { ![0x22, 0x27, 0x2C, 0x3A, 0x5C].contains($0) }
    private static let base = 89

    /// Appends `value`, at most 62 million, which is beyond any site; larger values are cut there.
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 40 {
            bytes.append(alphabet[max(value, 0)])
        } else if value < 40 + 29 * 89 {
            let rest = value - 40
            bytes.append(alphabet[40 + rest / 89])
            bytes.append(alphabet[rest % 89])
        } else if value < 2621 + 18 * 7921 {
            let rest = value - 2621
            bytes.append(alphabet[69 + rest / 7921])
            bytes.append(alphabet[rest / 89 % 89])
            bytes.append(alphabet[rest % 89])
        } else if value < 145_199 + 704_969 {
            appendFixed(value - 145_199, digits: 3, lead: 87, to: &bytes)
        } else {
            appendFixed(min(value - 850_168, 62_742_240), digits: 4, lead: 88, to: &bytes)
        }
    }

    /// Appends `value` as exactly `digits` digits, most significant first.
    static func appendFixed(_ value: Int, digits: Int, to bytes: inout [UInt8]) {
        var value = value
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(alphabet[0], count: digits))
        for place in stride(from: digits - 1, through: 0, by: -1) {
            bytes[start + place] = alphabet[value % base]
            value /= base
        }
    }

    private static func appendFixed(_ value: Int, digits: Int, lead: Int, to bytes: inout [UInt8]) {
        bytes.append(alphabet[lead])
        appendFixed(value, digits: digits, to: &bytes)
    }

    /// Appends ascending numbers as runs: how many are left out, how many more follow in a row, and so on.
    static func appendRuns(_ numbers: [Int], to bytes: inout [UInt8]) {
        var next = 0
        var index = 0
        while index < numbers.count {
            var end = index + 1
            while end < numbers.count, numbers[end] == numbers[end - 1] + 1 { end += 1 }
            append(numbers[index] - next, to: &bytes)
            append(end - index - 1, to: &bytes)
            next = numbers[end - 1] + 1
            index = end
        }
    }

    /// Appends ascending numbers as gaps: the first number, then how many are left out between each two.
    static func appendGaps(_ numbers: [Int], to bytes: inout [UInt8]) {
        var last = -1
        for number in numbers {
            append(number - last - 1, to: &bytes)
            last = number
        }
    }
}
