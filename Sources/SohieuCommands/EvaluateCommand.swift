import ArgumentParser
import Foundation
import OfficialDocuments
import Pipeline
import Reading
import Site

/// `sohieu evaluate`: how well citations are found and linked, measured on labelled data.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: .spoken(
            vi: "Đo việc tìm số hiệu và nối tới văn bản trên dữ liệu đã gán nhãn.",
            en: "Measures how well citations are found and linked, on labelled data."),
        discussion: .spoken(
            vi: """
                citations THƯ-MỤC: pages/*.txt và citations.tsv (file, offset, raw, canonical, kind, date, issuer), có thể thêm
                shortforms.tsv và negatives.tsv; year-forms.tsv (page, mention, number, paragraph), nếu có, được đo cùng. In độ
                chính xác, độ phủ và F1 theo loại, mọi chỗ bỏ sót và mọi chỗ tìm nhầm.
                links TỆP -s NỘI-DUNG: relations.tsv (source, number, target, shared_number, sentence). In bao nhiêu câu được nối
                tới đúng văn bản, tách số hiệu của một văn bản và số hiệu của nhiều văn bản, và mọi câu không được nối đúng.
                short-forms NỘI-DUNG: in mọi số hiệu viết tắt ("Chỉ thị 24") với trang nó dẫn tới hoặc lời nhắc về nó.
                numbers NỘI-DUNG: in bao nhiêu văn bản có số hiệu của chính mình đọc được, và mọi số hiệu không đọc được.
                """,
            en: """
                citations FOLDER: pages/*.txt and citations.tsv (file, offset, raw, canonical, kind, date, issuer), with
                shortforms.tsv, negatives.tsv and year-forms.tsv (page, mention, number, paragraph) where there are any. Prints
                precision, recall and F1 by kind, and everything missed or found in error.
                links FILE -s CONTENT: relations.tsv (source, number, target, shared_number, sentence). Prints how many sentences
                lead to the right document, apart for numbers of one document and of several, and those that do not.
                short-forms CONTENT: prints every short form ("Chỉ thị 24") with the page it leads to or the remark on it.
                numbers CONTENT: prints how many documents bear a number that is read, and the numbers that are not.
                """)
    )

    /// What can be measured.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case citations
        case links
        case numbers
        case shortForms = "short-forms"
    }

    @Argument(
        help: .spoken(
            vi: "Việc cần đo: citations, links, numbers hoặc short-forms.",
            en: "What to measure: citations, links, numbers or short-forms."))
    var subject: Subject

    @Argument(
        help: .spoken(
            vi: "Thư mục đã gán nhãn, tệp các quan hệ đã gán nhãn, hoặc thư mục nội dung.",
            en: "Labelled folder, file of labelled relations, or content folder."))
    var labels: String

    @Option(
        name: [.short, .customLong("source")],
        help: .spoken(vi: "Thư mục nội dung mà links đo.", en: "Content folder that links measures."))
    var source = "content"

    @Option(name: [.short, .customLong("templates")], help: .spoken(vi: "Thư mục khuôn mẫu.", en: "Template folder."))
    var templates = "site-templates"

    @Option(
        help: .spoken(
            vi: "Tệp kết quả của một lần đo trước; thiếu một viện dẫn từng tìm được là lỗi.",
            en: "Results of an earlier run; a citation found then and not now is an error."))
    var baseline: String?

    @Option(help: .spoken(vi: "Ghi kết quả lần này vào tệp.", en: "Writes the results to a file."))
    var save: String?

    @OptionGroup var languageOption: LanguageOption

    func run() async throws {
        let console = languageOption.console
        let run: [String]
        do {
            switch subject {
            case .citations: run = try citations(console)
            case .links: run = try await links(console)
            case .numbers: run = try await numbers(console)
            case .shortForms: run = try await shortForms(console)
            }
        } catch let failure as LabelledCitations.Failure {
            throw Failure(vi: "dữ liệu gán nhãn: \(failure)", en: "labelled data: \(failure)")
        }
        if let save {
            do {
                try Data(run.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: save))
            } catch {
                throw Failure(vi: "không ghi được \(save)", en: "\(save) cannot be written")
            }
        }
        guard let baseline else { return }
        let earlier = String(decoding: try InputText.read(baseline), as: UTF8.self).split(separator: "\n").map(
            String.init)
        let comparison = RunComparison(run, with: earlier)
        for line in comparison.gained { try console.out("+ \(line)") }
        for line in comparison.lost { try console.out("- \(line)") }
        if !comparison.lost.isEmpty { throw ExitCode.contentErrors }
    }

    private func citations(_ console: Console) throws -> [String] {
        let knowledge = Knowledge()
        let finder = CitationFinder(knowledge)
        let evaluation = CitationEvaluation(try LabelledCitations(folder: labels), finder: finder)
        try console.out(evaluation.description)
        let yearForms = labels + "/year-forms.tsv"
        guard FileManager.default.fileExists(atPath: yearForms) else { return evaluation.run }
        let outcomes = try YearForms.evaluate(file: yearForms, finder: finder, knowledge: knowledge)
        try console.out(outcomes.description)
        return evaluation.run + outcomes.run
    }

    private func links(_ console: Console) async throws -> [String] {
        let collection = try await read(source).site.collection
        let labelled = try LabelledLinks(file: labels, knowledge: collection.catalogue.knowledge)
        let outcomes = try labelled.evaluate { collection.citations(ofPage: $0) }
        try console.out(outcomes.description)
        return outcomes.run
    }

    private func numbers(_ console: Console) async throws -> [String] {
        let collection = try await read(labels).site.collection
        let outcomes = OwnNumbers.evaluate(collection.statedNumbers, knowledge: collection.catalogue.knowledge)
        try console.out(outcomes.description)
        return outcomes.run
    }

    private func shortForms(_ console: Console) async throws -> [String] {
        let outcome = try await read(labels)
        let outcomes = ShortForms.evaluate(outcome.site.collection.shortForms, outcome.diagnostics)
        try console.out((outcomes.run + [outcomes.description]).joined(separator: "\n"))
        return outcomes.run
    }

    private func read(_ content: String) async throws -> SitePipeline.Outcome {
        let arguments = ["--source", content, "--templates", templates, "--lang", languageOption.language.rawValue]
        return try await ContentOptions.parse(arguments).load().outcome
    }
}
