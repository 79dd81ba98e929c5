// A command line to the words of a process.

import Foundation

/// The words of a driver's command line.
struct DriverCommand: Sendable, Equatable {
  var words: [String]

  init(words: [String]) { self.words = words }

  /// Splits as a shell does: blanks, quotes and backslashes. Words that name files become absolute, because drivers
  /// run in folders of their own.
  init(_ line: String) throws {
    words = try Self.split(line).map { word in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: word, isDirectory: &isFolder)
      guard exists, !isFolder.boolValue, !word.hasPrefix("/") else { return word }
      return FileManager.default.currentDirectoryPath + "/" + word
    }
    if words.isEmpty { throw ConformanceError("the driver's command is empty") }
  }

  /// This program as a driver of Apus.
  /// - Parameter isSmall: with little memory for sorts and windows.
  static func worker(_ preparation: [String] = [], isSmall: Bool = false) -> DriverCommand {
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return DriverCommand(words: [program, "worker"] + (isSmall ? ["--small"] : []) + preparation)
  }

  private static func split(_ line: String) throws -> [String] {
    var words: [String] = []
    var word = ""
    var isOpen = false
    var quote: Character?
    var characters = line.makeIterator()
    while let character = characters.next() {
      if let open = quote {
        if character == open {
          quote = nil
        } else if character == "\\", open == "\"", let next = characters.next() {
          word.append(next)
        } else {
          word.append(character)
        }
      } else if character == "'" || character == "\"" {
        quote = character
        isOpen = true
      } else if character == "\\", let next = characters.next() {
        word.append(next)
        isOpen = true
      } else if character == " " || character == "\t" || character == "\n" {
        if isOpen { words.append(word) }
        word = ""
        isOpen = false
      } else {
        word.append(character)
        isOpen = true
      }
    }
    if quote != nil { throw ConformanceError("a quote in the driver's command is not closed: \(line)") }
    if isOpen { words.append(word) }
    return words
  }
}
