/// The built-in provinces, read from `Tables/localities.tsv`.
enum LocalityTable {
    /// In the order of the table, which is by id. A line of the wrong shape is left out; a test counts them.
    static let provinces: [Locality] = {
        let text = String(decoding: PackageResources.localities_tsv, as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(province)
    }()

    private static func province(_ line: Substring) -> Locality? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { $0 == "-" ? "" : String($0) }
        guard fields.count == 7 else { return nil }
        return Locality(
            id: fields[0],
            name: "\(fields[1]) \(fields[2])",
            level: .province,
            validFrom: PartialDate(iso: fields[3]),
            validTo: PartialDate(iso: fields[4]),
            successor: fields[5].isEmpty ? nil : fields[5],
            otherNames: fields[6].split(separator: "|").map(String.init)
        )
    }
}

extension PartialDate {
    /// Reads `2018-02-27`, `2018-02` or `2018`; `nil` for anything else.
    public init?(iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0],
            month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil
        )
    }
}
