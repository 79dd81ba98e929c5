/// The strict check of JSONB: every element, and the text of every scalar, is what its type promises.
enum JSONValidity {
  static let maximumDepth = 1000

  /// Offset of the first fault; nil when there is none.
  static func firstError(in blob: JSONBView) -> Int? {
    guard let root = blob.element(at: 0), root.end == blob.count else { return 0 }
    if !JSONType.isContainer(root.type) { return scalarError(blob, root) }
    return withUnsafeTemporaryAllocation(of: Level.self, capacity: maximumDepth) { levels in
      containerError(blob, root, levels)
    }
  }

  /// An open container: where it ends, and whether a label of an object comes next.
  private struct Level: BitwiseCopyable {
    var end: Int
    var isObject: Bool
    var wantsLabel: Bool
  }

  private static func containerError(
    _ blob: JSONBView, _ root: JSONElement, _ levels: UnsafeMutableBufferPointer<Level>
  ) -> Int? {
    var depth = 1
    levels[0] = Level(end: root.end, isObject: root.type == JSONType.object, wantsLabel: true)
    var position = root.payload
    while depth > 0 {
      let level = levels[depth &- 1]
      if position >= level.end {
        if level.isObject, !level.wantsLabel { return position }
        depth &-= 1
        continue
      }
      guard let item = blob.element(at: position), item.end <= level.end else { return position }
      if level.isObject {
        if level.wantsLabel, !JSONType.isText(item.type) { return position }
        levels[depth &- 1].wantsLabel.toggle()
      }
      guard depth < maximumDepth else { return item.start }
      if JSONType.isContainer(item.type) {
        levels[depth] = Level(
          end: item.end, isObject: item.type == JSONType.object, wantsLabel: true)
        depth &+= 1
        position = item.payload
      } else {
        if let error = scalarError(blob, item) { return error }
        position = item.end
      }
    }
    return nil
  }

  private static func scalarError(_ blob: JSONBView, _ item: JSONElement) -> Int? {
    switch item.type {
    case JSONType.null, JSONType.true, JSONType.false: return item.count == 1 ? nil : item.start
    case JSONType.integer: return integerError(blob, item)
    case JSONType.integer5: return hexadecimalError(blob, item)
    case JSONType.real, JSONType.real5: return realError(blob, item)
    case JSONType.text, JSONType.textEscaped, JSONType.text5: return textError(blob, item)
    case JSONType.textRaw: return nil
    default: return item.start
    }
  }

  private static func integerError(_ blob: JSONBView, _ item: JSONElement) -> Int? {
    guard item.payloadCount >= 1 else { return item.start }
    var index = item.payload
    if blob[index] == 0x2d {
      guard item.payloadCount >= 2 else { return item.start }
      index &+= 1
    }
    while index < item.end {
      guard NumericText.isDigit(blob[index]) else { return index }
      index &+= 1
    }
    return nil
  }

  private static func hexadecimalError(_ blob: JSONBView, _ item: JSONElement) -> Int? {
    guard item.payloadCount >= 3 else { return item.start }
    var index = item.payload
    if blob[index] == 0x2d {
      guard item.payloadCount >= 4 else { return item.start }
      index &+= 1
    }
    guard blob[index] == 0x30 else { return index }
    guard blob[index &+ 1] | 0x20 == 0x78 else { return index &+ 1 }
    index &+= 2
    while index < item.end {
      guard HexDigits.value(blob[index]) != nil else { return index }
      index &+= 1
    }
    return nil
  }

  private static func realError(_ blob: JSONBView, _ item: JSONElement) -> Int? {
    guard item.payloadCount >= 2 else { return item.start }
    let isStrict = item.type == JSONType.real
    var index = item.payload
    var hasPoint = false
    var hasExponent = false
    if blob[index] == 0x2d {
      guard item.payloadCount >= 3 else { return item.start }
      index &+= 1
    }
    func byte(_ index: Int) -> UInt8 { index < item.end ? blob[index] : 0 }
    if blob[index] == 0x2e {
      if isStrict || !NumericText.isDigit(byte(index &+ 1)) { return index }
      index &+= 2
      hasPoint = true
    } else if blob[index] == 0x30, isStrict {
      guard index &+ 3 <= item.end else { return index }
      guard byte(index &+ 1) == 0x2e || byte(index &+ 1) | 0x20 == 0x65 else { return index }
      index &+= 1
    }
    while index < item.end {
      let present = blob[index]
      if NumericText.isDigit(present) {
      } else if present == 0x2e {
        if hasPoint || hasExponent { return index }
        if isStrict, !NumericText.isDigit(byte(index &+ 1)) { return index }
        hasPoint = true
      } else if present | 0x20 == 0x65 {
        if hasExponent || index == item.end &- 1 { return index }
        if blob[index &+ 1] == 0x2b || blob[index &+ 1] == 0x2d {
          index &+= 1
          if index == item.end &- 1 { return index }
        }
        hasExponent = true
      } else {
        return index
      }
      index &+= 1
    }
    return hasPoint || hasExponent ? nil : item.start
  }

  private static func textError(_ blob: JSONBView, _ item: JSONElement) -> Int? {
    var index = item.payload
    while index < item.end {
      let byte = blob[index]
      if JSONCharacter.isPlain(byte) || byte == 0x27 {
        index &+= 1
        continue
      }
      if item.type == JSONType.text { return index }
      if byte == 0x22 || byte <= 0x1f {
        if item.type == JSONType.textEscaped { return index }
        index &+= 1
        continue
      }
      guard index &+ 1 < item.end else { return index }
      switch blob[index &+ 1] {
      case 0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74, 0: index &+= 2
      case 0x75:
        guard index &+ 5 < item.end, JSONEscape.hexadecimal(blob.bytes(index &+ 2, 4)) != nil else {
          return index
        }
        index &+= 2
      default:
        guard item.type == JSONType.text5 else { return index }
        let escape = JSONEscape(blob.bytes(index, item.end &- index))
        guard escape.isValid else { return index }
        index &+= escape.length
      }
    }
    return nil
  }
}
