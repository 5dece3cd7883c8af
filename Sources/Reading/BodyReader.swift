import Content
import Diagnostics
import Digests
import Foundation
import Markdown
import OfficialDocuments
import SearchIndex
import SiteTemplates
import Templating

/// Reads the text of one page: parses, finds, resolves, links, renders. The middle of the pipeline, run in parallel.
struct BodyReader: Sendable {
    let settings: SiteSettings
    let templates: Templates
    /// Interface strings of the site's language, by key.
    let strings: TemplateValue
    let finder: CitationFinder
    let names: CitationNames
    let resolver: CitationResolver
    let glossary: Glossary
    /// Output path of every page and file of the collection, by content path.
    let addresses: [String: String]
    /// Whether the plain text is kept.
    let keepsText: Bool

    /// What stands around the index of a citation in the address of a missing document while the page is rendered. No
    /// author can write it: it holds the digest of the page.
    private static func hole(in page: Page) -> String { "\u{E000}\(SHA256.digest(of: page.file.bytes))\u{E000}" }

    private func word(_ key: String) -> String {
        guard case .object(let words) = strings, case .text(let text) = words[key] else { return key }
        return text
    }

    func read(_ page: Page) -> PageBody {
        var body = PageBody()
        let source = Array(page.file.bytes[page.bodyOffset...])
        guard
            var document = try? MarkdownDocument(
                parsing: source,
                options: MarkdownOptions(allowsRawHTML: settings.allowsRawHTML)
            )
        else { return body }
        let content = document.content
        let places = Places(page: page, content: content)

        if keepsText { body.text = String(decoding: content.text, as: UTF8.self) }
        takeTitle(of: page, from: content, &document, &body)
        let anchors = StructureAnchors(content)
        body.anchors = anchors.all
        setHeadings(content, anchors, skipping: page.head.title == nil && body.title != nil, document, &body)
        var marks = anchors.paragraphs.map { paragraph in
            let anchor = templates.wrapper("inline/anchor", ["anchor": paragraph.id])
            return Mark(range: paragraph.offset..<paragraph.offset, before: anchor.before, after: anchor.after)
        }
        let running = content.runningText
        let context = page.context(in: resolver.catalogue)
        let findings = finder.read(running, names: names, own: context.document?.number)
        body.citations = cite(findings.citations, running, content, page, context, places, anchors)
        let check = CitationCheck(resolver.catalogue, page: context)
        for cited in body.citations {
            body.diagnostics += check.diagnose(cited.citation, cited.resolution, text: cited.text, at: cited.location)
        }
        for miss in findings.nearMisses {
            let text = String(decoding: content.text[miss.range], as: UTF8.self)
            body.diagnostics.append(check.diagnose(miss, text: text, at: places.text(miss.range.lowerBound)))
        }
        marks += citationMarks(body.citations, on: page)
        marks += abbreviationMarks(running, content, page, besides: body.citations)
        document.apply(marks)
        setLinks(content, page, places, document, &body)
        let table = templates.wrapper("inline/table", ["strings": strings])
        document.wrapTables(table.before, table.after)
        setFootnotes(&document)
        reportOmittedHTML(content, places, &body)
        if let first = content.blocks.first(where: { $0.kind == .paragraph && !$0.range.isEmpty }) {
            body.opening = Self.opening(content.text[first.range])
        }
        body.pieces = Self.pieces(of: document.html(), body.citations, on: page)
        body.postings = page.searchDocument(
            title: page.head.title ?? body.title ?? page.fileTitle,
            content: content,
            anchors: anchors,
            citations: body.citations,
            in: resolver.catalogue,
            word: word
        ).map { DocumentPostings(analysing: $0) }
        return body
    }

    /// Turns offsets into places, building the line table only when something is to be located.
    private final class Places {
        private let page: Page
        private let content: MarkdownContent
        private lazy var lines = LineTable(page.file.bytes)

        init(page: Page, content: MarkdownContent) {
            self.page = page
            self.content = content
        }

        func source(_ offset: Int) -> SourceLocation {
            lines.location(of: page.bodyOffset + offset, in: page.file.displayPath)
        }

        func text(_ offset: Int) -> SourceLocation { source(content.sourceOffset(of: offset)) }
    }

    // MARK: Headings

    /// A page whose front matter has no title takes its first heading, which then leaves the text.
    private func takeTitle(
        of page: Page,
        from content: MarkdownContent,
        _ document: inout MarkdownDocument,
        _ body: inout PageBody
    ) {
        guard page.head.title == nil, let first = content.headings.first else { return }
        body.title = first.text.split(separator: "\n").joined(separator: " ")
        document.removeHeading(0)
    }

