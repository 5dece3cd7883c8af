import Foundation
import TestSupport
import Testing

@testable import SearchIndex

@Suite("Search index")
struct SearchIndexBuilderTests {
    /// The two pages of the worked example in docs/search-index.md.
    static let example = [
        SearchDocument(
            url: "van-ban/24-ct-tu.html", title: "Chỉ thị dân vận", number: "24-CT/TU",
            headings: [.init(text: "Mục tiêu", anchor: "muc-tieu")],
            body: [.init(text: "Tăng cường dân vận.", heading: 0)], facets: ["kind": ["document"], "year": ["2016"]],
            date: "2016-10-12", place: "Lâm Đồng"),
        SearchDocument(
            url: "bai-hoc/nghe-dan.html", title: "Nghe dân",
            body: [.init(text: "Nghe dân rồi mới bàn, dẫn lời Chỉ thị 24-CT/TU.")],
            facets: ["kind": ["lesson"]]),
    ]

    /// What 24-CT/TU means in them.
    static let numbered = NumberedDocument(
        number: "24-CT/TU", url: "van-ban/24-ct-tu.html", date: "2016-10-12", places: ["Lâm Đồng"],
        citing: ["bai-hoc/nghe-dan.html"])

    private func build(_ documents: [SearchDocument], jobs: Int = 2, twins: Bool = false) async -> [SearchFile] {
        let options = SearchIndexOptions(
            synonyms: [["DV", "dân vận"]], typeWords: ["chỉ thị": ["CT"]], kindWords: ["bài học": "lesson"],
            places: ["Lâm Đồng"], writesTwins: twins)
        var builder = SearchIndexBuilder(options: options)
        for document in documents { builder.add(DocumentPostings(analysing: document)) }
        builder.add(Self.numbered)
        return await builder.finish(jobs: jobs)
    }

    /// The JSON of each file by its name.
    private func files(_ documents: [SearchDocument], jobs: Int = 2) async -> [String: String] {
        let files = await build(documents, jobs: jobs)
        return Dictionary(files.map { ($0.name, String(decoding: $0.json, as: UTF8.self)) }) { first, _ in first }
    }

