/// A mention of an official document in running text.
public struct Citation: Hashable, Sendable {
    /// How the document is named.
    public enum Kind: String, Sendable, CaseIterable {
        /// By its whole number.
        case full
        /// The page's own number, in its head: "Số: 24-CT/TU".
        case own
        /// A member of a list that leaves out the code: the 24 of "số 24, 25-NQ/TW".
        case elided
        /// By a number that was read through an error: `22/CT-TW`, `NÐ-CP` with a foreign letter.
        case variant
        /// By a short form after a first full mention: "Chỉ thị 24", "Nghị quyết này".
        case short
        /// By name: "Nghị quyết Hội nghị Trung ương 7 (khóa XI)", a quoted title, an alias.
        case name
    }

    /// UTF-8 offsets in the scanned text: the number itself; the type word too for a short form; the name for a name.
    public var range: Range<Int>
    /// How the document is named.
    public var kind: Kind
    /// The canonical number. For a short form the number it stands for, where the page says it; `nil` for a name.
    public var number: DocumentNumber?
    /// The serial of a short form whose full number the page does not give: the 49 of "Chỉ thị số 49".
    public var serial: String?
    /// The year that a short form gives as part of the number: 2024 of "Nghị định 168/2024".
    public var year: Int?
    /// Canonical type code of the type word beside the number ("Chỉ thị" → `CT`, "Quy định" → `QyĐ`), if any.
    public var typeWord: String?
    /// The date stated beside the number.
    public var date: PartialDate?
    /// The issuer phrase stated beside the number, as written: "Ban Thường vụ Tỉnh ủy Lâm Đồng".
    public var issuerPhrase: String?
    /// The term of the congress stated beside it: 11 for "(khóa XI)".
    public var term: Int?
    /// The quoted title or the topic that follows, without its quotation marks.
    public var title: String?
    /// Điều, khoản, điểm that the citation points into.
    public var pinpoint: Pinpoint?
    /// The relation phrase that governs the citation, if any.
    public var relation: RelationPhrase?
    /// How the number as written departs from its canonical spelling; empty for names and short forms.
    public var deviations: Deviation = []
    /// What a citation by name names; `nil` for every other kind.
    public var name: NamedDocument?

    /// The parts of the number that stand in the text, and those that were read from elsewhere in the page or from what the
    /// domain leaves no choice about.
    public var parts: (written: [String], inferred: [String]) {
        let hasYear = number?.year != nil
        switch kind {
        case .name: return ([], [])
        case .full, .own, .variant:
            let parts = ["serial", number?.type == nil ? nil : "type", hasYear ? "year" : nil, "issuer"]
            return (parts.compactMap(\.self), [])
        case .short, .elided:
            var written: [String] = []
            var inferred: [String] = []
            if typeWord != nil { written.append("type") } else if number?.type != nil { inferred.append("type") }
            if kind == .elided || serial != nil { written.append("serial") } else { inferred.append("serial") }
            if year != nil { written.append("year") } else if hasYear { inferred.append("year") }
            if number != nil { inferred.append("issuer") }
            return (written, inferred)
        }
    }

    /// A citation of which no more is known yet.
    public init(range: Range<Int>, kind: Kind, number: DocumentNumber?) {
        self.range = range
        self.kind = kind
        self.number = number
    }
}

/// A place inside a document: "điểm a khoản 2 Điều 5".
public struct Pinpoint: Hashable, Sendable {
    /// Điều.
    public var article: Int?
    /// Khoản.
    public var clause: Int?
    /// A letter: a, b, c, d, đ …
    public var point: String?

    /// A place by the parts that are stated.
    public init(article: Int? = nil, clause: Int? = nil, point: String? = nil) {
        self.article = article
        self.clause = clause
        self.point = point
    }

    /// The anchor in the target page: `dieu-5-khoan-2-diem-a`; headings and numbered clauses get the same form.
    public var anchor: String {
        var parts: [String] = []
        if let article { parts.append("dieu-\(article)") }
        if let clause { parts.append("khoan-\(clause)") }
        if let point { parts.append("diem-\(point == "đ" ? "dd" : point)") }
        return parts.joined(separator: "-")
    }

    /// The anchor and those of what it lies in, the closest first: khoản 2 Điều 5, then Điều 5.
    public var anchors: [String] {
        let wider = [Pinpoint(article: article, clause: clause), Pinpoint(article: article)].map(\.anchor)
        return ([anchor] + wider).reduce(into: []) { found, anchor in
            if !anchor.isEmpty, !found.contains(anchor) { found.append(anchor) }
        }
    }
}

/// A relation phrase read beside a citation: "thay thế", "được sửa đổi tại".
public struct RelationPhrase: Hashable, Sendable {
    /// From the active side.
    public var relation: Relation
    /// True when the page is on the receiving side: "được thay thế bởi".
    public var isPassive: Bool

    /// A phrase with its relation and voice.
    public init(relation: Relation, isPassive: Bool) {
        self.relation = relation
        self.isPassive = isPassive
    }
}
