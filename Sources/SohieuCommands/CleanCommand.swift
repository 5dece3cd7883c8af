import ArgumentParser
import Foundation

/// `sohieu clean`: removes what a build wrote.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clean", abstract: "Xóa trang web đã dựng.")

    @Option(name: [.short, .customLong("output")], help: "Thư mục trang web.")
    var output = "public"

    @OptionGroup var languageOption: LanguageOption

    /// Only a folder that looks like a site of ours is emptied: another may hold anything.
    func run() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: output) else { return }
        let names = (try? files.contentsOfDirectory(atPath: output)) ?? []
        guard names.filter({ $0 != ".gitkeep" }).isEmpty || names.contains("search") && names.contains("assets") else {
            throw Failure(
                vi: "\(output) không giống một trang web do sohieu dựng, nên không xóa",
                en: "\(output) does not look like a site built by sohieu, so it is left alone"
            )
        }
        for name in names.sorted() where name != ".gitkeep" {
            do {
                try files.removeItem(atPath: output + "/" + name)
            } catch {
                throw Failure(vi: "không xóa được \(output)/\(name)", en: "\(output)/\(name) cannot be removed")
            }
        }
    }
}
