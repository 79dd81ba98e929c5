/// One line of EXPLAIN QUERY PLAN.
public struct QueryPlanRow: Sendable, Hashable {
  public var id: Int
  public var parent: Int
  public var detail: String

  public init(id: Int, parent: Int, detail: String) {
    self.id = id
    self.parent = parent
    self.detail = detail
  }
}
