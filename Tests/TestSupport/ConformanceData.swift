import Foundation

/// Suites of other projects' specifications, read where they lie: a folder beside the checkout, or the one that
/// `SOHIEU_CONFORMANCE` names. They are not part of this repository.
public enum ConformanceData {
    /// Where the suites are; `nil` on a machine without them.
    public static let folder: String? = {
        let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/evaluation/conformance")
        let path = ProcessInfo.processInfo.environment["SOHIEU_CONFORMANCE"] ?? beside.standardizedFileURL.path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// The bytes of a file of the suites.
    public static func bytes(_ relative: String) throws -> Data {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try Data(contentsOf: URL(fileURLWithPath: folder + "/" + relative))
    }
}
