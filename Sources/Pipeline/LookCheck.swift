import Content
import Diagnostics
import Reading
import Site
import Views

/// What `site.yaml` says of the looks of a site, against what there is: files and pages it names, colours that can be read.
struct LookCheck {
    let site: Site
    /// `site.yaml` as diagnostics call it.
    let path: String

    var diagnostics: [Diagnostic] {
        let look = site.collection.settings.look
        let files =
            [look.logo].compactMap(\.self)
            + look.fonts.sorted { $0.key < $1.key }.map(\.value)
            .filter { $0.value.contains("/") || $0.value.contains(".") }
        let lacking = files.filter { site.collection.addresses[$0.value] == nil }.map { file in
            Diagnostic(
                id: "missing-look",
                severity: .error,
                location: file.location,
                message: Message(vi: "không có tệp \(file.value)", en: "there is no file \(file.value)"),
                suggestion: Message(
                    vi: "viết đường dẫn tính từ thư mục nội dung, như hinh/logo.svg",
                    en: "write the path from the content folder, as images/logo.svg"),
                passage: Passage(file.value)
            )
        }
        let paths = Set(site.routes.map(\.path))
        let broken = ((look.menu ?? []) + look.footerLinks).filter { site.collection.url(of: $0, among: paths) == nil }
            .map {
                link in
                Diagnostic(
                    id: "broken-link",
                    severity: .error,
                    location: link.url.location,
                    message: Message(
                        vi: "liên kết tới trang không có: \(link.url.value)",
                        en: "link to a page that does not exist: \(link.url.value)"),
                    passage: Passage(link.url.value)
                )
            }
        return lacking + broken + ThemeView(look: look).diagnostics(at: SourceLocation(path: path))
    }
}
