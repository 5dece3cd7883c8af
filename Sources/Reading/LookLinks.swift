import Content

extension Collection {
    /// Where a link of the menu or of the foot leads: an output path, or an address elsewhere; `nil` for nothing.
    package func url(of link: SiteLook.Link, among paths: Set<String>) -> (url: String, isElsewhere: Bool)? {
        let written = link.url.value
        guard let target = LinkTarget(written, from: "index.md") else {
            return LinkProblem.isDangerous(written) ? nil : (written, true)
        }
        let fragment = target.fragment.map { "#" + $0 } ?? ""
        if let address = target.address(among: addresses) { return (address + fragment, false) }
        let path = written.hasSuffix("/") ? written + "index.html" : written
        return paths.contains(path) ? (path, false) : nil
    }
}
