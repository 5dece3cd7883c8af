import Content
import VietnameseText

/// Gives lists their addresses, none of which another page or file has.
struct ListPaths {
    /// Letters of a list's name in its address: a value may be a whole paragraph.
    private static let longestName = 100

    /// Output paths that are taken, in lower case, as FAT32 and NTFS see them.
    private var taken: Set<String>
    /// Pages of the collection that may stand above a list with their address: output path → index of the page.
    private var introductions: [String: Int]

    init(taken: some Sequence<String>, introductions: [String: Int]) {
        self.taken = Set(taken.map { $0.lowercased() })
        self.introductions = introductions
    }

    /// The address of a list that would like to be at `path`, and the page of the collection that introduces it.
    mutating func claim(list path: String) -> (path: String, introduction: Int?) {
        if let introduction = introductions.removeValue(forKey: path) { return (path, introduction) }
        return (claim(path), nil)
    }

    /// Takes `path` itself; false when it is taken.
    mutating func take(_ path: String) -> Bool { taken.insert(path.lowercased()).inserted }

    /// `path`, or with `-2`, `-3` … at the end of its name when it is taken.
    mutating func claim(_ path: String) -> String {
        let dot = path.lastIndex(of: ".") ?? path.endIndex
        var candidate = path
        var count = 1
        while !taken.insert(candidate.lowercased()).inserted {
            count += 1
            candidate = "\(path[..<dot])-\(count)\(path[dot...])"
        }
        return candidate
    }

    /// The address of a list named `label` in `folder`.
    mutating func claim(_ label: String, in folder: String) -> (path: String, introduction: Int?) {
        let slug = String(Slug.make(label).prefix(Self.longestName))
        // index.html is the folder's own page.
        return claim(list: "\(folder)/\(slug.isEmpty || slug == "index" ? "muc" : slug).html")
    }

    /// The address of page `number` of a list: `trang-2.html` beside `index.html`, else `chi-thi-trang-2.html`.
    mutating func claim(page number: Int, of path: String) -> String {
        number > 1 ? claim(Permalink.page(number, of: path)) : path
    }
}
