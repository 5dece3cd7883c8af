import Testing

@testable import Preview

@Suite struct HostCheckTests {
    @Test(arguments: ["localhost", "LocalHost:8000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:8000"])
    func thisMachine(_ host: String) { #expect(HostCheck(address: "127.0.0.1").allows(host)) }

    @Test(arguments: [
        nil, "", ":", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "localhost:8000@evil.example",
        "192.168.1.5", "[::1", "[::1]x", "[::1]:", "[::2]:80", "127.0.0.1:", "::1", "0.0.0.0", "localhost:80:80",
    ])
    func foreignNames(_ host: String?) { #expect(!HostCheck(address: "127.0.0.1").allows(host)) }

    @Test func theAddressListenedOn() {
        #expect(HostCheck(address: "192.168.1.5").allows("192.168.1.5:8000"))
        #expect(!HostCheck(address: "192.168.1.5").allows("192.168.1.6:8000"))
    }

    @Test(arguments: [
        ("192.168.1.6:8000", true), ("[fe80::1]:8000", true), ("evil.example", false), ("1.2.3", false),
        ("1.2.3.256", false),
    ])
    func everyAddress(_ host: String, _ isAllowed: Bool) {
        #expect(HostCheck(address: "0.0.0.0").allows(host) == isAllowed)
    }
}
