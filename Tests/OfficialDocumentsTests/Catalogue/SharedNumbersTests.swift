import Testing

@testable import OfficialDocuments

/// Whole texts, from finding to resolving, over a collection of shared numbers. `{id}` behind a citation is the document
/// it must link to, `{?}` one that stays a choice, `{-}` one that is not in the collection.
@Suite struct SharedNumbersTests {
    struct Text: Sendable, CustomStringConvertible {
        var locality: String?
        var date: String?
        var text: String

        init(_ locality: String?, _ date: String?, _ text: String) {
            self.locality = locality
            self.date = date
            self.text = text
        }

        init(_ text: String) { self.init(nil, nil, text) }

        var description: String { text }
    }

    static let texts: [Text] = [
        Text(
            """
            Thực hiện Nghị quyết số 25-NQ/TW{25-nq-tw-2013} ngày 03/6/2013 của Ban Chấp hành Trung ương, các địa phương đã \
            cụ thể hóa Nghị quyết 25-NQ/TW{25-nq-tw-2013}. Nghị quyết 25{25-nq-tw-2013} được quán triệt sâu rộng.
            """),
        Text(
            """
            Nghị quyết 25-NQ/TW{25-nq-tw-2003} ngày 12/3/2003 về công tác tôn giáo khác Nghị quyết số \
            25-NQ/TW{25-nq-tw-2008} ngày 25 tháng 7 năm 2008 và Nghị quyết số 25-NQ/TW{25-nq-tw-2026}, ngày 22/8/2026 của \
            Bộ Chính trị; chỉ ghi 25-NQ/TW{?} thì không rõ.
            """),
        Text("Nghị quyết 25-NQ/TW{-} ngày 01/01/2014."),
        Text("Nghị quyết số 24{24-nq-tw-2013}, 25-NQ/TW{25-nq-tw-2013} ngày 03/6/2013."),
        Text(
            "lam-dong", "2023-07-21",
            """
            Sau 5 năm thực hiện Chỉ thị số 24-CT/TU{24-ct-tu-lam-dong} của Ban Thường vụ Tỉnh ủy, so với Chỉ thị số \
            24-CT/TU{24-ct-tu-bac-kan} của Ban Thường vụ Tỉnh ủy Bắc Kạn và Chỉ thị 24-CT/TU{-} của Tỉnh ủy Bình Định.
            """
        ),
        Text(
            "binh-dinh", "2023-07-21",
            "Thực hiện Chỉ thị số 24-CT/TU{-} của Ban Thường vụ Tỉnh ủy, các huyện ủy vào cuộc."),
        Text("ha-noi", nil, "Chỉ thị số 24-CT/TU{24-ct-tu-ha-noi} ngày 07/8/2023 của Thành ủy về kỷ cương hành chính."),
        Text(
            "Chỉ thị số 24-CT/TU{24-ct-tu-lam-dong}, ngày 27/02/2018 và Chỉ thị 24-CT/TU{24-ct-tu-bac-kan} ngày 14/9/2018."
        ),
        Text(
            "phuoc-long", "2017-02-23",
            """
            UBND thị xã Phước Long đã ban hành Kế hoạch số 37/KH-UBND{37-kh-ubnd-2017} ngày 9/2/2017. Kế hoạch số \
            37/KH-UBND{37-kh-ubnd-2017} xác định các giải pháp.
            """
        ),
        Text(
            "phuoc-long", "2019-01-05",
            """
            Kế hoạch số 37/KH-UBND{37-kh-ubnd-2018} ngày 30/01/2018 của UBND thị xã; Kế hoạch số \
            37/KH-UBND{37-kh-ubnd-2017} ngày 09/02/2017 của UBND thị xã; Kế hoạch 37/KH-UBND{-} của UBND tỉnh.
            """
        ),
        Text(
            "Bộ luật số 100/2015/QH13{bo-luat-hinh-su} khác Nghị quyết số 100/2015/QH13{nghi-quyet-100}; 100/2015/QH13{?}."
        ),
        Text(
            """
            Nghị quyết Hội nghị Trung ương 7 (khóa XI){25-nq-tw-2013} về công tác dân vận; Nghị quyết Trung ương 7 \
            khóa XI{24-nq-tw-2013} về biến đổi khí hậu.
            """
        ),
        Text(
            "Chỉ thị số 5 -CT/TW{05-ct-tw} của Bộ Chính trị; Chỉ thị số 05/CT-TW{05-ct-tw}; Chỉ thị 05-CT/TW{-} ngày 01/02/2017."
        ),
        Text(
            "na-ri", "2018-11-01",
            "Thực hiện Chỉ thị 24-CT/TU{24-ct-tu-bac-kan}, Huyện ủy ban hành Kế hoạch số 12-KH/HU{-}."),
    ]

    @Test(arguments: texts)
    func everyCitationLinksToWhatIsMeant(_ text: Text) {
        var plain = ""
        var expected: [String] = []
        for (index, piece) in text.text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            if index == 0 {
                plain += piece
                continue
            }
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            expected.append(String(parts[0]))
            plain += parts.last ?? ""
        }
        let bytes = Array(plain.utf8)
        let citations = CitationFinder(.standard).find(
            in: bytes, names: CitationNames(Collection.catalogue))
        let page = PageContext(
            id: "bao-cao/x.md", locality: text.locality, date: text.date.flatMap(PartialDate.init(iso:))
        )
        let outcomes = CitationResolverTests.resolver.resolve(citations, in: bytes, on: page).map { resolution in
            switch resolution.outcome {
            case .resolved(let id): String(id.dropFirst(8).dropLast(3))
            case .ambiguous: "?"
            case .missing: "-"
            }
        }
        #expect(outcomes == expected)
    }
}
