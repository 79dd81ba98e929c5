import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  @Test("The first example is what the test compiles, and it works")
  func firstExample() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let source = try String(contentsOf: folder.appending(path: "ReadmeExample.swift"), encoding: .utf8)
    let body = try #require(source.components(separatedBy: "throws -> [String] {\n").last)
    let compiled = try #require(body.components(separatedBy: "  return titles\n").first)
      .split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
    let readme = try String(contentsOf: folder.appending(path: "../../README.md"), encoding: .utf8)
    let block = try #require(readme.components(separatedBy: "```swift\n").dropFirst().first)
    let shown = try #require(block.components(separatedBy: "\n```").first)
    #expect(shown == "import Apus\n\n" + compiled)

    let directory = TemporaryDirectory()
    let previous = FileManager.default.currentDirectoryPath
    #expect(FileManager.default.changeCurrentDirectoryPath(directory.path))
    defer { _ = FileManager.default.changeCurrentDirectoryPath(previous) }
    #expect(try readmeExample() == ["Swifts sleep aloft"])
    #expect(FileManager.default.fileExists(atPath: directory.file("notes.db")))
  }
}
