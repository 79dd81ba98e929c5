// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "apus",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "Apus", targets: ["Apus"]),
    .library(name: "ApusSQL", targets: ["ApusSQL"]),
    .executable(name: "apusdb", targets: ["ApusShell"]),
    .executable(name: "apus-conformance", targets: ["ApusConformance"]),
  ],
  dependencies: [],
  targets: [
    .target(name: "ApusSQL", exclude: ["README.md"]),
    .target(
      name: "ApusEngine", dependencies: ["ApusSQL"],
      exclude: [
        "BTree/README.md",
        "Backup/README.md",
        "Binding/README.md",
        "Catalog/README.md",
        "CodeGeneration/README.md",
        "CodeGeneration/Windows/README.md",
        "Connection/README.md",
        "Execution/README.md",
        "Execution/Windows/README.md",
        "Functions/README.md",
        "Integrity/README.md",
        "JSON/README.md",
        "Journal/README.md",
        "Modification/README.md",
        "Optimizer/README.md",
        "Pager/README.md",
        "Planning/README.md",
        "Pragmas/README.md",
        "README.md",
        "Record/README.md",
        "SchemaChanges/Alter/README.md",
        "SchemaChanges/README.md",
        "Statistics/README.md",
        "Support/README.md",
        "VFS/README.md",
        "Vacuum/README.md",
        "Values/README.md",
        "VirtualTables/README.md",
        "WAL/README.md",
      ]),
    .target(name: "Apus", dependencies: ["ApusEngine"], exclude: ["README.md"]),
    .target(name: "ApusDriver", dependencies: ["Apus"], exclude: ["README.md"]),
    .executableTarget(
      name: "ApusShell", dependencies: ["Apus", "ApusDriver", "ApusSQL"], exclude: ["README.md"]),
    .executableTarget(
      name: "ApusConformance", dependencies: ["ApusDriver", "ApusSQL"],
      exclude: ["README.md", "Corpora/README.md", "Differential/README.md", "Generator/README.md"]),
    .testTarget(name: "ApusSQLTests", dependencies: ["ApusSQL"]),
    .testTarget(name: "ApusEngineTests", dependencies: ["ApusEngine", "ApusSQL"]),
    .testTarget(name: "ApusTests", dependencies: ["Apus"]),
    .testTarget(name: "ApusConformanceTests", dependencies: ["ApusConformance"]),
  ],
  swiftLanguageModes: [.v6]
)
