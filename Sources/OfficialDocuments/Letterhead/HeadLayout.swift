import VietnameseText

/// Which line of a head is what: issuer, number, motto, place and date, type, trích yếu.
struct HeadLayout {
    /// Lines of the issuing body and of the one above it, without anything that stands beside them.
    private(set) var issuerLines: [LayoutLine] = []
    /// "Số: 37/KH-UBND".
    private(set) var numberLine: LayoutLine?
    /// "Khánh Hòa, ngày 05 tháng 3 năm 2026".
    private(set) var dateLine: LayoutLine?
    /// "kế hoạch".
    private(set) var typeWord: String?
    /// The body named under the type: "của Ban Thường vụ Tỉnh ủy".
    private(set) var issuingBody: String?
    private(set) var titleLines: [LayoutLine] = []
    /// Whether something marks the end of the trích yếu: a rule, the end of bold, or how the text goes on.
    private(set) var titleEndIsClear = true
    /// The line behind the head proper, and behind the trích yếu.
    private(set) var end = 0
    private(set) var titleEnd = 0
    /// A công văn: no type, "V/v" or "Kính gửi".
    private(set) var isLetter = false
    private var hasMotto = false
    private(set) var hasBlankNumber = false

    /// Two of the parts of a head: motto, number, place and date.
    var isLetterhead: Bool {
        [hasMotto, numberLine != nil || hasBlankNumber, dateLine != nil].count(where: { $0 }) >= 2
    }

    private let types: DocumentTypes

    init(_ lines: [LayoutLine], types: DocumentTypes) {
        self.types = types
        readHead(lines)
        guard isLetterhead else { return }
        readTitle(lines)
    }

    // MARK: The head proper

    private mutating func readHead(_ lines: [LayoutLine]) {
        var subject: [LayoutLine] = []
        var start = lines.firstIndex { isStart($0) } ?? 0
        let first = start
        while start < lines.count, start - first < 40 {
            let line = lines[start]
            if isBody(line) || numberLine != nil && typeWord(of: line) != nil { break }
            start += 1
            if line.isOrnament { continue }
            if Self.isSubject(line) || !subject.isEmpty && isContinuation(line) {
                subject.append(line)
                continue
            }
            split(line)
            if isLetterhead, numberLine != nil || hasBlankNumber, dateLine != nil, hasMotto, subject.isEmpty,
                start < lines.count, !belongs(lines[start])
            {
                break
            }
        }
        end = start
        isLetter = !subject.isEmpty || start < lines.count && lines[start].opens(with: "kinh gui")
        guard !subject.isEmpty else { return }
        titleLines = subject
        titleLines[0] = LayoutLine("Về việc " + Self.withoutSubject(subject[0]), isStrong: false)
        titleEnd = end
    }

    /// Where the head begins: pages have a heading or a menu before it.
    private func isStart(_ line: LayoutLine) -> Bool {
        if Self.mottos.contains(where: { line.folded.contains($0) }) { return true }
        if Self.isNumber(line) { return true }
        return line.isShouted && IssuerNaming.isOffice(line) && typeWord(of: line) == nil
    }

    private func belongs(_ line: LayoutLine) -> Bool {
        line.isOrnament || Self.isSubject(line) || Self.isNumber(line)
            || Self.mottos.contains { line.folded.contains($0) }
    }

    private mutating func split(_ line: LayoutLine) {
        var rest = line.text
        for motto in Self.mottos {
            let folded = LayoutLine(rest).folded
            guard let range = folded.range(of: motto) else { continue }
            hasMotto = true
            // Folding keeps the number of characters, so that an offset counts in both.
            let start = folded.distance(from: folded.startIndex, to: range.lowerBound)
            let end = folded.distance(from: folded.startIndex, to: range.upperBound)
            rest = String(rest.prefix(start) + " " + rest.dropFirst(end))
        }
        let remaining = LayoutLine(rest)
        if remaining.isOrnament { return }
        if Self.isNumber(remaining) {
            readNumber(remaining)
        } else if dateLine == nil, remaining.folded.contains("ngay"),
            remaining.folded.contains("nam") || remaining.folded.contains("/")
        {
            dateLine = remaining
        } else if numberLine == nil, !hasBlankNumber, isIssuer(remaining) {
            let trimmed = remaining.text.reversed().drop { !$0.isLetter && $0 != ")" }.reversed()
            issuerLines.append(LayoutLine(String(trimmed), isStrong: line.isStrong))
        }
    }

    private func isIssuer(_ line: LayoutLine) -> Bool { line.isShouted || IssuerNaming.isOffice(line) }

    private mutating func readNumber(_ line: LayoutLine) {
        guard numberLine == nil else { return }
        let rest = line.text.dropFirst(2).drop { $0 == ":" || $0 == " " || $0 == "." || $0 == "…" || $0 == "_" }
        if rest.first == "/" || rest.first == "-" {
            hasBlankNumber = true
        } else {
            numberLine = line
        }
        if line.folded.contains("ngay"), line.folded.contains("nam"), dateLine == nil { dateLine = line }
    }

    // MARK: Type and trích yếu

