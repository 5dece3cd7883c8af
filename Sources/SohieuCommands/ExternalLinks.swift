import Diagnostics
import Foundation
import Reading
import Site

/// The links of a site to others, tried one by one with the system's `curl`: a client of our own would bring a second
/// library for encrypted connections into the program.
struct ExternalLinks {
    private let links: [(url: String, location: SourceLocation)]

    init(_ site: Site) {
        links = site.collection.externalLinks
    }

    /// A problem for each link whose address gives nothing. Each address is asked once.
    var diagnostics: [Diagnostic] {
        get throws(Failure) {
            let urls = Array(Set(links.map(\.url))).sorted()
            let answers = try Self.ask(urls)
            return links.compactMap { link in
                guard let answer = answers[link.url], let reason = answer.reason else { return nil }
                return Diagnostic(
                    id: "dead-link",
                    severity: .warning,
                    location: link.location,
                    message: Message(
                        vi: "liên kết ngoài không mở được (\(reason.vietnamese)): \(link.url)",
                        en: "the link to another site cannot be opened (\(reason.english)): \(link.url)"),
                    suggestion: Message(
                        vi: "mở thử bằng trình duyệt; sửa địa chỉ hoặc bỏ liên kết",
                        en: "try it in a browser; correct the address or remove the link")
                )
            }
        }
    }

    private struct Answer {
        var status: Int
        var error: String

        /// Why the address gives nothing; `nil` where it does, and where a server only refuses programs.
        var reason: Message? {
            if status == 0 { return Message(vi: error, en: error) }
            guard status >= 400, ![401, 403, 405, 429].contains(status) else { return nil }
            return Message(vi: "trả lời \(status)", en: "answer \(status)")
        }
    }

    private static func ask(_ urls: [String]) throws(Failure) -> [String: Answer] {
        guard !urls.isEmpty else { return [:] }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = [
            "--silent", "--location", "--parallel", "--parallel-max", "8", "--max-time", "20", "--range", "0-0",
            "--proto", "=http,https", "--write-out", "%{urlnum}\t%{http_code}\t%{errormsg}\n", "--config", "-",
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        // Silence is not for the meter of parallel transfers.
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            let list = urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
            try input.fileHandleForWriting.write(contentsOf: Data(list.utf8))
            try input.fileHandleForWriting.close()
        } catch {
            throw Failure(
                vi: "--external cần lệnh curl: sudo apt install curl",
                en: "--external needs curl: sudo apt install curl")
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var answers: [String: Answer] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let index = Int(parts[0]), urls.indices.contains(index) else { continue }
            answers[urls[index]] = Answer(status: Int(parts[1]) ?? 0, error: String(parts[2]))
        }
        return answers
    }
}
