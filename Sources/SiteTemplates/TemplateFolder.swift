import Content
import Diagnostics
import Disk
import Foundation
import Markdown

/// The files of a template folder, as read: the edge for everything that shapes pages.
public struct TemplateFolder: Sendable {
    /// Path of the site's own folder as the user gave it; of the defaults where the site has none.
    public var path: String
    /// Where each template was read, by name.
    private var origins: [String: String] = [:]
    /// Mustache sources by name: `layouts/base`, `inline/citation`.
    public var templates: [String: String] = [:]
    /// Interface strings by language, then by key.
    public var strings: [String: [String: String]] = [:]
    /// Files under `assets/` as they are published, by path below that folder.
    public var assets: [String: [UInt8]] = [:]

    /// Where the template `name` lies, or would lie.
    func path(ofTemplate name: String) -> String { origins[name] ?? "\(path)/\(name).mustache" }

    /// The folder cannot be read at all.
    public struct Unreadable: Error {
        /// As the user gave it.
        public var path: String
    }

    /// A folder without files.
    private init(path: String) {
        self.path = path
    }

    /// Reads a site's own templates over the defaults: a file takes the place of the default of its name, a word of
    /// the interface that of its key.
    ///
    /// - Parameters:
    ///   - path: the site's own folder; `nil` when it has none.
    ///   - defaults: the folder that comes with the program; `nil` when it did not come along.
    public static func read(_ path: String?, over defaults: String? = nil) throws(Unreadable) -> (
        TemplateFolder, [Diagnostic]
    ) {
        var folder = TemplateFolder(path: path ?? defaults ?? "site-templates")
        var diagnostics: [Diagnostic] = []
        // In the checkout of the program the two are one.
        func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
        if let defaults, path.map(real) != real(defaults) { try folder.add(defaults, &diagnostics) }
        if let path { try folder.add(path, &diagnostics) }
        if path == nil, defaults == nil { throw Unreadable(path: folder.path) }
        return (folder, diagnostics)
    }

    /// Reads every `*.mustache`, `strings/*.yaml` and file of `assets/` below the folder at `path`.
    private mutating func add(_ path: String, _ diagnostics: inout [Diagnostic]) throws(Unreadable) {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path),
            let root = try? SystemCalls.realPath(path)
        else {
            throw Unreadable(path: path)
        }
        for name in names.sorted() where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            let isTemplate = name.hasSuffix(".mustache")
            let isStrings = name.hasPrefix("strings/") && name.hasSuffix(".yaml")
            guard isTemplate || isStrings || name.hasPrefix("assets/") else { continue }
            let file = path + "/" + name
            // As in the content: a link that leads out would publish any file of the machine.
            if let real = try? SystemCalls.realPath(file), !real.hasPrefix(root == "/" ? "/" : root + "/") {
                diagnostics.append(InputFault.outside(real).diagnostic(file))
                continue
            }
            let data: [UInt8]
            switch SystemCalls.kind(of: file) {
            case .folder: continue
            case .file:
                do throws(POSIXError) {
                    data = try SystemCalls.contents(of: file)
                } catch {
                    diagnostics.append(InputFault.unreadable(error).diagnostic(file))
                    continue
                }
            case nil, .link:
                diagnostics.append(InputFault.dangling.diagnostic(file))
                continue
            case .some(let kind):
                // Reading it would wait for its other end.
                diagnostics.append(InputFault.special(kind).diagnostic(file))
                continue
            }
            if name.hasPrefix("assets/") {
                assets[String(name.dropFirst("assets/".count))] = AssetCompaction.compact(data, name: name)
            } else if isTemplate {
                let template = String(name.dropLast(".mustache".count))
                templates[template] = String(decoding: data, as: UTF8.self)
                origins[template] = file
            } else {
                let (value, problems) = YAMLReader.read(String(decoding: data, as: UTF8.self), path: file)
                let language = String(name.dropFirst("strings/".count).dropLast(".yaml".count))
                if let words = InterfaceWords.read(value, path: file, &diagnostics) {
                    strings[language, default: [:]].merge(words) { $1 }
                }
                diagnostics += problems
            }
        }
    }
}
