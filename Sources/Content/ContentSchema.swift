import VietnameseText

/// The keys front matter may have: the one table behind reading, checking, attribute rows, `sohieu schema`, `sohieu new` and
/// the reference for editors.
public enum ContentSchema {
    /// Every key, in the order in which `sohieu new` writes them and pages show them.
    public static let keys: [ContentKey] = naming + carrying + telling + placing + filing

    // MARK: What a page is called, and what tells a document from others

    private static let naming: [ContentKey] = [
        ContentKey(
            "title", .text(\.title), "Tên trang",
            note: "Với văn bản là trích yếu, không kèm loại và số. Thiếu thì lấy tiêu đề đầu tiên của bài.",
            example: "Về tăng cường công tác dân vận chính quyền",
            alsoWritten: ["tên", "tên trang", "tiêu đề", "trích yếu"]),
        ContentKey(
            "number", .text(\.number), in: [.document], "Số hiệu",
            note: "Số, ký hiệu đúng như trên văn bản.",
            example: "24-CT/TU", alsoWritten: ["số hiệu", "số", "số ký hiệu", "ký hiệu"],
            row: ContentKey.Row(word: "attributeNumber", content: .number), scaffoldedIn: [.document]),
        ContentKey(
            "type", .text(\.type), in: [.document], "Loại văn bản", note: "Chỉ cần khi số hiệu không nói rõ.",
            example: "Quy chế", alsoWritten: ["loại", "loại văn bản", "thể loại"],
            row: ContentKey.Row(word: "attributeType", content: .type), facets: [.documentType],
            filter: SearchFilter("type", parameter: "loai-van-ban", word: "searchType", rank: 2, .type)),
        ContentKey(
            "issuer", .text(\.issuer), in: [.document], "Cơ quan ban hành",
            example: "Ban Thường vụ Tỉnh ủy Lâm Đồng",
            alsoWritten: ["cơ quan ban hành", "nơi ban hành", "cơ quan"],
            row: .stated("attributeIssuer"), facets: [.issuer],
            filter: SearchFilter("issuer", parameter: "co-quan", word: "searchIssuer", rank: 3),
            scaffoldedIn: [.document]),
        ContentKey(
            "date", .date(\.date), "Ngày ban hành, hoặc ngày của trang", example: "27/02/2018",
            alsoWritten: ["ngày", "ngày ban hành"], row: .stated("attributeDate", on: [.document]),
            facets: [
                Facet("documentYear", of: .document, in: "nam", rank: 3, .year { $0.date?.year }, word: "facet-year")
            ],
            filter: SearchFilter("year", parameter: "nam", word: "searchYear", rank: 5, .year),
            scaffoldedIn: [.document]),
        ContentKey(
            "effective", .date(\.effective), in: [.document], "Ngày có hiệu lực", example: "01/7/2025",
            alsoWritten: ["ngày có hiệu lực", "ngày hiệu lực", "hiệu lực từ"], row: .stated("attributeEffective")),
        ContentKey(
            "expires", .date(\.expires), "Ngày hết hiệu lực",
            note: "Trang khác văn bản: ngày cuối còn hiện trên trang web.", example: "31/12/2026",
            alsoWritten: ["ngày hết hiệu lực", "hết hiệu lực", "hết hạn"],
            row: .stated("attributeExpires", on: [.document])),
        ContentKey(
            "signer", .text(\.others["signer"]), in: [.document], "Người ký", example: "Nguyễn Văn A",
            alsoWritten: ["người ký"], row: .stated("attributeSigner")),
        ContentKey(
            "term", .count(\.term), in: [.document], "Khóa của đại hội", note: "Số thường hoặc số La Mã.",
            example: "XI", alsoWritten: ["khóa", "nhiệm kỳ"]),
    ]

    // MARK: What it has to do with others

