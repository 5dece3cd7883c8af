/// A document that a number can mean, in the collection or not: what a typed number, date and place lead to.
public struct NumberedDocument: Sendable {
    /// Its number in canonical form.
    public var number: String
    /// The address of its result, such as `van-ban/24-ct-tu-lam-dong.html`.
    public var url: String
    /// ISO date, or as much of it as is known.
    public var date: String?
    /// The place that issued it and the places that cover that one; empty for documents of the centre.
    public var places: [String]
    /// The pages that cite it, by their addresses.
    public var citing: [String]

    /// Takes the parts as they are.
    public init(number: String, url: String, date: String? = nil, places: [String] = [], citing: [String] = []) {
        self.number = number
        self.url = url
        self.date = date
        self.places = places
        self.citing = citing
    }
}
