import Diagnostics
import OfficialDocuments

extension Page {
    /// What the catalogue knows of the page, if it is an official document that can be told by its front matter.
    package func documentRecord(with knowledge: Knowledge) -> DocumentRecord? {
        guard kind == .document else { return nil }
        guard number != nil || head.isIdentifiedWithoutNumber else { return nil }
        return DocumentRecord(
            id: id,
            number: number,
            type: head.type.flatMap { knowledge.types.type(word: $0.value)?.code } ?? number?.type,
            title: head.title ?? "",
            issuer: head.issuer,
            locality: locality,
            date: head.date,
            expires: head.expires,
            term: head.term,
            aliases: head.aliases.map(\.value),
            status: head.status ?? .unknown,
            location: head.number?.location ?? location
        )
    }

    /// What the resolver knows of the page as the place of citations.
    package func context(in catalogue: DocumentCatalogue) -> PageContext {
        PageContext(
            id: id,
            document: catalogue[id],
            locality: locality,
            date: head.date ?? head.published,
            term: head.term
        )
    }

    /// The page's entry in the glossary, if it explains an abbreviation.
    package var glossaryEntry: Glossary.Entry? {
        guard kind == .term, let abbreviation = head.abbreviation, let expansion = head.expansion ?? head.title else {
            return nil
        }
        return Glossary.Entry(abbreviation: abbreviation, expansion: expansion, url: url)
    }
}
