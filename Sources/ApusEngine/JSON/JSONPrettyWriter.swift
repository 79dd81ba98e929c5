/// JSONB to JSON text with a line for each element, without recursion.
struct JSONPrettyWriter {
  var output: ByteBuffer
  /// Open containers, and those within a label of malformed JSONB; both kept for their memory.
  var levels: ByteBuffer
  var inner: ByteBuffer
  let limit: Int
  /// What each level begins its lines with.
  let indent: UnsafeRawBufferPointer

  private struct Level: BitwiseCopyable {
    var end: Int
    var isObject: Bool
    var isEmpty = true
  }

  init(output: ByteBuffer, levels: ByteBuffer, inner: ByteBuffer, limit: Int, indent: UnsafeRawBufferPointer)
  {
    self.output = output
    self.levels = levels
    self.inner = inner
    self.limit = limit
    self.indent = indent
  }

  mutating func write(_ blob: JSONBView) -> JSONTextWriter.Outcome {
    levels.count = 0
    guard let root = blob.element(at: 0) else { return .malformed }
    var position = 0
    var outcome = element(blob, root, &position)
    while outcome == .done, var level = levels.top(as: Level.self) {
      if position > level.end { return .malformed }
      if position == level.end {
        // A container's last element was written.
        levels.pop(Level.self)
        output.append(0x0a)
        guard indentLine() else { return .tooBig }
        output.append(level.isObject ? 0x7d : 0x5d)
        continue
      }
      if !level.isEmpty { output.append(",\n") }
      level.isEmpty = false
      levels.setTop(level)
      guard indentLine() else { return .tooBig }
      if level.isObject {
        guard let label = blob.element(at: position) else { return .malformed }
        outcome = compact(blob, position)
        if outcome != .done { return outcome }
        if label.end >= level.end { return .malformed }
        output.append(": ")
        position = label.end
      }
      guard let item = blob.element(at: position) else { return .malformed }
      outcome = element(blob, item, &position)
    }
    return outcome
  }

  /// Writes a scalar or an empty container, and moves past it; or opens a container, and moves into it.
  private mutating func element(
    _ blob: JSONBView, _ item: JSONElement, _ position: inout Int
  ) -> JSONTextWriter.Outcome {
    guard JSONType.isContainer(item.type), item.payloadCount > 0 else {
      position = item.end
      return compact(blob, item.start)
    }
    output.append(item.type == JSONType.object ? "{\n" : "[\n")
    levels.push(Level(end: item.end, isObject: item.type == JSONType.object))
    position = item.payload
    return .done
  }

  private mutating func compact(_ blob: JSONBView, _ start: Int) -> JSONTextWriter.Outcome {
    var writer = JSONTextWriter(output: output, levels: inner, limit: limit)
    let outcome = writer.write(blob, at: start)
    output = writer.output
    inner = writer.levels
    return output.count > limit ? .tooBig : outcome
  }

  /// The spaces of a line at the present depth; false when the text becomes too long.
  private mutating func indentLine() -> Bool {
    let depth = levels.count / MemoryLayout<Level>.stride
    guard output.count &+ indent.count &* depth <= limit else { return false }
    for _ in 0..<depth { output.append(indent) }
    return true
  }
}
