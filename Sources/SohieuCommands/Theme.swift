import Diagnostics
import Digests
import Foundation

/// A site's own template files over the defaults of the program.
struct Theme {
    /// Whose a file is.
    enum State {
        case original, overridden, added
        /// The site's own, copied from a default that a newer version of the program has changed.
        case outdated

        func text(in language: Language) -> String {
            let message =
                switch self {
                case .original: Message(vi: "mặc định", en: "default")
                case .overridden: Message(vi: "riêng", en: "own")
                case .added: Message(vi: "thêm", en: "added")
                case .outdated: Message(vi: "riêng, mặc định đã đổi", en: "own, default has changed")
                }
            return message.text(in: language)
        }
    }

    private let own: String
    private let defaults: String
    private let ownNames: Set<String>
    private let defaultNames: Set<String>
    /// Digests of the defaults at the time they were copied, by name.
    private let copied: [String: String]

    /// Remembers what was copied, as `sha256sum` writes it.
    private static let recordName = ".copied-defaults"

    init(own: String, defaults: String) {
        self.own = own
        self.defaults = defaults
        defaultNames = Self.names(below: defaults)
        let isSame =
            URL(fileURLWithPath: own).resolvingSymlinksInPath()
            == URL(fileURLWithPath: defaults).resolvingSymlinksInPath()
        ownNames = isSame ? [] : Self.names(below: own)
        let record = FileManager.default.contents(atPath: own + "/" + Self.recordName) ?? Data()
        let lines = String(decoding: record, as: UTF8.self).split(separator: "\n")
        copied = Dictionary(lines.map { (String($0.dropFirst(66)), String($0.prefix(64))) }) { $1 }
    }

    /// Every file, sorted.
    var names: [String] { defaultNames.union(ownNames).sorted() }

    /// The files that take the place of a default, sorted.
    var overridden: [String] { ownNames.intersection(defaultNames).sorted() }

    func state(of name: String) -> State {
        guard ownNames.contains(name) else { return .original }
        guard defaultNames.contains(name) else { return .added }
        if let then = copied[name], then != digest(ofDefault: name) { return .outdated }
        return .overridden
    }

    /// Copies a default into the site's own folder; the path of the copy.
    func copy(_ name: String) throws(Failure) -> String {
        guard defaultNames.contains(name) else {
            let closest = Spelling.closest(to: name, among: defaultNames.sorted())
            throw Failure(
                vi: "không có khuôn mẫu \(name)" + (closest.map { "; có phải là \($0)?" } ?? ""),
                en: "there is no template \(name)" + (closest.map { "; did you mean \($0)?" } ?? ""))
        }
        let path = own + "/" + name
        do {
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let data = try Data(contentsOf: URL(fileURLWithPath: defaults + "/" + name))
            try data.write(to: url, options: .withoutOverwriting)
            // Another copy of the same run may have written the record since.
            let record = own + "/" + Self.recordName
            let before = FileManager.default.contents(atPath: record).map { String(decoding: $0, as: UTF8.self) } ?? ""
            let kept = before.split(separator: "\n").filter { $0.dropFirst(66) != name }
            let line = "\(digest(ofDefault: name) ?? "")  \(name)"
            let text = (kept.map(String.init) + [line]).sorted().joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: URL(fileURLWithPath: record))
        } catch {
            throw Failure(
                vi: "không chép được vào \(path): đã có, hoặc không ghi được",
                en: "\(path) exists already or cannot be written")
        }
        return path
    }

    /// What is different between the default and the site's own file, as `diff -u` writes it; empty where nothing is.
    func difference(of name: String) throws(Failure) -> String {
        guard ownNames.contains(name), defaultNames.contains(name) else {
            throw Failure(vi: "\(name) không phải là tệp riêng", en: "\(name) is no file of the site's own")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/diff")
        process.arguments = [
            "-u", "--label", "a/\(name)", "--label", "b/\(name)", defaults + "/" + name, own + "/" + name,
        ]
        let output = Pipe()
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw Failure(vi: "không chạy được lệnh diff", en: "the command diff cannot be run")
        }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private func digest(ofDefault name: String) -> String? {
        FileManager.default.contents(atPath: defaults + "/" + name).map { data in
            var hash = SHA256()
            hash.update(Array(data).span)
            return hash.finish().description
        }
    }

    private static func names(below folder: String) -> Set<String> {
        let files = FileManager.default
        let names = (try? files.subpathsOfDirectory(atPath: folder)) ?? []
        return Set(
            names.filter { name in
                !name.split(separator: "/").contains { $0.hasPrefix(".") } && name != "README.md"
                    && !files.fileExists(atPath: folder + "/" + name + "/.")
            })
    }
}
