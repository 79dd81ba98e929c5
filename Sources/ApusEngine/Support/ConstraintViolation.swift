/// Which constraint a statement violated, and with which values.
public struct ConstraintViolation: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case notNull, unique, primaryKey, rowID, check, foreignKey
    /// A value that a column of a STRICT table does not take.
    case dataType
    /// RAISE in a trigger; `name` is the trigger's.
    case trigger
    /// What the module of a virtual table refuses.
    case virtualTable
  }

  public var kind: Kind
  /// The constraint's own name, or the text of a CHECK expression without a name.
  public var name: String?
  /// The table whose row is refused; of a foreign key the one that declares it. Empty for foreign keys of which only the number of
  /// rows without a parent is known: those that COMMIT checks, and those of a statement that has violated some and repaired others.
  public var table: String
  /// The columns of the constraint; of a foreign key in the order of the key that it refers to. Empty for CHECK, and for an index
  /// on expressions.
  public var columns: [String]
  /// The values of the row that is refused.
  ///
  /// UNIQUE and PRIMARY KEY: those of the key, one for each of `columns`, or for each expression of an index on expressions; a rowid
  /// is its number. FOREIGN KEY: the key that has no parent row, one value for each of `columns`; of several rows the first one's.
  /// STRICT tables: the value that has the wrong type. Else empty.
  public var key: [Value]

  public init(
    kind: Kind, name: String? = nil, table: String, columns: [String] = [], key: [Value] = []
  ) {
    self.kind = kind
    self.name = name
    self.table = table
    self.columns = columns
    self.key = key
  }
}
