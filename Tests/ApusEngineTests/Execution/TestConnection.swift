@testable import ApusEngine

/// A connection on a new database in memory.
func makeTestConnection() throws -> Connection {
  try Connection(path: ":memory:", vfs: MemoryFileSystem(clock: POSIXFileSystem.shared))
}
