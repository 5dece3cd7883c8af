import Foundation

extension String {
    /// The text as part of an address behind `?`.
    var percentEncoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
