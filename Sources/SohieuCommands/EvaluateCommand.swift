import ArgumentParser
import Foundation
import OfficialDocuments

/// `sohieu evaluate`: how well citations are found, measured on labelled pages.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Đo việc tìm số hiệu trên một thư mục đã gán nhãn.",
        discussion: """
            Thư mục gồm pages/*.txt và citations.tsv (file, offset, raw, canonical, kind, date, issuer), có thể thêm shortforms.tsv và
            negatives.tsv. In độ chính xác, độ phủ và F1 theo loại, mọi chỗ bỏ sót và mọi chỗ tìm nhầm.
            """
    )

    /// What can be measured.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case citations
    }

    @Argument(help: "Việc cần đo: citations.")
    var subject: Subject

    @Argument(help: "Thư mục đã gán nhãn.")
    var folder: String

    @Option(help: "Tệp kết quả của một lần đo trước; thiếu một viện dẫn từng tìm được là lỗi.")
    var baseline: String?

    @Option(help: "Ghi kết quả lần này vào tệp.")
    var save: String?

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let console = languageOption.console
        guard let labelled = try? LabelledCitations(folder: folder) else {
            throw Failure(vi: "không đọc được nhãn trong \(folder)", en: "the labels in \(folder) cannot be read")
        }
        let evaluation = CitationEvaluation(labelled, finder: CitationFinder(Knowledge()))
        console.out(evaluation.description)
        if let save {
            do {
                try Data(evaluation.run.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: save))
            } catch {
                throw Failure(vi: "không ghi được \(save)", en: "\(save) cannot be written")
            }
        }
        guard let baseline else { return }
        let earlier = String(decoding: try InputText.read(baseline), as: UTF8.self).split(separator: "\n").map(
            String.init)
        let (gained, lost) = evaluation.compare(to: earlier)
        for line in gained { console.out("+ \(line)") }
        for line in lost { console.out("- \(line)") }
        if !lost.isEmpty { throw ExitCode.contentErrors }
    }
}
