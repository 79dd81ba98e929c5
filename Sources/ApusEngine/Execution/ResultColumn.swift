/// A column of a statement's result.
///
/// One reference: a table's columns have theirs made once, and every statement that shows them shares them.
public struct ResultColumn: Sendable, Hashable {
  private final class Storage: Sendable {
    let name: String
    let declaredType: String?
    let table: String?
    let originColumn: String?

    init(_ name: String, _ declaredType: String?, _ table: String?, _ originColumn: String?) {
      self.name = name
      self.declaredType = declaredType
      self.table = table
      self.originColumn = originColumn
    }
  }

  private var storage: Storage

  public init(
    name: String, declaredType: String? = nil, table: String? = nil, originColumn: String? = nil
  ) {
    storage = Storage(name, declaredType, table, originColumn)
  }

  public var name: String {
    get { storage.name }
    set { storage = Storage(newValue, declaredType, table, originColumn) }
  }

  /// The declared type of the table column that the expression is, if it is one.
  public var declaredType: String? {
    get { storage.declaredType }
    set { storage = Storage(name, newValue, table, originColumn) }
  }

  public var table: String? { storage.table }
  public var originColumn: String? { storage.originColumn }

  /// The same column of the same origin under another name.
  func named(_ name: String) -> ResultColumn {
    var column = self
    column.name = name
    return column
  }

  public static func == (left: ResultColumn, right: ResultColumn) -> Bool {
    left.storage === right.storage
      || left.name == right.name && left.declaredType == right.declaredType && left.table == right.table
        && left.originColumn == right.originColumn
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(declaredType)
    hasher.combine(table)
    hasher.combine(originColumn)
  }
}
