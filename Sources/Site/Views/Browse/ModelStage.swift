/// What the stage of a model counts as. Registered and effective models are counted apart and never added together:
/// a register of intentions is not a record of results.
enum ModelStage: String, CaseIterable {
    case registered
    case effective
    case stopped
    case unstated

    /// The stages of the schema, in the order a model goes through them.
    private static let order = ["đăng ký", "đang thực hiện", "công nhận", "nhân rộng", "dừng"]

    init(_ stage: String?) {
        switch stage {
        case "đăng ký": self = .registered
        case "đang thực hiện", "công nhận", "nhân rộng": self = .effective
        case "dừng": self = .stopped
        default: self = .unstated
        }
    }

    static func rank(_ stage: String?) -> Int { stage.flatMap { order.firstIndex(of: $0) } ?? order.count }
}
