// WITH RECURSIVE: rows wait in a queue; each is taken out, delivered, and read by the recursive parts, whose rows join the queue
// (https://www.sqlite.org/lang_with.html §3).

extension CodeGenerator {
  func generate(
    _ query: RecursiveQuery, name: String, consume: @escaping RowConsumer
  ) throws(DatabaseError) {
    let end = builder.newLabel()
    _ = try context.authorization?.leavesOut(query)
    let limits = try openLimits(query.limit, query.offset, end: end)
    let queue = builder.newCursor()
    let width = query.table.columns.count
    let orderCount = query.orderBy.count
    // Without ORDER BY the queue is a table, first in first out; with it an index on the terms and a sequence number.
    if orderCount == 0 {
      builder.emit(.openEphemeral, queue, Int32(width))
    } else {
      var fields = query.orderBy.map {
        KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending, nullsReversed: $0.nullsReversed)
      }
      for _ in 0...width { fields.append(KeyInfo.Field()) }
      builder.emit(
        .openEphemeral, queue, Int32(orderCount + 1 + width),
        p4: try builder.keyInfo(fields, encoding: context.encoding))
    }
    var seen: Int32 = -1
    if query.isDistinct {
      seen = builder.newCursor()
      builder.emit(
        .openEphemeral, seen, Int32(width),
        p4: try builder.keyInfo(
          query.collations.map { KeyInfo.Field(collation: $0) }, encoding: context.encoding))
    }
    let enqueue: RowConsumer = { first, count throws(DatabaseError) in
      let known = self.builder.newLabel()
      let record = self.newRegister()
      if query.isDistinct {
        self.builder.emit(.found, seen, known.placeholder, first, p4: UInt16(count))
        self.builder.emit(.makeRecord, first, Int32(count), record)
        self.builder.emit(.indexInsert, seen, record, first, p4: UInt16(count))
      }
      if orderCount == 0 {
        let rowID = self.newRegister()
        self.builder.emit(.makeRecord, first, Int32(count), record)
        self.builder.emit(.newRowID, queue, rowID)
        self.builder.emit(.insert, queue, record, rowID, p5: InstructionFlag.append)
      } else {
        let key = self.newRegisters(orderCount + 1 + count)
        for (index, term) in query.orderBy.enumerated() {
          self.builder.emit(.shallowCopy, first + Int32(term.column), key + Int32(index))
        }
        self.builder.emit(.sequence, queue, key + Int32(orderCount))
        for index in 0..<Int32(count) {
          self.builder.emit(.shallowCopy, first + index, key + Int32(orderCount) + 1 + index)
        }
        let total = orderCount + 1 + count
        self.builder.emit(.makeRecord, key, Int32(total), record)
        self.builder.emit(.indexInsert, queue, record, key, p4: UInt16(total))
      }
      self.builder.place(known)
    }
    try explain("SETUP") { () throws(DatabaseError) in
      try self.generate(query.initial, consume: enqueue)
    }
    let current = newRegister()
    let row = builder.newCursor()
    let top = builder.newLabel()
    builder.place(top)
    builder.emit(.rewind, queue, end.placeholder)
    builder.emit(.rowData, queue, current)
    // Opening it anew makes it forget the record before.
    builder.emit(.openPseudo, row, current, Int32(orderCount == 0 ? width : orderCount + 1 + width))
    builder.emit(.delete, queue)
    let first = newRegisters(width)
    let offset = orderCount == 0 ? 0 : orderCount + 1
    for index in 0..<width {
      builder.emit(.column, row, Int32(index + offset), first + Int32(index))
    }
    // The row lives in registers while the recursive parts read it.
    query.table.firstRegister = first
    try emitLimited(limits, end: end) { () throws(DatabaseError) in try consume(first, width) }
    try explain("RECURSIVE STEP") { () throws(DatabaseError) in
      guard query.recursiveParts.count > 1 else {
        for part in query.recursiveParts { try self.generate(part, consume: enqueue) }
        return
      }
      try self.explain("COMPOUND QUERY") { () throws(DatabaseError) in
        for (number, part) in query.recursiveParts.enumerated() {
          try self.explain(number == 0 ? "LEFT-MOST SUBQUERY" : "UNION ALL") { () throws(DatabaseError) in
            try self.generate(part, consume: enqueue)
          }
        }
      }
    }
    builder.emit(.goto, 0, top.placeholder)
    builder.place(end)
  }
}
