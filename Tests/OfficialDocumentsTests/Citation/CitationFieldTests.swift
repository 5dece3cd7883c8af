import OfficialDocuments
import Testing

@Suite("What stands beside a citation")
struct CitationFieldTests {
    private func first(_ text: String, names: CitationNames? = nil) throws -> Citation {
        try #require(CitationFinder(.standard).find(in: Array(text.utf8), names: names).first)
    }

    @Test(
        "the date",
        arguments: [
            ("Chỉ thị số 24-CT/TU, ngày 27/02/2018 của Tỉnh ủy", "2018-02-27"),
            ("Chỉ thị số 24-CT/TU ngày\n27 tháng 02 năm 2018", "2018-02-27"),
            ("Chỉ thị 24-CT/TU (ngày 27-2-2018)", "2018-02-27"),
            ("Chỉ thị 24-CT/TU (27.02.2018)", "2018-02-27"),
            ("Nghị định số 38/2023/NĐ-CP của Chính phủ ngày 24 tháng 6 năm 2023", "2023-06-24"),
            ("Hướng dẫn 36-HD/VPTW năm 2018 về thể thức", "2018"),
            ("Nghị quyết 25-NQ/TW tháng 7/2008", "2008-07"),
        ])
    func date(text: String, iso: String) throws {
        #expect(try first(text).date?.iso == iso)
    }

    @Test("an impossible date is none")
    func impossibleDate() throws {
        #expect(try first("Chỉ thị số 24-CT/TU ngày 31/02/2018").date == nil)
    }

    @Test(
        "the issuer",
        arguments: [
            (
                "Chỉ thị số 24-CT/TU ngày 27/02/2018 của Ban Thường vụ Tỉnh ủy Lâm Đồng về dân vận",
                "Ban Thường vụ Tỉnh ủy Lâm Đồng"
            ),
            (
                "Công văn 15325/UBND-VP ngày 13/10/2021 của UBND tỉnh Bà Rịa – Vũng Tàu về phòng dịch",
                "UBND tỉnh Bà Rịa – Vũng Tàu"
            ),
            (
                "Thông tư 05/2022/TT-BNNPTNT của Bộ Nông nghiệp và Phát triển nông thôn quy định",
                "Bộ Nông nghiệp và Phát triển nông thôn"
            ),
            (
                "Quyết định 01/2013/QĐ-UBND của Ủy ban nhân dân tỉnh Sơn La nhân dịp",
                "Ủy ban nhân dân tỉnh Sơn La"
            ),
            ("Nghị quyết 24/2021/QH15 của Quốc hội phê duyệt chương trình", "Quốc hội"),
            ("Kết luận 126-KL/TW của Bộ Chính trị, Ban Bí thư về việc", "Bộ Chính trị, Ban Bí thư"),
            ("Kết luận 126-KL/TW của Bộ Chính trị, Quyết định số 5", "Bộ Chính trị"),
            ("Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XI) và", "Ban Chấp hành Trung ương Đảng"),
        ])
    func issuer(text: String, phrase: String) throws {
        #expect(try first(text).issuerPhrase == phrase)
    }

    @Test("the issuer and the date before a verb of issuing")
    func lead() throws {
        let issued = try first(
            "Ngày 03/4/2018, Văn phòng Trung ương Đảng đã ban hành Hướng dẫn số 36-HD/VPTW về thể thức.")
        #expect(issued.issuerPhrase == "Văn phòng Trung ương Đảng")
        #expect(issued.date?.iso == "2018-04-03")
        #expect(try first("theo đề nghị của Sở Nội vụ tại Tờ trình số 1494/TTr-SNV").issuerPhrase == "Sở Nội vụ")
        #expect(try first("Tỉnh ủy ban hành kế hoạch thực hiện Chỉ thị số 05-CT/TW").issuerPhrase == nil)
    }

    @Test("the term")
    func term() throws {
        #expect(try first("Nghị quyết số 25-NQ/TW của Ban Chấp hành Trung ương Đảng (khoá XI)").term == 11)
        #expect(try first("Nghị quyết 04-NQ/TW ngày 30/10/2016 của Ban Chấp hành Trung ương khóa XII").term == 12)
    }

