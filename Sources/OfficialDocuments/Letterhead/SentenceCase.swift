import VietnameseText

/// Spells a line set in capitals as a sentence spells it: "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA" is Ủy ban nhân dân tỉnh Khánh
/// Hòa (Nghị định 30/2020/NĐ-CP, Phụ lục II).
struct SentenceCase {
    let localities: Localities

    /// `text` in lower case but for its first letter, the names it is known to hold, and abbreviations.
    ///
    /// - Parameter isName: Whether all of it is the name of an office, in which the words for its field are capitals
    ///   too: "Sở Nội vụ", "Ban Tuyên giáo và Dân vận".
    func spell(_ text: String, isName: Bool) -> String {
        let words = text.split(separator: " ").map(String.init)
        var spelt = words.map { isAbbreviation($0) ? $0 : $0.lowercased() }
        spellPlaces(words, &spelt)
        spellPhrases(&spelt)
        if isName { spellField(&spelt) }
        if let first = spelt.first { spelt[0] = capitalised(first) }
        return spelt.joined(separator: " ")
    }

    private func capitalised(_ word: String) -> String {
        guard let index = word.firstIndex(where: \.isLetter) else { return word }
        return word[..<index] + word[index].uppercased() + word[word.index(after: index)...]
    }

    /// Numbers of documents, numerals of congresses, and words that no syllable could be: `UBND`, `XIII`, `24-CT/TU`.
    private func isAbbreviation(_ word: String) -> Bool {
        if word.contains(where: \.isNumber) || word.contains("/") { return true }
        let letters = word.filter(\.isLetter)
        if letters.isEmpty { return true }
        if letters.count > 1, letters.allSatisfy({ "IVX".contains($0) }) { return true }
        let folded = Folding.fold(letters)
        return letters.count > 1 && !folded.contains { "aeiouy".contains($0) }
    }

    /// Provinces by their names, and whatever follows the word for a kind of place: "XÃ CAM LÂM".
    private func spellPlaces(_ words: [String], _ spelt: inout [String]) {
        let bare = words.map { $0.trimmingPrefix { !$0.isLetter } }.map { $0.filter { $0.isLetter || $0.isNumber } }
        var index = 0
        while index < words.count {
            let phrases = PhraseWord.words(of: bare[index...].prefix(2).joined(separator: " "))
            if let (_, count) = AdministrativeUnit.read(phrases, at: 0), count <= words.count - index {
                if phrases[..<count].last?.exact == "ủy" { spelt[index] = capitalised(spelt[index]) }
                index += count
                while index < words.count, !["và", "của", "về", "-", "–"].contains(spelt[index]) {
                    spelt[index] = capitalised(spelt[index])
                    index += 1
                    if words[index - 1].hasSuffix(",") { break }
                }
                continue
            }
            let length = province(at: index, in: bare)
            for offset in index..<index + length { spelt[offset] = capitalised(spelt[offset]) }
            index += max(length, 1)
        }
    }

    /// How many words the name of a province takes at `index`; 0 for none. Names of one word are words, too.
    private func province(at index: Int, in words: [String]) -> Int {
        for count in stride(from: min(5, words.count - index), to: 1, by: -1) {
            let name = words[index..<index + count].joined(separator: " ")
            let phrase = PhraseWord.words(of: name)
            if phrase.count == count, localities.places(named: phrase[...]).contains(where: { $0.level == .province }) {
                return count
            }
        }
        return 0
    }

    private func spellPhrases(_ spelt: inout [String]) {
        for phrase in Self.phrases {
            let parts = phrase.split(separator: " ").map(String.init)
            let lower = parts.map { $0.lowercased() }
            guard spelt.count >= parts.count else { continue }
            for start in 0...(spelt.count - parts.count) {
                let window = spelt[start..<start + parts.count].map { word in
                    word.lowercased().filter { $0.isLetter || $0.isNumber }
                }
                guard window.map(Normalisation.canonicalise) == lower.map(Normalisation.canonicalise) else { continue }
                for (offset, part) in parts.enumerated() where part.first?.isUppercase == true {
                    spelt[start + offset] = capitalised(spelt[start + offset])
                }
            }
        }
    }

    /// "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG": the word behind the kind of office, and behind "và" and a comma.
    private func spellField(_ spelt: inout [String]) {
        guard let first = spelt.first?.lowercased(), Self.offices.contains(first), spelt.count > 1 else { return }
        if first == "hội", spelt[1].lowercased() == "đồng" { return }
        spelt[1] = capitalised(spelt[1])
        for index in spelt.indices.dropFirst(2) where spelt[index - 1] == "và" || spelt[index - 1].hasSuffix(",") {
            spelt[index] = capitalised(spelt[index])
        }
    }

    /// Offices whose names go on with a capital.
    private static let offices: Set<String> = [
        "sở", "bộ", "ban", "phòng", "cục", "vụ", "viện", "tổng", "hội", "trung", "học", "trường", "công", "kho",
    ]

    /// Names as the State and the Party spell them, wherever they stand.
    private static let phrases = [
        "Việt Nam", "Trung ương", "Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Bộ Chính trị", "Ban Bí thư",
        "Ban Chấp hành", "Ban Thường vụ", "Đảng bộ", "Đảng ủy", "Đảng đoàn", "Ủy ban nhân dân", "Hội đồng nhân dân",
        "Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc", "Hồ Chí Minh", "Nhà nước", "Đảng Cộng sản Việt Nam",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Hội Liên hiệp Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh",
        "Liên đoàn Lao động", "Nghị quyết", "Chỉ thị", "Kết luận", "Quyết định", "Nghị định", "Thông tư",
    ]
}
