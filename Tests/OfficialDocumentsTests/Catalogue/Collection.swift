import Diagnostics

@testable import OfficialDocuments

/// The collection the resolver is tried on: numbers that many documents share.
enum Collection {
    static let knowledge = Knowledge(localities: [
        Locality(id: "phuoc-long", name: "thị xã Phước Long", level: .district, parent: "binh-phuoc"),
        Locality(id: "na-ri", name: "huyện Na Rì", level: .district, parent: "bac-kan"),
        Locality(id: "kim-lu", name: "xã Kim Lư", level: .commune, parent: "na-ri"),
    ])

    static let records: [DocumentRecord] = [
        record("25-nq-tw-2003", "25-NQ/TW", "Về công tác tôn giáo", "2003-03-12", issuer: "Ban Chấp hành Trung ương"),
        record(
            "25-nq-tw-2008", "25-NQ/TW", "Về tăng cường sự lãnh đạo của Đảng đối với công tác thanh niên", "2008-07-25",
            issuer: "Ban Chấp hành Trung ương"
        ),
        record(
            "25-nq-tw-2013", "25-NQ/TW", "Về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận",
            "2013-06-03", issuer: "Ban Chấp hành Trung ương", term: 11,
            aliases: ["Nghị quyết Hội nghị Trung ương 7 (khóa XI)"]
        ),
        record("25-nq-tw-2026", "25-NQ/TW", "Về công tác tư tưởng", "2026-08-22", issuer: "Bộ Chính trị"),
        record(
            "24-nq-tw-2013", "24-NQ/TW", "Về chủ động ứng phó với biến đổi khí hậu", "2013-06-03",
            issuer: "Ban Chấp hành Trung ương", aliases: ["Nghị quyết Trung ương 7 khóa XI về biến đổi khí hậu"]
        ),
        record(
            "24-ct-tu-lam-dong", "24-CT/TU", "Về tăng cường và đổi mới công tác dân vận trong cơ quan hành chính",
            "2018-02-27", issuer: "Ban Thường vụ Tỉnh ủy Lâm Đồng", place: "lam-dong"
        ),
        record(
            "24-ct-tu-bac-kan", "24-CT/TU", "Về phát triển lâm nghiệp", "2018-09-14",
            issuer: "Ban Thường vụ Tỉnh ủy Bắc Kạn", place: "bac-kan"
        ),
        record(
            "24-ct-tu-ha-noi", "24-CT/TU", "Về kỷ cương hành chính", "2023-08-07",
            issuer: "Ban Thường vụ Thành ủy Hà Nội",
            place: "ha-noi"
        ),
        record(
            "37-kh-ubnd-2017", "37/KH-UBND", "Thực hiện Nghị quyết Đại hội XII về công tác dân vận", "2017-02-09",
            issuer: "UBND thị xã Phước Long", place: "phuoc-long"
        ),
        record(
            "37-kh-ubnd-2018", "37/KH-UBND", "Thực hiện công tác cải cách hành chính", "2018-01-30",
            issuer: "UBND thị xã Phước Long", place: "phuoc-long"
        ),
        record("bo-luat-hinh-su", "100/2015/QH13", "Bộ luật Hình sự", "2015-11-27", type: "BL", issuer: "Quốc hội"),
        record(
            "nghi-quyet-100", "100/2015/QH13", "Về phê duyệt chủ trương đầu tư các chương trình mục tiêu quốc gia",
            "2015-11-12", type: "NQ", issuer: "Quốc hội"
        ),
        record(
            "05-ct-tw", "05-CT/TW", "Về học tập và làm theo tư tưởng Hồ Chí Minh", "2016-05-15", issuer: "Bộ Chính trị"),
        record(
            "217-qd-tw", "217-QĐ/TW", "Quy chế giám sát và phản biện xã hội", "2013-12-12", issuer: "Bộ Chính trị",
            aliases: ["Quy chế giám sát và phản biện xã hội của Mặt trận Tổ quốc Việt Nam"]
        ),
        record(
            "dai-hoi-xii", nil, "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng", "2016-01-28", type: "NQ",
            aliases: ["NQĐH XII"]
        ),
        record(
            "18-ct-ttg", "18/2000/CT-TTg", "Về tăng cường công tác dân vận", "2000-09-21", issuer: "Thủ tướng Chính phủ"
        ),
    ]

    static let catalogue = DocumentCatalogue(records, with: knowledge)

    static func record(
        _ id: String,
        _ number: String?,
        _ title: String,
        _ date: String?,
        type: String? = nil,
        issuer: String? = nil,
        place: String? = nil,
        term: Int? = nil,
        aliases: [String] = [],
        status: DocumentStatus = .unknown
    ) -> DocumentRecord {
        let read = number.map(self.number)
        return DocumentRecord(
            id: "van-ban/\(id).md",
            number: read,
            type: type ?? read?.type,
            title: title,
            issuer: issuer,
            locality: place,
            date: date.flatMap(PartialDate.init(iso:)),
            term: term,
            aliases: aliases,
            status: status,
            location: SourceLocation(path: "van-ban/\(id).md", line: 2, column: 9)
        )
    }

    /// `text` as a number; a number no document has, if it is none.
    static func number(_ text: String) -> DocumentNumber {
        DocumentNumber.parse(text, with: .standard)?.number
            ?? DocumentNumber(family: .legacy, serial: "?", type: nil, issuer: text, year: nil)
    }
}

/// A citation written down by its parts.
struct Mention: Sendable, CustomStringConvertible {
    var number: String?
    var serial: String?
    var name: String?
    var type: String?
    var date: String?
    var issuer: String?
    var term: Int?
    var title: String?
    var kind = Citation.Kind.full

    /// The citations of `mentions` and the text they stand in.
    static func citations(_ mentions: [Mention]) -> (citations: [Citation], text: [UInt8]) {
        var text: [UInt8] = []
        let citations = mentions.map { mention in
            let start = text.count
            text += Array((mention.name ?? mention.number ?? mention.serial ?? "").utf8)
            var citation = Citation(range: start..<text.count, kind: mention.kind, number: nil)
            if mention.name != nil { citation.kind = .name }
            if mention.serial != nil { citation.kind = .short }
            citation.number = mention.number.map(Collection.number)
            citation.serial = mention.serial
            citation.typeWord = mention.type
            citation.date = mention.date.flatMap(PartialDate.init(iso:))
            citation.issuerPhrase = mention.issuer
            citation.term = mention.term
            citation.title = mention.title
            text += Array(". ".utf8)
            return citation
        }
        return (citations, text)
    }

    var description: String {
        [name, type, number, serial, date, issuer, term.map { "khóa \($0)" }, title].compactMap { $0 }.joined(
            separator: " · ")
    }
}
