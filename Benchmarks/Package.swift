// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "apus-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "..")],
  targets: [
    .systemLibrary(
      name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .executableTarget(
      name: "apus-benchmarks", dependencies: [.product(name: "Apus", package: "apus"), "CSQLite"],
      path: "Sources/ApusBenchmarks"),
  ],
  swiftLanguageModes: [.v6]
)
