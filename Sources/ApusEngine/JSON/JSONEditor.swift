/// Changes of a JSONB value in place: what json_insert(), json_replace(), json_set(), json_remove() do.
struct JSONEditor {
  enum Operation { case insert, replace, set, remove }

  /// The value; its root is at offset 0.
  var document: ByteBuffer
  /// Offsets of the containers from the root to the element at hand.
  var ancestors: ByteBuffer
  /// An element under construction.
  var scratch: ByteBuffer

  var view: JSONBView? { JSONBView(document.bytes) }

  /// Applies an operation at a path behind its `$`. `value` is one element; empty for `remove`.
  mutating func apply(
    _ operation: Operation, _ path: JSONPath, _ value: UnsafeRawBufferPointer
  ) -> JSONPathResult.Outcome {
    guard let view else { return .malformed }
    ancestors.count = 0
    let place = withUnsafeMutablePointer(to: &ancestors) { path.find(in: view, ancestors: $0) }
    switch place.outcome {
    case .badPath, .malformed: return place.outcome
    case .found:
      guard operation != .insert else { return .found }
      guard let element = view.element(at: place.offset) else { return .malformed }
      var start = element.start
      if operation == .remove, place.label > 0 { start = place.label }
      adjust(replace(start, element.end &- start, by: value))
      return .found
    case .missing:
      guard operation == .insert || operation == .set, let insertion = place.insertion else {
        return .missing
      }
      scratch.count = 0
      let outcome = build(path, place.step, value)
      guard outcome == .found else { return outcome }
      ancestors.push(place.offset)
      let delta = scratch.count
      guard open(insertion, 0, delta) else { return .malformed }
      if let base = document.base, let source = scratch.base {
        (base + insertion).copyMemory(from: source, byteCount: delta)
      }
      adjust(delta)
      return .found
    }
  }

  /// Makes room for `added` bytes in place of `removed` ones at `start`.
  private mutating func open(_ start: Int, _ removed: Int, _ added: Int) -> Bool {
    let delta = added &- removed
    if delta > 0 { document.reserve(document.count &+ delta) }
    guard let base = document.base, start &+ removed <= document.count else { return false }
    let rest = start &+ removed
    (base + start + added).copyMemory(from: base + rest, byteCount: document.count &- rest)
    document.count &+= delta
    return true
  }

  /// Puts `value` in the place of some bytes; returns by how much the document grew. A value that is shorter by no
  /// more than a longer header takes gets that header, so that nothing moves.
  mutating func replace(_ start: Int, _ removed: Int, by value: UnsafeRawBufferPointer) -> Int {
    if value.count > 0, value.count < removed, removed &- value.count <= 8,
      overwrite(start, value, widenedBy: removed &- value.count)
    {
      return 0
    }
    guard open(start, removed, value.count) else { return 0 }
    if let base = document.base, let source = value.baseAddress, value.count > 0 {
      (base + start).copyMemory(from: source, byteCount: value.count)
    }
    return value.count &- removed
  }

  private mutating func overwrite(_ start: Int, _ value: UnsafeRawBufferPointer, widenedBy extra: Int) -> Bool
  {
    guard let view = JSONBView(value), let element = view.element(at: 0), let base = document.base,
      element.type > JSONType.false
    else { return false }
    let oldLength = element.payload
    let length = oldLength &+ extra
    guard length == 2 || length == 3 || length == 5 || length == 9 else { return false }
    let size = value.count &- oldLength
    JSONHeader.write(element.type, size: size, length: length, to: base + start)
    if size > 0 {
      (base + start + length).copyMemory(from: view.base + oldLength, byteCount: size)
    }
    return true
  }

  /// Writes the new sizes of all ancestors, the innermost first, after `delta` bytes were added within it.
  private mutating func adjust(_ delta: Int) {
    var delta = delta
    var index = ancestors.count
    while index >= 8, delta != 0, let base = ancestors.base {
      index &-= 8
      delta &+= grow(base.load(fromByteOffset: index, as: Int.self), by: delta)
    }
  }

