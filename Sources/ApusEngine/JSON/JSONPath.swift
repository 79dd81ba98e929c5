/// One step of a path: `.key`, `."key"`, `[3]`, `[#-1]`.
struct JSONPathStep {
  /// The text of a key; unused for an index.
  let key: UnsafeRawBufferPointer
  /// Backslashes of the key stand for themselves.
  let isRaw: Bool
  let isKey: Bool
  /// Number of the element, counted from the end when `isFromEnd`.
  let index: Int
  let isFromEnd: Bool
  /// The bracket of an index from the end was closed: what no array has is missing before it is an error.
  var isClosed = true
  /// Where the next step begins.
  let end: Int
}

/// A path behind its `$`: text that a NUL or its end finishes, read step by step, so that an error behind the step
/// that finds nothing is not noticed, as in SQLite.
struct JSONPath {
  let text: UnsafeRawBufferPointer

  init(_ text: UnsafeRawBufferPointer) { self.text = text }

  @inline(__always)
  private func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

  @inline(__always)
  func isEnd(_ index: Int) -> Bool { byte(index) == 0 }

  @inline(__always)
  func beginsKey(_ index: Int) -> Bool { byte(index) == 0x2e }

  @inline(__always)
  func beginsIndex(_ index: Int) -> Bool { byte(index) == 0x5b }

  /// The key behind the point at `start`; nil for an error.
  @inline(__always)
  func key(_ start: Int) -> JSONPathStep? {
    var index = start &+ 1
    if byte(index) == 0x22 { return quotedKey(start) }
    let first = index
    while true {
      let present = byte(index)
      if present == 0 || present == 0x2e || present == 0x5b { break }
      index &+= 1
    }
    guard index > first else { return nil }
    return JSONPathStep(
      key: text.part(first, index &- first), isRaw: true, isKey: true, index: 0, isFromEnd: false, end: index)
  }

  private func quotedKey(_ start: Int) -> JSONPathStep? {
    let first = start &+ 2
    var index = first
    var isRaw = true
    while byte(index) != 0x22 {
      if byte(index) == 0 { return nil }
      if byte(index) == 0x5c {
        isRaw = false
        if byte(index &+ 1) != 0 { index &+= 1 }
      }
      index &+= 1
    }
    return JSONPathStep(
      key: text.part(first, index &- first), isRaw: isRaw, isKey: true, index: 0, isFromEnd: false,
      end: index &+ 1)
  }

  /// The index in brackets at `start`; nil for an error.
  func index(_ start: Int) -> JSONPathStep? {
    var place = start &+ 1
    var number = 0
    var isFromEnd = false
    if byte(place) == 0x23 {
      isFromEnd = true
      place &+= 1
      if byte(place) == 0x2d {
        place &+= 1
        guard NumericText.isDigit(byte(place)) else { return nil }
        number = digits(&place)
      }
    } else {
      guard NumericText.isDigit(byte(place)) else { return nil }
      number = digits(&place)
    }
    let isClosed = byte(place) == 0x5d
    guard isClosed || isFromEnd else { return nil }
    return JSONPathStep(
      key: UnsafeRawBufferPointer(start: nil, count: 0), isRaw: true, isKey: false, index: number,
      isFromEnd: isFromEnd, isClosed: isClosed, end: place &+ 1)
  }

  /// A number, of which SQLite keeps 32 bits.
  private func digits(_ place: inout Int) -> Int {
    var number = 0
    while NumericText.isDigit(byte(place)) {
      number = (number &* 10 &+ Int(byte(place) &- 0x30)) & 0xffff_ffff
      place &+= 1
    }
    return number
  }
}

/// Where a path leads in a JSONB value.
struct JSONPathResult {
  enum Outcome { case found, missing, badPath, malformed }

  var outcome: Outcome
  /// The element; when it is missing, the container that could have it.
  var offset: Int
  /// The label before a found member of an object; 0 for anything else.
  var label: Int
  /// Missing: the step that failed is a key of an object or the index behind an array's last element, so that an
  /// element can be added here.
  var insertion: Int?
  /// Where that step begins in the path.
  var step: Int
}

extension JSONPath {
  /// Follows the path from the root. Offsets of the containers on the way are appended to `ancestors`, if there is one.
  @inline(__always)
  func find(in blob: JSONBView, ancestors: UnsafeMutablePointer<ByteBuffer>? = nil) -> JSONPathResult {
    var place = 0
    var offset = 0
    var label = 0
    func answer(_ outcome: JSONPathResult.Outcome, insertion: Int? = nil) -> JSONPathResult {
      JSONPathResult(outcome: outcome, offset: offset, label: label, insertion: insertion, step: place)
    }
    while !isEnd(place) {
      if beginsKey(place) {
        guard let step = key(place) else { return answer(.badPath) }
        guard offset < blob.count, blob[offset] & 0x0f == JSONType.object else { return answer(.missing) }
        guard let object = blob.element(at: offset) else { return answer(.malformed) }
        let found = member(step, of: object, blob)
        switch found {
        case 0:
          return answer(.missing, insertion: object.end)
        case -1: return answer(.malformed)
        default: break
        }
        if let ancestors { ancestors.pointee.push(offset) }
        label = found
        offset = blob.element(at: found)?.end ?? found
        place = step.end
      } else if beginsIndex(place) {
        guard offset < blob.count, blob[offset] & 0x0f == JSONType.array else { return answer(.missing) }
        guard let array = blob.element(at: offset), let step = index(place) else {
          return answer(index(place) == nil ? .badPath : .malformed)
        }
        var left = step.index
        if step.isFromEnd {
          let count = blob.elementCount(of: array)
          guard step.index <= count else { return answer(.missing) }
          guard step.isClosed else { return answer(.badPath) }
          left = count &- step.index
        }
        var position = array.payload
        while position < array.end, left > 0 {
          guard let item = blob.element(at: position) else { return answer(.malformed) }
          position = item.end
          left &-= 1
        }
        if position >= array.end {
          if position > array.end { return answer(.malformed) }
          return answer(.missing, insertion: left == 0 ? array.end : nil)
        }
        if let ancestors { ancestors.pointee.push(offset) }
        label = 0
        offset = position
        place = step.end
      } else {
        return answer(.badPath)
      }
    }
    return answer(.found)
  }

  /// The label that equals the step's key; 0 when there is none, -1 when the object is malformed.
  @inline(__always)
  private func member(_ step: JSONPathStep, of object: JSONElement, _ blob: JSONBView) -> Int {
    var position = object.payload
    while position < object.end {
      guard let label = blob.element(at: position), JSONType.isText(label.type), label.end < object.end else {
        return -1
      }
      let isEqual = JSONEscape.areEqual(
        step.key, isRaw: step.isRaw, blob.payload(label), isRaw: JSONType.isPlainText(label.type))
      guard let value = blob.element(at: label.end), value.type <= JSONType.object else { return -1 }
      if isEqual { return value.end <= object.end ? label.start : -1 }
      position = value.end
    }
    return position > object.end ? -1 : 0
  }
}
