import Diagnostics
import Markdown
import OfficialDocuments

/// Reads `content/issuers.yaml`: issuers that a site knows beside the built-in table.
///
///     - code: BQLKKT
///       names: [Ban Quản lý Khu kinh tế]
///       family: state
///       local: true
enum IssuersFile {
    private static let keys = ["code", "names", "family", "local"]

    /// The issuers of the file, a list of mappings, with the problems found.
    static func read(_ text: String, path: String) -> ([Issuer], [Diagnostic]) {
        var (value, diagnostics) = YAMLReader.read(text, path: path)
        var issuers: [Issuer] = []
        for element in value?.elements ?? [] {
            var fields: [String: YAMLValue] = [:]
            for entry in element.mapping ?? [] {
                if keys.contains(entry.key) {
                    fields[entry.key] = entry.value
                } else {
                    diagnostics.append(UnknownKey.diagnostic(entry, among: keys))
                }
            }
            let family = (fields["family"]?.scalar).map { Issuer.Family(rawValue: $0) } ?? .state
            guard let code = fields["code"]?.scalar, !code.isEmpty, let family else {
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
            let isLocal = ["true", "yes", "có"].contains(fields["local"]?.scalar ?? "")
            issuers.append(
                Issuer(
                    code: code, family: family, isLocal: isLocal,
                    names: (fields["names"]?.elements ?? []).compactMap(\.scalar))
            )
        }
        return (issuers, diagnostics)
    }
}
