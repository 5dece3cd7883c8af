import Diagnostics
import Markdown
import OfficialDocuments
import Testing

@testable import Content

/// Values in the spellings that editors use.
@Suite struct WrittenValuesTests {
    @Test(
        arguments: [
            ("2018-02-08", "2018-02-08"), ("8-2-2018", "2018-02-08"), ("8/2/2018", "2018-02-08"),
            ("08.02.2018", "2018-02-08"), ("ngày 05 tháng 3 năm 2007", "2007-03-05"), ("Ngày 5/3/2007", "2007-03-05"),
            ("05 tháng 3 năm 2007", "2007-03-05"), ("tháng 3 năm 2007", "2007-03"), ("tháng 3/2007", "2007-03"),
            ("năm 2007", "2007"), ("2007", "2007"), ("03/2007", "2007-03"), ("2007-3", "2007-03"),
            ("8 - 2 - 2018", "2018-02-08"),
        ])
    func aDateIsUnderstood(_ text: String, _ iso: String) {
        #expect(DateText.read(text)?.iso == iso)
    }

    @Test(
        arguments: [
            ("2018-13-27", false), ("29/02/2019", false), ("31-4-2007", false), ("ngày 30 tháng 2 năm 2007", false),
            ("8/2/18", true), ("mới đây", true), ("", true), ("1/2/3/2007", true), ("2007-2008", true), ("3", true),
            ("99999", true), ("quý 3 năm 2007", true),
        ])
    func whatIsNoDateIsToldFromWhatCannotBe(_ text: String, _ isUnreadable: Bool) {
        #expect(DateText.reading(text) == (isUnreadable ? .unreadable : .impossible))
    }

    @Test(arguments: [("13", 13), ("XIII", 13), ("khóa XIII", 13), ("thứ xi", 11), ("Khoá 11", 11), ("lần thứ X", 10)])
    func aTermIsUnderstood(_ text: String, _ number: Int) {
        #expect(TermText.read(text) == number)
    }

    @Test(arguments: ["", "mười ba", "XIIII.", "-3", "10000", "khóa"])
    func whatIsNoTermIsNone(_ text: String) {
        #expect(TermText.read(text) == nil)
    }

    private func head(_ yaml: String, _ kind: PageKind = .document) -> (head: PageHead, problems: [Diagnostic]) {
        let (value, problems) = YAMLReader.read(yaml, path: "a.md")
        let reader = HeadReader(value?.mapping ?? [], kind: kind)
        return (reader.head, problems + reader.diagnostics)
    }

    @Test func caseAndMarksOfAValueDoNotMatter() {
        let (head, problems) = head("status: Còn hiệu lực\nterm: XIII\ndraft: Có\nhidden: sai\n")
        #expect(problems.isEmpty)
        #expect(head.status == .inForce)
        #expect(head.term == 13)
        #expect(head.isDraft && !head.isHidden)
        #expect(self.head("status: HET HIEU LUC TOAN BO").head.status == .expired)
    }

    @Test(
        arguments: [
            ("số hiệu", "number"), ("Ngày ban hành", "date"), ("co_quan_ban_hanh", "issuer"), ("nguoi-ky", "signer"),
            ("trích yếu", "title"), ("titel", "title"), ("tóm tắt", "summary"),
        ])
    func aKeyWrittenInVietnameseIsSuggested(_ key: String, _ name: String) {
        let problems = head("\(key): x").problems
        #expect(problems.map(\.id) == ["unknown-key"])
        #expect(problems.first?.suggestion?.vietnamese == "có phải là \(name)?")
    }

    @Test(arguments: PageKind.allCases)
    func aScaffoldSaysWhatIsToBeFilledIn(_ kind: PageKind) throws {
        let text = ContentSchema.scaffold(
            for: kind, title: "10-NQ/TU", locality: kind == .document ? "ninh-thuan" : nil, with: Knowledge())
        let (front, broken) = FrontMatter.read(Array(text.utf8), path: "a.md")
        #expect(broken.isEmpty)
        let problems = HeadReader(front.entries, kind: kind).diagnostics
        #expect(problems.allSatisfy { $0.id == "unfilled" })
        #expect((kind == .document) == problems.contains { $0.message.vietnamese.hasPrefix("title ") })
        // What stands behind # is read as well once the sign is taken away.
        let all = text.replacing("\n# ", with: "\n")
        let (whole, faults) = FrontMatter.read(Array(all.utf8), path: "a.md")
        #expect(faults.isEmpty)
        #expect(Set(HeadReader(whole.entries, kind: kind).diagnostics.map(\.id)) == ["unfilled"])
        #expect(!text.contains("20") && !text.contains("25-NQ"))
    }

    @Test func aNumberOfTwoPlacesHasTwoFiles() {
        #expect(ContentSchema.fileName(for: "10-NQ/TU") == "10-nq-tu")
        #expect(ContentSchema.fileName(for: "10-NQ/TU", locality: "ninh-thuan") == "10-nq-tu-ninh-thuan")
        #expect(ContentSchema.fileName(for: "10-NQ/TU Ninh Thuận", locality: "ninh-thuan") == "10-nq-tu-ninh-thuan")
    }
}
