/// Under which of its two syllables a pair is filed.
///
/// The longer folded syllable leads: long syllables are rarer, and since of three neighbours the middle one often leads
/// both pairs, a query finds its pairs in fewer files than there are pairs. Nothing but the syllables decides, so that a
/// reader needs no table.
enum TermOrder {
    /// Whether `one` leads `other`: longer in UTF-8, or of one length and not before it in byte order.
    static func leads(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
        one.count != other.count ? one.count > other.count : !one.lexicographicallyPrecedes(other)
    }
}
