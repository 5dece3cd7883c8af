import Testing

@testable import Bundles

/// Which names a USB stick and Windows take.
@Suite struct PortablePathTests {
    @Test(arguments: [
        "trang/van-ban/24-ct-tu.html", "Ảnh chụp/Ủy ban.png", "console.pdf", "com10.txt", ".well-known/security.txt",
        "a..b.html", " đầu.pdf", "lpt.html",
    ])
    func taken(path: String) {
        #expect(PortablePath.faults(of: path) == [])
    }

    @Test(arguments: [
        ("a/con.pdf", PortablePath.Fault.device("con.pdf")), ("Aux", .device("Aux")),
        ("nul.tar.gz", .device("nul.tar.gz")),
        ("COM1.html", .device("COM1.html")), ("lpt³", .device("lpt³")), ("con .txt", .device("con .txt")),
        ("a?b.pdf", .character("?", in: "a?b.pdf")), ("x/24:ct.pdf", .character(":", in: "24:ct.pdf")),
        ("a\\b", .character("\\", in: "a\\b")), ("a\u{1}b", .character("\u{1}", in: "a\u{1}b")),
        ("thư mục./a.pdf", .end("thư mục.")), ("a.pdf ", .end("a.pdf ")),
    ])
    func refused(path: String, fault: PortablePath.Fault) {
        #expect(PortablePath.faults(of: path) == [fault])
    }

    @Test func lengthsAreCountedAsWindowsCounts() {
        // An emoji is two units of UTF-16.
        let part = String(repeating: "😀", count: 128)
        #expect(PortablePath.faults(of: part) == [.longPart(part), .longPath(256)])
        #expect(PortablePath.faults(of: String(repeating: "a/", count: 99) + "bc") == [])
        #expect(PortablePath.faults(of: String(repeating: "a/", count: 99) + "bcd") == [.longPath(201)])
    }

    @Test(arguments: [
        ("Van-Ban.HTML", "van-ban.html"), ("Ảnh.png", "ảnh.PNG"), ("a\u{0309}.png", "ả.png"), ("straße", "STRASSE"),
    ])
    func alike(one: String, other: String) {
        #expect(PortablePath.key(one) == PortablePath.key(other))
    }

    @Test func othersAreNotAlike() {
        #expect(PortablePath.key("dân.png") != PortablePath.key("dẫn.png"))
        #expect(PortablePath.key("d.png") != PortablePath.key("đ.png"))
    }
}
