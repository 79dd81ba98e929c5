// Money moves between accounts while others add up all of it: every reader sees whole transactions.
import Apus

let path = CommandLine.arguments.dropFirst().first ?? ":memory:"
let db = try Database(path)
let accounts = 100
let transfers = 500

try await db.write { tx in
  try tx.execute("DROP TABLE IF EXISTS account")
  try tx.execute("CREATE TABLE account(id INTEGER PRIMARY KEY, balance INTEGER NOT NULL)")
  let insert = try tx.prepare("INSERT INTO account(balance) VALUES (?)")
  for _ in 0..<accounts { try insert.execute([1000]) }
}

try await withThrowingTaskGroup(of: Int.self) { group in
  // Two writers; they queue for the one write lock.
  for writer in 0..<2 {
    group.addTask {
      for number in 0..<transfers {
        let amount = number % 50
        let from = 1 + (number * 7 + writer) % accounts
        let to = 1 + (number * 13 + writer * 5) % accounts
        try await db.write { tx in
          try tx.execute("UPDATE account SET balance = balance - ? WHERE id = ?", [amount, from])
          try tx.execute("UPDATE account SET balance = balance + ? WHERE id = ?", [amount, to])
        }
      }
      return 0
    }
  }
  // Four readers beside them.
  for _ in 0..<4 {
    group.addTask {
      var wrong = 0
      for _ in 0..<200 {
        let sum = try await db.read { try $0.query("SELECT sum(balance) FROM account").scalar(Int.self) }
        if sum != accounts * 1000 { wrong += 1 }
      }
      return wrong
    }
  }
  var wrong = 0
  for try await count in group { wrong += count }
  print("\(2 * transfers) transfers, \(4 * 200) sums, \(wrong) of them wrong")
}
db.close()
