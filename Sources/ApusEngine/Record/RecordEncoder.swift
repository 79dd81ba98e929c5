/// Builds a record from cells (https://www.sqlite.org/fileformat2.html#record_format). For code outside the virtual
/// machine, such as schema rows, statistics and tests.
enum RecordEncoder {
  /// Replaces the contents of `buffer` by the record of `cells`, which may not lie in it.
  /// - Parameters:
  ///   - affinities: where a column has REAL affinity, integral reals are stored as integers; may be shorter than `cells`.
  ///   - encoding: the database's; text is converted from UTF-8 by way of `scratch`.
  ///   - limit: the longest record allowed in bytes.
  /// - Throws: `.tooBig`, "string or blob too big".
  static func encode(
    _ cells: UnsafeBufferPointer<Cell>,
    affinities: UnsafeBufferPointer<Affinity> = .init(start: nil, count: 0),
    encoding: TextEncoding = .utf8, scratch: inout ByteBuffer, into buffer: inout ByteBuffer,
    limit: Int = 1_000_000_000
  ) throws(DatabaseError) {
    var header = 0
    var body = 0
    scratch.count = 0
    for index in 0..<cells.count {
      let type = SerialTypes.type(of: stored(cells, affinities, index, encoding, &scratch))
      header &+= Int(RecordVarint.size(type))
      body &+= Int(SerialTypes.length(type))
      if body > limit { throw DatabaseError(.tooBig, "string or blob too big") }
    }
    header &+= header < 127 ? 1 : header < 16_382 ? 2 : 3
    if header &+ body > limit { throw DatabaseError(.tooBig, "string or blob too big") }
    buffer.count = 0
    buffer.reserve(header &+ body)
    let base = buffer.base.unsafelyUnwrapped
    var position = base
    RecordVarint.write(UInt32(truncatingIfNeeded: header), &position)
    var value = base + header
    for index in 0..<cells.count {
      let cell = stored(cells, affinities, index, encoding, &scratch)
      let type = SerialTypes.type(of: cell)
      RecordVarint.write(type, &position)
      value += write(cell, type, to: value)
    }
    buffer.count = header &+ body
  }

  /// The cell as the file keeps it.
  private static func stored(
    _ cells: UnsafeBufferPointer<Cell>, _ affinities: UnsafeBufferPointer<Affinity>, _ index: Int,
    _ encoding: TextEncoding, _ scratch: inout ByteBuffer
  ) -> Cell {
    let cell = cells[index]
    if cell.tag == .real, index < affinities.count, affinities[index] == .real {
      return ValueRules.compactReal(cell)
    }
    guard cell.tag == .text, encoding != .utf8 else { return cell }
    scratch.count = 0
    TextTranscoder.appendUTF16(cell.bytes, encoding: encoding, to: &scratch)
    return .text(scratch.base.map { UnsafeRawPointer($0) }, count: scratch.count)
  }

  /// Writes a value; up to 8 bytes may be written past it, which `ByteBuffer`'s slack covers.
  private static func write(_ cell: Cell, _ type: UInt32, to target: UnsafeMutableRawPointer) -> Int {
    let length = Int(SerialTypes.length(type))
    if type >= 12 {
      if length > 0, let start = cell.bytes.baseAddress { target.copyMemory(from: start, byteCount: length) }
    } else if type &- 1 < 6 {
      let shifted = cell.integer &<< Int64(SerialTypes.integerShift(type))
      target.storeBytes(of: UInt64(bitPattern: shifted).bigEndian, as: UInt64.self)
    } else if type == 7 {
      target.storeBytes(of: cell.bits.bigEndian, as: UInt64.self)
    }
    return length
  }
}
