// Tasks that write and read one database at the same time. Readers see whole transactions: the two counters of a row
// always agree.

import Apus

let db = try Database.inMemory()
try db.write { tx in
  try tx.execute("CREATE TABLE counter(id INTEGER PRIMARY KEY, a INTEGER, b INTEGER)")
  try tx.execute("INSERT INTO counter VALUES (1, 0, 0)")
}

try await withThrowingTaskGroup(of: Void.self) { group in
  for _ in 0..<4 {
    group.addTask {
      for _ in 0..<250 {
        try await db.write { tx in
          try tx.execute("UPDATE counter SET a = a + 1")
          try tx.execute("UPDATE counter SET b = b + 1")
        }
      }
    }
    group.addTask {
      for _ in 0..<250 {
        let isEven = try await db.read { tx in
          try tx.query("SELECT a = b FROM counter").scalar(Bool.self)
        }
        precondition(isEven == true)
      }
    }
  }
  try await group.waitForAll()
}
let total = try db.read { tx in try tx.query("SELECT a FROM counter").scalar(Int.self) }
print("counted to \(total ?? 0)")
