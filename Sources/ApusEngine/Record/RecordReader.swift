/// Takes a record apart, one field after another, without allocation. Every read is bounded by the record's own
/// bytes, which may be anything.
struct RecordReader {
  private let start: UnsafeRawPointer
  private let count: Int
  private var header: Int
  private let headerEnd: Int
  private var body: Int

  /// - Throws: `.corrupt` when the header does not lie within the record.
  @inline(__always)
  init(_ record: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard let base = record.baseAddress, record.count > 0 else { throw .corrupt("empty record") }
    start = base
    count = record.count
    let first = base.load(as: UInt8.self)
    if first < 0x80 {
      header = 1
      headerEnd = Int(first)
    } else {
      var position = base
      guard let size = RecordVarint.read(&position, end: base + record.count), size <= UInt64(record.count)
      else { throw .corrupt("record header size") }
      header = base.distance(to: position)
      headerEnd = Int(truncatingIfNeeded: size)
    }
    guard headerEnd <= count, headerEnd >= header else { throw .corrupt("record header size") }
    body = headerEnd
  }

  /// The next field; nil after the last. Text and blobs borrow from the record.
  /// - Throws: `.corrupt` when the header or the field reaches past its end.
  @inline(__always)
  mutating func next() throws(DatabaseError) -> Cell? {
    guard header < headerEnd else { return nil }
    let byte = start.load(fromByteOffset: header, as: UInt8.self)
    let type: UInt32
    if byte < 0x80 {
      type = UInt32(byte)
      header &+= 1
    } else {
      var position = start + header
      guard let wide = RecordVarint.read(&position, end: start + headerEnd), wide <= 0xffff_ffff else {
        throw .corrupt("record serial type")
      }
      type = UInt32(truncatingIfNeeded: wide)
      header = start.distance(to: position)
    }
    let length = Int(SerialTypes.length(type))
    guard body &+ length <= count else { throw .corrupt("record field reaches past its record") }
    let cell = Self.cell(type, start + body, available: count &- body)
    body &+= length
    return cell
  }

  /// As `SerialTypes.cell`, for memory that may end right behind the record.
  @inline(__always)
  private static func cell(_ type: UInt32, _ at: UnsafeRawPointer, available: Int) -> Cell {
    if available >= 8 || type >= 12 || type == 0 || type >= 7 { return SerialTypes.cell(type, at: at) }
    return shortInteger(type, at)
  }

  @inline(never)
  private static func shortInteger(_ type: UInt32, _ at: UnsafeRawPointer) -> Cell {
    var value = Int64(at.load(as: Int8.self))
    var index = 1
    while index < Int(SerialTypes.length(type)) {
      value = value &<< 8 | Int64(at.load(fromByteOffset: index, as: UInt8.self))
      index &+= 1
    }
    return .integer(value)
  }

  /// Decodes the first `capacity` fields into `cells`; returns how many the record has of them.
  static func unpack(
    _ record: UnsafeRawBufferPointer, into cells: UnsafeMutablePointer<Cell>, capacity: Int
  ) throws(DatabaseError) -> Int {
    var reader = try RecordReader(record)
    var index = 0
    while index < capacity, let cell = try reader.next() {
      cells[index] = cell
      index &+= 1
    }
    return index
  }

  /// Field `index`; nil when the record has fewer.
  static func field(_ index: Int, of record: UnsafeRawBufferPointer) throws(DatabaseError) -> Cell? {
    var reader = try RecordReader(record)
    var left = index
    while let cell = try reader.next() {
      if left == 0 { return cell }
      left &-= 1
    }
    return nil
  }
}
