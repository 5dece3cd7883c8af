import Diagnostics

/// Finds the files that a USB stick, or Windows, could not take.
struct PortableCheck {
    /// A file that is to be checked.
    struct Entry {
        /// Path in the archive, parts separated by `/`.
        var path: String
        /// Where an editor mends it.
        var location: SourceLocation
        /// In bytes; 0 for a page, which never comes near the limit.
        var size = 0
    }

    /// Every problem with `entries`, in reading order.
    static func diagnostics(_ entries: [Entry]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var owners: [String: Entry] = [:]
        for entry in entries {
            diagnostics += PortablePath.faults(of: entry.path).map { diagnostic($0, entry) }
            if entry.size > PortablePath.largestFile { diagnostics.append(tooLarge(entry)) }
            let key = PortablePath.key(entry.path)
            if let owner = owners[key] {
                diagnostics.append(alike(entry, owner))
            } else {
                owners[key] = entry
            }
        }
        for entry in entries {
            // A file may not have the name of a folder either.
            var folder = PortablePath.key(entry.path)[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if let owner = owners.removeValue(forKey: String(folder)) { diagnostics.append(alike(owner, entry)) }
            }
        }
        return diagnostics.sorted()
    }

    private static func diagnostic(_ fault: PortablePath.Fault, _ entry: Entry) -> Diagnostic {
        let rename = Message(vi: "đổi tên tệp hoặc thư mục", en: "rename the file or the folder")
        let (id, message, suggestion): (String, Message, Message) =
            switch fault {
            case .device(let part):
                (
                    "unportable-name",
                    Message(
                        vi: "Windows không cho đặt tên \(part), tên riêng của thiết bị: \(entry.path)",
                        en: "Windows keeps the name \(part) for a device: \(entry.path)"),
                    Message(vi: "đổi tên, chẳng hạn thành tep-\(part)", en: "rename it, for example to file-\(part)")
                )
            case .character(let scalar, let part):
                (
                    "unportable-name",
                    Message(
                        vi: "USB và Windows không nhận ký tự \(name(of: scalar)) trong tên \(part): \(entry.path)",
                        en: "USB sticks and Windows take no \(name(of: scalar)) in the name \(part): \(entry.path)"),
                    Message(vi: "bỏ ký tự ấy khỏi tên", en: "remove that character from the name")
                )
            case .end(let part):
                (
                    "unportable-name",
                    Message(
                        vi: "Windows bỏ dấu chấm hoặc dấu cách ở cuối tên \"\(part)\": \(entry.path)",
                        en: "Windows drops the dot or space at the end of the name \"\(part)\": \(entry.path)"),
                    Message(vi: "bỏ dấu ấy khỏi tên", en: "remove it from the name")
                )
            case .longPart(let part):
                (
                    "long-name",
                    Message(
                        vi:
                            "tên dài \(part.utf16.count) ký tự, USB nhận nhiều nhất \(PortablePath.longestPart): \(part)",
                        en:
                            "the name has \(part.utf16.count) characters, a USB stick takes \(PortablePath.longestPart): \(part)"
                    ),
                    rename
                )
            case .longPath(let count):
                (
                    "long-path",
                    Message(
                        vi:
                            "đường dẫn dài \(count) ký tự, Windows giải nén được \(PortablePath.longest): \(entry.path)",
                        en: "the path has \(count) characters, Windows unpacks \(PortablePath.longest): \(entry.path)"),
                    Message(vi: "rút ngắn tên tệp hoặc thư mục", en: "shorten the name of the file or of a folder")
                )
            }
        return Diagnostic(
            id: id, severity: .error, location: entry.location, message: message, suggestion: suggestion)
    }

    private static func tooLarge(_ entry: Entry) -> Diagnostic {
        Diagnostic(
            id: "large-file",
            severity: .error,
            location: entry.location,
            message: Message(
                vi: "tệp \(entry.size) byte, USB (FAT32) nhận nhiều nhất \(PortablePath.largestFile): \(entry.path)",
                en:
                    "the file has \(entry.size) bytes, a USB stick (FAT32) takes \(PortablePath.largestFile): \(entry.path)"
            ),
            suggestion: Message(vi: "chia nhỏ hoặc nén tệp", en: "split or compress the file")
        )
    }

    private static func alike(_ entry: Entry, _ owner: Entry) -> Diagnostic {
        Diagnostic(
            id: "names-alike",
            severity: .error,
            location: entry.location,
            message: Message(
                vi: "USB và Windows coi là một: \(entry.path) và \(owner.path)",
                en: "one and the same to USB sticks and Windows: \(entry.path) and \(owner.path)"),
            suggestion: Message(vi: "đổi tên một trong hai", en: "rename one of the two"),
            related: [owner.location]
        )
    }

    /// A character that can be seen as it is, another by its number.
    private static func name(of scalar: Unicode.Scalar) -> String {
        if scalar.value >= 0x20, scalar != "\u{7F}" { return String(Character(scalar)) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
