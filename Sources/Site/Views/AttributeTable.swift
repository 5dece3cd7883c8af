import OfficialDocuments

/// The table of attributes at the head of a page, in the order of the prescribed document form.
struct AttributeTable {
    let site: Site

    /// The rows of a page: each a `label` and `values` with `text` and where there is one `url` or `status`.
    func rows(of index: Int) -> [[String: Any]] {
        let page = site.pages[index]
        switch page.kind {
        case .document: return documentRows(page)
        case .lesson: return rows([("attributeTheme", page.head.theme), ("attributePeriod", page.head.period)], page)
        case .model: return modelRows(page)
        case .report: return reportRows(page)
        case .term:
            return rows(
                [("attributeAbbreviation", page.head.abbreviation), ("attributeExpansion", page.head.expansion)], page)
        case .page: return []
        }
    }

    private func documentRows(_ page: Page) -> [[String: Any]] {
        let record = site.catalogue[page.id]
        var rows = self.rows(
            [
                ("attributeNumber", record?.number?.description), ("attributeType", site.typeName(of: page)),
                ("attributeIssuer", page.head.issuer), ("attributeDate", page.head.date?.vietnamese),
                ("attributeEffective", page.head.effective?.vietnamese),
                ("attributeExpires", page.head.expires?.vietnamese),
                ("attributeSigner", page.head.signer),
            ],
            page
        )
        let status = site.knownStatus(of: page)
        let text = status?.text ?? site.word("statusUnknownHere")
        rows.append([
            "label": site.word("attributeStatus"), "values": [["text": text, "status": status?.name ?? false as Any]],
        ])
        return rows
    }

    private func modelRows(_ page: Page) -> [[String: Any]] {
        var rows = self.rows(
            [
                ("attributeForm", page.head.form?.capitalisedFirst),
                ("attributeHolder", page.head.holder?.capitalisedFirst),
                ("attributeField", page.head.field), ("attributePeriod", page.head.period),
                ("attributeRegistered", page.head.registered), ("attributeRecognised", page.head.recognised),
                ("attributeStage", page.head.stage?.capitalisedFirst),
            ],
            page
        )
        rows += results(page)
        return rows
    }

    private func reportRows(_ page: Page) -> [[String: Any]] {
        rows(
            [
                ("attributeForm", page.head.form?.capitalisedFirst), ("attributePeriod", page.head.period),
                ("attributeLevel", page.head.level),
                ("attributeAuthor", page.head.author), ("attributePublisher", page.head.publisher),
                ("attributePublished", page.head.published?.vietnamese),
            ],
            page
        ) + results(page)
    }

    /// Results with their figures, each a row of its own.
    private func results(_ page: Page) -> [[String: Any]] {
        page.head.results.map { result in
            let year = result.year.map { "(\($0))" }
            return row(result.indicator, [result.figure, year].compactMap(\.self).joined(separator: " "))
        }
    }

    /// Rows for the values there are, and the place last, with what it became part of.
    private func rows(_ values: [(key: String, value: String?)], _ page: Page) -> [[String: Any]] {
        var rows = values.compactMap { pair in
            pair.value.map { value in
                let isForm = page.kind == .report && pair.key == "attributeForm"
                let facet = isForm ? .reportForm : Self.facets[pair.key]
                let list = facet.flatMap { site.browse.path(of: value, by: $0) }
                return row(site.word(pair.key), value, list)
            }
        }
        if let locality = page.locality, let place = site.localities[locality] {
            var text = place.fullName.capitalisedFirst
            let successors = site.localities.successors(of: locality).compactMap { site.localities[$0]?.fullName }
            if let now = successors.last { text += " (\(site.word("nowPartOf")) \(now))" }
            rows.append(row(site.word("attributePlace"), text, site.browse.path(of: locality, by: .locality)))
        }
        return rows
    }

    /// The attributes by which pages are listed: key of the name → facet.
    private static let facets: [String: Facet] = [
        "attributeType": .documentType, "attributeIssuer": .issuer, "attributeTheme": .theme, "attributeField": .field,
        "attributeForm": .form, "attributeStage": .stage,
    ]

    /// A row whose value leads to the list of pages that share it, if there is one.
    private func row(_ label: String, _ text: String, _ url: String? = nil) -> [String: Any] {
        var value = ["text": text]
        value["url"] = url
        return ["label": label, "values": [value]]
    }
}
