import ArgumentParser
import Foundation
import Output

/// `sohieu clean`: removes what a build wrote.
struct CleanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: .spoken(vi: "Xóa trang web đã dựng.", en: "Removes the built site."),
        discussion: .spoken(
            vi: """
                Chỉ xóa những tệp do sohieu viết và chưa ai sửa.

                Ví dụ:
                  sohieu clean
                """,
            en: """
                Removes only files that sohieu has written and nobody has changed.

                Examples:
                  sohieu clean
                """))

    @Option(
        name: [.short, .customLong("output")], help: .spoken(vi: "Thư mục trang web.", en: "Folder of the built site."))
    var output = SitePlace.nearest.output

    @Flag(
        help: .spoken(
            vi: "Xóa cả những tệp không do sohieu viết; in ra tệp nào.",
            en: "Removes files that sohieu has not written as well; names them."))
    var force = false

    @OptionGroup var languageOption: LanguageOption

    func run() async throws {
        guard FileManager.default.fileExists(atPath: output) else { return }
        let console = languageOption.console
        do throws(OutputFault) {
            let jobs = ProcessInfo.processInfo.activeProcessorCount
            let folder = try await OutputFolder(
                path: output, isForced: force, jobs: jobs, environment: ProcessInfo.processInfo.environment
            ) { console.note($0.message) }
            defer { folder.close() }
            try folder.empty()
        } catch {
            throw Failure(error)
        }
    }
}
