import OfficialDocuments

extension Knowledge {
    /// What the library's own tables say.
    static let standard = Knowledge()
}
