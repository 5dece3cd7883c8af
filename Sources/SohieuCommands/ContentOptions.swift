import ArgumentParser
import Diagnostics
import Foundation
import OfficialDocuments
import Site

/// The flags of every command that reads a collection.
struct ContentOptions: ParsableArguments {
    @Option(name: [.short, .customLong("source")], help: "Thư mục nội dung.")
    var source = SitePlace.nearest.content

    @Option(
        name: [.customShort("t"), .customLong("templates")],
        help:
            "Thư mục khuôn mẫu riêng; tệp nào không có thì lấy của chương trình (mặc định: site-templates cạnh nội dung)."
    )
    var chosenTemplates: String?

    @Flag(name: [.customShort("D"), .customLong("drafts")], help: "Hiện cả bản nháp.")
    var drafts = false

    @Flag(name: [.customShort("F"), .customLong("future")], help: "Hiện cả trang có ngày trong tương lai.")
    var future = false

    @Flag(name: [.customShort("E"), .customLong("expired")], help: "Hiện cả trang đã hết hạn đăng.")
    var expired = false

    @Flag(help: "Coi lỗi của nội dung là cảnh báo: dựng được cả thư mục Markdown viết cho chương trình khác.")
    var lenient = false

    @Option(name: .shortAndLong, help: "Số việc làm cùng lúc (mặc định: số nhân của máy).")
    var jobs: Int?

    @Option(name: .customLong("base-url"), help: "Địa chỉ của trang web sau khi đăng.")
    var baseURL: String?

    @OptionGroup var languageOption: LanguageOption

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("-j cần một số từ 1 trở lên") }
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
    func load(reusing last: SitePipeline.Outcome? = nil, forPreview: Bool = false) async throws -> (
        outcome: SitePipeline.Outcome, folder: TemplateFolder
    ) {
        var options = try buildOptions
        options.mayBeKeptOffline = !forPreview
        var timings = Timings()
        let (files, fileProblems) = try await timings.measure("read") { try await readContent(jobs: options.jobs) }
        let (folder, templateProblems) = try readTemplates()
        var outcome = await SitePipeline(options: options).run(files, folder, reusing: last)
        let remarks = lenient ? fileProblems.map(\.asRemark) : fileProblems
        outcome.diagnostics = (outcome.diagnostics + remarks + templateProblems).sorted()
        outcome.timings = timings.followed(by: outcome.timings)
        return (outcome, folder)
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
