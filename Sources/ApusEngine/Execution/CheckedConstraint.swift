/// A constraint that a program checks.
struct CheckedConstraint {
  /// What is told when a row violates it, without the row's values.
  var violation: ConstraintViolation
  /// The registers of the key's values where it is found violated.
  var key: [Int32]

  /// What is told of the row in `registers`.
  @inline(never)
  func violation(in registers: RegisterFile) -> ConstraintViolation {
    var violation = violation
    violation.key = key.map { Value(copying: registers.cells[Int($0)]) }
    return violation
  }
}