    private static let carrying: [ContentKey] = [
        ContentKey(
            "relations", .relations, in: [.document, .lesson, .model, .report], "Quan hệ với văn bản khác",
            note: "Mỗi mục là một quan hệ; văn bản ghi bằng số hiệu kèm ngày, hoặc đường dẫn tệp của trang.",
            example: "\n  implements: [25-NQ/TW ngày 03/6/2013]\n  replaces: [12-CT/TU ngày 15/3/2010]",
            alsoWritten: ["quan hệ", "liên quan"]),
        ContentKey(
            "based-on", .references(.basedOn), in: [.model], "Văn bản làm căn cứ",
            example: "[24-CT/TU ngày 27/02/2018]", alsoWritten: ["căn cứ"]),
        ContentKey(
            "reviews", .references(.reviews), in: [.report], "Văn bản được sơ kết, tổng kết, hoặc mà bài nói tới",
            example: "[24-CT/TU ngày 27/02/2018]", alsoWritten: ["sơ kết", "tổng kết"]),
        ContentKey(
            "attachments", .records(\.attachments), in: [.document], "Tệp kèm theo",
            note: "Đường dẫn tính từ thư mục của trang.",
            example: "\n  - title: Bản gốc\n    path: 24-ct-tu/ban-goc.pdf",
            alsoWritten: ["tệp kèm theo", "đính kèm", "tệp đính kèm", "kèm theo"]),
    ]

    // MARK: What lessons, models, reports and terms tell

    private static let telling: [ContentKey] = [
        ContentKey(
            "abbreviation", .text(\.abbreviation), in: [.term], "Chữ viết tắt", example: "CTDV",
            alsoWritten: ["viết tắt", "chữ viết tắt"], row: .stated("attributeAbbreviation"), scaffoldedIn: [.term]),
        ContentKey(
            "expansion", .text(\.expansion), in: [.term], "Viết đầy đủ", example: "công tác dân vận",
            alsoWritten: ["viết đầy đủ", "đầy đủ"], row: .stated("attributeExpansion")),
        ContentKey(
            "ordinal", .count(\.ordinal), in: [.lesson], "Thứ tự của bài học", note: "Tính từ một trong mỗi nguồn.",
            example: "3", alsoWritten: ["thứ tự"]),
        ContentKey(
            "form", .choice(\.modelForm), in: [.model], "Hình thức", example: "mô hình", alsoWritten: ["hình thức"],
            row: .stated("attributeForm"),
            facets: [Facet("form", of: .model, in: "mo-hinh/hinh-thuc", rank: 3, .stated(key: "form"))],
            filter: SearchFilter("form", parameter: "hinh-thuc", word: "facet-form", rank: 7)),
        ContentKey(
            "form", .choice(\.reportForm), in: [.report], "Hình thức", note: "Như bài tự nói về mình.",
            example: "tổng kết", alsoWritten: ["hình thức"], row: .stated("attributeForm"),
            facets: [
                Facet(
                    "reportForm", of: .report, in: "bao-cao/hinh-thuc", rank: 1, .stated(key: "form"),
                    word: "facet-form")
            ],
            filter: SearchFilter("form", parameter: "hinh-thuc", word: "facet-form", rank: 7)),
        ContentKey(
            "holder", .choice(\.holder), in: [.model], "Tập thể, cá nhân, hay cả hai", example: "tập thể",
            alsoWritten: ["chủ thể"], row: .stated("attributeHolder")),
        ContentKey(
            "field", .text(\.field), in: [.model], "Lĩnh vực", example: "Nông thôn mới", alsoWritten: ["lĩnh vực"],
            row: .stated("attributeField"), facets: [.field],
            filter: SearchFilter("field", parameter: "linh-vuc", word: "searchField", rank: 6)),
        ContentKey(
            "theme", .text(\.theme), in: [.lesson], "Nhóm vấn đề",
            note: "Bài học của nhiều nơi cùng nhóm đứng cạnh nhau để so sánh.", example: "Cán bộ làm dân vận",
            alsoWritten: ["nhóm vấn đề", "nhóm"], row: .stated("attributeTheme"), facets: [.theme],
            filter: SearchFilter("theme", parameter: "chu-de", word: "searchTheme", rank: 9)),
        ContentKey(
            "period", .text(\.period), in: [.lesson, .report, .model], "Giai đoạn, thời kỳ", example: "2013–2023",
            alsoWritten: ["thời kỳ", "giai đoạn", "thời gian"], row: .stated("attributePeriod")),
        ContentKey(
            "level", .text(\.others["level"]), in: [.report], "Cấp", note: "Tỉnh, huyện hay xã.", example: "tỉnh",
            alsoWritten: ["cấp"], row: .stated("attributeLevel")),
        ContentKey(
            "author", .text(\.author), in: [.report], "Tác giả", example: "Nguyễn Văn A", alsoWritten: ["tác giả"],
            row: .stated("attributeAuthor")),
        ContentKey(
            "publisher", .text(\.publisher), in: [.report], "Nơi đăng", example: "Tạp chí Dân vận",
            alsoWritten: ["nơi đăng"], row: .stated("attributePublisher")),
        ContentKey(
            "published", .date(\.published), in: [.report], "Ngày đăng", example: "15/8/2023",
            alsoWritten: ["ngày đăng"], row: .stated("attributePublished"),
            facets: [
                Facet(
                    "reportYear", of: .report, in: "bao-cao/nam", rank: 3, .year { ($0.published ?? $0.date)?.year },
                    word: "facet-year")
            ],
            scaffoldedIn: [.report]),
        ContentKey(
            "registered", .text(\.registered), in: [.model], "Năm hoặc ngày đăng ký", example: "2017",
            alsoWritten: ["đăng ký", "ngày đăng ký"], row: .stated("attributeRegistered")),
        ContentKey(
            "recognised", .text(\.recognised), in: [.model], "Năm hoặc ngày công nhận", example: "2020",
            alsoWritten: ["công nhận", "ngày công nhận"], row: .stated("attributeRecognised"),
            facets: [.modelYear]),
        ContentKey(
            "stage", .choice(\.stage), in: [.model], "Giai đoạn thực hiện", example: "công nhận",
            alsoWritten: ["giai đoạn thực hiện", "bước"], row: .stated("attributeStage"),
            facets: [Facet("stage", of: .model, in: "mo-hinh/giai-doan", rank: 4, .ranked(key: "stage"))],
            filter: SearchFilter("stage", parameter: "giai-doan", word: "facet-stage", rank: 8)),
    ]

