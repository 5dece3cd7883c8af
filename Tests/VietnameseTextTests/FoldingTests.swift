import Testing
import VietnameseText

@Suite("Folding")
struct FoldingTests {
    @Test(
        "folds to what a plain keyboard types",
        arguments: [
            ("Đường lối", "duong loi"),
            ("ĐẢNG ỦY", "dang uy"),
            ("NÐ-CP", "nd-cp"),
            ("Gấp rưỡi, ngoằn ngoèo", "gap ruoi, ngoan ngoeo"),
            ("D\u{0169}ng ca\u{0309}m \u{0110}o\u{0302}\u{0323}c", "dung cam doc"),
            ("Müller – café №1 ТЕСТ", "muller – cafe №1 тест"),
            ("", ""),
        ])
    func fold(text: String, expected: String) {
        #expect(Folding.fold(text) == expected)
    }

    @Test("invalid UTF-8 passes through without a trap")
    func invalid() {
        let bytes: [UInt8] = [0xC3, 0x41, 0xE1, 0xBA, 0xFF, 0xF4, 0x90]
        #expect(Folding.fold(bytes) == [0xC3, 0x61, 0xE1, 0xBA, 0xFF, 0xF4, 0x90])
    }
}
