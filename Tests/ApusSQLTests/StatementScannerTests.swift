// Completeness of statements. Expected values are the answers of SQLite 3.51.3.

import ApusSQL
import Testing

@Suite("Statement scanner")
struct StatementScannerTests {
  @Test(
    "a shell asks for more lines exactly when SQLite's does",
    arguments: [
      ("", false), ("  ", false), ("select 1", false), ("select 1;", true), ("select 1; ", true),
      ("select 1; -- x", true), ("select 1; /* x", false), ("select 1; /* x */", true),
      ("create trigger a begin x; end", false), ("create trigger a begin x; end;", true),
      ("create temp trigger a begin x; end ;", true), ("explain create trigger a begin x;", false),
      ("explain query plan create trigger a; end;", true), ("select 'a;", false), ("select \"a;", false),
      ("select [a;", false), ("select `a;", false), ("-- x", false), (";", true),
      ("create table trigger;", true), ("explain select 1;", true), ("explain temp create trigger x;", true),
      ("explain x create trigger x;", false), ("create x trigger y;", true),
      ("explain explain create trigger x;", true), ("create trigger x;end", false),
      ("create trigger x; end x; end;", true), ("create trigger x; ;end;", true), ("1;x'1;", false),
      ("$ ;", true), ("select 1; /", false), ("/* ; */", false), ("/*", false), ("end;", true),
      ("/*;*/;", true), ("$a::b(c;", true), ("$a::b(c;d);", true), ("@a(;", true), ("$a('b;", false),
      ("x'ab;", false), ("x'0g';", true), ("select 1e(;", true), ("select #;", true), ("1.5e;", true),
      ("create trigger a begin $x(; end;", true),
    ])
  func complete(_ sql: String, _ expected: Bool) {
    #expect(StatementScanner.isComplete(sql) == expected)
  }

  @Test("the next statement begins behind the semicolon that ends this one")
  func next() {
    let script = Array("select ';' ; create trigger a begin x; y; end; z".utf8)
    let ends = script.withUnsafeBufferPointer { bytes in
      let first = StatementScanner.nextStatement(bytes, from: 0)
      let second = StatementScanner.nextStatement(bytes, from: first)
      return [first, second, StatementScanner.nextStatement(bytes, from: second)]
    }
    #expect(ends == [12, 46, 48])
  }
}
