// WITH: common table expressions, recursive ones included. A member is bound when it is first used.

import ApusSQL

extension Binder {
  /// The common tables that a query with this WITH clause sees: those around it, then its own.
  func bindWith(
    _ id: WithID?, parent: Scope?, outer: [CommonTableScope]
  ) throws(DatabaseError) -> [CommonTableScope] {
    guard let id else { return outer }
    var visible = outer
    var own: [CommonTableScope] = []
    for node in ast[ast[id].tables] {
      let name = ast.string(node.name)
      if own.contains(where: { $0.name.equalsIgnoringCase(name) }) {
        throw error("duplicate WITH table name: \(name)")
      }
      var columnNames: [String] = []
      for column in ast[node.columns] { columnNames.append(ast.string(column)) }
      own.append(
        CommonTableScope(
          name: name, node: node, columnNames: columnNames, definitionScope: parent, siblings: visible + own))
    }
    // Members see each other whatever their order; a cycle is an error when it is used.
    for member in own {
      member.siblings = visible + own
      context.note(member)
    }
    visible += own
    return visible
  }

  /// Names in common tables that nothing uses are renamed too; what is wrong with such a table is nobody's concern.
  func bindUnusedCommonTables(_ members: ArraySlice<CommonTableScope>) {
    for member in members where member.state == .unbound { try? bindCommonTable(member) }
  }

  func findCommonTable(_ name: String, _ scope: Scope) -> CommonTableScope? {
    scope.commonTables.last { $0.name.equalsIgnoringCase(name) }
  }

  /// A reference to a common table in a FROM clause.
  /// - Parameter name: as it is written there.
  func useCommonTable(
    _ common: CommonTableScope, alias: String?, name: String
  ) throws(DatabaseError) -> BoundSource {
    let source = try commonTableSource(common, alias: alias ?? name, name: name)
    if context.authorization != nil { note(source, named: name, schema: nil) }
    return source
  }

  private func commonTableSource(
    _ common: CommonTableScope, alias: String, name: String
  ) throws(DatabaseError) -> BoundSource {
    if let recursive = common.recursiveTable {
      common.recursiveReferences += 1
      if common.recursiveReferences > 1 { throw error("multiple recursive references: \(common.name)") }
      return BoundSource(
        .recursive(recursive), name: alias, schema: nil, columns: recursive.columns)
    }
    if common.state == .binding { throw error("circular reference: \(common.name)") }
    if common.state == .unbound {
      let start = context.authorization?.mark ?? 0
      try within(name) { () throws(DatabaseError) in try bindCommonTable(common) }
      if let authorization = context.authorization {
        common.questions = start..<authorization.mark
        common.firstName = name
      }
    } else if let authorization = context.authorization {
      // Bound once, while SQLite looks at its names wherever it is read.
      try authorization.within(name) { () throws(DatabaseError) in
        try authorization.askAgain(common.questions, within: common.firstName)
      }
    }
    guard let shared = common.shared else { throw error("circular reference: \(common.name)") }
    // Read again, it stands there once more with all that it reads.
    if shared.useCount > 0 {
      for read in shared.reads {
        read.useCount += 1
        context.commonTableReads.append(read)
      }
    }
    shared.useCount += 1
    context.commonTableReads.append(shared)
    if context.membershipDepth > 0 { shared.isCopied = true }
    requireCollations(of: shared.query)
    let source = BoundSource(
      .shared(shared), name: alias, schema: nil,
      columns: Self.sourceColumns(shared.query.columns, names: common.columnNames))
    source.hasUncountedRows = isView
    return source
  }

  private func bindCommonTable(_ common: CommonTableScope) throws(DatabaseError) {
    common.state = .binding
    let readsBefore = context.commonTableReads.count
    defer { if common.state == .binding { common.state = .unbound } }
    let select = ast[common.node.select]
    let arms = Array(ast[select.arms])
    let firstRecursive = firstRecursive(common.name, arms)
    let shared: SharedQuery
    if let firstRecursive, firstRecursive > 0 {
      shared = try bindRecursive(common, select, arms, firstRecursive)
    } else {
      do throws(DatabaseError) {
        let query = try bindQuery(
          common.node.select, parent: common.definitionScope, commonTables: common.siblings)
        shared = SharedQuery(name: common.name, query: query)
      } catch {
        // Columns are counted once the tables are known, before other names are looked up.
        if !isOfTables(error), let first = arms.first, let names = writtenNames(first) {
          try checkColumnCount(of: common, names.count)
        }
        throw error
      }
    }
    try checkColumnCount(of: common, shared.query.columns.count)
    switch common.node.materialization {
    case .materialized: shared.materialized = true
    case .notMaterialized: shared.materialized = false
    case .unspecified: break
    }
    // Each once: with every read of this one there is one more of it, and two are as many as a hundred. The list would double with each table
    // that reads the one before twice.
    var known: Set<ObjectIdentifier> = []
    shared.reads = context.commonTableReads[readsBefore...].filter {
      known.insert(ObjectIdentifier($0)).inserted
    }
    common.shared = shared
    common.state = .bound
  }

