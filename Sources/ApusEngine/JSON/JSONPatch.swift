/// RFC 7396's merge of a patch into a JSONB value, without recursion.
struct JSONPatch {
  enum Outcome { case done, malformed, tooBig }

  /// The target, changed in place, with its working memory.
  var editor: JSONEditor
  let patch: JSONBView
  /// Objects of the patch that are being gone through.
  var levels: ByteBuffer
  let limit: Int

  private struct Level: BitwiseCopyable {
    /// The target's object.
    var target: Int
    /// The next member of the patch's object, and that object's end.
    var position: Int
    var end: Int
    /// Where the target's members begin and where they ended before the patch was applied.
    var membersStart: Int
    var membersEnd: Int
    /// Bytes added to the members so far.
    var delta: Int
  }

  mutating func apply() -> Outcome {
    levels.count = 0
    guard merge(0, 0) else { return .malformed }
    while var level = levels.top(as: Level.self) {
      if editor.document.count > limit { return .tooBig }
      if level.position >= level.end {
        levels.pop(Level.self)
        var delta = level.delta
        if delta != 0 { delta &+= editor.grow(level.target, by: delta) }
        addToTop(delta)
        continue
      }
      guard let label = patch.element(at: level.position), JSONType.isText(label.type), label.end < level.end,
        let value = patch.element(at: label.end), value.end <= level.end
      else { return .malformed }
      level.position = value.end
      levels.setTop(level)
      guard step(level, label, value) else { return .malformed }
    }
    return .done
  }

  /// One member of the patch.
  private mutating func step(_ level: Level, _ label: JSONElement, _ value: JSONElement) -> Bool {
    guard let target = editor.view else { return false }
    let end = level.membersEnd &+ level.delta
    var position = level.membersStart
    let name = patch.payload(label)
    let isRaw = JSONType.isPlainText(label.type)
    while position < end {
      guard let known = target.element(at: position), JSONType.isText(known.type), known.end < end,
        let old = target.element(at: known.end), old.end <= end
      else { return false }
      if JSONEscape.areEqual(
        name, isRaw: isRaw, target.payload(known), isRaw: JSONType.isPlainText(known.type))
      {
        if value.type == JSONType.null {
          addToTop(
            editor.replace(
              known.start, old.end &- known.start, by: UnsafeRawBufferPointer(start: nil, count: 0)))
          return true
        }
        return merge(old.start, value.start)
      }
      position = old.end
    }
    guard value.type != JSONType.null else { return true }
    let isObject = value.type == JSONType.object
    if !isObject {
      addToTop(editor.replace(end, 0, by: patch.bytes(label.start, value.end &- label.start)))
      return true
    }
    // The new member begins as null, for the object to be merged into, which drops the nulls inside.
    let labelCount = label.count
    addToTop(editor.replace(end, 0, by: patch.bytes(label.start, labelCount)))
    var null = JSONType.null
    addToTop(withUnsafeBytes(of: &null) { editor.replace(end &+ labelCount, 0, by: $0) })
    return merge(end &+ labelCount, value.start)
  }

  /// Begins to merge the patch's element at `source` into the target's at `place`: done at once unless it is an object.
  private mutating func merge(_ place: Int, _ source: Int) -> Bool {
    guard let new = patch.element(at: source), let view = editor.view, let old = view.element(at: place)
    else {
      return false
    }
    if new.type != JSONType.object {
      addToTop(editor.replace(place, old.count, by: patch.bytes(new.start, new.count)))
      return true
    }
    var delta = 0
    if old.type != JSONType.object {
      delta = editor.replace(old.payload, old.payloadCount, by: UnsafeRawBufferPointer(start: nil, count: 0))
      guard let base = editor.document.base else { return false }
      base.storeBytes(of: view[place] & 0xf0 | JSONType.object, toByteOffset: place, as: UInt8.self)
    }
    levels.push(
      Level(
        target: place, position: new.payload, end: new.end, membersStart: old.payload, membersEnd: old.end,
        delta: delta))
    return true
  }

  private mutating func addToTop(_ delta: Int) {
    guard var level = levels.top(as: Level.self) else { return }
    level.delta &+= delta
    levels.setTop(level)
  }
}
