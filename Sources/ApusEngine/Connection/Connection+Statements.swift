// The beginning and the end of a statement's run.

extension Connection {
  /// A machine makes its first step.
  @inline(__always)
  func statementBegins(_ machine: VirtualMachine) {
    let state = machine.state
    state.pointee.isActive = true
    state.pointee.isReader = machine.program.isReader
    state.pointee.isWriter = false
    if counters.pointee.activeStatements == 0 {
      interruption.clear()
    }
    if machine.program.usesFunctions {
      environment.statementTimeMilliseconds = nil
      environment.json.pointee.trim()
    }
    counters.pointee.activeStatements &+= 1
    if state.pointee.isReader { counters.pointee.activeReaders &+= 1 }
    state.pointee.previousActive = counters.pointee.newestActive
    state.pointee.nextActive = nil
    if let newest = counters.pointee.newestActive {
      newest._withUnsafeGuaranteedRef { $0.state.pointee.nextActive = .passUnretained(machine) }
    }
    counters.pointee.newestActive = .passUnretained(machine)
  }

  func becameWriter(_ machine: VirtualMachine) {
    machine.state.pointee.isWriter = true
    machine.state.pointee.foreignKeyCountAtStart = counters.pointee.deferredForeignKeys
    counters.pointee.activeWriters &+= 1
  }

  /// A writer begins: rows that other statements have given out must not change under their readers.
  func ownRows(except machine: VirtualMachine) {
    guard counters.pointee.activeStatements > 1 else { return }
    var other = counters.pointee.newestActive
    while let current = other?.takeUnretainedValue() {
      if current !== machine { current.ownRow() }
      other = current.state.pointee.previousActive
    }
  }

  @inline(__always)
  private func leave(_ machine: VirtualMachine) {
    let state = machine.state
    state.pointee.isActive = false
    counters.pointee.activeStatements &-= 1
    if state.pointee.isReader { counters.pointee.activeReaders &-= 1 }
    if state.pointee.isWriter { counters.pointee.activeWriters &-= 1 }
    let next = state.pointee.nextActive
    let previous = state.pointee.previousActive
    if let next {
      next._withUnsafeGuaranteedRef { $0.state.pointee.previousActive = previous }
    } else {
      counters.pointee.newestActive = previous
    }
    if let previous { previous._withUnsafeGuaranteedRef { $0.state.pointee.nextActive = next } }
  }

  /// A machine's run is over: commits, keeps or undoes what it did, and ends the read transactions that nobody
  /// needs any more. Its cursors are closed already. Throws what makes the statement fail after all.
  @inline(__always)
  func statementEnds(_ machine: VirtualMachine, error: DatabaseError?) throws(DatabaseError) {
    if machine.state.pointee.hasInsertedRowID { machine.publishRowID() }
    if error == nil && !machine.state.pointee.isWriter && machine.state.pointee.foreignKeyViolations == 0 {
      leave(machine)
      if counters.pointee.isAutocommit && counters.pointee.activeWriters == 0 {
        if counters.pointee.defersForeignKeys && machine.state.pointee.isReader { endDeferral() }
        try readerEnded()
      }
      return
    }
    try writerEnds(machine, error: error)
  }

  /// In autocommit mode without writers.
  @inline(__always)
  private func readerEnded() throws(DatabaseError) {
    if counters.pointee.activeReaders == 0 { endReads() }
  }

  @inline(never)
  private func writerEnds(_ machine: VirtualMachine, error: DatabaseError?) throws(DatabaseError) {
    var failure = error
    let state = machine.state
    let isWriter = state.pointee.isWriter
    var action = failure == nil ? ConflictAction.unspecified : state.pointee.errorAction
    // OR FAIL would keep the rows before the one that failed: not if they violate foreign keys.
    if state.pointee.foreignKeyViolations > 0 && (failure == nil || action == .fail) {
      failure = DatabaseError.countedForeignKeyViolation(machine.firstForeignKeyViolation)
      action = .abort
    }
    // While the statement still counts as writing: what virtual tables write now belongs to its transaction.
    if counters.pointee.isAutocommit, counters.pointee.activeWriters == 1, isWriter,
      failure == nil || action == .fail, counters.pointee.deferredForeignKeys.total <= 0
    {
      do throws(DatabaseError) {
        try prepareCommit()
      } catch {
        failure = error
        action = .abort
      }
    }
    let isGrave = failure.map { Self.endsTransaction($0.code) } ?? false
    leave(machine)
    if isGrave && isWriter {
      // Without room, memory or a sound page a statement savepoint may still help; an interrupt or I/O error undoes
      // everything.
      let primary = failure?.code.primary
      let canUndoStatement =
        state.pointee.hasStatementSavepoint && !counters.pointee.isAutocommit
        && (primary == .full && !machine.program.fullEndsTransaction || primary == .outOfMemory
          || primary == .corrupt)
      if canUndoStatement {
        try closeStatementSavepoints(of: machine, undo: true)
      } else {
        try? rollbackAll()
        forgetStatementSavepoints(of: machine)
      }
      publishCount(machine, error, undone: true)
    } else if counters.pointee.isAutocommit && counters.pointee.activeWriters == 0 {
      if failure == nil || action == .fail {
        if counters.pointee.deferredForeignKeys.total > 0 && isWriter {
          failure = DatabaseError.countedForeignKeyViolation()
          try? rollbackAll()
          publishCount(machine, error, undone: true)
        } else {
          do throws(DatabaseError) {
            if state.pointee.hasStatementSavepoint { try closeStatementSavepoints(of: machine, undo: false) }
            try commitAll()
            publishCount(machine, error, undone: false)
          } catch let second {
            try? rollbackAll()
            publishCount(machine, error, undone: true)
            failure = failure ?? second
          }
        }
      } else if isWriter {
        try? rollbackAll()
        publishCount(machine, error, undone: true)
      }
      forgetStatementSavepoints(of: machine)
    } else if failure == nil || action == .fail {
      if state.pointee.hasStatementSavepoint { try closeStatementSavepoints(of: machine, undo: false) }
      publishCount(machine, error, undone: false)
    } else if action == .rollback {
      forgetStatementSavepoints(of: machine)
      try? rollbackAll()
      publishCount(machine, error, undone: true)
    } else {
      if state.pointee.hasStatementSavepoint { try closeStatementSavepoints(of: machine, undo: true) }
      if isWriter { counters.pointee.deferredForeignKeys = state.pointee.foreignKeyCountAtStart }
      publishCount(machine, error, undone: true)
    }
    if counters.pointee.isAutocommit && counters.pointee.activeReaders == 0
      && counters.pointee.activeWriters == 0
    {
      endReads()
    }
    tellOfLogs()
    if let failure, failure.code != error?.code { throw failure }
  }

  /// - Parameter error: with which the statement ended; it has not begun when it has to be compiled anew.
  private func publishCount(_ machine: VirtualMachine, _ error: DatabaseError?, undone: Bool) {
    guard machine.program.countsChanges, error?.code.primary != .schemaChanged else { return }
    publish(changes: undone ? 0 : machine.state.pointee.changes)
    machine.state.pointee.changes = 0
  }

  /// Errors that undo the whole transaction.
  private static func endsTransaction(_ code: ResultCode) -> Bool {
    switch code.primary {
    case .outOfMemory, .ioError, .interrupt, .full, .cannotOpen, .corrupt: true
    default: false
    }
  }
}
