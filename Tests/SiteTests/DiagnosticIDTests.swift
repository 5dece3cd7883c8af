import Foundation
import Testing

/// Every problem the program can name is shown by a fixture, or where no content can bring it about by a test.
@Suite struct DiagnosticIDTests {
    /// What a test that runs as root cannot bring about.
    private static let untested: Set = ["unreadable"]

    private static func files(_ folder: String, _ ending: String) throws -> [String] {
        let root = Goldens.repository.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(ending) }.sorted()
            .map { try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) }
    }

    /// What stands as the id of a diagnostic in the code.
    private static func ids() throws -> Set<String> {
        let forms = [
            #/\bid: (?:[a-zA-Z.]+ \? )?"([a-z0-9-]+)"(?: : "([a-z0-9-]+)")?,\s*severity/#,
            #/report\(\s*(?:[a-zA-Z]+ \? )?"([a-z0-9-]+)"(?: : "([a-z0-9-]+)")?,/#,
        ]
        var ids: Set<String> = []
        for text in try files("Sources", ".swift") {
            for form in forms {
                for match in text.matches(of: form) {
                    ids.insert(String(match.1))
                    if let second = match.2 { ids.insert(String(second)) }
                }
            }
        }
        return ids
    }

    @Test func everyProblemIsShown() throws {
        let shown = try Self.files("Tests/Fixtures", "expected.txt").joined()
        let tests = try (Self.files("Tests", ".swift") + Self.files("Tests/Browser", ".py")).joined()
        let ids = try Self.ids()
        #expect(ids.count > 50)
        let lacking = ids.filter {
            !shown.contains("[\($0)]") && !tests.contains("\($0)\"") && !tests.contains("[\($0)]")
        }
        #expect(lacking.filter { !Self.untested.contains($0) }.sorted() == [])
    }
}
