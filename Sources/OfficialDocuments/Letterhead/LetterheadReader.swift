import Diagnostics
import VietnameseText

/// Reads the head of an official document from its lines: the layouts of Nghị định 30/2020/NĐ-CP (Phụ lục I) and of
/// Hướng dẫn 36-HD/VPTW, with or without the table they are set in, and the attribute tables of legal portals.
public struct LetterheadReader: Sendable {
    private let knowledge: Knowledge
    private let finder: CitationFinder
    private var localities: Localities { knowledge.localities }
    private var issuers: Issuers { knowledge.issuers }
    private var types: DocumentTypes { knowledge.types }

    /// A reader that knows what `knowledge` holds.
    public init(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        finder = CitationFinder(knowledge)
    }

    /// The most lines a head is looked for in.
    private static let reach = 80

    /// Reads the head that `lines` begin with.
    public func read(_ lines: [LayoutLine]) -> Letterhead {
        let lines = Array(lines.prefix(Self.reach))
        let attributes = AttributeLines(lines)
        let layout = HeadLayout(lines, types: types)
        var head = Letterhead()
        let own = ownNumbers(lines)
        head.isPresent = layout.isLetterhead || attributes.isTable
        readType(layout, attributes, &head)
        readNumber(layout, attributes, own, &head)
        readDate(layout, attributes, own, &head)
        readIssuer(layout, attributes, lines, &head)
        readTitle(layout, attributes, lines, &head)
        head.signer = attributes[.signer]
        head.length = layout.isLetterhead ? max(layout.end, layout.titleEnd) : attributes.end
        return head
    }

    // MARK: Number

    private func ownNumbers(_ lines: [LayoutLine]) -> [Citation] {
        let text = lines.map(\.text).joined(separator: "\n")
        return finder.find(in: Array(text.utf8)).filter { $0.kind == .own && $0.number != nil }
    }

    private func readNumber(
        _ layout: HeadLayout, _ attributes: AttributeLines, _ own: [Citation], _ head: inout Letterhead
    ) {
        let stated = attributes[.number].flatMap { DocumentNumber.parse($0, with: knowledge) }
        let labelled = layout.numberLine.flatMap { number(in: $0.text) }
        guard let (found, isVariant) = labelled ?? stated ?? own.first?.number.map({ ($0, false) }) else {
            if layout.hasBlankNumber {
                head.number.doubt = Message(vi: "số để trống trong bản gốc", en: "the number is left blank")
            } else if layout.isLetterhead {
                head.number.doubt = Message(vi: "không thấy số, ký hiệu", en: "no number was found")
            }
            return
        }
        head.number.value = found
        let others = Set((own.compactMap(\.number) + [stated?.number].compactMap(\.self)).map(\.key)).subtracting([
            found.key
        ])
        if labelled == nil, stated == nil {
            head.number.doubt = Message(
                vi: "số lấy từ lời văn, không từ dòng “Số:” của phần đầu",
                en: "the number is taken from the running text")
        } else if isVariant {
            head.number.doubt = Message(
                vi: "số viết khác cách chuẩn trong bản gốc", en: "the number is not written the canonical way")
        } else if !others.isEmpty {
            head.number.doubt = Message(vi: "phần đầu nêu nhiều số khác nhau", en: "the head states different numbers")
        } else if let word = head.type.value, let code = found.type, !agrees(word, code) {
            head.number.doubt = Message(
                vi: "ký hiệu \(code) không phải là của \(word)", en: "the code \(code) is not that of \(word)")
        } else if labelled != nil, !layout.isLetterhead {
            head.number.doubt = Message(
                vi: "có dòng “Số:” nhưng không có phần đầu văn bản", en: "there is a number but no letterhead around it"
            )
        }
    }

