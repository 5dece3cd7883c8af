import Diagnostics

/// The YAML head of a page and where its text begins.
public struct FrontMatter: Sendable {
    /// The entries of the head in the order written; empty for a page without front matter.
    public var entries: [YAMLValue.Entry]
    /// Whether the page has a head at all, even an empty one.
    public var isPresent: Bool
    /// UTF-8 offset in the file at which the Markdown text starts.
    public var bodyOffset: Int

    /// Splits a file into head and text and reads the head.
    ///
    /// The head starts on the first line with `---` and ends with a line `---` or `...`. A head that is broken gives
    /// diagnostics and no entries, and the text after it is kept.
    ///
    /// - Parameter bytes: the file, UTF-8 without byte order mark, lines ended by LF.
    public static func read(_ bytes: [UInt8], path: String) -> (FrontMatter, [Diagnostic]) {
        guard isFence(bytes, line: lineRange(bytes, from: 0), closing: false) else {
            return (FrontMatter(entries: [], isPresent: false, bodyOffset: 0), [])
        }
        let headStart = lineRange(bytes, from: 0).upperBound
        var start = headStart
        while start < bytes.count {
            let line = lineRange(bytes, from: start)
            if isFence(bytes, line: line, closing: true) {
                let yaml = String(decoding: bytes[headStart..<start], as: UTF8.self)
                let (value, problems) = YAMLReader.read(yaml, path: path, firstLine: 2)
                return entries(of: value, bodyOffset: line.upperBound, problems: problems)
            }
            start = line.upperBound
        }
        let problem = Diagnostic(
            id: "unclosed-front-matter",
            severity: .error,
            location: SourceLocation(path: path),
            message: Message(
                vi: "phần đầu trang mở bằng --- nhưng không đóng", en: "front matter is opened by --- but never closed"),
            suggestion: Message(vi: "thêm một dòng --- sau khóa cuối cùng", en: "add a line --- after the last key")
        )
        return (FrontMatter(entries: [], isPresent: true, bodyOffset: headStart), [problem])
    }

    private static func entries(
        of value: YAMLValue?,
        bodyOffset: Int,
        problems: [Diagnostic]
    ) -> (FrontMatter, [Diagnostic]) {
        var problems = problems
        if let value, value.mapping == nil {
            problems.append(
                Diagnostic(
                    id: "broken-yaml",
                    severity: .error,
                    location: value.location,
                    message: Message(
                        vi: "phần đầu trang phải gồm các dòng khóa: giá trị",
                        en: "front matter must be lines of key: value"),
                    suggestion: Message(vi: "viết title: Tên trang", en: "write title: Name of the page")
                )
            )
        }
        return (FrontMatter(entries: value?.mapping ?? [], isPresent: true, bodyOffset: bodyOffset), problems)
    }

    /// The line that starts at `start`, its line feed included.
    private static func lineRange(_ bytes: [UInt8], from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count {
            end += 1
            if bytes[end - 1] == UInt8(ascii: "\n") { break }
        }
        return start..<end
    }

    /// Whether a line is `---` (or, to close, `...`) and nothing but blanks behind it.
    private static func isFence(_ bytes: [UInt8], line: Range<Int>, closing: Bool) -> Bool {
        guard line.count >= 3 else { return false }
        let mark = bytes[line.lowerBound]
        guard mark == UInt8(ascii: "-") || (closing && mark == UInt8(ascii: ".")) else { return false }
        for index in line {
            let byte = bytes[index]
            if index < line.lowerBound + 3 {
                if byte != mark { return false }
            } else if byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n") {
                return false
            }
        }
        return true
    }
}
