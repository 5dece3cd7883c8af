import VietnameseText

/// Yes and no as editors write them; case and marks do not matter.
enum FlagText {
    /// `true`, `yes`, `có`, `đúng`, `on`, `1`, and what says the opposite; no text at all is no. `nil` for anything else.
    static func read(_ text: String) -> Bool? {
        switch Folding.fold(text) {
        case "true", "yes", "co", "dung", "on", "1": true
        case "false", "no", "khong", "sai", "off", "0", "": false
        default: nil
        }
    }
}
