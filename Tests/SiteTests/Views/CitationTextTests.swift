import Foundation
import OfficialDocuments
import Testing

@testable import Content
@testable import Reading
@testable import SiteTemplates
@testable import Views

/// What "Chép trích dẫn" copies for a document: Nghị định 30/2020/NĐ-CP, with type, issuer and "về" once each.
@Suite struct CitationTextTests {
    private let words: [String: String]

    private let knowledge = Knowledge()

    init() throws {
        words = try #require(TemplateFolder.read(Goldens.repository.path + "/site-templates").0.strings["vi"])
    }

    private func text(_ cells: [String]) -> String {
        func cell(_ index: Int) -> String? { cells[index].isEmpty ? nil : cells[index] }
        let number = cell(1).flatMap { DocumentNumber.parse($0, with: knowledge)?.number }
        let type = cell(0) ?? knowledge.types.name(of: number?.type, in: number)
        return CitationText(
            type: type?.capitalisedFirst, isTypeStated: cell(0) != nil, number: number,
            date: cell(3).flatMap(DateText.read), issuer: cell(2), title: cell(4), knowledge: knowledge,
            word: { words[$0] ?? $0 }
        ).text
    }

    /// `RECORD_GOLDENS=1` writes the last column anew; it is read by eye before it is kept.
    @Test func documentsAreCitedAsTheTableHasThem() throws {
        let url = Goldens.fixtures.appendingPathComponent("citations/to-copy.tsv")
        let lines = try String(decoding: Data(contentsOf: url), as: UTF8.self).split(separator: "\n")
        let seen = lines.map { line -> String in
            var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard !line.hasPrefix("#") else { return String(line) }
            cells[5] = text(cells)
            return cells.joined(separator: "\t")
        }
        #expect(seen.count > 30)
        try Goldens.expect(seen.joined(separator: "\n") + "\n", equals: url)
    }

    @Test(
        arguments: [
            ("2007-03-05", "ngày 05 tháng 3 năm 2007"), ("2007-01-31", "ngày 31 tháng 01 năm 2007"),
            ("2007-02-28", "ngày 28 tháng 02 năm 2007"), ("2007-10-09", "ngày 09 tháng 10 năm 2007"),
            ("2007-09-10", "ngày 10 tháng 9 năm 2007"), ("2007-02", "tháng 02 năm 2007"), ("2007", "năm 2007"),
        ])
    func daysBelowTenAndTheFirstTwoMonthsHaveAZero(_ date: String, _ words: String) {
        #expect(
            text(["", "1/CT-TTg", "Thủ tướng", date, "Về A"]) == "Chỉ thị số 1/CT-TTg \(words) của Thủ tướng về A")
    }

    @Test(
        arguments: [
            ("2018-04-03", "1-HD/VPTW, ngày 03/4/2018"), ("2017-02-06", "1-HD/VPTW, ngày 06/02/2017"),
            ("2017-10", "1-HD/VPTW, tháng 10/2017"), ("2017", "1-HD/VPTW, năm 2017"), ("", "1-HD/VPTW"),
        ])
    func thePartyPartsNumberAndDateByAComma(_ date: String, _ words: String) {
        #expect(
            text(["", "1-HD/VPTW", "Văn phòng Trung ương Đảng", date, "Về A"])
                == "Hướng dẫn số \(words) của Văn phòng Trung ương Đảng về A")
    }

    /// Whatever a title opens with, nothing is said twice and nothing is lost.
    @Test(arguments: ["Về", "Chỉ thị về", "Chỉ thị của Bộ Chính trị về", "V/v", ""])
    func typeAndIssuerAreSaidOnce(_ opening: String) {
        let title = "\(opening) tăng cường công tác dân vận".trimmingCharacters(in: .whitespaces)
        let text = text(["", "1-CT/TW", "Bộ Chính trị", "2013-06-03", title])
        let about = opening == "V/v" ? "về việc" : "về"
        #expect(
            text == "Chỉ thị số 1-CT/TW, ngày 03/6/2013 của Bộ Chính trị \(about) tăng cường công tác dân vận")
    }
}
