/// One text or blob of a table, to be read and written in parts without being loaded as a whole
/// (https://www.sqlite.org/c3ref/blob_open.html). Its length cannot change.
///
/// An open handle is a running statement: it keeps the transaction open, and outside BEGIN … COMMIT what was written is committed by ``close()``. It is expired,
/// and throws `.abort`, once its row is gone or its value has another type, place or length, and after a rollback of what it could write.
public final class BlobHandle {
  private let connection: Connection
  private let machine: VirtualMachine
  private let database: Int
  private let column: Int
  private let isWritable: Bool
  private var rowID: Int64
  private var offset = 0
  private var isOpen = true
  /// Its length in bytes.
  public private(set) var count = 0

  fileprivate init(
    _ connection: Connection, _ program: Program, database: Int, column: Int, rowID: Int64, isWritable: Bool
  ) throws(DatabaseError) {
    self.connection = connection
    self.database = database
    self.column = column
    self.rowID = rowID
    self.isWritable = isWritable
    machine = VirtualMachine(program: program, connection: connection)
    guard try machine.step() else { throw DatabaseError(.internal, "a blob without a cursor") }
    do throws(DatabaseError) {
      try locate(rowID)
    } catch {
      isOpen = false
      machine.reset()
      throw error
    }
  }

  deinit { machine.reset() }

  private var cursor: UnsafeMutablePointer<VirtualCursor> { machine.root.pointee.cursors }

  private static var expired: DatabaseError { DatabaseError(.abort, "query aborted") }

  // MARK: Bytes

  /// Copies bytes.
  /// - Throws: `.error` for a range outside the value, `.abort` when the handle is expired, `.misuse` when it is closed, `.corrupt`, I/O errors.
  public func read(into target: UnsafeMutableRawBufferPointer, at position: Int) throws(DatabaseError) {
    try prepare(position, target.count)
    guard let base = target.baseAddress else { return }
    try cursor.pointee.tree.pointee.readPayload(offset: offset + position, count: target.count, into: base)
  }

  /// Bytes of the value.
  /// - Throws: as ``read(into:at:)``.
  public func read(_ range: Range<Int>) throws(DatabaseError) -> [UInt8] {
    try prepare(range.lowerBound, range.count)
    var bytes = [UInt8](repeating: 0, count: range.count)
    let result = bytes.withUnsafeMutableBytes { target -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try read(into: target, at: range.lowerBound))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    return bytes
  }

  /// Overwrites bytes.
  /// - Throws: as ``read(into:at:)``; `.readOnly` when the handle was opened for reading only; `.full`.
  public func write(_ source: UnsafeRawBufferPointer, at position: Int) throws(DatabaseError) {
    guard isWritable else { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
    try connection.refuseInHook()
    try prepare(position, source.count)
    guard connection.slots[database].isWriting else { throw Self.expired }
    connection.ownRows(except: machine)
    connection.writeCounter.pointee &+= 1
    try cursor.pointee.tree.pointee.writePayload(source, offset: offset + position)
    machine.state.pointee.writeCounter = connection.writeCounter.pointee
  }

  /// Overwrites bytes.
  /// - Throws: as ``write(_:at:)-(UnsafeRawBufferPointer,_)``.
  public func write(_ bytes: [UInt8], at position: Int) throws(DatabaseError) {
    let result = bytes.withUnsafeBytes { source -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try write(source, at: position))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func prepare(_ position: Int, _ count: Int) throws(DatabaseError) {
    guard isOpen else { throw DatabaseError(.misuse, "the blob is closed") }
    guard position >= 0, count >= 0, position <= self.count, count <= self.count - position else {
      throw DatabaseError(.error, "SQL logic error")
    }
    // Others have written: the row may have moved, or be another.
    guard machine.state.pointee.writeCounter != connection.writeCounter.pointee else { return }
    let (oldOffset, oldCount) = (offset, self.count)
    do throws(DatabaseError) {
      try locate(rowID)
    } catch {
      (offset, self.count) = (oldOffset, oldCount)
      guard error.code == .error else { throw error }
      throw Self.expired
    }
    guard offset == oldOffset, self.count == oldCount else {
      (offset, self.count) = (oldOffset, oldCount)
      throw Self.expired
    }
  }

  // MARK: Rows

  /// Goes on with the same column of another row, which is cheaper than opening a handle anew.
  /// - Throws: `.error` when there is no such row or its value is no text or blob: the handle then can only be moved again or closed.
  public func move(toRowID rowID: Int64) throws(DatabaseError) {
    guard isOpen else { throw DatabaseError(.misuse, "the blob is closed") }
    count = 0
    self.rowID = rowID
    try locate(rowID)
  }

  /// Stands on the row and finds the value in its record.
  private func locate(_ rowID: Int64) throws(DatabaseError) {
    guard machine.isActive else { throw Self.expired }
    _ = try cursor.pointee.tree.pointee.restore()
    guard try cursor.pointee.tree.pointee.seek(rowID: rowID) == 0 else {
      throw DatabaseError(.error, "no such rowid: \(rowID)")
    }
    machine.state.pointee.writeCounter = connection.writeCounter.pointee
    let (type, place) = try field()
    guard type >= 12 else {
      let name = type == 0 ? "null" : type == 7 ? "real" : "integer"
      throw DatabaseError(.error, "cannot open value of type \(name)")
    }
    let size = Int(truncatingIfNeeded: (type - 12) / 2)
    guard size <= cursor.pointee.tree.pointee.payloadSize - place else { throw .corrupt("record value") }
    offset = place
    count = size
  }

  /// Serial type and place of the column in the record; type 0 when the record ends before it.
  private func field() throws(DatabaseError) -> (type: UInt64, place: Int) {
    let total = cursor.pointee.tree.pointee.payloadSize
    let lead = try bytes(min(total, 9))
    var position = 0
    guard let size = Self.varint(lead, &position), size <= UInt64(total), size <= 1 << 20 else {
      throw .corrupt("record header")
    }
    let header = try bytes(Int(size))
    var place = Int(size)
    var field = 0
    while position < header.count {
      guard let type = Self.varint(header, &position) else { throw .corrupt("record header") }
      if field == column { return (type, place) }
      let size = Self.size(of: type)
      guard size <= UInt64(total - place) else { throw .corrupt("record value") }
      place += Int(size)
      field += 1
    }
    return (0, place)
  }

  private func bytes(_ count: Int) throws(DatabaseError) -> [UInt8] {
    var buffer = ByteBuffer()
    defer { buffer.deallocate() }
    buffer.reserve(max(count, 1))
    guard let base = buffer.base else { return [] }
    try cursor.pointee.tree.pointee.readPayload(offset: 0, count: count, into: base)
    return [UInt8](UnsafeRawBufferPointer(start: base, count: count))
  }

  private static func varint(_ bytes: [UInt8], _ position: inout Int) -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      position += 1
      if index == 8 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte & 0x80 == 0 { break }
    }
    return value
  }

