import OfficialDocuments

extension Knowledge {
    /// What is known where only a site's tables are read and none of its pages: the program's own and those of
    /// `issuers.yaml` and `localities.yaml` in `content`. Their problems are told by `check`.
    public static func ofSite(at content: String) -> Knowledge {
        func text(_ name: String) -> String {
            String(decoding: SourceFile.contents(of: content + "/" + name) ?? [], as: UTF8.self)
        }
        return Knowledge(
            issuers: IssuersFile.read(text("issuers.yaml"), path: "").0,
            localities: LocalitiesFile.read(text("localities.yaml"), path: "").0)
    }
}
