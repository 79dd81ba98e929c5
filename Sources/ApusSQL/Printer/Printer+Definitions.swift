// CREATE statements.

extension Printer {
  private mutating func printCreate(
    isTemporary: Bool, _ kind: StaticString, ifNotExists: Bool, _ schema: Name?, _ name: Name
  ) {
    write(isTemporary ? "CREATE TEMP " : "CREATE ")
    write(kind)
    write(ifNotExists ? " IF NOT EXISTS " : " ")
    print(schema, name)
  }

  mutating func print(_ table: CreateTableStatement) {
    printCreate(
      isTemporary: table.isTemporary, "TABLE", ifNotExists: table.ifNotExists, table.schema, table.name)
    switch table.body {
    case .select(let select):
      write(" AS ")
      print(select)
    case .columns(let columns, let constraints):
      write(" (")
      printList(ast[columns]) { $0.print($1) }
      for constraint in ast[constraints] {
        write(constraint.followsComma ? ", " : " ")
        print(constraint)
      }
      write(")")
    }
    if table.isWithoutRowid { write(table.isStrict ? " WITHOUT ROWID, STRICT" : " WITHOUT ROWID") }
    if table.isStrict && !table.isWithoutRowid { write(" STRICT") }
  }

  mutating func print(_ column: ColumnDefinition) {
    print(column.name)
    if !column.type.isEmpty {
      write(" ")
      write(raw: column.type)
      if losesItsEnd(column) { write(" GENERATED ALWAYS") }
    }
    var isBehindGenerated = false
    for constraint in ast[column.constraints] {
      write(" ")
      printConstraintName(constraint.name)
      if case .generated = constraint.kind {
        // Behind `AS (…)` the word GENERATED would be read as the storage.
        write(isBehindGenerated ? "AS (" : "GENERATED ALWAYS AS (")
        isBehindGenerated = true
      } else {
        isBehindGenerated = false
      }
      print(constraint.kind)
    }
  }

  /// Whether a type would lose a final ALWAYS when it is parsed: then these words are written to be lost instead.
  /// A generated column has them anyway.
  private func losesItsEnd(_ column: ColumnDefinition) -> Bool {
    if let first = ast[column.constraints].first, first.name == nil, case .generated = first.kind {
      return false
    }
    let type = ast.bytes(column.type)
    return type.count >= 16 && type.suffix(6).map(AST.lowercased) == Array("always".utf8)
  }

  private mutating func printConstraintName(_ name: Name?) {
    guard let name else { return }
    write("CONSTRAINT ")
    print(name)
    write(" ")
  }

  private mutating func printOnConflict(_ conflict: ConflictAction) {
    guard let word = conflict.text else { return }
    write(" ON CONFLICT ")
    write(word)
  }

  private mutating func print(_ kind: ColumnConstraintKind) {
    switch kind {
    case .primaryKey(let order, let conflict, let autoincrement):
      write("PRIMARY KEY")
      switch order {
      case .unspecified: break
      case .ascending: write(" ASC")
      case .descending: write(" DESC")
      }
      printOnConflict(conflict)
      if autoincrement { write(" AUTOINCREMENT") }
    case .notNull(let conflict):
      write("NOT NULL")
      printOnConflict(conflict)
    case .null(let conflict):
      write("NULL")
      printOnConflict(conflict)
    case .unique(let conflict):
      write("UNIQUE")
      printOnConflict(conflict)
    case .check(let expression, _):
      write("CHECK (")
      print(expression)
      write(")")
    case .defaultValue(let expression, _): printDefault(expression)
    case .collate(let name):
      write("COLLATE ")
      print(name)
    case .references(let clause): print(clause)
    case .deferrable(let deferral): print(deferral)
    case .generated(let expression, let storage, _):
      print(expression)
      write(")")
      switch storage {
      case .unspecified: break
      case .virtual: write(" VIRTUAL")
      case .stored: write(" STORED")
      }
    case .named: if output.last == 0x20 { output.removeLast() }
    }
  }

  /// Literals stand bare, everything else in parentheses: `DEFAULT x` is a string, `DEFAULT (x)` a column.
  private mutating func printDefault(_ expression: ExprID) {
    write("DEFAULT ")
    switch ast[expression] {
    case .null, .integer, .real, .string, .blob, .current: print(expression)
    case .unary(.negate, let operand), .unary(.plus, let operand):
      switch ast[operand] {
      case .null, .integer, .real, .string, .blob, .current: print(expression)
      default: printInParentheses(expression)
      }
    default: printInParentheses(expression)
    }
  }

