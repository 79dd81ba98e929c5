// A list of birds in memory: what a small program does with a database.
import Apus

/// A type of your own in a column: its raw value is what is stored.
enum Status: String, ColumnValue {
  case common, rare
}

struct Species {
  var name: String
  var grams: Double?
  var status: Status

  /// Reads the columns `name`, `grams` and `status`.
  init(_ row: Row) throws {
    name = try row["name", as: String.self]
    grams = try row["grams", as: Double?.self]
    status = try row["status", as: Status.self]
  }
}

let db = try Database.inMemory()

try db.write { tx in
  try tx.execute(
    """
    CREATE TABLE species(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, grams REAL, status TEXT NOT NULL);
    CREATE TABLE sighting(species_id INTEGER NOT NULL REFERENCES species(id), place TEXT, birds INTEGER);
    """)
  // Compiled once, run many times.
  let insert = try tx.prepare("INSERT INTO species(name, grams, status) VALUES (?, ?, ?)")
  try insert.execute(["Common swift", 40.5, Status.common])
  try insert.execute(["Alpine swift", 100, Status.rare])
  try insert.execute(["Pallid swift", nil, Status.rare])
  for (species, place, birds) in [(1, "mill", 12), (1, "tower", 30), (2, "quarry", 3)] {
    try tx.execute(
      "INSERT INTO sighting VALUES (:species, :place, :birds)",
      ["species": species, "place": place, "birds": birds])
  }
}

let species = try db.read { tx in
  try tx.query("SELECT name, grams, status FROM species ORDER BY name").map { try Species($0) }
}
for bird in species {
  print("\(bird.name): \(bird.grams.map { "\($0) g" } ?? "weight unknown"), \(bird.status)")
}

// Row by row: each is computed when it is asked for.
try db.read { tx in
  let rows = try tx.query(
    """
    SELECT name, count(birds) AS sightings, total(birds) AS birds
    FROM species LEFT JOIN sighting ON species_id = species.id GROUP BY species.id ORDER BY birds DESC
    """)
  while let row = try rows.next() {
    print(
      try row["name", as: String.self], try row["sightings", as: Int.self], try row["birds", as: Int.self])
  }
}

// A savepoint that fails takes back its own part; the rest of the transaction is kept.
try db.write { tx in
  try tx.execute("INSERT INTO sighting VALUES (3, 'cliff', 2)")
  do {
    try tx.savepoint {
      try tx.execute("UPDATE species SET grams = 42 WHERE id = 3")
      try tx.execute("INSERT INTO species(name, status) VALUES ('Common swift', 'common')")
    }
  } catch let error as DatabaseError where error.code == .constraintUnique {
    print("refused: \(error.message)")
  }
}
let weight = try db.read { try $0.query("SELECT grams FROM species WHERE id = 3").scalar(Double.self) }
let count = try db.read { try $0.query("SELECT count(*) FROM sighting").scalar(Int.self) }
print("weight \(weight.map { "\($0) g" } ?? "still unknown"), \(count ?? 0) sightings")
