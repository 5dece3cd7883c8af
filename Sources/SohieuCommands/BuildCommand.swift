import ArgumentParser
import Diagnostics
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

    @OptionGroup var reporting: ReportingOptions

    @Flag(help: .spoken(vi: "In thời gian của từng bước.", en: "Prints how long each stage took."))
    var timings = false

    func run() async throws {
        let console = content.languageOption.console
        let options = try content.buildOptions
        do {
            let folder = try await OutputFolder(
                path: output, apartFrom: content.inputFolders, isForced: force, jobs: options.jobs
            ) { console.note($0.message) }
            defer { folder.close() }
            try await build(into: folder, console)
        } catch let fault as OutputFault {
            throw Failure(fault)
        }
    }

    private func build(into output: OutputFolder, _ console: Console) async throws {
        let path = output.path
        var (outcome, folder) = try await content.load()
        guard !reporting.report(outcome.diagnostics, to: console) else {
            console.note(
                Message(vi: "Chưa dựng: \(path)/ giữ nguyên như cũ.", en: "Nothing built: \(path)/ is as it was."))
            throw ExitCode.contentErrors
        }
        let site = outcome.site
        let jobs = try content.buildOptions.jobs
        let progress = content.progress
        progress?(StageProgress(stage: .index, done: 0, total: site.collection.pages.count))
        let index = await outcome.timings.measure("index") { await site.searchIndex(jobs: jobs) }
        progress?(StageProgress(stage: .index, done: site.collection.pages.count, total: site.collection.pages.count))
        var writer = SiteWriter(site: site, assets: folder.assets, jobs: jobs)
        writer.progress = progress
        let summary = try await outcome.timings.measure("write") { try await writer.write(to: output, index: index) }
        if timings { outcome.timings.print(to: console) }
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
