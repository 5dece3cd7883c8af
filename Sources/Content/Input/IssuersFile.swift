import Diagnostics
import Markdown
import OfficialDocuments

/// Reads `content/issuers.yaml`: issuers that a site knows beside the built-in table.
///
///     - code: BQLKKT
///       names: [Ban Quản lý Khu kinh tế]
///       family: state
///       local: true
package enum IssuersFile {
    private static let keys = ["code", "names", "family", "local"]

    /// The issuers of the file, a list of mappings, with the problems found.
    package static func read(_ text: String, path: String) -> ([Issuer], [Diagnostic]) {
        let list = MappingList(text, path: path, keys: keys)
        var diagnostics = list.diagnostics
        var values = ValueReader()
        var issuers: [Issuer] = []
        for element in list.elements {
            let family = (element.fields["family"]?.scalar).map { Issuer.Family(rawValue: $0) } ?? .state
            guard let code = element.text("code"), let family else {
                diagnostics.append(
                    Diagnostic(
                        id: "incomplete-issuer",
                        severity: .error,
                        location: element.location,
                        message: Message(
                            vi: "cơ quan thiếu code, hoặc family không có",
                            en: "an issuer lacks code, or its family does not exist"),
                        suggestion: Message(
                            vi:
                                "family là một trong: \(Issuer.Family.allCases.map(\.rawValue).joined(separator: ", "))",
                            en: "family is one of: \(Issuer.Family.allCases.map(\.rawValue).joined(separator: ", "))"
                        )
                    )
                )
                continue
            }
            let isLocal = element.fields["local"].flatMap { values.flag($0, of: "local") } ?? false
            issuers.append(
                Issuer(
                    code: code, family: family, isLocal: isLocal,
                    names: (element.fields["names"]?.elements ?? []).compactMap(\.scalar))
            )
        }
        return (issuers, diagnostics + values.diagnostics)
    }
}
