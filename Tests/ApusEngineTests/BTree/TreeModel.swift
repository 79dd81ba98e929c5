@testable import ApusEngine

/// Runs random operations on a tree and on a sorted array beside it, and says where they differ.
final class TreeModel {
  struct Difference: Error, CustomStringConvertible { let description: String }

  let tree: BTree
  let root: PageNumber
  let kind: TreeKind
  let keyInfo: UnsafeMutablePointer<KeyInfo>
  let cursor: UnsafeMutablePointer<BTreeCursor>
  /// A second cursor that is only saved and restored.
  let observer: UnsafeMutablePointer<BTreeCursor>
  var random: SeededRandom
  /// Keys in order, and the blob of each; what is stored is `record(key, blob)` in either kind of tree.
  var keys: [Int64] = []
  var values: [Int64: [UInt8]] = [:]
  var scratch = ByteBuffer()
  let keyRange: Int
  let maxPayload: Int

  init(_ tree: BTree, _ kind: TreeKind, seed: UInt64, keyRange: Int, maxPayload: Int) throws {
    self.tree = tree
    self.kind = kind
    self.keyRange = keyRange
    self.maxPayload = maxPayload
    random = SeededRandom(seed)
    root = try tree.createTree(kind)
    keyInfo = .allocate(capacity: 1)
    keyInfo.initialize(to: KeyInfo([.init(), .init()], encoding: .utf8))
    cursor = .allocate(capacity: 2)
    observer = cursor + 1
    open()
  }

  deinit {
    cursor.pointee.close()
    observer.pointee.close()
    cursor.deallocate()
    keyInfo.pointee.deallocate()
    keyInfo.deallocate()
    scratch.deallocate()
  }

  /// New cursors, after a rollback or between transactions.
  func reopen() {
    cursor.pointee.close()
    observer.pointee.close()
    open()
  }

  private func open() {
    let info = kind == .index ? UnsafePointer(keyInfo) : nil
    BTreeCursor.open(at: cursor, tree: tree, root: root, keyInfo: info, isWritable: true)
    BTreeCursor.open(at: observer, tree: tree, root: root, keyInfo: info, isWritable: false)
  }

  func position(of key: Int64) -> (index: Int, isPresent: Bool) {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return (low, low < keys.count && keys[low] == key)
  }

  func randomPayload(_ key: Int64) -> [UInt8] {
    let length: Int
    switch random.below(20) {
    case 0: length = random.below(maxPayload)
    case 1: length = 0
    default: length = random.below(min(maxPayload, 120))
    }
    return (0..<length).map { UInt8(truncatingIfNeeded: Int(key) &* 31 &+ $0 &* 7 &+ length) }
  }

