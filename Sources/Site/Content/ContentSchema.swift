/// The keys front matter may have: the one table behind reading, checking, `sohieu schema` and `sohieu new`.
public enum ContentSchema {
    /// What a value must look like.
    public enum Shape: Sendable, Equatable {
        case text
        case texts
        /// `2018-02-27`, `27/02/2018`, `02/2018` or `2018`.
        case date
        case flag
        case count
        case choice([String])
        /// A document reference: a number, with date or issuer where the number alone is not enough.
        case reference
        case references
        case locality
        case relations
        case sources
        case results
        case attachments
    }

    /// A key, its shape, the kinds of page it belongs to (all when empty) and what it means.
    public struct Key: Sendable {
        /// As written in front matter.
        public var name: String
        /// What its value must look like.
        public var shape: Shape
        /// The kinds of page it belongs to; all when empty.
        public var kinds: [PageKind]
        /// For editors, in Vietnamese.
        public var meaning: String
        /// What editors write in its place, folded: suggested, never read.
        var vietnameseNames: [String] { ContentSchema.vietnameseNames[name] ?? [] }
    }

    private static func key(_ name: String, _ shape: Shape, _ kinds: [PageKind] = [], _ meaning: String) -> Key {
        Key(name: name, shape: shape, kinds: kinds, meaning: meaning)
    }

    /// Every key, in the order `sohieu new` writes them.
    public static let keys: [Key] = [
        key("title", .text, [], "Tên trang"),
        key("number", .text, [.document], "Số, ký hiệu: 24-CT/TU"),
        key("type", .text, [.document], "Loại văn bản, khi số hiệu không nói rõ"),
        key("issuer", .text, [.document], "Cơ quan ban hành"),
        key("date", .date, [], "Ngày ban hành hoặc ngày của trang"),
        key("effective", .date, [.document], "Ngày có hiệu lực"),
        key("expires", .date, [.document], "Ngày hết hiệu lực"),
        key(
            "status",
            .choice([
                "còn hiệu lực", "hết hiệu lực một phần", "hết hiệu lực toàn bộ", "chưa có hiệu lực", "ngưng hiệu lực",
                "không xác định",
            ]),
            [.document],
            "Tình trạng hiệu lực"
        ),
        key("signer", .text, [.document], "Người ký"),
        key("term", .count, [.document], "Khóa của đại hội: 11 cho khóa XI"),
        key("relations", .relations, [.document, .lesson, .model, .report], "Quan hệ với văn bản khác"),
        key("attachments", .attachments, [.document], "Tệp kèm theo"),
        key("source", .reference, [.lesson], "Báo cáo hoặc văn bản mà bài học được rút ra"),
        key("ordinal", .count, [.lesson], "Thứ tự của bài học"),
        key("theme", .text, [.lesson], "Nhóm vấn đề"),
        key(
            "form", .choice(["mô hình", "điển hình", "phong trào", "cuộc vận động", "hội thi"]), [.model], "Hình thức"),
        key("form", .choice(ReportForm.allCases.map(\.rawValue)), [.report], "Hình thức, như bài tự nói về mình"),
        key(
            "holder",
            .choice(["tập thể", "cá nhân", "tập thể và cá nhân"]),
            [.model],
            "Tập thể, cá nhân, hay cả hai"
        ),
        key("field", .text, [.model], "Lĩnh vực"),
        key("registered", .text, [.model], "Năm hoặc ngày đăng ký"),
        key("recognised", .text, [.model], "Năm hoặc ngày công nhận"),
        key(
            "stage",
            .choice(["đăng ký", "đang thực hiện", "công nhận", "nhân rộng", "dừng"]),
            [.model],
            "Giai đoạn"
        ),
        key("results", .results, [.model, .report], "Kết quả: indicator, value, unit, year"),
        key("based-on", .references, [.model], "Văn bản làm căn cứ"),
        key("reviews", .references, [.report], "Văn bản được sơ kết, tổng kết, hoặc mà bài nói tới"),
        key("period", .text, [.lesson, .report, .model], "Giai đoạn, thời kỳ"),
        key("level", .text, [.report], "Cấp: tỉnh, huyện, xã"),
        key("author", .text, [.report], "Tác giả"),
        key("publisher", .text, [.report], "Nơi đăng"),
        key("published", .date, [.report], "Ngày đăng"),
        key("locality", .locality, [.document, .lesson, .model, .report], "Địa phương"),
        key("abbreviation", .text, [.term], "Chữ viết tắt"),
        key("expansion", .text, [.term], "Viết đầy đủ"),
        key("summary", .text, [], "Tóm tắt một hai câu"),
        key("tags", .texts, [], "Thẻ"),
        key("topics", .texts, [], "Chủ đề"),
        key("aliases", .texts, [], "Văn bản: tên gọi khác; trang khác: địa chỉ cũ"),
        key("sources", .sources, [], "Bài viết nguồn: title, portal, url, date"),
        key("updated", .date, [], "Ngày sửa trang lần cuối"),
        key("draft", .flag, [], "Bản nháp, chỉ thấy khi xem trước"),
        key("hidden", .flag, [], "Không đưa vào ô tìm kiếm"),
    ]

