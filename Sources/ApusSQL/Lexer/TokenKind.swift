// The kinds of tokens. The order of the cases carries meaning: it makes "may this word be a name here" one
// comparison.
//
// Invariants, by raw value:
// - 0 is an identifier, bare or quoted; then come the keywords that fall back to an identifier wherever the
//   grammar has no use for them as keywords; `indexed` and the join words follow, then `string`.

/// What a token is.
enum TokenKind: UInt8 {
  // Names, and the words that may be names.
  case identifier
  case abort, action, after, always, analyze, asc, attach, before, begin, by, cascade, cast, column
  case conflict, current, currentDate, currentTime, currentTimestamp, database, deferred, desc, detach
  case `do`, each, end, exclude, exclusive, explain, fail, first, following, `for`, generated, glob
  case groups, `if`, ignore, immediate, initially, instead, key, last, like, match, materialized, no
  case nulls, of, offset, others, partition, plan, pragma, preceding, query, raise, range, recursive
  case regexp, reindex, release, rename, replace, restrict, rollback, row, rows, savepoint, temp
  case temporary, ties, trigger, unbounded, vacuum, view, virtual, with, without
  // Accepted as a name in most places.
  case indexed
  // Accepted as the name of a column, function or schema object, not as an alias without AS.
  case cross, full, inner, left, natural, outer, right
  // A name in single quotes, or a string literal.
  case string
  // Reserved words.
  case add, all, alter, and, `as`, autoincrement, between, `case`, check, collate, commit, constraint
  case create, `default`, deferrable, delete, distinct, drop, `else`, escape, except, exists, filter
  case foreign, from, group, having, `in`, index, insert, intersect, into, `is`, isnull, join, limit, not
  case nothing, notnull, null, on, or, order, over, primary, references, returning, select, set, table
  case then, to, transaction, union, unique, update, using, values, when, `where`, window
  // Literals and parameters.
  case integer, float, separatedNumber, blob, variable
  // Punctuation.
  case semicolon, leftParenthesis, rightParenthesis, comma, dot, star
  case plus, minus, slash, percent, tilde, ampersand, bar, concat, arrow, longArrow
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, shiftLeft, shiftRight
  // The end of the text, and what no token begins with.
  case endOfText, illegal

  /// A bare word or quoted name, or a keyword that falls back to one.
  @inline(__always) var isID: Bool { rawValue <= TokenKind.without.rawValue }
  /// What may name a column in an expression, or a function.
  @inline(__always) var isColumnName: Bool { rawValue <= TokenKind.right.rawValue }
  /// What may name a schema object, or follow AS.
  @inline(__always) var isName: Bool { rawValue <= TokenKind.string.rawValue }
  /// One of the join words.
  @inline(__always) var isJoinWord: Bool {
    rawValue >= TokenKind.cross.rawValue && rawValue <= TokenKind.right.rawValue
  }
}
