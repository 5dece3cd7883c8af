import Content
import Diagnostics
import Foundation
import OfficialDocuments

/// What only all pages together can tell of the links between them: `broken-link`, `missing-image`, `missing-attachment`,
/// `foreign-attachment` and `broken-anchor`.
struct LinkCheck {
    let pages: [Page]
    let bodies: [PageBody]
    /// References of front matter to pages, by content path, that lead nowhere.
    let brokenReferences: [Located<String>]
    /// Output path by content path.
    let addresses: [String: String]

    var diagnostics: [Diagnostic] {
        var problems: [Diagnostic] = []
        // Names are put in order only when there is one to be looked for.
        lazy var names = PathNames(addresses.keys)
        for (page, body) in zip(pages, bodies) {
            for link in body.brokenLinks {
                let moved = names.moved(link.destination, from: page.id)
                let passage = Passage(link.destination, correction: moved, after: "](")
                problems.append(broken(link.destination, isImage: link.isImage, at: link.location, passage, names))
            }
        }
        for reference in brokenReferences {
            let passage = Passage(reference.value, correction: names.moved(reference.value, from: ""))
            problems.append(broken(reference.value, isImage: false, at: reference.location, passage, names))
        }
        for page in pages {
            for attachment in page.head.attachments {
                let target = LinkTarget(attachment.path.value, from: page.id)
                if let path = target?.path, !path.isEmpty, addresses[path] != nil { continue }
                problems.append(target == nil ? foreign(attachment.path) : missing(attachment.path, on: page, names))
            }
        }
        return problems + brokenAnchors
    }

    private func broken(
        _ destination: String, isImage: Bool, at location: SourceLocation, _ passage: Passage, _ names: PathNames
    ) -> Diagnostic {
        Diagnostic(
            id: isImage ? "missing-image" : "broken-link",
            severity: .error,
            location: location,
            message: isImage
                ? Message(vi: "không có hình \(destination)", en: "there is no image \(destination)")
                : Message(
                    vi: "liên kết tới trang không có: \(destination)",
                    en: "link to a page that does not exist: \(destination)"),
            suggestion: names.closest(to: destination).map {
                Message(vi: "có phải là \($0)?", en: "did you mean \($0)?")
            },
            passage: passage
        )
    }

    // MARK: Attachments

    private func missing(_ path: Located<String>, on page: Page, _ names: PathNames) -> Diagnostic {
        Diagnostic(
            id: "missing-attachment",
            severity: .error,
            location: path.location,
            message: Message(vi: "không có tệp kèm theo \(path.value)", en: "there is no attachment \(path.value)"),
            suggestion: names.closest(to: path.value).map {
                Message(vi: "có phải là \($0)?", en: "did you mean \($0)?")
            }
                ?? Message(
                    vi: "đặt tệp vào thư mục nội dung; đường dẫn tính từ thư mục của trang",
                    en: "put the file into the content folder; its path starts at the folder of the page"),
            passage: Passage(path.value, correction: names.moved(path.value, from: page.id))
        )
    }

    private func foreign(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            id: "foreign-attachment",
            severity: .error,
            location: path.location,
            message: Message(
                vi: "tệp kèm theo ở nơi khác, không mang theo trang được: \(path.value)",
                en: "the attachment lies elsewhere and cannot be carried with the page: \(path.value)"),
            suggestion: Message(
                vi: "tải tệp về thư mục nội dung, hoặc viết liên kết ấy trong bài",
                en: "save the file in the content folder, or write the link in the text")
        )
    }

    // MARK: Anchors

    private var brokenAnchors: [Diagnostic] {
        let anchors = Dictionary(zip(pages.map(\.url), bodies.map(\.anchors))) { first, _ in first }
        var names: [String: KnownNames] = [:]
        var problems: [Diagnostic] = []
        for link in bodies.flatMap(\.links) {
            guard let fragment = link.fragment, let known = anchors[link.target], !known.contains(fragment) else {
                continue
            }
            let near = names[link.target] ?? KnownNames(known.sorted())
            names[link.target] = near
            problems.append(
                Diagnostic(
                    id: "broken-anchor",
                    severity: .error,
                    location: link.location,
                    message: Message(
                        vi: "trang \(link.target) không có mục #\(fragment)",
                        en: "page \(link.target) has no anchor #\(fragment)"),
                    suggestion: near.closest(to: fragment)
                        .map { Message(vi: "có phải là #\($0)?", en: "did you mean #\($0)?") }
                )
            )
        }
        return problems
    }
}

/// Content paths, found again by a misspelt file name.
private struct PathNames {
    private let names: KnownNames
    private let paths: [String: String]
    /// Names that two paths end in.
    private let shared: Set<String>

    init(_ paths: some Sequence<String>) {
        let named = paths.sorted().map { (Self.name(of: $0), $0) }
        names = KnownNames(named.map(\.0))
        self.paths = Dictionary(named) { first, _ in first }
        var seen = Set<String>()
        shared = Set(named.map(\.0).filter { !seen.insert($0).inserted })
    }

    /// How `page` writes the address of a file that lies elsewhere now: the only one of its name.
    func moved(_ destination: String, from page: String) -> String? {
        let address = destination.prefix { $0 != "#" && $0 != "?" }
        var name = Self.name(of: address.removingPercentEncoding ?? String(address))
        if name.hasSuffix(".html") { name = name.dropLast(5) + ".md" }
        guard name.contains("."), !shared.contains(name), let path = paths[name] else { return nil }
        let written = ContentPath.relative(from: page, to: path) + destination.dropFirst(address.count)
        return written.contains { " ()<>\"'".contains($0) } ? nil : written
    }

    /// The path whose last part is most like that of `path`.
    func closest(to path: String) -> String? { names.closest(to: Self.name(of: path)).flatMap { paths[$0] } }

    private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