  private func checkColumnCount(of common: CommonTableScope, _ count: Int) throws(DatabaseError) {
    guard !common.columnNames.isEmpty, common.columnNames.count != count else { return }
    throw error("table \(common.name) has \(count) values for \(common.columnNames.count) columns")
  }

  /// The arms that may name the table itself are the last ones, all behind the same operator.
  private func firstRecursive(_ name: String, _ arms: [SelectArm]) -> Int? {
    guard let operation = arms.last?.compoundOperator else { return nil }
    var first: Int?
    for (index, arm) in arms.enumerated().reversed() {
      guard arm.compoundOperator == operation, case .select(_, let core) = arm, mentions(name, core.from) > 0
      else { break }
      first = index
    }
    return first
  }

  /// How often a FROM clause names the table directly.
  private func mentions(_ name: String, _ list: NodeList<TableSource>) -> Int {
    var count = 0
    for source in ast[list] {
      switch source.kind {
      case .table(let schema, let table):
        if schema == nil, ast.string(table).equalsIgnoringCase(name) { count += 1 }
      case .function(let schema, let table, let arguments):
        if schema == nil, !arguments.isEmpty, ast.string(table).equalsIgnoringCase(name) { count += 1 }
      case .group(let inner): count += mentions(name, inner)
      default: break
      }
    }
    return count
  }

  private func bindRecursive(
    _ common: CommonTableScope, _ select: SelectNode, _ arms: [SelectArm], _ firstRecursive: Int
  ) throws(DatabaseError) -> SharedQuery {
    let visible = try bindWith(
      select.with, parent: common.definitionScope, outer: common.siblings)
    let limits = try earlyLimits(select)
    let initial: BoundQuery
    // What it asks comes after what the recursive parts ask.
    var waiting: Range<Int>?
    do throws(DatabaseError) {
      if let authorization = context.authorization {
        let bound = try authorization.postponing { () throws(DatabaseError) in
          try bindInitial(common, arms[..<firstRecursive], visible)
        }
        initial = bound.value
        waiting = bound.waiting
      } else {
        initial = try bindInitial(common, arms[..<firstRecursive], visible)
      }
    } catch {
      if !isOfTables(error) {
        context.forgetCallError()
        try findError(in: arms[firstRecursive...], of: common, first: arms[0], visible)
      }
      throw error
    }
    let table = RecursiveTable(name: common.name)
    try checkColumnCount(of: common, initial.columns.count)
    table.columns = Self.sourceColumns(initial.columns, names: common.columnNames)
    common.recursiveTable = table
    defer { common.recursiveTable = nil }
    var parts: [BoundQuery] = []
    var isDistinct = false
    var known: [Int: (arm: Arm, references: Int)] = [:]
    if context.authorization != nil {
      known = try bindBackwards(common, arms[firstRecursive...], visible)
    }
    for (index, arm) in arms.enumerated().dropFirst(firstRecursive) {
      switch arm.compoundOperator {
      case .union: isDistinct = true
      case .unionAll, .first: break
      default: throw error("circular reference: \(common.name)")
      }
      if case .select(_, let core) = arm, mentions(common.name, core.from) > 1 {
        throw error("multiple references to recursive table: \(common.name)")
      }
      common.recursiveReferences = 0
      let bound: Arm
      do throws(DatabaseError) {
        if let early = known[index] {
          bound = early.arm
          common.recursiveReferences = early.references
        } else {
          bound = try bindArm(arm, parent: common.definitionScope, commonTables: visible)
        }
      } catch {
        if context.authorization?.hasRefused ?? false { throw error }
        context.forgetCallError()
        try findError(in: arms[(index + 1)...], of: common, visible)
        throw error
      }
      initial.armScopes.append(bound.scope)
      guard common.recursiveReferences > 0 else { throw error("circular reference: \(common.name)") }
      guard bound.columns.count == initial.columns.count else {
        throw error(
          "SELECTs to the left and right of \(arm.compoundOperator == .union ? "UNION" : "UNION ALL") do not have the same number of result columns"
        )
      }
      if case .select(let core) = bound.core, core.isAggregate || !core.aggregates.isEmpty {
        throw error("recursive aggregate queries not supported")
      }
      if case .select(let core) = bound.core, !core.windows.isEmpty {
        throw error("cannot use window functions in recursive queries")
      }
      let part = BoundQuery(
        parts: [.init(compoundOperator: .unionAll, core: bound.core)], columns: bound.columns)
      part.outerSources = bound.scope.outerSources
      for source in part.outerSources where !initial.outerSources.contains(where: { $0 === source }) {
        initial.outerSources.append(source)
      }
      parts.append(part)
    }
    if let waiting, let authorization = context.authorization,
      let again = try authorization.settle(
        waiting,
        rebinding: { () throws(DatabaseError) in
          try bindInitial(common, arms[..<firstRecursive], visible)
        })
    {
      initial.parts = again.parts
    }
    let recursive = RecursiveQuery(
      table: table, initial: initial, recursiveParts: parts, isDistinct: isDistinct)
    let arms = initial.parts + parts.flatMap(\.parts)
    for index in initial.columns.indices {
      initial.columns[index].affinity = CompoundAffinity.affinity(ofColumn: index, in: arms)
    }
    // Of several recursive arms SQLite takes the collations of these alone.
    let all = parts.count > 1 ? parts.flatMap(\.parts) : arms
    recursive.collations = initial.columns.indices.map { Self.compoundCollation(all, $0) }
    try bindCompoundOrder(select, initial)
    recursive.orderBy = initial.compoundOrder
    initial.compoundOrder = []
    try bindLimit(select, initial, limits)
    recursive.limit = initial.limit
    recursive.offset = initial.offset
    initial.limit = nil
    initial.offset = nil
    let shared = SharedQuery(name: common.name, query: initial)
    shared.recursive = recursive
    return shared
  }

