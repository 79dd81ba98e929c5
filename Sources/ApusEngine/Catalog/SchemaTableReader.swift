/// Reads the rows of the schema table and of `sqlite_stat1` out of their trees. All bytes are untrusted.
enum SchemaTableReader {
  /// More rows than this mean damage (a tree whose pages form a cycle would otherwise never end).
  private static let rowLimit = 10_000_000

  /// Reads and analyses the schema of a database inside a read transaction.
  /// - Parameter lookup: registered collations; built-in ones alone by default.
  /// - Throws: `.corrupt` naming the damaged object or page, `.error` for a format of the future.
  static func loadCatalog(
    tree: BTree, database: Int, databaseName: String, defaultEncoding: TextEncoding = .utf8,
    lookup: SchemaLookup = .lenient, ignoresDamage: Bool = false, alteration: SchemaAlteration? = nil
  ) throws(DatabaseError) -> Catalog {
    let pageCount = tree.pager.pageCount
    guard pageCount > 0 else {
      return CatalogLoader.empty(database: database, databaseName: databaseName, encoding: defaultEncoding)
    }
    // (A file whose pages hold no schema yet may not say.)
    let encoding = TextEncoding(rawValue: UInt8(try tree.meta(.textEncoding) & 3)) ?? defaultEncoding
    let rows = try schemaRows(tree: tree, encoding: encoding)
    return try CatalogLoader.load(
      CatalogLoader.Source(
        database: database, databaseName: databaseName, schemaCookie: try tree.meta(.schemaCookie),
        schemaFormat: try tree.meta(.schemaFormat), encoding: encoding, pageCount: pageCount, rows: rows,
        statistics: try statisticsRows(tree: tree, encoding: encoding, schema: rows),
        samples: try sampleRows(tree: tree, encoding: encoding, schema: rows),
        ignoresDamage: ignoresDamage, alteration: alteration), lookup: lookup)
  }

  /// The rows of the schema table in rowid order.
  static func schemaRows(tree: BTree, encoding: TextEncoding) throws(DatabaseError) -> [SchemaRow] {
    var rows: [SchemaRow] = []
    try forEachRecord(tree: tree, root: 1) { (record, place) throws(DatabaseError) in
      rows.append(try row(SchemaRecord(record, limit: 5), encoding: encoding, place: place))
    }
    return rows
  }

  /// The row in a record of the schema table.
  static func row(
    _ fields: SchemaRecord, encoding: TextEncoding, place: DamagePlace?
  ) throws(DatabaseError) -> SchemaRow {
    let root: SchemaRow.RootPage
    switch try fields.value(3) {
    case .null: root = .null
    case .integer(let number): root = UInt32(exactly: number).map { .number($0) } ?? .invalid
    case .text(let bytes): root = rootPage(fromText: SchemaRecord.utf8(bytes, encoding))
    default: root = .invalid
    }
    return SchemaRow(
      type: try fields.text(0, encoding), name: try fields.text(1, encoding),
      tableName: try fields.text(2, encoding), rootPage: root, sql: try fields.utf8(4, encoding),
      place: place)
  }

  private static func rootPage(fromText bytes: [UInt8]) -> SchemaRow.RootPage {
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let number = UInt32(String(decoding: bytes, as: UTF8.self))
    else { return .invalid }
    return .number(number)
  }

  /// The rows of `sqlite_stat1`, none when there is no such table.
  private static func statisticsRows(
    tree: BTree, encoding: TextEncoding, schema: [SchemaRow]
  ) throws(DatabaseError) -> [StatisticsRow] {
    var rows: [StatisticsRow] = []
    try forEachAdvice("sqlite_stat1", tree: tree, schema: schema) { (record) throws(DatabaseError) in
      let fields = try SchemaRecord(record, limit: 3)
      guard let table = try fields.text(0, encoding), let numbers = try fields.text(2, encoding) else {
        return
      }
      rows.append(
        StatisticsRow(table: table, index: try fields.text(1, encoding), numbers: numbers))
    }
    return rows
  }

