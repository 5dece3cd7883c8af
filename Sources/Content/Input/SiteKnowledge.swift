import Diagnostics
import OfficialDocuments

/// What is known of the domain where a site is: the program's tables with the site's `issuers.yaml` and `localities.yaml`.
public enum SiteKnowledge {
    /// - Parameter file: the text of a file of the content folder and what messages call it; `nil` where there is none.
    public static func read(_ file: (_ path: String) -> (text: String, path: String)?) -> (Knowledge, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var places: [Locality] = []
        if let file = file("localities.yaml") {
            let (read, problems) = LocalitiesFile.read(file.text, path: file.path)
            places = read
            diagnostics += problems
        }
        var issuers: [Issuer] = []
        if let file = file("issuers.yaml") {
            let (read, problems) = IssuersFile.read(file.text, path: file.path)
            issuers = read
            diagnostics += problems
        }
        let knowledge = Knowledge(issuers: issuers, localities: places)
        return (knowledge, diagnostics + knowledge.localities.diagnostics)
    }
}
