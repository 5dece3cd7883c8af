/// What a template can show: text, truth, lists and objects.
///
/// Contexts are written as dictionaries of plain Swift values; they are turned into this once a page, so that rendering looks at
/// tags and not at types.
public enum TemplateValue: Sendable {
    case text(String)
    /// Finished markup in UTF-8, never escaped.
    case markup([UInt8])
    case flag(Bool)
    case list([TemplateValue])
    case object([String: TemplateValue])

    /// The value of a String, Int, Bool, dictionary or array, or of an optional of these; `nil` for anything else.
    ///
    /// Types are compared before casting: a cast to the wrong type costs more than the page it is for.
    public init?(_ value: Any) {
        let type = type(of: value)
        if type == String.self, let text = value as? String {
            self = .text(text)
        } else if type == Bool.self, let flag = value as? Bool {
            self = .flag(flag)
        } else if type == Int.self, let number = value as? Int {
            self = .text(String(number))
        } else if type == [String: Any].self, let object = value as? [String: Any] {
            self = .object(Self.object(object))
        } else if type == [[String: Any]].self, let list = value as? [[String: Any]] {
            self = .list(list.map { .object(Self.object($0)) })
        } else if type == [String: String].self, let object = value as? [String: String] {
            self = .object(object.mapValues { .text($0) })
        } else if type == [[String: String]].self, let list = value as? [[String: String]] {
            self = .list(list.map { .object($0.mapValues { .text($0) }) })
        } else if type == [String].self, let list = value as? [String] {
            self = .list(list.map { .text($0) })
        } else if let known = value as? TemplateValue {
            self = known
        } else if let list = value as? [Any] {
            self = .list(list.compactMap(TemplateValue.init))
        } else if let object = value as? [String: Any] {
            self = .object(Self.object(object))
        } else if let text = value as? String {
            self = .text(text)
        } else if let flag = value as? Bool {
            self = .flag(flag)
        } else if let number = value as? Int {
            self = .text(String(number))
        } else {
            return nil
        }
    }

    /// A context of plain Swift values.
    public static func object(_ context: [String: Any]) -> [String: TemplateValue] {
        context.compactMapValues(TemplateValue.init)
    }
}