  private static func size(of type: UInt64) -> UInt64 {
    switch type {
    case 0, 8...11: 0
    case 1...4: type
    case 5: 6
    case 6, 7: 8
    default: (type - 12) / 2
    }
  }

  // MARK: End

  /// Ends the handle. Outside of BEGIN … COMMIT this commits what was written.
  /// - Throws: what the commit throws: then nothing of it was written.
  public func close() throws(DatabaseError) {
    guard isOpen else { return }
    isOpen = false
    guard machine.isActive else { return }
    while try machine.step() {}
  }
}

extension Connection {
  /// Opens a text or blob of a row.
  /// - Parameters:
  ///   - schema: "main", "temp" or the name of an attached database.
  ///   - isWritable: its bytes are going to be written: begins a write transaction.
  /// - Throws: `.error` when there is no such table, column or row, when the value is no text or blob, when the table is a view, virtual or WITHOUT ROWID, and
  ///   for writing when an index or, with enforcement on, a foreign key has the column; `.busy`, `.readOnly`, `.corrupt`, I/O errors.
  public func openBlob(
    schema: String = "main", table name: String, column columnName: String, rowID: Int64,
    isWritable: Bool = false
  ) throws(DatabaseError) -> BlobHandle {
    let catalogs = try loadCatalogs()
    let relation = try catalogs.requireRelation(name, schema: schema)
    let table: TableDefinition
    switch relation {
    case .table(let found): table = found
    case .view(let view): throw DatabaseError(.error, "cannot open view: \(view.name)")
    case .virtual(let table): throw DatabaseError(.error, "cannot open virtual table: \(table.name)")
    }
    guard !table.isWithoutRowID else {
      throw DatabaseError(.error, "cannot open table without rowid: \(table.name)")
    }
    guard !table.columns.contains(where: { $0.generated != nil }) else {
      throw DatabaseError(.error, "cannot open table with generated columns: \(table.name)")
    }
    guard let column = table.columns.firstIndex(where: { $0.name.equalsIgnoringCase(columnName) }) else {
      throw DatabaseError(.error, "no such column: \"\(columnName)\"")
    }
    if isWritable {
      guard !table.isSystem else { throw DatabaseError(.error, "table \(table.name) may not be modified") }
      try refuseKeyColumn(column, of: table, catalogs)
    }
    return try BlobHandle(
      self, Self.blobProgram(table, catalogs, isWritable: isWritable), database: table.database,
      column: column, rowID: rowID, isWritable: isWritable)
  }

  private func refuseKeyColumn(
    _ column: Int, of table: TableDefinition, _ catalogs: CatalogSet
  ) throws(DatabaseError) {
    if settings.foreignKeys, table.foreignKeys.contains(where: { $0.columns.contains(column) }) {
      throw DatabaseError(.error, "cannot open foreign key column for writing")
    }
    let isIndexed = catalogs.indexes(of: table).contains { index in
      index.partialCondition != nil
        || index.columns.contains { $0.tableColumn == column || $0.expression != nil }
    }
    if isIndexed { throw DatabaseError(.error, "cannot open indexed column for writing") }
  }

  /// Opens the table and waits.
  private static func blobProgram(
    _ table: TableDefinition, _ catalogs: CatalogSet, isWritable: Bool
  ) -> Program {
    var builder = ProgramBuilder()
    let start = builder.emit(.`init`)
    builder.patchHere(start)
    builder.isWrite = isWritable
    let database = Int32(truncatingIfNeeded: table.database)
    builder.emit(
      .transaction, database, isWritable ? 1 : 0,
      Int32(bitPattern: catalogs.schemaCookie(database: table.database)), p5: 1)
    let cursor = builder.newCursor()
    builder.emit(isWritable ? .openWrite : .openRead, cursor, Int32(bitPattern: table.rootPage), database)
    let register = builder.newRegister()
    builder.emit(.null, 0, register)
    builder.emit(.resultRow, register, 1)
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }
}
