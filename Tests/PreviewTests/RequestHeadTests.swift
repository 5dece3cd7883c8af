import Testing

@testable import Preview

@Suite struct RequestHeadTests {
    private func head(_ lines: String..., limit: Int = 100) throws -> RequestHead {
        try RequestHead(Array(lines.joined(separator: "\r\n").utf8)[...], fieldLimit: limit)
    }

    @Test func aHeadIsReadAsItIs() throws {
        let head = try head(
            "GET /van-ban/?q=a?b HTTP/1.1", "Host: localhost", "ACCEPT:\t text/html \t", "accept: */*", "Empty:")
        #expect(head.method == "GET" && head.target == "/van-ban/?q=a?b" && head.path == "/van-ban/")
        #expect(head.values("host") == ["localhost"])
        #expect(head.values("accept") == ["text/html", "*/*"])
        #expect(head.values("empty") == [""] && head.values("none") == [])
        #expect(head.isKeptAlive && !head.hasBody)
    }

    @Test(arguments: [
        ("HTTP/1.1", "A: b", true), ("HTTP/1.0", "A: b", false), ("HTTP/1.1", "Connection: Close", false),
        ("HTTP/1.1", "Connection: upgrade, close", false), ("HTTP/1.1", "Connection: keep-alive", true),
    ])
    func theConnectionIsKeptWhereBothWantIt(_ version: String, _ field: String, _ isKept: Bool) throws {
        #expect(try head("GET / \(version)", field).isKeptAlive == isKept)
    }

    @Test(arguments: [
        ("Content-Length: 0", false), ("Content-Length: 00", false), ("Content-Length: 1", true),
        ("Content-Length: 99999999999999999999999", true), ("Transfer-Encoding: chunked", true),
    ])
    func bodiesAreNoticed(_ field: String, _ hasBody: Bool) throws {
        #expect(try head("GET / HTTP/1.1", field).hasBody == hasBody)
    }

    @Test(arguments: [
        "", "GET", "GET /", "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET / HTTP/1.1 ", "GET / x HTTP/1.1",
        "G(T / HTTP/1.1",
        "GET /\t HTTP/1.1", "GET / http/1.1", "GET /\u{7F} HTTP/1.1", "GET / HTTP/1.1\nHost: a", "GET / HTTP/1.1\rA: b",
        "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\nA : b", "GET / HTTP/1.1\r\n: b",
        "GET / HTTP/1.1\r\nA: b\r\n folded",
        "GET / HTTP/1.1\r\nA: b\u{0}", "GET / HTTP/1.1\r\nA: b\nHost: evil",
        "GET / HTTP/1.1\r\nContent-Length: -1",
        "GET / HTTP/1.1\r\nContent-Length:", "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1",
        "GET / HTTP/1.1\r\nContent-Length: 0\r\nTransfer-Encoding: chunked",
    ])
    func whatCouldBeReadInTwoWaysIsRefused(_ text: String) {
        #expect(throws: RequestRefusal.malformed) { try head(text) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        let bytes = Array("GET /".utf8) + [0xFF] + Array(" HTTP/1.1".utf8)
        #expect(throws: RequestRefusal.malformed) { try RequestHead(bytes[...], fieldLimit: 100) }
    }

    @Test func otherVersionsAndTooManyFieldsAreNamed() {
        #expect(throws: RequestRefusal.version) { try head("PRI * HTTP/2.0") }
        #expect(throws: RequestRefusal.headTooLong) { try head("GET / HTTP/1.1", "A: b", "C: d", limit: 1) }
    }

    @Test(arguments: [
        ([], true),
        (["Sec-Fetch-Site: same-origin"], true), (["Sec-Fetch-Site: none"], true),
        (["Sec-Fetch-Site: same-site"], false), (["Sec-Fetch-Site: cross-site"], false),
        (["Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"], false),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"], true),
        (["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"], false),
        (["Origin: http://localhost:8000"], true), (["Origin: HTTP://LOCALHOST:8000"], true),
        (["Origin: null"], false), (["Origin: http://localhost:3000"], false), (["Origin: http://localhost"], false),
        (["Origin: http://localhost:8000", "Origin: null"], false),
        (["Origin: null", "Sec-Fetch-Site: same-origin"], false),
    ])
    func pagesOfOtherOriginsAreRefused(_ fields: [String], _ isAllowed: Bool) throws {
        let lines = ["GET / HTTP/1.1", "Host: localhost:8000"] + fields
        let head = try RequestHead(Array(lines.joined(separator: "\r\n").utf8)[...], fieldLimit: 100)
        #expect(OriginCheck.allows(head) == isAllowed)
    }
}