  /// The rows of `sqlite_stat4`, none when there is no such table.
  private static func sampleRows(
    tree: BTree, encoding: TextEncoding, schema: [SchemaRow]
  ) throws(DatabaseError) -> [SampleRow] {
    var rows: [SampleRow] = []
    try forEachAdvice("sqlite_stat4", tree: tree, schema: schema) { (record) throws(DatabaseError) in
      let fields = try SchemaRecord(record, limit: 6)
      func numbers(_ column: Int) throws(DatabaseError) -> [Double] {
        (try fields.text(column, encoding) ?? "").split(separator: " ").map { Double($0) ?? 0 }
      }
      guard let table = try fields.text(0, encoding), let index = try fields.text(1, encoding),
        case .blob(let sample) = try fields.value(5)
      else { return }
      let values = try SchemaRecord(sample, limit: 2000)
      var row = SampleRow(
        table: table, index: index, equal: try numbers(2), less: try numbers(3), distinctLess: try numbers(4),
        values: [])
      for field in 0..<values.count {
        switch try values.value(field) {
        case .null: row.values.append(.null)
        case .integer(let number): row.values.append(.integer(number))
        case .real(let number): row.values.append(.real(number))
        case .text(let bytes): row.values.append(.text(WTF8.text(stored: bytes, encoding)))
        case .blob(let bytes): row.values.append(.blob(Array(bytes)))
        }
      }
      rows.append(row)
    }
    return rows
  }

  /// Calls `body` with each record of a statistics table. Statistics are advice: if the table is damaged, what was read before the damage
  /// counts.
  private static func forEachAdvice(
    _ name: String, tree: BTree, schema: [SchemaRow],
    _ body: (UnsafeRawBufferPointer) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    guard
      let row = schema.first(where: { $0.type == "table" && $0.name?.lowercasedASCII == name }),
      case .number(let root) = row.rootPage, root > 1, root <= tree.pager.pageCount
    else { return }
    do throws(DatabaseError) {
      try forEachRecord(tree: tree, root: root) { (record, _) throws(DatabaseError) in try body(record) }
    } catch {
      if error.code.primary != .corrupt { throw error }
    }
  }

  /// Calls `body` with each record of a table tree in rowid order.
  static func forEachRecord(
    tree: BTree, root: PageNumber,
    _ body: (UnsafeRawBufferPointer, DamagePlace) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let cursor = UnsafeMutablePointer<BTreeCursor>.allocate(capacity: 1)
    BTreeCursor.open(at: cursor, tree: tree, root: root, keyInfo: nil, isWritable: false)
    var scratch = ByteBuffer()
    defer {
      cursor.pointee.close()
      cursor.deallocate()
      scratch.deallocate()
    }
    var remaining = rowLimit
    var found = try cursor.pointee.first()
    while found {
      remaining -= 1
      guard remaining > 0 else { throw .corrupt("schema table without end", page: root) }
      do throws(DatabaseError) {
        try body(try cursor.pointee.record(&scratch), cursor.pointee.place)
      } catch {
        throw error.located(cursor.pointee.place)
      }
      found = try cursor.pointee.next()
    }
  }
}

/// The first fields of a record, taken apart with every length checked
/// (https://www.sqlite.org/fileformat2.html#record_format). For cold paths.
struct SchemaRecord {
  enum Value {
    case null
    case integer(Int64)
    case real(Double)
    case text(UnsafeRawBufferPointer)
    case blob(UnsafeRawBufferPointer)
  }

  private var slots: [(type: UInt64, start: Int, count: Int)] = []
  private let record: UnsafeRawBufferPointer

  /// - Parameter limit: fields to look at; records may have fewer.
  init(_ record: UnsafeRawBufferPointer, limit: Int) throws(DatabaseError) {
    self.record = record
    var position = 0
    let headerSize = try Self.varint(record, &position, end: record.count)
    guard headerSize <= UInt64(record.count), headerSize >= UInt64(position) else {
      throw .corrupt("record header")
    }
    let end = Int(headerSize)
    var start = end
    while position < end, slots.count < limit {
      let type = try Self.varint(record, &position, end: end)
      let size = Self.size(ofType: type)
      guard size <= UInt64(record.count - start) else { throw .corrupt("record value") }
      slots.append((type, start, Int(size)))
      start += Int(size)
    }
  }

