import ArgumentParser
import Diagnostics

/// `sohieu explain`: what a problem means, with an example of what is wrong and of what is right.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: .spoken(
            vi: "Giải thích một thông báo, kèm ví dụ sai và đúng.",
            en: "Explains a problem, with an example of wrong and right (in Vietnamese)."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu explain broken-link
                  sohieu explain               mọi mã
                """,
            en: """
                Examples:
                  sohieu explain broken-link
                  sohieu explain               every id
                """))

    @Argument(
        help: .spoken(
            vi: "Mã trong ngoặc vuông ở cuối thông báo.", en: "The id in brackets at the end of a problem's line."))
    var id: String?

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let console = languageOption.console
        guard let id else {
            for explanation in Explanations.all { try console.out("\(explanation.id)\t\(explanation.title)") }
            return
        }
        guard let explanation = Explanations.all.first(where: { $0.id == id }) else { throw Self.unknown(id) }
        try console.out("\(explanation.id) – \(explanation.title)\n\n\(explanation.text)")
    }

    /// The failure of an id that no problem has.
    static func unknown(_ id: String) -> Failure {
        let closest = Spelling.closest(to: id, among: Explanations.ids)
        return Failure(
            vi: "không có mã \(id)" + (closest.map { "; có phải là \($0)?" } ?? "; sohieu explain liệt kê mọi mã"),
            en: "there is no id \(id)" + (closest.map { "; did you mean \($0)?" } ?? "; sohieu explain lists them"))
    }
}
