import OfficialDocuments
import Testing

/// Heads and feet from their lines alone.
@Suite struct LetterheadTests {
    private func head(_ text: String) -> Letterhead {
        LetterheadReader(.standard).read(
            text.split(separator: "\n", omittingEmptySubsequences: false).map { LayoutLine(String($0)) })
    }

    private static let state = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

    @Test(arguments: [
        ("UBND TỈNH KHÁNH HÒA\nSỞ NỘI VỤ\nSố: 5/KH-SNV", "Sở Nội vụ tỉnh Khánh Hòa"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố: 5/KH-UBND", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("HỘI ĐỒNG NHÂN DÂN\nXÃ DIÊN KHÁNH\nSố: 5/NQ-HĐND", "Hội đồng nhân dân xã Diên Khánh"),
        ("BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG\nSố: 5/2025/TT-BNNMT", "Bộ Nông nghiệp và Môi trường"),
        ("CHÍNH PHỦ\n-----\nSố: 30/2020/NĐ-CP", "Chính phủ"),
    ])
    func issuers(_ lines: String, _ name: String) {
        #expect(
            head(lines + "\n" + Self.state + "Hà Nội, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nA b c").issuer.value == name)
    }

    @Test func aCodeOfAnotherOfficeIsADoubt() {
        let read = head(
            "UBND TỈNH KHÁNH HÒA\nSỞ NỘI VỤ\nSố: 5/KH-STC\n" + Self.state
                + "Khánh Hòa, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nA")
        #expect(read.issuer.doubt != nil && read.number.doubt == nil)
    }

    @Test func aTypeThatIsNotThatOfTheNumberIsADoubt() {
        let read = head(
            "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n" + Self.state
                + "Số: 55/2007/CT-UBND\nPhan Rang, ngày 05 tháng 3 năm 2007\nQUYẾT ĐỊNH\nBan hành kế hoạch")
        #expect(read.number.value?.description == "55/2007/CT-UBND" && read.number.doubt != nil)
    }

    @Test func aYearThatIsNotThatOfTheNumberIsADoubt() {
        let read = head(
            "CHÍNH PHỦ\n" + Self.state
                + "Số: 30/2020/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2021\nNGHỊ ĐỊNH\nVề công tác văn thư")
        #expect(read.date.value?.iso == "2021-03-05" && read.date.doubt != nil)
    }

    @Test(arguments: ["Số:    /KH-UBND", "Số: ..…/KH-UBND", "Số /2026/KH-UBND", "Số:___/KH-UBND"])
    func blankNumbers(_ line: String) {
        let read = head(
            "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA\n\(line)\n" + Self.state
                + "Khánh Hòa, ngày     tháng 3 năm 2026\nKẾ HOẠCH\nA b")
        #expect(read.number.value == nil && read.number.doubt != nil)
        #expect(read.date.value?.iso == "2026-03" && read.date.doubt != nil)
        #expect(read.type.value == "kế hoạch")
    }

    @Test func runningTextHasNoHead() {
        let read = head(
            "Thực hiện Kế hoạch số 24-KH/BDVTU ngày 20/3/2009 của Ban Dân vận Tỉnh ủy Bắc Giang.\nNội dung khác.")
        #expect(!read.isPresent && read.number.value == nil && read.length == 0)
    }

    @Test func aFootWithoutColumns() {
        let lines = [
            "Trân trọng./.", "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Như trên; KT. CHỦ TỊCH", "- Lưu: VT. Nguyễn Văn An",
        ]
        let foot = DocumentFoot(lines.map { LayoutLine($0) })
        #expect(foot.range == 1..<4)
        #expect(foot.signer.value == "Nguyễn Văn An")
        #expect(foot.recipients == ["Như trên;", "Lưu: VT."])
        #expect(foot.capacity == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"])
    }
}