    // MARK: Where it belongs, whether it stands, what came of it

    private static let placing: [ContentKey] = [
        ContentKey(
            "locality", .locality(\.locality), in: [.document, .lesson, .model, .report], "Địa phương",
            note: "Mã hoặc tên của nơi trong danh mục địa phương.", example: "lam-dong",
            alsoWritten: ["địa phương", "tỉnh", "huyện", "xã", "nơi"],
            row: ContentKey.Row(word: "attributePlace", content: .place),
            facets: [
                Facet("documentLevel", of: .document, in: "van-ban/cap", rank: 5, .level),
                .place("documentPlace", of: .document, rank: 6), .lessonPlace, .modelPlace,
                .place("reportPlace", of: .report, rank: 2), .locality,
            ],
            filter: SearchFilter("locality", parameter: "dia-phuong", word: "searchLocality", rank: 4, .places)),
        ContentKey(
            "source", .reference(\.source), in: [.lesson], "Báo cáo hoặc văn bản mà bài học được rút ra",
            example: "bao-cao/lam-dong-5-nam-24-ct-tu.md", alsoWritten: ["rút ra từ"], facets: [.lessonSource]),
        ContentKey(
            "status", .choice(\.status), in: [.document], "Tình trạng hiệu lực",
            note: "Chỉ ghi khi đã biết chắc; văn bản đã bị thay thế, bãi bỏ thì chương trình tự suy ra.",
            example: "còn hiệu lực", alsoWritten: ["tình trạng", "hiệu lực", "tình trạng hiệu lực", "trạng thái"],
            row: ContentKey.Row(word: "attributeStatus", content: .standing),
            facets: [Facet("status", of: .document, in: "tinh-trang", rank: 4, .standing)],
            filter: SearchFilter("status", parameter: "hieu-luc", word: "searchStatus", rank: 10, .status)),
        ContentKey(
            "results", .records(\.results), in: [.model, .report], "Kết quả",
            note: "Mỗi con số một mục.",
            example: "\n  - indicator: Hộ hiến đất\n    value: trên 1.200\n    unit: hộ\n    year: \"2019\"",
            alsoWritten: ["kết quả"], row: ContentKey.Row(word: "columnResult", content: .results)),
    ]

