import Diagnostics
import Foundation
import Preview
import Synchronization

/// A site of a few files that remembers what it was asked for.
final class FakeSite: PreviewSite {
    private let files: [String: String]
    private let asked = Mutex<[String]>([])

    init(_ files: [String: String]) { self.files = files }

    var askedPaths: [String] { asked.withLock { $0 } }

    func bytes(at path: String) async -> [UInt8]? {
        asked.withLock { $0.append(path) }
        return files[path].map { Array($0.utf8) }
    }
}

extension Diagnostic {
    /// An error with a suggestion, as content gives them.
    static let impossibleDate = Diagnostic(
        id: "impossible-date",
        severity: .error,
        location: SourceLocation(path: "content/van-ban/24.md", line: 3, column: 7),
        message: Message(vi: "không có tháng <13>", en: "there is no month <13>"),
        suggestion: Message(vi: "viết năm-tháng-ngày", en: "write year-month-day")
    )
}

/// The `site-templates` folder of the package.
let templateFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("site-templates").path
