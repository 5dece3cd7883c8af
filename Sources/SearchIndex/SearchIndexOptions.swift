/// What the search index should know of the site beyond its pages.
public struct SearchIndexOptions: Sendable {
    /// Abbreviation → what it stands for, from the glossary: `CTDV` → `công tác dân vận`.
    public var abbreviations: [String: String]
    /// The words of a type of document → the codes it may have in a number: `chỉ thị` → `["CT"]`.
    public var typeWords: [String: [String]]

    /// Options with the usual words for types unless others are given.
    public init(
        abbreviations: [String: String] = [:],
        typeWords: [String: [String]] = SearchIndexOptions.usualTypeWords
    ) {
        self.abbreviations = abbreviations
        self.typeWords = typeWords
    }

    /// Types of documents as people type them, with the codes of Nghị định 30/2020/NĐ-CP, phụ lục III, and of Hướng dẫn
    /// 36-HD/VPTW.
    public static let usualTypeWords: [String: [String]] = [
        "nghị quyết": ["NQ"], "quyết định": ["QĐ"], "chỉ thị": ["CT"], "quy chế": ["QC"],
        "quy định": ["QĐ", "QyĐ", "QĐi"], "thông báo": ["TB"], "hướng dẫn": ["HD"], "chương trình": ["CTr"],
        "chương trình hành động": ["CTr", "CTrHĐ"], "kế hoạch": ["KH"], "phương án": ["PA"], "đề án": ["ĐA"],
        "báo cáo": ["BC"], "tờ trình": ["TTr"], "công điện": ["CĐ"], "kết luận": ["KL"], "thông tri": ["TT"],
        "nghị định": ["NĐ"], "thông tư": ["TT"], "thông tư liên tịch": ["TTLT"], "nghị quyết liên tịch": ["NQLT"],
        "văn bản hợp nhất": ["VBHN"], "luật": ["QH"], "pháp lệnh": ["UBTVQH"], "công văn": ["CV"],
    ]
}
