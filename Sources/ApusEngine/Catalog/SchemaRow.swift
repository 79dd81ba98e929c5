/// A row of a schema table (`sqlite_schema`) as it stands in the file; any value may be damaged.
public struct SchemaRow: Sendable {
  public enum RootPage: Sendable, Hashable {
    case null
    /// Not a whole number from 0 to 2³²-1.
    case invalid
    case number(UInt32)
  }

  public var type: String?
  public var name: String?
  public var tableName: String?
  public var rootPage: RootPage
  /// UTF-8; nil for NULL.
  public var sql: [UInt8]?
  /// Where the row stands in the file; nil for a row that was not read from one.
  public var place: DamagePlace?

  public init(
    type: String?, name: String?, tableName: String?, rootPage: RootPage, sql: [UInt8]?,
    place: DamagePlace? = nil
  ) {
    self.type = type
    self.name = name
    self.tableName = tableName
    self.rootPage = rootPage
    self.sql = sql
    self.place = place
  }
}

/// A row of `sqlite_stat1`.
public struct StatisticsRow: Sendable {
  public var table: String
  /// nil: the numbers are about the table.
  public var index: String?
  /// Numbers separated by spaces, then perhaps words.
  public var numbers: String

  public init(table: String, index: String?, numbers: String) {
    self.table = table
    self.index = index
    self.numbers = numbers
  }
}
