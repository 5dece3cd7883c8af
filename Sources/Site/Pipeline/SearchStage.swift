import SearchIndex

extension Site {
    /// The files of the search index, by output path.
    public func searchIndex(jobs: Int) async -> [(path: String, bytes: [UInt8])] { [] }
}
