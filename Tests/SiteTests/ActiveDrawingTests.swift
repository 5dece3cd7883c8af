import Testing

@testable import Content

@Suite struct ActiveDrawingTests {
    private func runs(_ inner: String, _ attributes: String = "") -> Bool {
        ActiveDrawing.runs(
            Array("<svg xmlns=\"http://www.w3.org/2000/svg\"\(attributes)>\(inner)</svg>".utf8))
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<SCRIPT/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
        "<a href='javascript:alert(1)'/>", "<a href='java\n\tscript:alert(1)'/>",
        "<a href='&#106;avascript:alert(1)'/>",
        "<a href='&#x6A;avascript:x'/>", "<g onclick='x'/>", "<g a='b'onload = 'x'/>", "<g\nOnLoad='x'/>",
        "<foreignObject><p/></foreignObject>",
    ])
    func whatRunsIsFound(_ inner: String) { #expect(runs(inner)) }

    @Test(arguments: [
        "<title>Đường đi lên</title><path d='M0 0L10 10'/>", "<text>on = bật, một đoạn &#7853; văn</text>",
        "<desc>ảnh về con đường</desc>", "<image href='data:image/png;base64,AAAA'/>", "<text>&#</text>", "",
    ])
    func drawingsThatOnlyDrawAreLeftAlone(_ inner: String) { #expect(!runs(inner)) }

    @Test func attributesOfTheRootCount() {
        #expect(runs("", " onload=\"x\""))
        #expect(!runs("", " font-family=\"on\""))
    }

    @Test func noBytesTrap() {
        for count in 0...6 { #expect(!ActiveDrawing.runs([UInt8](repeating: 0x6F, count: count))) }
        #expect(!ActiveDrawing.runs(Array("&#;&#x;&#99999999999;".utf8)))
    }
}
