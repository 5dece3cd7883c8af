/// Reads the name of an issuer as it stands in a sentence: "Ban Thường vụ Tỉnh ủy Lâm Đồng".
struct IssuerPhraseReader {
    let text: ByteText
    let knowledge: Knowledge

    /// The phrase behind `offset` up to a word or mark that no name of an issuer holds.
    ///
    /// `isPair` reads "giữa A với B".
    func read(from offset: Int, isPair: Bool) -> Range<Int>? {
        guard let first = text.nextWord(offset), first.isCapital || Self.smallHeads.contains(first.folded),
            !isStop(first), first.isCapital || first.folded != "thi" || isTown(first)
        else { return nil }
        var end = first.range.upperBound
        var last = first.folded
        var count = 1
        while count < 24, let word = following(end, first: first.folded) {
            if word.folded.first?.isNumber == true || isEnd(word, last: last, first: first.folded, isPair: isPair) {
                break
            }
            end = word.range.upperBound
            last = word.folded
            count += 1
        }
        return first.range.lowerBound..<end
    }

    /// The next word; a dash or a comma between two capitals inside a name is passed over.
    private func following(_ end: Int, first: String) -> Word? {
        if let word = text.nextWord(end) { return word }
        let mark = text.skipSpace(end)
        guard let (scalar, next) = text.scalar(at: mark) else { return nil }
        let isDash = (scalar == 0x2D || scalar == 0x2013) && mark > end
        let isComma = scalar == 0x2C && (first == "bo" || first == "so")
        guard isDash || isComma, let word = text.nextWord(next), word.isCapital else { return nil }
        // "Bộ Chính trị, Quyết định số …" goes on with the next document.
        if isComma, !["the", "vien", "ban"].contains(word.folded) { return nil }
        return word
    }

    private func isEnd(_ word: Word, last: String, first: String, isPair: Bool) -> Bool {
        if isType(word), word.folded != "ke" || !Self.agencies.contains(last) { return true }
        var next: Word? { text.nextWord(word.range.upperBound) }
        switch word.folded {
        case "va", "voi", "cung":
            guard let next, next.isCapital else { return true }
            if isPair || ["bo", "so", "giam", "truong"].contains(first) { return isType(next) }
            return !Self.heads.contains(next.folded)
        case "ban": return next?.folded == "hanh" && next?.isCapital == false
        case "chu": return next?.folded == "truong" && !word.isCapital
        case "khoa": return next.map { Numeral.value(text.string($0.range).uppercased()) != nil } ?? true
        case "phe": return next?.folded == "duyet"
        case "nhan": return next?.folded == "dip" || next?.folded == "manh"
        case "thong": return next?.folded == "qua"
        case "trien": return next?.folded == "khai"
        case "quy": return next?.folded == "dinh" || next?.folded == "che"
        default: return isStop(word)
        }
    }

    /// "thị xã", "thị trấn", "thị ủy", and not "thị trường".
    private func isTown(_ word: Word) -> Bool {
        ["xa", "tran", "uy"].contains(text.nextWord(word.range.upperBound)?.folded)
    }

    /// Whether `word` stands in no name: a small word, or one in capitals among capitals.
    private func isStop(_ word: Word) -> Bool {
        guard Self.foldedStops.contains(WordHash.hash(word.folded.utf8)) else { return false }
        let written = text.string(word.range)
        let isSmall = !word.isCapital
        let isShouted = word.folded.utf8.count > 1 && written == written.uppercased()
        return (isSmall || isShouted) && Self.stops.contains(written.lowercased())
    }

    /// Whether a type word begins at `word`, as in "của Bộ Chính trị Kết luận số 5".
    private func isType(_ word: Word) -> Bool {
        guard word.isCapital, knowledge.typeWords.firstSyllables.contains(WordHash.hash(word.folded.utf8)),
            let next = text.nextWord(word.range.upperBound)
        else { return false }
        return knowledge.types.type(foldedWord: word.folded + " " + next.folded) != nil
    }

    /// First words of issuers, behind which "và" goes on.
    static let heads: Set<String> = [
        "ban", "bo", "so", "uy", "ubnd", "hdnd", "hoi", "chinh", "thu", "tinh", "thanh", "huyen", "van", "doan", "mat",
        "lien", "tong", "chu", "giam", "tong", "trung", "nha", "quoc",
    ]
    private static let smallHeads: Set<String> = [
        "tinh", "huyen", "thanh", "thi", "xa", "phuong", "quan", "trung", "ban", "bo",
    ]
    /// Behind these "Kế hoạch" is part of a name.
    private static let agencies: Set<String> = ["bo", "so", "phong", "vu", "cuc", "ban", "nganh", "vien"]
    /// Words that follow the name of an issuer in a sentence.
    private static let stops: Set<String> = [
        "về", "ngày", "năm", "đã", "được", "tại", "là", "trên", "nhằm", "để", "cho", "như", "vào",
        "trong", "có", "tới", "đến", "theo", "từ", "ở", "này", "các", "những", "cần", "phải", "sẽ", "còn", "mà", "vì",
        "và", "với", "qua", "sau", "trước", "khi", "đối", "gắn", "thay", "bãi", "nếu", "số", "do", "lần", "nhấn", "nêu",
        "yêu", "giao", "ký", "hướng", "sửa", "kêu", "quán", "gửi", "vừa", "bị", "cũng",
        "đang", "thì", "nên", "hiện", "hủy",
    ]
    private static let foldedStops = WordSet(stops.map(CitationNames.key))
}
