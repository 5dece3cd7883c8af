import Diagnostics
import Testing

@Suite struct LineTableTests {
    @Test func columnsCountCharacters() {
        let table = LineTable(Array("Chỉ thị\nsố 24-CT/TU".utf8))
        let offset = Array("Chỉ thị\nsố ".utf8).count
        #expect(table.position(of: offset) == (2, 4))
        #expect(table.position(of: 0) == (1, 1))
    }

    @Test func offsetsPastTheEndGiveTheEnd() {
        #expect(LineTable(Array("ab".utf8)).position(of: 99) == (1, 3))
    }
}
