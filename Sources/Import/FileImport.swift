import Diagnostics
import Foundation
import OfficialDocuments
import VietnameseText

/// Reads a file of any format an office has into drafts of pages.
public struct FileImport: Sendable {
    private let knowledge: Knowledge
    private let pages: PageNames

    /// - Parameters:
    ///   - knowledge: what the site knows of issuers and places.
    ///   - pages: content paths of the pages there are, which links of notes may mean, by title and by name.
    public init(knowledge: Knowledge, pages: PageNames) {
        self.knowledge = knowledge
        self.pages = pages
    }

    /// The extensions that can be read.
    public static let extensions = ["docx", "odt", "rtf", "html", "htm", "md", "csv"]

    /// The drafts that the file at `path` gives: one, or one for each row of a register.
    public func read(_ path: String, bytes: [UInt8]) throws(ImportFailure) -> [PageDraft] {
        let file = Normalisation.compose((path as NSString).lastPathComponent)
        let format = (path as NSString).pathExtension.lowercased()
        let assembly = DraftAssembly(knowledge: knowledge)
        switch format {
        case "docx", "odt", "rtf":
            let output = try PandocProgram().read(path, bytes: bytes, format: format)
            guard let blocks = PandocTree.read(output.tree) else {
                throw ImportFailure(vi: "không hiểu kết quả của Pandoc", en: "the output of Pandoc is not understood")
            }
            var text = ImportedText(blocks: blocks)
            text.pictures = output.pictures
            var draft = assembly.draft(text, file: file)
            draft.originalName = Self.kept(file)
            return [draft]
        case "html", "htm":
            guard let root = HTMLParser.parse(bytes) else {
                throw ImportFailure(vi: "\(path) không phải trang HTML", en: "\(path) is no HTML page")
            }
            let article = PageArticle(root)
            var draft = assembly.draft(article, pictures: Self.pictures(article.blocks, beside: path), file: file)
            // A page with scripts of another host must not become a page of this site.
            draft.originalName = Self.kept(file) + ".txt"
            return [draft]
        case "md": return [NoteReader(pages: pages).read(bytes, file: file)]
        case "csv": return try RegisterReader(localities: knowledge.localities).read(bytes, file: file)
        case "doc", "xls", "xlsx", "wps":
            throw ImportFailure(
                vi: "\(path): định dạng .\(format) cũ hoặc là bảng tính; hãy lưu lại thành .docx (bảng tính: .csv)",
                en: "\(path): save .\(format) as .docx (a spreadsheet as .csv) first")
        case "pdf", "jpg", "jpeg", "png", "tif", "tiff":
            throw ImportFailure(
                vi:
                    "\(path): bản chụp hoặc PDF không có chữ để đọc chắc; hãy lấy bản Word hoặc đính kèm tệp bằng khóa attachments",
                en: "\(path): a scan or PDF cannot be read reliably; take the Word file, or attach it by attachments")
        default:
            throw ImportFailure(
                vi: "\(path): không đọc được .\(format); đọc được: \(Self.extensions.joined(separator: ", "))",
                en: "\(path): .\(format) cannot be read; these can: \(Self.extensions.joined(separator: ", "))")
        }
    }

    /// The name of the original beside its page: safe in every file system and address.
    private static func kept(_ file: String) -> String {
        let name = Slug.make((file as NSString).deletingPathExtension)
        return (name.isEmpty ? "ban-goc" : name) + "." + (file as NSString).pathExtension.lowercased()
    }

    /// The pictures of a saved page that lie beside it ("Trang_files/anh.jpg").
    private static func pictures(_ blocks: [Block], beside page: String) -> [String: [UInt8]] {
        var pictures: [String: [UInt8]] = [:]
        let folder = (page as NSString).deletingLastPathComponent
        _ = blocks.mapping { inline in
            if case .image(_, let path) = inline, !path.contains(":"), !path.hasPrefix("/"),
                !path.split(separator: "/").contains(".."),
                let name = path.removingPercentEncoding,
                let data = FileManager.default.contents(atPath: folder.isEmpty ? name : folder + "/" + name)
            {
                pictures[path] = Array(data)
            }
            return [inline]
        }
        return pictures
    }
}
