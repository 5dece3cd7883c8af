import Foundation

/// A colour of sRGB.
public struct Colour: Sendable, Equatable {
    /// Red, green and blue, 0 to 1.
    private var parts: [Double]

    /// Reads `#0b5394` or `#05a`.
    public init?(_ text: String) {
        guard text.hasPrefix("#"), text.utf8.count == 4 || text.utf8.count == 7 else { return nil }
        var digits = Array(text.dropFirst())
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let numbers = digits.compactMap(\.hexDigitValue)
        guard numbers.count == 6 else { return nil }
        parts = stride(from: 0, to: 6, by: 2).map { Double(numbers[$0] * 16 + numbers[$0 + 1]) / 255 }
    }

    private init(parts: [Double]) { self.parts = parts }

    package static let white = Colour(parts: [1, 1, 1])
    package static let black = Colour(parts: [0, 0, 0])

    /// As a stylesheet writes it: `#0b5394`.
    public var text: String {
        parts.reduce(into: "#") { text, part in
            let digits = String(Int((part * 255).rounded()), radix: 16)
            text += digits.utf8.count == 1 ? "0" + digits : digits
        }
    }

    /// This colour with `share` (0 to 1) of another.
    package func mixed(with other: Colour, _ share: Double) -> Colour {
        Colour(parts: zip(parts, other.parts).map { $0 + ($1 - $0) * share })
    }

    /// How well one colour is read on another, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
    package func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    private var luminance: Double {
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return zip([0.2126, 0.7152, 0.0722], linear).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The nearest colour towards white or black that is read on `ground`.
    package func legible(on ground: Colour, _ ratio: Double) -> Colour {
        let end: Colour = ground.contrast(with: .white) > ground.contrast(with: .black) ? .white : .black
        let steps = (0...20).lazy.map { self.mixed(with: end, Double($0) / 20) }
        return steps.first { $0.contrast(with: ground) >= ratio } ?? end
    }

    /// White or black, whichever is read better on this colour.
    package var opposite: Colour { contrast(with: .white) >= contrast(with: .black) ? .white : .black }
}
