// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6, warnings are errors, memory safety is checked by the compiler.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

let package = Package(
    name: "sohieu",
    targets: [
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "VietnameseText", swiftSettings: strict),
        .target(name: "OfficialDocuments", dependencies: ["VietnameseText", "Diagnostics"], swiftSettings: strict),
        .target(name: "SearchIndex", dependencies: ["VietnameseText"], swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "VietnameseTextTests", dependencies: ["VietnameseText"], swiftSettings: strict),
        .testTarget(name: "OfficialDocumentsTests", dependencies: ["OfficialDocuments"], swiftSettings: strict),
        .testTarget(name: "SearchIndexTests", dependencies: ["SearchIndex"], swiftSettings: strict),
    ]
)
