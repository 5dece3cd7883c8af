import Diagnostics
import Yams

/// A YAML value with the place it stands at.
///
/// Scalars stay text: what a number or a date is, is for the schema to say.
public struct YAMLValue: Sendable, Hashable {
    /// The three shapes of YAML.
    public enum Content: Sendable, Hashable {
        case scalar(String)
        case sequence([YAMLValue])
        case mapping([Entry])
    }

    /// A key of a mapping with its value.
    public struct Entry: Sendable, Hashable {
        /// The key as text; empty when it is no scalar.
        public var key: String
        /// Where the key stands.
        public var keyLocation: SourceLocation
        /// What the key is set to.
        public var value: YAMLValue
    }

    /// The value itself.
    public var content: Content
    /// Where the value starts.
    public var location: SourceLocation

    /// The text of a scalar.
    public var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The entries of a mapping.
    public var mapping: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The elements of a sequence; a scalar or mapping stands for a sequence of one, an empty scalar for none.
    public var elements: [YAMLValue] {
        switch content {
        case .sequence(let values): values
        case .scalar(let text): text.isEmpty ? [] : [self]
        case .mapping: [self]
        }
    }
}

/// Reads YAML documents.
public enum YAMLReader {
    /// Nodes a document may have once its aliases are followed; more is an attack or an accident.
    private static let nodeLimit = 100_000

    /// Reads one YAML document.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - path: the file it stands in, for locations.
    ///   - firstLine: the line of the file on which `text` starts, from 1.
    /// - Returns: the value (`nil` for an empty document) and the problems found. Never throws on content.
    public static func read(_ text: String, path: String, firstLine: Int = 1) -> (YAMLValue?, [Diagnostic]) {
        func location(_ mark: Yams.Mark?) -> SourceLocation {
            SourceLocation(
                path: path, line: firstLine + max((mark?.line ?? 1) - 1, 0), column: max(mark?.column ?? 1, 1))
        }
        func problem(_ location: SourceLocation, vi: String, en: String) -> Diagnostic {
            Diagnostic(id: "broken-yaml", severity: .error, location: location, message: Message(vi: vi, en: en))
        }
        if let line = YAMLNesting.firstLineTooDeep(text) {
            let place = SourceLocation(path: path, line: firstLine + line)
            return (
                nil,
                [
                    problem(
                        place, vi: "YAML lồng quá \(YAMLNesting.limit) tầng",
                        en: "YAML nests deeper than \(YAMLNesting.limit) levels"
                    )
                ]
            )
        }
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else { return (nil, []) }
            var budget = nodeLimit
            guard let value = convert(node, location: location, budget: &budget) else {
                return (
                    nil,
                    [
                        problem(
                            location(node.mark), vi: "YAML quá lớn khi mở các bí danh",
                            en: "YAML grows too large when its aliases are followed")
                    ]
                )
            }
            return (value, [])
        } catch let error as YamlError {
            switch error {
            case .scanner(let context, let reason, let mark, _), .parser(let context, let reason, let mark, _),
                .composer(let context, let reason, let mark, _):
                if let tab = tab(in: text, from: context?.mark.line ?? mark.line, to: mark.line) {
                    let place = SourceLocation(path: path, line: firstLine + tab.line - 1, column: tab.column)
                    return (nil, [tabProblem(place)])
                }
                // What was being read started at the context's mark; the reader gives up at the other, often far behind.
                let place = location(context?.mark ?? mark)
                let detail = [context?.text, reason].compactMap(\.self).joined(separator: ", ")
                return (nil, [problem(place, vi: "YAML viết sai: \(vietnamese(reason))", en: "broken YAML: \(detail)")])
            case .duplicatedKeysInMapping(let duplicates, let context):
                let keys = duplicates.sorted().joined(separator: ", ")
                return (
                    nil,
                    [problem(location(context.mark), vi: "khóa viết hai lần: \(keys)", en: "key given twice: \(keys)")]
                )
            default:
                return (nil, [problem(location(nil), vi: "YAML viết sai: \(error)", en: "broken YAML: \(error)")])
            }
        } catch {
            return (nil, [problem(location(nil), vi: "YAML viết sai: \(error)", en: "broken YAML: \(error)")])
        }
    }

    /// The first tab that indents a line, of the lines (from 1) between two that the library names, else of all.
    private static func tab(in text: String, from first: Int, to last: Int) -> (line: Int, column: Int)? {
        var found: (line: Int, column: Int)?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let blank = line.prefix { $0 == " " || $0 == "\t" }
            guard let tab = blank.firstIndex(of: "\t"), blank.count < line.count else { continue }
            let place = (line: index + 1, column: line.distance(from: line.startIndex, to: tab) + 1)
            if (min(first, last) - 1...max(first, last) + 1).contains(place.line) { return place }
            found = found ?? place
        }
        return found
    }

    private static func tabProblem(_ place: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "broken-yaml",
            severity: .error,
            location: place,
            message: Message(
                vi: "YAML viết sai: dòng thụt vào bằng dấu tab", en: "broken YAML: a line is indented by a tab"),
            suggestion: Message(vi: "thay dấu tab bằng hai dấu cách", en: "put two spaces in the place of the tab")
        )
    }

    /// The library's reasons that editors meet, in Vietnamese; others stay as they are.
    private static func vietnamese(_ reason: String) -> String {
        switch reason {
        case "found unexpected end of stream": "mở ngoặc kép mà không đóng"
        case "mapping values are not allowed in this context": "giá trị có dấu hai chấm phải đặt trong ngoặc kép"
        case "found character that cannot start any token":
            "có ký tự không được đứng đầu giá trị (như tab, @, `, %); đặt giá trị trong ngoặc kép"
        case "could not find expected ':'": "thiếu dấu hai chấm sau tên khóa"
        case "did not find expected key": "thụt lề lệch, hoặc thiếu tên khóa"
        case "did not find expected ',' or ']'": "danh sách mở bằng [ mà không đóng"
        case "did not find expected ',' or '}'": "nhóm mở bằng { mà không đóng"
        case "did not find expected '-' indicator": "thụt lề của danh sách lệch"
        default: reason
        }
    }

    private static func convert(_ node: Node, location: (Yams.Mark?) -> SourceLocation, budget: inout Int) -> YAMLValue?
    {
        budget -= 1
        guard budget > 0 else { return nil }
        let place = location(node.mark)
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["~", "null", ""].contains(scalar.string)
            return YAMLValue(content: .scalar(isNull ? "" : scalar.string), location: place)
        case .sequence(let sequence):
            var values: [YAMLValue] = []
            for element in sequence {
                guard let value = convert(element, location: location, budget: &budget) else { return nil }
                values.append(value)
            }
            return YAMLValue(content: .sequence(values), location: place)
        case .mapping(let mapping):
            var entries: [YAMLValue.Entry] = []
            for (key, element) in mapping {
                guard let value = convert(element, location: location, budget: &budget) else { return nil }
                let keyText = key.string ?? ""
                entries.append(YAMLValue.Entry(key: keyText, keyLocation: location(key.mark), value: value))
            }
            return YAMLValue(content: .mapping(entries), location: place)
        case .alias:
            return YAMLValue(content: .scalar(""), location: place)
        }
    }
}
