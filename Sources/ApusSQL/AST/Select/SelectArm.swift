// One arm of a compound SELECT.

/// An arm: `SELECT …` or `VALUES …`.
@frozen
public enum SelectArm: Sendable, Equatable {
  /// `SELECT …`
  case select(CompoundOperator, SelectCore)
  /// `VALUES (…), (…)`
  case values(CompoundOperator, NodeList<ValuesRow>)

  /// How the arm joins the arms before it.
  @inlinable
  public var compoundOperator: CompoundOperator {
    switch self {
    case .select(let compoundOperator, _): return compoundOperator
    case .values(let compoundOperator, _): return compoundOperator
    }
  }
}
