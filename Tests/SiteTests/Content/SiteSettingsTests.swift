import Testing

@testable import Content

@Suite struct SiteSettingsTests {
    private func read(_ text: String) -> (settings: SiteSettings, problems: [String]) {
        let (settings, problems) = SiteSettings.read(text, path: "site.yaml")
        return (settings, problems.map { "\($0.location.line):\($0.location.column) \($0.id)" })
    }

    @Test(
        arguments: [
            ("- a\n- b\n", ["1:1 wrong-shape"]), ("title: [a]\n", ["1:8 wrong-shape"]), ("một\n", ["1:1 wrong-shape"]),
            ("title: a\nraw_html: treu\n", ["2:11 unknown-value"]),
            ("base_url: vi-du.vn\n", ["1:11 unusable-base-url"]),
            ("base_url: javascript:alert(1)\n", ["1:11 unusable-base-url"]), ("search: twins\n", ["1:9 wrong-shape"]),
            ("search: {twins: mai}\n", ["1:17 unknown-value"]), ("base_url: [a]\n", ["1:11 wrong-shape"]),
            ("offline: {a: b}\n", ["1:10 wrong-shape"]), ("security_expires: mai\n", ["1:19 unreadable-date"]),
            ("base_url: 'https://vi-du.vn/?a'\n", ["1:11 unusable-base-url"]),
            ("base_url: https://\n", ["1:11 unusable-base-url"]),
        ])
    func whatIsNotUnderstoodIsSaid(_ text: String, _ problems: [String]) {
        #expect(read(text).problems == problems)
    }

    @Test func whatIsUnderstoodIsTaken() {
        let (settings, problems) = read(
            "title: Kho\nraw_html: Có\noffline: không\nbase_url: https://vi-du.vn/kho\nsearch: {twins: sai}\n")
        #expect(problems.isEmpty)
        #expect(settings.title == "Kho")
        #expect(settings.allowsRawHTML && !settings.isKeptOffline && !settings.writesTwins)
        #expect(settings.baseURL == "https://vi-du.vn/kho/")
    }
}
