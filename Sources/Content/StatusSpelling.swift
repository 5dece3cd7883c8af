import OfficialDocuments

/// The spellings of `status` in front matter.
extension DocumentStatus: ContentChoice {
    var alsoWritten: [String] {
        switch self {
        case .inForce: ["in force", "đang có hiệu lực", "có hiệu lực"]
        case .partlyExpired: ["partly expired", "hết hiệu lực 1 phần"]
        case .expired: ["expired", "hết hiệu lực"]
        case .notYetInForce: ["not yet in force", "not yet", "chưa hiệu lực"]
        case .suspended: ["suspended", "tạm ngưng hiệu lực"]
        case .unknown: ["unknown", "chưa xác định", "không rõ"]
        }
    }
}
