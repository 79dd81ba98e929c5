@testable import ApusEngine

/// What a script's database holds after each statement when nothing fails.
struct FaultReference: Sendable {
  let script: FaultScript
  /// What the connection itself sees after so many statements.
  let own: [DatabaseContent]
  /// What is committed after so many statements.
  let committed: [DatabaseContent]
  /// Operations of the whole script, opening and closing included.
  let operations: Int

  init(_ script: FaultScript) throws {
    self.script = script
    var own: [DatabaseContent] = []
    var committed: [DatabaseContent] = []
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let connection = try Connection.open("/f.db", vfs: files)
    defer { connection.close() }
    own.append(try DatabaseContent(of: connection))
    committed.append(own[0])
    for sql in script.statements {
      try connection.execute(sql)
      own.append(try DatabaseContent(of: connection))
      committed.append(connection.isAutocommit ? own[own.count - 1] : committed[committed.count - 1])
    }
    self.own = own
    self.committed = committed
    let counted = FaultInjectingFileSystem(MemoryFileSystem(clock: POSIXFileSystem.shared))
    try Self.run(script, on: counted)
    operations = counted.operations
  }

  private static func run(_ script: FaultScript, on files: FaultInjectingFileSystem) throws {
    let connection = try Connection.open("/f.db", vfs: files)
    defer { connection.close() }
    for sql in script.statements { try connection.execute(sql) }
  }
}