    private static let vietnameseNames: [String: [String]] = [
        "title": ["ten", "ten trang", "tieu de", "trich yeu"], "number": ["so hieu", "so", "so ky hieu", "ky hieu"],
        "type": ["loai", "loai van ban", "the loai"], "issuer": ["co quan ban hanh", "noi ban hanh", "co quan"],
        "date": ["ngay", "ngay ban hanh"], "effective": ["ngay co hieu luc", "ngay hieu luc", "hieu luc tu"],
        "expires": ["ngay het hieu luc", "het hieu luc", "het han"],
        "status": ["tinh trang", "hieu luc", "tinh trang hieu luc", "trang thai"], "signer": ["nguoi ky"],
        "term": ["khoa", "nhiem ky"], "relations": ["quan he", "lien quan"],
        "attachments": ["tep kem theo", "dinh kem", "tep dinh kem", "kem theo"], "source": ["rut ra tu"],
        "ordinal": ["thu tu"], "theme": ["nhom van de", "nhom"], "form": ["hinh thuc"], "holder": ["chu the"],
        "field": ["linh vuc"], "registered": ["dang ky", "ngay dang ky"],
        "recognised": ["cong nhan", "ngay cong nhan"],
        "stage": ["giai doan thuc hien", "buoc"], "results": ["ket qua"], "based-on": ["can cu"],
        "reviews": ["so ket", "tong ket"], "period": ["thoi ky", "giai doan", "thoi gian"], "level": ["cap"],
        "author": ["tac gia"], "publisher": ["noi dang"], "published": ["ngay dang"],
        "locality": ["dia phuong", "tinh", "huyen", "xa", "noi"], "abbreviation": ["viet tat", "chu viet tat"],
        "expansion": ["viet day du", "day du"], "summary": ["tom tat", "mo ta"], "tags": ["the", "tu khoa"],
        "topics": ["chu de"], "aliases": ["ten khac", "ten goi khac", "dia chi cu"],
        "sources": ["nguon", "bai nguon", "bai viet nguon"], "updated": ["ngay sua", "cap nhat"],
        "draft": ["nhap", "ban nhap"], "hidden": ["an"],
    ]

    /// The keys a page of `kind` may have.
    public static func keys(for kind: PageKind) -> [Key] {
        keys.filter { $0.kinds.isEmpty || $0.kinds.contains(kind) }
    }

    /// The keys allowed inside a mapping, by the shape it belongs to.
    public static func members(of shape: Shape) -> [String] {
        switch shape {
        case .relations:
            [
                "implements", "guides", "amends", "replaces", "repeals", "based-on", "reviews", "corrects",
                "consolidates", "coordinates", "cites",
            ]
        case .sources: ["title", "portal", "url", "date"]
        case .results: ["indicator", "value", "unit", "year"]
        case .attachments: ["title", "path"]
        default: []
        }
    }
}