    /// Recorded anew by `RECORD_GOLDENS=1 swift test`.
    @Test("the worked example of docs/search-index.md, whole")
    func example() async throws {
        let files = await files(Self.example)
        let language = try #require(files["words"]?.firstRange(of: #","language":"a ai am "#))
        let lines = files.map { name, json in
            name == "words" ? "\(name) \(json[..<language.lowerBound])" : "\(name) \(json)"
        }
        let text = lines.sorted().joined(separator: "\n") + "\n"
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let golden = folder.appendingPathComponent("Fixtures/search-example.txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil { try Data(text.utf8).write(to: golden) }
        #expect(try String(contentsOf: golden, encoding: .utf8) == text)
    }

    @Test("with twins every file has one, and the texts are scripts only")
    func twins() async {
        let plain = await build(Self.example).map(\.path)
        let twinned = await build(Self.example, twins: true).map(\.path)
        let scripts = plain.map { String($0.prefix { $0 != "." }) + ".js" }
        #expect(plain.allSatisfy { $0.hasSuffix(".bin") })
        #expect(Set(twinned) == Set(plain.filter { !$0.hasPrefix("search/t/") } + scripts))
    }

    @Test("the version follows the text of a page even where the terms stay the same")
    func version() async {
        func manifest(_ text: String) async -> String? {
            let page = SearchDocument(url: "a.html", title: "Một", summary: "Tóm tắt", body: [.init(text: text)])
            return await files([page])["manifest"]
        }
        let plain = await manifest("Nghe dân.")
        let other = await manifest("Nghe dân!")
        #expect(plain != nil && plain != other)
    }

    @Test("the same bytes for any number of jobs")
    func jobs() async {
        let documents = Self.random(pages: 300)
        let one = await files(documents, jobs: 1)
        #expect(await files(documents, jobs: 4) == one)
    }

    @Test("files stay small, and their names are plain")
    func shards() async {
        let files = await files(Self.random(pages: 300))
        let shards = files.filter { $0.key.hasPrefix("p/") || $0.key.hasPrefix("s/") }
        #expect(shards.count > 2)
        for (name, text) in shards { #expect(text.utf8.count <= 42_000, "\(name)") }
        #expect(files.keys.allSatisfy { name in name.utf8.allSatisfy { $0 < 0x80 } && !name.contains(":") })
    }

    @Test("texts lie several to a file, and a result says in which")
    func texts() async throws {
        let files = await files(Self.random(pages: 300))
        let texts = files.filter { $0.key.hasPrefix("t/") }
        #expect(texts.count > 5 && texts.count < 100)
        let row = try #require(files["d/0/0"]?.split(separator: "],[").dropFirst(150).first)
        let file = try #require(row.split(separator: ",").last)
        #expect(files["t/0/\(file)"]?.contains("\"150\":[[") == true)
    }

    @Test("an empty site has an index too")
    func empty() async {
        let files = await files([])
        #expect(files["manifest"]?.contains(#""pages":0,"rows":256,"twins":false"#) == true)
        #expect(files.keys.allSatisfy { !$0.hasPrefix("p/") })
    }

    @Test("a pair is what stands together: punctuation parts it, a hyphen or a slash does not")
    func neighbours() async {
        let text = "mặt trận, đoàn thể. 24-CT/TU\u{00A0}dân  vận – khéo"
        let files = await files([SearchDocument(url: "a.html", title: "", body: [.init(text: text)])])
        let pairs = files["p/0/0"] ?? ""
        for pair in ["tran\",\"-mat:", "doan\",\"the:", "ct\",\"-24:", "tu\",\"-ct:", "dan\",\"-tu:", "van\",\"-dan:"] {
            #expect(pairs.contains(pair), "\(pair)")
        }
        for pair in ["-tran:", "-the:", "kheo:"] { #expect(!pairs.contains(pair), "\(pair)") }
    }

    @Test("a twin is a script with the deflated file in base64")
    func twin() {
        let file = SearchFile("d/0/0", Array(#"["l'été \ \"x\""]"#.utf8))
        #expect(file.path == "search/d/0/0.bin" && file.twin.path == "search/d/0/0.js")
        let script = String(decoding: file.twin.bytes, as: UTF8.self)
        #expect(script.hasPrefix(#"sohieuShard("d/0/0","eF"#) && script.hasSuffix("\");\n"))
        let encoded = script.dropFirst(#"sohieuShard("d/0/0",""#.utf8.count).dropLast(4)
        #expect(Data(base64Encoded: String(encoded)) == Data(file.bytes))
    }

    @Test("runs of pages", arguments: [([0, 1, 2, 5, 7, 8], "!$$!##"), ([], ""), ([3], "%!")])
    func runs(pages: [Int], expected: String) {
        var bytes: [UInt8] = []
        PostingCode.appendRuns(pages, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(
        "the serial everyone types alike",
        arguments: [("024-CT/TU", "24"), ("24-CT/TU", "24"), ("QĐ.138/CP", "138"), ("000", "0"), ("không số", nil)])
    func serial(number: String, expected: String?) {
        #expect(NumberKey.serial(of: number) == expected)
    }

    /// Pages of random syllables, the same on every run.
    private static func random(pages: Int) -> [SearchDocument] {
        var generator = SeededGenerator(seed: 3)
        let syllables = [
            "dân", "vận", "dẫn", "văn", "bản", "chỉ", "thị", "đường", "dương", "hòa", "hoà", "2020", "ủy", "uỷ", "mô",
            "hình",
        ]
        return (0..<pages).map { number in
            let words = (0..<120).map { _ in
                (syllables.randomElement(using: &generator) ?? "")
                    + (Bool.random(using: &generator) ? "" : String(Int.random(in: 0..<40, using: &generator)))
            }
            return SearchDocument(
                url: "p/\(number).html", title: words.prefix(6).joined(separator: " "), number: "\(number)-CT/TU",
                body: [.init(text: words.joined(separator: " "))], facets: ["kind": ["document"]])
        }
    }
}
