import Diagnostics

/// A head that an author wrote without the line that opens it, or below an empty line: it would be shown as text.
package enum UnopenedHead {
    /// How many lines a head may have before it is taken for text.
    private static let longest = 60

    package static func problem(of file: SourceFile) -> Diagnostic? {
        let lines = file.bytes.prefix(20_000).split(separator: 0x0A, omittingEmptySubsequences: false).prefix(longest)
        var hasKey = false
        var fence: Int?
        for (index, bytes) in lines.enumerated() {
            let line = String(decoding: bytes, as: UTF8.self)
            if line.allSatisfy(\.isWhitespace) { continue }
            if line.trimmingFence == "---" {
                if hasKey { return report(file, opening: fence) }
                guard fence == nil else { return nil }
                fence = index + 1
            } else if isKey(line) {
                hasKey = true
            } else if !hasKey || !(line.hasPrefix(" ") || line.hasPrefix("- ") || line.hasPrefix("#")) {
                return nil
            }
        }
        return nil
    }

    private static func isKey(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":") else { return false }
        let rest = line[line.index(after: colon)...]
        return (rest.isEmpty || rest.hasPrefix(" ")) && ContentSchema.keys.contains { $0.name == line[..<colon] }
    }

    /// - Parameter opening: the line of the opening fence, where there is one below the first line.
    private static func report(_ file: SourceFile, opening: Int?) -> Diagnostic {
        Diagnostic(
            id: "unopened-front-matter",
            severity: .error,
            location: SourceLocation(path: file.displayPath, line: opening ?? 1),
            message: Message(
                vi: "phần đầu trang không mở bằng --- ở dòng thứ nhất, nên thành chữ của bài",
                en: "front matter is not opened by --- on the first line and would become text"),
            suggestion: opening == nil
                ? Message(vi: "thêm một dòng --- ở đầu tệp", en: "add a line --- at the top of the file")
                : Message(vi: "bỏ các dòng trống trước ---", en: "remove the empty lines before ---")
        )
    }
}

extension String {
    /// Without blanks at its end.
    fileprivate var trimmingFence: Substring {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
