import ApusSQL

/// A table while its CREATE statement is worked through: columns and constraints in the order in which they stand,
/// with SQLite's rules for rowid aliases, implied indexes and WITHOUT ROWID, and its errors.
///
/// The order of the calls matters (a UNIQUE before a COLLATE of the same column, which of two equal constraints
/// names the index), so the analysis calls this clause by clause.
struct TableBuilder {
  struct Column {
    var definition: ColumnDefinition
    var standardType: DeclaredType.Standard?
    var hasType: Bool
    var isPrimaryKey = false
  }

  /// An indexed column of a constraint.
  struct KeyColumn {
    var column: Int
    var collationName: String
    var isDescending: Bool
  }

  /// An index that a constraint implies.
  struct Index {
    var name: String
    var columns: [KeyColumn]
    var conflict: ConflictAction
    var origin: IndexDefinition.Origin
  }

  static let columnLimit = 2000

  let name: String
  let lookup: SchemaLookup
  var columns: [Column] = []
  /// In the order of creation, which numbers their names.
  var indexes: [Index] = []
  var checks: [CheckConstraint] = []
  var foreignKeys: [ForeignKeyDefinition] = []
  var rowIDAlias = -1
  var rowIDConflict = ConflictAction.unspecified
  var isAutoIncrement = false
  private var hasPrimaryKey = false
  private var aliasIsDescending = false
  private var columnByName: [String: Int] = [:]
  private(set) var isWithoutRowID = false
  private(set) var isStrict = false

  init(name: String, lookup: SchemaLookup) {
    self.name = name
    self.lookup = lookup
  }

  func columnIndex(named name: String) -> Int? { columnByName[name.lowercasedASCII] }

  // MARK: Columns

  mutating func addColumn(name: String, typeSource: String) throws(DatabaseError) {
    guard columns.count < Self.columnLimit else {
      throw DatabaseError(.error, "too many columns on \(self.name)")
    }
    guard columnByName[name.lowercasedASCII] == nil else {
      throw DatabaseError(.error, "duplicate column name: \(name)")
    }
    let type = DeclaredType(source: typeSource)
    columnByName[name.lowercasedASCII] = columns.count
    columns.append(
      Column(
        definition: ColumnDefinition(
          name: name, declaredType: type.name, affinity: type.affinity, isNotNull: false,
          notNullConflict: .unspecified, collation: .binary, collationName: nil, defaultExpression: nil,
          defaultText: nil, generated: nil, generatedExpression: nil, isHidden: false),
        standardType: type.standard, hasType: !type.name.isEmpty || type.affinity != .blob))
  }

  mutating func addNotNull(conflict: ConflictAction) {
    guard !columns.isEmpty else { return }
    columns[columns.count - 1].definition.isNotNull = true
    columns[columns.count - 1].definition.notNullConflict = conflict
  }

  mutating func addDefault(expression: ExprID, text: String, isConstant: Bool) throws(DatabaseError) {
    guard let last = columns.indices.last else { return }
    guard isConstant else {
      throw DatabaseError(
        .error, "default value of column [\(columns[last].definition.name)] is not constant")
    }
    guard columns[last].definition.generated == nil else {
      throw DatabaseError(.error, "cannot use DEFAULT on a generated column")
    }
    columns[last].definition.defaultExpression = expression
    columns[last].definition.defaultText = text
  }

  mutating func addCollation(_ name: String) throws(DatabaseError) {
    guard let last = columns.indices.last else { return }
    columns[last].definition.collation = try lookup.collation(named: name)
    columns[last].definition.collationName = name
    // A UNIQUE or PRIMARY KEY written before the COLLATE takes it over.
    for index in indexes.indices where indexes[index].columns.first?.column == last {
      indexes[index].columns[0].collationName = name
    }
  }

  mutating func addGenerated(expression: ExprID, isStored: Bool) throws(DatabaseError) {
    guard let last = columns.indices.last else { return }
    let column = columns[last]
    guard column.definition.defaultExpression == nil, column.definition.generatedExpression == nil else {
      throw invalidGenerated(column)
    }
    columns[last].definition.generated = isStored ? .stored : .virtual
    columns[last].definition.generatedExpression = expression
    if column.isPrimaryKey { throw Self.generatedInPrimaryKey }
  }

  private func invalidGenerated(_ column: Column) -> DatabaseError {
    DatabaseError(.error, "error in generated column \"\(column.definition.name)\"")
  }

  private static var generatedInPrimaryKey: DatabaseError {
    DatabaseError(.error, "generated columns cannot be part of the PRIMARY KEY")
  }

  // MARK: Keys

  /// A PRIMARY KEY. Without `keys` it is a constraint of the last column. `isDescending` is the column
  /// constraint's DESC, which (by an old mistake that files depend on) keeps an INTEGER from being the rowid.
  mutating func addPrimaryKey(
    _ keys: [KeyColumn]?, conflict: ConflictAction, isDescending: Bool = false, autoIncrement: Bool
  ) throws(DatabaseError) {
    guard !hasPrimaryKey else {
      throw DatabaseError(.error, "table \"\(name)\" has more than one primary key")
    }
    hasPrimaryKey = true
    let members = keys?.map(\.column) ?? [columns.count - 1]
    for member in members where columns.indices.contains(member) {
      columns[member].isPrimaryKey = true
      if columns[member].definition.generated != nil { throw Self.generatedInPrimaryKey }
    }
    if members.count == 1, let only = members.first, columns.indices.contains(only),
      columns[only].standardType == .integer, !isDescending
    {
      rowIDAlias = only
      rowIDConflict = conflict
      isAutoIncrement = autoIncrement
      aliasIsDescending = keys?.first?.isDescending ?? false
    } else if autoIncrement {
      throw DatabaseError(.error, "AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY")
    } else {
      try addIndex(keys ?? lastColumnKey(isDescending), conflict: conflict, origin: .primaryKey)
    }
  }

