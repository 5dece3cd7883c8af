import Digests
import Testing

@testable import Bundles

/// `SHA256SUMS`: its lines to the byte, and what is told of a list that someone has edited.
@Suite struct ChecksumsTests {
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    private func list(_ texts: [String: String]) -> Checksums {
        Checksums(texts.mapValues { SHA256.digest(of: Array($0.utf8)) })
    }

    @Test func linesAreThoseOfSha256sumInTheOrderOfBytes() {
        let text = list(["van-ban/a.html": "", "index.html": "abc", "van-ban.html": "abc", "Ảnh.png": ""]).text
        #expect(
            text == """
                \(Self.abc)  index.html
                \(Self.abc)  van-ban.html
                \(Self.empty)  van-ban/a.html
                \(Self.empty)  Ảnh.png

                """)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let list = list(["a": "1", "b/c d.html": "2", #"b\n"#: "3", "hai\ndòng\r": "4", " đầu": "5"])
        #expect(list.text.contains(#"  hai\ndòng\r"#))
        #expect(try Checksums(parsing: list.text) == list)
    }

    @Test func linesOfWindowsAndBinaryMarksAreRead() throws {
        let read = try Checksums(parsing: "\(Self.abc.uppercased()) *a.html\r\n\r\n\(Self.empty)  b.html")
        #expect(read == list(["a.html": "abc", "b.html": ""]))
    }

    @Test func everyUnreadableLineIsTold() {
        let text = """
            \(Self.abc)  a.html
            \(Self.abc) b.html
            \(Self.abc.dropLast())  c.html
            \(Self.abc)  ../d.html
            \(Self.abc)  /etc/passwd
            \(Self.abc)  a.html
            \\\(Self.abc)  a\\x
            một dòng chữ
            """
        #expect {
            try Checksums(parsing: text)
        } throws: { error in
            (error as? Checksums.Malformed)?.lines.map { "\($0.number) \($0.fault)" } == [
                "2 form", "3 form", "4 path", "5 path", "6 repetition", "7 form", "8 form",
            ]
        }
    }

    @Test func anUnreadableLineIsAProblemWithItsPlace() {
        #expect {
            try Checksums(parsing: "\(Self.abc)  a.html\nmột dòng chữ\n")
        } throws: { error in
            (error as? Checksums.Malformed)?.diagnostics(path: "SHA256SUMS").map { "\($0.location.line) \($0.id)" }
                == ["2 " + "malformed-checksums"]
        }
    }

    @Test func theReleaseTellsStatesApart() {
        let release = list(["a": "1"]).release
        #expect(release == "fc5b2781bc65746b")
        #expect(release == list(["a": "1"]).release)
        #expect(release != list(["a": "2"]).release)
        #expect(release != list(["b": "1"]).release)
    }
}