    /// The number of a line "Số: 37/KH-UBND", whatever stands behind it.
    private func number(in text: String) -> (number: DocumentNumber, isVariant: Bool)? {
        let words = text.split(separator: " ").map(String.init)
        for start in words.indices.prefix(3) {
            for end in (start + 1...max(start + 1, min(words.count, start + 7))).reversed() where end <= words.count {
                var candidate = words[start..<end].joined(separator: " ")
                if start == 0, let mark = candidate.firstIndex(of: ":") {
                    candidate = String(candidate[candidate.index(after: mark)...])
                }
                while candidate.last == "." || candidate.last == "," { candidate.removeLast() }
                guard let read = DocumentNumber.parse(candidate.trimmed, with: knowledge) else { continue }
                // Spaces inside are how offices type, not another spelling.
                let closed = DocumentNumber.parse(candidate.filter { $0 != " " }, with: knowledge)
                return (read.number, read.isVariant && closed?.isVariant != false)
            }
        }
        return nil
    }

    private func agrees(_ word: String, _ code: String) -> Bool {
        guard let type = types.type(word: word) else { return true }
        if types.typeClass(of: code) == type.typeClass { return true }
        return (types.codesInNumbers[word] ?? []).contains(code)
    }

    // MARK: Type

    private func readType(_ layout: HeadLayout, _ attributes: AttributeLines, _ head: inout Letterhead) {
        if let word = layout.typeWord {
            head.type.value = word
        } else if let word = attributes[.type], let type = types.type(word: word) {
            head.type.value = type.words.first ?? word.lowercased()
        } else if layout.isLetter {
            head.type.value = "công văn"
        }
    }

    // MARK: Date

    private func readDate(
        _ layout: HeadLayout, _ attributes: AttributeLines, _ own: [Citation], _ head: inout Letterhead
    ) {
        let inHead = layout.isLetterhead ? layout.dateLine.flatMap { date(in: $0.text) } : nil
        let stated = attributes[.date].flatMap(Self.bareDate)
        let cited = own.compactMap(\.date).first { $0.day != nil }
        head.place = inHead?.place
        guard let date = inHead?.date ?? stated ?? cited else {
            if layout.isLetterhead {
                head.date.doubt = Message(vi: "không thấy ngày ban hành", en: "no date of issue was found")
            }
            return
        }
        head.date.value = date
        if date.day == nil {
            head.date.doubt = Message(vi: "ngày để trống trong bản gốc", en: "the day is left blank")
        } else if let other = [stated, cited].compactMap(\.self).first(where: { !$0.agrees(with: date) }) {
            head.date.doubt = Message(
                vi: "phần đầu còn nêu ngày \(other.vietnamese)", en: "the head also states \(other.iso)")
        } else if inHead == nil, stated == nil {
            head.date.doubt = Message(vi: "ngày lấy từ lời văn", en: "the date is taken from the running text")
        } else if let year = head.number.value?.year, year >= 1900, year != date.year {
            head.date.doubt = Message(
                vi: "năm \(date.year) khác năm \(year) trong số hiệu", en: "the number states \(year)")
        }
    }

    /// "Khánh Hòa, ngày 05 tháng 3 năm 2026"; a day left blank leaves the month.
    private func date(in line: String) -> (date: PartialDate, place: String?)? {
        let text = ByteText(Array(line.utf8))
        var offset = 0
        while offset < text.count {
            guard let word = text.word(at: offset) else {
                offset = text.scalar(at: offset)?.end ?? text.count
                continue
            }
            if word.folded == "ngay" || word.folded == "thang",
                let (date, _) = DateReader(text: text).read(from: word.range.lowerBound)
            {
                return (date, place(before: word.range.lowerBound, in: line))
            }
            offset = word.range.upperBound
        }
        return nil
    }

