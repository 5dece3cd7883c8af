import Diagnostics
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
            #/(?:report|otherForm)\(\s*(?:[a-zA-Z]+ \? )?"([a-z0-9-]+)"(?: : "([a-z0-9-]+)")?,/#,
            // Ids of a table of cases: each is followed by its message.
            #/[\s(]"([a-z0-9]+(?:-[a-z0-9]+)+|unreadable)",\s*(?:alias|Message\()(z)?/#,
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
        let tests = try
            (Self.files("Tests", ".swift") + Self.files("Tests/Browser", ".py") + Self.files("Tests/Import", ".py"))
            .joined()
        let ids = try Self.ids()
        #expect(ids.count > 50)
        let lacking = ids.filter {
            !shown.contains("[\($0)]") && !tests.contains("\($0)\"") && !tests.contains("[\($0)]")
        }
        #expect(lacking.filter { !Self.untested.contains($0) }.sorted() == [])
    }

    @Test func everyProblemIsExplained() throws {
        #expect(try Self.ids().subtracting(Explanations.ids).sorted() == [])
        #expect(Set(Explanations.ids).subtracting(try Self.ids()).sorted() == [])
        #expect(Explanations.ids == Explanations.ids.sorted())
        for explanation in Explanations.all {
            let parts = explanation.text.components(separatedBy: "\n\n")
            #expect(!explanation.title.isEmpty && parts.first?.hasPrefix("    ") == false, "\(explanation.id)")
            #expect(parts.contains("Sai:") && parts.contains("Đúng:"), "\(explanation.id)")
        }
    }
}
