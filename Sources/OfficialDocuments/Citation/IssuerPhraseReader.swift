/// Reads the name of an issuer as it stands in a sentence: "Ban Thường vụ Tỉnh ủy Lâm Đồng".
struct IssuerPhraseReader {
    let text: ByteText

    /// The phrase behind `offset` up to a word or mark that no name of an issuer holds.
    ///
    /// `isPair` reads "giữa A với B".
    func read(from offset: Int, isPair: Bool) -> Range<Int>? {
        guard let first = text.nextWord(offset), first.isCapital || Self.smallHeads.contains(first.folded),
            !Self.stops.contains(first.folded) || first.isCapital
        else { return nil }
        var end = first.range.upperBound
        var count = 1
        while count < 24, let word = following(end, first: first.folded) {
            if word.folded.first?.isNumber == true || isEnd(word, first: first.folded, isPair: isPair) { break }
            end = word.range.upperBound
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

    private func isEnd(_ word: Word, first: String, isPair: Bool) -> Bool {
        let next = text.nextWord(word.range.upperBound)
        switch word.folded {
        case "va", "voi", "cung":
            guard let next, next.isCapital else { return true }
            if isPair || first == "bo" || first == "so" || first == "giam" || first == "truong" { return isType(next) }
            return !Self.heads.contains(next.folded)
        case "ban": return next?.folded == "hanh" && next?.isCapital == false
        case "chu": return next?.folded == "truong" && !word.isCapital
        case "ky": return !word.isCapital
        case "quy": return next?.folded == "dinh" || next?.folded == "che"
        case "phe", "huong", "thong", "sua", "trien", "keu", "quan", "chi":
            guard !word.isCapital, let next else { return false }
            return ["duyet", "dan", "qua", "doi", "khai", "ban", "goi", "triet", "dao"].contains(next.folded)
        default: return !word.isCapital && Self.stops.contains(word.folded) || isType(word)
        }
    }

    /// Whether a type word begins at `word`, as in "của Bộ Chính trị Kết luận số 5".
    private func isType(_ word: Word) -> Bool {
        guard word.isCapital, let next = text.nextWord(word.range.upperBound) else { return false }
        return DocumentTypes.standard.type(foldedWord: word.folded + " " + next.folded) != nil
    }

    /// First words of issuers, behind which "và" goes on.
    private static let heads: Set<String> = [
        "ban", "bo", "so", "uy", "ubnd", "hdnd", "hoi", "chinh", "thu", "tinh", "thanh", "huyen", "van", "doan", "mat",
        "lien", "tong", "chu", "giam", "tong", "trung", "nha", "quoc",
    ]
    private static let smallHeads: Set<String> = [
        "tinh", "huyen", "thanh", "xa", "phuong", "quan", "trung", "ban", "bo",
    ]
    private static let stops: Set<String> = [
        "ve", "khoa", "ngay", "nam", "da", "duoc", "tai", "la", "tren", "nham", "de", "cho", "nhu", "vao",
        "trong", "co", "toi", "den", "theo", "tu", "o", "nay", "cac", "nhung", "can", "phai", "se", "con", "ma", "vi",
        "va", "voi", "nhan", "neu", "xac", "yeu", "giao", "qua", "sau", "truoc", "khi", "doi", "gan", "thay",
        "bai", "neu", "so", "do", "lan",
    ]
}
