import Testing

@testable import Output
@testable import Site

@Suite struct SiteWriterTests {
    @Test(arguments: [0, 1, 2, 31, 32, 33, 64, 65, 1000], [1, 2, 3, 4, 7, 64])
    func everyFileIsWrittenOnceWhateverTheOrder(count: Int, jobs: Int) {
        let files = (0..<count).map { OutputFile(path: "\($0)", source: .bytes([])) }
        let spread = SiteWriter.spread(files, over: jobs).map(\.path)
        #expect(spread.count == count)
        #expect(Set(spread).count == count)
    }

    @Test func neighboursInAFolderGoToOneTask() {
        let files = (0..<256).map { OutputFile(path: "\($0)", source: .bytes([])) }
        let chunks = SiteWriter.spread(files, over: 2).map { Int($0.path) ?? 0 }
        #expect(Array(chunks[..<32]) == Array(0..<32))
        #expect(Array(chunks[32..<64]) == Array(128..<160))
    }
}
