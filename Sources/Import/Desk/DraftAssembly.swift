import Content
import Diagnostics
import Foundation
import OfficialDocuments
import VietnameseText

/// Makes a draft of a text: an official document where it has the head of one, else a report.
struct DraftAssembly {
    let knowledge: Knowledge

    /// A draft of a text from a word processor.
    func draft(_ text: ImportedText, file: String) -> PageDraft {
        let official = OfficialText(text.blocks, knowledge: knowledge)
        var draft = draft(official, title: text.title, file: file)
        finish(&draft, official.body, text.pictures, title: draft.title)
        return draft
    }

    /// A draft of a saved page.
    func draft(_ article: PageArticle, pictures: [String: [UInt8]], file: String) -> PageDraft {
        let official = OfficialText(article.blocks, knowledge: knowledge)
        var draft = draft(official, title: article.title, file: file)
        let portal = article.portal
        if draft.kind == .report {
            draft.set("author", article.author.map(YAMLText.scalar))
            draft.set("publisher", portal.map(YAMLText.scalar))
            draft.set("published", article.published?.iso)
        }
        var source = ["title: " + YAMLText.scalar(article.title ?? file)]
        if let portal { source.append("portal: " + YAMLText.scalar(portal)) }
        if let address = article.address { source.append("url: \"\(address.replacing("\"", with: "%22"))\"") }
        if let date = article.published { source.append("date: " + date.iso) }
        draft.set("sources", "\n  - " + source.joined(separator: "\n    "))
        finish(&draft, official.body, pictures, title: draft.title)
        if !article.dropped.isEmpty {
            let lines = article.dropped.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
            let more = article.dropped.count > 8 ? ", …" : ""
            draft.remarks.append(
                Message(
                    vi: "bỏ \(article.dropped.count) đoạn của cổng thông tin: \(lines)\(more)",
                    en: "left out \(article.dropped.count) pieces of the portal: \(lines)\(more)"))
        }
        return draft
    }

    // MARK: Front matter

    private func draft(_ official: OfficialText, title: String?, file: String) -> PageDraft {
        let head = official.head
        let isDocument = head.isPresent || head.number.value != nil
        var draft = PageDraft(kind: isDocument ? .document : .report, name: "")
        let fallback = title ?? official.body.firstHeading ?? (file as NSString).deletingPathExtension
        draft.name = DraftNaming.name(head) ?? DraftNaming.name(of: head.title.value ?? fallback)
        draft.headLines = official.headLines
        guard isDocument else {
            draft.title = fallback
            draft.set("title", YAMLText.scalar(fallback))
            return draft
        }
        if let title = head.title.value {
            draft.title = title
            draft.set("title", YAMLText.scalar(title), doubt: head.title.doubt)
        } else {
            draft.title = fallback
            draft.set(
                "title", YAMLText.scalar(fallback),
                doubt: Message(
                    vi: "không thấy trích yếu, lấy tạm tên tệp hoặc tên trang",
                    en: "no title was found; that of the file or page stands in"))
        }
        draft.set("number", head.number.value.map { YAMLText.number($0.description) }, doubt: head.number.doubt)
        let says = head.number.value.map { $0.type != nil || $0.family == .letter } ?? false
        if !says { draft.set("type", head.type.value.map(YAMLText.scalar), doubt: head.type.doubt) }
        draft.set("issuer", head.issuer.value.map(YAMLText.scalar), doubt: head.issuer.doubt)
        draft.set("locality", head.locality.value, doubt: head.locality.doubt)
        draft.set("date", head.date.value?.iso, doubt: head.date.doubt)
        if official.foot.signer.value == nil, let signer = head.signer {
            draft.set("signer", YAMLText.scalar(signer))
        } else {
            draft.set(
                "signer", official.foot.signer.value.map(YAMLText.scalar), doubt: official.foot.signer.doubt)
        }
        if head.isPresent, official.foot.range.isEmpty {
            draft.remarks.append(
                Message(
                    vi: "không nhận ra phần ký và nơi nhận; nếu có, chúng vẫn nằm trong lời văn",
                    en: "no signature and recipients were recognised; if there are any, they are in the text"))
        }
        return draft
    }

    // MARK: Text

    private func finish(_ draft: inout PageDraft, _ body: [Block], _ pictures: [String: [UInt8]], title: String) {
        var shelf = PictureShelf(pictures, folder: draft.name)
        let placed = shelf.place(Outline.structured(body))
        draft.pictures = shelf.placed
        draft.remarks += shelf.remarks + TableRemarks.remarks(on: placed)
        // The title is the page's own heading.
        var blocks = placed
        if case .heading(_, let inlines)? = blocks.first, LayoutLine(inlines.plain).text == LayoutLine(title).text {
            blocks.removeFirst()
        }
        draft.body = Normalisation.compose(MarkdownWriter.write(blocks))
    }
}

extension [Block] {
    fileprivate var firstHeading: String? {
        lazy.compactMap { block -> String? in
            if case .heading(_, let inlines) = block { LayoutLine(inlines.plain).text } else { nil }
        }.first { !$0.isEmpty }
    }
}

extension YAMLText {
    /// A number: plain where YAML leaves it alone, as it does with letters and a slash.
    static func number(_ text: String) -> String {
        text.contains { ":#& ".contains($0) } ? "\"\(text)\"" : text
    }
}
