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
        let change = evaluation.compare(to: ["001.txt\t99\t1-CT/TU\t1-CT/TU"])
        #expect(change.gained == evaluation.run)
        #expect(change.lost == ["001.txt\t99\t1-CT/TU\t1-CT/TU"])
    }

    @Test("a label that is not in the text is an error that says where")
    func wrongLabel() throws {
        let folder = try folder(citations: "001.txt\t3\t24-CT/TU\t24-CT/TU\tplain\t\t\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: LabelledCitations.Failure.self) { try LabelledCitations(folder: folder.path) }
    }
}
