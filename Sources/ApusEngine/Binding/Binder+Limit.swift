// LIMIT and OFFSET.

import ApusSQL

extension Binder {
  /// LIMIT and OFFSET before the rest of their query: an authorizer is asked in that order.
  struct Limits {
    let limit: BoundExpression?
    let offset: BoundExpression?
  }

  func earlyLimits(_ select: SelectNode) throws(DatabaseError) -> Limits? {
    guard let authorization = context.authorization, select.limit != nil || select.offset != nil else {
      return nil
    }
    let holder = BoundQuery(parts: [], columns: [])
    do throws(DatabaseError) {
      try bindLimit(select, holder)
    } catch {
      if authorization.hasRefused { throw error }
      // It is told at its time.
      context.forgetCallError()
      return nil
    }
    return Limits(limit: holder.limit, offset: holder.offset)
  }

  func bindLimit(
    _ select: SelectNode, _ query: BoundQuery, _ early: Limits? = nil
  ) throws(DatabaseError) {
    guard select.limit != nil || select.offset != nil else { return }
    if let early {
      query.limit = early.limit
      query.offset = early.offset
      return
    }
    let scope = Scope(parent: nil, select: nil)
    if let limit = select.limit { query.limit = try bindScalar(limit, in: scope) }
    if let offset = select.offset { query.offset = try bindScalar(offset, in: scope) }
    try settleCallErrors()
  }
}
