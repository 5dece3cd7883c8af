/// Who carries an exemplary model (`holder` in front matter).
public enum ModelHolder: String, ContentChoice {
    case group = "tập thể"
    case person = "cá nhân"
    case both = "tập thể và cá nhân"

    var alsoWritten: [String] {
        switch self {
        case .group: ["group"]
        case .person: ["person"]
        case .both: ["both", "cả hai", "cá nhân và tập thể"]
        }
    }
}
