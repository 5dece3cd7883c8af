import Diagnostics

extension SiteSettings {
    /// `site.yaml` as JSON Schema (draft 2020-12), ready for a JSON serialiser.
    public static var jsonSchema: [String: Any] {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        ]
    }

    private static var properties: [String: Any] {
        let text: [String: Any] = ["type": "string"]
        let flag: [String: Any] = ["type": ["boolean", "string"]]
        let texts: [String: Any] = ["oneOf": [text, ["type": "array", "items": text]]]
        let colour: [String: Any] = ["type": "string", "pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"]
        func mapping(_ members: [String: Any], needs required: [String] = []) -> [String: Any] {
            ["type": "object", "properties": members, "additionalProperties": false, "required": required]
        }
        func list(_ element: [String: Any]) -> [String: Any] { ["type": "array", "items": element] }
        let links = list(mapping(["label": text, "url": text], needs: ["label", "url"]))
        let colours = mapping(Dictionary(uniqueKeysWithValues: SiteLook.Colours.keys.map { ($0, colour) }))
        let levels = DiagnosticLevels.accepted.flatMap { [$0.text] + $0.alsoWritten }
        let parts = SiteLook.homeSections.flatMap { [$0.text] + $0.alsoWritten }
        func told(_ what: String, _ schema: [String: Any]) -> [String: Any] {
            schema.merging(["description": what]) { first, _ in first }
        }
        return [
            ContentSchema.schemaKey: text,
            "title": told("Tên trang web", text),
            "short_title": told("Tên dưới biểu tượng trên điện thoại, chừng một chục chữ", text),
            "description": told("Trang web là gì, một câu", text),
            "language": told("Ngôn ngữ giao diện: tên một tệp trong strings/", text),
            "base_url": told("Địa chỉ sau khi đăng", ["type": "string", "pattern": "^https?://"]),
            "organisation": told("Cơ quan chịu trách nhiệm", text),
            "contribute": told("Nơi nhận văn bản còn thiếu", ["type": "string", "pattern": "^(https?://|mailto:)"]),
            "raw_html": told("Thẻ HTML viết trong Markdown được giữ", flag),
            "html_files": told("Tệp HTML của nội dung được chép", flag),
            "offline": told("Người đọc giữ được trang khi không có mạng", flag),
            "search": mapping(["twins": told("Tìm được cả khi mở từ USB", flag)]),
            "sections": told(
                "Chuyên mục riêng",
                list(
                    mapping(
                        Dictionary(uniqueKeysWithValues: SiteSections.keys.map { ($0, [:] as [String: Any]) }),
                        needs: ["folder", "title"]))),
            "parameters": told(
                "Giá trị riêng cho khuôn mẫu: {{parameters.ten}}", ["type": "object", "additionalProperties": text]),
            "security_contact": told("Nơi báo lỗi bảo mật", text),
            "security_expires": told("Địa chỉ ấy còn đúng tới ngày nào", text),
            "levels": told(
                "Mức của từng mã thông báo",
                mapping(Dictionary(uniqueKeysWithValues: Explanations.ids.map { ($0, ["enum": levels]) }))),
            "colours": told("Màu", colours),
            "dark_colours": told("Màu của nền tối; không ghi thì suy ra từ colours", colours),
            "fonts": told(
                "Phông có sẵn trên máy, hoặc tệp phông của nội dung", mapping(["text": text, "headings": text])),
            "logo": told("Tệp hình, tính từ thư mục nội dung", text),
            "header": told("Dòng nhỏ dưới tên, đầu mỗi trang", text),
            "footer": told("Các dòng cuối mỗi trang", texts),
            "menu": told("Thay cho các chuyên mục", links),
            "footer_links": told("Liên kết thêm ở cuối trang", links),
            "home": told("Những phần của trang đầu được hiện", list(["enum": parts])),
        ]
    }
}
