// Keeps one example of each difference, shrunk, and counts the others.

import Foundation
import Synchronization

/// What several jobs have found. Shared between threads.
final class DifferenceCollector: Sendable {
  private struct State {
    var examples: [String: (difference: Difference, count: Int)] = [:]
    var order: [String] = []
    var total = 0
    var shrunk = 0
    var ignored = 0
    var statistics = Statistics()
  }
  private let state = Mutex(State())
  private let shrinks: Bool
  private let folder: String?
  private let shrinkLimit: Int
  private let ignore: String?

  /// - Parameter ignore: a regular expression; differences whose signature it matches are only counted.
  init(shrinks: Bool, folder: String?, shrinkLimit: Int, ignore: String?) {
    self.ignore = ignore
    self.shrinks = shrinks
    self.folder = folder
    self.shrinkLimit = shrinkLimit
  }

  var statements: Int { state.withLock { $0.statistics.statements } }
  var statistics: Statistics { state.withLock { $0.statistics } }
  var total: Int { state.withLock { $0.total } }
  var ignored: Int { state.withLock { $0.ignored } }
  var distinct: [(difference: Difference, count: Int)] {
    state.withLock { state in state.order.compactMap { state.examples[$0] } }
  }

  func add(_ statistics: Statistics) { state.withLock { $0.statistics.add(statistics) } }

  /// Takes a difference: shrinks it unless one like it is known, and reports it when it is new.
  func add(_ difference: Difference, _ pair: EnginePair) {
    let first = difference.signature
    if isIgnored(first) { return }
    let isKnown = state.withLock { state in
      state.total += 1
      if state.examples[first] != nil {
        state.examples[first]?.count += 1
        return true
      }
      return false
    }
    if isKnown { return }
    var example = difference
    if shrinks, difference.isReproducible, state.withLock({ $0.shrunk < shrinkLimit }) {
      state.withLock { $0.shrunk += 1 }
      guard let smaller = Self.shrink(difference, pair) else {
        state.withLock {
          $0.total -= 1
          $0.statistics.ambiguous += 1
        }
        return
      }
      example = smaller
    }
    let signature = example.signature
    if isIgnored(signature) {
      state.withLock { $0.total -= 1 }
      return
    }
    let number = state.withLock { state -> Int? in
      // The unshrunk signature stands for the example too, so that its like is not shrunk again.
      if signature != first, state.examples[signature] != nil {
        state.examples[signature]?.count += 1
        return nil
      }
      state.examples[signature] = (example, 1)
      state.order.append(signature)
      return state.order.count
    }
    guard let number else { return }
    say("\n" + example.text)
    guard let folder else { return }
    let path = "\(folder)/\(formatted("%03d", number))-\(example.kind.rawValue).sql"
    _ = FileManager.default.createFile(atPath: path, contents: Data(example.text.utf8))
  }

  private func isIgnored(_ signature: String) -> Bool {
    guard let ignore, let pattern = try? Regex(ignore), signature.contains(pattern) else { return false }
    state.withLock { $0.ignored += 1 }
    return true
  }

  /// A small script with the same kind of difference; nil when the oracle's answer is not the only one.
  static func shrink(_ difference: Difference, _ pair: EnginePair) -> Difference? {
    func judge(_ script: [String]) -> (oracle: Reply, ours: Reply)? {
      guard let last = script.last else { return nil }
      let answers = pair.answers(script)
      let inexact = script.contains { StatementTraits($0).usesSums }
      let kind = AnswerComparison.difference(
        last, oracle: answers.oracle, ours: answers.ours, allowsInexact: inexact)
      guard kind == difference.kind else { return nil }
      if kind == .rows,
        pair.showsAnotherEqual(last, answers.oracle, answers.ours, after: script.dropLast())
      {
        return nil
      }
      switch difference.kind {
      case .failure, .refused, .code, .message:
        guard shape(answers.ours) == shape(difference.ours) else { return nil }
        if difference.kind == .message || difference.kind == .code {
          guard shape(answers.oracle) == shape(difference.oracle) else { return nil }
        }
      case .success: guard shape(answers.oracle) == shape(difference.oracle) else { return nil }
      case .rows, .order, .type, .died: break
      }
      return answers
    }
    var example = difference
    guard let first = judge(difference.script) else {
      example.isReproducible = false
      return example
    }
    let mayBeAmbiguous = ![.died, .refused].contains(difference.kind)
    if mayBeAmbiguous, pair.isAmbiguous(difference.script, answer: first.oracle) {
      // Perhaps only because of statements that have nothing to do with it.
      let state = difference.script.dropLast().filter { !StatementTraits($0).isQuery }
      guard judge(state + difference.script.suffix(1)) != nil else { return nil }
    }
    var shrinker = Shrinker(difference.script) { script in
      guard let answers = judge(script) else { return false }
      return !mayBeAmbiguous || !pair.isAmbiguous(script, answer: answers.oracle)
    }
    example.script = shrinker.shrink()
    guard let answers = judge(example.script) else { return example }
    if mayBeAmbiguous, pair.isAmbiguous(example.script, answer: answers.oracle) { return nil }
    example.oracle = answers.oracle
    example.ours = answers.ours
    example.isShrunk = true
    return example
  }

  private static func shape(_ reply: Reply) -> String {
    reply.error.map { Difference.shape($0) } ?? ""
  }
}
