/// What is known of the domain: types, issuers, relation phrases, places and what looks like a number and is none.
///
/// Made once where a site's own tables are read, and handed to the finder, the catalogue and all that come after. A
/// class, since the readers of every citation share it.
public final class Knowledge: Sendable {
    /// The types of documents.
    public let types: DocumentTypes
    /// The issuers of the table and a site's own.
    public let issuers: Issuers
    /// The places of the table and a site's own.
    public let localities: Localities
    let relations: RelationPhrases
    let refused: RefusedForms
    let typeWords: TypeWords

    /// The tables that come with the library, and the issuers and places that a site adds.
    public init(issuers: [Issuer] = [], localities: [Locality] = []) {
        types = DocumentTypes(table: PackageResources.types_tsv)
        self.issuers = Issuers(table: PackageResources.issuers_tsv).adding(issuers)
        self.localities = Localities(adding: localities)
        relations = RelationPhrases(table: PackageResources.relations_tsv)
        refused = RefusedForms(table: PackageResources.refused_tsv)
        typeWords = TypeWords(types)
    }
}
