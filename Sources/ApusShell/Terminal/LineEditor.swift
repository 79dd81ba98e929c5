/// Edits one line: text and cursor change with keys. Knows nothing of terminals.
struct LineEditor {
  enum Key: Equatable {
    case character(Character)
    case enter, endOfInput, interrupt
    case left, right, up, down, home, end, backspace, delete
    case wordLeft, wordRight
    case killToEnd, killToStart, killWord, yank, transpose, clearScreen
    case searchBackward, escape, tab, unknown
  }

  enum Outcome: Equatable { case editing, done(String), endOfInput, cancelled, clearScreen }

  private(set) var text: [Character] = []
  /// Characters in front of it.
  private(set) var cursor = 0
  /// What ^R looks for; nil when it does not.
  private(set) var search: [Character]?
  private var killed: [Character] = []
  private let history: [String]
  /// Index of the history line that is shown; its count when it is the new line.
  private var position: Int
  private var draft: [Character] = []

  init(history: [String]) {
    self.history = history
    position = history.count
  }

  mutating func handle(_ key: Key) -> Outcome {
    if search != nil, let outcome = handleSearch(key) { return outcome }
    switch key {
    case .character(let character): insert([character])
    case .tab: insert(["\t"])
    case .enter: return .done(String(text))
    case .interrupt: return .cancelled
    case .endOfInput:
      if text.isEmpty { return .endOfInput }
      deleteForward()
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .wordLeft: cursor = wordStart()
    case .wordRight: cursor = wordEnd()
    case .up: show(position - 1)
    case .down: show(position + 1)
    case .backspace:
      if cursor > 0 {
        cursor -= 1
        text.remove(at: cursor)
      }
    case .delete: deleteForward()
    case .killToEnd: kill(cursor..<text.count)
    case .killToStart: kill(0..<cursor)
    case .killWord: kill(blankWordStart()..<cursor)
    case .yank: insert(killed)
    case .transpose: transpose()
    case .clearScreen: return .clearScreen
    case .searchBackward: search = []
    case .escape, .unknown: break
    }
    return .editing
  }

  // MARK: Editing

  private mutating func insert(_ characters: [Character]) {
    text.insert(contentsOf: characters, at: cursor)
    cursor += characters.count
  }

  private mutating func deleteForward() {
    if cursor < text.count { text.remove(at: cursor) }
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = Array(text[range])
    text.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func transpose() {
    guard cursor > 0, text.count > 1 else { return }
    if cursor == text.count { cursor -= 1 }
    text.swapAt(cursor - 1, cursor)
    cursor += 1
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private func wordStart() -> Int {
    var index = cursor
    while index > 0, !Self.isWord(text[index - 1]) { index -= 1 }
    while index > 0, Self.isWord(text[index - 1]) { index -= 1 }
    return index
  }

  private func blankWordStart() -> Int {
    var index = cursor
    while index > 0, text[index - 1] == " " { index -= 1 }
    while index > 0, text[index - 1] != " " { index -= 1 }
    return index
  }

  private func wordEnd() -> Int {
    var index = cursor
    while index < text.count, !Self.isWord(text[index]) { index += 1 }
    while index < text.count, Self.isWord(text[index]) { index += 1 }
    return index
  }

  // MARK: History

  private mutating func show(_ index: Int) {
    guard index >= 0, index <= history.count, index != position else { return }
    if position == history.count { draft = text }
    position = index
    text = index == history.count ? draft : Array(history[index])
    cursor = text.count
  }

  // MARK: Search

  /// Keys while ^R looks for a line; nil: the search is over and the key has its usual meaning.
  private mutating func handleSearch(_ key: Key) -> Outcome? {
    switch key {
    case .character(let character):
      search?.append(character)
      find(from: position == history.count ? history.count - 1 : position)
      return .editing
    case .backspace:
      search = search.map { Array($0.dropLast()) }
      find(from: history.count - 1)
      return .editing
    case .searchBackward:
      find(from: position - 1)
      return .editing
    case .interrupt, .escape:
      search = nil
      show(history.count)
      return .editing
    default:
      search = nil
      return nil
    }
  }

  private mutating func find(from start: Int) {
    guard let search, !search.isEmpty else { return }
    var index = min(start, history.count - 1)
    while index >= 0 {
      if Self.contains(Array(history[index]), search) {
        show(index)
        return
      }
      index -= 1
    }
  }

  private static func contains(_ text: [Character], _ part: [Character]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
