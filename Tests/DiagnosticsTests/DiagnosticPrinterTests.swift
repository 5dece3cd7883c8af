import Diagnostics
import Testing

@Suite struct DiagnosticPrinterTests {
    private let problems = [
        Diagnostic(
            id: "impossible-date",
            severity: .error,
            location: SourceLocation(path: "content/van-ban/24.md", line: 3, column: 7),
            message: Message(vi: "không có tháng 13", en: "there is no month 13"),
            suggestion: Message(vi: "viết năm-tháng-ngày", en: "write year-month-day"),
            related: [SourceLocation(path: "content/van-ban/25.md", line: 2)]
        ),
        Diagnostic(
            id: "unknown-key",
            severity: .warning,
            location: SourceLocation(path: "content/van-ban/24.md", line: 4, column: 4),
            message: Message(vi: "không có khóa nơi", en: "unknown key nơi")
        ),
    ]
    private let source: [String: String] = [
        "content/van-ban/24.md": "---\ntitle: Chỉ thị\ndate: 2018-13-27\r\n\tở nơi: x\n---\n"
    ]

    private func text(
        _ format: DiagnosticFormat,
        _ language: Language = .vietnamese,
        colour: Bool = false,
        maximumErrors: Int? = nil,
        of problems: [Diagnostic]? = nil
    ) -> String {
        DiagnosticPrinter(format: format, language: language, colour: colour, maximumErrors: maximumErrors)
            .text(for: problems ?? self.problems) { source[$0].map { Array($0.utf8) } }
    }

    private func problem(_ message: String, path: String = "a.md", column: Int = 1) -> Diagnostic {
        Diagnostic(
            id: "x",
            severity: .error,
            location: SourceLocation(path: path, line: 1, column: column),
            message: Message(vi: message, en: message)
        )
    }

