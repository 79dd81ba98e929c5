/// The rows of json_each(), json_tree(), jsonb_each() and jsonb_tree() over one value
/// (https://sqlite.org/json1.html#jeach). It keeps a copy of the value, so that it may be read between rows for as long
/// as a cursor lives. Nothing recurses, and nothing is allocated per row.
final class JSONTable {
  /// The columns, in SQLite's order; `json` and `root` are hidden, and the arguments.
  enum Column: Int {
    case key, value, type, atom, id, parent, fullkey, path, json, root
  }

  /// An open container.
  private struct Level: BitwiseCopyable {
    /// What `id` calls the container.
    var id: Int
    var end: Int
    var isObject: Bool
    /// The present element: its number in an array, or where its label is.
    var index: Int
    var label: Int
  }

  private let isRecursive: Bool
  private let form: JSONForm
  private var blob = ByteBuffer()
  private var isBinary = false
  private var source = ByteBuffer()
  /// The path of the root, `$` unless it was given.
  private var root = ByteBuffer()
  private var levels = ByteBuffer()
  /// The present element, and where the next one begins.
  private var element = 0
  private var identity = 0
  private var next = 0
  private var isAtRoot = false
  private(set) var isAtEnd = true

  init(isRecursive: Bool, form: JSONForm) {
    self.isRecursive = isRecursive
    self.form = form
  }

  deinit {
    blob.deallocate()
    source.deallocate()
    root.deallocate()
    levels.deallocate()
  }

  private var view: JSONBView? { JSONBView(blob.bytes) }

  /// Begins with the first row. `path` is nil when that argument was not given. Failures go to the context.
  func start(_ context: CallContext, json: Cell, path: Cell?) {
    isAtEnd = true
    levels.count = 0
    guard json.tag != .null, let document = context.document(json) else { return }
    blob.count = 0
    blob.append(document.bytes(0, document.count))
    isBinary = json.tag == .blob && json.bytes.baseAddress == document.base
    source.count = 0
    if isBinary { source.append(json.bytes) } else { context.withText(of: json) { source.append($0) } }
    root.count = 0
    var place = 0
    var label = 0
    if let path {
      guard path.tag != .null else { return }
      context.withText(of: path) { root.append($0) }
      root.count = root.bytes.untilNUL.count
      guard root.bytes.first == 0x24 else { return context.failBadJSONPath(root.bytes) }
      guard let view else { return }
      let found = JSONPath(root.bytes.part(1, root.count &- 1)).find(in: view)
      guard found.outcome == .found else {
        _ = context.fail(found.outcome, root.bytes)
        return
      }
      place = found.offset
      label = found.label
    } else {
      root.append(0x24)
    }
    guard let top = view?.element(at: place) else { return context.failMalformedJSON() }
    element = place
    identity = label > 0 ? label : place
    isAtRoot = true
    next = top.end
    if JSONType.isContainer(top.type) {
      push(top, id: identity)
      next = top.payload
      if !isRecursive {
        isAtRoot = false
        return step(context)
      }
    }
    isAtEnd = false
  }

  private func push(_ container: JSONElement, id: Int) {
    levels.push(
      Level(
        id: id, end: container.end, isObject: container.type == JSONType.object, index: -1, label: 0))
  }

  /// Moves to the next row, or to the end.
  func step(_ context: CallContext) {
    isAtRoot = false
    isAtEnd = true
    guard let view else { return }
    while var level = levels.top(as: Level.self) {
      if next >= level.end {
        levels.pop(Level.self)
        continue
      }
      level.index &+= 1
      identity = next
      guard var item = view.element(at: next), item.end <= level.end else {
        return context.failMalformedJSON()
      }
      if level.isObject {
        level.label = item.start
        guard JSONType.isText(item.type), let member = view.element(at: item.end), member.end <= level.end
        else { return context.failMalformedJSON() }
        item = member
      }
      levels.setTop(level)
      element = item.start
      next = item.end
      if isRecursive, JSONType.isContainer(item.type) {
        push(item, id: identity)
        next = item.payload
      }
      isAtEnd = false
      return
    }
  }

