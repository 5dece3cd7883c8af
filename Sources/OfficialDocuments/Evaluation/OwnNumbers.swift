/// The numbers that the documents of a collection bear by their own account.
public enum OwnNumbers {
    /// Which of them are read.
    ///
    /// - Parameter stated: page and number as its front matter writes it.
    public static func evaluate(_ stated: [(page: String, number: String)], knowledge: Knowledge) -> Outcomes {
        var outcomes = Outcomes()
        for (page, written) in stated {
            let read = DocumentNumber.parse(written, with: knowledge)?.number
            outcomes.add(
                read == nil ? "unread" : "read", in: "own numbers", success: "read",
                "\(page)\t\(written)\t\(read?.description ?? "-")")
        }
        outcomes.finish()
        return outcomes
    }
}
