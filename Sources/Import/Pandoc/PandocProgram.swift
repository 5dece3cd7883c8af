import Diagnostics
import Foundation

/// Debian's Pandoc, which reads the formats of word processors.
struct PandocProgram {
    /// What a run came to.
    struct Output {
        /// The document as Pandoc's syntax tree in JSON.
        var tree: Data
        /// The pictures of the document, by the path the tree has for them.
        var pictures: [String: [UInt8]]
    }

    private let executable: URL

    /// Finds it among the folders of `PATH`.
    init() throws(ImportFailure) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let found = folders.map { $0 + "/pandoc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw ImportFailure(
                vi: "cần chương trình Pandoc để đọc tệp Word: hãy cài bằng lệnh sudo apt install pandoc",
                en: "Pandoc is needed to read word processor files: install it with sudo apt install pandoc")
        }
        executable = URL(fileURLWithPath: found)
    }

    /// Reads a file in one of Pandoc's input formats (`docx`, `odt`, `rtf`).
    ///
    /// Output goes to files, so that a long message of the program cannot block it.
    func read(_ path: String, bytes: [UInt8], format: String) throws(ImportFailure) -> Output {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohieu-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let tree = folder.appendingPathComponent("tree.json")
        let complaint = folder.appendingPathComponent("complaint.txt")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data().write(to: complaint)
            let mended = folder.appendingPathComponent("mended." + format)
            let input = PandocInput.mended(bytes, format: format)
            if let input { try Data(input).write(to: mended) }
            let process = Process()
            process.executableURL = executable
            process.arguments = [
                "--from", format, "--to", "json", "--output", tree.path, "--extract-media", "pictures",
                (input == nil ? URL(fileURLWithPath: path) : mended).standardizedFileURL.path,
            ]
            process.currentDirectoryURL = folder
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: complaint)
            try process.run()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                let said = (try? String(contentsOf: complaint, encoding: .utf8)) ?? ""
                let first = said.split(separator: "\n").first.map(String.init) ?? ""
                throw ImportFailure(
                    vi: "Pandoc không đọc được \(path): \(first)", en: "Pandoc cannot read \(path): \(first)")
            }
            return Output(tree: try Data(contentsOf: tree), pictures: pictures(in: folder))
        } catch let failure as ImportFailure {
            throw failure
        } catch {
            throw ImportFailure(
                vi: "không chạy được Pandoc: \(error.localizedDescription)",
                en: "Pandoc cannot be run: \(error.localizedDescription)")
        }
    }

    private func pictures(in folder: URL) -> [String: [UInt8]] {
        var pictures: [String: [UInt8]] = [:]
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix("pictures/") {
            // A folder is no data.
            if let data = try? Data(contentsOf: folder.appendingPathComponent(name)) { pictures[name] = Array(data) }
        }
        return pictures
    }
}
