import ArgumentParser
import Diagnostics
import Digests
import Foundation
import Output
import Pipeline
import Reading
import Site
import SiteTemplates

/// `sohieu build`: the content folder becomes the site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: .spoken(
            vi: "Dựng trang web từ thư mục nội dung.", en: "Builds the site from the content folder."),
        discussion: .spoken(
            vi: """
                Có lỗi thì không dựng gì, trang cũ giữ nguyên; cảnh báo không chặn, trừ khi có --strict.

                Ví dụ:
                  sohieu build
                  sohieu build -o /srv/www/kho --base-url https://kho.vi-du.vn/
                """,
            en: """
                With an error nothing is built and the old site stays; warnings stop nothing unless --strict says so.

                Examples:
                  sohieu build
                  sohieu build -o /srv/www/site --base-url https://site.example.org/
                """))

    @OptionGroup var content: ContentOptions

    @Option(
        name: [.short, .customLong("output")], help: .spoken(vi: "Thư mục trang web.", en: "Folder of the built site."))
    var output = SitePlace.nearest.output

    @Flag(
        help: .spoken(
            vi: "Xóa cả những tệp trong thư mục trang web không do sohieu viết; in ra tệp nào.",
            en: "Removes files of the site's folder that sohieu has not written as well; names them."))
    var force = false

    @Flag(
        help: .spoken(
            vi: "Dựng lại từ đầu, không dựa vào lần trước, rồi đọc lại từng tệp đã dựng để đối chiếu.",
            en: "Builds from scratch, whatever the last build left, then reads every file back and compares."))
    var verify = false

    @OptionGroup var reporting: ReportingOptions

    @Flag(
        help: .spoken(
            vi: "In thời gian của từng bước và số tệp đã viết.",
            en: "Prints how long each stage took, and how many files were written."))
    var timings = false

    func run() async throws {
        let console = content.languageOption.console
        let options = try content.buildOptions
        do {
            let folder = try await OutputFolder(
                path: output, apartFrom: content.inputFolders, isForced: force, readsAll: verify, jobs: options.jobs,
                environment: ProcessInfo.processInfo.environment
            ) { console.note($0.message) }
            defer { folder.close() }
            try await build(into: folder, options, console)
        } catch let fault as OutputFault {
            throw Failure(fault)
        }
    }

    private func build(into output: OutputFolder, _ options: BuildOptions, _ console: Console) async throws {
        var times = Timings()
        let inputs = try await times.measure("read") { try await content.readInputs() }
        let digest = await times.measure("compare") { await inputs.digest(options) }
        if !verify, let digest, let last = LastBuild(from: digest, in: output) {
            try refuse(last.diagnostics, console)
            if timings { times.print(to: console) }
            return tellUnchanged(pages: last.pages)
        }
        var outcome = try await content.run(inputs)
        outcome.timings = times.followed(by: outcome.timings)
        try refuse(outcome.diagnostics, console)
        let site = outcome.site
        let progress = content.progress
        progress?(StageProgress(stage: .index, done: 0, total: site.collection.pages.count))
        let index = await outcome.timings.measure("index") { await site.searchIndex(jobs: options.jobs) }
        progress?(StageProgress(stage: .index, done: site.collection.pages.count, total: site.collection.pages.count))
        var writer = SiteWriter(site: site, jobs: options.jobs)
        writer.progress = progress
        let summary = try await outcome.timings.measure("write") { try await writer.write(to: output, index: index) }
        if let digest { LastBuild(from: digest, outcome.diagnostics, summary).keep(in: output) }
        if timings { tell(outcome.timings, summary, console) }
        if summary.isUnchanged {
            tellUnchanged(pages: summary.pages)
        } else {
            tellBuilt(summary)
        }
        if verify { try await compare(output, summary, options, console) }
    }

    /// The output as it is called in messages.
    private var path: String { output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output }

    /// Prints the problems; the end of the run if they must stop it.
    private func refuse(_ diagnostics: [Diagnostic], _ console: Console) throws {
        guard reporting.report(diagnostics, to: console) else { return }
        console.note(
            Message(vi: "Chưa dựng: \(path)/ giữ nguyên như cũ.", en: "Nothing built: \(path)/ is as it was."))
        throw ExitCode.contentErrors
    }

    private func compare(
        _ folder: OutputFolder, _ summary: SiteWriter.Summary, _ options: BuildOptions, _ console: Console
    ) async throws {
        guard await folder.isIntact(summary.list, jobs: options.jobs) else {
            throw Failure(
                vi: "\(path)/ không giống từng byte với bản dựng từ đầu; dựng lại, hoặc kiểm tra ổ đĩa",
                en: "\(path)/ is not to the byte what was made from scratch; build again, or check the disk")
        }
        console.note(
            Message(
                vi: "Đã đối chiếu: mọi tệp giống từng byte với bản dựng từ đầu.",
                en: "Compared: every file is to the byte what was made from scratch."))
    }

    private func tell(_ times: Timings, _ summary: SiteWriter.Summary, _ console: Console) {
        times.print(to: console)
        console.note(
            Message(
                vi: "\(summary.written) tệp đã viết, \(summary.linked) giữ lại, \(summary.removed) bỏ đi",
                en: "\(summary.written) files written, \(summary.linked) kept, \(summary.removed) removed"))
    }

    private func tellUnchanged(pages: Int) {
        content.conclude(
            Message(
                vi: "Không có gì thay đổi: \(path)/ giữ nguyên, \(pages) trang. Mở \(path)/index.html để xem.",
                en: "Nothing has changed: \(path)/ is as it was, \(pages) pages. Open \(path)/index.html to look."))
    }

    private func tellBuilt(_ summary: SiteWriter.Summary) {
        let megabytes = String(format: "%.1f", Double(summary.bytes) / 1_000_000)
        content.conclude(
            Message(
                vi:
                    "Đã dựng \(summary.pages) trang, \(summary.files) tệp khác, \(megabytes) MB vào \(path)/. Mở \(path)/index.html để xem.",
                en:
                    "Built \(summary.pages) pages and \(summary.files) other files, \(megabytes) MB, into \(path)/. Open \(path)/index.html to look."
            )
        )
    }
}
