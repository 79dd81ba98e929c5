/// The elements of a JSONB value in the order in which json_each() and json_tree() list them: a container before what it
/// holds. It holds offsets only, so that it can be kept beside the bytes between two rows.
struct JSONTreeWalker {
  /// What precedes an element in its container.
  enum Key: Equatable {
    /// The element is the root.
    case none
    /// A member of an object: where its label is.
    case label(Int)
    /// An element of an array.
    case index(Int)
  }

  enum Step { case element, end, malformed }

  /// An open container: the elements on the way to the present one.
  private struct Level {
    var container: Int
    var key: Key
    var isObject: Bool
    var end: Int
    /// Number of the next element.
    var index: Int
  }

  private var levels: [Level] = []
  private let isRecursive: Bool
  private let start: Int
  private var position: Int
  private var hasBegun = false

  /// The present element, its key, and the container that it is in.
  private(set) var offset = 0
  private(set) var key = Key.none
  private(set) var parent: Int?

  /// Walks the element at `start`: with all that is below it, or what it directly holds (itself when that is nothing).
  init(at start: Int, isRecursive: Bool) {
    self.start = start
    self.isRecursive = isRecursive
    position = start
  }

  /// Moves to the next element.
  mutating func next(in blob: JSONBView) -> Step {
    if !hasBegun {
      hasBegun = true
      guard let root = blob.element(at: start) else { return .malformed }
      offset = start
      position = root.payload
      if JSONType.isContainer(root.type) {
        push(root, .none)
        if isRecursive { return .element }
      } else {
        return .element
      }
    }
    while let level = levels.last {
      if position >= level.end {
        guard position == level.end else { return .malformed }
        levels.removeLast()
        continue
      }
      guard let first = blob.element(at: position), first.end <= level.end else { return .malformed }
      var value = first
      var key = Key.index(level.index)
      if level.isObject {
        guard JSONType.isText(first.type), let member = blob.element(at: first.end), member.end <= level.end
        else { return .malformed }
        value = member
        key = .label(first.start)
      }
      guard value.type <= JSONType.object else { return .malformed }
      levels[levels.count - 1].index += 1
      offset = value.start
      self.key = key
      parent = level.container
      position = value.end
      if isRecursive, JSONType.isContainer(value.type) {
        push(value, key)
        position = value.payload
      }
      return .element
    }
    return .end
  }

  private mutating func push(_ element: JSONElement, _ key: Key) {
    levels.append(
      Level(
        container: element.start, key: key, isObject: element.type == JSONType.object, end: element.end,
        index: 0))
  }

  /// Keys of the containers between the root and the present element, outermost first: its path.
  var path: [Key] {
    levels.filter { $0.container != offset && $0.key != .none }.map(\.key)
  }
}
