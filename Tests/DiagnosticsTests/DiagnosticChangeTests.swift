import Testing

@testable import Diagnostics

@Suite struct DiagnosticChangeTests {
    private func problem(_ id: String, _ line: Int, _ severity: Diagnostic.Severity = .warning, _ path: String = "a.md")
        -> Diagnostic
    {
        Diagnostic(
            id: id,
            severity: severity,
            location: SourceLocation(path: path, line: line, column: 1),
            message: Message(vi: "về \(id)", en: "about \(id)")
        )
    }

    @Test func whatStayedOrMovedIsNeitherNewNorMended() {
        let earlier = [problem("one", 1), problem("two", 2), problem("two", 5), problem("gone", 9, .error)]
        let later = [
            problem("new", 1, .note), problem("one", 4), problem("two", 2), problem("two", 8), problem("two", 9),
        ]
        let change = DiagnosticChange(from: earlier, to: later)
        #expect(change.new.map(\.id) == ["new", "two"])
        #expect(change.new[1].location.line == 9)
        #expect(change.mended == [problem("gone", 9, .error)])
        #expect(change.remaining == DiagnosticCount(later))
    }

    @Test func anotherFileOrSeverityIsAnotherProblem() {
        let change = DiagnosticChange(
            from: [problem("one", 1), problem("two", 1)],
            to: [problem("one", 1, .error), problem("two", 1, .warning, "b.md")])
        #expect(change.new.count == 2 && change.mended.count == 2)
    }

    @Test func nothingIsPrintedTwice() {
        let old = [problem("one", 1), problem("gone", 2, .error)]
        let printer = DiagnosticPrinter()
        let text = printer.text(for: DiagnosticChange(from: old, to: [problem("one", 3), problem("new", 4)]))
        #expect(
            text == """
                a.md:4:1: cảnh báo: về new [new]

                đã sửa: a.md:2:1: về gone [gone]
                mới: 1 cảnh báo; đã sửa: 1 lỗi; còn: 2 cảnh báo

                """)
        #expect(printer.text(for: DiagnosticChange(from: old, to: old)) == "1 lỗi, 1 cảnh báo\n")
        #expect(printer.text(for: DiagnosticChange(from: old, to: [])).hasSuffix("; còn: không có vấn đề nào\n"))
        let json = DiagnosticPrinter(format: .json)
        #expect(json.text(for: DiagnosticChange(from: old, to: old)) == "")
    }

    @Test func manyMendedProblemsAreCounted() {
        let old = (1...5000).map { problem("p\($0)", $0) }
        let lines = DiagnosticPrinter().text(for: DiagnosticChange(from: old, to: [])).split(separator: "\n")
        #expect(lines.count == 21 && lines[20] == "đã sửa: 5000 cảnh báo; còn: không có vấn đề nào")
    }
}
