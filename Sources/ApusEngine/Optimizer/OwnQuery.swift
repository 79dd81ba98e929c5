extension BoundSource {
  /// The query of a derived table, or of a common table that nothing else reads: what the query around it may change.
  var ownQuery: BoundQuery? {
    switch kind {
    case .query(let query): return query
    case .shared(let shared): return shared.mayInline && shared.recursive == nil ? shared.query : nil
    default: return nil
    }
  }
}
