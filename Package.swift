// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// One library of Patuh, with its folder under Sources.
func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target; what several test targets need stands in TestSupport.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        swiftSettings: settings
    )
}

let package = Package(
    name: "patuh",
    products: [
        .executable(name: "patuh", targets: ["Patuh"]),
        .library(name: "Register", targets: ["Register", "Postgres"]),
        .library(name: "Rules", targets: ["Rules"]),
        .library(name: "Inspections", targets: ["Inspections"]),
        .library(name: "Reporting", targets: ["Reporting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // Debian packages: libpq (PostgreSQL's client) and libcrypto (SHA-256), which libpq itself uses.
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // Workbooks: libzip and Expat read them in streaming fashion, libxlsxwriter writes them in flat memory.
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        library(
            "Postgres",
            [
                "CPostgreSQL",
                .product(name: "Logging", package: "swift-log"),
            ]),
        library("Register", ["Postgres", "CCrypto", "CZip", "CExpat", "CXLSXWriter"]),
        library("Rules", ["Register", "Postgres"]),
        library("Inspections", ["Rules", "Register", "Postgres"]),
        library(
            "Reporting",
            [
                "Inspections", "Rules", "Register", "Postgres",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        library("Sample", []),
        .executableTarget(
            name: "Patuh",
            dependencies: [
                "Reporting", "Inspections", "Rules", "Register", "Postgres", "Sample",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),

        .target(
            name: "TestSupport", dependencies: ["Rules", "Register", "Postgres"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("Postgres"),
        tests("Register", ["Postgres", "CZip"]),
        tests("Rules", ["Inspections", "Register", "Postgres"]),
        tests("Inspections", ["Rules", "Register", "Postgres"]),
        tests("Reporting", ["Inspections", "Rules", "Register", "Postgres"]),
        tests("Sample"),
        tests("Patuh", ["Reporting", "Inspections", "Rules", "Register", "Postgres", "Sample"]),
    ],
    swiftLanguageModes: [.v6]
)
