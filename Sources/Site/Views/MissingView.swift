import OfficialDocuments

/// What is known of a document that the collection lacks.
struct MissingView {
    let site: Site

    func rows(of missing: MissingDocument) -> [[String: Any]] {
        let type = missing.number.type.flatMap { DocumentTypes.standard.type(code: $0)?.words.first?.capitalisedFirst }
        let place = missing.place.map { site.localities[$0]?.fullName ?? $0 }?.capitalisedFirst
        let values = [
            ("attributeNumber", missing.number.description), ("attributeType", type), ("attributePlace", place),
            ("attributeDate", missing.date?.vietnamese),
        ]
        return values.compactMap { key, value in value.map { ["label": site.word(key), "values": [["text": $0]]] } }
    }
}
