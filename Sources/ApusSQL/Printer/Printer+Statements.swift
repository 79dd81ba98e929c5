// Statements other than CREATE.

extension Printer {
  mutating func print(_ statement: Statement) {
    switch statement {
    case .select(let select): print(select)
    case .insert(let insert): print(insert)
    case .update(let update): print(update)
    case .delete(let delete): print(delete)
    case .createTable(let table): print(table)
    case .createIndex(let index): print(index)
    case .createView(let view): print(view)
    case .createTrigger(let trigger): print(trigger)
    case .createVirtualTable(let table): print(table)
    case .alterTable(let alter): print(alter)
    case .drop(let drop): print(drop)
    case .reindex(let schema, let name):
      write("REINDEX")
      printOptional(schema, name)
    case .analyze(let schema, let name):
      write("ANALYZE")
      printOptional(schema, name)
    case .vacuum(let schema, let into):
      write("VACUUM")
      printOptional(nil, schema)
      print(into, after: " INTO ")
    case .attach(let file, let schema, let key):
      write("ATTACH DATABASE ")
      print(file)
      write(" AS ")
      print(schema)
      print(key, after: " KEY ")
    case .detach(let schema):
      write("DETACH DATABASE ")
      print(schema)
    case .pragma(let pragma): print(pragma)
    case .begin(let kind):
      switch kind {
      case .unspecified: write("BEGIN")
      case .deferred: write("BEGIN DEFERRED")
      case .immediate: write("BEGIN IMMEDIATE")
      case .exclusive: write("BEGIN EXCLUSIVE")
      }
    case .commit: write("COMMIT")
    case .rollback: write("ROLLBACK")
    case .savepoint(let name):
      write("SAVEPOINT ")
      print(name)
    case .release(let name):
      write("RELEASE SAVEPOINT ")
      print(name)
    case .rollbackTo(let name):
      write("ROLLBACK TO SAVEPOINT ")
      print(name)
    }
  }

  private mutating func printOptional(_ schema: Name?, _ name: Name?) {
    guard let name else { return }
    write(" ")
    print(schema, name)
  }

  private mutating func printOr(_ conflict: ConflictAction) {
    guard let word = conflict.text else { return }
    write(" OR ")
    write(word)
  }

  private mutating func print(_ insert: InsertStatement) {
    printWith(insert.with)
    write("INSERT")
    printOr(insert.conflict)
    write(" INTO ")
    print(insert.schema, insert.table)
    printAlias(insert.alias)
    printNames(insert.columns)
    write(" ")
    switch insert.source {
    case .defaultValues: write("DEFAULT VALUES")
    case .select(let select): print(select)
    }
    for upsert in ast[insert.upserts] {
      write(" ON CONFLICT")
      if !upsert.target.isEmpty {
        write(" (")
        printTerms(upsert.target)
        write(")")
        print(upsert.targetFilter, after: " WHERE ")
      }
      if upsert.isUpdate {
        write(" DO UPDATE SET ")
        print(upsert.assignments)
        print(upsert.filter, after: " WHERE ")
      } else {
        write(" DO NOTHING")
      }
    }
    printReturning(insert.returning)
  }

  private mutating func print(_ assignments: NodeList<Assignment>) {
    printList(ast[assignments]) { printer, assignment in
      if assignment.isRow {
        printer.printNames(assignment.columns)
      } else {
        for name in printer.ast[assignment.columns] { printer.print(name) }
      }
      printer.write(" = ")
      printer.print(assignment.value)
    }
  }

  private mutating func print(_ update: UpdateStatement) {
    printWith(update.with)
    write("UPDATE")
    printOr(update.conflict)
    write(" ")
    print(update.schema, update.table)
    printAlias(update.alias)
    print(update.index)
    write(" SET ")
    print(update.assignments)
    if !update.from.isEmpty {
      write(" FROM ")
      printSources(update.from)
    }
    print(update.filter, after: " WHERE ")
    printReturning(update.returning)
  }

  private mutating func print(_ delete: DeleteStatement) {
    printWith(delete.with)
    write("DELETE FROM ")
    print(delete.schema, delete.table)
    printAlias(delete.alias)
    print(delete.index)
    print(delete.filter, after: " WHERE ")
    printReturning(delete.returning)
  }

  private mutating func print(_ alter: AlterTableStatement) {
    write("ALTER TABLE ")
    print(alter.schema, alter.table)
    switch alter.action {
    case .renameTable(let name):
      write(" RENAME TO ")
      print(name)
    case .renameColumn(let old, let new):
      write(" RENAME COLUMN ")
      print(old)
      write(" TO ")
      print(new)
    case .addColumn(let column):
      write(" ADD COLUMN ")
      print(column)
    case .dropColumn(let name):
      write(" DROP COLUMN ")
      print(name)
    }
  }

  private mutating func print(_ drop: DropStatement) {
    switch drop.kind {
    case .table: write("DROP TABLE ")
    case .index: write("DROP INDEX ")
    case .view: write("DROP VIEW ")
    case .trigger: write("DROP TRIGGER ")
    }
    if drop.ifExists { write("IF EXISTS ") }
    print(drop.schema, drop.name)
  }

  private mutating func print(_ pragma: PragmaStatement) {
    write("PRAGMA ")
    print(pragma.schema, pragma.name)
    switch pragma.value {
    case .none: break
    case .name(let name, let isCall):
      write(isCall ? "(" : " = ")
      printPragmaWord(name)
      if isCall { write(")") }
    case .number(let number, let negative, let isCall):
      write(isCall ? "(" : " = ")
      if negative { write("-") }
      write(raw: number)
      if isCall { write(")") }
    }
  }

  /// ON, DELETE and DEFAULT are reserved elsewhere but bare words here.
  private mutating func printPragmaWord(_ name: Name) {
    let bytes = ast.bytes(name.text)
    switch Self.wordKind(bytes) {
    case .on?, .delete?, .default?:
      if name.quoting == .none { output.append(contentsOf: bytes) } else { print(name) }
    default: print(name)
    }
  }
}

extension ConflictAction {
  /// The word, or `nil` if nothing was written.
  var text: StaticString? {
    switch self {
    case .unspecified: return nil
    case .rollback: return "ROLLBACK"
    case .abort: return "ABORT"
    case .fail: return "FAIL"
    case .ignore: return "IGNORE"
    case .replace: return "REPLACE"
    }
  }
}
