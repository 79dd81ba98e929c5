import Foundation
import Testing

@testable import ApusEngine

@Suite struct EstimateTests {
  @Test func tablesAreWhatTheirFormulasSay() {
    for (number, value) in Estimates.eighths.enumerated() {
      #expect(Double(value) == (10 * log2(1 + Double(number) / 8)).rounded())
    }
    for (number, value) in Estimates.sums.enumerated() {
      #expect(Double(value) == max((10 * log2(1 + exp2(-Double(number) / 10))).rounded(), 1))
    }
  }

  @Test(arguments: [0, 1, 2, 3, 10, 100, 1_000, 12_345, 1_048_576, 4e9])
  func anEstimateIsTenTimesTheLogarithm(_ number: Double) {
    #expect(abs(Double(Estimates.of(number)) - 10 * log2(max(number, 1))) <= 1.5)
  }

  @Test func strangeNumbersHaveEstimates() {
    for number in [-.infinity, -1, .nan, .infinity, 1e300] {
      #expect((0...640).contains(Estimates.of(number)))
    }
  }
}