    /// Sets anchors, and moves headings down so that the page's title stays the only one of level 1.
    private func setHeadings(
        _ content: MarkdownContent,
        _ anchors: StructureAnchors,
        skipping skipsFirst: Bool,
        _ document: borrowing MarkdownDocument,
        _ body: inout PageBody
    ) {
        let shown = content.headings.indices.dropFirst(skipsFirst ? 1 : 0)
        let shift = shown.contains { content.headings[$0].level == 1 } ? 1 : 0
        for index in shown {
            let heading = content.headings[index]
            let id = anchors.headings[index]
            let level = min(heading.level + shift, 6)
            if shift > 0 { document.setLevel(level, ofHeading: index) }
            let anchor = templates.wrapper("inline/heading-anchor", ["anchor": id])
            document.setAnchor(anchor.before, anchor.after, inHeading: index)
            body.outline.append(PageBody.OutlineEntry(level: level, text: heading.text, anchor: id))
        }
    }

    // MARK: Citations and abbreviations

    private func cite(
        _ citations: [Citation],
        _ running: [UInt8],
        _ content: MarkdownContent,
        _ page: Page,
        _ context: PageContext,
        _ places: Places,
        _ anchors: StructureAnchors
    ) -> [PageBody.ResolvedCitation] {
        guard !citations.isEmpty else { return [] }
        // What front matter ties the page to is what a bare number in its text means.
        let references = page.statedReferences.compactMap {
            resolver.resolve(reference: $0.reference.value, on: context).target
        }
        let resolutions = resolver.resolve(citations, in: running, on: context, references: references)
        var block = 0
        return zip(citations, resolutions).map { citation, resolution in
            while block + 1 < content.blocks.count, content.blocks[block].range.upperBound <= citation.range.lowerBound
            {
                block += 1
            }
            return PageBody.ResolvedCitation(
                citation: citation,
                resolution: resolution,
                text: String(decoding: content.text[citation.range], as: UTF8.self),
                location: places.text(citation.range.lowerBound),
                sentence: Sentence(around: citation.range, in: content.text, block: content.blocks[block].range),
                anchor: content.blocks[block].heading.map { anchors.headings[$0] }
            )
        }
    }

    /// A citation of the page itself is text; every other becomes a link, by its status.
    private func citationMarks(_ citations: [PageBody.ResolvedCitation], on page: Page) -> [Mark] {
        let root = Permalink.root(from: page.url)
        let hole = citations.isEmpty ? "" : Self.hole(in: page)
        return citations.enumerated().compactMap { index, cited in
            var context: [String: Any]
            switch cited.resolution.outcome {
            case .resolved(page.id): return nil
            case .resolved(let id):
                guard let url = addresses[id], let record = resolver.catalogue[id] else { return nil }
                let address = cited.citation.pinpoint == nil ? root + url : "\(hole)\(index)\(hole)"
                context = ["status": "resolved", "url": address, "title": record.title]
            case .ambiguous: context = ["status": "ambiguous", "url": "#vien-dan-\(index + 1)"]
            case .missing:
                guard cited.resolution.missing != nil else { return nil }
                context = ["status": "missing", "url": "\(hole)\(index)\(hole)"]
            }
            // A number is set as one piece; a name may break across lines.
            context["isLong"] = cited.citation.range.count > 32
            let wrapper = templates.wrapper("inline/citation", context)
            return Mark(range: cited.citation.range, before: wrapper.before, after: wrapper.after)
        }
    }

    /// Marks the first mention of each abbreviation under each heading.
    private func abbreviationMarks(
        _ running: [UInt8],
        _ content: MarkdownContent,
        _ page: Page,
        besides citations: [PageBody.ResolvedCitation]
    ) -> [Mark] {
        let found = glossary.find(in: running)
        guard !found.isEmpty else { return [] }
        var marks: [Mark] = []
        var seen = Set<Int>()
        var block = 0
        var section: Int?
        var citation = 0
        for (range, index) in found {
            while block + 1 < content.blocks.count, content.blocks[block].range.upperBound <= range.lowerBound {
                block += 1
            }
            if content.blocks[block].heading != section {
                section = content.blocks[block].heading
                seen = []
            }
            while citation < citations.count, citations[citation].citation.range.upperBound <= range.lowerBound {
                citation += 1
            }
            let isCited = citation < citations.count && citations[citation].citation.range.overlaps(range)
            let entry = glossary.entries[index]
            guard content.blocks[block].kind != .heading, !isCited, entry.url != page.url, seen.insert(index).inserted
            else { continue }
            let wrapper = templates.wrapper(
                "inline/abbreviation",
                ["expansion": entry.expansion, "url": Permalink.root(from: page.url) + entry.url]
            )
            marks.append(Mark(range: range, before: wrapper.before, after: wrapper.after))
        }
        return marks
    }

