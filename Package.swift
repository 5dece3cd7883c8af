// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6, warnings are errors, memory safety is checked by the compiler.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

let package = Package(
    name: "sohieu",
    products: [
        .executable(name: "sohieu", targets: ["sohieu"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .systemLibrary(name: "CFolderExchange"),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Deflation", dependencies: ["CZlib"], swiftSettings: strict),
        .target(name: "ZipArchive", dependencies: ["CLibArchive"], swiftSettings: strict),
        .target(name: "Digests", dependencies: ["CLibCrypto"], swiftSettings: strict),
        .target(
            name: "Diagnostics", resources: [.embedInCode("Manual/thong-bao.md")], swiftSettings: strict),
        .target(name: "VietnameseText", swiftSettings: strict),
        .target(
            name: "OfficialDocuments",
            dependencies: ["VietnameseText", "Diagnostics"],
            resources: [
                .embedInCode("Tables/localities.tsv"),
                .embedInCode("Tables/types.tsv"),
                .embedInCode("Tables/issuers.tsv"),
                .embedInCode("Tables/relations.tsv"),
                .embedInCode("Tables/refused.tsv"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Markdown",
            dependencies: ["CCMarkGFM", "Diagnostics", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict
        ),
        .target(name: "Templating", swiftSettings: strict),
        .target(
            name: "SearchIndex",
            dependencies: ["VietnameseText", "Deflation"],
            resources: [.embedInCode("Tables/syllables.txt")],
            swiftSettings: strict
        ),
        .target(name: "Disk", dependencies: ["CFolderExchange", "Diagnostics", "Digests"], swiftSettings: strict),
        .target(
            name: "Content",
            dependencies: [
                "Diagnostics", "Digests", "Disk", "Markdown", "OfficialDocuments", "SearchIndex", "VietnameseText",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "SiteTemplates",
            dependencies: ["Content", "Diagnostics", "Disk", "Markdown", "Templating", "VietnameseText"],
            resources: [.embedInCode("Words/vi.yaml"), .embedInCode("Words/en.yaml")],
            swiftSettings: strict
        ),
        .target(
            name: "Reading",
            dependencies: [
                "Content", "Diagnostics", "Digests", "Markdown", "OfficialDocuments", "SearchIndex", "SiteTemplates",
                "Templating", "VietnameseText",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Site",
            dependencies: [
                "Content", "Diagnostics", "OfficialDocuments", "Reading", "SearchIndex", "SiteTemplates",
                "VietnameseText",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Views",
            dependencies: [
                "Content", "Diagnostics", "OfficialDocuments", "Reading", "Site", "SiteTemplates", "Templating",
                "VietnameseText",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Pipeline",
            dependencies: ["Content", "Diagnostics", "Reading", "Site", "SiteTemplates", "Views"],
            swiftSettings: strict
        ),
        .target(
            name: "Output",
            dependencies: [
                "Content", "Diagnostics", "Digests", "Disk", "Reading", "SearchIndex", "Site", "SiteTemplates", "Views",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Bundles",
            dependencies: [
                "Content", "Diagnostics", "Digests", "Disk", "OfficialDocuments", "Output", "Reading", "SearchIndex",
                "Site",
                "SiteTemplates", "VietnameseText", "Views", "ZipArchive",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Import",
            dependencies: [
                "CLibXML2", "Content", "Diagnostics", "Digests", "Markdown", "OfficialDocuments", "VietnameseText",
                "ZipArchive", .product(name: "SwiftCSV", package: "SwiftCSV"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Export",
            dependencies: ["Content", "Diagnostics", "Digests", "OfficialDocuments", "Reading"],
            resources: [
                .embedInCode("Schemas/opensearch.json"),
                .embedInCode("Schemas/postgresql-tables.sql"),
                .embedInCode("Schemas/postgresql-search.sql"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Preview",
            dependencies: [
                "Diagnostics", .product(name: "FlyingSocks", package: "FlyingFox"), "Templating",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "SohieuCommands",
            dependencies: [
                "Bundles", "Content", "Diagnostics", "Digests", "Disk", "Export", "Import", "OfficialDocuments",
                "Output",
                "Pipeline",
                "Preview", "Reading", "SearchIndex", "Site", "SiteTemplates", "Templating", "VietnameseText", "Views",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(name: "sohieu", dependencies: ["SohieuCommands"], swiftSettings: strict),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "VietnameseTextTests", dependencies: ["VietnameseText", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "OfficialDocumentsTests",
            dependencies: ["OfficialDocuments", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "PreviewTests",
            dependencies: ["Diagnostics", "Preview", .product(name: "FlyingSocks", package: "FlyingFox")],
            swiftSettings: strict
        ),
        .testTarget(name: "TemplatingTests", dependencies: ["Templating", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DeflationTests", dependencies: ["Deflation"], swiftSettings: strict),
        .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Bundles", "Content", "Disk", "Output", "Pipeline", "Reading", "Site", "SiteTemplates", "TestSupport",
                "Views",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ImportTests", dependencies: ["Import", "Markdown", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["TestSupport"], swiftSettings: strict),
        .testTarget(name: "SearchIndexTests", dependencies: ["SearchIndex", "TestSupport"], swiftSettings: strict),
    ]
)
