import Diagnostics

/// Built-in and added places put together, with the problems found on the way.
struct LocalityGathering {
    /// Sorted by id, one for each id.
    private(set) var places: [Locality]
    private(set) var diagnostics: [Diagnostic] = []

    init(builtIn: [Locality], added: [Locality]) {
        var byID: [Locality.ID: Locality] = [:]
        for place in builtIn { byID[place.id] = place }
        var stated: [Locality.ID: Locality] = [:]
        for place in added.sorted(by: Self.precedes) {
            if let first = stated[place.id] {
                diagnostics.append(Self.duplicate(place, first: first))
            } else {
                stated[place.id] = place
                byID[place.id] = place
            }
        }
        places = byID.values.sorted { $0.id < $1.id }
        let steps = byID.mapValues { place in [place.parent, place.successor].compactMap(\.self) }
        let circling = Set(Circles.find(steps).joined())
        for place in places where place.location != nil {
            for step in [place.parent, place.successor] {
                guard let step, byID[step] == nil else { continue }
                diagnostics.append(Self.unknown(step, in: place))
            }
            if circling.contains(place.id) { diagnostics.append(Self.cycle(place)) }
        }
        diagnostics.sort()
    }

    private static func precedes(_ left: Locality, _ right: Locality) -> Bool {
        guard let mine = left.location, let theirs = right.location, mine != theirs else {
            return (left.id, left.fullName) < (right.id, right.fullName)
        }
        return mine < theirs
    }

    private static func place(_ locality: Locality) -> SourceLocation {
        locality.location ?? SourceLocation(path: "localities.yaml")
    }

    private static func duplicate(_ locality: Locality, first: Locality) -> Diagnostic {
        Diagnostic(
            id: "duplicate-locality",
            severity: .error,
            location: place(locality),
            message: Message(
                vi: "địa phương “\(locality.id)” đã được khai báo",
                en: "the locality “\(locality.id)” is already declared"
            ),
            suggestion: Message(vi: "Bỏ một mục, hoặc đặt id khác", en: "Remove one entry, or give it another id"),
            related: first.location.map { [$0] } ?? []
        )
    }

    private static func unknown(_ id: Locality.ID, in locality: Locality) -> Diagnostic {
        Diagnostic(
            id: "unknown-locality",
            severity: .error,
            location: place(locality),
            message: Message(
                vi: "“\(locality.id)” nhắc tới địa phương chưa khai báo “\(id)”",
                en: "“\(locality.id)” names the locality “\(id)”, which is not declared"
            ),
            suggestion: Message(
                vi: "Khai báo “\(id)” trong localities.yaml",
                en: "Declare “\(id)” in localities.yaml"
            )
        )
    }

    private static func cycle(_ locality: Locality) -> Diagnostic {
        Diagnostic(
            id: "locality-cycle",
            severity: .error,
            location: place(locality),
            message: Message(
                vi: "địa phương “\(locality.id)” nằm trong hoặc nhập vào chính nó",
                en: "the locality “\(locality.id)” lies in, or became part of, itself"
            ),
            suggestion: Message(vi: "Sửa parent hoặc successor", en: "Correct parent or successor")
        )
    }
}