  /// The container at `start` has `delta` more bytes within than its header says; returns how much longer the
  /// header became.
  mutating func grow(_ start: Int, by delta: Int) -> Int {
    guard let (length, size) = header(start) else { return 0 }
    return JSONHeader.resize(at: start, oldLength: length, size: max(size &+ delta, 0), in: &document)
  }

  /// Length of the header at `start`, and the size that it tells, which may be out of date.
  private func header(_ start: Int) -> (length: Int, size: Int)? {
    guard let base = document.base, start < document.count else { return nil }
    let view = JSONBView(base, document.count)
    let code = Int(view[start] >> 4)
    if code <= 11 { return (1, code) }
    let width = 1 &<< (code &- 12)
    guard start &+ 1 &+ width <= document.count else { return nil }
    var size = 0
    for index in 0..<width { size = (size & 0xffff_ffff) &<< 8 | Int(view[start &+ 1 &+ index]) }
    return (1 &+ width, size)
  }

  /// Writes the elements that are missing from the step at `start` on into `scratch`: the containers of further steps
  /// with `value` in the innermost, behind its label if the first step is a key.
  private mutating func build(
    _ path: JSONPath, _ start: Int, _ value: UnsafeRawBufferPointer
  ) -> JSONPathResult.Outcome {
    // Forward: is every step good for an empty container? Their places, to go back through them.
    let first = ancestors.count
    defer { ancestors.count = first }
    var place = start
    while !path.isEnd(place) {
      let step: JSONPathStep?
      if path.beginsKey(place) {
        step = path.key(place)
      } else {
        step = path.beginsIndex(place) ? path.index(place) : nil
        // The first step was checked against its array.
        if let step, place > start, step.index != 0 { return .missing }
      }
      guard let step, step.isClosed else { return .badPath }
      ancestors.push(place)
      place = step.end
    }
    // Backward: the sizes, kept in place of the steps' offsets with the steps after them.
    let steps = (ancestors.count &- first) / 8
    var sizes = value.count
    for index in stride(from: steps &- 1, through: 0, by: -1) {
      let place = number(first &+ index &* 8)
      setNumber(first &+ index &* 8, sizes)
      ancestors.push(place)
      if path.beginsKey(place), let step = path.key(place) {
        sizes &+= JSONHeader.length(step.key.count) &+ step.key.count
      }
      if index > 0 { sizes &+= JSONHeader.length(sizes) }
    }
    scratch.reserve(sizes)
    // Forward again: the steps' places now stand in reverse behind the sizes.
    for index in 0..<steps {
      let place = number(first &+ (2 &* steps &- 1 &- index) &* 8)
      if path.beginsKey(place), let step = path.key(place) {
        JSONHeader.append(
          step.isRaw ? JSONType.textRaw : JSONType.text5, size: step.key.count, to: &scratch)
        scratch.append(step.key)
      }
      guard index &+ 1 < steps else { break }
      // What the next step's container holds: its value, and the label before it.
      let next = number(first &+ (2 &* steps &- 2 &- index) &* 8)
      var size = number(first &+ (index &+ 1) &* 8)
      if path.beginsKey(next), let step = path.key(next) {
        size &+= JSONHeader.length(step.key.count) &+ step.key.count
      }
      JSONHeader.append(path.beginsKey(next) ? JSONType.object : JSONType.array, size: size, to: &scratch)
    }
    scratch.append(value)
    return .found
  }

  private func number(_ offset: Int) -> Int {
    guard let base = ancestors.base, offset >= 0, offset &+ 8 <= ancestors.count else { return 0 }
    return base.load(fromByteOffset: offset, as: Int.self)
  }

  private mutating func setNumber(_ offset: Int, _ number: Int) {
    guard offset >= 0, offset &+ 8 <= ancestors.count else { return }
    ancestors.base?.storeBytes(of: number, toByteOffset: offset, as: Int.self)
  }
}
