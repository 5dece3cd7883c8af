import ArgumentParser
import Foundation
import Site

/// `sohieu clean`: removes what a build wrote.
struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clean", abstract: "Xóa trang web đã dựng.")

    @Option(name: [.short, .customLong("output")], help: "Thư mục trang web.")
    var output = SitePlace.nearest.output

    @Flag(help: "Xóa cả những tệp không do sohieu viết; in ra tệp nào.")
    var force = false

    @OptionGroup var languageOption: LanguageOption

    func run() async throws {
        guard FileManager.default.fileExists(atPath: output) else { return }
        let console = languageOption.console
        do throws(OutputFault) {
            let jobs = ProcessInfo.processInfo.activeProcessorCount
            let folder = try await OutputFolder(path: output, isForced: force, jobs: jobs) { console.note($0.message) }
            defer { folder.close() }
            try folder.empty()
        } catch {
            throw Failure(error)
        }
    }
}