  /// An index entry: the key as an 8-byte integer, then the payload as a blob.
  static func record(_ key: Int64, _ payload: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) {
      body.append(UInt8(truncatingIfNeeded: key >> Int64(shift)))
    }
    var type: [UInt8] = []
    var code = UInt64(12 + 2 * payload.count)
    type.append(UInt8(code & 0x7f))
    code >>= 7
    while code > 0 {
      type.insert(UInt8(code & 0x7f) | 0x80, at: 0)
      code >>= 7
    }
    return [UInt8(2 + type.count), 6] + type + body + payload
  }

  func insert(_ key: Int64, append: Bool = false) throws {
    let payload = randomPayload(key)
    let (index, isPresent) = position(of: key)
    switch kind {
    case .table:
      try TreeModel.record(key, payload).withUnsafeBytes { bytes in
        try cursor.pointee.insert(rowID: key, payload: bytes, append: append)
      }
    case .index:
      // An index has no two entries with one key here: the old one goes first.
      if isPresent { try remove(key, keepPosition: false) }
      let record = TreeModel.record(key, payload)
      try record.withUnsafeBytes { bytes in
        try cursor.pointee.insert(record: bytes, append: append)
      }
    }
    values[key] = payload
    if kind == .index, isPresent {
      keys.insert(key, at: position(of: key).index)
    } else if !isPresent {
      keys.insert(key, at: index)
    }
  }

  func seek(_ key: Int64) throws -> Int32 {
    guard kind == .index else { return try cursor.pointee.seek(rowID: key) }
    var cell = Cell.integer(key)
    return try withUnsafePointer(to: &cell) { try cursor.pointee.seek(key: $0, count: 1, bias: 0) }
  }

  func remove(_ key: Int64, keepPosition: Bool) throws {
    let (index, isPresent) = position(of: key)
    let result = try seek(key)
    guard (result == 0) == isPresent else {
      throw difference("seek \(key) gave \(result), present \(isPresent)")
    }
    guard isPresent else { return }
    try cursor.pointee.delete(keepPosition: keepPosition)
    keys.remove(at: index)
    values[key] = nil
    guard keepPosition else { return }
    if random.below(3) == 0 {
      let hasPrevious = try cursor.pointee.previous()
      guard hasPrevious == (index > 0) else { throw difference("previous after delete of \(key)") }
      if hasPrevious { try expectEntry(keys[index - 1]) }
    } else {
      let hasNext = try cursor.pointee.next()
      guard hasNext == (index < keys.count) else {
        throw difference("next after delete of \(key): \(hasNext)")
      }
      if hasNext { try expectEntry(keys[index]) }
    }
  }

  func difference(_ text: String) -> Difference { Difference(description: text) }

  /// The cursor must be on that key with the right payload.
  func expectEntry(_ key: Int64, on place: UnsafeMutablePointer<BTreeCursor>? = nil) throws {
    let place = place ?? cursor
    let bytes = try place.pointee.record(&scratch)
    if kind == .table, place.pointee.rowID != key {
      throw difference("at \(place.pointee.rowID), not \(key)")
    }
    guard bytes.elementsEqual(TreeModel.record(key, values[key]!)) else {
      throw difference("record of \(key)")
    }
    if random.below(4) == 0 {
      let size = place.pointee.payloadSize
      let offset = random.below(size)
      let count = random.below(size - offset + 1)
      var part = [UInt8](repeating: 0, count: count + 1)
      let whole = Array(try place.pointee.record(&scratch))
      try part.withUnsafeMutableBytes { target in
        try place.pointee.readPayload(offset: offset, count: count, into: target.baseAddress!)
      }
      guard part.dropLast().elementsEqual(whole[offset..<offset + count]) else {
        throw difference("part of the payload of \(key)")
      }
    }
  }

  func scan() throws {
    var has = try cursor.pointee.first()
    for key in keys {
      guard has else { throw difference("scan ends before \(key)") }
      try expectEntry(key)
      has = try cursor.pointee.next()
    }
    guard !has else { throw difference("scan does not end") }
    has = try cursor.pointee.last()
    for key in keys.reversed() {
      guard has else { throw difference("reverse scan ends before \(key)") }
      try expectEntry(key)
      has = try cursor.pointee.previous()
    }
    guard !has else { throw difference("reverse scan does not end") }
    guard try tree.entryCount(root) == Int64(keys.count) else { throw difference("entry count") }
  }

  func checkIntegrity() throws {
    var roots = [
      IntegrityChecker.Root(1), .init(root, keyInfo: kind == .index ? UnsafePointer(keyInfo) : nil),
    ]
    roots += extraRoots.map { IntegrityChecker.Root($0) }
    let report = try IntegrityChecker(tree).check(roots: roots)
    guard report.isSound else { throw difference(report.messages.joined(separator: "\n")) }
    guard report.entryCounts[root] == Int64(keys.count) else { throw difference("entries in the report") }
  }

  /// Other trees of the same file.
  var extraRoots: [PageNumber] = []

  /// One random operation.
  func step() throws {
    let key = Int64(random.below(keyRange))
    switch random.below(100) {
    case 0..<45: try insert(key)
    case 45..<80: try remove(key, keepPosition: random.below(2) == 0)
    case 80..<90:
      let result = try seek(key)
      let (index, isPresent) = position(of: key)
      guard (result == 0) == isPresent else { throw difference("seek \(key)") }
      if keys.isEmpty {
        guard !cursor.pointee.isValid else { throw difference("valid in an empty tree") }
      } else if result > 0 {
        try expectEntry(keys[index])
      } else if result < 0 {
        try expectEntry(keys[index - 1])
      } else {
        try expectEntry(key)
      }
    case 90..<95: try observe(key)
    default: try walk()
    }
  }

  /// Saves the observer on an entry, changes the tree, and lets it go on.
  private func observe(_ near: Int64) throws {
    guard !keys.isEmpty else { return }
    let index = min(position(of: near).index, keys.count - 1)
    let key = keys[index]
    var has = try observer.pointee.first()
    if kind == .table {
      _ = try observer.pointee.seek(rowID: key)
    } else {
      var cell = Cell.integer(key)
      _ = try withUnsafePointer(to: &cell) { try observer.pointee.seek(key: $0, count: 1, bias: 0) }
    }
    try expectEntry(key, on: observer)
    for _ in 0..<random.below(5) {
      let other = Int64(random.below(keyRange))
      // A new blob would make an index entry another entry.
      if other != key { try insert(other) }
    }
    if random.below(2) == 0 { try remove(key, keepPosition: false) }
    let (position, isPresent) = self.position(of: key)
    if observer.pointee.needsRestore, random.below(2) == 0 {
      guard try observer.pointee.restore() == isPresent else { throw difference("restore of \(key)") }
      if isPresent { try expectEntry(key, on: observer) }
    }
    has = try observer.pointee.next()
    let following = position + (isPresent ? 1 : 0)
    guard has == (following < keys.count) else { throw difference("observer behind \(key)") }
    if has { try expectEntry(keys[following], on: observer) }
  }

  /// A few steps from the present entry.
  private func walk() throws {
    guard !keys.isEmpty else { return }
    var index = random.below(keys.count)
    guard try seek(keys[index]) == 0 else { throw difference("seek \(keys[index])") }
    for _ in 0..<random.below(40) {
      if random.below(2) == 0 {
        guard try cursor.pointee.next() == (index + 1 < keys.count) else { throw difference("next") }
        index += 1
        if index == keys.count { return }
      } else {
        guard try cursor.pointee.previous() == (index > 0) else { throw difference("previous") }
        if index == 0 { return }
        index -= 1
      }
      try expectEntry(keys[index])
    }
  }
}
