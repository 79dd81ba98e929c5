import ApusSQL

/// An expression whose names are resolved: columns are slots of FROM items, functions are definitions,
/// subqueries are bound queries.
///
/// Nodes are shared, never copied, between the clauses of a statement; rewrites make new nodes. A node belongs to
/// one statement's compilation and is not used by two threads.
final class BoundExpression {
  enum Kind {
    case constant(ProgramBuilder.Constant)
    /// A bound parameter, from 1.
    case parameter(Int32)
    /// A column of a FROM item; -1 is the rowid.
    case column(BoundSource, Int)
    case arithmetic(ArithmeticOperator, BoundExpression, BoundExpression)
    case negate(BoundExpression)
    case bitNot(BoundExpression)
    /// Unary plus: the value without column affinity.
    case plus(BoundExpression)
    case not(BoundExpression)
    case and(BoundExpression, BoundExpression)
    case or(BoundExpression, BoundExpression)
    case comparison(ComparisonOperator, BoundExpression, BoundExpression)
    /// IS NULL, or NOT NULL when `negated`.
    case isNull(BoundExpression, negated: Bool)
    /// IS [NOT] TRUE|FALSE.
    case isTruth(BoundExpression, truth: Bool, negated: Bool)
    case between(BoundExpression, low: BoundExpression, high: BoundExpression, negated: Bool)
    case inList(BoundExpression, [BoundExpression], negated: Bool)
    case inQuery([BoundExpression], SubqueryReference, negated: Bool)
    /// Column n of the subquery's first row; NULL without a row.
    case scalarQuery(SubqueryReference, Int)
    case exists(SubqueryReference)
    /// (a, b, c)
    case row([BoundExpression])
    case function(BoundFunctionCall)
    case `case`(
      base: BoundExpression?, branches: [(when: BoundExpression, then: BoundExpression)],
      else: BoundExpression?)
    case cast(BoundExpression, Affinity)
    /// COLLATE; or, not explicit, the collation that a column of a derived table had before it was merged away.
    case collate(BoundExpression, Collation, isExplicit: Bool)
    case raise(ConflictAction, message: BoundExpression?)
    /// Aggregate n of a SELECT: readable once the SELECT's rows of a group are all seen.
    case aggregate(BoundSelect, Int)
    /// Call n with OVER of a SELECT: readable where its rows come out.
    case window(BoundSelect, Int)
    /// A value that the code generator has put into a register.
    case register(Int32, like: BoundExpression?)
  }

  let kind: Kind
  /// Bytes `start..<end` of the statement's text; for error positions.
  let sourceStart: UInt32
  let sourceEnd: UInt32

  init(_ kind: Kind, start: UInt32 = 0, end: UInt32 = 0) {
    self.kind = kind
    sourceStart = start
    sourceEnd = end
  }

  /// The same node with another kind, at the same place in the text.
  func replacing(_ kind: Kind) -> BoundExpression {
    BoundExpression(kind, start: sourceStart, end: sourceEnd)
  }
}

enum ArithmeticOperator: UInt8 {
  case add, subtract, multiply, divide, remainder, concat, bitAnd, bitOr, shiftLeft, shiftRight
}

enum ComparisonOperator: UInt8 {
  case eq, ne, lt, le, gt, ge
  /// IS and IS NOT: NULL equals NULL.
  case `is`, isNot

  /// The operator after the operands have changed places.
  var swapped: ComparisonOperator {
    switch self {
    case .lt: .gt
    case .le: .ge
    case .gt: .lt
    case .ge: .le
    default: self
    }
  }

  /// The operator that answers the opposite for operands that are not NULL.
  var negated: ComparisonOperator {
    switch self {
    case .eq: .ne
    case .ne: .eq
    case .lt: .ge
    case .le: .gt
    case .gt: .le
    case .ge: .lt
    case .is: .isNot
    case .isNot: .is
    }
  }
}

/// A call of a built-in or user-defined scalar function.
final class BoundFunctionCall {
  let definition: FunctionDefinition
  let arguments: [BoundExpression]
  /// Where in a schema it stands, if it must be deterministic there and may not be.
  let schemaPlace: SchemaExpressionCheck.Place?

  init(
    _ definition: FunctionDefinition, _ arguments: [BoundExpression],
    schemaPlace: SchemaExpressionCheck.Place? = nil
  ) {
    self.definition = definition
    self.arguments = arguments
    self.schemaPlace = definition.flags.contains(.constantPerStatement) ? schemaPlace : nil
  }
}

/// An aggregate that one SELECT computes.
final class BoundAggregate {
  let definition: FunctionDefinition
  let arguments: [BoundExpression]
  let isDistinct: Bool
  let filter: BoundExpression?
  let orderBy: [BoundOrderTerm]
  /// The statement's aggregates are numbered as they are met.
  @exclusivity(unchecked) var number = 0

  /// All that is computed for each row.
  var inputs: [BoundExpression] { arguments + [filter].compactMap { $0 } + orderBy.map(\.expression) }

  init(
    _ definition: FunctionDefinition, _ arguments: [BoundExpression], isDistinct: Bool,
    filter: BoundExpression?, orderBy: [BoundOrderTerm]
  ) {
    self.definition = definition
    self.arguments = arguments
    self.isDistinct = isDistinct
    self.filter = filter
    self.orderBy = orderBy
  }
}

/// A subquery inside an expression.
final class SubqueryReference {
  let query: BoundQuery
  init(_ query: BoundQuery) { self.query = query }
}

/// One term of an ORDER BY.
struct BoundOrderTerm {
  var expression: BoundExpression
  var isDescending: Bool
  /// NULLs last in ascending, first in descending order.
  var nullsReversed: Bool
}
