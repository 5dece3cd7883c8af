import Foundation

/// The files that come with the program: `share/sohieu` beside its folder, or the checkout it was built in.
enum ProgramFiles {
    /// A file or folder of them: `site-templates`, `starter`, `content`; `nil` when it did not come along.
    static func path(_ name: String) -> String? { home.map { $0 + "/" + name } }

    private static let home: String? = {
        let files = FileManager.default
        guard let program = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        var folder = (program as NSString).deletingLastPathComponent
        let installed = (folder as NSString).deletingLastPathComponent + "/share/sohieu"
        if files.fileExists(atPath: installed + "/site-templates") { return installed }
        while folder.count > 1 {
            // A package file beside it tells a checkout from a site.
            if files.fileExists(atPath: folder + "/site-templates"), files.fileExists(atPath: folder + "/Package.swift")
            {
                return folder
            }
            folder = (folder as NSString).deletingLastPathComponent
        }
        return nil
    }()
}
