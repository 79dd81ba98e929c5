// SELECT with everything in it.

extension Printer {
  mutating func print(_ id: SelectID) {
    let node = ast[id]
    printWith(node.with)
    for arm in ast[node.arms] {
      switch arm.compoundOperator {
      case .first: break
      case .union: write(" UNION ")
      case .unionAll: write(" UNION ALL ")
      case .intersect: write(" INTERSECT ")
      case .except: write(" EXCEPT ")
      }
      switch arm {
      case .select(_, let core): print(core)
      case .values(_, let rows):
        write("VALUES ")
        printList(ast[rows]) { $0.printParenthesized($1.values) }
      }
    }
    printOrderBy(node.orderBy)
    guard let limit = node.limit else { return }
    write(" LIMIT ")
    if let offset = node.offset {
      print(node.isOffsetFirst ? offset : limit)
      write(node.isOffsetFirst ? ", " : " OFFSET ")
      print(node.isOffsetFirst ? limit : offset)
    } else {
      print(limit)
    }
  }

  mutating func printWith(_ id: WithID?) {
    guard let id else { return }
    let clause = ast[id]
    write(clause.isRecursive ? "WITH RECURSIVE " : "WITH ")
    printList(ast[clause.tables]) { printer, table in
      printer.print(table.name)
      printer.printNames(table.columns)
      switch table.materialization {
      case .unspecified: printer.write(" AS ")
      case .materialized: printer.write(" AS MATERIALIZED ")
      case .notMaterialized: printer.write(" AS NOT MATERIALIZED ")
      }
      printer.printSubquery(table.select)
    }
    write(" ")
  }

  private mutating func print(_ core: SelectCore) {
    write("SELECT ")
    switch core.distinctness {
    case .unspecified: break
    case .all: write("ALL ")
    case .distinct: write("DISTINCT ")
    }
    printColumns(core.columns)
    if !core.from.isEmpty {
      write(" FROM ")
      printSources(core.from)
    }
    print(core.filter, after: " WHERE ")
    if !core.groupBy.isEmpty {
      write(" GROUP BY ")
      printExpressions(core.groupBy)
    }
    print(core.having, after: " HAVING ")
    if !core.windows.isEmpty {
      write(" WINDOW ")
      printList(ast[core.windows]) { printer, window in
        if let name = window.name { printer.print(name) }
        printer.write(" AS ")
        printer.printWindow(window)
      }
    }
  }

  /// A keyword and an expression, or nothing.
  mutating func print(_ expression: ExprID?, after keyword: StaticString) {
    guard let expression else { return }
    write(keyword)
    print(expression)
  }

  mutating func printColumns(_ columns: NodeList<ResultColumn>) {
    printList(ast[columns]) { printer, column in
      switch column.kind {
      case .expression(let expression): printer.print(expression)
      case .star: printer.write("*")
      case .tableStar(let table):
        printer.print(table)
        printer.write(".*")
      }
      printer.printAlias(column.alias)
    }
  }

  mutating func printReturning(_ columns: NodeList<ResultColumn>) {
    if columns.isEmpty { return }
    write(" RETURNING ")
    printColumns(columns)
  }

  /// ` ORDER BY …`, or nothing.
  mutating func printOrderBy(_ terms: NodeList<OrderingTerm>) {
    if terms.isEmpty { return }
    write(" ORDER BY ")
    printTerms(terms)
  }

  mutating func printTerms(_ terms: NodeList<OrderingTerm>) {
    printList(ast[terms]) { printer, term in
      printer.print(term.expression)
      switch term.order {
      case .unspecified: break
      case .ascending: printer.write(" ASC")
      case .descending: printer.write(" DESC")
      }
      switch term.nulls {
      case .unspecified: break
      case .first: printer.write(" NULLS FIRST")
      case .last: printer.write(" NULLS LAST")
      }
    }
  }

  mutating func printSources(_ sources: NodeList<TableSource>) {
    var isFirst = true
    for source in ast[sources] {
      if !isFirst { printJoin(source.join) }
      isFirst = false
      switch source.kind {
      case .table(let schema, let name): print(schema, name)
      case .function(let schema, let name, let arguments):
        print(schema, name)
        printParenthesized(arguments)
      case .subquery(let select): printSubquery(select)
      case .group(let members):
        write("(")
        printSources(members)
        write(")")
      }
      printAlias(source.alias)
      print(source.index)
      print(source.on, after: " ON ")
      if !source.using.isEmpty {
        write(" USING ")
        printNames(source.using)
      }
    }
  }

  private mutating func printJoin(_ join: JoinType) {
    if join.contains(.comma) { return write(", ") }
    write(join.contains(.natural) ? " NATURAL" : "")
    if join.isSuperset(of: [.left, .right]) {
      write(" FULL")
    } else if join.contains(.left) {
      write(" LEFT")
    } else if join.contains(.right) {
      write(" RIGHT")
    } else if join.contains(.cross) {
      write(" CROSS")
    }
    write(" JOIN ")
  }

  mutating func print(_ hint: IndexHint) {
    switch hint {
    case .none: break
    case .indexedBy(let name):
      write(" INDEXED BY ")
      print(name)
    case .notIndexed: write(" NOT INDEXED")
    }
  }

  /// The parentheses behind OVER, or behind AS in a WINDOW clause.
  mutating func printWindow(_ window: WindowDefinition) {
    write("(")
    let start = output.count
    if let base = window.base { print(base) }
    if !window.partitionBy.isEmpty {
      write(" PARTITION BY ")
      printExpressions(window.partitionBy)
    }
    printOrderBy(window.orderBy)
    if let frame = window.frame { print(frame) }
    if start < output.count, output[start] == 0x20 { output.remove(at: start) }
    write(")")
  }

  private mutating func print(_ frame: WindowFrame) {
    switch frame.unit {
    case .range: write(" RANGE BETWEEN ")
    case .rows: write(" ROWS BETWEEN ")
    case .groups: write(" GROUPS BETWEEN ")
    }
    print(frame.start)
    write(" AND ")
    print(frame.end)
    switch frame.exclusion {
    case .unspecified: break
    case .noOthers: write(" EXCLUDE NO OTHERS")
    case .currentRow: write(" EXCLUDE CURRENT ROW")
    case .group: write(" EXCLUDE GROUP")
    case .ties: write(" EXCLUDE TIES")
    }
  }

  private mutating func print(_ bound: FrameBound) {
    switch bound {
    case .unboundedPreceding: write("UNBOUNDED PRECEDING")
    case .preceding(let distance):
      print(distance)
      write(" PRECEDING")
    case .currentRow: write("CURRENT ROW")
    case .following(let distance):
      print(distance)
      write(" FOLLOWING")
    case .unboundedFollowing: write("UNBOUNDED FOLLOWING")
    }
  }
}
