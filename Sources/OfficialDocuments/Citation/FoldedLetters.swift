/// ASCII letters of a word as they are gathered. Nearly every word is short, and is gathered in place.
struct FoldedLetters {
    private var short = InlineArray<24, UInt8>(repeating: 0)
    private var long: [UInt8] = []
    private var count = 0

    mutating func append(_ letter: UInt8) {
        if count < 24 {
            short[count] = letter
        } else {
            if long.isEmpty { long = short.indices.map { short[$0] } }
            long.append(letter)
        }
        count += 1
    }

    var text: String {
        guard long.isEmpty else { return String(decoding: long, as: UTF8.self) }
        guard let letters = try? UTF8Span(validating: short.span.extracting(0..<count)) else { return "" }
        return String(copying: letters)
    }
}
