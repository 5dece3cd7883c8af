import SearchIndex
import Testing

@Suite struct SearchDocumentTests {
    @Test func defaultsAreEmpty() {
        #expect(SearchDocument(url: "a.html", title: "A").body.isEmpty)
    }
}
