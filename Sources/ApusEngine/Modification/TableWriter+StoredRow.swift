// What the keys of a new row are computed from when functions look at subtypes.
//
// A value that a JSON function has made is JSON to the next JSON function, and plain text once it has been stored. An index entry has to be the same
// at its writing and at every later reading of the row, or the row is missing from its index: so keys are computed from the row as it will be read.

/// A copy of a new row's registers as the row reads once it is stored.
struct RowAsStored {
  let row: RowRegisters
  let source: BoundSource
  /// The columns that are in it already.
  var columns = ColumnSet()
  var hasVirtualColumns = false
}

extension TableWriter {
  /// The terms of an index over the row that they are to be computed from: that of the check, or a copy without subtypes.
  func keyTerms(_ index: IndexDefinition, _ check: inout NewRow) throws(DatabaseError) -> IndexTerms {
    let terms = try IndexTerms(index, over: check.source, context: statement.context)
    guard try readsSubtypes(terms) else { return terms }
    var stored = check.stored ?? rowAsStored(check.row)
    // Virtual columns may read any other.
    let virtual = virtualColumns(of: terms)
    for column in table.columns.indices where table.columns[column].generated != .virtual {
      if !virtual.isEmpty || terms.columns.contains(column) {
        emitStoredValue(column, from: check.row, &stored)
      }
    }
    if !virtual.isEmpty, !stored.hasVirtualColumns {
      for column in virtual {
        try generator.emitGeneratedValue(stored.source, table, column, into: stored.row.column(column))
      }
      stored.hasVirtualColumns = true
    }
    check.stored = stored
    return try IndexTerms(index, over: stored.source, context: statement.context)
  }

  private func rowAsStored(_ row: RowRegisters) -> RowAsStored {
    let copy = newRow()
    generator.builder.emit(.shallowCopy, row.rowID, copy.rowID)
    return RowAsStored(row: copy, source: source(over: copy))
  }

  private func emitStoredValue(_ column: Int, from row: RowRegisters, _ stored: inout RowAsStored) {
    if stored.columns.contains(column) { return }
    stored.columns.insert(column)
    generator.builder.emit(.shallowCopy, row.column(column), stored.row.column(column))
    generator.builder.emit(.clearSubtype, stored.row.column(column))
  }

  /// The virtual columns of the table, in the order in which they can be computed, if the terms read any of them.
  private func virtualColumns(of terms: IndexTerms) -> [Int] {
    guard let order = table.generated?.virtualOrder, order.contains(where: { terms.columns.contains($0) })
    else { return [] }
    return order
  }

  /// In a UTF-16 database every expression may: what text a blob is depends on where it comes from (`Cell.zeroBlob`).
  private func readsSubtypes(_ terms: IndexTerms) throws(DatabaseError) -> Bool {
    if statement.context.encoding != .utf8 { return !terms.areColumns || !virtualColumns(of: terms).isEmpty }
    let inVirtualColumns = try readsSubtypesInVirtualColumns(terms)
    return inVirtualColumns || terms.readsSubtypes
  }

  /// The terms read a virtual column, and a virtual column calls a function that looks at subtypes.
  private func readsSubtypesInVirtualColumns(_ terms: IndexTerms) throws(DatabaseError) -> Bool {
    for column in virtualColumns(of: terms) {
      if try generator.generatedExpression(storedRow, table, column).readsSubtypes { return true }
    }
    return false
  }
}

extension IndexTerms {
  /// There is no expression among them.
  fileprivate var areColumns: Bool {
    condition == nil
      && fields.allSatisfy { if case .column = $0.withoutCollate.kind { true } else { false } }
  }

  /// A function in them may look at the subtypes of its arguments.
  fileprivate var readsSubtypes: Bool {
    fields.contains(where: \.readsSubtypes) || condition?.readsSubtypes == true
  }
}

extension BoundExpression {
  /// A function in it, outside of subqueries, may look at the subtypes of its arguments.
  fileprivate var readsSubtypes: Bool {
    var answer = false
    walk { node in
      guard case .function(let call) = node.kind else { return }
      if call.definition.flags.contains(.readsSubtypes) || call.definition.closure != nil { answer = true }
    }
    return answer
  }
}
