/// Which document of the collection a citation means.
public struct Resolution: Hashable, Sendable {
    /// The answer: a link, a choice or nothing.
    public enum Outcome: Hashable, Sendable {
        /// Exactly one document can be meant.
        case resolved(DocumentRecord.ID)
        /// These documents can be meant, or only this one but nothing says so; sorted, never empty.
        case ambiguous([DocumentRecord.ID])
        /// The document is not in the collection.
        case missing
    }

    /// Why a document with the cited number is not the one meant.
    public enum Conflict: String, Hashable, Sendable, CaseIterable {
        /// Another type: the resolution, where the citation says "Bộ luật".
        case type
        /// Another date than the one stated.
        case date
        /// Another term of the congress than the one stated.
        case term
        /// Issued after the citing page was written.
        case later
        /// Issued elsewhere than the citation, or the citing page, says.
        case place
        /// Issued by another body with the same code: Ban Bí thư, where the citation says "Bộ Chính trị".
        case body
        /// About something else than the title or topic stated.
        case topic
    }

    /// A document that bears the cited number or name and cannot be meant.
    public struct Rejection: Hashable, Sendable {
        /// The document that bears the number.
        public var document: DocumentRecord.ID
        /// What speaks against it.
        public var conflict: Conflict

        /// Takes the parts as they are.
        public init(document: DocumentRecord.ID, conflict: Conflict) {
            self.document = document
            self.conflict = conflict
        }
    }

    /// A link, a choice or nothing.
    public var outcome: Outcome
    /// Sorted by document.
    public var rejections: [Rejection]
    /// What is known of the document that the collection lacks; `nil` unless the outcome is `missing`, and for a
    /// citation that has no number to tell it by.
    public var missing: MissingDocument?

    /// Takes the parts as they are.
    public init(outcome: Outcome, rejections: [Rejection] = [], missing: MissingDocument? = nil) {
        self.outcome = outcome
        self.rejections = rejections
        self.missing = missing
    }

    /// The document, where exactly one can be meant.
    public var target: DocumentRecord.ID? {
        if case .resolved(let id) = outcome { id } else { nil }
    }
}
