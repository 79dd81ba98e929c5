// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "apus-examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "..")],
  targets: [
    .executableTarget(name: "notes", dependencies: [.product(name: "Apus", package: "apus")], path: "Sources/Notes"),
    .executableTarget(
      name: "counter", dependencies: [.product(name: "Apus", package: "apus")], path: "Sources/Counter"),
  ],
  swiftLanguageModes: [.v6]
)
