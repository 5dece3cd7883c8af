import Foundation

/// What FAT32, NTFS and Windows Explorer ask of the path of a file that is to lie on a USB stick.
enum PortablePath {
    /// What is wrong with a path.
    enum Fault: Equatable, Sendable {
        /// A part is a device of Windows, whatever comes after its first dot: `con.pdf`.
        case device(String)
        /// A part holds a character that no name may hold.
        case character(Unicode.Scalar, in: String)
        /// A part ends in a dot or a space, which Windows drops.
        case end(String)
        /// A part has more than 255 UTF-16 units.
        case longPart(String)
        /// The whole path has this many UTF-16 units, more than `longest`.
        case longPath(Int)
    }

    /// UTF-16 units that the path of a file in an archive may have: Explorer unpacks to 260, its own folder included.
    static let longest = 200
    /// UTF-16 units that one part may have (FAT32 with long names, NTFS).
    static let longestPart = 255
    /// Bytes that a file may have on FAT32.
    static let largestFile = 0xFFFF_FFFF

    /// Microsoft, "Naming Files, Paths, and Namespaces"; the superscript digits count as digits.
    private static let devices: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
            + ["COM", "LPT"].flatMap { name in "123456789¹²³".map { "\(name)\($0)" } })

    private static let forbidden = Set("<>:\"\\|?*".unicodeScalars)

    /// Everything that is wrong with a path whose parts are separated by `/`.
    static func faults(of path: String) -> [Fault] {
        var faults: [Fault] = []
        for part in path.split(separator: "/").map(String.init) {
            let stem = part.prefix { $0 != "." }.uppercased().trimmingCharacters(in: [" "])
            if devices.contains(stem) { faults.append(.device(part)) }
            if let scalar = part.unicodeScalars.first(where: {
                forbidden.contains($0) || $0.value < 0x20 || $0 == "\u{7F}"
            }) {
                faults.append(.character(scalar, in: part))
            }
            if part.hasSuffix(".") || part.hasSuffix(" ") { faults.append(.end(part)) }
            if part.utf16.count > longestPart { faults.append(.longPart(part)) }
        }
        if path.utf16.count > longest { faults.append(.longPath(path.utf16.count)) }
        return faults
    }

    /// The same for two paths that are one to a disk that knows no case, or to one that keeps other forms of Unicode.
    static func key(_ path: String) -> String {
        // Upper case first: ß and SS, ς and Σ become one.
        let isPlain = path.utf8.allSatisfy { $0 < 0x80 }
        return isPlain
            ? path.lowercased() : path.precomposedStringWithCanonicalMapping.uppercased().lowercased()
    }
}
