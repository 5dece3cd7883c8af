import VietnameseText

/// Puts the contributions of all pages together into the files of the index.
///
/// The form of the files is in `docs/search-index.md`. The same pages in the same order give the same bytes, whatever the
/// number of jobs.
public struct SearchIndexBuilder: Sendable {
    private let options: SearchIndexOptions
    private var pages: [DocumentPostings] = []
    private var documents: [NumberedDocument] = []

    /// A site of more pages than this is a large one: a query reads fewer files there, and larger ones.
    static let smallSite = 3_000

    /// Bytes of JSON to a file of postings: about 18 KB once it is deflated, 25 KB on a large site.
    private var shardLimit: Int { pages.count > Self.smallSite ? 54_000 : 36_000 }

    /// A builder without pages.
    public init(options: SearchIndexOptions = SearchIndexOptions()) {
        self.options = options
    }

    /// Adds a page. The order of pages decides between equal results.
    public mutating func add(_ page: DocumentPostings) {
        pages.append(page)
    }

    /// Adds a document that a number can mean; one whose address is no page added here is left out.
    public mutating func add(_ document: NumberedDocument) {
        documents.append(document)
    }

    /// The files of the index under `search/`, twins among them if wanted, made with at most `jobs` tasks at once.
    public func finish(jobs: Int) async -> [SearchFile] {
        let vocabulary = Vocabulary(pages)
        let chunks = await Self.chunks(pages: pages, vocabulary: vocabulary, jobs: max(jobs, 1))

        var pairs = ShardWriter(folder: "p", limit: shardLimit)
        var syllables = ShardWriter(folder: "s", limit: shardLimit)
        var common: [(text: [UInt8], pages: Int)] = []
        for chunk in chunks {
            for entry in chunk.entries {
                let lead = vocabulary.folded[entry.lead]
                let record = chunk.bytes[entry.record]
                let frequencies = chunk.frequencies[entry.frequencies]
                guard let other = entry.other.map({ vocabulary.folded[$0] }) else {
                    syllables.add(
                        key: [], record: lead + record, frequencies: frequencies,
                        start: String(decoding: lead, as: UTF8.self))
                    if entry.pages >= TermSketch.fewestPages { common.append((lead, entry.pages)) }
                    continue
                }
                let key = lead + [0x20] + (entry.isReversed ? [UInt8(ascii: "-")] : []) + other
                pairs.add(
                    key: lead, record: record, frequencies: frequencies, start: String(decoding: key, as: UTF8.self))
                if entry.pages >= TermSketch.fewestPages {
                    common.append((entry.isReversed ? other + [0x20] + lead : lead + [0x20] + other, entry.pages))
                }
            }
        }

        let facets = FacetColumns(pages)
        let numbers = NumberIndex.write(pages, documents: documents)
        let texts = PageText.write(pages)
        let rowsPerFile = ResultRow.perFile(pages)
        var files = pairs.finish() + syllables.finish() + numbers.files
        files += ResultRow.files(pages, texts: texts.places, perFile: rowsPerFile) + facets.files
        files.append(SearchFile("words", WordList.json(vocabulary: vocabulary)))
        let manifest = SearchManifest(
            lengths: pages.map(\.length), rowsPerFile: rowsPerFile, pairStarts: pairs.starts,
            syllableStarts: syllables.starts, numberStarts: numbers.starts, facets: facets.names, kinds: kinds,
            sketch: TermSketch(terms: common, of: pages.count), options: options)
        let version = Self.version(files + texts.files)
        files.append(SearchFile("manifest", manifest.json(version: version)))
        return options.writesTwins ? files + files.map(\.twin) + texts.files.map(\.twin) : files + texts.files
    }

    private var kinds: [(kind: String, pages: [Int])] {
        let kinds = Dictionary(grouping: pages.indices) { pages[$0].facets["kind"]?.first ?? "" }
        return kinds.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func chunks(
        pages: [DocumentPostings], vocabulary: Vocabulary, jobs: Int
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
                    (index, TermChunk(ranks: ranges[index], pages: pages, vocabulary: vocabulary))
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

    /// A short hash of everything, which browsers append to addresses so that no old file meets a new manifest.
    private static func version(_ files: [SearchFile]) -> String {
        var hash = ContentHash()
        for file in files {
            hash.add(file.name.utf8)
            hash.add(file.json)
        }
        return hash.text
    }
}
