import Foundation
import Templating
import TestSupport
import Testing

/// The official suite of the Mustache specification, version 1, but for what templates here do without.
@Suite(.enabled(if: ConformanceData.folder != nil, "the suites of other specifications are not on this machine"))
struct SpecificationTests {
    /// What is left out on purpose: a partial does not take over the indentation of its tag, which would reach into
    /// preformatted text.
    private static let leftOut: Set = [
        "partials: Standalone Without Previous Line", "partials: Standalone Without Newline",
        "partials: Standalone Indentation",
    ]

    private struct Module: Decodable {
        var tests: [Example]
    }

    private struct Example: Decodable {
        var name: String
        var template: String
        var data: JSONValue
        var partials: [String: String]?
        var expected: String
    }

    @Test(arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"])
    func aModulePasses(_ module: String) throws {
        let bytes = try ConformanceData.bytes("mustache/\(module).json")
        let examples = try JSONDecoder().decode(Module.self, from: bytes).tests
        #expect(examples.count >= 12)
        for example in examples {
            let name = "\(module): \(example.name)"
            let rendered = try render(example)
            if Self.leftOut.contains(name) {
                #expect(rendered != example.expected, "\(name) passes: it need not be listed as left out")
            } else {
                #expect(rendered == example.expected, "\(name)")
            }
        }
    }

    private func render(_ example: Example) throws -> String {
        var templates = try (example.partials ?? [:]).mapValues { try Template($0) }
        templates["example"] = try Template(example.template)
        // The suite also asks for contexts that are no objects: a section makes any value the current item.
        templates["main"] = try Template("{{#context}}{{> example}}{{/context}}")
        let bytes = TemplateLibrary(templates).render("main", ["context": .list([value(example.data)])])
        return String(decoding: try #require(bytes), as: UTF8.self)
    }

    /// JSON as a context: whole numbers without a fraction, null as false.
    private func value(_ json: JSONValue) -> TemplateValue {
        switch json {
        case .null: .flag(false)
        case .flag(let flag): .flag(flag)
        case .number(let number): .text(number.formatted(.number.locale(Locale(identifier: "en_US_POSIX"))))
        case .text(let text): .text(text)
        case .list(let list): .list(list.map(value))
        case .object(let object): .object(object.filter { $0.value != .null }.mapValues(value))
        }
    }
}
