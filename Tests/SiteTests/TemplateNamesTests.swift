import Foundation
import Templating
import Testing

@testable import SiteTemplates

/// The table of names against the templates that come with the program and against the code that fills them.
@Suite struct TemplateNamesTests {
    private func templates() throws -> TemplateFolder {
        try TemplateFolder.read(Goldens.repository.path + "/site-templates").0
    }

    /// Fails for a name that a view offers anew: add it to `TemplateNames.all`.
    @Test func theProgramsOwnTemplatesAskForNothingUnknown() throws {
        let problems = Templates.compile(try templates()).1
        #expect(problems.map { "\($0.location.path):\($0.location.line) \($0.message.english)" } == [])
    }

    /// Fails for a name that no view offers any more.
    @Test func everyNameStandsInTheCode() throws {
        let sources = Goldens.repository.appendingPathComponent("Sources")
        var code = ""
        for folder in ["Bundles", "Output", "Preview", "Reading", "SiteTemplates", "Views"] {
            let root = sources.appendingPathComponent(folder)
            for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) where name.hasSuffix(".swift") {
                code += try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            }
        }
        let idle = TemplateNames.all.filter { !code.contains("\"\($0)\"") }
        #expect(idle.sorted() == [])
    }

    @Test func aNameOfAnotherPlaceIsAnError() throws {
        var folder = try templates()
        folder.templates["inline/citation"] = "<a>{{{text}}}</a>{{breadcrumbs}}{{#urls}}{{/urls}}"
        folder.templates["page"]? += "{{parameters.hotline}}{{expansion}}"
        let problems = Templates.compile(folder).1
        #expect(problems.allSatisfy { $0.id == "unknown-name" && $0.severity == .error })
        #expect(
            problems.map(\.message.english)
                == ["breadcrumbs", "urls", "expansion"].map {
                    "this template is given no {{\($0)}}, nothing will ever stand here"
                })
    }

    @Test func everyNameStandsInTheReadMe() throws {
        let url = Goldens.repository.appendingPathComponent("site-templates/README.md")
        #expect(try String(contentsOf: url, encoding: .utf8).contains(TemplateNames.reference))
    }

    @Test func everyWordOfTheInterfaceIsTheProgramsOwn() throws {
        let folder = try templates()
        for (language, words) in folder.strings {
            let (complete, problems) = InterfaceWords.complete(language, from: folder)
            #expect(problems.isEmpty && complete == words)
            #expect(Set(words.keys) == InterfaceWords.builtIn)
        }
    }

    @Test func wordsThatAnOlderFolderLacksAreSaidAndFilledIn() throws {
        var folder = try templates()
        for key in ["home", "draft"] { folder.strings["vi"]?[key] = nil }
        let (words, problems) = InterfaceWords.complete("vi", from: folder)
        #expect(words["home"]?.isEmpty == false)
        #expect(problems.map(\.id) == ["missing-words"])
        #expect(
            problems[0].message.english.hasSuffix(
                "2 words of the interface are missing, the program's own are used: draft, home"))
        #expect(InterfaceWords.complete("fr", from: folder).1.map(\.id) == ["missing-strings"])
    }
}
