import Content
import OfficialDocuments
import Reading
import Site
import VietnameseText

/// Lessons of all places side by side: a row a theme, a column a place, in each cell what the place says of the theme.
struct LessonMatrix {
    let collection: Collection

    /// `columns` and `rows`, whose cells are in the order of the columns; a place that says nothing of a theme has an
    /// empty one.
    func context(_ groups: [BrowseList.Group]) -> [String: Any] {
        let places = groups.flatMap(\.members).map { collection.pages[$0].locality ?? "" }.uniqued
            .map { id -> (id: String, label: String, key: [UInt8]) in
                // Lessons without a place stand last.
                let label = id.isEmpty ? collection.word("noPlace") : collection.placeName(id).capitalisedFirst
                let name = id.isEmpty ? [UInt8.max] : Collation.key(collection.localities[id]?.name ?? label)
                return (id, label, name)
            }
            .sorted { $0.key == $1.key ? $0.id < $1.id : $0.key.lexicographicallyPrecedes($1.key) }
        return [
            "columns": places.map { ["id": $0.id, "label": $0.label] },
            "rows": groups.map { group in
                [
                    "heading": group.label ?? "", "url": group.path ?? false as Any,
                    "cells": places.map { place in
                        let lessons = group.members.filter { (collection.pages[$0].locality ?? "") == place.id }
                        return [
                            "place": place.label, "isEmpty": lessons.isEmpty, "lessons": lessons.map(lesson),
                        ] as [String: Any]
                    },
                ] as [String: Any]
            },
        ]
    }

    private func lesson(_ index: Int) -> [String: Any] {
        let page = collection.pages[index]
        return [
            "url": page.url, "label": collection.title(of: index),
            "sentence": page.head.summary ?? collection.bodies[index].opening,
        ]
    }
}
