/// Sizes of files as readers write them.
enum FileSize {
    /// `870 byte`, `12 KB`, `1,2 MB`: powers of ten, one decimal with a comma from a megabyte up.
    static func text(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) byte" }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1000) KB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10),\(tenths % 10) MB"
    }
}
