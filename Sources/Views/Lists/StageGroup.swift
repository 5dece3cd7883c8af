import Content

/// What the stage of a model counts as. Registered and effective models are counted apart and never added together:
/// a register of intentions is not a record of results.
enum StageGroup: String, CaseIterable {
    case registered
    case effective
    case stopped
    case unstated

    init(_ stage: ModelStage?) {
        switch stage {
        case .registered: self = .registered
        case .running, .recognised, .spread: self = .effective
        case .stopped: self = .stopped
        case nil: self = .unstated
        }
    }
}