  private mutating func printInParentheses(_ expression: ExprID) {
    write("(")
    print(expression)
    write(")")
  }

  private mutating func print(_ clause: ForeignKeyClause) {
    write("REFERENCES ")
    print(clause.table)
    printNames(clause.columns)
    print(clause.onDelete, after: " ON DELETE ")
    print(clause.onUpdate, after: " ON UPDATE ")
    if let match = clause.match {
      write(" MATCH ")
      print(match)
    }
    if clause.deferral != .unspecified {
      write(" ")
      print(clause.deferral)
    }
  }

  private mutating func print(_ action: ForeignKeyAction, after keyword: StaticString) {
    if action == .unspecified { return }
    write(keyword)
    switch action {
    case .unspecified: break
    case .noAction: write("NO ACTION")
    case .restrict: write("RESTRICT")
    case .setNull: write("SET NULL")
    case .setDefault: write("SET DEFAULT")
    case .cascade: write("CASCADE")
    }
  }

  private mutating func print(_ deferral: Deferral) {
    switch deferral {
    case .unspecified: break
    case .deferrable: write("DEFERRABLE")
    case .deferrableInitiallyDeferred: write("DEFERRABLE INITIALLY DEFERRED")
    case .deferrableInitiallyImmediate: write("DEFERRABLE INITIALLY IMMEDIATE")
    case .notDeferrable: write("NOT DEFERRABLE")
    case .notDeferrableInitiallyDeferred: write("NOT DEFERRABLE INITIALLY DEFERRED")
    case .notDeferrableInitiallyImmediate: write("NOT DEFERRABLE INITIALLY IMMEDIATE")
    }
  }

  private mutating func print(_ constraint: TableConstraint) {
    printConstraintName(constraint.name)
    switch constraint.kind {
    case .primaryKey(let columns, let autoincrement, let conflict):
      write("PRIMARY KEY (")
      printTerms(columns)
      write(autoincrement ? " AUTOINCREMENT)" : ")")
      printOnConflict(conflict)
    case .unique(let columns, let conflict):
      write("UNIQUE (")
      printTerms(columns)
      write(")")
      printOnConflict(conflict)
    case .check(let expression, _, let conflict):
      write("CHECK (")
      print(expression)
      write(")")
      printOnConflict(conflict)
    case .foreignKey(let columns, let clause):
      write("FOREIGN KEY ")
      printNames(columns)
      write(" ")
      print(clause)
    case .named: if output.last == 0x20 { output.removeLast() }
    }
  }

  mutating func print(_ index: CreateIndexStatement) {
    printCreate(
      isTemporary: false, index.isUnique ? "UNIQUE INDEX" : "INDEX", ifNotExists: index.ifNotExists,
      index.schema, index.name)
    write(" ON ")
    print(index.table)
    write(" (")
    printTerms(index.columns)
    write(")")
    print(index.filter, after: " WHERE ")
  }

  mutating func print(_ view: CreateViewStatement) {
    printCreate(
      isTemporary: view.isTemporary, "VIEW", ifNotExists: view.ifNotExists, view.schema, view.name)
    printNames(view.columns)
    write(" AS ")
    print(view.select)
  }

  mutating func print(_ trigger: CreateTriggerStatement) {
    printCreate(
      isTemporary: trigger.isTemporary, "TRIGGER", ifNotExists: trigger.ifNotExists, trigger.schema,
      trigger.name)
    switch trigger.time {
    case .unspecified: break
    case .before: write(" BEFORE")
    case .after: write(" AFTER")
    case .insteadOf: write(" INSTEAD OF")
    }
    switch trigger.event {
    case .delete: write(" DELETE")
    case .insert: write(" INSERT")
    case .update(let columns):
      write(" UPDATE")
      if !columns.isEmpty {
        write(" OF ")
        printList(ast[columns]) { $0.print($1) }
      }
    }
    write(" ON ")
    print(trigger.tableSchema, trigger.table)
    if trigger.forEachRow { write(" FOR EACH ROW") }
    print(trigger.condition, after: " WHEN ")
    write(" BEGIN ")
    for statement in ast[trigger.body] {
      print(statement)
      write("; ")
    }
    write("END")
  }

  mutating func print(_ table: CreateVirtualTableStatement) {
    printCreate(isTemporary: false, "VIRTUAL TABLE", ifNotExists: table.ifNotExists, table.schema, table.name)
    write(" USING ")
    print(table.module)
    guard table.hasArguments else { return }
    write("(")
    printList(ast[table.arguments]) { $0.write(raw: $1) }
    write(")")
  }
}
