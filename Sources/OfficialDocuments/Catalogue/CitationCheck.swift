import Diagnostics

/// What an editor should know about one citation: `ambiguous-citation`, `missing-citation`, `variant-citation`,
/// `cites-later-document`, `number-contradicts-word` and `near-miss`.
public struct CitationCheck: Sendable {
    private let catalogue: DocumentCatalogue
    private let page: PageContext

    /// Checks citations on `page`.
    public init(_ catalogue: DocumentCatalogue, page: PageContext) {
        self.catalogue = catalogue
        self.page = page
    }

    /// The remark on a number that is nearly written; `text` is what stands in the page at `location`.
    public func diagnose(_ miss: NearMiss, text: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "near-miss",
            severity: .warning,
            location: location,
            message: Message(
                vi: "“\(text)” không phải cách viết số hiệu, nên không được liên kết",
                en: "“\(text)” is no way to write a number, and is not linked"
            ),
            suggestion: Message(vi: "Có phải là “\(miss.number)”?", en: "Did you mean “\(miss.number)”?"),
            passage: Passage(text)
        )
    }

    /// The problems of `citation`, whose text in the page is `text`, at `location`.
    public func diagnose(
        _ citation: Citation,
        _ resolution: Resolution,
        text: String,
        at location: SourceLocation
    ) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        // A number set with spaces is read as meant; anything more an editor should mend.
        if citation.kind == .variant, !citation.deviations.subtracting(.spacing).isEmpty, let number = citation.number {
            problems.append(variant(text, number.description, location, isKnown: resolution.target != nil))
        }
        if let problem = otherType(citation, text, location) { problems.append(problem) }
        switch resolution.outcome {
        case .resolved: break
        case .ambiguous(let ids): problems.append(ambiguous(text, ids.compactMap { catalogue[$0] }, location))
        case .missing:
            let rejected = resolution.rejections
            if rejected.count == 1, let only = rejected.first, only.conflict == .later,
                let late = catalogue[only.document]
            {
                problems.append(later(text, late, location))
            }
            // A short form or a name may be no citation at all; only a number surely is.
            if (citation.number ?? resolution.missing?.number) != nil, citation.kind != .own {
                problems.append(missing(text, rejected, location))
            }
        }
        return problems
    }

    /// "Chỉ thị số 217-QĐ/TW": the word and the code say different things.
    private func otherType(_ citation: Citation, _ text: String, _ location: SourceLocation) -> Diagnostic? {
        let types = catalogue.knowledge.types
        guard citation.kind == .full || citation.kind == .variant, let number = citation.number, let code = number.type,
            let word = citation.typeWord, let stated = types.type(code: word), let own = types.type(code: code),
            stated.typeClass != own.typeClass, Self.distinct.isSuperset(of: [stated.typeClass, own.typeClass])
        else { return nil }
        var meant = number
        (meant.type, meant.typeClass) = (stated.code, stated.typeClass)
        let known = catalogue.documents(numbered: meant).isEmpty ? nil : meant
        let (said, read) = (stated.words.first ?? word, own.words.first ?? code)
        return Diagnostic(
            id: "number-contradicts-word",
            severity: .warning,
            location: location,
            message: Message(
                vi: "“\(text)” là số hiệu của \(read), nhưng chữ trước nó là “\(said)”",
                en: "“\(text)” is the number of a \(read), but the word before it is “\(said)”"
            ),
            suggestion: Message(
                vi: known.map { "Có phải là “\($0)”?" } ?? "Sửa chữ trước số hiệu, hoặc sửa số hiệu",
                en: known.map { "Did you mean “\($0)”?" } ?? "Correct the word before the number, or the number"
            ),
            passage: Passage(text)
        )
    }

    /// Classes of types of which no document is called by the word of another; a scheme goes by the decision on it.
    private static let distinct: Set<String> = ["NQ", "CT", "QĐ", "KL", "NĐ", "TT", "TB", "HD", "TTr", "BC", "CV"]

    /// Where the number as it was read is that of a document of the collection, nothing else was meant.
    private func variant(_ text: String, _ canonical: String, _ location: SourceLocation, isKnown: Bool) -> Diagnostic {
        Diagnostic(
            id: "variant-citation",
            severity: .warning,
            location: location,
            message: Message(
                vi: "“\(text)” được hiểu là “\(canonical)”",
                en: "“\(text)” was read as “\(canonical)”"
            ),
            suggestion: Message(vi: "Viết “\(canonical)”", en: "Write “\(canonical)”"),
            passage: Passage(text, correction: isKnown ? canonical : nil)
        )
    }

    private func ambiguous(_ text: String, _ records: [DocumentRecord], _ location: SourceLocation) -> Diagnostic {
        let rest = records.count - Self.mostNamed
        let named = records.prefix(Self.mostNamed)
        let references = named.map { "“\(Reference.text(for: $0, with: catalogue.knowledge))”" }.joined(
            separator: ", ")
        let links = named.map { "[\(text)](\(ContentPath.relative(from: page.id, to: $0.id)))" }.joined(
            separator: ", ")
        let message =
            records.count == 1
            ? Message(
                vi: "“\(text)” có thể là \(references), nhưng không có gì trong trang cho biết chắc",
                en: "“\(text)” may be \(references), but nothing in the page tells for sure"
            )
            : Message(
                vi: "“\(text)” có thể là \(records.count) văn bản: \(references)"
                    + (rest > 0 ? " và \(rest) văn bản nữa" : ""),
                en: "“\(text)” may be any of \(records.count) documents: \(references)"
                    + (rest > 0 ? " and \(rest) more" : "")
            )
        return Diagnostic(
            id: "ambiguous-citation",
            severity: .warning,
            location: location,
            message: message,
            suggestion: Message(
                vi: "Ghi đủ ngày hoặc cơ quan ban hành như trên, hoặc đặt liên kết: \(links)",
                en: "State the date or the issuer as above, or write a link: \(links)"
            ),
            related: named.map(\.location),
            passage: Passage(text)
        )
    }

    /// An editor chooses among so many; a much-used number is borne by hundreds.
    private static let mostNamed = 6

    private func missing(
        _ text: String,
        _ rejections: [Resolution.Rejection],
        _ location: SourceLocation
    ) -> Diagnostic {
        let rest = rejections.count - Self.mostNamed
        let others = rejections.prefix(Self.mostNamed).compactMap { rejection in
            catalogue[rejection.document].map { record in
                Message(
                    vi:
                        "“\(Reference.text(for: record, with: catalogue.knowledge))” \(rejection.conflict.reason.vietnamese)",
                    en:
                        "“\(Reference.text(for: record, with: catalogue.knowledge))” \(rejection.conflict.reason.english)"
                )
            }
        }
        let explained = others.isEmpty ? "" : ": "
        return Diagnostic(
            id: "missing-citation",
            severity: .note,
            location: location,
            message: Message(
                vi:
                    "“\(text)” chưa có trong kho\(explained)\(others.map(\.vietnamese).joined(separator: "; "))"
                    + (rest > 0 ? "; và \(rest) văn bản nữa" : ""),
                en: "“\(text)” is not in the collection\(explained)\(others.map(\.english).joined(separator: "; "))"
                    + (rest > 0 ? "; and \(rest) more" : "")
            ),
            suggestion: others.isEmpty
                ? Message(vi: "Thêm trang cho văn bản này vào van-ban/", en: "Add a page for it to van-ban/")
                : Message(
                    vi: "Kiểm tra ngày và cơ quan ban hành, hoặc thêm trang cho văn bản này vào van-ban/",
                    en: "Check the date and the issuer, or add a page for it to van-ban/"
                ),
            related: rejections.prefix(Self.mostNamed).compactMap { catalogue[$0.document]?.location },
            passage: Passage(text)
        )
    }

    private func later(_ text: String, _ record: DocumentRecord, _ location: SourceLocation) -> Diagnostic {
        let issued = record.date?.vietnamese ?? ""
        let written = page.date?.vietnamese ?? ""
        return Diagnostic(
            id: "cites-later-document",
            severity: .warning,
            location: location,
            message: Message(
                vi: "“\(text)” ban hành ngày \(issued), sau ngày của trang này (\(written)), nên không được liên kết",
                en: "“\(text)” was issued on \(issued), after the date of this page (\(written)), and is not linked"
            ),
            suggestion: Message(
                vi: "Kiểm tra hai ngày ấy, hoặc ghi ngày bên cạnh số hiệu",
                en: "Check both dates, or state the date beside the number"
            ),
            related: [record.location],
            passage: Passage(text)
        )
    }
}

extension Resolution.Conflict {
    /// The end of the sentence "the document …".
    var reason: Message {
        switch self {
        case .type: Message(vi: "thuộc loại văn bản khác", en: "is of another type")
        case .date: Message(vi: "có ngày khác", en: "has another date")
        case .term: Message(vi: "thuộc khóa khác", en: "is of another term")
        case .later: Message(vi: "ban hành sau ngày của trang", en: "was issued after the date of the page")
        case .place: Message(vi: "của địa phương khác", en: "is of another place")
        case .body: Message(vi: "do cơ quan khác ban hành", en: "was issued by another body")
        case .topic: Message(vi: "nói về việc khác", en: "is about something else")
        }
    }
}
