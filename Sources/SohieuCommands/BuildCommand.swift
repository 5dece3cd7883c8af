import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `sohieu build`: the content folder becomes the site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Dựng trang web từ thư mục nội dung.")

    @OptionGroup var content: ContentOptions

    @Option(name: [.short, .customLong("output")], help: "Thư mục trang web.")
    var output = SitePlace.nearest.output

    @Flag(help: "Xóa cả những tệp trong thư mục trang web không do sohieu viết; in ra tệp nào.")
    var force = false

    @OptionGroup var reporting: ReportingOptions

    @Flag(help: "In thời gian của từng bước.")
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
        let index = await outcome.timings.measure("index") { await site.searchIndex(jobs: jobs) }
        let writer = SiteWriter(site: site, assets: folder.assets, jobs: jobs)
        let summary = try await outcome.timings.measure("write") { try await writer.write(to: output, index: index) }
        if timings { outcome.timings.print(to: console) }
        let megabytes = String(format: "%.1f", Double(summary.bytes) / 1_000_000)
        console.note(
            Message(
                vi:
                    "Đã dựng \(summary.pages) trang, \(summary.files) tệp khác, \(megabytes) MB vào \(path)/. Mở \(path)/index.html để xem.",
                en:
                    "Built \(summary.pages) pages and \(summary.files) other files, \(megabytes) MB, into \(path)/. Open \(path)/index.html to look."
            )
        )
    }
}
