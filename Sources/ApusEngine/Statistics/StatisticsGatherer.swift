/// Reads the indexes of one database and writes what it learns to `sqlite_stat1` and `sqlite_stat4`. Runs inside the write transaction of an
/// ANALYZE statement, by small programs of its own.
struct StatisticsGatherer {
  let connection: Connection
  let subject: StatisticsSubject
  let averagesRoot: PageNumber
  let samplesRoot: PageNumber

  /// - Throws: `.corrupt`, `.interrupt`, `.full`, I/O errors.
  func run() throws(DatabaseError) {
    guard let catalog = try connection.database(subject.database).catalog else { return }
    let averages = try RowAppender(root: averagesRoot, database: subject.database, columns: 3, connection)
    let samples = try RowAppender(root: samplesRoot, database: subject.database, columns: 6, connection)
    for key in catalog.listedNames {
      guard let table = catalog.tables[key], !table.name.hasPrefixIgnoringCase("sqlite_") else { continue }
      if !subject.leftOut.isEmpty, subject.leftOut.contains(table.name.lowercasedASCII) { continue }
      if let wanted = subject.table, !wanted.equalsIgnoringCase(table.name) { continue }
      try analyze(table, catalog, averages, samples)
    }
  }

  private func analyze(
    _ table: TableDefinition, _ catalog: Catalog, _ averages: RowAppender, _ samples: RowAppender
  ) throws(DatabaseError) {
    var needsTableRow = subject.index == nil
    for index in catalog.indexesByTable[table.name.lowercasedASCII] ?? [] {
      if let wanted = subject.index, !wanted.equalsIgnoringCase(index.name) { continue }
      if index.partialCondition == nil { needsTableRow = false }
      let scan = IndexWalk(index: index, table: table, encoding: catalog.encoding)
      try analyze(scan, averages, samples)
    }
    guard needsTableRow else { return }
    let count = try count(
      root: table.rootPage, keyFields: table.primaryKeyIndex?.keyFields, encoding: catalog.encoding)
    if count > 0 { try averages.append([.text(table.name), nil, .text(String(count))]) }
  }

  private func count(
    root: PageNumber, keyFields: [KeyInfo.Field]?, encoding: TextEncoding
  ) throws(DatabaseError) -> Int64 {
    let machine = VirtualMachine(
      program: try IndexWalk.countProgram(
        root: root, database: subject.database, keyFields: keyFields, encoding: encoding),
      connection: connection)
    defer { machine.reset() }
    return try machine.step() ? machine.row[0].integer : 0
  }

  private func analyze(
    _ scan: IndexWalk, _ averages: RowAppender, _ samples: RowAppender
  ) throws(DatabaseError) {
    let index = scan.index
    guard index.rootPage > 1 else { throw .corrupt("root page of \(index.name)", page: 1) }
    let entries = try count(root: index.rootPage, keyFields: index.keyFields, encoding: scan.encoding)
    guard entries > 0 else {
      // That nothing satisfies its condition is worth knowing of a partial index.
      guard index.partialCondition != nil else { return }
      let zeros = Array(repeating: "0", count: index.columns.count + 1).joined(separator: " ")
      return try averages.append([.text(index.tableName), .text(index.name), .text(zeros)])
    }
    let limit = connection.settings.pragmas.analysisLimit
    var sampler = IndexSampler(columnCount: scan.columnCount, estimate: entries, limit: limit)
    let machine = VirtualMachine(program: try scan.program(limit: limit), connection: connection)
    defer { machine.reset() }
    while try machine.step() {
      sampler.push(changed: Int(machine.row[0].integer), record: machine.row[1].bytes)
    }
    sampler.finish()
    let names: [RowAppender.Value] = [
      .text(index.tableName), .text(index.isTableTree ? index.tableName : index.name),
    ]
    try averages.append(names + [.text(sampler.averages(keyCount: index.columns.count))])
    guard !sampler.samples.isEmpty else { return }
    let maker = VirtualMachine(program: try scan.sampleProgram(), connection: connection)
    for sample in sampler.samples {
      try samples.append(
        names + [
          .text(Self.list(sample.equal)), .text(Self.list(sample.less)),
          .text(Self.list(sample.distinctLess)),
          .blob(try record(of: sample, maker)),
        ])
    }
  }

  private func record(
    of sample: IndexSampler.Sample, _ maker: VirtualMachine
  ) throws(DatabaseError) -> [UInt8] {
    defer { maker.reset() }
    try maker.bind(sample.record)
    guard try maker.step() else { return [] }
    return Array(maker.row[0].bytes)
  }

  private static func list(_ numbers: [UInt64]) -> String {
    numbers.map { String($0) }.joined(separator: " ")
  }
}

/// Appends rows to a table, in the transaction that is open.
struct RowAppender {
  enum Value {
    case text(String)
    case blob([UInt8])
  }

  private let machine: VirtualMachine

  init(
    root: PageNumber, database: Int, columns: Int, _ connection: Connection
  ) throws(DatabaseError) {
    var builder = ProgramBuilder()
    builder.patchHere(builder.emit(.`init`))
    builder.parameterNames = Array(repeating: nil, count: columns)
    let cursor = builder.newCursor()
    let values = builder.newRegisters(columns)
    let record = builder.newRegister()
    let rowID = builder.newRegister()
    builder.emit(
      .openWrite, cursor, Int32(bitPattern: root), Int32(truncatingIfNeeded: database))
    for column in 0..<columns {
      let number = Int32(truncatingIfNeeded: column)
      builder.emit(.variable, number + 1, values + number)
    }
    builder.emit(.newRowID, cursor, rowID)
    builder.emit(.makeRecord, values, Int32(truncatingIfNeeded: columns), record)
    builder.emit(.insert, cursor, record, rowID, p5: InstructionFlag.append)
    builder.emit(.halt, 0, 0, -1)
    machine = VirtualMachine(program: builder.finish(), connection: connection)
  }

  /// - Throws: `.full`, `.corrupt`, I/O errors.
  func append(_ values: [Value?]) throws(DatabaseError) {
    defer { machine.reset() }
    for (position, value) in values.enumerated() {
      switch value {
      case .text(let text): try machine.bind(position + 1, text: text)
      case .blob(let bytes): try machine.bind(bytes, to: position + 1)
      case nil: try machine.bind(position + 1, .null)
      }
    }
    _ = try machine.step()
  }
}

extension VirtualMachine {
  /// Sets a parameter to a blob.
  fileprivate func bind(_ bytes: [UInt8], to index: Int = 1) throws(DatabaseError) {
    let result = bytes.withUnsafeBytes { memory -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try bind(index, .blob(memory.baseAddress, count: memory.count)))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
