import Apus

// .backup .save .restore

extension DotCommand {
  static let backupCommands: [DotCommand] = [
    DotCommand("backup", "?DB? FILE", "Backup DB (default \"main\") to FILE", count: 1...2) {
      shell, arguments in
      shell.copy(arguments) { own, file, name throws(DatabaseError) in
        try Backup(from: own, source: name, to: file)
      }
    },
    DotCommand("save", "?DB? FILE", "Write database to FILE (an alias for .backup ...)", count: 1...2) {
      shell, arguments in
      shell.copy(arguments) { own, file, name throws(DatabaseError) in
        try Backup(from: own, source: name, to: file)
      }
    },
    DotCommand(
      "restore", "?DB? FILE", "Restore content of DB (default \"main\") from FILE", count: 1...2
    ) { shell, arguments in
      shell.copy(arguments) { own, file, name throws(DatabaseError) in
        try Backup(from: file, to: own, destination: name)
      }
    },
  ]
}

extension Shell {
  /// Copies between the shell's database and a file.
  fileprivate func copy(
    _ arguments: [String],
    _ make: (_ own: Connection, _ file: Connection, _ name: String) throws(DatabaseError) -> Backup
  ) -> Outcome {
    guard let path = arguments.last, open(), let own = try? connection() else { return .failure }
    do throws(DatabaseError) {
      let file = try Connection.open(path)
      let backup = try make(own, file, arguments.count > 1 ? arguments[0] : "main")
      _ = try backup.stepWaiting(milliseconds: 3000)
      return .success
    } catch {
      report("Error: \(error.message)")
      return .failure
    }
  }
}
