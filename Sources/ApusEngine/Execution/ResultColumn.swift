/// A column of a statement's result.
public struct ResultColumn: Sendable, Hashable {
  public var name: String
  /// The declared type of the table column that the expression is, if it is one.
  public var declaredType: String?
  public var table: String?
  public var originColumn: String?

  public init(
    name: String, declaredType: String? = nil, table: String? = nil, originColumn: String? = nil
  ) {
    self.name = name
    self.declaredType = declaredType
    self.table = table
    self.originColumn = originColumn
  }
}
