import Testing

@testable import OfficialDocuments

@Suite("Types of documents")
struct DocumentTypesTests {
    @Test(
        "the codes a number may have for what people call the document",
        arguments: [
            ("chỉ thị", ["CT"]), ("quyết định", ["QĐ", "QĐi"]), ("quy định", ["QyĐ", "QĐ", "QĐi"]),
            ("chương trình hành động", ["CTr", "CTHĐ", "CTrHĐ", "CTPH", "CTrPH"]), ("luật", ["QH"]),
            ("pháp lệnh", ["UBTVQH"]),
        ])
    func codes(word: String, expected: [String]) {
        #expect(Knowledge.standard.types.codesInNumbers[word] == expected)
    }
}
