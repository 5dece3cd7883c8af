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
            date: "2016-10-12"),
        SearchDocument(
            url: "bai-hoc/nghe-dan.html", title: "Nghe dân",
            body: [.init(text: "Nghe dân rồi mới bàn, dẫn lời Chỉ thị 24-CT/TU.")],
            facets: ["kind": ["lesson"]], cites: ["24-CT/TU"]),
    ]

    private func files(_ documents: [SearchDocument], jobs: Int = 2, twins: Bool = false) async -> [String: String] {
        let options = SearchIndexOptions(
            abbreviations: ["DV": "dân vận"], typeWords: ["chỉ thị": ["CT"]], writesTwins: twins)
        var builder = SearchIndexBuilder(options: options)
        for document in documents { builder.add(DocumentPostings(analysing: document)) }
        let files = await builder.finish(jobs: jobs)
        return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    @Test("the worked example of docs/search-index.md, whole")
    func example() async {
        let files = await files(Self.example)
        let expected = [
            "search/d/0/0.json":
                #"[["van-ban/24-ct-tu.html","Chỉ thị dân vận","24-CT/TU","document","2016-10-12","Tăng cường dân vận."],"#
                + #"["bai-hoc/nghe-dan.html","Nghe dân","","lesson","","Nghe dân rồi mới bàn, dẫn lời Chỉ thị 24-CT/TU."]]"#,
            "search/f/date.json": #"{"dates":"Thx!!!"}"#,
            "search/f/kind.json": ##"{"document":"!","lesson":"#"}"##,
            "search/f/year.json": #"{"2016":"!"}"#,
            "search/n/0/0.json": ##"{"24":[["24-CT/TU","!","#"]]}"##,
            "search/p/0/0.json":
                ##"{"24":"ct:!!(&","chi":"thi:$((&","ct":"tu:!!(&","cuong":"dan:D=&","dan":"loi:@10 roi:=*0 van:=5)","##
                + ##""loi":"chi:1$0","moi":"ban:4#0","muc":"tieu:()&","nghe":"dan:!=2","roi":"moi:*40","##
                + ##""tang":"cuong:)D&","thi":"24:(!0 dan:(=("}"##,
            "search/s/0/0.json":
                ##"{"":"24:!/- ban:#> chi:$/- ct:!/- cuong:D- dan:=00,@> loi:1> moi:4> muc:(- nghe:!A roi:*> tang:)- "##
                + ##"thi:(/- tieu:)- tu:!/- van:50"}"##,
            "search/t/bai-hoc/nghe-dan.json":
                #"[["","Nghe dân"],["","Nghe dân rồi mới bàn, dẫn lời Chỉ thị 24-CT/TU."]]"#,
            "search/t/van-ban/24-ct-tu.json":
                #"[["","Chỉ thị dân vận"],["muc-tieu","Mục tiêu"],["muc-tieu","Tăng cường dân vận."]]"#,
            "search/words.json": #"{"words":"chỉ ct dân thị tu bàn cường dẫn lời mới mục nghe rồi tiêu tăng vận"}"#,
        ]
        for (path, text) in expected { #expect(files[path] == text, "\(path)") }
        #expect(Set(files.keys) == Set(expected.keys).union(["search/manifest.json"]))
        #expect(
            files["search/manifest.json"]?.hasSuffix(
                #","pages":2,"rows":16,"twins":false,"pairLevels":[300,543,786,1029,1271,1514,1757,2000],"#
                    + #""syllableLevels":[300,413,527,640,753,867,980,1093,1207,1320,1433,1547,1660,1773,1887,2000],"#
                    + #""pairs":"24 ct","syllables":"24","numbers":"24","sketch":{"cells":1,"levels":"!"},"facets":["kind","year"],"#
                    + #""abbreviations":{"DV":"dân vận"},"types":{"chi thi":["ct"]}}"#) == true)
    }

    @Test("with twins every JSON file has one, and the texts are scripts only")
    func twins() async {
        let plain = await files(Self.example)
        let twinned = await files(Self.example, twins: true)
        let scripts = plain.keys.map { String($0.dropLast(".json".count)) + ".js" }
        let expected = Set(plain.keys.filter { !$0.hasPrefix("search/t/") }).union(scripts)
        #expect(Set(twinned.keys) == expected)
        #expect(
            twinned["search/t/bai-hoc/nghe-dan.js"]
                == #"sohieuShard("t/bai-hoc/nghe-dan",'[["","Nghe dân"],["","Nghe dân rồi mới bàn, dẫn lời Chỉ thị 24-CT/TU."]]');"#
                + "\n")
    }

    @Test("the version follows the text of a page even where the terms stay the same")
    func version() async {
        func manifest(_ text: String) async -> String? {
            let page = SearchDocument(url: "a.html", title: "Một", summary: "Tóm tắt", body: [.init(text: text)])
            return await files([page])["search/manifest.json"]
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

    @Test("shards stay small, and their starts are in order")
    func shards() async {
        let files = await files(Self.random(pages: 300))
        let shards = files.filter { $0.key.hasPrefix("search/p/") || $0.key.hasPrefix("search/s/") }
        #expect(shards.count > 4)
        for (path, text) in shards { #expect(text.utf8.count <= 20_000, "\(path)") }
        #expect(files.keys.allSatisfy { path in path.utf8.allSatisfy { $0 < 0x80 } && !path.contains(":") })
    }

    @Test("an empty site has an index too")
    func empty() async {
        let files = await files([])
        #expect(files["search/manifest.json"]?.contains(#""pages":0,"rows":16,"twins":false"#) == true)
        #expect(files.keys.allSatisfy { !$0.hasPrefix("search/p/") })
    }

    @Test("a pair is what stands together: punctuation parts it, a hyphen or a slash does not")
    func neighbours() async {
        let text = "mặt trận, đoàn thể. 24-CT/TU\u{00A0}dân  vận – khéo"
        let files = await files([SearchDocument(url: "a.html", title: "", body: [.init(text: text)])])
        let pairs = files["search/p/0/0.json"] ?? ""
        for pair in ["mat\":\"tran:", "doan\":\"the:", "24\":\"ct:", "ct\":\"tu:", "tu\":\"dan:", "dan\":\"van:"] {
            #expect(pairs.contains(pair), "\(pair)")
        }
        for pair in ["tran\":\"doan:", "the\":\"24:", "van\":\"kheo:"] { #expect(!pairs.contains(pair), "\(pair)") }
    }

    @Test("a twin holds the very same JSON, whatever is in it")
    func twin() {
        let file = SearchFile("search/d/0/0.json", Array(#"["l'été \ \"x\""]"#.utf8))
        #expect(file.twin.path == "search/d/0/0.js")
        #expect(
            String(decoding: file.twin.bytes, as: UTF8.self) == #"sohieuShard("d/0/0",'["l\'été \\ \\"x\\""]');"# + "\n"
        )
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
