// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "apus-stress",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "../..")],
  targets: [
    .executableTarget(
      name: "connections", dependencies: [.product(name: "Apus", package: "apus")],
      path: "Sources/Connections"),
    .executableTarget(
      name: "simulation", dependencies: [.product(name: "Apus", package: "apus")],
      path: "Sources/Simulation"),
  ],
  swiftLanguageModes: [.v6]
)
