/// Years in free texts.
package enum YearText {
    /// The year that a free text names, if it names one: "năm 2016" → 2016, while "2017–2020" is no year; years from 1900 to
    /// 2100 count.
    package static func read(_ text: String?) -> Int? {
        guard let text else { return nil }
        let years = text.utf8.split { !(0x30...0x39).contains($0) }
            .compactMap { $0.count == 4 ? Int(String(decoding: Array($0), as: UTF8.self)) : nil }
            .filter { (1900...2100).contains($0) }
        return Set(years).count == 1 ? years[0] : nil
    }
}
