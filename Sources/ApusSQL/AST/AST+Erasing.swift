// Structural comparison of statements: two texts mean the same tree when their arenas are equal after all source
// ranges have been erased and all texts replaced by their place in one table of distinct texts.
//
// Invariant: the parser adds nodes in the order of the text, so equal trees lie in equal arenas.

extension AST {
  /// Whether two parsed statements are the same tree, whatever their layout in the source.
  public static func areEqual(
    _ left: (ast: AST, statement: ParsedStatement), _ right: (ast: AST, statement: ParsedStatement)
  ) -> Bool {
    var leftEraser = Eraser(left.ast)
    var rightEraser = Eraser(right.ast)
    let leftErased = leftEraser.erased()
    let rightErased = rightEraser.erased()
    return left.statement.explanation == right.statement.explanation
      && leftEraser.erase(left.statement.statement) == rightEraser.erase(right.statement.statement)
      && leftErased.hasEqualNodes(to: rightErased) && leftEraser.table == rightEraser.table
  }

  /// Compares all arrays but the texts.
  private func hasEqualNodes(to other: AST) -> Bool {
    parameterCount == other.parameterCount
      && expressions == other.expressions && selects == other.selects && functions == other.functions
      && cases == other.cases && windows == other.windows && parameters == other.parameters
      && qualifiedNames == other.qualifiedNames && tableReferences == other.tableReferences
      && withClauses == other.withClauses && collations == other.collations && typeNames == other.typeNames
      && expressionLists == other.expressionLists && nameLists == other.nameLists
      && textLists == other.textLists && orderingTerms == other.orderingTerms
      && resultColumns == other.resultColumns && selectArms == other.selectArms
      && valuesRows == other.valuesRows && tableSources == other.tableSources
      && caseBranches == other.caseBranches && windowLists == other.windowLists
      && commonTables == other.commonTables && upserts == other.upserts && assignments == other.assignments
      && columnDefinitions == other.columnDefinitions && columnConstraints == other.columnConstraints
      && tableConstraints == other.tableConstraints && statements == other.statements
  }
}

/// Rewrites nodes without ranges and with interned texts.
struct Eraser {
  let ast: AST
  private var places: [[UInt8]: UInt32] = [:]
  /// The distinct texts in the order in which they were met.
  private(set) var table: [[UInt8]] = []

  init(_ ast: AST) { self.ast = ast }

  mutating func erase(_ text: Text) -> Text {
    let bytes = ast.bytes(text)
    if let place = places[bytes] { return Text(location: place, count: 0) }
    let place = UInt32(truncatingIfNeeded: table.count)
    places[bytes] = place
    table.append(bytes)
    return Text(location: place, count: 0)
  }

  /// Brackets, backticks and no quotes mean the same, except that only the bare words TRUE and FALSE are values.
  mutating func erase(_ name: Name) -> Name {
    var quoting = name.quoting
    if quoting == .bracket || quoting == .backtick {
      let isTruth = ast.equals(name, "true") || ast.equals(name, "false")
      quoting = isTruth ? .bracket : .none
    }
    return Name(text: erase(name.text), quoting: quoting)
  }

  mutating func erase(_ name: Name?) -> Name? {
    guard let name else { return nil }
    return erase(name) as Name
  }

  /// The arena without ranges and texts.
  mutating func erased() -> AST {
    var result = ast
    result.source = []
    result.ownBytes = []
    result.ranges = []
    for index in result.expressions.indices {
      switch result.expressions[index] {
      case .real(let text): result.expressions[index] = .real(erase(text))
      case .string(let text): result.expressions[index] = .string(erase(text))
      case .blob(let text): result.expressions[index] = .blob(erase(text))
      case .column(let name): result.expressions[index] = .column(erase(name))
      default: break
      }
    }
    for index in result.selects.indices { result.selects[index].range = .none }
    for index in result.functions.indices {
      result.functions[index].name = erase(result.functions[index].name)
      if case .named(let name) = result.functions[index].over {
        result.functions[index].over = .named(erase(name))
      }
    }
    for index in result.windows.indices { erase(&result.windows[index]) }
    for index in result.windowLists.indices { erase(&result.windowLists[index]) }
    for index in result.parameters.indices {
      result.parameters[index].name = erase(result.parameters[index].name)
    }
    for index in result.qualifiedNames.indices {
      let name = result.qualifiedNames[index]
      result.qualifiedNames[index] = QualifiedName(
        schema: erase(name.schema), table: erase(name.table), column: erase(name.column))
    }
    for index in result.tableReferences.indices {
      result.tableReferences[index].schema = erase(result.tableReferences[index].schema)
      result.tableReferences[index].name = erase(result.tableReferences[index].name)
    }
    for index in result.collations.indices { result.collations[index] = erase(result.collations[index]) }
    for index in result.typeNames.indices { result.typeNames[index] = erase(result.typeNames[index]) }
    eraseLists(&result)
    return result
  }

  private mutating func eraseLists(_ result: inout AST) {
    for index in result.nameLists.indices { result.nameLists[index] = erase(result.nameLists[index]) }
    for index in result.textLists.indices { result.textLists[index] = erase(result.textLists[index]) }
    for index in result.resultColumns.indices {
      result.resultColumns[index].range = .none
      result.resultColumns[index].alias = erase(result.resultColumns[index].alias)
      if case .tableStar(let name) = result.resultColumns[index].kind {
        result.resultColumns[index].kind = .tableStar(erase(name))
      }
    }
    for index in result.tableSources.indices { erase(&result.tableSources[index]) }
    for index in result.commonTables.indices {
      result.commonTables[index].name = erase(result.commonTables[index].name)
    }
    for index in result.columnDefinitions.indices {
      result.columnDefinitions[index] = erase(result.columnDefinitions[index])
    }
    for index in result.columnConstraints.indices {
      result.columnConstraints[index].name = erase(result.columnConstraints[index].name)
      result.columnConstraints[index].kind = erase(result.columnConstraints[index].kind)
    }
    for index in result.tableConstraints.indices {
      result.tableConstraints[index].name = erase(result.tableConstraints[index].name)
      result.tableConstraints[index].kind = erase(result.tableConstraints[index].kind)
    }
    for index in result.statements.indices { result.statements[index] = erase(result.statements[index]) }
  }

  private mutating func erase(_ window: inout WindowDefinition) {
    window.name = erase(window.name)
    window.base = erase(window.base)
  }

  private mutating func erase(_ source: inout TableSource) {
    source.range = .none
    source.alias = erase(source.alias)
    source.index = erase(source.index)
    switch source.kind {
    case .table(let schema, let name): source.kind = .table(schema: erase(schema), name: erase(name))
    case .function(let schema, let name, let arguments):
      source.kind = .function(schema: erase(schema), name: erase(name), arguments: arguments)
    default: break
    }
  }

  mutating func erase(_ hint: IndexHint) -> IndexHint {
    guard case .indexedBy(let name) = hint else { return hint }
    return .indexedBy(erase(name))
  }
}
