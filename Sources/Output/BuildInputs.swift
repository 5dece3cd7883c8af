import Content
import Diagnostics
import Digests
import Disk
import Reading
import SiteTemplates

/// Everything that a build is made from: the files of the collection, the templates, what the command asks for.
public struct BuildInputs: Sendable {
    /// The files of the collection.
    public var files: [SourceFile]
    /// The templates of the program with those of the site over them.
    public var templates: TemplateFolder
    /// What could not be read of either.
    public var diagnostics: [Diagnostic]

    /// Takes the parts as they are.
    public init(files: [SourceFile], templates: TemplateFolder, diagnostics: [Diagnostic]) {
        self.files = files
        self.templates = templates
        self.diagnostics = diagnostics
    }

    /// What tells these inputs from every other: SHA-256 over the bytes of all files and templates, the options, and the program
    /// itself. `nil` where a file that is to be copied cannot be read.
    public func digest(_ options: BuildOptions) async -> SHA256Digest? {
        guard let program = SystemCalls.program else { return nil }
        let jobs = options.jobs
        var options = options
        options.jobs = 0
        options.progress = nil
        var sum = InputSum()
        sum.add("\(program)")
        sum.add("\(options)")
        sum.add("\(diagnostics)")
        let copied = await ParallelMap.map(files, jobs: jobs) { file -> SHA256Digest? in
            file.isText ? SHA256.digest(of: file.bytes) : try? InputFile.digest(of: file.location)
        }
        for (file, digest) in zip(files, copied) {
            guard let digest else { return nil }
            sum.add(file.path)
            sum.add(file.displayPath)
            sum.add(digest.bytes)
        }
        sum.add(templates.path)
        for (name, source) in templates.templates.sorted(by: { $0.key < $1.key }) {
            sum.add(name)
            sum.add(source)
        }
        for (language, words) in templates.strings.sorted(by: { $0.key < $1.key }) {
            sum.add(language)
            for (key, word) in words.sorted(by: { $0.key < $1.key }) {
                sum.add(key)
                sum.add(word)
            }
        }
        for (name, bytes) in templates.assets.sorted(by: { $0.key < $1.key }) {
            sum.add(name)
            sum.add(bytes)
        }
        return sum.finish()
    }
}

/// SHA-256 over one thing after another, each with its length before it, so that no two inputs are the same bytes.
private struct InputSum: ~Copyable {
    private var hash = SHA256()

    mutating func add(_ bytes: [UInt8]) {
        hash.update(Array("\(bytes.count) ".utf8).span)
        hash.update(bytes.span)
    }

    mutating func add(_ text: String) { add(Array(text.utf8)) }

    consuming func finish() -> SHA256Digest { hash.finish() }
}
