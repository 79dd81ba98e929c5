// A notebook on the command line: `notes add TEXT`, `notes`, `notes find WORD`, `notes done NUMBER`.

import Apus

let arguments = Array(CommandLine.arguments.dropFirst())
let db = try Database("notes.db")

try db.write { tx in
  try tx.execute(
    """
    CREATE TABLE IF NOT EXISTS note(
      id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (length(text) > 0), done INTEGER NOT NULL DEFAULT 0)
    """)
}

func show(_ rows: Rows) throws {
  while let row = try rows.next() {
    let mark = try row["done", as: Bool.self] ? "x" : " "
    print("\(try row["id", as: Int.self]) [\(mark)] \(try row["text", as: String.self])")
  }
}

switch arguments.first {
case "add" where arguments.count > 1:
  let text = arguments.dropFirst().joined(separator: " ")
  let id = try db.write { tx in
    try tx.query("INSERT INTO note(text) VALUES (?) RETURNING id", [text]).scalar(Int.self)
  }
  print("note \(id ?? 0)")
case "done" where arguments.count == 2:
  let changed = try db.write { tx in
    try tx.execute("UPDATE note SET done = 1 WHERE id = ?", [Int(arguments[1]) ?? 0])
    return tx.changes
  }
  print(changed == 1 ? "done" : "there is no such note")
case "find" where arguments.count == 2:
  try db.read { tx in
    try show(tx.query("SELECT * FROM note WHERE text LIKE '%' || ? || '%' ORDER BY id", [arguments[1]]))
  }
default:
  try db.read { tx in try show(tx.query("SELECT * FROM note ORDER BY done, id")) }
}
