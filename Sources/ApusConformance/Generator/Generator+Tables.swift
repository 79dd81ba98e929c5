// CREATE TABLE with everything that a column or table may carry.

extension Generator {
  /// A table with a name of its own.
  mutating func createTable() -> GeneratedStatement {
    let name = freshName("t")
    var table = Relation(name: name, kind: .table, columns: [], bases: [name])
    table.isStrict = has(.strict) && random.chance(15)
    table.isWithoutRowid = has(.withoutRowid) && random.chance(18)
    table.isTemporary = random.chance(4)
    touched = [name]
    var definitions: [String] = []
    var constraints: [String] = []
    let count = 2 + random.below(5)
    let keyStyle = primaryKey(&table, &definitions)
    for index in 0..<count { definitions.append(column(index, &table)) }
    addKeys(&table, keyStyle, &constraints)
    if has(.foreignKeys) { addForeignKey(&table, &definitions, &constraints) }
    if has(.generated), random.chance(22) { definitions.append(generatedColumn(&table, definitions.count)) }
    if random.chance(12) {
      let scope = columnScope(table)
      constraints.append("CHECK (coalesce(\(condition(scope, 1)), 1) OR 1 = 1)")
    }
    var options: [String] = []
    if table.isWithoutRowid { options.append("WITHOUT ROWID") }
    if table.isStrict { options.append("STRICT") }
    let sql =
      "CREATE \(table.isTemporary ? "TEMP " : "")TABLE \(name)(\((definitions + constraints).joined(separator: ", ")))"
      + (options.isEmpty ? "" : " " + options.joined(separator: ", "))
    return definition(sql, .add(table))
  }

  private enum KeyStyle { case rowid, column, table, none }

  /// The column that comes first when it is the key.
  private mutating func primaryKey(_ table: inout Relation, _ definitions: inout [String]) -> KeyStyle {
    if !table.isWithoutRowid, random.chance(45) {
      let isCounted = has(.autoincrement) && random.chance(15)
      definitions.append("id INTEGER PRIMARY KEY\(isCounted ? " AUTOINCREMENT" : "")")
      table.columns.append(Column(name: "id", type: .integer, declared: "INTEGER", isKey: true))
      table.rowidAlias = "id"
      table.countsRowids = isCounted
      table.primaryKey = ["id"]
      table.uniqueKeys.append(["id"])
      return .rowid
    }
    if random.chance(table.isWithoutRowid ? 55 : 35) {
      let type: ValueType = random.pick([.integer, .text, .real, .text])
      let declared = declaration(type, table)
      // A key column must not become an alias of the rowid.
      let isRowid = declared.uppercased() == "INTEGER" && !table.isWithoutRowid
      let spelling = isRowid ? "INT" : declared
      let collation = type == .text && has(.collations) && random.chance(20) ? "NOCASE" : nil
      let order = random.pick(["", "", " DESC", " ASC"])
      definitions.append(
        "id \(spelling) PRIMARY KEY\(order)\(collation.map { " COLLATE \($0)" } ?? "")"
          + (random.chance(30) ? " NOT NULL" : ""))
      table.columns.append(
        Column(name: "id", type: type, declared: spelling, collation: collation, isNotNull: true, isKey: true)
      )
      table.primaryKey = ["id"]
      if order == " DESC" { table.descending.insert("id") }
      table.uniqueKeys.append(["id"])
      return .column
    }
    return table.isWithoutRowid || random.chance(35) ? .table : .none
  }

  private mutating func declaration(_ type: ValueType, _ table: Relation) -> String {
    if table.isStrict {
      switch type {
      case .integer: return random.pick(["INTEGER", "INT"])
      case .real: return "REAL"
      case .text, .json: return random.pick(["TEXT", "ANY"])
      case .blob: return random.pick(["BLOB", "ANY"])
      }
    }
    switch type {
    case .integer: return random.pick(["INTEGER", "INTEGER", "INT", "BIGINT", "NUMERIC", ""])
    case .real: return random.pick(["REAL", "REAL", "DOUBLE", "FLOAT", "NUMERIC", "DECIMAL(10,2)", ""])
    case .text: return random.pick(["TEXT", "TEXT", "VARCHAR(20)", "CLOB", ""])
    case .blob: return random.pick(["BLOB", ""])
    case .json: return "TEXT"
    }
  }

  private mutating func column(_ index: Int, _ table: inout Relation) -> String {
    let type = randomType()
    var column = Column(name: ["a", "b", "c", "d", "e", "f", "g", "h"][index % 8], type: type)
    column.declared = declaration(type, table)
    var text = column.name + (column.declared.isEmpty ? "" : " " + column.declared)
    if has(.collations), type == .text, random.chance(20) {
      column.collation = random.pick(["NOCASE", "RTRIM", "BINARY"])
      text += " COLLATE \(column.collation ?? "")"
    }
    if random.chance(12) {
      column.isNotNull = true
      text += " NOT NULL" + conflictClause()
    }
    if random.chance(18) {
      column.hasDefault = true
      text += " DEFAULT " + (random.chance(70) ? literal(type) : "(\(literal(type)))")
    } else if column.isNotNull, random.chance(50) {
      column.hasDefault = true
      text += " DEFAULT \(literal(type))"
    }
    if random.chance(8) {
      column.isKey = true
      text += " UNIQUE" + conflictClause()
      table.uniqueKeys.append([column.name])
    }
    if random.chance(9) { text += " CHECK (\(check(column)))" }
    table.columns.append(column)
    return text
  }

  private mutating func conflictClause() -> String {
    random.chance(10) ? " ON CONFLICT \(random.pick(["ABORT", "FAIL", "IGNORE", "REPLACE"]))" : ""
  }

