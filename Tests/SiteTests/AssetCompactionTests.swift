import Testing

@testable import SiteTemplates

/// What pages load is what its authors wrote, without what only they read.
@Suite struct AssetCompactionTests {
    private func compact(_ text: String, _ name: String) -> String {
        String(decoding: AssetCompaction.compact(Array(text.utf8), name: name), as: UTF8.self)
    }

    @Test(
        arguments: [
            ("a  b , c { color : red ; }\n", "a b,c{color :red}"),
            ("/* x */ p :hover { width: calc(1px + 2px); }", "p :hover{width:calc(1px + 2px)}"),
            ("a::before { content: \"  /* x */ ; \" / \"\"; }", "a::before{content:\"  /* x */ ; \" / \"\"}"),
            ("q { quotes: '\\'' \"“\"; }", "q{quotes:'\\'' \"“\"}"),
            (
                "@media (min-width: 3em) and (hover: none) {\n  a > b ~ c { x: y }\n}",
                "@media (min-width:3em) and (hover:none){a > b ~ c{x:y}}"
            ),
            ("a/* open", "a"), ("a { content: \"open", "a{content:\"open"),
        ])
    func styles(_ text: String, _ expected: String) { #expect(compact(text, "site.css") == expected) }

    @Test(
        arguments: [
            ("// one\n  var a = 1; // two\n\n    b(\"// c\");\n", "var a = 1; // two\nb(\"// c\");\n"),
            ("var a = `\n  // text\n`;\n", "var a = `\n  // text\n`;\n"),
            ("  a(/* b */ c);\n  // d\n", "a(/* b */ c);\n"),
            ("/*\n  // */ a();\n", "/*\n  // */ a();\n"),
            ("var a = \"x\\\n  // y\";\n", "var a = \"x\\\n  // y\";\n"),
        ])
    func scripts(_ text: String, _ expected: String) { #expect(compact(text, "site.js") == expected) }

    @Test func otherFilesStayAsTheyAre() { #expect(compact("<svg>  </svg>\n", "icon.svg") == "<svg>  </svg>\n") }
}
