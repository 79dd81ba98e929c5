// Erasing ranges and texts in statements and definitions.

extension Eraser {
  mutating func erase(_ column: ColumnDefinition) -> ColumnDefinition {
    ColumnDefinition(name: erase(column.name), type: erase(column.type), constraints: column.constraints)
  }

  mutating func erase(_ kind: ColumnConstraintKind) -> ColumnConstraintKind {
    switch kind {
    case .check(let expression, _): return .check(expression, text: .none)
    case .defaultValue(let expression, _): return .defaultValue(expression, text: .none)
    case .collate(let name): return .collate(erase(name))
    case .references(let clause): return .references(erase(clause))
    case .generated(let expression, let storage, _):
      return .generated(expression, storage: storage, text: .none)
    default: return kind
    }
  }

  mutating func erase(_ kind: TableConstraintKind) -> TableConstraintKind {
    switch kind {
    case .check(let expression, _, let conflict): return .check(expression, text: .none, conflict: conflict)
    case .foreignKey(let columns, let clause): return .foreignKey(columns: columns, erase(clause))
    default: return kind
    }
  }

  private mutating func erase(_ clause: ForeignKeyClause) -> ForeignKeyClause {
    var clause = clause
    clause.table = erase(clause.table)
    clause.match = erase(clause.match)
    return clause
  }

  mutating func erase(_ statement: Statement) -> Statement {
    switch statement {
    case .select, .begin, .commit, .rollback, .detach, .attach: return statement
    case .insert(var insert):
      insert.schema = erase(insert.schema)
      insert.table = erase(insert.table)
      insert.alias = erase(insert.alias)
      return .insert(insert)
    case .update(var update):
      update.schema = erase(update.schema)
      update.table = erase(update.table)
      update.alias = erase(update.alias)
      update.index = erase(update.index)
      return .update(update)
    case .delete(var delete):
      delete.schema = erase(delete.schema)
      delete.table = erase(delete.table)
      delete.alias = erase(delete.alias)
      delete.index = erase(delete.index)
      return .delete(delete)
    case .pragma(var pragma):
      pragma.schema = erase(pragma.schema)
      pragma.name = erase(pragma.name)
      switch pragma.value {
      case .none: break
      case .name(let name, let isCall): pragma.value = .name(erase(name), isCall: isCall)
      case .number(let number, let negative, let isCall):
        pragma.value = .number(erase(number), negative: negative, isCall: isCall)
      }
      return .pragma(pragma)
    case .reindex(let schema, let name): return .reindex(schema: erase(schema), name: erase(name))
    case .analyze(let schema, let name): return .analyze(schema: erase(schema), name: erase(name))
    case .vacuum(let schema, let into): return .vacuum(schema: erase(schema), into: into)
    case .savepoint(let name): return .savepoint(erase(name))
    case .release(let name): return .release(erase(name))
    case .rollbackTo(let name): return .rollbackTo(erase(name))
    default: return eraseDefinition(statement)
    }
  }

  private mutating func eraseDefinition(_ statement: Statement) -> Statement {
    switch statement {
    case .createTable(var table):
      table.schema = erase(table.schema)
      table.name = erase(table.name)
      table.columnsEnd = .none
      return .createTable(table)
    case .createIndex(var index):
      index.schema = erase(index.schema)
      index.name = erase(index.name)
      index.table = erase(index.table)
      return .createIndex(index)
    case .createView(var view):
      view.schema = erase(view.schema)
      view.name = erase(view.name)
      return .createView(view)
    case .createTrigger(var trigger):
      trigger.schema = erase(trigger.schema)
      trigger.name = erase(trigger.name)
      trigger.tableSchema = erase(trigger.tableSchema)
      trigger.table = erase(trigger.table)
      trigger.bodyRange = .none
      return .createTrigger(trigger)
    case .createVirtualTable(var table):
      table.schema = erase(table.schema)
      table.name = erase(table.name)
      table.module = erase(table.module)
      return .createVirtualTable(table)
    case .alterTable(var alter):
      alter.schema = erase(alter.schema)
      alter.table = erase(alter.table)
      switch alter.action {
      case .renameTable(let name): alter.action = .renameTable(erase(name))
      case .renameColumn(let old, let new): alter.action = .renameColumn(erase(old), to: erase(new))
      case .addColumn(let column): alter.action = .addColumn(erase(column))
      case .dropColumn(let name): alter.action = .dropColumn(erase(name))
      }
      return .alterTable(alter)
    case .drop(var drop):
      drop.schema = erase(drop.schema)
      drop.name = erase(drop.name)
      return .drop(drop)
    default: return statement
    }
  }
}
