/// What the citing page says about itself; it helps to tell which document a bare number means.
public struct PageContext: Hashable, Sendable {
    /// The content path of the page, such as `bao-cao/lam-dong-5-nam-24-ct-tu.md`.
    public var id: String
    /// The document the page is the page of, if it is one.
    public var document: DocumentRecord?
    /// Id of a locality in the gazetteer.
    public var locality: Locality.ID?
    /// The page's date: issued, published or written.
    public var date: PartialDate?
    /// The term of the congress the page says it belongs to: 12 for khóa XII.
    public var term: Int?

    /// `locality`, `date` and `term` default to those of `document`.
    public init(
        id: String,
        document: DocumentRecord? = nil,
        locality: Locality.ID? = nil,
        date: PartialDate? = nil,
        term: Int? = nil
    ) {
        self.id = id
        self.document = document
        self.locality = locality ?? document?.locality
        self.date = date ?? document?.date
        self.term = term ?? document?.term
    }
}
