import TestSupport
import Testing

@testable import SearchIndex

@Suite("Posting code")
struct PostingCodeTests {
    @Test(
        "each length goes on where the shorter one stopped",
        arguments: [
            (0, "!"), (39, "L"), (40, "M!"), (41, "M#"), (2620, "j~"), (2621, "k!!"), (145_198, "|~~"),
            (145_199, "}!!!"), (850_167, "}~~~"), (850_168, "~!!!!"),
        ])
    func lengths(value: Int, expected: String) {
        var bytes: [UInt8] = []
        PostingCode.append(value, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test("what is written is read back, over random numbers")
    func roundTrip() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let numbers = Set((0..<50).map { _ in Int.random(in: 0..<2_000_000, using: &generator) }).sorted()
            var bytes: [UInt8] = []
            PostingCode.appendGaps(numbers, to: &bytes)
            #expect(PostingReader.gaps(bytes) == numbers)
        }
    }

    @Test("numbers beyond the last length are cut, not trapped on")
    func beyond() {
        var bytes: [UInt8] = []
        PostingCode.append(Int.max, to: &bytes)
        PostingCode.append(-1, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "~~~~~!")
    }
}

/// The reading half of the code, which only browsers need.
enum PostingReader {
    /// The numbers of `bytes`, as written one after another.
    static func numbers(_ bytes: [UInt8]) -> [Int] {
        let digits = bytes.map { PostingCode.alphabet.firstIndex(of: $0) ?? 0 }
        var numbers: [Int] = []
        var index = 0
        while index < digits.count {
            let lead = digits[index]
            let (count, start, base) =
                lead < 40
                ? (0, lead, 0)
                : lead < 69
                    ? (1, lead - 40, 40)
                    : lead < 87
                        ? (2, lead - 69, 2621)
                        : lead == 87 ? (3, 0, 145_199) : (4, 0, 850_168)
            var value = start
            for offset in 0..<count where index + 1 + offset < digits.count {
                value = value * 89 + digits[index + 1 + offset]
            }
            numbers.append(value + base)
            index += count + 1
        }
        return numbers
    }

    /// The ascending numbers that `bytes` hold as gaps.
    static func gaps(_ bytes: [UInt8]) -> [Int] {
        var last = -1
        return numbers(bytes).map {
            last += $0 + 1
            return last
        }
    }
}
