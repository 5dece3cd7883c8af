import Diagnostics
import TestSupport
import Testing

@Suite struct KnownNamesTests {
    @Test func aShortListIsComparedWhole() {
        let names = KnownNames(["number", "title", "topics"])
        #expect(names.closest(to: "titel") == "title")
        #expect(names.closest(to: "xyz") == nil)
    }

    /// Two thousand names of one form, each with a slip at the beginning, in the middle or at the end.
    @Test func aSlipIsFoundAmongMany() {
        let places = ["lam-dong", "bac-kan", "binh-dinh", "khanh-hoa", "ha-noi", "thai-nguyen", "gia-lai", "dak-lak"]
        let names = (1...250).flatMap { serial in places.map { "\(serial)-ct-tu-\($0)" } }
        let known = KnownNames(names)
        var random = SeededGenerator(seed: 7)
        for name in names {
            var letters = Array(name)
            let place = Int.random(in: 0..<letters.count, using: &random)
            letters[place] = "z"
            let found = known.closest(to: String(letters))
            #expect(found != nil, "nothing is like \(String(letters))")
        }
    }

    @Test func ofTwoAsCloseTheFirstIsSuggested() {
        let filler = (0..<500).map { "trang-\($0)-khac" }
        #expect(KnownNames(["abcdef1", "abcdef2"] + filler).closest(to: "abcdef3") == "abcdef1")
        #expect(KnownNames(filler + ["abcdef2", "abcdef1"]).closest(to: "abcdef3") == "abcdef2")
    }
}
