/// A piece of a page: an element or a text.
indirect enum HTMLNode: Sendable {
    case element(HTMLElement)
    case text(String)
    case comment(String)
}

/// An element of a page with what it holds.
struct HTMLElement: Sendable {
    /// In lower case.
    var name: String
    /// By their names in lower case.
    var attributes: [String: String] = [:]
    var children: [HTMLNode] = []

    /// The elements among its children.
    var elements: [HTMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Every element below it and itself, in the order they begin.
    var descendants: [HTMLElement] { [self] + elements.flatMap(\.descendants) }

    /// All text below it.
    var text: String {
        children.map { child in
            switch child {
            case .text(let text): text
            case .element(let element): ["script", "style"].contains(element.name) ? "" : element.text
            case .comment: ""
            }
        }.joined()
    }

    /// The first element below it that `fits`.
    func first(where fits: (HTMLElement) -> Bool) -> HTMLElement? {
        if fits(self) { return self }
        for element in elements {
            if let found = element.first(where: fits) { return found }
        }
        return nil
    }
}
