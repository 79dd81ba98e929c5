import Apus

// README.md's first example, between the two functions' braces: `ReadmeTests` compares the texts.
func readmeExample() throws -> [String] {
  let db = try Database("notes.db")
  try db.write { tx in
    try tx.execute("CREATE TABLE IF NOT EXISTS note(id INTEGER PRIMARY KEY, title TEXT, stars INTEGER)")
    try tx.execute(
      "INSERT INTO note(title, stars) VALUES (:title, :stars)", ["title": "Swifts sleep aloft", "stars": 5])
  }
  let titles = try db.read { tx in
    try tx.query("SELECT title FROM note WHERE stars >= ?", [4]).map { try $0["title", as: String.self] }
  }
  print(titles)
  return titles
}