    @Test func human() {
        #expect(
            text(.human) == """
                content/van-ban/24.md:3:7: lỗi: không có tháng 13 [impossible-date]
                  3 | date: 2018-13-27
                    |       ^
                  gợi ý: viết năm-tháng-ngày
                  xem thêm: content/van-ban/25.md:2:1

                content/van-ban/24.md:4:4: cảnh báo: không có khóa nơi [unknown-key]
                  4 |     ở nơi: x
                    |       ^

                1 lỗi, 1 cảnh báo

                """
        )
    }

    @Test func humanInEnglish() {
        #expect(
            text(.human, .english, of: [problems[0], problems[0]]) == """
                content/van-ban/24.md:3:7: error: there is no month 13 [impossible-date]
                  3 | date: 2018-13-27
                    |       ^
                  suggestion: write year-month-day
                  see also: content/van-ban/25.md:2:1

                content/van-ban/24.md:3:7: error: there is no month 13 [impossible-date]
                  3 | date: 2018-13-27
                    |       ^
                  suggestion: write year-month-day
                  see also: content/van-ban/25.md:2:1

                2 errors

                """
        )
    }

    @Test func humanInColour() {
        #expect(
            text(.human, colour: true, of: [problems[1]])
                == "\u{1B}[1mcontent/van-ban/24.md:4:4:\u{1B}[0m \u{1B}[1;33mcảnh báo:\u{1B}[0m "
                + "\u{1B}[1mkhông có khóa nơi\u{1B}[0m \u{1B}[2m[unknown-key]\u{1B}[0m\n"
                + "\u{1B}[2m  4 |\u{1B}[0m     ở nơi: x\n\u{1B}[2m    |\u{1B}[0m       \u{1B}[1;33m^\u{1B}[0m\n\n1 cảnh báo\n"
        )
    }

    @Test func short() {
        #expect(
            text(.short) == """
                content/van-ban/24.md:3:7: lỗi: không có tháng 13 [impossible-date]
                content/van-ban/24.md:4:4: cảnh báo: không có khóa nơi [unknown-key]

                """
        )
        #expect(
            text(.short, .english, of: [problems[1]])
                == "content/van-ban/24.md:4:4: warning: unknown key nơi [unknown-key]\n")
    }

    @Test func json() {
        #expect(
            text(.json) == """
                {"version":2,"id":"impossible-date","severity":"error","path":"content/van-ban/24.md","line":3,"column":7,\
                "message":"không có tháng 13","suggestion":"viết năm-tháng-ngày",\
                "notes":[{"message":"xem thêm","path":"content/van-ban/25.md","line":2,"column":1}]}
                {"version":2,"id":"unknown-key","severity":"warning","path":"content/van-ban/24.md","line":4,"column":4,\
                "message":"không có khóa nơi"}

                """
        )
        #expect(
            text(.json, of: [problem("a\"b\\c\n\u{1}\u{2028}")])
                == #"{"version":2,"id":"x","severity":"error","path":"a.md","line":1,"column":1,"message":"a\"b\\c\n\u0001\u2028"}"#
                + "\n"
        )
    }

    @Test func gitHub() {
        #expect(
            text(.github) == """
                ::error file=content/van-ban/24.md,line=3,col=7,title=impossible-date::không có tháng 13%0Agợi ý: viết năm-tháng-ngày
                ::warning file=content/van-ban/24.md,line=4,col=4,title=unknown-key::không có khóa nơi

                """
        )
        #expect(
            text(.github, of: [problem("a: 5%,\r\nb", path: "a,b:c%.md")])
                == "::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=x::a: 5%25,%0D%0Ab\n"
        )
    }

    @Test func nothingToSay() {
        #expect(text(.human, of: []) == "không có vấn đề nào\n")
        #expect(text(.human, .english, of: []) == "no problems\n")
        for format in [DiagnosticFormat.short, .json, .github] { #expect(text(format, of: []) == "") }
    }

    @Test func noMoreErrorsThanAsked() {
        let three = [problem("một"), problems[1], problem("hai"), problem("ba")]
        #expect(text(.short, maximumErrors: 2, of: three).split(separator: "\n").count == 3)
        #expect(text(.human, maximumErrors: 0, of: three) == "3 lỗi, 1 cảnh báo (4 không in ra)\n")
        #expect(text(.short, maximumErrors: 3, of: three).split(separator: "\n").count == 4)
    }

    @Test func contentDoesNotTalkToTheTerminal() {
        let evil = problem("a\u{1B}[31m\nb\u{202E}", path: "x\ny.md")
        for format in [DiagnosticFormat.short, .human] {
            #expect(text(format, of: [evil]).hasPrefix("x\u{FFFD}y.md:1:1: lỗi: a\u{FFFD}[31m\u{FFFD}b\u{FFFD} [x]\n"))
        }
    }

    @Test(arguments: [
        ("một dòng", 9, "một dòng\n    |         ^"),
        ("中文 x", 4, "中文 x\n    |      ^"),
        ("e\u{301}\u{302}a b", 4, "e\u{301}\u{302}a b\n    |    ^"),
        (
            String(repeating: "a", count: 200) + "b" + String(repeating: "c", count: 200), 201,
            "…" + String(repeating: "a", count: 60) + "b" + String(repeating: "c", count: 39) + "…\n    | "
                + String(repeating: " ", count: 61) + "^"
        ),
    ])
    func caretStandsUnderTheCharacter(_ line: String, _ column: Int, _ expected: String) {
        let printed = DiagnosticPrinter(format: .human).text(for: [problem("m", column: column)]) { _ in
            Array(line.utf8)
        }
        #expect(printed == "a.md:1:\(column): lỗi: m [x]\n  1 | \(expected)\n\n1 lỗi\n")
    }

    @Test(arguments: [(1, 99), (7, 1), (0, 0), (1, Int.min), (Int.min, 1), (Int.max, Int.max)])
    func placesThatAreNotThereHaveNoSourceLine(_ line: Int, _ column: Int) {
        var diagnostic = problem("m")
        diagnostic.location.line = line
        diagnostic.location.column = column
        let printed = DiagnosticPrinter(format: .human).text(for: [diagnostic]) { _ in Array("ngắn".utf8) }
        #expect(printed == "a.md:\(line):\(column): lỗi: m [x]\n\n1 lỗi\n")
    }
}
