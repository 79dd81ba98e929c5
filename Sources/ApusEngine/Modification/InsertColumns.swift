import ApusSQL

/// Which of an INSERT's values goes to which column.
struct InsertColumns {
  /// Table column → number of the value; nil: the column's default.
  private(set) var values: [Int?]
  /// The value that is the rowid: of `rowid` or its alias.
  private(set) var rowID: Int?
  private let nameCount: Int

  /// The columns by their names, which are looked up before those in the source of the values.
  init(_ names: NodeList<Name>, target: ModificationTarget, ast: AST) throws(DatabaseError) {
    let table = target.table
    values = [Int?](repeating: nil, count: table.columns.count)
    nameCount = names.count
    for (position, name) in ast[names].enumerated() {
      let text = ast.string(name)
      if let index = table.columns.firstIndex(where: { $0.name.equalsIgnoringCase(text) }) {
        guard table.columns[index].generated == nil else {
          throw DatabaseError(
            .error, "cannot INSERT into generated column \"\(table.columns[index].name)\"")
        }
        // A column that is named twice takes the first value.
        if values[index] == nil { values[index] = position }
        if index == table.rowIDAlias { rowID = position }
      } else if Binder.isRowIDName(text), !table.isWithoutRowID {
        rowID = position
      } else {
        throw DatabaseError(
          .error, "table \(target.writtenName) has no column named \(text)",
          sqlOffset: Int(name.range.start))
      }
    }
  }

  /// As many values as names; without names as many as columns.
  /// - Parameter valueCount: values per row, nil for DEFAULT VALUES.
  mutating func take(valueCount: Int?, target: ModificationTarget) throws(DatabaseError) {
    guard nameCount == 0 else {
      // (DEFAULT VALUES are none.)
      guard (valueCount ?? 0) == nameCount else {
        throw DatabaseError(.error, "\(valueCount ?? 0) values for \(nameCount) columns")
      }
      return
    }
    guard let valueCount else { return }
    let table = target.table
    var next = 0
    for (index, column) in table.columns.enumerated() where !column.isHidden && column.generated == nil {
      values[index] = next
      next += 1
    }
    guard next == valueCount else {
      throw DatabaseError(
        .error, "table \(target.writtenName) has \(next) columns but \(valueCount) values were supplied")
    }
    if table.rowIDAlias >= 0 { rowID = values[table.rowIDAlias] }
  }
}