  private static func varint(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, end: Int
  ) throws(DatabaseError) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard position < end else { throw .corrupt("record header") }
      let byte = bytes[position]
      position += 1
      if index == 8 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte & 0x80 == 0 { break }
    }
    return value
  }

  private static func size(ofType type: UInt64) -> UInt64 {
    switch type {
    case 0, 8, 9, 10, 11: 0
    case 1...4: type
    case 5: 6
    case 6, 7: 8
    default: (type - 12) / 2
    }
  }

  /// Fields that were looked at.
  var count: Int { slots.count }

  /// The record with an integer in place of field `index`, which it must have.
  func replacing(_ index: Int, by value: UInt32) -> [UInt8] {
    var types: [UInt8] = []
    var values: [UInt8] = []
    for (position, slot) in slots.enumerated() {
      var type = slot.type
      if position == index {
        // Four bytes hold it unless it would look negative; then 8 do.
        type = value <= 0x7fff_ffff ? 4 : 6
        let bytes = withUnsafeBytes(of: UInt64(value).bigEndian) { [UInt8]($0) }
        values += bytes.suffix(type == 4 ? 4 : 8)
      } else {
        values += record[slot.start..<slot.start + slot.count]
      }
      withUnsafeTemporaryAllocation(byteCount: 9, alignment: 1) { memory in
        guard let base = memory.baseAddress else { return }
        types += memory[..<CellVarint.write(type, to: base)]
      }
    }
    // The header's own length is part of it; with five fields it never grows to two bytes by itself.
    var size = types.count + 1
    if CellVarint.size(UInt64(size)) > 1 { size += 1 }
    var header: [UInt8] = []
    withUnsafeTemporaryAllocation(byteCount: 9, alignment: 1) { memory in
      guard let base = memory.baseAddress else { return }
      header += memory[..<CellVarint.write(UInt64(size), to: base)]
    }
    return header + types + values
  }

  /// Field `index`; NULL when the record ends before it.
  func value(_ index: Int) throws(DatabaseError) -> Value {
    guard slots.indices.contains(index) else { return .null }
    let slot = slots[index]
    let bytes = UnsafeRawBufferPointer(rebasing: record[slot.start..<slot.start + slot.count])
    switch slot.type {
    case 0: return .null
    case 8: return .integer(0)
    case 9: return .integer(1)
    case 10, 11: throw .corrupt("record serial type")
    case 1...6:
      var value = Int64(Int8(bitPattern: bytes.first ?? 0))
      for byte in bytes.dropFirst() { value = value << 8 | Int64(byte) }
      return .integer(value)
    case 7:
      var bits: UInt64 = 0
      for byte in bytes { bits = bits << 8 | UInt64(byte) }
      return .real(Double(bitPattern: bits))
    default: return slot.type & 1 == 0 ? .blob(bytes) : .text(bytes)
    }
  }

  /// A text field as UTF-8, blobs taken as text; nil for NULL and numbers.
  func utf8(_ index: Int, _ encoding: TextEncoding) throws(DatabaseError) -> [UInt8]? {
    switch try value(index) {
    case .text(let bytes): Self.utf8(bytes, encoding)
    case .blob(let bytes): Array(bytes)
    case .integer(let number): Array(String(number).utf8)
    case .null, .real: nil
    }
  }

  func text(_ index: Int, _ encoding: TextEncoding) throws(DatabaseError) -> String? {
    try utf8(index, encoding).map { String(decoding: $0, as: UTF8.self) }
  }

  static func utf8(_ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> [UInt8] {
    guard encoding != .utf8 else { return Array(bytes) }
    return ValueRules.withDecoded(bytes, encoding) { Array($0) }
  }
}
