import Diagnostics
import Markdown
import Testing

/// What nests too deep for a reader that calls itself, and what only looks so.
@Suite struct YAMLNestingTests {
    private func problems(_ yaml: String) -> [String] {
        YAMLReader.read(yaml, path: "a.yaml").1.map {
            "\($0.location.line):\($0.location.column) \($0.message.english)"
        }
    }

    private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    @Test func signsInTextAreNoNesting() {
        #expect(problems("# \(times(600, "-"))\ntitle: a\n") == [])
        #expect(problems("title: a \(times(600, "-")) b\n") == [])
        #expect(problems("title: \"\(times(600, "["))\"\nsummary: 'c''\(times(70, "{"))'\n") == [])
        #expect(problems("title: a \(times(70, "["))\n") == [])
        #expect(problems("summary: |\n  \(times(70, "[["))\n  \(times(70, "- "))\ntitle: a\n") == [])
        #expect(problems("list:\n- - - a\n- {b: [c, {d: e}]}\n") == [])
    }

    @Test(arguments: ["[", "{a: ", "- ", "[[{b: ", "? ", "[&a "])
    func signsThatNestAreTold(_ sign: String) {
        for count in [65, 2_000, 100_000] {
            let found = problems("title: a\nkey:\n  \(times(count, sign))\n")
            #expect(found == ["3:1 YAML nests deeper than 64 levels"])
        }
    }

    @Test func indentationThatNestsIsTold() {
        let stairs = (0..<3_000).map { times($0, " ") + "a:" }.joined(separator: "\n")
        #expect(problems(stairs).first?.hasSuffix("YAML nests deeper than 64 levels") == true)
        // A quotation mark inside a text hides nothing that would overflow.
        #expect(problems("a: b\n  \"\n" + times(100_000, "[")).first?.hasSuffix("64 levels") == true)
    }

    @Test func aTabIsToldWhereItStands() {
        #expect(problems("a: 1\nb:\n\tc: 2\n") == ["3:1 broken YAML: a line is indented by a tab"])
        #expect(problems("a: 1\nb:\n  -\tc\n \td: 2\n") == ["4:2 broken YAML: a line is indented by a tab"])
        #expect(problems("a:\t1\n") == [])
    }
}
