// likely(), unlikely() and likelihood(): what the text says of a condition (https://www.sqlite.org/lang_corefunc.html#likelihood).

extension BoundFunctionCall {
  /// It answers its first argument, and says how likely that is true. No function of the application.
  var isLikelihood: Bool {
    guard definition.flags.contains(.inlined), definition.closure == nil else { return false }
    return ["likely", "unlikely", "likelihood"].contains(definition.name)
  }

  /// The rows that such a condition leaves, as a factor.
  var likelihood: Estimate? {
    guard isLikelihood else { return nil }
    switch definition.name {
    case "likely": return Self.estimate(0.9375)
    case "unlikely": return Self.estimate(0.0625)
    default:
      guard arguments.count == 2, case .constant(.real(let probability)) = arguments[1].kind else {
        return nil
      }
      return Self.estimate(probability)
    }
  }

  private static func estimate(_ probability: Double) -> Estimate {
    Estimates.of((probability * 134_217_728).rounded(.down)) - Estimates.of(134_217_728)
  }
}
