import Testing

@testable import ApusConformance

@Suite struct GeneratorTests {
  private func statements(_ seed: UInt64, without: String = "", length: Int = 120) throws
    -> [GeneratedStatement]
  {
    var generator = Generator(seed: seed, features: try Feature.all(without: without), length: length)
    var statements: [GeneratedStatement] = []
    while let statement = generator.next() {
      statements.append(statement)
      // Every seventh statement fails, so that the generator has to follow failures too.
      if statement.needsOutcome { generator.report(success: statements.count % 7 != 0) }
    }
    return statements
  }

  @Test func theSeedSaysEverything() throws {
    for seed in UInt64(0)..<20 {
      let first = try statements(seed)
      #expect(first == (try statements(seed)))
      #expect(first != (try statements(seed + 1000)))
    }
  }

  @Test func splitMix64GivesItsPublishedNumbers() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test func everyStatementThatIsMeantToSucceedParses() throws {
    for seed in UInt64(100)..<160 {
      for statement in try statements(seed) where statement.kind != .mistake {
        #expect(Shrinker.parses(statement.sql), "\(statement.sql)")
      }
    }
  }

  @Test func featuresAreLeftOut() throws {
    let all =
      "windows,json,json-tables,ctes,alter,triggers,views,without-rowid,strict,generated,returning,upsert,outer-joins"
    let words = [
      "OVER", "JSON", "WITH ", "ALTER", "TRIGGER", "VIEW", "WITHOUT", ") STRICT", ", STRICT", "GENERATED",
      "RETURNING", "ON CONFLICT (",
      "FULL JOIN", "RIGHT JOIN",
    ]
    for seed in UInt64(0)..<30 {
      for statement in try statements(seed, without: all) {
        for word in words { #expect(!statement.sql.uppercased().contains(word), "\(statement.sql)") }
      }
    }
    #expect(throws: ConformanceError.self) { try Feature.all(without: "windows,nothing") }
  }

  @Test func manyStatementsTouchTwoTables() throws {
    var total = 0
    var joined = 0
    for seed in UInt64(0)..<40 {
      for statement in try statements(seed) {
        total += 1
        joined += statement.tables >= 2 ? 1 : 0
      }
    }
    #expect(joined * 100 >= total * 40)
  }

  @Test func rareFormsAreMade() throws {
    var text = ""
    for seed in UInt64(0)..<60 { text += try statements(seed).map(\.sql).joined(separator: "\n") + "\n" }
    let forms = [
      " IN ()", "IS TRUE", "IS NOT FALSE", "BETWEEN (", "likelihood(", "INDEXED BY ", "NOT INDEXED",
      "GROUP BY 1",
      "EXPLAIN QUERY PLAN ", "pragma_table_xinfo(", "sqlite_schema", " JOIN (t",
      "SELECT * FROM ",
      "CURRENT_", "sum(count(*)) OVER", "main.t", "DO NOTHING ON CONFLICT", "(win1 ",
    ]
    for form in forms { #expect(text.contains(form), "\(form)") }
  }

  /// From four constants on a list is an index, whose keys are converted.
  @Test func listsHaveConstantsOfOtherTypes() throws {
    let list = /\.\w+ (?:NOT )?IN \((?:[^(),]+, ){3,}[^()]+\)/
    var count = 0
    var mixed = 0
    for seed in UInt64(0)..<20 {
      for statement in try statements(seed) {
        for match in statement.sql.matches(of: list) {
          count += 1
          if match.0.contains(/'-?[0-9]+(?:\.[05])?'/) { mixed += 1 }
        }
      }
    }
    #expect(count > 100)
    #expect(mixed > 20)
  }

  /// What SQLite makes of a blob's text there is not defined.
  @Test func noBlobIsConcatenatedInUTF16() throws {
    var count = 0
    for seed in UInt64(0)..<100 {
      let all = try statements(seed)
      guard all.contains(where: { $0.sql == "PRAGMA encoding = 'UTF-16le'" }) else { continue }
      for statement in all {
        let sql = statement.sql.replacing("group_concat", with: "group")
        for (name, argument) in [("concat(", "iif("), ("concat_ws(", "'-', iif(")] {
          for part in sql.split(separator: name, omittingEmptySubsequences: false).dropFirst() {
            count += 1
            #expect(part.hasPrefix(argument), "\(statement.sql)")
          }
        }
      }
    }
    #expect(count > 0)
  }

  /// SQLite numbers the rows of a table without key and index anew.
  @Test func vacuumComesWhereRowidsStay() throws {
    var count = 0
    for seed in UInt64(0)..<200 {
      var generator = Generator(seed: seed, features: Set(Feature.allCases), length: 150)
      while let statement = generator.next() {
        if statement.sql == "VACUUM" {
          count += 1
          for table in generator.schema.tables where table.hasRowid && table.rowidAlias == nil {
            let isIndexed = generator.schema.indexes.contains { $0.table == table.name }
            #expect(isIndexed || !table.uniqueKeys.isEmpty)
          }
        }
        if statement.needsOutcome { generator.report(success: true) }
      }
    }
    #expect(count > 0)
  }
}
