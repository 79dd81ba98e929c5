// Reading and adding the nodes that other nodes refer to by identifier.

extension AST {
  /// The expression with identifier `id`.
  @inlinable
  public subscript(id: ExprID) -> ExprNode { expressions[Int(id.index)] }

  /// The SELECT with identifier `id`.
  @inlinable
  public subscript(id: SelectID) -> SelectNode { selects[Int(id.index)] }

  /// The function call with identifier `id`.
  @inlinable
  public subscript(id: FunctionID) -> FunctionCall { functions[Int(id.index)] }

  /// The CASE expression with identifier `id`.
  @inlinable
  public subscript(id: CaseID) -> CaseExpression { cases[Int(id.index)] }

  /// The window definition behind OVER with identifier `id`.
  @inlinable
  public subscript(id: WindowID) -> WindowDefinition { windows[Int(id.index)] }

  /// The bind parameter with identifier `id`.
  @inlinable
  public subscript(id: ParameterID) -> ParameterUse { parameters[Int(id.index)] }

  /// All uses of bind parameters, in the order of the text.
  public var parameterUses: [ParameterUse] { parameters }

  /// The qualified column name with identifier `id`.
  @inlinable
  public subscript(id: QualifiedNameID) -> QualifiedName { qualifiedNames[Int(id.index)] }

  /// The table on the right of IN with identifier `id`.
  @inlinable
  public subscript(id: TableReferenceID) -> TableReference { tableReferences[Int(id.index)] }

  /// The WITH clause with identifier `id`.
  @inlinable
  public subscript(id: WithID) -> WithClause { withClauses[Int(id.index)] }

  /// The collation name with identifier `id`.
  @inlinable
  public subscript(id: CollationID) -> Name { collations[Int(id.index)] }

  /// The type name with identifier `id`.
  @inlinable
  public subscript(id: TypeNameID) -> Text { typeNames[Int(id.index)] }

  /// The source span of an expression.
  @inlinable
  public func range(_ id: ExprID) -> SourceRange { ranges[Int(id.index)] }

  /// Adds an expression.
  @inlinable
  public mutating func add(_ node: ExprNode, range: SourceRange = .none) -> ExprID {
    expressions.append(node)
    ranges.append(range)
    return ExprID(Int32(truncatingIfNeeded: expressions.count &- 1))
  }

  /// How many SELECTs there are: their identifiers are the numbers below it, in the order of the ends of their texts.
  @inlinable
  public var selectCount: Int { selects.count }

  /// Adds a SELECT.
  @inlinable
  public mutating func add(_ node: SelectNode) -> SelectID {
    selects.append(node)
    return SelectID(Int32(truncatingIfNeeded: selects.count &- 1))
  }

  /// Adds a function call.
  @inlinable
  public mutating func add(_ node: FunctionCall) -> FunctionID {
    functions.append(node)
    return FunctionID(Int32(truncatingIfNeeded: functions.count &- 1))
  }

  /// Adds a CASE expression.
  @inlinable
  public mutating func add(_ node: CaseExpression) -> CaseID {
    cases.append(node)
    return CaseID(Int32(truncatingIfNeeded: cases.count &- 1))
  }

  /// Adds a window definition behind OVER.
  @inlinable
  public mutating func add(_ node: WindowDefinition) -> WindowID {
    windows.append(node)
    return WindowID(Int32(truncatingIfNeeded: windows.count &- 1))
  }

  /// Adds a bind parameter.
  @inlinable
  public mutating func add(_ node: ParameterUse) -> ParameterID {
    parameters.append(node)
    return ParameterID(Int32(truncatingIfNeeded: parameters.count &- 1))
  }

  /// Adds a qualified column name.
  @inlinable
  public mutating func add(_ node: QualifiedName) -> QualifiedNameID {
    qualifiedNames.append(node)
    return QualifiedNameID(Int32(truncatingIfNeeded: qualifiedNames.count &- 1))
  }

  /// Adds a table on the right of IN.
  @inlinable
  public mutating func add(_ node: TableReference) -> TableReferenceID {
    tableReferences.append(node)
    return TableReferenceID(Int32(truncatingIfNeeded: tableReferences.count &- 1))
  }

  /// Adds a WITH clause.
  @inlinable
  public mutating func add(_ node: WithClause) -> WithID {
    withClauses.append(node)
    return WithID(Int32(truncatingIfNeeded: withClauses.count &- 1))
  }

  /// Adds a collation name.
  @inlinable
  public mutating func addCollation(_ node: Name) -> CollationID {
    collations.append(node)
    return CollationID(Int32(truncatingIfNeeded: collations.count &- 1))
  }

  /// Adds a type name.
  @inlinable
  public mutating func addTypeName(_ node: Text) -> TypeNameID {
    typeNames.append(node)
    return TypeNameID(Int32(truncatingIfNeeded: typeNames.count &- 1))
  }
}
