/// What a query wants of a virtual table: the facts from which the table makes a plan.
public struct IndexQuery {
  /// The operators of constraints, with SQLite's numbers (https://www.sqlite.org/c3ref/c_index_constraint_eq.html).
  public enum Operation: UInt8, Sendable {
    case equal = 2
    case greater = 4
    case lessOrEqual = 8
    case less = 16
    case greaterOrEqual = 32
    case match = 64
    case like = 65
    case glob = 66
    case regexp = 67
    case notEqual = 68
    case isNot = 69
    case isNotNull = 70
    case isNull = 71
    case `is` = 72
    case limit = 73
    case offset = 74
  }

  /// `column operation value`, true of every row that is wanted.
  public struct Constraint {
    /// -1: the rowid.
    public var column: Int
    public var operation: Operation
    /// The value is known before the rows are: the plan may ask for it as an argument.
    public var isUsable: Bool
    /// It comes from IN: the table is filtered once for each member, unless the plan asks for all of them at once.
    public var isMembership: Bool
    /// The value where the statement's text tells it.
    public var constant: ProgramBuilder.Constant?
    /// The collation under which text is compared.
    public var collation: Collation
    /// Its name, as CREATE TABLE or COLLATE has it; BINARY where nothing is compared.
    public var collationName: String
  }

  public struct OrderTerm {
    /// -1: the rowid.
    public var column: Int
    public var isDescending: Bool
  }

  /// What the order is wanted for, and so what the table may do besides (https://www.sqlite.org/c3ref/vtab_distinct.html).
  public enum OrderUse: Int, Sendable {
    /// The rows are wanted in that order.
    case sorting = 0
    /// GROUP BY: rows that are equal in the columns of the order must stand together.
    case grouping = 1
    /// DISTINCT: so must they, and only one of those that are equal in all columns used is needed.
    case distinct = 2
    /// DISTINCT and ORDER BY: rows in that order, of which only one of those that are equal in it is needed.
    case distinctSorting = 3
  }

  /// What must be true of the rows. LIMIT and OFFSET are among them (with column 0) when the table could obey them alone: it is the only item
  /// of a query without groups, and sees every other condition and the whole order as constraints and order of its own.
  public var constraints: [Constraint]
  /// The order in which the rows are wanted; empty when it does not matter or is not that of columns of this table.
  public var order: [OrderTerm]
  /// What the order is for.
  public var orderUse = OrderUse.sorting
  /// Whether the statement reads a column.
  public var isColumnUsed: (Int) -> Bool
}

/// How a virtual table will come to its rows.
public struct IndexPlan {
  public struct Argument {
    /// Index into the query's constraints; it must be usable.
    public var constraint: Int
    /// The table makes sure of it: the rows are not tested again. An OFFSET of which that is true is not skipped again.
    public var isTestOmitted: Bool
    /// For a constraint that comes from IN: the cursor gets all members at once, as `Arguments.members(_:)`.
    public var isWholeList: Bool

    public init(constraint: Int, isTestOmitted: Bool, isWholeList: Bool = false) {
      self.constraint = constraint
      self.isTestOmitted = isTestOmitted
      self.isWholeList = isWholeList
    }
  }

  /// The constraints whose values the cursor gets, in this order.
  public var arguments: [Argument] = []
  /// What the table tells its cursor. EXPLAIN QUERY PLAN shows both.
  public var scan = IndexScan()
  /// In units of a row of a table scan.
  public var estimatedCost = 1e15
  public var estimatedRows = 25.0
  /// The rows come in the order that the query wants.
  public var isOrderConsumed = false
  /// At most one row.
  public var isUnique = false

  public init() {}

  /// Asks for the value of a constraint.
  public mutating func use(_ constraint: Int, omittingTest: Bool = true) {
    arguments.append(Argument(constraint: constraint, isTestOmitted: omittingTest))
  }

  /// Asks for all members of an IN at once.
  public mutating func useList(_ constraint: Int, omittingTest: Bool = true) {
    arguments.append(Argument(constraint: constraint, isTestOmitted: omittingTest, isWholeList: true))
  }
}

/// A plan's number and text, which mean something to the table alone.
public struct IndexScan: Sendable {
  public var number: Int32 = 0
  public var text = ""
  /// EXPLAIN QUERY PLAN shows the number in base 16: it is a set of bits.
  public var isNumberHexadecimal = false

  public init() {}
}
