/// What an exemplary model is by its own account (`form` in front matter).
public enum ModelForm: String, ContentChoice {
    case model = "mô hình"
    case example = "điển hình"
    case movement = "phong trào"
    case campaign = "cuộc vận động"
    case contest = "hội thi"

    var alsoWritten: [String] {
        switch self {
        case .model: ["model"]
        case .example: ["exemplar", "điển hình tiên tiến"]
        case .movement: ["movement", "phong trào thi đua"]
        case .campaign: ["campaign"]
        case .contest: ["contest", "cuộc thi"]
        }
    }
}
