import Diagnostics
import Testing

@testable import Bundles

@Suite struct PortableCheckTests {
    private func ids(_ entries: [(path: String, size: Int)]) -> [String] {
        PortableCheck.diagnostics(
            entries.map { PortableCheck.Entry(path: $0.path, location: SourceLocation(path: $0.path), size: $0.size) }
        ).map { "\($0.location.path) \($0.id)" }
    }

    @Test func aStickTakesNoFileOfFourGigabytes() {
        #expect(ids([("a.zip", 0xFFFF_FFFF), ("b.zip", 0x1_0000_0000)]) == ["b.zip large-file"])
    }

    @Test func namesThatDifferInCaseOrAreFilesAndFoldersAreAlike() {
        #expect(ids([("a/B.html", 0), ("a/b.html", 0)]) == ["a/b.html names-alike"])
        #expect(ids([("a", 0), ("a/b.html", 0)]) == ["a names-alike"])
    }
}
