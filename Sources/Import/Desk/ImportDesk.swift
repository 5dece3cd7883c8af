import Diagnostics
import Digests
import Foundation
import VietnameseText

/// Puts drafts into a content folder: the page, its pictures and the original, and nothing over anything that is there.
public struct ImportDesk {
    /// The content folder.
    private let content: String
    /// Files that belong to pages, by their size.
    private var kept: [Int: [String]] = [:]
    /// Pages without an original beside them, by the digest of the file they were made of.
    private var origins: [String: String] = [:]

    /// A desk for the content folder at `content`, which need not exist yet.
    public init(content: String) {
        self.content = content
        let files = FileManager.default
        let names = (try? files.subpathsOfDirectory(atPath: content)) ?? []
        for name in names.sorted() where !name.hasSuffix(".yaml") {
            if name.hasSuffix(".md") {
                let text =
                    files.contents(atPath: content + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
                guard let mark = text.range(of: PageDraft.originMark) else { continue }
                origins[String(text[mark.upperBound...].prefix { $0 != "\n" })] = name
            } else if let size = Self.size(content + "/" + name) {
                kept[size, default: []].append(name)
            }
        }
    }

    /// What putting a draft down came to.
    public struct Placed: Sendable {
        /// Content path of the page.
        public var page: String
        /// The page of the same name that was there before; the new one got another.
        public var namesake: String?
    }

    /// The content path of the page that the same file gave before; compared by its digest.
    public func page(importedFrom bytes: [UInt8]) -> String? {
        let wanted = Self.digest(bytes)
        if let page = origins[wanted.description] { return page }
        guard let candidates = kept[bytes.count], !bytes.isEmpty else { return nil }
        let found = candidates.first { name in
            FileManager.default.contents(atPath: content + "/" + name).map { Self.digest(Array($0)) } == wanted
        }
        return found.map { ($0 as NSString).deletingLastPathComponent + ".md" }
    }

    /// Writes a draft: what belongs to the page first, the page last. What was written is taken away when it fails.
    public mutating func put(_ draft: PageDraft, original: [UInt8]) throws(ImportFailure) -> Placed {
        var draft = draft
        let wanted = draft.folder + draft.name
        let name = freeName(wanted)
        if name != wanted { draft = draft.renamed(String(name.dropFirst(draft.folder.count))) }
        if draft.originalName == nil { draft.origin = Self.digest(original).description }
        var files = draft.pictures.map { (path: name + "/" + $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
        if let originalName = draft.originalName { files.append((name + "/" + originalName, original)) }
        files.append((name + ".md", Array(draft.text.utf8)))
        var written: [String] = []
        do {
            for file in files {
                let url = URL(fileURLWithPath: content + "/" + file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url, options: .withoutOverwriting)
                written.append(url.path)
            }
        } catch {
            for path in written { try? FileManager.default.removeItem(atPath: path) }
            throw ImportFailure(
                vi: "không ghi được \(content)/\(name).md: \(error.localizedDescription)",
                en: "\(content)/\(name).md cannot be written: \(error.localizedDescription)")
        }
        if let originalName = draft.originalName { kept[original.count, default: []].append(name + "/" + originalName) }
        return Placed(page: name + ".md", namesake: name == wanted ? nil : wanted + ".md")
    }

    private func freeName(_ wanted: String) -> String {
        func isTaken(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: content + "/" + name + ".md")
                || FileManager.default.fileExists(atPath: content + "/" + name)
        }
        guard isTaken(wanted) else { return wanted }
        var count = 2
        while isTaken("\(wanted)-\(count)") { count += 1 }
        return "\(wanted)-\(count)"
    }

    private static func size(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
        return attributes?[.size] as? Int
    }

    private static func digest(_ bytes: [UInt8]) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bytes.span)
        return hash.finish()
    }
}

extension PageDraft {
    /// The draft under another name, with the pictures of its text following.
    fileprivate func renamed(_ name: String) -> PageDraft {
        var draft = self
        draft.name = name
        for picture in pictures.keys {
            draft.body = draft.body.replacing("](\(self.name)/\(picture))", with: "](\(name)/\(picture))")
        }
        return draft
    }
}

extension PageDraft {
    /// What an editor has to look at: the keys in doubt, then the remarks.
    public var doubts: [Message] {
        entries.compactMap { entry in
            entry.doubt.map { Message(vi: "\(entry.key): \($0.vietnamese)", en: "\(entry.key): \($0.english)") }
        } + remarks
    }
}