  /// Of several recursive arms SQLite looks at the last one first.
  private func bindBackwards(
    _ common: CommonTableScope, _ arms: ArraySlice<SelectArm>, _ visible: [CommonTableScope]
  ) throws(DatabaseError) -> [Int: (arm: Arm, references: Int)] {
    var bound: [Int: (arm: Arm, references: Int)] = [:]
    for index in arms.indices.reversed() {
      common.recursiveReferences = 0
      do throws(DatabaseError) {
        let arm = try bindArm(arms[index], parent: common.definitionScope, commonTables: visible)
        bound[index] = (arm, common.recursiveReferences)
      } catch {
        if context.authorization?.hasRefused ?? false { throw error }
        // It is told when it is bound in its turn.
        context.forgetCallError()
        return [:]
      }
    }
    return bound
  }

  /// The arms that do not read the table itself.
  private func bindInitial(
    _ common: CommonTableScope, _ arms: ArraySlice<SelectArm>, _ visible: [CommonTableScope]
  ) throws(DatabaseError) -> BoundQuery {
    guard arms.count == 1, let only = arms.first else {
      return try bindCompound(arms, parent: common.definitionScope, commonTables: visible)
    }
    let arm = try bindArm(only, parent: common.definitionScope, commonTables: visible)
    let initial = BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: arm.core)], columns: arm.columns)
    initial.outerSources = arm.scope.outerSources
    initial.armScopes = [arm.scope]
    return initial
  }

  /// SQLite looks at the recursive arms first, and of these at the last: of several arms with an error its counts.
  /// - Parameter first: the first arm of all, when it does not bind: as it is written it tells how many columns the table has.
  private func findError(
    in arms: ArraySlice<SelectArm>, of common: CommonTableScope, first: SelectArm? = nil,
    _ visible: [CommonTableScope]
  ) throws(DatabaseError) {
    if let first {
      // With a star nothing tells but the names that the table is given.
      guard let names = writtenNames(first) ?? (common.columnNames.isEmpty ? nil : common.columnNames) else {
        return
      }
      try checkColumnCount(of: common, names.count)
      let table = RecursiveTable(name: common.name)
      table.columns = (common.columnNames.isEmpty ? names : common.columnNames).map {
        SourceColumn(name: $0, affinity: .none, collation: .binary, declaredType: "")
      }
      common.recursiveTable = table
    }
    defer { if first != nil { common.recursiveTable = nil } }
    for arm in arms.reversed() {
      common.recursiveReferences = 0
      _ = try bindArm(arm, parent: common.definitionScope, commonTables: visible)
    }
  }

  /// The names of an arm's columns by its text; nil with a star.
  private func writtenNames(_ arm: SelectArm) -> [String]? {
    guard case .select(_, let core) = arm else {
      guard case .values(_, let rows) = arm, let row = ast[rows].first else { return nil }
      return (0..<row.values.count).map { "column\($0 + 1)" }
    }
    var names: [String] = []
    for column in ast[core.columns] {
      guard case .expression(let id) = column.kind else { return nil }
      if let alias = column.alias {
        names.append(ast.string(alias))
      } else if case .column(let name) = ast[id] {
        names.append(ast.string(name))
      } else {
        names.append("")
      }
    }
    return names
  }
}
