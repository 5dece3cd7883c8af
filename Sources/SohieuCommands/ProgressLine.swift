import Diagnostics
import Disk
import Foundation
import Reading
import Site
import Synchronization

/// What a stage that takes long says of itself: on a terminal one line that is written over, in a log a line when it is done.
final class ProgressLine: Sendable {
    private struct State {
        var stage: StageProgress.Stage?
        var start = ContinuousClock.now
        var shown = ContinuousClock.now
        var isShown = false
    }

    private let console: Console
    private let state = Mutex(State())

    /// Stages that end sooner say nothing.
    private static let patience = (terminal: Duration.milliseconds(500), log: Duration.seconds(3))
    private static let pause = Duration.milliseconds(100)

    init(console: Console) {
        self.console = console
    }

    /// Hears how far a stage is.
    func tell(_ progress: StageProgress) {
        let now = ContinuousClock.now
        state.withLock { state in
            if state.stage != progress.stage { state = State(stage: progress.stage, start: now, shown: now) }
            let elapsed = now - state.start
            let isDone = progress.done >= progress.total
            if StandardStream.error.isTerminal {
                if isDone {
                    if state.isShown { console.note(raw: "\r\u{1B}[K") }
                    state.isShown = false
                } else if elapsed > Self.patience.terminal, now - state.shown > Self.pause {
                    console.note(raw: "\r\u{1B}[K" + Self.text(progress, after: elapsed).text(in: console.language))
                    (state.shown, state.isShown) = (now, true)
                }
            } else if isDone, elapsed > Self.patience.log {
                console.note(Self.ended(progress, after: elapsed))
            }
        }
    }

    /// "Đọc nội dung: 3200/7000, còn khoảng 12 giây".
    private static func text(_ progress: StageProgress, after elapsed: Duration) -> Message {
        let name = progress.stage.name
        guard progress.done > 0 else { return Message(vi: name.vietnamese + "…", en: name.english + "…") }
        let left = seconds(elapsed) * Double(progress.total - progress.done) / Double(progress.done)
        let rest = Int(left.rounded(.up))
        return Message(
            vi: "\(name.vietnamese): \(progress.done)/\(progress.total), còn khoảng \(rest) giây",
            en: "\(name.english): \(progress.done)/\(progress.total), about \(rest) s left")
    }

    private static func ended(_ progress: StageProgress, after elapsed: Duration) -> Message {
        let time = String(format: "%.1f", seconds(elapsed))
        let name = progress.stage.name
        return Message(
            vi: "\(name.vietnamese): \(progress.total), \(time) giây",
            en: "\(name.english): \(progress.total), \(time) s")
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}

extension StageProgress.Stage {
    /// What the stage does.
    fileprivate var name: Message {
        switch self {
        case .texts: Message(vi: "Đọc nội dung", en: "Reading texts")
        case .index: Message(vi: "Lập chỉ mục tìm kiếm", en: "Making the search index")
        case .files: Message(vi: "Ghi trang web", en: "Writing the site")
        }
    }
}