    // MARK: Links

    private func setLinks(
        _ content: MarkdownContent,
        _ page: Page,
        _ places: Places,
        _ document: borrowing MarkdownDocument,
        _ body: inout PageBody
    ) {
        for (index, link) in content.links.enumerated() {
            let location = places.source(link.sourceOffset)
            guard let target = LinkTarget(link.destination, from: page.id) else {
                if let problem = LinkProblem.elsewhere(link.destination, isImage: link.isImage, at: location) {
                    body.diagnostics.append(problem)
                }
                if ["https://", "http://"].contains(where: link.destination.hasPrefix) {
                    body.externalLinks.append(Located(link.destination, at: location))
                }
                if LinkProblem.isDangerous(link.destination) { document.setDestination("", ofLink: index) }
                continue
            }
            guard let path = target.path else {
                body.diagnostics.append(LinkProblem.outside(link.destination, at: location))
                continue
            }
            guard let url = path.isEmpty ? page.url : target.address(among: addresses) else {
                body.brokenLinks.append(
                    PageBody.BrokenLink(destination: link.destination, isImage: link.isImage, location: location))
                continue
            }
            body.links.append(PageBody.InternalLink(target: url, fragment: target.fragment, location: location))
            let address = path.isEmpty ? "" : Permalink.root(from: page.url) + url
            document.setDestination(address + (target.fragment.map { "#\($0)" } ?? ""), ofLink: index)
        }
    }

    private func setFootnotes(_ document: inout MarkdownDocument) {
        func wrapper(_ template: String, _ number: Int, isFirst: Bool = false) -> MarkdownDocument.Wrapper {
            templates.wrapper(template, ["number": number, "isFirst": isFirst, "strings": strings])
        }
        document.setFootnotes(
            templates.wrapper("inline/footnotes", ["strings": strings]),
            note: { wrapper("inline/footnote", $0) },
            back: { wrapper("inline/footnote-back", $0) },
            reference: { wrapper("inline/footnote-reference", $0, isFirst: $1) }
        )
    }

    /// One problem for all raw HTML of a page, with every line that has some.
    private func reportOmittedHTML(_ content: MarkdownContent, _ places: Places, _ body: inout PageBody) {
        guard let first = content.omittedHTML.first else { return }
        var ranges: [ClosedRange<Int>] = []
        for line in content.omittedHTML.map({ places.source($0).line }) {
            if let last = ranges.last, line <= last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(line, last.upperBound)
            } else {
                ranges.append(line...line)
            }
        }
        let lines = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
            .joined(separator: ", ")
        body.diagnostics.append(
            Diagnostic(
                id: "raw-html",
                severity: .warning,
                location: places.source(first),
                message: Message(
                    vi: "thẻ HTML viết thẳng bị bỏ qua, ở dòng \(lines)", en: "raw HTML is left out, on line \(lines)"),
                suggestion: Message(
                    vi: "viết bằng Markdown, hoặc đặt raw_html: true trong site.yaml",
                    en: "write Markdown, or set raw_html: true in site.yaml")
            )
        )
    }

    // MARK: Results

    /// Cuts the rendered page at the addresses that are not known yet.
    private static func pieces(
        of html: String,
        _ citations: [PageBody.ResolvedCitation],
        on page: Page
    ) -> [PageBody.Piece] {
        guard citations.contains(where: { $0.resolution.missing != nil || $0.citation.pinpoint != nil }) else {
            return [.html(html)]
        }
        let bytes = Array(html.utf8)
        let mark = Array(hole(in: page).utf8)
        var pieces: [PageBody.Piece] = []
        var start = 0
        var index = 0
        while index + mark.count <= bytes.count {
            guard bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) else {
                index += 1
                continue
            }
            let part = String(decoding: bytes[start..<index], as: UTF8.self)
            // Every second part is the index between two marks.
            if pieces.count % 2 == 1, let citation = Int(part) {
                pieces.append(.address(citation))
            } else {
                pieces.append(.html(part))
            }
            index += mark.count
            start = index
        }
        return pieces + [.html(String(decoding: bytes[start...], as: UTF8.self))]
    }

    /// At most 200 characters of the first paragraph, ended at a word.
    private static func opening(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes.prefix(1000), as: UTF8.self).split(separator: "\n").joined(separator: " ")
        guard text.count > 200 else { return text }
        let cut = text.prefix(200)
        return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + "…"
    }
}
