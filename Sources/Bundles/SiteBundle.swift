import Content
import Diagnostics
import Digests
import OfficialDocuments
import Reading
import SearchIndex
import Site
import SiteTemplates
import VietnameseText

/// A site made ready to be carried on a USB stick: one folder with a page to start from, a text to read first, the digests
/// of everything, and the site itself below.
///
///     kho-kinh-nghiem/
///         0-MO-TRANG-NAY.html     what a lay person opens
///         DOC-TRUOC.txt           the same as text
///         SHA256SUMS              of every other file
///         trang/                  the site, as `build` writes it
///         CAN-XOA.txt             in an update only: what to delete
public struct SiteBundle: Sendable {
    /// What is carried.
    public let site: Site
    /// The files of the search index.
    public let index: [SearchFile]
    /// The day the site is built for.
    public let date: PartialDate
    /// The files of an older bundle; with them the bundle is an update of it.
    public let older: Checksums?

    static let startPage = "0-MO-TRANG-NAY.html"
    static let readMe = "DOC-TRUOC.txt"
    static let deletions = "CAN-XOA.txt"
    static let siteFolder = "trang/"

    /// A problem for each template that a bundle needs and the folder does not have.
    public static func missingTemplates(in folder: TemplateFolder) -> [Diagnostic] {
        Templates.missing(["bundle/start", "bundle/read-me", "bundle/deletions"], from: folder)
    }

    /// A bundle of `site`.
    public init(
        site: Site,
        index: [SearchFile],
        date: PartialDate,
        updating older: Checksums? = nil
    ) {
        self.site = site
        self.index = index
        self.date = date
        self.older = older
    }

    /// Whether a list is of a bundle, and not of a site alone or of something else.
    public static func hasMade(_ checksums: Checksums) -> Bool { checksums.digests[startPage] != nil }

    /// The one folder at the top of the archive, by the title of the site: `kho-kinh-nghiem-dan-van`.
    public var folder: String {
        var name = ""
        for word in Slug.make(site.collection.settings.title).split(separator: "-") {
            guard name.utf8.count + word.utf8.count < Self.longestFolder else { break }
            name += (name.isEmpty ? "" : "-") + word
        }
        return name.isEmpty ? "sohieu" : name
    }

    private static let longestFolder = 40

    /// What the archive is called unless it is told otherwise: `kho-kinh-nghiem-dan-van-2026-11-21.zip`.
    public var fileName: String { "\(folder)-\(date.iso)\(older == nil ? "" : "-cap-nhat").zip" }

    /// The files of the site, in the order of their paths.
    var files: [OutputFile] {
        site.outputFiles(index: index)
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Every file that a USB stick, or Windows, could not take.
    public var diagnostics: [Diagnostic] {
        PortableCheck.diagnostics(
            files.map { file in
                var entry = PortableCheck.Entry(
                    path: "\(folder)/\(Self.siteFolder)\(file.path)",
                    location: site.location(of: file) ?? SourceLocation(path: file.path))
                if case .copy(let source) = file.source { entry.size = source.size }
                return entry
            }
        )
    }
}
