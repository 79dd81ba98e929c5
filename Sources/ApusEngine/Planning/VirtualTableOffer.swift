/// What a module is told of a query beyond its conditions and ORDER BY.
struct VirtualTableOffer {
  /// LIMIT and OFFSET: constants, or the registers that hold them.
  var limit: BoundExpression?
  var offset: BoundExpression?
  /// The register from which OFFSET is counted down.
  var offsetRegister: Int32 = 0
  /// What the order is wanted for.
  var orderUse = IndexQuery.OrderUse.sorting
  /// The order of DISTINCT, which nobody but a module makes use of.
  var distinctOrder: [BoundOrderTerm] = []
}

extension CodeGenerator.Limits {
  /// What a virtual table may be told of them.
  var offer: VirtualTableOffer {
    var offer = VirtualTableOffer()
    func value(_ known: Int64?, _ register: Int32) -> BoundExpression? {
      if let known { return BoundExpression(.constant(.integer(known))) }
      return register == 0 ? nil : BoundExpression(.register(register, like: nil))
    }
    offer.limit = value(knownLimit, limit)
    offer.offset = value(knownOffset, offset)
    offer.offsetRegister = offset
    return offer
  }
}

extension BoundSelect {
  /// Its only item is a virtual table.
  var readsVirtualTableAlone: Bool {
    guard sources.count == 1, case .virtual = sources[0].kind else { return false }
    return true
  }

  /// What its module is told of GROUP BY.
  var groupOffer: VirtualTableOffer? {
    guard readsVirtualTableAlone else { return nil }
    var offer = VirtualTableOffer()
    offer.orderUse =
      !isDistinctByGroups ? .grouping : sources[0].usedColumns.hasRowID ? .sorting : .distinctSorting
    return offer
  }

  /// What its module is told; nil when it reads none, or others beside it.
  func offer(_ limits: CodeGenerator.Limits) -> VirtualTableOffer? {
    guard readsVirtualTableAlone else { return nil }
    guard isDistinct else { return limits.offer }
    var offer = VirtualTableOffer()
    offer.distinctOrder = output.map {
      BoundOrderTerm(expression: $0, isDescending: false, nullsReversed: false)
    }
    offer.orderUse = sources[0].usedColumns.hasRowID ? .sorting : .distinct
    return offer
  }
}