  mutating func addUnique(_ keys: [KeyColumn]?, conflict: ConflictAction) throws(DatabaseError) {
    try addIndex(keys ?? lastColumnKey(false), conflict: conflict, origin: .unique)
  }

  private func lastColumnKey(_ isDescending: Bool) -> [KeyColumn] {
    guard let last = columns.last else { return [] }
    return [
      KeyColumn(
        column: columns.count - 1, collationName: last.definition.collationName ?? "BINARY",
        isDescending: isDescending)
    ]
  }

  /// Constraints over the same columns with the same collations share the first one's index.
  private mutating func addIndex(
    _ keys: [KeyColumn], conflict: ConflictAction, origin: IndexDefinition.Origin
  ) throws(DatabaseError) {
    for known in indexes.indices where Self.sameColumns(indexes[known].columns, keys) {
      if indexes[known].conflict != conflict {
        guard indexes[known].conflict == .unspecified || conflict == .unspecified else {
          throw DatabaseError(.error, "conflicting ON CONFLICT clauses specified")
        }
        if indexes[known].conflict == .unspecified { indexes[known].conflict = conflict }
      }
      if origin == .primaryKey { indexes[known].origin = origin }
      return
    }
    indexes.append(
      Index(
        name: "sqlite_autoindex_\(name)_\(indexes.count + 1)", columns: keys, conflict: conflict,
        origin: origin))
  }

  private static func sameColumns(_ left: [KeyColumn], _ right: [KeyColumn]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        $0.column == $1.column && $0.collationName.equalsIgnoringCase($1.collationName)
      }
  }

  /// Files of an old schema format keep every index ascending, whatever its definition says.
  mutating func ignoreDescending() {
    for index in indexes.indices {
      for column in indexes[index].columns.indices { indexes[index].columns[column].isDescending = false }
    }
  }

  // MARK: End

  /// What follows the closing parenthesis.
  mutating func addOptions(withoutRowID: Bool, strict: Bool) {
    isWithoutRowID = isWithoutRowID || withoutRowID
    isStrict = isStrict || strict
  }

  /// The rules that need the whole statement: STRICT types, then WITHOUT ROWID's key.
  mutating func finishColumns() throws(DatabaseError) {
    if isStrict { try checkStrictTypes() }
    if isWithoutRowID {
      guard !isAutoIncrement else {
        throw DatabaseError(.error, "AUTOINCREMENT not allowed on WITHOUT ROWID tables")
      }
      guard hasPrimaryKey else { throw DatabaseError(.error, "PRIMARY KEY missing on table \(name)") }
      try makePrimaryKeyTree()
    }
  }

  func checkGeneratedColumns() throws(DatabaseError) {
    guard columns.contains(where: { $0.definition.generated == nil }) else {
      throw DatabaseError(.error, "must have at least one non-generated column")
    }
  }

  private mutating func checkStrictTypes() throws(DatabaseError) {
    for index in columns.indices {
      let column = columns[index]
      switch column.standardType {
      case nil:
        let title = "\(name).\(column.definition.name)"
        throw DatabaseError(
          .error,
          column.hasType
            ? "unknown datatype for \(title): \"\(column.definition.declaredType)\""
            : "missing datatype for \(title)")
      case .any?:
        columns[index].definition.affinity = .blob
      default:
        break
      }
      if column.isPrimaryKey, index != rowIDAlias, !column.definition.isNotNull {
        columns[index].definition.isNotNull = true
        columns[index].definition.notNullConflict = .abort
      }
    }
  }

  /// The PRIMARY KEY becomes the table's own tree: its columns are NOT NULL and named once.
  private mutating func makePrimaryKeyTree() throws(DatabaseError) {
    for index in columns.indices where columns[index].isPrimaryKey && !columns[index].definition.isNotNull {
      columns[index].definition.isNotNull = true
      columns[index].definition.notNullConflict = .abort
    }
    if rowIDAlias >= 0 {
      let key = KeyColumn(
        column: rowIDAlias,
        collationName: columns[rowIDAlias].definition.collationName ?? "BINARY",
        isDescending: aliasIsDescending)
      rowIDAlias = -1
      try addIndex([key], conflict: rowIDConflict, origin: .primaryKey)
      rowIDConflict = .unspecified
    }
    for index in indexes.indices where indexes[index].origin == .primaryKey {
      var kept: [KeyColumn] = []
      for key in indexes[index].columns
      where !kept.contains(where: {
        $0.column == key.column && $0.collationName.equalsIgnoringCase(key.collationName)
      }) {
        kept.append(key)
      }
      indexes[index].columns = kept
    }
  }
}
