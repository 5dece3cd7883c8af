import VietnameseText

/// Puts the contributions of all pages together into the files of the index.
///
/// The form of the files is in `docs/search-index.md`. The same pages in the same order give the same bytes, whatever the
/// number of jobs.
public struct SearchIndexBuilder: Sendable {
    private let options: SearchIndexOptions
    private var pages: [DocumentPostings] = []

    /// Pages to a file of result rows.
    private static let rowsPerShard = 16
    private static let shardLimit = 16_000

    /// A builder without pages.
    public init(options: SearchIndexOptions = SearchIndexOptions()) {
        self.options = options
    }

    /// Adds a page. The order of pages decides between equal results.
    public mutating func add(_ page: DocumentPostings) {
        pages.append(page)
    }

    /// The files of the index under `search/`, twins among them if wanted, made with at most `jobs` tasks at once.
    public func finish(jobs: Int) async -> [SearchFile] {
        let vocabulary = Vocabulary(pages)
        let total = pages.reduce(0) { $0 + $1.length }
        let average = pages.isEmpty ? 1 : Double(total) / Double(pages.count)
        let chunks = await Self.chunks(
            pages: pages, vocabulary: vocabulary, impact: Impact(averageLength: average), jobs: max(jobs, 1))

        var pairs = ShardWriter(folder: "p", limit: Self.shardLimit)
        var syllables = ShardWriter(folder: "s", limit: Self.shardLimit)
        var common: [(text: [UInt8], pages: Int)] = []
        for chunk in chunks {
            for entry in chunk.entries {
                let first = vocabulary.folded[entry.first]
                let record = chunk.bytes[entry.record]
                guard let second = entry.second else {
                    syllables.add(key: [], record: first + record, start: String(decoding: first, as: UTF8.self))
                    continue
                }
                let text = first + [0x20] + vocabulary.folded[second]
                pairs.add(key: first, record: record, start: String(decoding: text, as: UTF8.self))
                if entry.pages > 15 { common.append((text, entry.pages)) }
            }
        }

        let facets = FacetColumns(pages)
        let numbers = NumberIndex.write(pages)
        var files = pairs.finish() + syllables.finish() + numbers.files + rowFiles() + facets.files
        files.append(SearchFile("search/words.json", WordList.json(vocabulary: vocabulary, pages: pages.count)))
        let manifest = SearchManifest(
            pages: pages.count, rowsPerShard: Self.rowsPerShard, pairStarts: pairs.starts,
            syllableStarts: syllables.starts, numberStarts: numbers.starts, facets: facets.names,
            sketch: PairSketch(pairs: common), options: options)
        files.append(SearchFile("search/manifest.json", manifest.json(version: version(files))))
        let texts = pages.map(\.text)
        return options.writesTwins ? files + files.map(\.twin) + texts.map(\.twin) : files + texts
    }

    private static func chunks(
        pages: [DocumentPostings], vocabulary: Vocabulary, impact: Impact, jobs: Int
    ) async -> [TermChunk] {
        let ranges = TermChunk.ranges(pages: pages, vocabulary: vocabulary)
        return await withTaskGroup(of: (Int, TermChunk).self) { group in
            var chunks = [TermChunk?](repeating: nil, count: ranges.count)
            var next = 0
            func start() {
                guard next < ranges.count else { return }
                let index = next
                next += 1
                group.addTask {
                    (index, TermChunk(ranks: ranges[index], pages: pages, vocabulary: vocabulary, impact: impact))
                }
            }
            for _ in 0..<jobs { start() }
            while let (index, chunk) = await group.next() {
                chunks[index] = chunk
                start()
            }
            return chunks.compactMap { $0 }
        }
    }

    private func rowFiles() -> [SearchFile] {
        stride(from: 0, to: pages.count, by: Self.rowsPerShard).map { start in
            var bytes: [UInt8] = [UInt8(ascii: "[")]
            let rows = pages[start..<min(start + Self.rowsPerShard, pages.count)]
            JSONText.appendList(rows, to: &bytes) { $1.append(contentsOf: $0.row) }
            bytes.append(UInt8(ascii: "]"))
            return SearchFile(ShardWriter.path("d", start / Self.rowsPerShard), bytes)
        }
    }

    /// A short hash of everything, which browsers append to addresses so that no old shard meets a new manifest.
    private func version(_ files: [SearchFile]) -> String {
        var hash = ContentHash()
        for file in files {
            hash.add(file.path.utf8)
            hash.add(file.bytes)
        }
        for page in pages { hash.add(page.textHash.utf8) }
        return hash.text
    }
}
