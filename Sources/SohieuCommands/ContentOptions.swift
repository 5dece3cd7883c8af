import ArgumentParser
import Diagnostics
import Foundation
import OfficialDocuments
import Site

/// The flags of every command that reads a collection.
struct ContentOptions: ParsableArguments {
    @Option(name: [.short, .customLong("source")], help: "Thư mục nội dung.")
    var source = "content"

    @Option(name: [.short, .customLong("templates")], help: "Thư mục khuôn mẫu.")
    var templates = "site-templates"

    @Flag(name: [.customShort("D"), .customLong("drafts")], help: "Hiện cả bản nháp.")
    var drafts = false

    @Flag(name: [.customShort("F"), .customLong("future")], help: "Hiện cả trang có ngày trong tương lai.")
    var future = false

    @Flag(name: [.customShort("E"), .customLong("expired")], help: "Hiện cả trang đã hết hạn đăng.")
    var expired = false

    @Option(name: .shortAndLong, help: "Số việc làm cùng lúc (mặc định: số nhân của máy).")
    var jobs: Int?

    @Option(name: .customLong("base-url"), help: "Địa chỉ của trang web sau khi đăng.")
    var baseURL: String?

    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j cần một số từ 1 trở lên") }
    }

    /// What the pipeline is to do; the one place that looks at the clock.
    var buildOptions: BuildOptions {
        var options = BuildOptions()
        options.includesDrafts = drafts
        options.includesFuture = future
        options.includesExpired = expired
        options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        options.baseURL = baseURL
        options.today = Self.today
        return options
    }

    /// The day to build for: that of `SOURCE_DATE_EPOCH` where it is set, for builds that can be repeated.
    private static var today: PartialDate? {
        let seconds = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(TimeInterval.init)
        let date = seconds.map(Date.init(timeIntervalSince1970:)) ?? Date()
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year else { return nil }
        return PartialDate(year: year, month: parts.month, day: parts.day)
    }

    /// Reads the collection and its templates and runs the pipeline.
    ///
    /// - Parameter last: an earlier run, whose texts are kept where nothing they depend on has changed.
    func load(reusing last: SitePipeline.Outcome? = nil, forPreview: Bool = false) async throws -> (
        outcome: SitePipeline.Outcome, folder: TemplateFolder
    ) {
        var options = buildOptions
        options.mayBeKeptOffline = !forPreview
        var timings = Timings()
        let (files, fileProblems) = try await timings.measure("read") { try await readContent(jobs: options.jobs) }
        let (folder, templateProblems) = try readTemplates()
        var outcome = await SitePipeline(options: options).run(files, folder, reusing: last)
        outcome.diagnostics = (outcome.diagnostics + fileProblems + templateProblems).sorted()
        outcome.timings = timings.followed(by: outcome.timings)
        return (outcome, folder)
    }

    private func readContent(jobs: Int) async throws -> ([SourceFile], [Diagnostic]) {
        do throws(ContentFolder.Unreadable) {
            return try await ContentFolder(path: source).read(jobs: jobs)
        } catch {
            throw Failure(
                vi: "không mở được thư mục nội dung \(error.path)",
                en: "the content folder \(error.path) cannot be opened")
        }
    }

    private func readTemplates() throws(Failure) -> (TemplateFolder, [Diagnostic]) {
        do throws(TemplateFolder.Unreadable) {
            return try TemplateFolder.read(templates)
        } catch {
            throw Failure(
                vi: "không mở được thư mục khuôn mẫu \(error.path)",
                en: "the template folder \(error.path) cannot be opened")
        }
    }

    /// The output may not lie in the content or template folder, nor hold one of them: a build would eat its input.
    func refuseOverlap(_ output: String) throws(Failure) {
        func parts(_ path: String) -> [String] {
            URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        }
        let target = parts(output)
        for folder in [source, templates] {
            let input = parts(folder)
            guard !target.starts(with: input), !input.starts(with: target) else {
                throw Failure(
                    vi: "nơi ghi \(output) và thư mục \(folder) nằm trong nhau; chọn chỗ khác bằng -o",
                    en: "the output \(output) and the folder \(folder) lie in one another; choose another with -o"
                )
            }
        }
    }
}
