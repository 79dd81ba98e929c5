// What ALTER TABLE does.

/// A change of a table.
@frozen
public enum AlterAction: Sendable, Equatable {
  /// `RENAME TO name`
  case renameTable(Name)
  /// `RENAME [COLUMN] old TO new`
  case renameColumn(Name, to: Name)
  /// `ADD [COLUMN] definition`
  case addColumn(ColumnDefinition)
  /// `DROP [COLUMN] name`
  case dropColumn(Name)
}
