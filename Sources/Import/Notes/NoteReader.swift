import Content
import Diagnostics
import Foundation
import Markdown
import VietnameseText

/// Reads a Markdown note as Obsidian and its like write them: `[[links]]`, `![[pictures]]`, `%%comments%%`, front matter
/// with keys of their own.
struct NoteReader {
    let pages: PageNames

    /// A draft of the note, in the folder whose keys its front matter has.
    func read(_ bytes: [UInt8], file: String) -> PageDraft {
        let source = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        let text = Normalisation.compose(source.hasPrefix("\u{FEFF}") ? String(source.dropFirst()) : source)
        let (head, problems) = FrontMatter.read(Array(text.utf8), path: file)
        let names = head.entries.map(\.key)
        let kind = kind(names)
        let stem = (file as NSString).deletingPathExtension
        var draft = PageDraft(kind: kind, name: DraftNaming.name(of: stem))
        // A head that cannot be read is text: nothing is lost.
        let bodyOffset = problems.isEmpty ? head.bodyOffset : 0
        draft.body = body(String(decoding: Array(text.utf8)[bodyOffset...], as: UTF8.self), from: draft.folder, &draft)
        if !problems.isEmpty {
            draft.remarks.append(
                Message(
                    vi: "phần đầu của ghi chú không đọc được, nay nằm trong lời văn",
                    en: "the front matter of the note cannot be read and is part of the text"))
        }
        let known = ContentSchema.keys(for: kind).map(\.name)
        if !names.contains("title") {
            let title = heading(draft.body)
            if title == nil { draft.set("title", YAMLText.scalar(stem)) }
            draft.title = title ?? stem
        }
        for entry in head.entries {
            let written = Self.yaml(entry.value)
            if entry.key == "title" { draft.title = entry.value.scalar ?? stem }
            if entry.key == "draft" { continue }
            if known.contains(entry.key), let written {
                draft.set(entry.key, written)
            } else if let written {
                draft.headLines.append("\(entry.key): \(written)")
            }
        }
        return draft
    }

    /// The kind whose own keys the note has; a page without any.
    private func kind(_ names: [String]) -> PageKind {
        let own = names.compactMap { name in
            ContentSchema.keys.first { $0.name == name && $0.kinds.count == 1 }?.kinds[0]
        }
        return own.first ?? .page
    }

    private func heading(_ body: String) -> String? {
        body.split(separator: "\n").first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
    }

    /// A value on one line; `nil` for one that is a mapping or a list of such.
    private static func yaml(_ value: YAMLValue) -> String? {
        if let scalar = value.scalar { return YAMLText.scalar(scalar) }
        let elements = value.elements
        let texts = elements.compactMap(\.scalar)
        return !texts.isEmpty && texts.count == elements.count ? YAMLText.list(texts) : nil
    }

    // MARK: The text

    private func body(_ text: String, from folder: String, _ draft: inout PageDraft) -> String {
        var lost: [String] = []
        var result = text.replacing(/%%[\s\S]*?%%/) { _ in "" }
        result = result.replacing(/(!?)\[\[([^\]|#\n]*)(#[^\]|\n]*)?(?:\|([^\]\n]*))?\]\]/) { match in
            let name = String(match.2)
            let words = match.4.map(String.init) ?? (name.isEmpty ? String(match.3?.dropFirst() ?? "") : name)
            guard let path = pages.path(of: name) else {
                lost.append(String(match.0))
                return MarkdownEscape.text(words)
            }
            let up = folder.isEmpty ? "" : "../"
            return "[\(MarkdownEscape.text(words))](\(up)\(MarkdownEscape.target(path) ?? path))"
        }
        result = result.replacing(/(?m)^> \[!(\w+)\][-+]? ?(.*)$/) { match in
            "> **\(match.2.isEmpty ? String(match.1) : String(match.2))**\n>"
        }
        if !lost.isEmpty {
            let shown = lost.prefix(6).joined(separator: ", ")
            draft.remarks.append(
                Message(
                    vi: "\(lost.count) liên kết không có trang tương ứng, chỉ giữ chữ: \(shown)",
                    en: "\(lost.count) links have no page and are plain words now: \(shown)"))
        }
        return String(result.drop { $0 == "\n" })
    }
}
