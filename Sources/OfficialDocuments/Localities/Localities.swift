import Diagnostics

/// The gazetteer: every place the site knows, what it lies in, and what became of it.
///
/// Provinces are built in ("Nghị quyết 202/2025/QH15" for the 34 since 1 July 2025); a site adds districts and communes.
/// A document of Bắc Kạn stays a document of Bắc Kạn, and a reader in Thái Nguyên still finds it: see `covers(_:_:)`.
public struct Localities: Sendable {
    /// What a word for a place leads to.
    public enum Lookup: Hashable, Sendable {
        case found(Locality.ID)
        /// Several places go by the name; sorted.
        case ambiguous([Locality.ID])
        case unknown
    }

    /// Every place, sorted by id.
    public let all: [Locality]
    /// Problems with the entries a site added: `duplicate-locality`, `unknown-locality`, `locality-cycle`.
    public let diagnostics: [Diagnostic]
    private let byID: [Locality.ID: Int]
    /// Folded name → indices into `all`, in order.
    private let byName: [String: [Int]]
    /// The number of words in the longest name.
    let longestName: Int

    /// The built-in provinces and `entries`. An entry with the id of a province takes its place.
    public init(adding entries: [Locality] = []) {
        let gathering = LocalityGathering(builtIn: LocalityTable.provinces, added: entries)
        all = gathering.places
        diagnostics = gathering.diagnostics
        var byID: [Locality.ID: Int] = [:]
        var byName: [String: [Int]] = [:]
        var longestName = 0
        for (index, place) in all.enumerated() {
            byID[place.id] = index
            for name in [place.name] + place.otherNames {
                let words = PhraseWord.words(of: name)
                longestName = max(longestName, words.count)
                let key = Self.key(words[...])
                if byName[key]?.last != index { byName[key, default: []].append(index) }
            }
        }
        self.byID = byID
        self.byName = byName
        self.longestName = longestName
    }

    /// The place with `id`.
    public subscript(id: Locality.ID) -> Locality? { byID[id].map { all[$0] } }

    /// The place an author means by `text`: an id ("lam-dong"), a name ("Lâm Đồng") or a name with the word for its
    /// kind ("thị xã Phước Long"). Case and marks do not matter unless two places differ only in them.
    public func lookup(_ text: String) -> Lookup {
        if byID[text] != nil { return .found(text) }
        let words = PhraseWord.words(of: text)
        var candidates = places(named: words[...])
        if candidates.isEmpty, let (unit, count) = AdministrativeUnit.read(words, at: 0), words.count > count {
            candidates = places(named: words[count...]).filter { $0.goes(by: unit) }
        }
        if candidates.isEmpty { return .unknown }
        return candidates.count == 1 ? .found(candidates[0].id) : .ambiguous(candidates.map(\.id))
    }

    /// What `id` lies in, from near to far.
    public func ancestors(of id: Locality.ID) -> [Locality.ID] { chain(from: id, along: \.parent) }

    /// What `id` became part of, and what that became part of, in order.
    public func successors(of id: Locality.ID) -> [Locality.ID] { chain(from: id, along: \.successor) }

    /// Whether `inner` is `outer`, lies in it, or became part of it, through any number of such steps.
    public func covers(_ outer: Locality.ID, _ inner: Locality.ID) -> Bool { coverers(of: inner).contains(outer) }

    /// Every place that covers `id`, itself first: what it lies in, what it became part of, and what those did.
    public func coverers(of id: Locality.ID) -> [Locality.ID] {
        var found = [id]
        var seen: Set = [id]
        var next = 0
        while next < found.count {
            if let place = self[found[next]] {
                for step in [place.parent, place.successor] {
                    if let step, seen.insert(step).inserted { found.append(step) }
                }
            }
            next += 1
        }
        return found
    }

    /// Places whose name is `words`, sorted by id; where some have the very spelling, marks and all, only these.
    func places(named words: ArraySlice<PhraseWord>) -> [Locality] {
        let found = (byName[Self.key(words)] ?? []).map { all[$0] }
        guard found.count > 1 else { return found }
        let exact = found.filter { place in
            ([place.name] + place.otherNames).contains { PhraseWord.words(of: $0).map(\.exact) == words.map(\.exact) }
        }
        return exact.isEmpty ? found : exact
    }

    private func chain(from id: Locality.ID, along step: KeyPath<Locality, Locality.ID?>) -> [Locality.ID] {
        var found: [Locality.ID] = []
        var seen: Set = [id]
        var current = self[id]?[keyPath: step]
        while let here = current, seen.insert(here).inserted {
            found.append(here)
            current = self[here]?[keyPath: step]
        }
        return found
    }

    /// Folded words joined by a space; a last y after a consonant is i (Na Rỳ is Na Rì, Mỹ is Mĩ).
    private static func key(_ words: ArraySlice<PhraseWord>) -> String {
        words.map { word in
            let letters = Array(word.folded.utf8)
            guard letters.count > 1, letters.last == UInt8(ascii: "y") else { return word.folded }
            return "aeiouy".utf8.contains(letters[letters.count - 2]) ? word.folded : "\(word.folded.dropLast())i"
        }.joined(separator: " ")
    }
}
