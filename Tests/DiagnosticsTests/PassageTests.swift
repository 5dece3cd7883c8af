import Testing

@testable import Diagnostics

/// What problems are about is found in the source, or not at all; what is certain takes its place.
@Suite struct PassageTests {
    private func problem(_ line: Int, _ column: Int, _ passage: Passage, _ path: String = "a.md") -> Diagnostic {
        Diagnostic(
            id: "unknown-key", severity: .warning, location: SourceLocation(path: path, line: line, column: column),
            message: Message(vi: "sai", en: "wrong"), passage: passage)
    }

    private func corrected(_ text: String, _ problems: Diagnostic...) -> String? {
        CorrectedFile(path: "a.md", bytes: Array(text.utf8), correcting: problems)
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func bareAndQuotedTextIsReplaced() {
        let fix = Passage("số hiệu", correction: "number")
        #expect(corrected("---\nsố hiệu: 1\n", problem(2, 1, fix)) == "---\nnumber: 1\n")
        #expect(corrected("- \"số hiệu\": 1\n", problem(1, 3, fix)) == "- \"number\": 1\n")
        #expect(corrected("'số hiệu': 1", problem(1, 1, fix)) == "'number': 1")
    }

    @Test func whatDoesNotStandThereStays() {
        let fix = Passage("số hiệu", correction: "number")
        // Decomposed letters, an escape, half a quoted text, another line.
        for text in [
            "s\u{6F}\u{302}\u{301} hi\u{65}\u{323}\u{302}u: 1", "\"s\\u1ED1 hiệu\": 1", "\"số hiệu khác\": 1",
            "x\nsố hiệu: 1", "",
        ] {
            #expect(corrected(text, problem(1, 1, fix)) == nil)
        }
        #expect(corrected("số hiệu: 1", problem(1, 1, Passage("số hiệu"))) == nil)
    }

    @Test func aLinkIsFoundInItsParagraph() {
        let fix = Passage("a.md", correction: "b/a.md", after: "](")
        #expect(corrected("x [y\nz](a.md) a.md", problem(1, 3, fix)) == "x [y\nz](b/a.md) a.md")
        #expect(corrected("x [y](a.md \"tên\")", problem(1, 3, fix)) == "x [y](b/a.md \"tên\")")
        #expect(corrected("x [y][z]\n\n[y](a.md)", problem(1, 3, fix)) == nil)
        #expect(corrected("x [y](a.md#b)", problem(1, 3, fix)) == nil)
    }

    @Test func ofTwoThatOverlapTheFirstIsWritten() {
        let text = corrected(
            "số hiệu: 1", problem(1, 4, Passage("hiệu", correction: "x")),
            problem(1, 1, Passage("số hiệu", correction: "number")))
        #expect(text == "number: 1")
    }

    @Test func theDifferenceIsAPatch() {
        let file = CorrectedFile(
            path: "a.md", bytes: Array("một\nhai\nba\n".utf8),
            correcting: [problem(1, 1, Passage("một", correction: "1")), problem(3, 1, Passage("ba", correction: "3"))])
        #expect(
            file?.difference == """
                --- a/a.md
                +++ b/a.md
                @@ -1 +1 @@
                -một
                +1
                @@ -3 +3 @@
                -ba
                +3

                """)
        #expect(file?.corrected.count == 2)
    }

    @Test func formatsForProgramsSayWhereItEnds() {
        let problems = [problem(1, 3, Passage("số hiệu", correction: "number"))]
        func text(_ format: DiagnosticFormat) -> String {
            DiagnosticPrinter(format: format, language: .english).text(for: problems) { _ in
                Array("- \"số hiệu\": 1".utf8)
            }
        }
        #expect(
            text(.json) == """
                {"version":2,"id":"unknown-key","severity":"warning","path":"a.md","line":1,"column":3,"endLine":1,\
                "endColumn":11,"message":"wrong","replacement":{"line":1,"column":4,"endLine":1,"endColumn":11,"text":"number"}}

                """)
        #expect(
            text(.github) == "::warning file=a.md,line=1,col=3,endLine=1,endColumn=11,title=unknown-key::wrong\n")
        #expect(text(.sarif).contains(#""deletedRegion":{"startLine":1,"startColumn":4,"endLine":1,"endColumn":11}"#))
    }

    @Test func sarifCountsAsItsReadersDo() {
        let problem = problem(1, 3, Passage("x"), "nội dung/a b.md")
        let text = DiagnosticPrinter(format: .sarif).text(for: [problem]) { _ in Array("👍 x".utf8) }
        #expect(text.contains(#""uri":"n%E1%BB%99i%20dung/a%20b.md""#))
        #expect(text.contains(#""startColumn":4,"endLine":1,"endColumn":5"#))
        #expect(text.hasSuffix("}\n") && DiagnosticPrinter(format: .sarif).text(for: []).contains(#""results":[]"#))
    }

    @Test func onlyOneCandidateIsCertain() {
        #expect(Spelling.only(closestTo: "titel", among: ["title", "type"]) == "title")
        #expect(Spelling.only(closestTo: "tite", among: ["title", "tire"]) == nil)
        #expect(Spelling.only(closestTo: "xyz", among: ["title"]) == nil)
    }
}
