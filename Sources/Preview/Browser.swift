import Foundation

/// The reader's own browser.
public enum Browser {
    /// Asks the desktop to open an address; `false` when this machine has no way to.
    public static func open(_ url: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", url]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard folders.contains(where: { FileManager.default.isExecutableFile(atPath: $0 + "/xdg-open") }) else {
            return false
        }
        return (try? process.run()) != nil
    }
}
