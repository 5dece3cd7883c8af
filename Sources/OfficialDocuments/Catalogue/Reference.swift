/// A reference as editors write it in front matter: "25-NQ/TW ngày 03/6/2013".
public enum Reference {
    /// What to write so that `record` and no other is meant: number, date and, for a local document, issuer; the name
    /// where there is no number, the path where nothing else is known.
    public static func text(for record: DocumentRecord, with knowledge: Knowledge) -> String {
        guard let number = record.number else { return record.title.isEmpty ? record.id : record.title }
        var text = number.description
        if number.year == nil, let date = record.date { text += Self.text(for: date) }
        let needsIssuer = knowledge.issuers.isLocal(number) ?? (record.locality != nil)
        if needsIssuer, let issuer = record.issuer { text += " của \(issuer)" }
        return text
    }

    /// " ngày 27/02/2018", " năm 2018".
    private static func text(for date: PartialDate) -> String {
        if date.day != nil { return " ngày \(date.vietnamese)" }
        return date.month == nil ? " năm \(date.vietnamese)" : " tháng \(date.vietnamese)"
    }

    /// `text` as a number and nothing else.
    static func number(_ text: String, with knowledge: Knowledge) -> DocumentNumber? {
        DocumentNumber.parse(text, with: knowledge)?.number
    }
}
