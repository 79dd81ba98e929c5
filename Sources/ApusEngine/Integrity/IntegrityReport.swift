/// What an integrity check found.
struct IntegrityReport: Sendable {
  /// One line for each defect, in SQLite's wording; empty when the file is sound.
  var messages: [String] = []
  /// Entries of each tree that was walked, by root page: rows of a table tree, records of an index tree.
  var entryCounts: [PageNumber: Int64] = [:]
  /// Roots of the trees in which a defect was found; their contents need not be looked at any more.
  var damagedRoots: Set<PageNumber> = []

  var isSound: Bool { messages.isEmpty }
}
