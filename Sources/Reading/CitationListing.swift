import Content
import Diagnostics
import Markdown
import OfficialDocuments

/// The citations of any text, as `sohieu cite` prints them.
public struct CitationListing: Sendable {
    /// One citation with its place in the file.
    public struct Entry: Sendable {
        /// What was found.
        public var citation: Citation
        /// UTF-8 offsets from the start of the file.
        public var range: Range<Int>
        /// Exactly the bytes of `range`.
        public var text: String
        /// Its first character.
        public var location: SourceLocation
        /// `nil` when no collection was given.
        public var resolution: Resolution?
        /// Output path of the page that is meant, when exactly one can be.
        public var target: String?
    }

    private let finder: CitationFinder
    private let names: CitationNames?
    private let resolver: CitationResolver?
    private let addresses: [String: String]

    /// - Parameter collection: what to resolve against and to know issuers and places from, or `nil` to find only.
    public init(resolvingIn collection: Collection?) {
        let knowledge = collection?.catalogue.knowledge ?? Knowledge()
        finder = CitationFinder(knowledge)
        resolver = collection.map { CitationResolver($0.catalogue) }
        names = collection.map { CitationNames($0.catalogue) }
        addresses = collection?.addresses ?? [:]
    }

    /// What one file gave.
    public struct Result: Sendable {
        /// In reading order.
        public var entries: [Entry] = []
        /// UTF-8 bytes the finder went over.
        public var bytes = 0
        /// How long finding took, without reading, parsing and resolving.
        public var finding = Duration.zero
        /// What is wrong with the file as a text.
        public var diagnostics: [Diagnostic] = []
    }

    /// The citations of a file in reading order; a path that ends in `.md` is read as Markdown, any other as plain text.
    public func read(_ bytes: [UInt8], path: String) -> Result {
        let clean = CleanText(bytes, path: path)
        var result = find(in: clean.bytes, path)
        result.diagnostics = clean.diagnostics
        for index in result.entries.indices {
            let range = result.entries[index].range
            let start = clean.originalOffset(of: range.lowerBound)
            let end = range.isEmpty ? start : clean.originalOffset(of: range.upperBound - 1) + 1
            result.entries[index].range = start..<end
            result.entries[index].text = String(decoding: bytes[start..<end], as: UTF8.self)
        }
        return result
    }

    /// The citations of a clean text, with offsets in it.
    private func find(in bytes: [UInt8], _ path: String) -> Result {
        guard path.hasSuffix(".md") else { return read(bytes, bytes, path) { $0 } }
        let body = FrontMatter.read(bytes, path: path).0.bodyOffset
        guard let document = try? MarkdownDocument(parsing: Array(bytes[body...])) else { return Result() }
        let content = document.content
        return read(content.runningText, bytes, path) { range in
            let source = content.sourceRange(of: range)
            return body + source.lowerBound..<body + source.upperBound
        }
    }

    private func read(
        _ text: [UInt8],
        _ bytes: [UInt8],
        _ path: String,
        place: (Range<Int>) -> Range<Int>
    ) -> Result {
        var result = Result()
        let clock = ContinuousClock()
        let start = clock.now
        let citations = finder.find(in: text, names: names)
        result.finding = clock.now - start
        result.bytes = text.count
        guard !citations.isEmpty else { return result }
        let resolutions = resolver?.resolve(citations, in: text, on: PageContext(id: path))
        let lines = LineTable(bytes)
        result.entries = citations.enumerated().map { index, citation in
            let range = place(citation.range).clamped(to: bytes.indices)
            let resolution = resolutions?[index]
            return Entry(
                citation: citation,
                range: range,
                text: String(decoding: bytes[range], as: UTF8.self),
                location: lines.location(of: range.lowerBound, in: path),
                resolution: resolution,
                target: resolution?.target.flatMap { addresses[$0] }
            )
        }
        return result
    }
}

extension Collection {
    /// The short forms in the texts of its pages.
    public var shortForms: [ShortForms.Cited] {
        bodies.flatMap(\.citations).filter { $0.citation.kind == .short }.map { cited in
            ShortForms.Cited(location: cited.location, text: cited.text, target: cited.resolution.target)
        }
    }

    /// The number of each document as its front matter writes it, by page.
    public var statedNumbers: [(page: String, number: String)] {
        pages.compactMap { page in page.head.number.map { (page.id, $0.value) } }
    }

    /// The bytes of a page's file and the citations of its text; `nil` if the collection has no such page.
    public func citations(ofPage id: String) -> (bytes: [UInt8], cited: [LabelledLinks.Cited])? {
        guard let index = pages.firstIndex(where: { $0.id == id }) else { return nil }
        let bytes = pages[index].file.bytes
        let lines = LineTable(bytes)
        return (
            bytes,
            bodies[index].citations.map { cited in
                LabelledLinks.Cited(
                    offset: lines.offset(of: cited.location), number: cited.citation.number,
                    resolution: cited.resolution)
            }
        )
    }
}
