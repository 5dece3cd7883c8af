import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `sohieu check`: the pipeline up to the graph, and every problem on the way.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Soát nội dung và liệt kê mọi vấn đề.")

    @OptionGroup var content: ContentOptions
    @OptionGroup var reporting: ReportingOptions

    @Flag(help: "In thời gian của từng bước.")
    var timings = false

    func run() async throws {
        let (outcome, _) = try await content.load()
        let console = content.languageOption.console
        let fails = try reporting.show(outcome.diagnostics, on: console)
        if timings { outcome.timings.print(to: console) }
        if fails { throw ExitCode.contentErrors }
    }
}

extension Timings {
    /// One line a stage, in milliseconds.
    func print(to console: Console) {
        for stage in stages {
            let milliseconds =
                Double(stage.duration.components.seconds) * 1000
                + Double(stage.duration.components.attoseconds) / 1e15
            console.note(String(format: "%10.1f ms  ", milliseconds) + stage.name)
        }
    }
}
