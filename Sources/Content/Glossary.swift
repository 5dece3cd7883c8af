/// The abbreviations of a site, found in running text, and the words it takes for the same.
public struct Glossary: Sendable {
    /// An abbreviation with what it stands for.
    public struct Entry: Sendable, Equatable {
        /// As written in running text: `CTDV`.
        public var abbreviation: String
        /// What it stands for.
        public var expansion: String
        /// Output path of the term's page.
        public var url: String
    }

    /// In the order of the term pages.
    public let entries: [Entry]
    /// Groups of words that mean the same, as `tu-dong-nghia.yaml` lists them.
    public let synonyms: [[String]]
    /// First byte → entries that start with it, longest first.
    private let byFirstByte: [UInt8: [(bytes: [UInt8], entry: Int)]]

    /// The glossary of term pages; of two terms with one abbreviation the first counts.
    package init(_ entries: [Entry], synonyms: [[String]] = []) {
        self.entries = entries
        self.synonyms = synonyms
        var byFirstByte: [UInt8: [(bytes: [UInt8], entry: Int)]] = [:]
        for (index, entry) in entries.enumerated() {
            let bytes = Array(entry.abbreviation.utf8)
            guard let first = bytes.first, byFirstByte[first]?.contains(where: { $0.bytes == bytes }) != true else {
                continue
            }
            byFirstByte[first, default: []].append((bytes, index))
        }
        self.byFirstByte = byFirstByte.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }

    /// The abbreviations in `text`, in reading order, as whole words.
    package func find(in text: [UInt8]) -> [(range: Range<Int>, entry: Int)] {
        guard !byFirstByte.isEmpty else { return [] }
        var found: [(range: Range<Int>, entry: Int)] = []
        var index = 0
        while index < text.count {
            guard Self.isWord(text[index]) else {
                // A longer character that is no letter, such as a quotation mark, is passed over whole.
                repeat { index += 1 } while index < text.count && text[index] & 0xC0 == 0x80
                continue
            }
            let match = byFirstByte[text[index]]?.first { candidate in
                let end = index + candidate.bytes.count
                return end <= text.count && text[index..<end].elementsEqual(candidate.bytes)
                    && (end == text.count || !Self.isWord(text[end]) && !Self.joins(text[end]))
            }
            if let match {
                let end = index + match.bytes.count
                if index == 0 || !Self.joins(text[index - 1]) { found.append((index..<end, match.entry)) }
                index = end
            }
            while index < text.count, Self.isWord(text[index]) { index += 1 }
        }
        return found
    }

    /// ASCII letters and digits, and the bytes of Vietnamese letters (U+00C0 to U+01BF and U+1000 to U+1FFF).
    private static func isWord(_ byte: UInt8) -> Bool {
        (0x80...0xBF).contains(byte) || (0xC3...0xC6).contains(byte) || byte == 0xE1 || (0x30...0x39).contains(byte)
            || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Signs that make a word part of a document number: no abbreviation is marked in `37/KH-UBND`.
    private static func joins(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&")
    }
}
