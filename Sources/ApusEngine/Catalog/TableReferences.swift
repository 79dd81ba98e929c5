import ApusSQL

/// Finds every table name that a view or trigger mentions in a FROM clause, on the right of IN, or as the target of a
/// change; subqueries and common table expressions included. The parser bounds how deep statements nest, and with it
/// this recursion.
struct TableReferences {
  struct Reference {
    var schema: Name?
    var name: Name
  }

  private let ast: AST
  private(set) var found: [Reference] = []
  /// The common tables of all WITH clauses.
  private(set) var commonTables: [Name] = []

  private let entersCommonTables: Bool

  /// - Parameter entersCommonTables: also what common tables read, whether they are used or not.
  init(ast: AST, entersCommonTables: Bool = true) {
    self.ast = ast
    self.entersCommonTables = entersCommonTables
  }

  mutating func add(_ statement: Statement) {
    switch statement {
    case .select(let select): add(select)
    case .insert(let insert):
      add(insert.with)
      found.append(Reference(schema: insert.schema, name: insert.table))
      if case .select(let select) = insert.source { add(select) }
      for upsert in ast[insert.upserts] {
        add(upsert.assignments)
        add(upsert.targetFilter)
        add(upsert.filter)
      }
    case .update(let update):
      add(update.with)
      found.append(Reference(schema: update.schema, name: update.table))
      add(update.assignments)
      add(update.from)
      add(update.filter)
    case .delete(let delete):
      add(delete.with)
      found.append(Reference(schema: delete.schema, name: delete.table))
      add(delete.filter)
    default: break
    }
  }

  mutating func add(_ id: SelectID) {
    let select = ast[id]
    add(select.with)
    // In the order in which SQLite looks for them.
    for arm in ast[select.arms].reversed() {
      switch arm {
      case .select(_, let core):
        add(core.from)
        for column in ast[core.columns] {
          if case .expression(let expression) = column.kind { add(expression) }
        }
        add(core.filter)
        for expression in ast[core.groupBy] { add(expression) }
        add(core.having)
      case .values(_, let rows):
        for row in ast[rows] {
          for value in ast[row.values] { add(value) }
        }
      }
    }
    for term in ast[select.orderBy] { add(term.expression) }
    add(select.limit)
    add(select.offset)
  }

  private mutating func add(_ id: WithID?) {
    guard let id else { return }
    for table in ast[ast[id].tables] {
      commonTables.append(table.name)
      if entersCommonTables { add(table.select) }
    }
  }

  private mutating func add(_ list: NodeList<Assignment>) {
    for assignment in ast[list] { add(assignment.value) }
  }

  private mutating func add(_ list: NodeList<TableSource>) {
    for source in ast[list] {
      switch source.kind {
      case .table(let schema, let name): found.append(Reference(schema: schema, name: name))
      case .function(let schema, let name, let arguments):
        found.append(Reference(schema: schema, name: name))
        for argument in ast[arguments] { add(argument) }
      case .subquery(let select): add(select)
      case .group(let inner): add(inner)
      }
      add(source.on)
    }
  }

  mutating func add(_ expression: ExprID?) {
    guard let expression else { return }
    switch ast[expression] {
    case .exists(let select), .subquery(let select): add(select)
    case .inSelect(let operand, let select, _):
      add(operand)
      return add(select)
    case .inTable(_, let id, _):
      found.append(Reference(schema: ast[id].schema, name: ast[id].name))
    case .function(let id):
      if case .definition(let window) = ast[id].over {
        for term in ast[ast[window].orderBy] { add(term.expression) }
        for term in ast[ast[window].partitionBy] { add(term) }
      }
    default: break
    }
    var children: [ExprID] = []
    // The closure throws nothing.
    try? ast.forEachChild(of: expression) { children.append($0) }
    for child in children { add(child) }
  }
}
