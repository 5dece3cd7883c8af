import Content
import Diagnostics
import Markdown
import OfficialDocuments

/// Reads the head of a page: the first stage, run in parallel.
struct PageReader: Sendable {
    let options: BuildOptions
    let knowledge: Knowledge
    /// The ids of places, for those that are misspelt.
    let localityNames: KnownNames

    /// What the head of a file gives.
    struct Reading: Sendable {
        /// `nil` when the page is not to be shown.
        var page: Page?
        /// Why it is not, where its author wants it so.
        var omission: Omission?
        /// The problems of its head.
        var diagnostics: [Diagnostic] = []
    }

    func read(_ file: SourceFile) -> Reading {
        var (front, diagnostics) = FrontMatter.read(file.bytes, path: file.displayPath)
        if !front.isPresent, let problem = UnopenedHead.problem(of: file) { diagnostics.append(problem) }
        let kind = PageKind(path: file.path)
        let reader = HeadReader(front.entries, kind: kind)
        diagnostics += reader.diagnostics
        let head = reader.head
        if let omission = omission(of: head, kind: kind) { return Reading(omission: omission) }
        if file.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
            return Reading(diagnostics: [emptyFile(file)])
        }
        let isBroken = diagnostics.contains {
            ["broken-yaml", "unclosed-front-matter", "unopened-front-matter"].contains($0.id)
        }
        if kind == .document, !isBroken, !diagnostics.contains(where: { $0.id == "unfilled" }) {
            diagnostics += documentProblems(head, file)
        }
        var page = Page(
            file: file,
            url: Permalink.output(of: file.path),
            kind: kind,
            head: head,
            bodyOffset: front.bodyOffset,
            isHeadBroken: isBroken,
            number: head.number.flatMap { DocumentNumber.parse($0.value, with: knowledge)?.number },
            locality: nil
        )
        if let stated = head.locality {
            switch knowledge.localities.lookup(stated.value) {
            case .found(let id): page.locality = id
            case .ambiguous(let ids): diagnostics.append(LocalityProblem.ambiguous(stated, ids))
            case .unknown: diagnostics.append(LocalityProblem.unknown(stated, among: localityNames))
            }
        }
        return Reading(page: page, diagnostics: diagnostics)
    }

    private func omission(of head: PageHead, kind: PageKind) -> Omission? {
        if head.isDraft && !options.includesDrafts { return .draft }
        guard let today = options.today else { return nil }
        if let date = head.published ?? head.date, date > today, !options.includesFuture { return .future }
        if kind != .document, let expires = head.expires, expires < today, !options.includesExpired { return .expired }
        return nil
    }

    private func documentProblems(_ head: PageHead, _ file: SourceFile) -> [Diagnostic] {
        let place = SourceLocation(path: file.displayPath)
        if let number = head.number {
            if let canonical = DocumentNumber.parse(number.value, with: knowledge)?.number.description {
                return canonical == number.value ? [] : [.otherForm("number-form", number, usual: canonical)]
            }
            return [
                Diagnostic(
                    id: "unreadable-number",
                    severity: .error,
                    location: number.location,
                    message: Message(
                        vi: "không đọc được số hiệu \(number.value)", en: "the number \(number.value) cannot be read"),
                    suggestion: Message(
                        vi: "viết như 24-CT/TU, 37/KH-UBND hoặc 30/2020/NĐ-CP",
                        en: "write it as 24-CT/TU, 37/KH-UBND or 30/2020/NĐ-CP"),
                    passage: Passage(number.value)
                )
            ]
        }
        guard !head.isIdentifiedWithoutNumber else { return [] }
        return [
            Diagnostic(
                id: "missing-number",
                severity: .error,
                location: place,
                message: Message(
                    vi: "văn bản không có số hiệu, cũng không nói rõ loại",
                    en: "the document has neither number nor type"),
                suggestion: Message(
                    vi: "thêm number, hoặc type nếu văn bản không có số",
                    en: "add number, or type for a document without one")
            )
        ]
    }

    private func emptyFile(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            id: "empty-file",
            severity: .error,
            location: SourceLocation(path: file.displayPath),
            message: Message(vi: "tệp trống", en: "the file is empty"),
            suggestion: Message(vi: "viết nội dung, hoặc xóa tệp", en: "write the page, or remove the file")
        )
    }
}

/// The diagnostics of a stated locality.
private enum LocalityProblem {
    static func ambiguous(_ stated: Located<String>, _ ids: [Locality.ID]) -> Diagnostic {
        let list = ids.joined(separator: ", ")
        return Diagnostic(
            id: "ambiguous-locality",
            severity: .error,
            location: stated.location,
            message: Message(vi: "có nhiều nơi tên \(stated.value)", en: "several places are called \(stated.value)"),
            suggestion: Message(vi: "viết mã của nơi muốn nói: \(list)", en: "write the id of the one meant: \(list)")
        )
    }

    static func unknown(_ stated: Located<String>, among names: KnownNames) -> Diagnostic {
        let closest = names.closest(to: stated.value)
        return Diagnostic(
            id: "unknown-locality",
            severity: .warning,
            location: stated.location,
            message: Message(vi: "không biết địa phương \(stated.value)", en: "unknown locality \(stated.value)"),
            suggestion: closest.map { Message(vi: "có phải là \($0)?", en: "did you mean \($0)?") }
                ?? Message(vi: "thêm nơi này vào localities.yaml", en: "add the place to localities.yaml")
        )
    }
}