    // MARK: How it is filed

    private static let filing: [ContentKey] = [
        ContentKey(
            "summary", .text(\.summary), "Tóm tắt một hai câu",
            example: "Năm năm thực hiện Chỉ thị, kết quả và bài học.", alsoWritten: ["tóm tắt", "mô tả"]),
        ContentKey(
            "topics", .texts(\.topics), "Chủ đề", example: "[Dân vận khéo, Xây dựng nông thôn mới]",
            alsoWritten: ["chủ đề"], facets: [.topic]),
        ContentKey("tags", .texts(\.tags), "Thẻ", example: "[hiến đất]", alsoWritten: ["thẻ", "từ khóa"]),
        ContentKey(
            "aliases", .texts(\.aliases), "Tên gọi khác, địa chỉ cũ",
            note: "Văn bản: tên người ta hay gọi. Trang khác: địa chỉ cũ, nay dẫn tới trang này.",
            example: "[Chỉ thị 24 của Tỉnh ủy]", alsoWritten: ["tên khác", "tên gọi khác"]),
        ContentKey(
            "redirect_from", .texts(\.formerAddresses), "Địa chỉ cũ",
            note:
                "Địa chỉ trước đây của trang, của văn bản cũng được, kể cả địa chỉ lúc chưa có trong kho (chua-co/…).",
            example: "[chua-co/24-ct-tu.html]", alsoWritten: ["địa chỉ cũ", "chuyển hướng từ"]),
        ContentKey(
            "sources", .records(\.sources), "Bài viết nguồn",
            example: "\n  - title: Dân vận khéo ở Na Rì\n    portal: Trang tin Đảng bộ tỉnh\n    date: 12/9/2018",
            alsoWritten: ["nguồn", "bài nguồn", "bài viết nguồn"]),
        ContentKey(
            "updated", .date(\.updated), "Ngày sửa trang lần cuối", example: "15/7/2026",
            alsoWritten: ["ngày sửa", "cập nhật"]),
        ContentKey(
            "draft", .flag(\.isDraft), "Bản nháp", note: "Chỉ thấy khi xem trước.", example: "true",
            alsoWritten: ["nháp", "bản nháp"]),
        ContentKey(
            "hidden", .flag(\.isHidden), "Không đưa vào ô tìm kiếm", example: "true", alsoWritten: ["ẩn"]),
    ]

    // MARK: Asking

    private static let byKind: [PageKind: [ContentKey]] = Dictionary(
        uniqueKeysWithValues: PageKind.allCases.map { kind in (kind, keys.filter { $0.belongs(to: kind) }) })

    private static let byName: [PageKind: [String: ContentKey]] = byKind.mapValues { keys in
        // Two rows of one kind under one name would leave a page's value to chance.
        Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0) })
    }

    /// The keys a page of `kind` may have.
    public static func keys(for kind: PageKind) -> [ContentKey] { byKind[kind] ?? [] }

    /// The key that pages of `kind` write as `name`.
    package static func key(_ name: String, of kind: PageKind) -> ContentKey? { byName[kind]?[name] }

    /// What a choice among a few values spells, as the site keeps it; `nil` for a key without choices, or none of them.
    public static func choice(_ text: String, of name: String, for kind: PageKind) -> String? {
        guard case .choice(let accepted)? = key(name, of: kind)?.shape else { return nil }
        return accepted.first { $0.reads(text) }?.text
    }
}
