import Content
import Diagnostics

/// The colours and fonts that a site states, as the properties of `site.css` that they take the place of.
package struct ThemeView {
    let look: SiteLook

    package init(look: SiteLook) {
        self.look = look
    }

    /// The grounds of `site.css`, for what is stated of one appearance alone.
    private static let paper = (light: Colour("#fffdf9") ?? .white, dark: Colour("#171411") ?? .black)

    /// For the template `theme`. Font files are named as the stylesheet at the root of the site reaches them.
    func context(fontFile: (String) -> String?) -> [String: Any] {
        var faces: [[String: String]] = []
        var fonts: [[String: String]] = []
        for (key, property, fallback) in [("text", "sans", "sans-serif"), ("headings", "serif", "serif")] {
            guard let font = look.fonts[key]?.value else { continue }
            if let file = fontFile(font) {
                faces.append(["name": "site-\(key)", "url": file])
                fonts.append(["name": property, "value": "site-\(key), \(fallback)"])
            } else {
                fonts.append(["name": property, "value": Self.quoted(font)])
            }
        }
        return [
            "faces": faces, "light": Self.properties(of: look.light, on: Self.paper.light, towards: .black) + fonts,
            "dark": Self.properties(of: dark, on: Self.paper.dark, towards: .white),
        ]
    }

    /// What is stated of the dark appearance; its main colour else follows that of the light one, light enough to be read.
    private var dark: SiteLook.Colours {
        var dark = look.dark
        let paper = dark.paper ?? Self.paper.dark
        if dark.main == nil { dark.main = look.light.main?.legible(on: paper, 7) }
        if dark.accent == nil { dark.accent = look.light.accent?.legible(on: paper, 3) }
        return dark
    }

    /// - Parameter end: what a colour goes towards under the pointer.
    private static func properties(of colours: SiteLook.Colours, on ground: Colour, towards end: Colour) -> [[String:
        String]]
    {
        var properties: [[String: String]] = []
        func set(_ name: String, _ colour: Colour) { properties.append(["name": name, "value": colour.text]) }
        if let main = colours.main {
            set("press", main)
            set("press-deep", main.mixed(with: end, 0.25))
            set("on-press", main.opposite)
        }
        if let accent = colours.accent { set("gold", accent) }
        if colours.paper != nil || colours.ink != nil {
            let paper = colours.paper ?? ground
            let ink = colours.ink ?? paper.opposite
            set("paper", paper)
            set("sheet", paper)
            set("ink", ink)
            set("shade", paper.mixed(with: ink, 0.05))
            set("line", paper.mixed(with: ink, 0.15))
            set("edge", paper.mixed(with: ink, 0.55))
            set("soft", ink.mixed(with: paper, 0.25).legible(on: paper, 4.5))
        }
        return properties
    }

    /// A family of several words in quotes, the words of CSS without.
    private static func quoted(_ families: String) -> String {
        families.split(separator: ",").map { family in
            let name = family.split(separator: " ").joined(separator: " ")
            return name.contains(" ") ? "\"\(name)\"" : name
        }.joined(separator: ", ")
    }

    /// Stated colours that are hard to read on their ground (WCAG 2.2, 1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for frames).
    package func diagnostics(at location: SourceLocation) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        for (key, colours, ground) in [
            ("colours", look.light, Self.paper.light), ("dark_colours", look.dark, Self.paper.dark),
        ] {
            let paper = colours.paper ?? ground
            let stated: [(String, Colour?, Double)] = [
                ("main", colours.main, 4.5), ("ink", colours.ink, 4.5), ("accent", colours.accent, 3),
            ]
            for case (let name, let colour?, let least) in stated where colour.contrast(with: paper) < least {
                problems.append(Self.faint("\(key).\(name)", colour, on: paper, least, at: location))
            }
        }
        return problems
    }

    private static func faint(
        _ name: String, _ colour: Colour, on paper: Colour, _ least: Double, at location: SourceLocation
    ) -> Diagnostic {
        let (ratio, needed) = (Self.ratio(colour.contrast(with: paper)), Self.ratio(least))
        let better = colour.legible(on: paper, least).text
        return Diagnostic(
            id: "low-contrast",
            severity: .warning,
            location: location,
            message: Message(
                vi: "\(name) \(colour.text) khó đọc trên nền \(paper.text): \(ratio):1, cần \(needed):1 (WCAG AA)",
                en: "\(name) \(colour.text) is hard to read on \(paper.text): \(ratio):1, WCAG AA needs \(needed):1"),
            suggestion: Message(vi: "chẳng hạn \(better)", en: "for example \(better)")
        )
    }

    private static func ratio(_ ratio: Double) -> String {
        let tenths = Int(ratio * 10)
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
