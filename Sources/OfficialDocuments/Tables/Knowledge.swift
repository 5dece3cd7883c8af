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
    let issuerNames: IssuerNames

    /// The tables that come with the library, and the issuers and places that a site adds.
    public init(issuers: [Issuer] = [], localities: [Locality] = []) {
        types = DocumentTypes(table: PackageResources.types_tsv)
        self.issuers = Issuers(table: PackageResources.issuers_tsv).adding(issuers)
        self.localities = Localities(adding: localities)
        relations = RelationPhrases(table: PackageResources.relations_tsv)
        refused = RefusedForms(table: PackageResources.refused_tsv)
        typeWords = TypeWords(types)
        issuerNames = IssuerNames(self.issuers.all)
    }

    /// Whether `phrase` names an issuer of the table or a place.
    func namesIssuer(_ phrase: String) -> Bool {
        !issuerNames.codes(in: phrase).isEmpty || localities.place(in: phrase) != .none
    }

    /// The number that a short form with its year must have, where its type or the stated issuer leaves one: nghị định are
    /// the Government's alone (Luật 64/2025/QH15), "Thông tư 76/2024 của Bộ Tài chính" is 76/2024/TT-BTC. A quyết định may
    /// or may not carry its year.
    func number(type: String, serial: String, year: Int, issuer phrase: String?) -> DocumentNumber? {
        let typeClass = types.typeClass(of: type)
        guard ["NĐ", "TT"].contains(typeClass), let code = types.type(code: type)?.code else { return nil }
        var issuer: String?
        if typeClass == "NĐ" {
            issuer = "CP"
        } else if let phrase {
            let codes = issuerNames.codes(in: phrase).filter { issuers.issuer(code: $0)?.family == .state }
            issuer = codes.count == 1 ? codes.first : nil
        }
        return issuer.map {
            DocumentNumber(
                family: .normative, serial: serial, type: code, typeClass: typeClass, issuer: $0, year: year)
        }
    }
}
