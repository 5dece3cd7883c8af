import Content
import Foundation
import OfficialDocuments
import Reading
import VietnameseText

/// Parts lists into headed groups, keeping the order of the shelf within each.
struct BrowseGrouping {
    let collection: Collection
    let groups: [Facet: [FacetGroup]]

    /// The pages of a kind as its section shows them.
    func arranged(_ members: [Int], as kind: KindTraits) -> [BrowseList.Group] {
        switch kind.arrangement {
        case .none: [BrowseList.Group(members: members)]
        case .byTheme: byTheme(members)
        case .byLetter: byLetter(members)
        }
    }

    /// By theme in Vietnamese order; a heading leads to the comparison of its theme. Lessons without a theme come last.
    func byTheme(_ members: [Int]) -> [BrowseList.Group] {
        by(.theme, members, rest: "noTheme")
    }

    /// By the page's own place, which is the first of the places that cover it.
    func byPlace(_ members: [Int]) -> [BrowseList.Group] {
        let paths = Dictionary((groups[.lessonPlace] ?? []).map { ($0.key, $0.path) }) { first, _ in first }
        return gathered(members) { index in
            guard let id = collection.pages[index].locality, let place = collection.localities[id] else {
                return (collection.word("noPlace"), nil)
            }
            return (place.fullName.capitalisedFirst, paths[id])
        }
    }

    /// By kind, in the order of kinds; a heading leads to the section.
    func byKind(_ members: [Int]) -> [BrowseList.Group] {
        gathered(members) { index in
            guard let section = collection.section(of: collection.pages[index]) else {
                return (collection.word("sectionPages"), nil)
            }
            return (collection.words(section.name), section.path)
        }
    }

    /// By first letter, as a dictionary does.
    func byLetter(_ members: [Int]) -> [BrowseList.Group] {
        gathered(members) { (Self.letter(of: collection.title(of: $0)), nil) }
    }

    /// Values by first letter when they are many, else all together.
    func panelsByLetter(_ groups: [FacetGroup]) -> [BrowseList.Panel] {
        guard groups.count > 40 else { return groups.isEmpty ? [] : [BrowseList.Panel(ways: groups.map(\.way))] }
        var panels: [BrowseList.Panel] = []
        for group in groups {
            let letter = Self.letter(of: group.label)
            if panels.last?.heading == letter {
                panels[panels.count - 1].ways.append(group.way)
            } else {
                panels.append(BrowseList.Panel(heading: letter, ways: [group.way]))
            }
        }
        return panels
    }

    /// The letter of the Vietnamese alphabet that `text` begins with, in upper case: "Ủy ban" → U, "đối thoại" → Đ;
    /// "#" for digits and signs.
    static func letter(of text: String) -> String {
        guard let first = text.first(where: { $0.isLetter || $0.isNumber }), first.isLetter else { return "#" }
        // Ă, Â, Ê, Ô, Ơ and Ư are letters of their own; tones are not.
        let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        var letter = String.UnicodeScalarView()
        for scalar in String(first).decomposedStringWithCanonicalMapping.unicodeScalars where !tones.contains(scalar) {
            letter.append(scalar)
        }
        return String(letter).precomposedStringWithCanonicalMapping.uppercased()
    }

    // MARK: Parts

    private func by(_ facet: Facet, _ members: [Int], rest: String) -> [BrowseList.Group] {
        let found = groups[facet] ?? []
        let grouped = Set(found.flatMap(\.pages))
        let left = members.filter { !grouped.contains($0) }
        return found.map { BrowseList.Group(label: $0.label, path: $0.path, members: $0.pages) }
            + (left.isEmpty ? [] : [BrowseList.Group(label: collection.word(rest), members: left)])
    }

    /// Groups in the order in which their first member stands.
    private func gathered(_ members: [Int], _ heading: (Int) -> (label: String, path: String?)) -> [BrowseList.Group] {
        var result: [BrowseList.Group] = []
        var known: [String: Int] = [:]
        for index in members {
            let (label, path) = heading(index)
            if let group = known[label] {
                result[group].members.append(index)
            } else {
                known[label] = result.count
                result.append(BrowseList.Group(label: label, path: path, members: [index]))
            }
        }
        return result
    }
}
