// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "apus-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "..")],
  targets: [
    .executableTarget(
      name: "parse-corpus", dependencies: [.product(name: "ApusSQL", package: "apus")],
      path: "Sources/ParseCorpus")
  ],
  swiftLanguageModes: [.v6]
)
