/// A row of a table in registers: the rowid, then one register per column of the table. It is also the layout in
/// which a trigger program finds OLD and NEW, so that a row can be handed to it as it stands.
///
/// The register of a rowid alias (INTEGER PRIMARY KEY) holds NULL, as the stored record does: its value is the rowid.
struct RowRegisters {
  let rowID: Int32

  /// The register of the first column.
  var first: Int32 { rowID + 1 }

  func column(_ index: Int) -> Int32 { rowID + 1 + Int32(truncatingIfNeeded: index) }

  /// How generated code reads the row.
  var access: SourceAccess { .registers(first: first, rowID: rowID) }
}

/// What finds a row of a table.
enum RowKey {
  /// The register of the rowid.
  case rowID(Int32)
  /// WITHOUT ROWID: the first register of the primary key's columns, in key order.
  case primaryKey(first: Int32)
}
