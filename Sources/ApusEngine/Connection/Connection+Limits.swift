import ApusSQL

/// What one connection allows statements and values to be (https://www.sqlite.org/c3ref/c_limit_attached.html).
public enum ConnectionLimit: CaseIterable, Sendable {
  /// Bytes of a text or blob.
  case length
  /// Bytes of one statement's text.
  case sqlLength
  /// Columns of a table, index, view or result, terms of SET, GROUP BY and ORDER BY.
  case columns
  /// Height of an expression.
  case expressionDepth
  /// SELECTs of a compound.
  case compoundSelect
  /// Arguments of a function.
  case functionArguments
  /// Attached databases.
  case attached
  /// Bytes of a pattern of LIKE or GLOB.
  case likePatternLength
  /// The highest number of a parameter.
  case variableNumber
  /// How deep triggers may fire triggers.
  case triggerDepth

  /// What it is without having been set, and cannot exceed.
  public var maximum: Int {
    switch self {
    case .length, .sqlLength: 1_000_000_000
    case .columns: 2000
    case .expressionDepth, .functionArguments, .triggerDepth: 1000
    case .compoundSelect: 500
    case .attached: 10
    case .likePatternLength: 50_000
    case .variableNumber: 32_766
    }
  }

  /// `length` cannot be less.
  fileprivate var minimum: Int { self == .length ? 30 : 0 }
}

extension Connection {
  /// The value of a limit.
  public func limit(_ limit: ConnectionLimit) -> Int {
    switch limit {
    case .length: environment.lengthLimit
    case .sqlLength: settings.sqlLengthLimit
    case .columns: settings.columnLimit
    case .expressionDepth: settings.expressionDepthLimit
    case .compoundSelect: settings.compoundSelectLimit
    case .functionArguments: settings.functionArgumentLimit
    case .attached: settings.attachedLimit
    case .likePatternLength: environment.likePatternLimit
    case .variableNumber: settings.variableNumberLimit
    case .triggerDepth: settings.triggerDepthLimit
    }
  }

  /// Sets a limit; values beyond ``ConnectionLimit/maximum`` mean that one, and negative ones change nothing. What stands in the database already is read
  /// whatever the limits are.
  /// - Returns: the value before.
  @discardableResult
  public func setLimit(_ limit: ConnectionLimit, to value: Int) -> Int {
    let before = self.limit(limit)
    guard value >= 0 else { return before }
    let new = max(min(value, limit.maximum), limit.minimum)
    switch limit {
    case .length: environment.lengthLimit = new
    case .sqlLength: settings.sqlLengthLimit = new
    case .columns: settings.columnLimit = new
    case .expressionDepth: settings.expressionDepthLimit = new
    case .compoundSelect: settings.compoundSelectLimit = new
    case .functionArguments: settings.functionArgumentLimit = new
    case .attached: settings.attachedLimit = new
    case .likePatternLength: environment.likePatternLimit = new
    case .variableNumber: settings.variableNumberLimit = new
    case .triggerDepth: settings.triggerDepthLimit = new
    }
    var limits = ParserLimits()
    limits.columns = settings.columnLimit
    limits.expressionDepth = settings.expressionDepthLimit
    limits.compoundSelect = settings.compoundSelectLimit
    limits.functionArguments = settings.functionArgumentLimit
    limits.variableNumber = settings.variableNumberLimit
    parserLimits = limits
    environmentChanged()
    return before
  }
}
