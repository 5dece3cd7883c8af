import ArgumentParser
import Diagnostics
import Foundation
import SearchIndex
import Site

/// `sohieu build`: the content folder becomes the site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Dựng trang web từ thư mục nội dung.")

    @OptionGroup var content: ContentOptions

    @Option(name: [.short, .customLong("output")], help: "Thư mục trang web.")
    var output = "public"

    @OptionGroup var reporting: ReportingOptions

    @Flag(help: "In thời gian của từng bước.")
    var timings = false

    func run() async throws {
        try content.refuseOverlap(output)
        var (outcome, folder) = try await content.load()
        let console = content.languageOption.console
        let isRefused = reporting.report(outcome.diagnostics, language: console.language)
        guard !isRefused else {
            console.note(
                Message(vi: "Chưa dựng: \(output)/ giữ nguyên như cũ.", en: "Nothing built: \(output)/ is as it was."))
            throw ExitCode.contentErrors
        }
        let site = outcome.site
        let jobs = content.buildOptions.jobs
        let index = await outcome.timings.measure("index") { await site.searchIndex(jobs: jobs) }
        let writer = SiteWriter(site: site, assets: folder.assets, jobs: jobs)
        let summary = try await outcome.timings.measure("write") { try await write(writer, index) }
        if timings { outcome.timings.print(to: console) }
        let megabytes = String(format: "%.1f", Double(summary.bytes) / 1_000_000)
        console.note(
            Message(
                vi:
                    "Đã dựng \(summary.pages) trang, \(summary.files) tệp khác, \(megabytes) MB vào \(output)/. Mở \(output)/index.html để xem.",
                en:
                    "Built \(summary.pages) pages and \(summary.files) other files, \(megabytes) MB, into \(output)/. Open \(output)/index.html to look."
            )
        )
    }

    private func write(_ writer: SiteWriter, _ index: [SearchFile]) async throws -> SiteWriter.Summary {
        do throws(OutputFolder.Unwritable) {
            return try await writer.write(to: output, index: index)
        } catch {
            throw Failure(
                vi: "không ghi được \(error.path): \(error.reason)",
                en: "\(error.path) cannot be written: \(error.reason)")
        }
    }
}
