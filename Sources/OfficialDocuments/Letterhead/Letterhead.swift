import Diagnostics

/// What the head of an official document says of it (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW).
public struct Letterhead: Sendable {
    /// A value read from a layout, and why it may be wrong.
    public struct Reading<Value: Sendable>: Sendable {
        /// What was read; `nil` where it is left blank or cannot be told.
        public var value: Value?
        /// Why an editor has to look; `nil` when nothing speaks against the value.
        public var doubt: Message?

        /// A value with or without a doubt.
        public init(_ value: Value?, doubt: Message? = nil) {
            self.value = value
            self.doubt = doubt
        }
    }

    /// Số, ký hiệu.
    public var number = Reading<DocumentNumber>(nil)
    /// The word for the type as the document has it, in lower case: "kế hoạch".
    public var type = Reading<String>(nil)
    /// Cơ quan ban hành, with the place where the head says which.
    public var issuer = Reading<String>(nil)
    /// The place the issuer belongs to.
    public var locality = Reading<Locality.ID>(nil)
    /// Địa danh, as written before the date: "Nha Trang".
    public var place: String?
    /// Ngày ban hành.
    public var date = Reading<PartialDate>(nil)
    /// Trích yếu, without the word for the type.
    public var title = Reading<String>(nil)
    /// Who signed, where a table of attributes says so.
    public var signer: String?
    /// How many of the lines belong to the head.
    public var length = 0

    /// Whether the lines are the head of an official document at all.
    public var isPresent = false
}
