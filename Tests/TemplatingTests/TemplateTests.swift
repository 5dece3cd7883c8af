import Templating
import Testing

/// The parts of the Mustache specification that templates here use.
@Suite struct TemplateTests {
    private func render(
        _ source: String,
        _ context: [String: Any],
        partials: [String: String] = [:]
    ) throws -> String {
        var templates = try partials.mapValues { try Template($0) }
        templates["main"] = try Template(source)
        let bytes = TemplateLibrary(templates).render("main", TemplateValue.object(context))
        return String(decoding: try #require(bytes), as: UTF8.self)
    }

    @Test func variablesAreEscapedUnlessTheyAreMarkup() throws {
        let context: [String: Any] = ["a": "<b> & \"c\" 'd'", "n": 24, "m": TemplateValue.markup(Array("<i>".utf8))]
        #expect(try render("{{a}} {{n}} {{x}}", context) == "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; 24 ")
        #expect(try render("{{{a}}} {{& a }} {{m}}", context) == "<b> & \"c\" 'd' <b> & \"c\" 'd' <i>")
    }

    @Test func sectionsFollowTruthListsAndObjects() throws {
        let context: [String: Any] = [
            "yes": true, "no": false, "none": [[String: Any]](), "list": [["a": 1], ["a": 2]], "object": ["a": "x"],
            "a": "outer",
        ]
        #expect(try render("{{#yes}}{{a}}{{/yes}}{{#no}}-{{/no}}{{#missing}}-{{/missing}}", context) == "outer")
        #expect(try render("{{#list}}{{a}},{{/list}}{{#object}}{{a}}{{/object}}", context) == "1,2,x")
        #expect(
            try render("{{^no}}a{{/no}}{{^none}}b{{/none}}{{^missing}}c{{/missing}}{{^yes}}d{{/yes}}", context) == "abc"
        )
    }

    @Test func namesReachOutwardsUnlessTheyAreLocal() throws {
        let context: [String: Any] = ["a": "outer", "items": [["b": "1"], ["a": "inner"]], "o": ["p": ["q": "deep"]]]
        #expect(try render("{{#items}}[{{a}}|{{.a}}]{{/items}}", context) == "[outer|][inner|inner]")
        #expect(try render("{{o.p.q}}{{o.x.q}}", context) == "deep")
        #expect(try render("{{#words}}{{.}} {{/words}}", ["words": ["một", "hai"]]) == "một hai ")
    }

    @Test func tagsAloneOnALineLeaveNoLine() throws {
        #expect(try render("a\n{{#yes}}\nb\n{{/yes}}\n{{! nothing }}\nc\n", ["yes": true]) == "a\nb\nc\n")
        #expect(try render("a {{#yes}}b{{/yes}}\nc", ["yes": true]) == "a b\nc")
        #expect(try render("  {{> p}}\n", [:], partials: ["p": "x\n"]) == "x\n")
    }

    @Test func childrenFillTheBlocksOfTheirParents() throws {
        let partials = [
            "layout": "<{{$title}}none{{/title}}|{{$main}}{{/main}}>",
            "middle": "{{<layout}}{{$title}}middle{{/title}}{{/layout}}",
        ]
        #expect(
            try render("{{<layout}}{{$main}}{{a}}{{/main}}{{/layout}}", ["a": "x"], partials: partials) == "<none|x>")
        #expect(try render("{{<middle}}{{$title}}child{{/title}}{{/middle}}", [:], partials: partials) == "<child|>")
    }

    @Test func aTemplateThatIncludesItselfEnds() throws {
        let tree: [String: Any] = ["name": "a", "nodes": [["name": "b", "nodes": [[String: Any]]()] as [String: Any]]]
        #expect(
            try render("{{> node}}", tree, partials: ["node": "{{name}}{{#nodes}}({{> node}}){{/nodes}}"]) == "a(b)")
    }

    /// Once, twice over, through another, and wherever there is anything at all: none traps, none takes for ever.
    @Test func aTemplateThatNeverEndsGivesNoPage() throws {
        for partials in [
            ["a": "x{{> a}}"], ["a": "{{> b}}{{> b}}", "b": "{{> a}}{{> a}}"], ["a": "{{#o}}{{> a}}{{> a}}{{/o}}"],
        ] {
            var templates = try partials.mapValues { try Template($0) }
            templates["main"] = try Template("{{> a}}")
            #expect(TemplateLibrary(templates).render("main", ["o": .object([:])]) == nil)
        }
    }

    @Test func aWayThatNeverEndsIsFoundWithoutRendering() throws {
        func way(_ partials: [String: String]) throws -> [String]? {
            TemplateLibrary(try partials.mapValues { try Template($0) }).endlessWay(from: "a")
        }
        #expect(try way(["a": "{{> a}}"]) == ["a", "a"])
        #expect(try way(["a": "{{> b}}", "b": "x{{> c}}{{> c}}", "c": "{{<a}}{{/a}}"]) == ["a", "b", "c", "a"])
        #expect(try way(["a": "{{#nodes}}{{> a}}{{/nodes}}"]) == nil)
        #expect(try way(["a": "{{> b}}{{> b}}", "b": "{{> c}}", "c": ""]) == nil)
    }

    @Test func sectionsNestAHundredDeepAndNoDeeper() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth)
        }
        #expect(try render(nested(100), ["a": true]) == "x")
        #expect(throws: Template.SyntaxError(reason: .nestedTooDeep, line: 1, column: 601)) {
            try Template(nested(100_000))
        }
    }

    @Test func whatNoParentShowsIsLost() throws {
        func lost(_ layout: String) throws -> [String] {
            let templates = [
                "page": "{{<layout}}\n{{$main}}x{{/main}}{{$foot}}y{{/foot}}{{/layout}}", "layout": layout,
            ]
            let library = TemplateLibrary(try templates.mapValues { try Template($0) })
            return library.lostBlocks(of: "page").map { "\($0.name) \($0.line)" }
        }
        #expect(try lost("x") == ["main 2", "foot 2"])
        #expect(try lost("{{#a}}{{$main}}{{/main}}{{/a}}{{$foot}}{{/foot}}") == [])
        #expect(try lost("{{> part}}") == ["main 2", "foot 2"])
    }

    @Test func namesAreToldWithTheirPlaces() throws {
        let template = try Template("{{a}}\n đây {{#b.c}}{{.}}{{/b.c}}{{^.d}}{{/.d}}{{{e}}}")
        #expect(
            template.names.map { "\($0.parts.joined(separator: ".")) \($0.line):\($0.column)" } == [
                "a 1:1", "b.c 2:6", "d 2:27", "e 2:41",
            ])
    }

    @Test(
        arguments: [
            ("một\nhai {{a", .unfinishedTag, 2, 5), ("{{#a}}\n{{/b}}", .wrongEnd(expected: "a"), 2, 1),
            ("{{/b}}", .wrongEnd(expected: nil), 1, 1), ("x\n{{#a}}\n", .unclosedSection("a"), 2, 1),
            ("{{ }}", .emptyTag, 1, 1), ("{{=| =}}", .wrongDelimiters, 1, 1), ("a {{=| |", .unfinishedTag, 1, 3),
        ] as [(String, Template.SyntaxError.Reason, Int, Int)])
    func errorsHaveAPlace(_ source: String, _ reason: Template.SyntaxError.Reason, _ line: Int, _ column: Int) {
        #expect(throws: Template.SyntaxError(reason: reason, line: line, column: column)) { try Template(source) }
    }
}
