/// What a run of the differential mode did.
struct Statistics: Sendable {
  var statements = 0
  /// Succeeded in the oracle.
  var succeeded = 0
  /// Touch two tables or more.
  var joined = 0
  var byKind: [GeneratedStatement.Kind: (count: Int, succeeded: Int)] = [:]
  /// Hashes of texts without literals.
  var shapes: Set<Int> = []
  var episodes = 0
  /// Episodes that ended early, because the databases had become different or an engine had died.
  var abandoned = 0
  /// Differences that the oracle has with itself when it visits rows in another order.
  var ambiguous = 0
  /// Messages with which the oracle refused statements that were meant to succeed.
  var refusals: [String: Int] = [:]

  mutating func count(_ statement: GeneratedStatement, _ reply: Reply) {
    statements += 1
    var isSuccess = false
    if case .rows = reply { isSuccess = true }
    if isSuccess { succeeded += 1 }
    if statement.tables >= 2 { joined += 1 }
    var kind = byKind[statement.kind] ?? (0, 0)
    kind.count += 1
    kind.succeeded += isSuccess ? 1 : 0
    byKind[statement.kind] = kind
    shapes.insert(Difference.shape(statement.sql).hashValue)
    if let message = reply.error, statement.kind != .mistake {
      refusals[Difference.shape(message), default: 0] += 1
    }
  }

  mutating func add(_ other: Statistics) {
    statements += other.statements
    succeeded += other.succeeded
    joined += other.joined
    for (kind, counts) in other.byKind {
      let own = byKind[kind] ?? (0, 0)
      byKind[kind] = (own.count + counts.count, own.succeeded + counts.succeeded)
    }
    shapes.formUnion(other.shapes)
    episodes += other.episodes
    abandoned += other.abandoned
    ambiguous += other.ambiguous
    for (message, count) in other.refusals { refusals[message, default: 0] += count }
  }

  func text(seconds: Double) -> String {
    func share(_ part: Int, _ whole: Int) -> String {
      formatted("%.1f %%", whole == 0 ? 0 : 100 * Double(part) / Double(whole))
    }
    var lines = [
      "\(statements) statements in \(episodes) databases, \(Int(Double(statements) / max(seconds, 0.001))) a second",
      "\(share(succeeded, statements)) succeed in the oracle; \(share(joined, statements)) touch two tables or more; "
        + "\(shapes.count) shapes without literals",
    ]
    for (kind, counts) in byKind.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("  \(kind.rawValue): \(counts.count), \(share(counts.succeeded, counts.count)) succeed")
    }
    let common = refusals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
    if !common.isEmpty { lines.append("most frequent errors of the oracle:") }
    for (message, count) in common { lines.append("  \(count) × \(message)") }
    lines.append("\(ambiguous) answers that SQL leaves open; \(abandoned) databases left early")
    return lines.joined(separator: "\n")
  }
}
