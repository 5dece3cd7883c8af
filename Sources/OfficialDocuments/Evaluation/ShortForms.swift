import Diagnostics

/// The short forms in a collection's texts ("Chỉ thị 24", "Nghị quyết này"): each links, or is reported to the editor.
public enum ShortForms {
    /// A short form with what became of it.
    public struct Cited: Sendable {
        /// Its first character.
        public var location: SourceLocation
        /// As it stands in the text.
        public var text: String
        /// The page it leads to, which may be its own.
        public var target: DocumentRecord.ID?

        /// Takes the parts as they are.
        public init(location: SourceLocation, text: String, target: DocumentRecord.ID?) {
            self.location = location
            self.text = text
            self.target = target
        }
    }

    /// What became of each of `cited`; one that neither links nor has a remark among `diagnostics` is silent.
    public static func evaluate(_ cited: [Cited], _ diagnostics: [Diagnostic]) -> Outcomes {
        var remarks: [SourceLocation: String] = [:]
        for problem in diagnostics { remarks[problem.location] = remarks[problem.location] ?? problem.id }
        var outcomes = Outcomes()
        for form in cited {
            let became = form.target ?? remarks[form.location]
            outcomes.add(
                became == nil ? "silent" : "linked or reported", in: "short forms", success: "linked or reported",
                "\(form.location.text)\t\(form.text)\t\(became ?? "-")")
        }
        outcomes.finish()
        return outcomes
    }
}
