// Operator precedence. Expected groupings follow SQLite's documented operator table and were confirmed by
// comparing results of SQLite 3.51.3.

import Testing

@Suite("Operator precedence")
struct PrecedenceTests {
  @Test(
    "expressions group as in SQLite",
    arguments: [
      ("a or b and c", "(a or (b and c))"),
      ("not a and b", "((not a) and b)"),
      ("not a = b", "(not (a equal b))"),
      ("a = not b = c", "(a equal (not (b equal c)))"),
      ("a = b < c", "(a equal (b less c))"),
      ("a < b = c < d", "((a less b) equal (c less d))"),
      ("a = b = c", "((a equal b) equal c)"),
      ("a & b | c << d", "(((a bitAnd b) bitOr c) shiftLeft d)"),
      ("a | b + c", "(a bitOr (b add c))"),
      ("a - b - c * d / e % f", "((a subtract b) subtract (((c multiply d) divide e) remainder f))"),
      ("a * b || c", "(a multiply (b concatenate c))"),
      ("a || b -> c ->> d", "(((a concatenate b) jsonExtract c) jsonExtractText d)"),
      ("a || b collate nocase", "(a concatenate (b collate nocase))"),
      ("- a collate nocase", "((negate a) collate nocase)"),
      ("- a || b", "((negate a) concatenate b)"),
      ("~ - + a", "(bitNot (negate (plus a)))"),
      ("- not a = b", "(negate (not (a equal b)))"),
      ("a + b not null", "(notNull (a add b))"),
      ("a = b isnull", "(isNull (a equal b))"),
      ("a and b not null", "(a and (notNull b))"),
      ("a is not b", "(a isNot b)"),
      ("a is not distinct from b + 1", "(a is (b add 1))"),
      ("a is distinct from b", "(a isNot b)"),
      ("a like b < c escape d", "(a like (b less c) escape d)"),
      ("a not glob b or c", "((a not glob b) or c)"),
      ("a between b and c and d", "((a between b and c) and d)"),
      ("a between b = c and d = e", "((a between (b equal c) and d) equal e)"),
      ("a not between not b and c", "(a not between (not b) and c)"),
      ("a = b between c and d", "((a equal b) between c and d)"),
      ("a in (1) = b", "(a IN (1) equal b)"),
    ])
  func grouping(_ sql: String, _ expected: String) throws {
    #expect(try grouped(sql) == expected)
  }
}
