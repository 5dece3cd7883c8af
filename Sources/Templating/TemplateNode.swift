/// A piece of a compiled template.
indirect enum TemplateNode: Sendable {
    /// Bytes that go out as they are.
    case text([UInt8])
    /// `{{name}}`, or `{{{name}}}` when it is not escaped.
    case variable(TemplateName, escapes: Bool)
    /// `{{#name}}…{{/name}}`: once for a true value, for each element of a list.
    case section(TemplateName, [TemplateNode])
    /// `{{^name}}…{{/name}}`: once for a false value, an empty list or none.
    case inverted(TemplateName, [TemplateNode])
    /// `{{> name}}`.
    case partial(String)
    /// `{{<name}}…{{/name}}`: a template with some of its blocks filled.
    case parent(String, blocks: [String: [TemplateNode]])
    /// `{{$name}}…{{/name}}`: a place that a child may fill, with what stands there otherwise.
    case block(String, [TemplateNode])
}

/// What a tag asks for.
struct TemplateName: Sendable {
    /// The parts between dots; empty for `{{.}}`, the current item itself.
    var parts: [String]
    /// Whether only the current item is asked, as in `{{.name}}`, and not those around it.
    var isLocal: Bool

    init(_ text: Substring) {
        isLocal = text.first == "."
        parts = text.split(separator: ".").map(String.init)
    }
}
