/// The digests of the files of a folder, and the file `SHA256SUMS` that says them, as `sha256sum -c` reads it.
public struct Checksums: Sendable, Equatable {
    /// The name of the list in the folder it is about.
    public static let fileName = "SHA256SUMS"

    /// Relative path, parts separated by `/` → digest of the file.
    public var digests: [String: SHA256Digest]

    /// A list of files; empty unless told.
    public init(_ digests: [String: SHA256Digest] = [:]) {
        self.digests = digests
    }

    /// The paths, in the order of their bytes.
    public var paths: [String] {
        digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// One line `<64 hexadecimal digits>  <path>` a file, in the order of paths.
    public var text: String {
        paths.reduce(into: "") { text, path in
            guard let digest = digests[path] else { return }
            let escaped = Self.escape(path)
            // A line whose path is escaped starts with a backslash (GNU coreutils manual, "cksum output modes").
            text += (escaped == path ? "" : "\\") + "\(digest)  \(escaped)\n"
        }
    }

    /// What tells one state of the files from every other: the first 16 hexadecimal digits of SHA-256 over `text`.
    public var release: String {
        String(SHA256.digest(of: Array(text.utf8)).description.prefix(16))
    }

    // MARK: Reading

    /// A text that is no list of digests.
    public struct Malformed: Error, Equatable {
        /// Every line that cannot be read.
        public var lines: [Line]

        /// A line that cannot be read.
        public struct Line: Sendable, Equatable {
            /// From 1.
            public var number: Int
            /// What is wrong with it.
            public var fault: Fault
        }

        /// What is wrong with a line.
        public enum Fault: Sendable {
            /// It is no digest, two spaces and a path.
            case form
            /// Its path leads out of the folder, or is no relative path.
            case path
            /// Its path has stood before.
            case repetition
        }
    }

    /// Reads what `sha256sum` or `text` has written; line ends may be those of Windows.
    public init(parsing text: String) throws(Malformed) {
        digests = [:]
        var faults: [Malformed.Line] = []
        // By bytes: to Swift, CR and LF are one character.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            func fail(_ fault: Malformed.Fault) { faults.append(Malformed.Line(number: index + 1, fault: fault)) }
            let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
            guard !line.isEmpty else { continue }
            guard let (digest, path) = Self.read(Substring(line)) else {
                fail(.form)
                continue
            }
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
                fail(.path)
                continue
            }
            if digests.updateValue(digest, forKey: path) != nil { fail(.repetition) }
        }
        if !faults.isEmpty { throw Malformed(lines: faults) }
    }

    /// The digest and the path of a line; between them a space and a space or, for a binary file, an asterisk.
    private static func read(_ line: Substring) -> (SHA256Digest, String)? {
        let isEscaped = line.first == "\\"
        let line = isEscaped ? line.dropFirst() : line
        guard let digest = SHA256Digest(hex: line.prefix(64)) else { return nil }
        let rest = line.dropFirst(64)
        guard rest.hasPrefix("  ") || rest.hasPrefix(" *") else { return nil }
        let path = String(rest.dropFirst(2))
        guard let path = isEscaped ? unescape(path) : path, !path.isEmpty else { return nil }
        return (digest, path)
    }

    private static let escapes: [(character: Character, letter: Character)] = [("\\", "\\"), ("\n", "n"), ("\r", "r")]

    private static func escape(_ path: String) -> String {
        String(
            path.unicodeScalars.flatMap { scalar -> [Character] in
                let character = Character(scalar)
                return escapes.first { $0.character == character }.map { ["\\", $0.letter] } ?? [character]
            })
    }

    private static func unescape(_ path: String) -> String? {
        var result = ""
        var isEscape = false
        for character in path {
            if isEscape {
                guard let escape = escapes.first(where: { $0.letter == character }) else { return nil }
                result.append(escape.character)
                isEscape = false
            } else if character == "\\" {
                isEscape = true
            } else {
                result.append(character)
            }
        }
        return isEscape ? nil : result
    }
}
