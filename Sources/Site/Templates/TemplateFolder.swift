import Diagnostics
import Foundation
import Markdown

/// The files of a template folder, as read: the edge for everything that shapes pages.
public struct TemplateFolder: Sendable {
    /// Path of the folder as the user gave it.
    public var path: String
    /// Mustache sources by name: `layouts/base`, `inline/citation`.
    public var templates: [String: String] = [:]
    /// Interface strings by language, then by key.
    public var strings: [String: [String: String]] = [:]
    /// Files under `assets/` as they are published, by path below that folder.
    public var assets: [String: [UInt8]] = [:]

    /// Where the template `name` lies, or would lie.
    func path(ofTemplate name: String) -> String { "\(path)/\(name).mustache" }

    /// The folder cannot be read at all.
    public struct Unreadable: Error {
        /// As the user gave it.
        public var path: String
    }

    /// Reads every `*.mustache`, `strings/*.yaml` and file of `assets/` below the folder.
    public static func read(_ path: String) throws(Unreadable) -> (TemplateFolder, [Diagnostic]) {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
            throw Unreadable(path: path)
        }
        var folder = TemplateFolder(path: path)
        var diagnostics: [Diagnostic] = []
        for name in names.sorted() where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let isTemplate = name.hasSuffix(".mustache")
            let isStrings = name.hasPrefix("strings/") && name.hasSuffix(".yaml")
            guard isTemplate || isStrings || name.hasPrefix("assets/") else { continue }
            let file = path + "/" + name
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
                // A folder is no data; a file that is none is a problem.
                if FileManager.default.fileExists(atPath: file + "/.") { continue }
                diagnostics.append(
                    Diagnostic(
                        id: "unreadable",
                        severity: .error,
                        location: SourceLocation(path: file),
                        message: Message(vi: "không đọc được tệp", en: "the file cannot be read")
                    )
                )
                continue
            }
            if name.hasPrefix("assets/") {
                folder.assets[String(name.dropFirst("assets/".count))] = AssetCompaction.compact(
                    Array(data), name: name)
            } else if isTemplate {
                folder.templates[String(name.dropLast(".mustache".count))] = String(decoding: data, as: UTF8.self)
            } else {
                let (value, problems) = YAMLReader.read(String(decoding: data, as: UTF8.self), path: file)
                let language = String(name.dropFirst("strings/".count).dropLast(".yaml".count))
                folder.strings[language] = InterfaceWords.read(value, path: file, &diagnostics)
                diagnostics += problems
            }
        }
        return (folder, diagnostics)
    }
}
