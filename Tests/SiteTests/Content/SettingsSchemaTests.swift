import Testing

@testable import Content

/// What editors' programs are told of `site.yaml`.
@Suite struct SettingsSchemaTests {
    @Test func everyKeyIsInTheSchemaAndNoOther() throws {
        let properties = try #require(SiteSettings.jsonSchema["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(SiteSettings.keys))
    }
}
