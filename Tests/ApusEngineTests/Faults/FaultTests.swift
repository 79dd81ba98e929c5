import Foundation
import Testing

@testable import ApusEngine

/// A script of 200 statements in which one operation of the operating system fails: its transaction is rolled back or
/// committed, never anything in between, and the connection goes on.
///
/// `APUS_FAULTS` in the environment says how far apart the operations are that fail: 1 is all of them (`scripts/faults`).
@Suite("Faults at every operation")
struct FaultTests {
  /// Of so many runs one has its files judged by the system's SQLite.
  private static let sampleDistance = 17

  private static let stride = ProcessInfo.processInfo.environment["APUS_FAULTS"].flatMap(Int.init)

  @Test("Rolled back or committed, never in between", arguments: FaultScript.all)
  func boundaries(_ script: FaultScript) throws {
    let reference = try FaultReference(script)
    let faults = FaultInjectingFileSystem.Fault.allCases
    let step = Self.stride ?? max(reference.operations / 16, 1)
    var runs = 0
    var problems = 0
    var samples = 0
    let judge = SystemSQLite.isAvailable ? try FaultJudge(script) : nil
    for operation in Swift.stride(from: 1, through: reference.operations, by: step) {
      for isLast in [false, true] {
        let fault = faults[(operation / step + (isLast ? 2 : 0)) % faults.count]
        let run = FaultRun(reference: reference, operation: operation, fault: fault, isLast: isLast)
        var outcome = run.run()
        runs += 1
        if runs % Self.sampleDistance == 0, let judge {
          samples += 1
          outcome.problems += try judge.problems(of: outcome)
        }
        if !outcome.problems.isEmpty {
          problems += 1
          if problems <= 30 {
            let statement = outcome.statement.map { script.statements[$0] } ?? "no statement"
            Issue.record(
              "operation \(operation), \(fault)\(isLast ? ", the last" : ""), in \(statement): \(outcome.problems)"
            )
          }
        }
      }
    }
    #expect(problems == 0)
    #expect(runs > 0)
    #expect(judge == nil || samples > 0)
    print(
      """
      faults, \(script.mode.rawValue): \(reference.operations) operations, \(runs) runs, \(samples) of them judged \
      by SQLite, \(problems) problems
      """)
  }
}