    private mutating func readTitle(_ lines: [LayoutLine]) {
        var index = end
        while index < lines.count, lines[index].isOrnament { index += 1 }
        guard index < lines.count, let word = typeWord(of: lines[index]) else {
            if titleLines.isEmpty { titleEndIsClear = false }
            return
        }
        typeWord = word
        let typeLine = lines[index]
        index += 1
        let behind = typeLine.text.split(separator: " ").dropFirst(word.split(separator: " ").count)
        titleLines = []
        if !behind.isEmpty { titleLines.append(LayoutLine(behind.joined(separator: " "), isStrong: typeLine.isStrong)) }
        titleEndIsClear = false
        while index < lines.count, titleLines.count < 7 {
            let line = lines[index]
            if line.isOrnament {
                index += 1
                if titleLines.isEmpty { continue }
                titleEndIsClear = true
                break
            }
            if isBody(line) || isAuthority(line) {
                titleEndIsClear = true
                break
            }
            if let last = titleLines.last, !goesOn(last, line) {
                titleEndIsClear = last.isStrong != line.isStrong || line.text.count > 200
                break
            }
            titleLines.append(line)
            index += 1
        }
        titleEnd = index
        readIssuingBody()
    }

    private func goesOn(_ last: LayoutLine, _ line: LayoutLine) -> Bool {
        if last.isStrong, line.isStrong { return true }
        if last.isShouted, line.isShouted { return true }
        return line.text.first?.isLowercase == true && !last.text.hasSuffix(".")
    }

    /// "của Ban Thường vụ Tỉnh ủy" under the type says who, more exactly than the head.
    private mutating func readIssuingBody() {
        guard let first = titleLines.first, first.opens(with: "cua") else { return }
        let words = first.text.split(separator: " ").dropFirst()
        let about = words.firstIndex { ["về", "VỀ"].contains($0) } ?? words.endIndex
        issuingBody = words[..<about].joined(separator: " ")
        titleLines.removeFirst()
        if about < words.endIndex {
            titleLines.insert(LayoutLine(words[about...].joined(separator: " "), isStrong: first.isStrong), at: 0)
        }
    }

    // MARK: What a line is

    /// The type that a line in capitals opens with: "CHƯƠNG TRÌNH HÀNH ĐỘNG", "CHỈ THỊ CỦA BAN THƯỜNG VỤ …".
    private func typeWord(of line: LayoutLine) -> String? {
        let words = line.text.split(separator: " ").map { $0.filter(\.isLetter) }
        for count in stride(from: min(4, words.count), to: 0, by: -1) {
            let phrase = words[..<count].joined(separator: " ")
            guard let type = types.type(word: phrase), LayoutLine(phrase).isShouted else { continue }
            let behind = words.dropFirst(count).joined(separator: " ")
            let isAlone = behind.isEmpty || line.isShouted || ["về", "của"].contains(words[count].lowercased())
            let folded = Folding.fold(phrase)
            return isAlone ? type.words.first { Folding.fold($0) == folded } : nil
        }
        return nil
    }

    private static func isNumber(_ line: LayoutLine) -> Bool {
        guard line.folded.hasPrefix("so"), line.text.first?.isUppercase == true else { return false }
        let rest = line.folded.dropFirst(2).drop { $0 == " " || $0 == ":" || $0 == "." || $0 == "…" || $0 == "_" }
        guard let first = rest.first else { return false }
        return (first.isNumber || first == "/" || first == "-") && rest.contains { $0 == "/" || $0 == "-" }
    }

    private static func isSubject(_ line: LayoutLine) -> Bool {
        line.folded.hasPrefix("v/v") || line.opens(with: "ve viec")
    }

    private static func withoutSubject(_ line: LayoutLine) -> String {
        let count = line.folded.hasPrefix("v/v") ? 3 : "ve viec".count
        return String(line.text.dropFirst(count).drop { $0 == ":" || $0 == " " || $0 == "." })
    }

    /// Whether a line goes on with the subject of a letter.
    private func isContinuation(_ line: LayoutLine) -> Bool {
        !belongs(line) && !(line.folded.contains("ngay") && line.folded.contains("nam")) && line.text.count < 120
            && !line.isShouted
    }

    private func isBody(_ line: LayoutLine) -> Bool {
        Self.openings.contains { line.opens(withMarked: $0) } || line.text.count > 400 || Self.isEnumerated(line)
    }

    /// "I.", "1.", "a)", "Điều 1." in front of a line.
    private static func isEnumerated(_ line: LayoutLine) -> Bool {
        guard let first = line.text.split(separator: " ").first, first.count <= 5 else { return false }
        guard let mark = first.last, mark == "." || mark == ")" else { return false }
        let body = first.dropLast()
        return !body.isEmpty
            && (body.allSatisfy(\.isNumber) || body.allSatisfy { "IVX".contains($0) } || body.count == 1)
    }

    /// "ỦY BAN NHÂN DÂN TỈNH NINH THUẬN" under the trích yếu of a decision: who decides.
    private func isAuthority(_ line: LayoutLine) -> Bool {
        guard !titleLines.isEmpty, line.isShouted else { return false }
        return IssuerNaming.isOffice(line)
            || ["chu tich", "bo truong", "thu tuong", "giam doc", "truong ban"]
                .contains { line.opens(with: $0) }
    }

    private static let mottos = [
        "cong hoa xa hoi chu nghia viet nam", "cong hoa xa hoi", "chu nghia viet nam", "doc lap - tu do - hanh phuc",
        "doc lap – tu do – hanh phuc", "doc lap - tu do – hanh phuc", "doc lap – tu do - hanh phuc",
        "doc lap-tu do-hanh phuc", "doc lap -tu do- hanh phuc", "doc lap -tu do -hanh phuc",
        "dang cong san viet nam",
    ]
    /// Marks count: Phan Rang is no "phần".
    private static let openings = [
        "căn cứ", "kính gửi", "thực hiện", "xét", "theo đề nghị", "điều", "phần", "chương", "mục", "quyết định:",
        "(kèm theo", "(ban hành kèm", "nơi nhận", "quyết nghị",
    ]
}
