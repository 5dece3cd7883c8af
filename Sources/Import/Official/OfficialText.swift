import Diagnostics
import OfficialDocuments

/// A text taken apart into the head, the body and the foot of an official document.
struct OfficialText {
    let head: Letterhead
    let foot: DocumentFoot
    /// The lines of the head as the original has them, for the editor to compare.
    let headLines: [String]
    /// What is left, and the foot as it is shown.
    let body: [Block]

    /// Reads the layout of `blocks`; without a head, all of them are the body.
    init(_ blocks: [Block], knowledge: Knowledge) {
        let layout = LayoutLines(blocks)
        head = LetterheadReader(knowledge).read(layout.lines)
        guard head.isPresent else {
            headLines = []
            foot = DocumentFoot([])
            body = blocks
            return
        }
        let rest = layout.removing(0..<head.length, from: blocks)
        headLines = layout.lines[..<min(head.length, layout.lines.count)].filter { !$0.isOrnament }.map(\.text)
        let ending = LayoutLines(rest, isFoot: true)
        foot = DocumentFoot(ending.lines)
        body = Self.closed(ending.removing(foot.range, from: rest), foot, at: ending)
    }

    /// The body with the foot behind it: recipients as a list, the signature as lines.
    private static func closed(_ body: [Block], _ foot: DocumentFoot, at ending: LayoutLines) -> [Block] {
        guard !foot.range.isEmpty else { return body }
        var closing: [Block] = []
        let signature = foot.capacity + (foot.signer.value.map { [$0] } ?? [])
        let lines = signature.map { [Inline.text($0)] }
        if !lines.isEmpty { closing.append(.paragraph(Array(lines.joined(separator: [.lineBreak])))) }
        if !foot.recipients.isEmpty {
            closing.append(.paragraph([.strong([.text("Nơi nhận:")])]))
            closing.append(.list(.bullet, items: foot.recipients.map { [.paragraph([.text($0)])] }))
        }
        // What follows the foot (annexes) keeps its place behind it.
        let after = ending.lines.indices.filter { $0 >= foot.range.upperBound }.map { ending.blocks[$0] }
        let removed = Set(foot.range.map { ending.blocks[$0] })
        let firstAfter = after.first { !removed.contains($0) }
        guard let firstAfter else { return body + closing }
        let countAfter = (ending.blocks.max() ?? 0) - firstAfter + 1
        let split = max(0, body.count - countAfter)
        return body[..<split] + closing + body[split...]
    }
}
