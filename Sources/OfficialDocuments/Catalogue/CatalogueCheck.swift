import Diagnostics

/// What is wrong with the documents of a collection taken together or each by itself.
enum CatalogueCheck {
    static func diagnose(_ candidates: [Candidate]) -> [Diagnostic] { [] }
}
