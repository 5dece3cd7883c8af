import Testing
import VietnameseText

@Suite struct FoldingTests {
    @Test(arguments: [("Đường Ầm ỉ", "duong am i"), ("ƯƠNG", "uong"), ("Chỉ thị", "chi thi"), ("Đo\u{0302}\u{0300}ng", "dong")])
    func folds(_ text: String, _ expected: String) {
        #expect(Folding.fold(text) == expected)
    }
}
