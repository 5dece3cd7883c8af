import Content
import OfficialDocuments
import Reading
import Site
import VietnameseText

/// The provinces that stand today as squares in their rough position, and the table that says the same.
struct TileMap {
    let collection: Collection
    let browse: Browse

    /// Column and row of each province since 1 July 2025, west to east and north to south; no coastline is meant.
    private static let tiles: [(row: Int, provinces: [(column: Int, id: Locality.ID)])] = [
        (1, [(2, "lai-chau"), (3, "lao-cai"), (4, "tuyen-quang"), (5, "cao-bang")]),
        (2, [(1, "dien-bien"), (2, "son-la"), (3, "phu-tho"), (4, "thai-nguyen"), (5, "lang-son")]),
        (3, [(3, "ha-noi"), (4, "bac-ninh"), (5, "quang-ninh")]),
        (4, [(3, "ninh-binh"), (4, "hung-yen"), (5, "hai-phong")]),
        (5, [(3, "thanh-hoa")]), (6, [(3, "nghe-an")]), (7, [(4, "ha-tinh")]), (8, [(4, "quang-tri")]),
        (9, [(5, "hue")]), (10, [(5, "da-nang")]), (11, [(5, "quang-ngai")]), (12, [(5, "gia-lai")]),
        (13, [(5, "dak-lak")]), (14, [(3, "dong-nai"), (4, "lam-dong"), (5, "khanh-hoa")]),
        (15, [(2, "tay-ninh"), (3, "ho-chi-minh")]), (16, [(1, "an-giang"), (2, "dong-thap"), (3, "vinh-long")]),
        (17, [(1, "ca-mau"), (2, "can-tho")]),
    ]

    /// The ids of the provinces on the map.
    static var provinces: [Locality.ID] { tiles.flatMap { $0.provinces.map(\.id) } }

    /// The kinds of page that name a place.
    private static let kinds = PageKind.allCases.filter { ContentSchema.key("locality", of: $0) != nil }
        .sorted { $0.traits.rank < $1.traits.rank }

    /// `tiles` and `rows` for the template; a province of which no page tells has no address.
    ///
    /// - Parameter panels: The provinces that occur with the places in them, by output path (`PlacePanels.byProvince`).
    func context(_ panels: [BrowseList.Panel]) -> [String: Any] {
        let below = Dictionary(panels.map { ($0.path ?? "", $0.ways) }) { first, _ in first }
        let provinces = Self.provinces.filter { collection.localities[$0] != nil }
        let order = provinces.map { (Collation.key(collection.placeName($0)), $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
        return [
            "tiles": Self.tiles.flatMap { row, provinces in
                provinces.map { column, id in entry(id).merging(["column": column, "row": row]) { $1 } }
            },
            "columns": Self.kinds.compactMap(BrowseSection.of).map { ["label": collection.words($0.name)] },
            "rows": order.map { id in
                let pages = browse.pages(with: id, by: .locality)
                let ways = below[browse.path(of: id, by: .locality) ?? ""] ?? []
                return entry(id).merging([
                    "cells": Self.kinds.map { kind in
                        let count = pages.count { collection.pages[$0].kind == kind }
                        let label = BrowseSection.of(kind).map { collection.words($0.name) } ?? ""
                        return ["count": count > 0 ? count as Any : false, "label": label]
                    },
                    "hasPlaces": !ways.isEmpty,
                    "places": ways.map { ["label": $0.label, "url": $0.path.isEmpty ? false as Any : $0.path] },
                ]) { $1 }
            },
        ]
    }

    private func entry(_ id: Locality.ID) -> [String: Any] {
        [
            "name": collection.localities[id]?.name ?? id, "url": browse.path(of: id, by: .locality) ?? false as Any,
            "count": browse.pages(with: id, by: .locality).count,
        ]
    }
}
