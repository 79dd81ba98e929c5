// What the generator knows about the database that it makes. A value: a transaction keeps a copy for its rollback.

/// What a column or expression holds most of the time.
enum ValueType: String, CaseIterable, Sendable {
  case integer, real, text, blob, json

  var isNumeric: Bool { self == .integer || self == .real }
}

/// A column of a table, view or subquery.
struct Column: Sendable {
  var name: String
  var type: ValueType
  /// The declared type; empty when there is none.
  var declared = ""
  var collation: String?
  var isNotNull = false
  var isGenerated = false
  /// Alone or with others in a PRIMARY KEY or UNIQUE constraint or index.
  var isKey = false
  var hasDefault = false
  /// The parent table and column of a foreign key of this column alone.
  var parent: (table: String, column: String)?
  /// Its foreign key has SET NULL.
  var isSetNull = false
  /// Its foreign key says what becomes of it when the parent's key changes.
  var followsUpdates = false
}

/// A table, view, common table expression or subquery: what FROM may name.
struct Relation: Sendable {
  enum Kind: Sendable { case table, view, local }
  var name: String
  var kind: Kind
  var columns: [Column]
  /// The columns of the PRIMARY KEY.
  var primaryKey: [String] = []
  /// Columns that come first and descending in a key or index.
  var descending: Set<String> = []
  /// Column lists that ON CONFLICT may name.
  var uniqueKeys: [[String]] = []
  /// The INTEGER PRIMARY KEY.
  var rowidAlias: String?
  /// AUTOINCREMENT.
  var countsRowids = false
  var isWithoutRowid = false
  var isStrict = false
  var isTemporary = false
  /// Tables that it reads, itself included.
  var bases: Set<String>
  /// Events for which a view has INSTEAD OF triggers.
  var insteadOf: Set<String> = []

  var hasRowid: Bool { kind == .table && !isWithoutRowid }
}

struct IndexEntry: Sendable {
  var name: String
  var table: String
  /// It is over columns alone, and of all rows.
  var isPlain = true
  /// The first column, when it is descending.
  var descending: String?
}

struct TriggerEntry: Sendable {
  var name: String
  var table: String
  /// Tables that its body names.
  var uses: Set<String>
}

struct Schema: Sendable {
  var relations: [Relation] = []
  var indexes: [IndexEntry] = []
  var triggers: [TriggerEntry] = []

  var tables: [Relation] { relations.filter { $0.kind == .table } }
  var views: [Relation] { relations.filter { $0.kind == .view } }

  subscript(name: String) -> Relation? { relations.first { $0.name == name } }

  /// Whether changes of a table may set columns of others to NULL.
  func setsNull(_ name: String) -> Bool {
    relations.contains { $0.columns.contains { $0.isSetNull && $0.parent?.table == name } }
  }

  /// Whether a column comes first and descending in a key or index of a table.
  func isDescending(_ table: String, _ column: String) -> Bool {
    self[table]?.descending.contains(column) == true
      || indexes.contains { $0.table == table && $0.descending == column }
  }

  mutating func update(_ name: String, _ body: (inout Relation) -> Void) {
    guard let index = relations.firstIndex(where: { $0.name == name }) else { return }
    body(&relations[index])
  }

  mutating func remove(_ name: String) {
    relations.removeAll { $0.name == name }
    indexes.removeAll { $0.table == name }
    triggers.removeAll { $0.table == name }
  }

  mutating func rename(_ name: String, to new: String) {
    for index in relations.indices {
      if relations[index].name == name { relations[index].name = new }
      if relations[index].bases.remove(name) != nil { relations[index].bases.insert(new) }
      for column in relations[index].columns.indices
      where relations[index].columns[column].parent?.table == name {
        relations[index].columns[column].parent?.table = new
      }
    }
    for index in indexes.indices where indexes[index].table == name { indexes[index].table = new }
    for index in triggers.indices {
      if triggers[index].table == name { triggers[index].table = new }
      if triggers[index].uses.remove(name) != nil { triggers[index].uses.insert(new) }
    }
  }
}

/// What a statement changes in the schema when it succeeds.
enum SchemaChange: Sendable {
  case add(Relation)
  case remove(String)
  case addIndex(IndexEntry, unique: [String]?)
  case removeIndex(String)
  case addTrigger(TriggerEntry, insteadOf: String?)
  /// The view can be queried.
  case check(String)
  case removeTrigger(String)
  case rename(String, to: String)
  case renameColumn(table: String, from: String, to: String)
  case addColumn(table: String, Column)
  case removeColumn(table: String, String)
  case begin
  case commit
  case rollback
  case savepoint(String)
  case release(String)
  case rollbackTo(String)
}
