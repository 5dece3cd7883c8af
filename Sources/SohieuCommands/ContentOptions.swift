import ArgumentParser
import Content
import Diagnostics
import Foundation
import OfficialDocuments
import Output
import Pipeline
import Reading
import SiteTemplates

/// The flags of every command that reads a collection.
struct ContentOptions: ParsableArguments {
    @Option(name: [.short, .customLong("source")], help: .spoken(vi: "Thư mục nội dung.", en: "Content folder."))
    var source = SitePlace.nearest.content

    @Option(
        name: [.customShort("t"), .customLong("templates")],
        help:
            .spoken(
                vi:
                    "Thư mục khuôn mẫu riêng; tệp nào không có thì lấy của chương trình (mặc định: site-templates cạnh nội dung).",
                en:
                    "Folder of the site's own templates; those it lacks are the program's (default: site-templates beside the content)."
            )
    )
    var chosenTemplates: String?

    @Flag(
        name: [.customShort("D"), .customLong("drafts")], help: .spoken(vi: "Hiện cả bản nháp.", en: "Shows drafts."))
    var drafts = false

    @Flag(
        name: [.customShort("F"), .customLong("future")],
        help: .spoken(vi: "Hiện cả trang có ngày trong tương lai.", en: "Shows pages of future days."))
    var future = false

    @Flag(
        name: [.customShort("E"), .customLong("expired")],
        help: .spoken(vi: "Hiện cả trang đã hết hạn đăng.", en: "Shows pages that have expired."))
    var expired = false

    @Flag(
        help: .spoken(
            vi: "Coi lỗi của nội dung là cảnh báo: dựng được cả thư mục Markdown viết cho chương trình khác.",
            en: "Takes errors of content for warnings: builds even Markdown written for other programs."))
    var lenient = false

    @Option(
        name: .shortAndLong,
        help: .spoken(
            vi: "Số việc làm cùng lúc (mặc định: số nhân của máy).",
            en: "Tasks at a time (default: the cores of the machine)."))
    var jobs: Int?

    @Option(
        name: .customLong("base-url"),
        help: .spoken(vi: "Địa chỉ của trang web sau khi đăng.", en: "Address of the published site."))
    var baseURL: String?

    @Flag(
        name: .shortAndLong,
        help: .spoken(
            vi: "Không in tiến độ và lời kết; vấn đề vẫn được in.",
            en: "No progress and no summary; problems are printed."))
    var quiet = false

    @OptionGroup var languageOption: LanguageOption

    /// Hears how the work goes, unless nobody wants to know.
    var progress: StageProgress.Listener? {
        guard !quiet else { return nil }
        let line = ProgressLine(console: languageOption.console)
        return { line.tell($0) }
    }

    /// Says what was done, unless nobody wants to know.
    func conclude(_ message: Message) {
        if !quiet { languageOption.console.note(message) }
    }

    func validate() throws {
        if let jobs, jobs < 1 {
            throw ValidationError(.spoken(vi: "-j cần một số từ 1 trở lên", en: "-j takes a number from 1 on"))
        }
    }

    /// The templates of the site's own: those named, else those beside its pages; `nil` when it has none.
    var templates: String? {
        if let chosenTemplates { return chosenTemplates }
        let nearest = SitePlace.nearest
        if source == nearest.content || SitePlace.templates(beside: source) == nil {
            return FileManager.default.fileExists(atPath: nearest.templates) ? nearest.templates : nil
        }
        return SitePlace.templates(beside: source)
    }

    /// Every folder that templates come from.
    var templateFolders: [String] { [templates, ProgramFiles.path("site-templates")].compactMap(\.self) }

    /// Every folder that a site is made from.
    var inputFolders: [String] { [source] + templateFolders }

    /// What the pipeline is to do; the one place that looks at the clock.
    var buildOptions: BuildOptions {
        get throws(Failure) { try makeOptions() }
    }

