// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "apus-examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "..")],
  targets: [
    .executableTarget(name: "Birds", dependencies: [.product(name: "Apus", package: "apus")]),
    .executableTarget(name: "Accounts", dependencies: [.product(name: "Apus", package: "apus")]),
  ],
  swiftLanguageModes: [.v6]
)