    @Test("the title, without its quotation marks, and the topic")
    func title() throws {
        #expect(try first("Quyết định số 217-QĐ/TW, ban hành cùng ngày, nói khác").title == nil)
        let quoted = "Quyết định số 218-QĐ/TW của Bộ Chính trị (khóa XI) “Quy định về “góp ý” xây dựng Đảng”."
        #expect(try first(quoted).title == "Quy định về “góp ý” xây dựng Đảng")
        #expect(try first("Nghị quyết 25-NQ/TW về “Công tác dân vận”").title == "Công tác dân vận")
        #expect(
            try first("Nghị quyết 25-NQ/TW về việc đổi mới công tác dân vận, giai đoạn mới").title
                == "đổi mới công tác dân vận")
    }

    @Test(
        "the type word",
        arguments: [
            ("Quy định số 97-QĐ/TW", "QyĐ"), ("Quyết định 97-QĐ/TW", "QĐ"), ("Thông tri số 06-TTr/QU", "TT"),
            ("Chương trình hành động số 17-CTr/TU", "CTr"), ("Bộ luật số 100/2015/QH13", "BL"),
            ("Luật Tổ chức chính quyền địa phương số 77/2015/QH13", "Luật"),
        ])
    func typeWord(text: String, code: String) throws {
        #expect(try first(text).typeWord == code)
    }

    @Test(
        "the pinpoint",
        arguments: [
            ("Điều 5 Nghị định 59/2023/NĐ-CP", "dieu-5"),
            ("khoản 2 Điều 3 của Nghị định số 59/2023/NĐ-CP", "dieu-3-khoan-2"),
            ("điểm đ khoản 2, Điều 3, Nghị định số 59/2023/NĐ-CP", "dieu-3-khoan-2-diem-dd"),
        ])
    func pinpoint(text: String, anchor: String) throws {
        #expect(try first(text).pinpoint?.anchor == anchor)
    }

    @Test(
        "the relation phrase",
        arguments: [
            ("triển khai thực hiện Chỉ thị số 24-CT/TU", Relation.implements, false),
            ("Căn cứ Nghị quyết 25-NQ/TW", .basedOn, false),
            ("Quy định này thay thế Quy định số 115-QĐ/TW", .replaces, false),
            ("sửa đổi, bổ sung một số điều của Nghị định số 56/2015/NĐ-CP", .amends, false),
            ("sơ kết 5 năm thực hiện Chỉ thị số 24-CT/TU", .reviews, false),
            ("tổng kết 10 năm triển khai thực hiện Nghị quyết 25-NQ/TW", .reviews, false),
            ("hướng dẫn thực hiện Nghị quyết 25-NQ/TW", .guides, false),
            ("được thay thế bởi Quyết định số 12/QĐ-UBND", .replaces, true),
            ("bị bãi bỏ, thay thế bởi Thông tư số 01/2015/TT-BNV", .replaces, true),
            ("được sửa đổi, bổ sung theo Nghị định số 56/2015/NĐ-CP", .amends, true),
        ])
    func relation(text: String, relation: Relation, isPassive: Bool) throws {
        #expect(try first(text).relation == RelationPhrase(relation: relation, isPassive: isPassive))
    }

    @Test(
        "what others carry out is no relation of the page",
        arguments: ["UBND xã thực hiện Chỉ thị số 05-CT/TW", "Các chi bộ đã triển khai Nghị quyết số 25-NQ/TW"])
    func othersDo(text: String) throws { #expect(try first(text).relation == nil) }

    @Test(
        "and what the page carries out is one",
        arguments: ["Thực hiện Chỉ thị số 05-CT/TW, tỉnh", "Kế hoạch này thực hiện Nghị quyết số 25-NQ/TW"])
    func thePageDoes(text: String) throws { #expect(try first(text).relation?.relation == .implements) }

    @Test("one phrase governs a list, and the replacement of people governs none")
    func relationOfLists() throws {
        let text = "triển khai thực hiện Chỉ thị số 24-CT/TU và Quyết định số 218-QĐ/TW"
        let found = CitationFinder(.standard).find(in: Array(text.utf8))
        #expect(found.map(\.relation?.relation) == [.implements, .implements])
        #expect(try first("thay thế thành viên tại Quyết định số 12/QĐ-UBND").relation == nil)
    }

    @Test("how the number departs from its canonical spelling")
    func deviations() throws {
        #expect(try first("Chỉ thị số 22/CT-TW").deviations == .separators)
        #expect(try first("Nghị định 30/2020/NÐ-CP").deviations == .lookAlike)
        #expect(try first("Nghị định 86/2022/ND-CP").deviations == .marks)
        #expect(try first("Kết luận 100 - KL/TW").deviations == .spacing)
        #expect(try first("Chương trình 17-CTR/TU").deviations == .letterCase)
    }
}