  /// The number of levels above the present element: its own, which is open already, does not count.
  private var depth: Int {
    let count = levels.count / MemoryLayout<Level>.stride
    guard isRecursive, let view, element < view.count, JSONType.isContainer(view[element] & 0x0f) else {
      return count
    }
    return max(count &- 1, 0)
  }

  private func level(_ index: Int) -> Level? {
    let offset = index &* MemoryLayout<Level>.stride
    guard let base = levels.base, index >= 0, offset < levels.count else { return nil }
    return base.load(fromByteOffset: offset, as: Level.self)
  }

  // MARK: Columns

  /// Makes a column of the present row the context's result.
  func column(_ column: Column, _ context: CallContext) {
    guard let view, !isAtEnd else { return }
    switch column {
    case .key: key(view, context)
    case .value: context.returnValue(view, at: element, form)
    case .type: context.result(JSONType.name(view[element] & 0x0f))
    case .atom: if view[element] & 0x0f < JSONType.array { context.returnValue(view, at: element, form) }
    case .id: context.result(identity)
    case .parent:
      if isRecursive, !isAtRoot, let parent = level(depth &- 1) { context.result(parent.id) }
    case .fullkey:
      guard context.append(root.bytes) else { return }
      if !isAtRoot { appendSteps(depth, view, context) }
      context.pointee.returnOutput(as: .text)
    case .path:
      let length = isAtRoot ? parentPathLength(view) : root.count
      guard context.append(root.bytes.part(0, length)) else { return }
      if !isAtRoot { appendSteps(depth &- 1, view, context) }
      context.pointee.returnOutput(as: .text)
    case .json:
      guard context.append(isBinary ? blob.bytes : source.bytes) else { return }
      context.pointee.returnOutput(as: isBinary ? .blob : .text)
    case .root:
      guard context.append(root.bytes) else { return }
      context.pointee.returnOutput(as: .text)
    }
  }

  private func key(_ view: JSONBView, _ context: CallContext) {
    if !isAtRoot {
      guard let level = level(depth &- 1) else { return }
      if level.isObject {
        context.returnValue(view, at: level.label, .text)
      } else {
        context.result(level.index)
      }
      return
    }
    // The last step of the path that led here, as it was written.
    guard root.count > 1 else { return }
    let start = parentPathLength(view)
    let step = root.bytes.part(start, root.count &- start)
    guard step.count > 1 else { return }
    if step[0] == 0x5b {
      context.result(NumericText.integerPrefix(step.part(1, step.count &- 2)))
      return
    }
    let isQuoted = step[1] == 0x22 && step.count >= 3
    let name = isQuoted ? step.part(2, step.count &- 3) : step.part(1, step.count &- 1)
    guard context.append(name) else { return }
    context.pointee.returnOutput(as: .text)
  }

  /// How much of the root path leads to the container of the first row: the longest part of which that row is the
  /// first element, else the `$` alone, as in SQLite.
  private func parentPathLength(_ view: JSONBView) -> Int {
    guard isRecursive else { return root.count }
    var length = root.count
    guard length >= 2 else { return length }
    while length > 1 {
      length &-= 1
      guard root.bytes[length] == 0x5b || root.bytes[length] == 0x2e else { continue }
      let found = JSONPath(root.bytes.part(1, length &- 1)).find(in: view)
      guard found.outcome == .found, let container = view.element(at: found.offset) else { continue }
      // SQLite compares the container's start and the size of its header.
      if container.payload == identity { break }
    }
    return length
  }

  /// Appends the steps from the root to the element in the `count`-th level.
  private func appendSteps(_ count: Int, _ view: JSONBView, _ context: CallContext) {
    for index in 0..<max(count, 0) {
      guard let level = level(index) else { return }
      guard context.reserve(NumericText.longest) else { return }
      if level.isObject, let label = view.element(at: level.label) {
        let name = view.payload(label)
        let isSimple =
          name.first.map { ($0 | 0x20) &- 0x61 < 26 } == true && name.allSatisfy(JSONCharacter.isAlphanumeric)
        context.pointee.output.append(isSimple ? "." : ".\"")
        guard context.append(name) else { return }
        if !isSimple { context.pointee.output.append(0x22) }
      } else {
        context.pointee.output.append(0x5b)
        NumericText.append(Int64(level.index), to: &context.pointee.output)
        context.pointee.output.append(0x5d)
      }
    }
  }
}
