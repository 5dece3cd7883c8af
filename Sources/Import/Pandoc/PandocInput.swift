import Foundation
import ZipArchive

/// Files as Pandoc 2 reads them without losing anything.
enum PandocInput {
    /// The bytes to hand to Pandoc; `nil` where those of the file will do.
    static func mended(_ bytes: [UInt8], format: String) -> [UInt8]? {
        switch format {
        case "odt": withoutHeaderRows(bytes)
        case "rtf": withPlainReplacements(bytes)
        default: nil
        }
    }

    /// Pandoc leaves out the rows that LibreOffice repeats on every page; as rows like others they stay.
    private static func withoutHeaderRows(_ bytes: [UInt8]) -> [UInt8]? {
        guard let entries = ZipReader.read(bytes) else { return nil }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sohieu-\(UUID().uuidString).odt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            var writer = try ZipWriter(path: path, time: 0)
            for entry in entries where !entry.path.hasSuffix("/") {
                var content = entry.bytes
                if entry.path == "content.xml" {
                    let text = String(decoding: content, as: UTF8.self)
                    content = Array(text.replacing(/<\/?table:table-header-rows[^>]*>/) { _ in "" }.utf8)
                }
                try writer.add(entry.path, content)
            }
            try writer.finish()
        } catch {
            return nil
        }
        return FileManager.default.contents(atPath: path).map(Array.init)
    }

    /// WordPad writes `\u7910?`, where Pandoc takes more than the one character behind it for the replacement.
    private static func withPlainReplacements(_ bytes: [UInt8]) -> [UInt8]? {
        // RTF is ASCII; where nothing else is announced, one character replaces another.
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.contains("\\uc0") else { return nil }
        return Array(text.replacing(/(\\u-?[0-9]+) ?[^\\{}\r\n]/) { "\($0.1)\\'3f" }.utf8)
    }
}
