import Foundation

/// A folder of its own for one test.
struct TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/sohieu-preview-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// A folder that somebody else makes and removes.
    init(at path: String) { self.path = path }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    func move(_ name: String, to other: String) throws {
        // As editors do: over what is there.
        if unsafe rename(path + "/" + name, path + "/" + other) != 0 { throw CocoaError(.fileWriteUnknown) }
    }

    func delete(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
