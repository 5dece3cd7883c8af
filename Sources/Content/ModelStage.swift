/// How far an exemplary model has come (`stage` in front matter), in the order a model goes through them.
public enum ModelStage: String, ContentChoice {
    case registered = "đăng ký"
    case running = "đang thực hiện"
    case recognised = "công nhận"
    case spread = "nhân rộng"
    case stopped = "dừng"

    var alsoWritten: [String] {
        switch self {
        case .registered: ["registered", "đã đăng ký", "mới đăng ký"]
        case .running: ["running", "in progress"]
        case .recognised: ["recognised", "recognized", "đã công nhận", "được công nhận"]
        case .spread: ["spread", "đã nhân rộng", "được nhân rộng"]
        case .stopped: ["stopped", "đã dừng"]
        }
    }
}
