import Foundation
import TestSupport
import Testing
import VietnameseText

@Suite("Normalisation")
struct NormalisationTests {
    private static let letters = Array(
        "aăâeêioôơuưyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵbcdđghklmnpqrstvxABCĐÊỘỨỴ ,.-0123456789\n"
    )

    private func randomText(_ generator: inout SeededGenerator) -> String {
        String(
            (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                Self.letters.randomElement(using: &generator) ?? "a"
            })
    }

    @Test("composes as Unicode does, over random texts")
    func composesLikeUnicode() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let text = randomText(&generator)
            let decomposed = text.decomposedStringWithCanonicalMapping
            let composed = Normalisation.compose(decomposed)
            #expect(Array(composed.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8))
            #expect(Array(Normalisation.compose(text).utf8) == Array(text.utf8))
            #expect(Folding.fold(decomposed) == Folding.fold(text))
        }
    }

    @Test(
        "keeps one place for the tone",
        arguments: [
            ("hoà bình", "hòa bình"), ("hòa bình", "hòa bình"), ("khoá XI", "khóa XI"), ("UỶ BAN", "ỦY BAN"),
            ("Uỷ", "Ủy"), ("khoẻ", "khỏe"), ("qúy", "quý"), ("quý", "quý"), ("quỹ", "quỹ"), ("qùa", "quà"),
            ("tòan", "toàn"), ("hoàn", "hoàn"), ("hùynh", "huỳnh"), ("khuỷu", "khuỷu"), ("ngoèo", "ngoèo"),
            ("thuở", "thuở"), ("của", "của"), ("quốc", "quốc"), ("thúy", "thúy"), ("thuý", "thúy"),
            ("hoa\u{0300}", "hòa"), ("loè loẹt", "lòe loẹt"),
        ])
    func placesTone(text: String, expected: String) {
        #expect(Array(Normalisation.canonicalise(text).utf8) == Array(expected.utf8))
    }

    @Test("is idempotent and leaves the folded form alone")
    func idempotent() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<2_000 {
            let text = randomText(&generator)
            let once = Normalisation.canonicalise(text)
            #expect(Normalisation.canonicalise(once) == once)
            #expect(Folding.fold(once) == Folding.fold(text))
        }
    }

    @Test("a long decomposed text takes linear time")
    func linear() {
        let text = String(repeating: "Hội nghị Trung ương ", count: 20_000).decomposedStringWithCanonicalMapping
        let start = ContinuousClock.now
        #expect(Normalisation.compose(text).utf8.count < text.utf8.count)
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}
