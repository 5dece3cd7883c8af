import OfficialDocuments
import Testing

@Suite("Numbers that are nearly written")
struct NearMissTests {
    @Test(arguments: [
        ("Theo Nghị quyết số 25-NQTW về dân vận", "25-NQTW", "25-NQ/TW"),
        ("theo 24-NQTU của tỉnh", "24-NQTU", "24-NQ/TU"),
        ("Quyết định số 217-Q&#272;/TW.", "217-Q&#272;/TW", "217-QĐ/TW"),
        ("Hướng dẫn 36-HDVPTW", "36-HDVPTW", "36-HD/VPTW"),
    ])
    func isNoticedAndNoCitation(_ text: String, _ written: String, _ meant: String) {
        let bytes = Array(text.utf8)
        let findings = CitationFinder(.standard).read(bytes)
        #expect(findings.nearMisses.map(\.number.description) == [meant])
        #expect(findings.nearMisses.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [written])
        #expect(findings.citations.isEmpty)
    }

    @Test(arguments: ["Theo 25-NQ/TW", "mẫu 12-ABCD", "126/SKHĐT", "Quyết định số 05-CP", "A&#272; 5-7", "24-BTCTW"])
    func nothingElseIs(_ text: String) {
        #expect(CitationFinder(.standard).read(Array(text.utf8)).nearMisses.isEmpty)
    }
}
