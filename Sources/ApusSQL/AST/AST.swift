// The arena that holds one parsed or built statement.
//
// Nodes are trivial data in flat arrays and refer to each other by index, so that parsing allocates nothing
// once the arrays have grown, and throwing a tree away is resetting counters. The text of the statement is
// kept in `source`; names and literals that appear there as they are point into it, others into `ownBytes`.
//
// Invariants:
// - `ranges` has as many elements as `expressions`.
// - A child was added before its parent: expression identifiers grow from leaves to root.
// - Source ranges never decide meaning: erasing them leaves the same statement.

/// A statement as a tree in flat arrays. A value: copies share the arrays until one of them is changed.
public struct AST: Sendable {
  @usableFromInline var storage = Storage()

  /// The arrays in raw memory: a class's variables would be checked for exclusive access at every node.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    // @unchecked: written only by the one tree that holds it.
    @usableFromInline let arrays: UnsafeMutablePointer<ASTArrays>

    @usableFromInline
    init(_ initial: ASTArrays = ASTArrays()) {
      arrays = .allocate(capacity: 1)
      arrays.initialize(to: initial)
    }

    deinit {
      arrays.deinitialize(count: 1)
      arrays.deallocate()
    }
  }

  /// Makes an empty arena.
  public init() {}

  @inlinable
  mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.arrays.pointee) }
  }

  /// Forgets everything and keeps the memory, unless a copy of the tree still uses it.
  public mutating func reset() {
    if isKnownUniquelyReferenced(&storage) {
      storage.arrays.pointee.reset()
    } else {
      storage = Storage()
    }
  }
}

// What the arrays are; their documentation lies with the types of their elements.
extension AST {
  /// The text of the statement, from its first to its last token.
  @inlinable public var source: [UInt8] {
    _read { yield storage.arrays.pointee.source }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.source
    }
  }
  /// Bytes of names and literals that do not appear in `source` as they are.
  @inlinable public var ownBytes: [UInt8] {
    _read { yield storage.arrays.pointee.ownBytes }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.ownBytes
    }
  }
  /// Source spans, parallel to `expressions`.
  @inlinable public var ranges: [SourceRange] {
    _read { yield storage.arrays.pointee.ranges }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.ranges
    }
  }
  /// The highest parameter number.
  @inlinable public var parameterCount: Int32 {
    _read { yield storage.arrays.pointee.parameterCount }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.parameterCount
    }
  }
  @inlinable var expressions: [ExprNode] {
    _read { yield storage.arrays.pointee.expressions }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.expressions
    }
  }
  @inlinable var selects: [SelectNode] {
    _read { yield storage.arrays.pointee.selects }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.selects
    }
  }
  @inlinable var functions: [FunctionCall] {
    _read { yield storage.arrays.pointee.functions }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.functions
    }
  }
  @inlinable var cases: [CaseExpression] {
    _read { yield storage.arrays.pointee.cases }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.cases
    }
  }
  @inlinable var windows: [WindowDefinition] {
    _read { yield storage.arrays.pointee.windows }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.windows
    }
  }
  @inlinable var parameters: [ParameterUse] {
    _read { yield storage.arrays.pointee.parameters }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.parameters
    }
  }
  @inlinable var qualifiedNames: [QualifiedName] {
    _read { yield storage.arrays.pointee.qualifiedNames }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.qualifiedNames
    }
  }
  @inlinable var tableReferences: [TableReference] {
    _read { yield storage.arrays.pointee.tableReferences }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.tableReferences
    }
  }
  @inlinable var withClauses: [WithClause] {
    _read { yield storage.arrays.pointee.withClauses }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.withClauses
    }
  }
  @inlinable var collations: [Name] {
    _read { yield storage.arrays.pointee.collations }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.collations
    }
  }
  @inlinable var typeNames: [Text] {
    _read { yield storage.arrays.pointee.typeNames }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.typeNames
    }
  }
  @inlinable var expressionLists: [ExprID] {
    _read { yield storage.arrays.pointee.expressionLists }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.expressionLists
    }
  }
  @inlinable var nameLists: [Name] {
    _read { yield storage.arrays.pointee.nameLists }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.nameLists
    }
  }
  @inlinable var textLists: [Text] {
    _read { yield storage.arrays.pointee.textLists }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.textLists
    }
  }
  @inlinable var orderingTerms: [OrderingTerm] {
    _read { yield storage.arrays.pointee.orderingTerms }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.orderingTerms
    }
  }
  @inlinable var resultColumns: [ResultColumn] {
    _read { yield storage.arrays.pointee.resultColumns }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.resultColumns
    }
  }
  @inlinable var selectArms: [SelectArm] {
    _read { yield storage.arrays.pointee.selectArms }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.selectArms
    }
  }
  @inlinable var valuesRows: [ValuesRow] {
    _read { yield storage.arrays.pointee.valuesRows }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.valuesRows
    }
  }
  @inlinable var tableSources: [TableSource] {
    _read { yield storage.arrays.pointee.tableSources }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.tableSources
    }
  }
  @inlinable var caseBranches: [CaseBranch] {
    _read { yield storage.arrays.pointee.caseBranches }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.caseBranches
    }
  }
  @inlinable var windowLists: [WindowDefinition] {
    _read { yield storage.arrays.pointee.windowLists }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.windowLists
    }
  }
  @inlinable var commonTables: [CommonTableExpression] {
    _read { yield storage.arrays.pointee.commonTables }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.commonTables
    }
  }
  @inlinable var upserts: [UpsertClause] {
    _read { yield storage.arrays.pointee.upserts }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.upserts
    }
  }
  @inlinable var assignments: [Assignment] {
    _read { yield storage.arrays.pointee.assignments }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.assignments
    }
  }
  @inlinable var columnDefinitions: [ColumnDefinition] {
    _read { yield storage.arrays.pointee.columnDefinitions }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.columnDefinitions
    }
  }
  @inlinable var columnConstraints: [ColumnConstraint] {
    _read { yield storage.arrays.pointee.columnConstraints }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.columnConstraints
    }
  }
  @inlinable var tableConstraints: [TableConstraint] {
    _read { yield storage.arrays.pointee.tableConstraints }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.tableConstraints
    }
  }
  @inlinable var statements: [Statement] {
    _read { yield storage.arrays.pointee.statements }
    _modify {
      makeUnique()
      yield &storage.arrays.pointee.statements
    }
  }
}
