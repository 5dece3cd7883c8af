import Diagnostics
import Foundation
import VietnameseText

/// Gives the pictures of a text names and a place beside its page.
struct PictureShelf {
    private let pictures: [String: [UInt8]]
    private let folder: String
    /// The pictures that the text shows, by the names they got.
    private(set) var placed: [String: [UInt8]] = [:]
    /// What could not be kept.
    private(set) var remarks: [Message] = []
    private var names: [String: String] = [:]

    init(_ pictures: [String: [UInt8]], folder: String) {
        self.pictures = pictures
        self.folder = folder
    }

    /// The blocks with the paths that their pictures have now; a picture that is not there leaves its words.
    mutating func place(_ blocks: [Block]) -> [Block] {
        var shelf = self
        let result = blocks.mapping { inline in
            guard case .image(let alternative, let path) = inline else { return [inline] }
            guard let name = shelf.name(of: path) else {
                let words = Self.words(alternative)
                return words.isEmpty ? [] : [.text("[\(words)]")]
            }
            return [.image(alternative: Self.words(alternative), path: folder + "/" + name)]
        }
        self = shelf
        return result
    }

    private mutating func name(of path: String) -> String? {
        if let name = names[path] { return name }
        let kind = (path as NSString).pathExtension.lowercased()
        guard let bytes = pictures[path], ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(kind), kind != "svg"
        else {
            let shown = path.prefix(80)
            remarks.append(
                Message(
                    vi: "hình không lấy được, chỉ giữ lời chú thích: \(shown)",
                    en: "a picture could not be kept, only its words: \(shown)"))
            return nil
        }
        let name = "hinh-\(names.count + 1).\(kind)"
        names[path] = name
        placed[name] = bytes
        return name
    }

    /// Word processors put a path or a whole sentence of their own where the words for a picture belong.
    private static func words(_ alternative: String) -> String {
        let line = alternative.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isMade = line.lowercased().hasPrefix("a picture containing") || line.hasSuffix("automatically generated")
        return isMade ? "" : line
    }
}
