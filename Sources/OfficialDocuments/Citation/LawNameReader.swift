/// Reads where the name of a law ends in a sentence, and the year behind it.
struct LawNameReader {
    let text: ByteText
    let knowledge: Knowledge

    /// Where the name of a law that may end at `end` does: not inside a longer name ("Luật Bảo hiểm xã hội" is no Luật Bảo
    /// hiểm).
    func end(_ end: Int) -> Int? {
        guard !text.isWord(at: end), text.byte(end) != UInt8(ascii: "-") else { return nil }
        if year(from: end) != nil { return end }
        let mark = text.skipSpace(end)
        // Names go on behind a comma before a small word: "Luật Phòng, chống tham nhũng".
        if text.byte(mark) == UInt8(ascii: ",") {
            guard let next = text.nextWord(mark + 1) else { return end }
            return next.isCapital || isBehindLaw(next) ? end : nil
        }
        guard let next = text.word(at: mark) else { return end }
        if ["va", "hoac", "hay"].contains(next.folded) {
            // "Luật Đất đai và Luật Nhà ở", not "Luật Đất đai và nhà ở".
            return text.nextWord(next.range.upperBound)?.isCapital == true ? end : nil
        }
        return isBehindLaw(next) ? end : nil
    }

    /// Whether a word, marks and all, follows the name of a law in a sentence and stands in none.
    private func isBehindLaw(_ word: Word) -> Bool {
        Self.behindLaws.contains(text.string(word.range).lowercased())
    }

    /// "năm 2024", "2024" behind the name of a law.
    func year(from end: Int) -> (date: PartialDate, end: Int)? {
        guard var word = text.nextWord(end) else { return nil }
        if word.folded == "nam" {
            guard let next = text.nextWord(word.range.upperBound) else { return nil }
            word = next
        }
        guard word.range.count == 4, let year = Int(word.folded), (1945...2100).contains(year),
            ShortForm(text: text, knowledge: knowledge).isClosed(word.range.upperBound)
        else { return nil }
        return PartialDate(year: year).map { ($0, word.range.upperBound) }
    }

    private static let behindLaws: Set<String> = [
        "này", "quy", "có", "được", "đã", "là", "thì", "số", "ngày", "năm", "hiện", "sửa", "cũ", "mới", "không", "của",
        "do",
        "điều", "khoản", "tại", "trong", "theo", "về", "để", "cho", "khi", "nếu", "bao", "yêu", "buộc", "xác", "cần",
        "phải",
        "chưa", "sẽ", "đang", "còn", "cũng", "mà", "vì", "như", "thay", "bãi", "trước", "sau", "đối", "áp", "hướng",
        "cấm",
        "nghiêm", "đặt", "ra",
    ]
}
