/// Cuts a sorted run of entries into files of about one size, and remembers where each begins.
struct ShardWriter {
    /// The first key of each shard, in order.
    private(set) var starts: [String] = []
    private(set) var files: [SearchFile] = []
    private let folder: String
    private let limit: Int
    private var current: [UInt8] = []
    private var group: [UInt8] = []
    private var frequencies: [UInt8] = []

    /// Files go to `<folder>/<number / 64>/<number>`; a file is closed once it holds `limit` bytes.
    init(folder: String, limit: Int) {
        self.folder = folder
        self.limit = limit
    }

    /// The name of file `number` of `folder`: 64 files to a folder, for file systems that slow down on more.
    static func name(_ folder: String, _ number: Int) -> String {
        "\(folder)/\(number / 64)/\(number)"
    }

    /// Adds `record` to the string under `key`, and the frequencies of its postings to those of the file; records under one key follow one another with a space between.
    ///
    /// `start` is what the shard is known by if this record is its first. Keys must come in order.
    mutating func add(
        key: [UInt8], record: some Collection<UInt8>, frequencies: some Collection<UInt8>,
        start: @autoclosure () -> String
    ) {
        let size = current.count + self.frequencies.count + record.count + frequencies.count
        if !current.isEmpty, size > limit { close() }
        if current.isEmpty {
            starts.append(start())
            current.append(contentsOf: "[[".utf8)
            group = []
        }
        if group == key, current.count > 2 {
            current.append(UInt8(ascii: " "))
        } else {
            if current.count > 2 { current.append(contentsOf: "\",".utf8) }
            JSONText.append(String(decoding: key, as: UTF8.self), to: &current)
            current.append(contentsOf: ",\"".utf8)
            group = key
        }
        current.append(contentsOf: record)
        self.frequencies.append(contentsOf: frequencies)
    }

    /// The files, the last one closed.
    mutating func finish() -> [SearchFile] {
        if !current.isEmpty { close() }
        return files
    }

    private mutating func close() {
        current.append(contentsOf: "\"],\"".utf8)
        current.append(contentsOf: frequencies)
        current.append(contentsOf: "\"]".utf8)
        files.append(SearchFile(Self.name(folder, files.count), current))
        current = []
        frequencies = []
    }
}
