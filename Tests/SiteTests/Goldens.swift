import Foundation
import Testing

/// Expected texts kept beside the fixtures. `RECORD_GOLDENS=1 swift test` writes what was seen instead of comparing.
enum Goldens {
    /// The root of the repository.
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static var fixtures: URL { repository.appendingPathComponent("Tests/Fixtures") }

    /// Compares `text` with the golden file at `url`.
    static func expect(_ text: String, equals url: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Data(text.utf8).write(to: url)
            return
        }
        let expected = try String(decoding: Data(contentsOf: url), as: UTF8.self)
        #expect(text == expected, "golden \(url.lastPathComponent)", sourceLocation: sourceLocation)
    }
}
