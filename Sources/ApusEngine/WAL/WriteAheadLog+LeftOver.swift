// Reading without a wal-index: the `-shm` file is left over from processes that are gone, and this one may not write it. The index is then
// this process's own, built from the log at the first read and continued at each later one, until somebody comes who
// keeps the shared one up (https://www.sqlite.org/wal.html#read_only_databases).
//
// Invariant: while a snapshot of this kind is held, so is the lock on mark 0. No checkpoint writes to the database file under it, so the log
// is not started over either: frames of the snapshot stay, and so do the pages beneath them.

extension WriteAheadLog {
  /// Takes a snapshot of what the log holds.
  /// - Returns: nil when others were changing what was looked at, or keep the shared index up by now: try again.
  /// - Complexity: O(frames that were added since the last look).
  func tryBeginReadByLog() throws(DatabaseError) -> WALSnapshot? {
    // Frames that another reader of this process knows stay where they are.
    if markHolders.allSatisfy({ $0 == 0 }), try index.joinUsers() {
      endLease()
      wasRestartedElsewhere = true
      return nil
    }
    guard try hold(0) else { return nil }
    do throws(DatabaseError) {
      if try followLog() { return snapshot(mark: 0, backfilled: 0) }
    } catch {
      release(0)
      throw error
    }
    release(0)
    return nil
  }

  /// - Returns: false when the log was started over while it was read.
  private func followLog() throws(DatabaseError) -> Bool {
    let bytes = try fileHeader()
    var read = WALIndexHeader()
    read.pageSize = pageSize
    let isLog = accept(bytes, &read)
    let isContinued = isLog && header.lastFrame > 0 && header.salt == read.salt
    if isContinued {
      read = header
    } else {
      index.clear()
    }
    if isLog { try readFrames(&read) }
    guard try fileHeader() == bytes else {
      readByLog(WALIndexHeader(), isContinued: false)
      return false
    }
    readByLog(read, isContinued: isContinued)
    return true
  }
}
