import Diagnostics
import Foundation
import OfficialDocuments
import Testing

@Suite("Evaluation of finding")
struct CitationEvaluationTests {
    private func folder(citations: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohieu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("pages"), withIntermediateDirectories: true)
        let page = "https://example.vn\nThực hiện Chỉ thị số 24-CT/TU và Kết luận 62-\nKL/TW. Ngày 27/02/2018."
        try Data(page.utf8).write(to: folder.appendingPathComponent("pages/001.txt"))
        let header = "file\toffset\traw\tcanonical\tkind\tdate\tissuer\n"
        try Data((header + citations).utf8).write(to: folder.appendingPathComponent("citations.tsv"))
        return folder
    }

    @Test("offsets are code points behind the first line; hits, misses and inventions are told apart")
    func scores() throws {
        let folder = try folder(
            citations: "001.txt\t21\t24-CT/TU\t24-CT/TU\tplain\t\t\n001.txt\t58\t27/02/2018\t27-HD/TU\tplain\t\t\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        let evaluation = CitationEvaluation(
            try LabelledCitations(folder: folder.path), finder: CitationFinder(.standard))
        #expect(evaluation.finding == .init(hits: 1, misses: 1, inventions: 1))
        #expect(evaluation.finding.f1 == 0.5)
        #expect(evaluation.missed.map(\.raw) == ["27/02/2018"])
        #expect(evaluation.invented.map(\.raw) == ["62-\\nKL/TW"])
        #expect(evaluation.run == ["001.txt\t31\t24-CT/TU\t24-CT/TU"])
        #expect(evaluation.description.contains("missed: 001.txt"))
    }

    @Test("a run compares to an earlier one")
    func comparison() throws {
        let folder = try folder(citations: "001.txt\t21\t24-CT/TU\t24-CT/TU\tplain\t\t\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        let evaluation = CitationEvaluation(
            try LabelledCitations(folder: folder.path), finder: CitationFinder(.standard))
        let change = RunComparison(evaluation.run, with: ["001.txt\t99\t1-CT/TU\t1-CT/TU"])
        #expect(change.gained == evaluation.run)
        #expect(change.lost == ["001.txt\t99\t1-CT/TU\t1-CT/TU"])
    }

    @Test("a label that is not in the text is an error that says where")
    func wrongLabel() throws {
        let folder = try folder(citations: "001.txt\t3\t24-CT/TU\t24-CT/TU\tplain\t\t\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: LabelledCitations.Failure.self) { try LabelledCitations(folder: folder.path) }
    }

    @Test("a row that is too short is a failure with its file and line")
    func shortRow() throws {
        let folder = try folder(citations: "001.txt\t21\t24-CT/TU\t24-CT/TU\tplain\t\t\n001.txt\t21\t24-CT/TU\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            _ = try LabelledCitations(folder: folder.path)
            Issue.record("a short row was read")
        } catch {
            #expect("\(error)".hasSuffix("citations.tsv:3: the row lacks a cell, or a cell cannot be read"))
        }
    }

    @Test("year forms are measured; a row without its mention is a failure")
    func yearForms() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohieu-\(UUID().uuidString).tsv")
        defer { try? FileManager.default.removeItem(at: folder) }
        let header = "page\tmention\tnumber\tparagraph\n"
        try Data((header + "a\tNghị định 168/2024\t168/2024/NĐ-CP\tTheo Nghị định 168/2024 thì phạt.\n").utf8).write(
            to: folder)
        let outcomes = try YearForms.evaluate(
            file: folder.path, finder: CitationFinder(.standard), knowledge: .standard)
        #expect(outcomes.counts == ["year forms": ["read": 1]])
        try Data((header + "a\tNghị định 168/2024\t168/2024/NĐ-CP\tKhông có.\n").utf8).write(to: folder)
        #expect(throws: LabelledCitations.Failure.self) {
            try YearForms.evaluate(file: folder.path, finder: CitationFinder(.standard), knowledge: .standard)
        }
    }

    @Test("links are measured, shared numbers apart")
    func labelledLinks() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("sohieu-\(UUID().uuidString).tsv")
        defer { try? FileManager.default.removeItem(at: file) }
        let rows = [
            "source\tnumber\ttarget\tshared_number\tsentence", "a.md\t24-CT/TU\tb.md\t0\tChỉ thị số 24-CT/TU",
            "a.md\t25-CT/TU\tb.md\t1\tChỉ thị số 25-CT/TU",
        ]
        try Data(rows.joined(separator: "\n").utf8).write(to: file)
        let text = Array("Theo Chỉ thị số 24-CT/TU và Chỉ thị số 25-CT/TU.".utf8)
        let found = CitationFinder(.standard).find(in: text)
        let targets = ["b.md", "c.md"]
        let cited = zip(found, targets).map { citation, target in
            LabelledLinks.Cited(
                offset: citation.range.lowerBound, number: citation.number,
                resolution: Resolution(outcome: .resolved(target)))
        }
        let labelled = try LabelledLinks(file: file.path, knowledge: .standard)
        let outcomes = try labelled.evaluate { _ in (text, cited) }
        #expect(outcomes.counts == ["numbers of one document": ["linked": 1], "shared numbers": ["wrong": 1]])
        #expect(outcomes.run.count == 1)
        #expect(throws: LabelledCitations.Failure.self) { try labelled.evaluate { _ in nil } }

        // A page's title may hold the sentence, too; its text is what links.
        let title = Array("title: Chỉ thị số 24-CT/TU, Chỉ thị số 25-CT/TU\n".utf8)
        let moved = cited.map { cited in
            LabelledLinks.Cited(
                offset: cited.offset + title.count, number: cited.number, resolution: cited.resolution)
        }
        #expect(try labelled.evaluate { _ in (title + text, moved) }.counts == outcomes.counts)
    }

    @Test("own numbers are read or told, short forms link, are reported or told")
    func collections() {
        let numbers = OwnNumbers.evaluate(
            [("a.md", "24-CT/TU"), ("b.md", "không số")], knowledge: .standard)
        #expect(numbers.counts == ["own numbers": ["read": 1, "unread": 1]])
        #expect(numbers.mistakes == ["unread: b.md\tkhông số\t-"])
        func form(_ line: Int, _ target: String?) -> ShortForms.Cited {
            .init(location: SourceLocation(path: "a.md", line: line), text: "Chỉ thị 24", target: target)
        }
        let remark = Diagnostic(
            id: "ambiguous-citation", severity: .note, location: form(2, nil).location,
            message: Message(vi: "", en: ""))
        let forms = ShortForms.evaluate([form(1, "b.md"), form(2, nil), form(3, nil)], [remark])
        #expect(forms.counts == ["short forms": ["linked or reported": 2, "silent": 1]])
        #expect(forms.mistakes == ["silent: a.md:3:1\tChỉ thị 24\t-"])
    }
}