  /// A condition that most values meet.
  private mutating func check(_ column: Column) -> String {
    switch column.type {
    case .integer: random.pick(["\(column.name) <> 13", "\(column.name) IS NULL OR \(column.name) > -4"])
    case .real:
      "typeof(\(column.name)) IN ('real', 'integer', 'null', 'text', 'blob') AND \(column.name) IS NOT 7.5"
    case .text, .json: random.pick(["length(\(column.name)) < 60", "\(column.name) <> 'B'"])
    case .blob: "length(\(column.name)) <> 2"
    }
  }

  private mutating func addKeys(_ table: inout Relation, _ style: KeyStyle, _ constraints: inout [String]) {
    let names = table.columns.map(\.name)
    if case .table = style {
      let key = random.some(names, least: random.chance(60) ? 2 : 1, percent: 15)
      let terms = key.map { $0 + random.pick(["", "", " DESC"]) }
      constraints.append("PRIMARY KEY (\(terms.joined(separator: ", ")))")
      if terms[0].hasSuffix(" DESC") { table.descending.insert(key[0]) }
      table.primaryKey = key
      table.uniqueKeys.append(key)
      for index in table.columns.indices where key.contains(table.columns[index].name) {
        table.columns[index].isKey =
          table.columns[index].isKey || key.count == 1 || table.columns[index].name == key[0]
        if table.isWithoutRowid { table.columns[index].isNotNull = true }
        if key.count == 1, table.columns[index].declared == "INTEGER", !table.isWithoutRowid {
          table.rowidAlias = key[0]
        }
      }
    }
    if random.chance(8), names.count > 1 {
      let key = random.some(names, least: 2, percent: 10)
      constraints.append("UNIQUE (\(key.joined(separator: ", ")))" + conflictClause())
      table.uniqueKeys.append(key)
      for index in table.columns.indices where table.columns[index].name == key[0] {
        table.columns[index].isKey = true
      }
    }
  }

  private mutating func addForeignKey(
    _ table: inout Relation, _ definitions: inout [String], _ constraints: inout [String]
  ) {
    let parents = schema.tables.filter { !$0.isTemporary && $0.uniqueKeys.contains { $0.count == 1 } }
    guard !parents.isEmpty, !table.isTemporary, random.chance(50) else { return }
    let parent = random.pick(parents)
    let keys = parent.uniqueKeys.filter { $0.count == 1 }
    let key = random.pick(keys)[0]
    guard let target = parent.columns.first(where: { $0.name == key }) else { return }
    let declared =
      table.isStrict && target.declared.isEmpty
      ? "ANY" : table.isStrict ? strictType(target.type) : target.declared
    var clause = "REFERENCES \(parent.name)(\(key))"
    // After SET NULL in a trigger SQLite does not check the rows that the same trigger puts into the child table.
    let mayClear = !schema.triggers.contains { $0.uses.contains(parent.name) }
    for event in ["DELETE", "UPDATE"] where random.chance(55) {
      let action = random.pick(["CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"])
      clause += " ON \(event) \(mayClear || action != "SET NULL" ? action : "CASCADE")"
    }
    if random.chance(20) { clause += " DEFERRABLE INITIALLY DEFERRED" }
    let collation = target.collation.map { " COLLATE \($0)" } ?? ""
    let name = "r"
    // What SET DEFAULT sets: perhaps a key that there is.
    let value = target.type == .integer ? String(1 + random.below(6)) : literal(target.type)
    let fallback = random.chance(35) ? " DEFAULT \(value)" : ""
    if random.chance(60) {
      definitions.append("\(name) \(declared)\(collation)\(fallback) \(clause)")
    } else {
      definitions.append("\(name) \(declared)\(collation)\(fallback)")
      constraints.append("FOREIGN KEY (\(name)) \(clause)")
    }
    table.columns.append(
      Column(
        name: name, type: target.type, declared: declared, collation: target.collation,
        hasDefault: !fallback.isEmpty, parent: (parent.name, key), isSetNull: clause.contains("SET NULL"),
        followsUpdates: clause.contains("ON UPDATE")))
  }

  private func strictType(_ type: ValueType) -> String {
    switch type {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text, .json: "TEXT"
    case .blob: "BLOB"
    }
  }

  private mutating func generatedColumn(_ table: inout Relation, _ index: Int) -> String {
    let type = random.pick([ValueType.integer, .text, .real])
    let scope = columnScope(table)
    let body = expression(type, scope, 2)
    let declared = declaration(type, table)
    // SQLite forgets that a virtual REAL column holds a real when rows go through a sorter.
    let isReal = Self.hasRealAffinity(declared)
    let storage = isReal ? " STORED" : random.pick(["", " VIRTUAL", " STORED"])
    let prefix = random.chance(50) ? "GENERATED ALWAYS " : ""
    table.columns.append(Column(name: "gen", type: type, declared: declared, isGenerated: true))
    let isStrictReal = table.isStrict && type == .real
    let value =
      table.isStrict ? "CAST(\(body) AS \(isStrictReal ? "REAL" : type == .text ? "TEXT" : "INTEGER"))" : body
    return "gen\(declared.isEmpty ? "" : " " + declared) \(prefix)AS (\(value))\(storage)"
  }

  private static func hasRealAffinity(_ declared: String) -> Bool {
    ["REAL", "FLOA", "DOUB"].contains { declared.uppercased().contains($0) }
  }

  /// The columns of a table by their bare names, for constraints.
  func columnScope(_ table: Relation) -> Scope {
    Scope(
      leaves: table.columns.filter { !$0.isGenerated }.map {
        Leaf(text: $0.name, type: $0.type, collation: $0.collation)
      }, allowsSubqueries: false)
  }
}