    private func place(before offset: Int, in line: String) -> String? {
        let before = String(decoding: Array(line.utf8)[..<offset], as: UTF8.self)
        guard let comma = before.lastIndex(of: ",") else { return nil }
        var words = before[..<comma].split(separator: " ").map(String.init)
        if let last = words.lastIndex(where: { $0.contains("/") || $0.hasSuffix("phúc") || $0.hasSuffix("NAM") }) {
            words.removeSubrange(...last)
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// "25/09/2025", "28-01-2011", "ngày 05 tháng 3 năm 2007".
    private static func bareDate(_ text: String) -> PartialDate? {
        DateReader(text: ByteText(Array(text.utf8))).read(from: 0, isLabelled: false)?.date
    }

    // MARK: Issuer

    private func readIssuer(
        _ layout: HeadLayout, _ attributes: AttributeLines, _ lines: [LayoutLine], _ head: inout Letterhead
    ) {
        let naming = IssuerNaming(localities: localities, issuers: issuers)
        if !layout.issuerLines.isEmpty {
            head.issuer = naming.name(layout.issuerLines, body: layout.issuingBody, number: head.number.value)
        } else if let stated = attributes[.issuer] {
            head.issuer = Letterhead.Reading(stated)
        } else if layout.isLetterhead {
            head.issuer.doubt = Message(vi: "không thấy cơ quan ban hành", en: "no issuer was found")
        }
        guard let issuer = head.issuer.value else { return }
        let isLocal = head.number.value.map { Self.lastCode($0.issuer) }.flatMap(issuers.issuer(code:))?.isLocal ?? true
        guard isLocal else { return }
        switch localities.place(in: issuer, on: head.date.value) {
        case .places(let ids) where ids.count == 1:
            head.locality = Letterhead.Reading(ids[0])
        case .places(let ids):
            head.locality.doubt = Message(
                vi: "có nhiều nơi cùng tên: \(ids.joined(separator: ", "))",
                en: "several places go by the name: \(ids.joined(separator: ", "))")
        case .unknown:
            head.locality.doubt = Message(
                vi: "nơi của “\(issuer)” chưa có trong localities.yaml",
                en: "the place of “\(issuer)” is not in localities.yaml")
        case .none, .unit: readPlace(&head)
        }
    }

    /// Where the issuer names no place, the place before the date may: "Lạng Sơn, ngày …".
    private func readPlace(_ head: inout Letterhead) {
        guard let place = head.place, case .found(let id) = localities.lookup(place) else { return }
        head.locality = Letterhead.Reading(
            id,
            doubt: Message(
                vi: "địa phương đoán theo địa danh “\(place)” trước ngày ban hành",
                en: "the place is guessed from “\(place)” before the date"))
    }

    private static func lastCode(_ code: String) -> String {
        code.split(separator: "-").first.map(String.init) ?? code
    }

    // MARK: Title

    private func readTitle(
        _ layout: HeadLayout, _ attributes: AttributeLines, _ lines: [LayoutLine], _ head: inout Letterhead
    ) {
        var pieces = layout.titleLines.map(\.text)
        if pieces.isEmpty, let stated = attributes[.title] { pieces = [stated] }
        guard !pieces.isEmpty else {
            if head.isPresent { head.title.doubt = Message(vi: "không thấy trích yếu", en: "no title was found") }
            return
        }
        let joined = pieces.joined(separator: " ")
        let isShouted = LayoutLine(joined).isShouted
        let spelt =
            isShouted ? SentenceCase(localities: localities).spell(joined, isName: false) : joined.withCapital
        head.title.value = spelt
        if isShouted {
            head.title.doubt = Message(
                vi: "trích yếu vốn viết hoa toàn bộ, đã viết lại: xem các tên riêng",
                en: "the title was in capitals and has been respelt: check its names")
        } else if !layout.titleEndIsClear, !layout.titleLines.isEmpty {
            head.title.doubt = Message(
                vi: "không rõ trích yếu kết thúc ở đâu", en: "it is not clear where the title ends")
        }
    }
}

extension String {
    /// Without space at its ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// With a capital at its beginning.
    var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
