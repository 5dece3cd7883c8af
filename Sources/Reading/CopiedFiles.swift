import Content
import Diagnostics

/// The files of a collection that go into the site as they are.
enum CopiedFiles {
    /// Files that a browser opens as a page, with whatever scripts they hold.
    private static let pages: Set<String> = ["htm", "html", "shtml", "xht", "xhtml"]

    /// The files to be copied, and a problem for each that is refused.
    ///
    /// An HTML file of the content would be served from the site's own address without the site's policy: its scripts run and
    /// may ask any host. In `SourceFile.rootFolder` it stands because somebody wanted it so.
    static func select(_ files: [SourceFile], _ settings: SiteSettings) -> (
        files: [SourceFile], diagnostics: [Diagnostic]
    ) {
        var copied: [SourceFile] = []
        var diagnostics: [Diagnostic] = []
        for file in files where !file.isText {
            if file.rootPath == nil, !settings.allowsHTMLFiles, pages.contains(file.ending) {
                diagnostics.append(refusal(of: file))
            } else if file.rootPath == nil, !settings.allowsHTMLFiles, file.runsScripts {
                diagnostics.append(refusal(ofDrawing: file))
            } else {
                copied.append(file)
            }
        }
        return (copied, diagnostics)
    }

    private static func refusal(of file: SourceFile) -> Diagnostic {
        Diagnostic(
            id: "html-file",
            severity: .error,
            location: SourceLocation(path: file.displayPath),
            message: Message(
                vi: "tệp HTML chạy mã lệnh của nó ngay trên trang web, ngoài chính sách bảo mật của trang",
                en: "an HTML file runs its scripts on the site, outside the site's security policy"),
            suggestion: Message(
                vi: "viết lại thành .md; tệp xác minh thì để vào \(SourceFile.rootFolder)/; "
                    + "hoặc ghi html_files: true trong site.yaml",
                en: "write it as .md; put a verification file into \(SourceFile.rootFolder)/; "
                    + "or set html_files: true in site.yaml")
        )
    }

    private static func refusal(ofDrawing file: SourceFile) -> Diagnostic {
        Diagnostic(
            id: "active-drawing",
            severity: .error,
            location: SourceLocation(path: file.displayPath),
            message: Message(
                vi: "hình vẽ có mã lệnh, ai mở tệp là mã ấy chạy ngay trên trang web",
                en: "the drawing holds scripts, which run on the site for whoever opens the file"),
            suggestion: Message(
                vi: "lưu lại hình không có mã lệnh (Inkscape: \"Plain SVG\", hoặc xuất ra .png); "
                    + "hoặc ghi html_files: true trong site.yaml",
                en: "save the drawing without scripts (Inkscape: \"Plain SVG\", or as .png); "
                    + "or set html_files: true in site.yaml")
        )
    }
}
