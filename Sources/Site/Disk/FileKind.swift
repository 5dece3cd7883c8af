/// What a path leads to once links are followed.
enum FileKind {
    case file
    case folder
    /// A pipe, a device.
    case other
}
