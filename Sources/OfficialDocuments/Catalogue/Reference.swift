/// A reference as editors write it in front matter: "25-NQ/TW ngày 03/6/2013".
enum Reference {
    /// `text` as a number and nothing else.
    static func number(_ text: String) -> DocumentNumber? { nil }
}
