import Diagnostics
import VietnameseText

/// What the foot of an official document says: who signed, and who receives it (Nghị định 30/2020/NĐ-CP, Phụ lục I).
public struct DocumentFoot: Sendable {
    /// The name under the signature.
    public var signer = Letterhead.Reading<String>(nil)
    /// The lines that give the authority and the office: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".
    public var capacity: [String] = []
    /// The lines under "Nơi nhận:", without dashes.
    public var recipients: [String] = []
    /// Indices of the lines that the foot takes, from its first to its last; empty where there is none.
    public var range = 0..<0

    /// Reads the foot of a document from all its lines, in the order of the columns they stand in.
    public init(_ lines: [LayoutLine]) {
        guard let start = Self.start(lines) else { return }
        var end = start
        var isReceiving = false
        var names: [String] = []
        while end < lines.count, end - start < 60 {
            let line = lines[end]
            if ["phu luc", "danh sach", "bieu"].contains(where: { line.opens(with: $0) }), line.isShouted { break }
            if line.isOrnament || Self.isSigned(line) {
            } else if Self.isReceivers(line) {
                isReceiving = true
                let behind = String(line.text.drop { $0 != ":" }.dropFirst()).trimmed
                if !behind.isEmpty { readReceiver(behind, &names) }
            } else if Self.isCapacity(line) {
                isReceiving = false
                capacity.append(line.text)
            } else if Self.isName(line), !(isReceiving && line.text.hasPrefix("-")) {
                names.append(line.text)
            } else if isReceiving {
                readReceiver(line.text, &names)
            } else if line.text.count > 120 {
                break
            }
            end += 1
        }
        guard !capacity.isEmpty else {
            self = DocumentFoot()
            return
        }
        range = start..<end
        if let name = names.last {
            let isAlone = Set(names).count == 1
            signer = Letterhead.Reading(
                name,
                doubt: isAlone
                    ? nil
                    : Message(
                        vi: "cuối văn bản có nhiều tên: \(names.joined(separator: ", "))",
                        en: "there are several names at the end: \(names.joined(separator: ", "))"))
        } else {
            signer.doubt = Message(vi: "không thấy tên người ký", en: "no name of a signer was found")
        }
    }

    /// Nothing.
    private init() {}

    /// A recipient; in a layout without columns the name of the signer may stand behind the last one, and an office
    /// behind any of them: "- Lưu: VT. Nguyễn Văn A", "- Như trên; KT. CHỦ TỊCH".
    private mutating func readReceiver(_ text: String, _ names: inout [String]) {
        let words = text.split(separator: " ").map(String.init)
        for index in words.indices {
            let rest = LayoutLine(words[index...].joined(separator: " "))
            let isEnd = index > 0 && words[index - 1].last.map { ";.,)".contains($0) } ?? false
            if Self.isCapacity(rest),
                index == 0 || Self.mandates.contains(where: { rest.folded.hasPrefix($0) }) || isEnd
            {
                capacity.append(rest.text)
            } else if isEnd, Self.isName(rest) {
                names.append(rest.text)
            } else {
                continue
            }
            let receiver = Self.withoutDash(words[..<index].joined(separator: " "))
            if !receiver.isEmpty { recipients.append(receiver) }
            return
        }
        let receiver = Self.withoutDash(text)
        if !receiver.isEmpty { recipients.append(receiver) }
    }

    private static func withoutDash(_ text: String) -> String {
        String(text.drop { "-–+•* ".contains($0) })
    }

    /// The first line of the last foot: "Nơi nhận" or the first office above the last name.
    private static func start(_ lines: [LayoutLine]) -> Int? {
        let receivers = lines.lastIndex(where: isReceivers)
        guard let last = lines.lastIndex(where: isCapacity) else { return receivers }
        var start = receivers ?? last
        // The signature may stand before "Nơi nhận".
        var index = start - 1
        while index >= 0, start - index < 10 {
            let line = lines[index]
            if isCapacity(line) {
                start = index
            } else if !(line.isOrnament || isName(line) || isSigned(line)) {
                break
            }
            index -= 1
        }
        return start
    }

    private static func isReceivers(_ line: LayoutLine) -> Bool { line.opens(with: "noi nhan") }

    private static func isSigned(_ line: LayoutLine) -> Bool {
        ["(da ky)", "da ky", "(ky ten, dong dau)", "(ky, ghi ro ho ten)"].contains(line.folded)
    }

    /// "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH".
    private static func isCapacity(_ line: LayoutLine) -> Bool {
        guard line.isShouted, line.text.count < 90 else { return false }
        if mandates.contains(where: { line.folded.hasPrefix($0) }) { return true }
        return offices.contains { line.opens(with: $0) }
    }

    /// "Nguyễn Văn A", with a rank or a title before it.
    private static func isName(_ line: LayoutLine) -> Bool {
        let words = line.text.split(separator: " ").drop {
            $0.contains(".") || ["Đại", "Thượng", "Trung", "Thiếu", "tá", "tướng"].contains($0)
        }
        guard (2...6).contains(words.count), !line.text.contains(where: { $0.isNumber || ":;,()/".contains($0) }) else {
            return false
        }
        return words.allSatisfy { $0.first?.isUppercase == true } && !line.isShouted
            || line.isShouted && surnames.contains(String(line.folded.prefix { $0 != " " })) && words.count <= 5
    }

    /// In whose name or place (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7).
    private static let mandates = ["tm.", "t/m", "tm ", "kt.", "k/t", "tl.", "t/l", "tuq.", "t/uq", "q."]
    private static let offices = [
        "chu tich", "pho chu tich", "bi thu", "pho bi thu", "giam doc", "pho giam doc", "truong ban", "pho truong ban",
        "chanh van phong", "pho chanh van phong", "bo truong", "thu truong", "thu tuong", "pho thu tuong",
        "tong bi thu", "thuong truc", "chu nhiem", "pho chu nhiem", "cuc truong", "vu truong", "truong phong",
        "pho truong phong", "hieu truong", "vien truong", "chanh thanh tra", "chi cuc truong", "tong giam doc",
        "truong doan", "chanh an", "uy vien",
    ]
    /// For names in capitals, which could be anything else.
    private static let surnames: Set<String> = [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
        "ly", "dinh", "trinh", "mai", "truong", "luong", "dao", "doan", "ha", "ta", "cao", "luu", "chu", "thai",
        "quach",
    ]
}
