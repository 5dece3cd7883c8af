import Diagnostics
import Foundation
import Preview
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct PreviewServerTests {
    private static let files = [
        "index.html": "<body><p>trang chủ</p></body>\n",
        "van-ban/index.html": "<p>không có thân</p>",
        "assets/site.css": "p { color: red }",
        "404.html": "<body>không có</body>",
    ]

    private func serve(_ site: FakeSite = FakeSite(files), _ body: (RunningPreview) async throws -> Void) async throws {
        try await RunningPreview.run {
            PreviewLoad(site: site, diagnostics: [])
        } _: {
            try await body($0)
        }
    }

    @Test func pagesAreSentWithTheScriptThatLoadsThemAgain() async throws {
        try await serve { preview in
            let answer = try await preview.ask("GET /")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
            let tag =
                #/<body><p>trang chủ<\/p><script src="\/__sohieu\/reload\.js\?[0-9a-f]+-1" defer><\/script>\n<\/body>\n/#
            #expect(answer.body.wholeMatch(of: tag) != nil, "\(answer.body)")
            #expect(answer.headers["content-length"] == String(answer.body.utf8.count))
            #expect(try await preview.ask("GET /index.html?q=1").body == answer.body)
            // A page without an end of its body gets the script at its own end.
            #expect(try await preview.ask("GET /van-ban/").body.hasPrefix("<p>không có thân</p><script src="))
        }
    }

    @Test func otherFilesAreSentAsTheyAre() async throws {
        try await serve { preview in
            let answer = try await preview.ask("GET /assets/site.css")
            #expect(answer.status == 200 && answer.body == Self.files["assets/site.css"])
            #expect(answer.headers["content-type"] == "text/css; charset=utf-8")
            let script = try await preview.ask("GET /__sohieu/reload.js")
            #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
            #expect(script.body.contains("EventSource"))
        }
    }

    @Test(arguments: ["/", "/assets/site.css", "/nowhere"])
    func headSaysWhatGetWouldSay(_ path: String) async throws {
        try await serve { preview in
            let get = try await preview.ask("GET \(path)")
            let head = try await preview.ask("HEAD \(path)")
            #expect(head.body == "" && head.status == get.status && head.headers == get.headers)
        }
    }

    @Test func headOfTheEventsEnds() async throws {
        try await serve { preview in
            let head = try await preview.ask("HEAD /__sohieu/events")
            #expect(head.status == 200 && head.headers["content-type"] == "text/event-stream" && head.body == "")
        }
    }

    @Test func addressesThatLeadNowhere() async throws {
        try await serve { preview in
            let answer = try await preview.ask("GET /van-ban/nowhere.html")
            #expect(answer.status == 404 && answer.body.hasPrefix("<body>không có<script"))
            #expect(try await preview.ask("GET /__sohieu/nowhere").status == 404)
        }
        try await serve(FakeSite([:])) { preview in
            let answer = try await preview.ask("GET /")
            #expect(answer.status == 404 && answer.body.contains("<h1>Không có trang này</h1>"))
        }
    }

    @Test(arguments: [
        "/../secret", "/%2e%2e/secret", "/a/..%2f..%2fsecret", "/./index.html", "//index.html", "/a%00.html",
        "/..%5csecret",
        "/a\\..\\secret", "/%ff", "/%", "http://127.0.0.1/index.html", "*", "index.html", "/a//b", "/%2fetc/passwd",
    ])
    func nothingButPathsOfTheSiteIsLookedUp(_ target: String) async throws {
        let site = FakeSite(Self.files)
        try await serve(site) { preview in
            let answer = try await preview.ask("GET \(target)")
            #expect(answer.status == 404)
            #expect(site.askedPaths == ["404.html"])
        }
    }

    @Test func namesMayHoldAnyLetter() async throws {
        try await serve(FakeSite(["tệp đính kèm/số 1.txt": "x"])) { preview in
            let path = "/t%E1%BB%87p%20%C4%91%C3%ADnh%20k%C3%A8m/s%E1%BB%91%201.txt"
            let answer = try await preview.ask("GET \(path)")
            #expect(answer.body == "x")
        }
    }

    @Test func foldersWithoutTheirSlashAreSentOn() async throws {
        try await serve { preview in
            let answer = try await preview.ask("GET /van-ban")
            #expect(answer.status == 307 && answer.headers["location"] == "/van-ban/")
        }
    }

    @Test func onlyThisMachinesNamesAreAnswered() async throws {
        try await serve { preview in
            #expect(try await preview.ask("GET /", host: "localhost:\(preview.port)").status == 200)
            let answer = try await preview.ask("GET /", host: "evil.example:\(preview.port)")
            #expect(answer.status == 403 && answer.body == "tên máy chủ này không được phép\n")
            #expect(try await preview.ask("GET /__sohieu/overlay.html", host: "evil.example").status == 403)
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
    func onlyReadingIsAllowed(_ method: String) async throws {
        try await serve { preview in
            let answer = try await preview.ask("\(method) /")
            #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD")
        }
    }

    @Test func withoutASiteThereIsAPageThatWaitsForOne() async throws {
        try await RunningPreview.run {
            PreviewLoad(site: nil, diagnostics: [.impossibleDate])
        } _: { preview in
            let answer = try await preview.ask("GET /")
            #expect(answer.status == 503 && answer.body.contains("<h1>Chưa có gì để xem</h1>"))
            #expect(answer.body.contains("<script src=\"/__sohieu/reload.js?"))
        }
    }

    @Test func errorsAreListed() async throws {
        try await RunningPreview.run {
            PreviewLoad(site: FakeSite(Self.files), diagnostics: [.impossibleDate])
        } _: { preview in
            // Nothing better was there before: what has errors is shown.
            #expect(try await preview.ask("GET /").status == 200)
            let list = try await preview.ask("GET /__sohieu/overlay.html")
            #expect(
                list.body == """
                    <details class="problems" open>
                    <summary><strong>1 lỗi</strong></summary>
                    <ol>
                    <li>
                    <p class="place">content/van-ban/24.md:3:7</p>
                    <p class="message">không có tháng &lt;13&gt; <span class="id">[impossible-date]</span></p>
                    <p class="suggestion">→ viết năm-tháng-ngày</p>
                    </li>
                    </ol>
                    </details>

                    """
            )
        }
    }

    /// An editor of templates saves half-finished ones: pages go on to have what loads them again.
    @Test(arguments: ["break", "remove"])
    func thePreviewsOwnFilesAreTakenAsTheyLastWere(_ kind: String) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try FileManager.default.copyItem(atPath: templateFolder + "/preview", toPath: folder.path + "/preview")
        try await RunningPreview.run(templates: folder.path) {
            PreviewLoad(site: FakeSite(Self.files), diagnostics: [.impossibleDate])
        } _: { preview in
            for path in ["/", "/__sohieu/overlay.html", "/__sohieu/reload.js"] {
                let before = try await preview.ask("GET \(path)").body
                if kind == "remove" {
                    try folder.delete("preview")
                } else {
                    try folder.write("preview/tag.mustache", "{{#a}}<script>")
                    try folder.write("preview/overlay.mustache", "{{/a}}")
                }
                #expect(try await preview.ask("GET \(path)").body == before)
                if kind == "remove" {
                    try FileManager.default.copyItem(
                        atPath: templateFolder + "/preview", toPath: folder.path + "/preview")
                }
            }
            try folder.makeFolder("preview")
            try folder.write("preview/tag.mustache", "<i>mới</i>")
            #expect(try await preview.ask("GET /").body.contains("<i>mới</i>"))
        }
    }

    @Test func aPortInUseIsSaidSo() async throws {
        try await serve { preview in
            let options = PreviewOptions(port: preview.port, watchedFolders: [], templateFolder: templateFolder)
            let second = PreviewServer(
                options: options, load: { PreviewLoad(site: nil, diagnostics: []) }, report: { _ in })
            await #expect(throws: PreviewError.portInUse(preview.port)) { try await second.run() }
        }
        #expect(
            PreviewError.portInUse(8000).message.vietnamese
                == "cổng 8000 đang có chương trình khác dùng; chọn cổng khác bằng -p, ví dụ: sohieu serve -p 8001"
        )
    }

    @Test(arguments: [
        (
            PreviewOptions(address: "nowhere", watchedFolders: [], templateFolder: templateFolder),
            PreviewError.badAddress("nowhere")
        ),
        (
            PreviewOptions(address: "192.0.2.1", watchedFolders: [], templateFolder: templateFolder),
            .badAddress("192.0.2.1")
        ),
        (
            PreviewOptions(watchedFolders: [], templateFolder: "/nowhere"),
            .missingFile(path: "/nowhere/preview/tag.mustache")
        ),
        (
            PreviewOptions(watchedFolders: ["/nowhere"], templateFolder: templateFolder),
            .unwatchable(path: "/nowhere", reason: "No such file or directory")
        ),
    ])
    func whatCannotStartSaysWhy(_ options: PreviewOptions, _ error: PreviewError) async {
        let server = PreviewServer(
            options: options, load: { PreviewLoad(site: nil, diagnostics: []) }, report: { _ in })
        await #expect(throws: error) { try await server.run() }
    }
}
