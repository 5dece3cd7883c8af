import Content
import Diagnostics
import Markdown
import OfficialDocuments
import SiteTemplates
import Templating

/// Reads a collection: files → pages → catalogue → bodies → graph. Two barriers: the catalogue needs every head, the graph
/// needs every body.
package struct CollectionReader: Sendable {
    /// What the command asks for.
    let options: BuildOptions

    /// A reader with its options.
    package init(options: BuildOptions) {
        self.options = options
    }

    /// What reading gives.
    package struct Outcome: Sendable {
        /// Every page read and every citation resolved.
        package var collection: Collection
        /// Every problem, in the order of the stages.
        package var diagnostics: [Diagnostic]
        /// How long each stage took.
        package var timings: Timings
        /// What the texts were read against.
        let basis: BodyBasis
    }

    /// Runs every stage up to the graph.
    ///
    /// - Parameters:
    ///   - templates: Those of `folder`, compiled.
    ///   - last: An earlier outcome; a text is taken over from it when neither its file nor anything it is read against has
    ///     changed.
    package func read(
        _ files: [SourceFile], _ folder: TemplateFolder, _ templates: Templates, reusing last: Outcome?
    ) async -> Outcome {
        var timings = Timings()
        var diagnostics: [Diagnostic] = []
        let (settings, knowledge, synonyms) = readData(files, &diagnostics)

        // Heads, in parallel.
        let localityNames = KnownNames(knowledge.localities.all.map(\.id))
        let reader = PageReader(options: options, knowledge: knowledge, localityNames: localityNames)
        let jobs = options.jobs
        let written = files.filter(\.isPage)
        let heads = await timings.measure("heads") { await ParallelMap.map(written, jobs: jobs) { reader.read($0) } }
        diagnostics += heads.flatMap(\.diagnostics)
        for omission in Omission.allCases {
            let omitted = zip(written, heads).filter { $1.omission == omission }.map(\.0)
            if let note = omission.note(omitted) { diagnostics.append(note) }
        }
        var book = AddressBook(isLenient: options.isLenient)
        var pages = heads.compactMap(\.page).compactMap { page -> Page? in
            var page = page
            guard let url = book.claim(page.url, for: page.file) else { return nil }
            page.url = url
            return page
        }
        if !pages.contains(where: { $0.url == "index.html" }) {
            let home = HomePage(settings: settings, files: files)
            diagnostics.append(home.note)
            if book.claim(home.page.url, for: home.page.file) != nil {
                pages.insert(home.page, at: home.place(in: pages))
            }
        }
        let (selected, refused) = CopiedFiles.select(files, settings)
        let copied = selected.filter { book.claim($0.rootPath ?? Permalink.output(ofFile: $0.path), for: $0) != nil }
        diagnostics += refused + book.diagnostics

        // Barrier 1: the catalogue.
        let catalogue = await timings.measure("catalogue") {
            DocumentCatalogue(pages.compactMap { $0.documentRecord(with: knowledge) }, with: knowledge)
        }
        diagnostics += catalogue.diagnostics
        let resolver = CitationResolver(catalogue)
        let glossary = Glossary(pages.compactMap(\.glossaryEntry), synonyms: synonyms)

        let (strings, missingWords) = InterfaceWords.complete(settings.language, from: folder)
        diagnostics += missingWords

        // Bodies, in parallel.
        let bodyReader = BodyReader(
            settings: settings,
            templates: templates,
            strings: .object(strings.mapValues { .text($0) }),
            finder: CitationFinder(knowledge),
            names: CitationNames(catalogue),
            resolver: resolver,
            glossary: glossary,
            addresses: book.addresses,
            keepsText: options.keepsText
        )
        let basis = BodyBasis(
            settings: settings, templates: folder.templates, strings: strings, names: catalogue.names + catalogue.laws,
            issuers: knowledge.issuers.all, localities: knowledge.localities.all, glossary: glossary.entries,
            addresses: book.addresses)
        let known = last?.basis == basis ? last?.collection : nil
        let change = CatalogueChange(
            from: known?.catalogue.records ?? [], to: catalogue.records, names: bodyReader.names,
            with: knowledge)
        let bodies = await timings.measure("bodies") {
            let (listener, total) = (options.progress, pages.count)
            let progress = listener.map { listener in
                { @Sendable done in listener(StageProgress(stage: .texts, done: done, total: total)) }
            }
            return await ParallelMap.map(pages, jobs: jobs, progress: progress) { page in
                known?.body(unchangedSince: page, besides: change) ?? bodyReader.read(page)
            }
        }
        for (page, body) in zip(pages, bodies) {
            diagnostics += body.diagnostics
            if page.head.title == nil, body.title == nil, !page.isHeadBroken {
                diagnostics.append(Self.missingTitle(page))
            }
        }

        // Barrier 2: the graph.
        let graph = await timings.measure("graph") {
            GraphAssembly(pages: pages, bodies: bodies, resolver: resolver, addresses: book.addresses).assemble()
        }
        diagnostics += graph.diagnostics
        let links = LinkCheck(
            pages: pages, bodies: bodies, brokenReferences: graph.brokenReferences, addresses: book.addresses)
        diagnostics += links.diagnostics
        let collection = Collection(
            settings: settings,
            strings: strings,
            pages: pages,
            bodies: bodies,
            files: copied,
            catalogue: catalogue,
            glossary: glossary,
            graph: graph.graph,
            addresses: book.addresses
        )
        return Outcome(collection: collection, diagnostics: diagnostics, timings: timings, basis: basis)
    }

    /// Reads `site.yaml`, `localities.yaml`, `issuers.yaml` and `tu-dong-nghia.yaml`; without them the defaults hold.
    private func readData(_ files: [SourceFile], _ diagnostics: inout [Diagnostic]) -> (
        SiteSettings, Knowledge, synonyms: [[String]]
    ) {
        func text(_ path: String) -> (text: String, path: String)? {
            files.first { $0.path == path }.map { (String(decoding: $0.bytes, as: UTF8.self), $0.displayPath) }
        }
        var settings = SiteSettings()
        if let file = text("site.yaml") {
            let (read, problems) = SiteSettings.read(file.text, path: file.path)
            settings = read
            diagnostics += problems
        }
        if let baseURL = options.baseURL {
            settings.baseURL = SiteSettings.normalised(baseURL: baseURL)
            if settings.baseURL == nil, !baseURL.isEmpty {
                diagnostics.append(SiteSettings.unusable(baseURL: baseURL, at: SourceLocation(path: "--base-url")))
            }
        }
        settings.isKeptOffline = settings.isKeptOffline && options.mayBeKeptOffline
        let (knowledge, problems) = SiteKnowledge.read(text)
        diagnostics += problems
        var synonyms: [[String]] = []
        if let file = text(SynonymsFile.name) {
            let (read, problems) = SynonymsFile.read(file.text, path: file.path)
            synonyms = read
            diagnostics += problems
        }
        return (settings, knowledge, synonyms)
    }

    private static func missingTitle(_ page: Page) -> Diagnostic {
        Diagnostic(
            id: "missing-title",
            severity: .error,
            location: page.location,
            message: Message(vi: "trang không có tên", en: "the page has no title"),
            suggestion: Message(
                vi: "thêm title vào phần đầu trang, hoặc một dòng # Tên trang",
                en: "add title to the front matter, or a line # Title")
        )
    }
}
