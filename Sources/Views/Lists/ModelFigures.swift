import Content
import OfficialDocuments
import Reading
import Site

/// Models counted by field, by place and by year, as tables whose cells carry bars.
///
/// Registered and effective models stand in columns of their own and no row adds them up.
struct ModelFigures {
    let collection: Collection
    let browse: Browse

    /// Rows of a table: the largest. The folded lists above it lead to the others.
    private static let shown = 20

    /// A table a question; a question that no model answers has none.
    func figures(_ members: [Int]) -> [[String: Any]] {
        // What states a number of models as a whole is no model of its own.
        let members = members.filter { !collection.pages[$0].head.results.contains { $0.countsModels } }
        let stages = StageGroup.allCases.filter { stage in members.contains { self.stage(of: $0) == stage } }
        return [
            figure("theo-linh-vuc", "figureByField", members, stages) { page in
                page.head.field.map { ($0, browse.path(of: $0, by: .field)) }
            },
            figure("theo-noi", "figureByPlace", members, stages) { page in
                page.locality.map { (collection.placeName($0), browse.path(of: $0, by: .modelPlace)) }
            },
            figure("theo-nam", "figureByYear", members, stages, sortsByName: true) { page in
                page.head.modelYear.map { (String($0), browse.path(of: String($0), by: .modelYear)) }
            },
        ].compactMap(\.self)
    }

    private func stage(of index: Int) -> StageGroup { StageGroup(collection.pages[index].head.stage) }

    private struct Row {
        var label: String
        var path: String?
        var counts: [StageGroup: Int] = [:]
    }

    private func figure(
        _ id: String, _ heading: String, _ members: [Int], _ stages: [StageGroup], sortsByName: Bool = false,
        _ value: (Page) -> (label: String, path: String?)?
    ) -> [String: Any]? {
        var rows: [Row] = []
        var known: [String: Int] = [:]
        for index in members {
            guard let (label, path) = value(collection.pages[index]) else { continue }
            let row = known[label] ?? rows.count
            if row == rows.count { rows.append(Row(label: label, path: path)) }
            known[label] = row
            rows[row].counts[stage(of: index), default: 0] += 1
        }
        guard !rows.isEmpty else { return nil }
        func longest(_ row: Row) -> Int { row.counts.values.max() ?? 0 }
        let order = rows.indices.sorted { left, right in
            if sortsByName { return rows[left].label < rows[right].label }
            return (longest(rows[right]), left) < (longest(rows[left]), right)
        }
        let unit = max(1, rows.map(longest).max() ?? 1)
        return [
            "id": id, "heading": collection.word(heading),
            "columns": stages.map { ["label": collection.word("stage-" + $0.rawValue)] },
            "rows": order.prefix(Self.shown).map { number in
                let row = rows[number]
                return [
                    "label": row.label, "url": row.path ?? false as Any,
                    "cells": stages.map { stage in
                        let count = row.counts[stage] ?? 0
                        // Bars of one table share one scale: 100 units are its largest count.
                        return ["count": count, "width": count * 100 / unit, "stage": stage.rawValue] as [String: Any]
                    },
                ] as [String: Any]
            },
        ]
    }
}
