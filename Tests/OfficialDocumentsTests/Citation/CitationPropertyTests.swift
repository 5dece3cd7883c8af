import OfficialDocuments
import TestSupport
import Testing

@Suite("Properties of finding")
struct CitationPropertyTests {
    /// A number of any family, made of the tables.
    private func number(_ random: inout SeededGenerator) -> DocumentNumber {
        let strong = Knowledge.standard.types.all.filter {
            $0.isStrong && !["TTLT", "NQLT", "SL"].contains($0.typeClass)
        }
        func issuers(_ families: Set<Issuer.Family>) -> [String] {
            Knowledge.standard.issuers.all.filter { families.contains($0.family) && !$0.code.hasSuffix("#") }.map(
                \.code)
        }
        let units = ["VP", "NC", "KT", "TCCB", "PC"]
        let serial = "\(Int.random(in: 1...9999, using: &random))"
        let type = strong.filter { !$0.isStateOnly }.randomElement(using: &random)?.code ?? "CT"
        let typeClass = Knowledge.standard.types.typeClass(of: type)
        let year = Int.random(in: 1990...2030, using: &random)
        let party = issuers([.party]).randomElement(using: &random) ?? "TU"
        let state = issuers([.state]).randomElement(using: &random) ?? "UBND"
        let unit = Bool.random(using: &random) ? "-" + (units.randomElement(using: &random) ?? "VP") : ""
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            return DocumentNumber(
                family: .party, serial: serial, type: type, typeClass: typeClass, issuer: party + unit, year: nil)
        case 1:
            return DocumentNumber(
                family: .administrative, serial: serial, type: type, typeClass: typeClass, issuer: state + unit,
                year: nil)
        case 2:
            return DocumentNumber(family: .letter, serial: serial, type: nil, issuer: "UBND-" + units[0], year: nil)
        case 3:
            return DocumentNumber(
                family: .normative, serial: serial, type: type, typeClass: typeClass, issuer: state, year: year)
        case 4: return DocumentNumber(family: .assembly, serial: serial, type: nil, issuer: "QH15", year: year)
        case 5:
            return DocumentNumber(
                family: .organisation, serial: serial, type: type, typeClass: typeClass, issuer: "MTTQ" + unit,
                year: nil, separators: .state)
        default:
            return DocumentNumber(family: .joint, serial: serial, type: "TTLT", issuer: "BTC-BNV", year: year)
        }
    }

    @Test("printing a number and parsing it gives it back", arguments: [UInt64(1), 2, 3])
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let number = number(&random)
            let parsed = try #require(DocumentNumber.parse(number.description, with: .standard), "\(number)")
            #expect(parsed.number == number, "\(number)")
            #expect(!parsed.isVariant, "\(number)")
        }
    }

    @Test("folding separators and case never changes identity", arguments: [UInt64(4), 5])
    func folding(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let number = number(&random)
            let text = number.description
            let dashes = ["–", "‑", "—", "−", " - ", "- "]
            let dashed = text.split(separator: "-", omittingEmptySubsequences: false)
                .joined(separator: dashes.randomElement(using: &random) ?? "-")
            for folded in [text.lowercased(), text.uppercased(), dashed] {
                // Units behind the issuer are not parted by space on both sides.
                if folded == dashed, dashed.contains(" - "), number.issuer.contains("-") { continue }
                let parsed = try #require(DocumentNumber.parse(folded, with: .standard), "\(folded)")
                #expect(parsed.number.key == number.key, "\(folded)")
            }
        }
    }

    @Test("the text at a citation's range is the citation, wherever it stands", arguments: [UInt64(6), 7])
    func ranges(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let finder = CitationFinder(.standard)
        for _ in 0..<60 {
            var text = ""
            var expected: [String] = []
            for _ in 0..<5 {
                let number = number(&random).description
                expected.append(number)
                text +=
                    ["Theo ", "Thực hiện văn bản số ", "Căn cứ Quyết định số ", "xem "].randomElement(using: &random)
                    ?? ""
                text += number + ([". ", ", ", " của cấp trên.\n", ";\n\n"].randomElement(using: &random) ?? ". ")
            }
            let bytes = Array(text.utf8)
            let found = finder.find(in: bytes).filter { $0.kind == .full }
            #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected, "\(text)")
        }
    }

    @Test("a newline or a no-break space at an allowed place keeps the citation", arguments: [UInt64(8), 9])
    func space(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let finder = CitationFinder(.standard)
        for _ in 0..<150 {
            let number = number(&random)
            let text = Array(number.description)
            for (index, character) in text.enumerated() where character == "-" || character == "/" {
                for (place, space) in [(index, "\n"), (index + 1, "\n"), (index, "\u{A0}"), (index + 1, "\u{A0}")] {
                    let spaced = String(text[..<place]) + space + String(text[place...])
                    let sentence = Array("Thực hiện văn bản số \(spaced) của cấp trên.".utf8)
                    let found = finder.find(in: sentence)
                    #expect(found.map(\.number) == [number], "\(spaced)")
                    #expect(found.map { String(decoding: sentence[$0.range], as: UTF8.self) } == [spaced])
                }
            }
        }
    }

    @Test("no text traps: cut, spliced and random bytes", arguments: [UInt64(10), 11, 12])
    func noTraps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let finder = CitationFinder(.standard)
        let names = CitationNames(["Quy chế giám sát và phản biện xã hội", "NQĐH XII", "Đề án 06"], with: .standard)
        let sentences = CitationSentence.all.map(\.text)
        let marks = Array("\n\n(),.;:-–/“”\"số 24 Điều khóa ngày \u{A0}\u{302}\u{31B}Đ".utf8)
        for _ in 0..<1500 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                guard let sentence = sentences.randomElement(using: &random) else { continue }
                let cut = Int.random(in: 0...sentence.count, using: &random)
                text += Bool.random(using: &random) ? sentence[..<cut] : sentence[cut...]
                if Bool.random(using: &random) {
                    text += marks.shuffled(using: &random).prefix(Int.random(in: 0...9, using: &random))
                }
            }
            for _ in 0..<Int.random(in: 0...6, using: &random) where !text.isEmpty {
                text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let found = finder.find(in: text, names: names)
            var last = 0
            for citation in found {
                #expect(citation.range.lowerBound >= last && citation.range.upperBound <= text.count)
                last = citation.range.upperBound
            }
        }
    }
}