    private func makeOptions() throws(Failure) -> BuildOptions {
        var options = BuildOptions()
        options.includesDrafts = drafts
        options.includesFuture = future
        options.includesExpired = expired
        options.isLenient = lenient
        options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        options.baseURL = baseURL
        options.today = try Self.today()
        return options
    }

    /// The day to build for: today on this machine, or for builds that can be repeated that of `SOURCE_DATE_EPOCH`, which
    /// is the same day wherever it is read (reproducible-builds.org, SOURCE_DATE_EPOCH specification: seconds since 1970,
    /// UTC; a malformed value must not be passed over).
    private static func today() throws(Failure) -> PartialDate? {
        var calendar = Calendar(identifier: .gregorian)
        var date = Date()
        if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] {
            guard let seconds = Int(epoch), (0...lastSecond).contains(seconds) else {
                throw Failure(
                    vi: "SOURCE_DATE_EPOCH=\(epoch.withoutControls) không phải số giây từ 1970",
                    en: "SOURCE_DATE_EPOCH=\(epoch.withoutControls) is no number of seconds since 1970")
            }
            date = Date(timeIntervalSince1970: TimeInterval(seconds))
            calendar.timeZone = .gmt
        }
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year else { return nil }
        return PartialDate(year: year, month: parts.month, day: parts.day)
    }

    /// The end of the year 9999 (UTC), in seconds since 1970.
    private static let lastSecond = 253_402_300_799

    /// Reads the collection and its templates and runs the pipeline.
    ///
    /// - Parameter last: an earlier run, whose texts are kept where nothing they depend on has changed.
    func load(
        reusing last: SitePipeline.Outcome? = nil, forPreview: Bool = false, keepingText: Bool = false
    ) async throws -> (outcome: SitePipeline.Outcome, folder: TemplateFolder) {
        var timings = Timings()
        let inputs = try await timings.measure("read") { try await readInputs() }
        var outcome = try await run(inputs, reusing: last, forPreview: forPreview, keepingText: keepingText)
        outcome.timings = timings.followed(by: outcome.timings)
        return (outcome, inputs.templates)
    }

    /// Reads the collection and its templates.
    func readInputs() async throws -> BuildInputs {
        let (files, fileProblems) = try await readContent(jobs: try buildOptions.jobs)
        let (templates, templateProblems) = try readTemplates()
        let remarks = lenient ? fileProblems.map(\.asRemark) : fileProblems
        return BuildInputs(files: files, templates: templates, diagnostics: remarks + templateProblems)
    }

    /// Runs the pipeline.
    func run(
        _ inputs: BuildInputs, reusing last: SitePipeline.Outcome? = nil, forPreview: Bool = false,
        keepingText: Bool = false
    ) async throws -> SitePipeline.Outcome {
        var options = try buildOptions
        options.mayBeKeptOffline = !forPreview
        options.progress = forPreview ? nil : progress
        options.keepsText = keepingText
        var outcome = await SitePipeline(options: options).run(inputs.files, inputs.templates, reusing: last)
        let diagnostics = outcome.diagnostics + inputs.diagnostics
        outcome.diagnostics = outcome.site.collection.settings.levels.applied(to: diagnostics).sorted()
        return outcome
    }

    private func readContent(jobs: Int) async throws -> ([SourceFile], [Diagnostic]) {
        do throws(ContentFolder.Unreadable) {
            return try await ContentFolder(path: source).read(jobs: jobs)
        } catch {
            throw Failure(
                vi: "không mở được thư mục nội dung \(error.path); tạo một trang web mới bằng lệnh sohieu init",
                en: "the content folder \(error.path) cannot be opened; sohieu init makes a new site")
        }
    }

    /// The templates of the program with those of the site over them.
    func readTemplates() throws(Failure) -> (TemplateFolder, [Diagnostic]) {
        do throws(TemplateFolder.Unreadable) {
            return try TemplateFolder.read(templates, over: ProgramFiles.path("site-templates"))
        } catch {
            throw Failure(
                vi: "không mở được thư mục khuôn mẫu \(error.path)",
                en: "the template folder \(error.path) cannot be opened")
        }
    }
}
