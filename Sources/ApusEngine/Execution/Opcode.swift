/// The instructions of the virtual machine.
///
/// `r[n]` is register n (from 1; 0 means none where a register is optional), `c[n]` cursor n, `k[n]` constant n of the program.
/// "Jump" sets the program counter to p2. Names follow SQLite's documented opcodes where the meaning is the same
/// (https://www.sqlite.org/opcode.html); operand order differs and is what stands here.
public enum Opcode: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  // MARK: Control
  /// First instruction: jump to p2 (the set-up code at the end).
  case `init`
  case goto
  /// r[p1] = address of this instruction; jump.
  case gosub
  /// Continue after the address in r[p1]. With p3 = 1: when r[p1] is not an integer, fall through.
  case `return`
  /// r[p1] = coroutine entry p3 - 1; jump to p2 unless p2 is 0.
  case initCoroutine
  /// Jump to the caller of coroutine r[p1]'s `yield`, at that yield's p2.
  case endCoroutine
  /// Swap the program counter with r[p1]. p2: where to go when the coroutine ended.
  case yield
  /// End the program. p1: result code (0 done), p2: `ConflictAction` raw value to apply on error, p3: k[] index of the message
  /// (-1 none), p4: index into `constraints`. In a trigger program with p1 0, return to the parent.
  case halt
  /// halt with p1, p2, p4 when r[p3] is NULL.
  case haltIfNull
  /// halt with code p1 and action p2; the message is the text of r[p3]. (RAISE)
  case haltMessage
  /// Jump if r[p1] is true; when NULL, jump iff p3 ≠ 0.
  case `if`
  /// Jump if r[p1] is false; when NULL, jump iff p3 ≠ 0.
  case ifNot
  /// Jump if r[p1] is NULL.
  case isNull
  /// Jump if r[p1] is not NULL.
  case notNull
  /// If integer r[p1] > 0: r[p1] -= p3 and jump.
  case ifPositive
  /// If integer r[p1] ≠ 0: decrement it when > 0, and jump.
  case ifNotZero
  /// Decrement integer r[p1]; jump if it is then 0.
  case decrementJumpZero
  /// Fall through the first time in a run of the (sub)program, jump every later time.
  case once
  /// Jump if cursor p1 stands on a null row (`nullRow`).
  case ifNullRow
  case noop

  // MARK: Values
  /// r[p2] = p1.
  case integer
  /// r[p2] = k[p1]. The bytes belong to the program.
  case constant
  /// r[p2...p3] = NULL (p3 < p2: only r[p2]). p1 ≠ 0: a NULL that equals no other NULL in `compareRegisters`/distinct checks.
  case null
  /// r[p2] = bound parameter p1 (from 1).
  case variable
  /// Move r[p1..<p1+p3] to r[p2..<p2+p3]; the sources become NULL.
  case move
  /// Copy r[p1...p1+p3] to r[p2...p2+p3], owning the bytes.
  case copy
  /// r[p2] = r[p1] without owning the bytes: valid while r[p1] is unchanged.
  case shallowCopy
  /// Emit r[p1..<p1+p2] as a row.
  case resultRow

  // MARK: Arithmetic, all r[p3] = r[p1] op r[p2], NULL in NULL out
  case add, subtract, multiply, divide, remainder
  case concat
  case bitAnd, bitOr, shiftLeft, shiftRight
  /// Three-valued logic: r[p3] = r[p1] op r[p2].
  case and, or
  /// r[p2] = op r[p1].
  case not, bitNot, negate
  /// r[p2] = r[p1] as truth value; r[p1] NULL gives p3; the answer is flipped when p4 is 1. (IS TRUE, IS NOT FALSE …)
  case isTrue
  /// r[p1] += p3 (r[p1] is an integer, made one if need be).
  case addImmediate
  /// CAST r[p1] in place to affinity p2 (CAST's rules, not affinity's).
  case cast
  /// r[p1] loses its subtype.
  case clearSubtype
  /// A real r[p1] that a record holds as an integer gets the subtype that says so.
  case markStoredInteger
  /// r[p1] with that subtype becomes the integer.
  case takeStoredInteger
  /// Apply affinity string p4 (`affinities`) to r[p1..<p1+p2].
  case affinity
  /// Integer r[p1] becomes a real: columns of REAL affinity store integral values as integers.
  case realAffinity
  /// r[p1] must become an integer without loss; else jump to p2, or with p2 = 0 fail with "datatype mismatch".
  case mustBeInteger
  /// r[p2] = max(r[p1],0) …: LIMIT r[p1] and OFFSET r[p3] (0 none) into r[p2] = rows to fetch in all, -1 for no limit.
  case offsetLimit
  /// Compare registers r[p1..<p1+p3] with r[p2..<p2+p3] under key info p4; keep the outcome for `compareJump`.
  case compareRegisters
  /// Jump to p1, p2 or p3 as the last `compareRegisters` was less, equal or greater.
  case compareJump

  // MARK: Comparisons: jump to p2 if r[p1] op r[p3]; p4 collation id; p5 affinity and flags (InstructionFlag)
  case eq, ne, lt, le, gt, ge

  // MARK: Functions
  /// r[p3] = function p4 of `functions` over r[p2..<p2+`argumentCount`]. p1: collation id, above it the place in a schema.
  case function
  /// Add r[p2..<p2+`argumentCount`] to the aggregate whose state is r[p3] with function p4; p1: collation id.
  case aggregateStep
  /// r[p1] = final value of the aggregate state r[p1] by function p4. A state that no `aggregateStep` touched counts as empty.
  case aggregateFinal

  /// r[p2] = the subtype of r[p1], as an integer: for values that a sorter takes.
  case readSubtype
  /// The subtype of r[p1] = integer r[p2].
  case writeSubtype

  // MARK: Cursors
  /// Open c[p1] on the tree with root p2 in database p3. p4: key info index for an index, none for a table. p5: flags.
  case openRead, openWrite
  /// Open c[p1] as a new empty private tree: with p4 an index (key info), else a table. p2: columns. Re-opening empties it.
  case openEphemeral
  /// c[p1] becomes another cursor on the ephemeral tree of c[p2].
  case openDuplicate
  /// c[p1] is a sorter: p2 columns, key info p4 (its field count is the sort key's), p3 > 0: keep only the first r[p3] rows (top-N) when that is an integer > 0.
  case sorterOpen
  /// c[p1] reads the record in r[p2] as its one row; p3 columns.
  case openPseudo
  case close
  /// First entry; jump if empty.
  case rewind
  case last
  /// Next entry: jump if there is one. p5 ≠ 0: bump the interrupt counter.
  case next, previous
  /// Jump if the tree of c[p1] is empty.
  case ifEmpty
  /// Sort; jump if empty.
  case sorterSort
  case sorterNext
  /// Add the record r[p2] to sorter c[p1].
  case sorterInsert
  /// r[p2] = record under sorter c[p1]; p3: pseudo cursor whose cache is reset (-1 none).
  case sorterData
  /// Table cursor: r[p3] holds the rowid (any type: numeric comparison rules as SQLite's SeekGE), p4 unused.
  /// Index cursor: key r[p3..<p3+p4]. Position at the first entry ≥, first >, last ≤, last < the key; jump if none.
  case seekGE, seekGT, seekLE, seekLT
  /// Table c[p1]: rowid r[p3] not found (or not an integer): jump.
  case seekRowID
  /// Same, r[p3] is known to be an integer.
  case notExists
  /// Index c[p1]: key r[p3..<p3+p4], or record r[p3] when p4 is 0: jump if an entry with this prefix exists.
  case found
  /// … jump if there is none; the cursor then stands where it would go.
  case notFound
  /// Like notFound, and also jump if the key contains NULL: UNIQUE checks.
  case noConflict
  /// Index c[p1]: jump if the entry under it is ≥, >, ≤, < key r[p3..<p3+p4] (prefix comparison).
  case indexGE, indexGT, indexLE, indexLT
  /// r[p2] = rowid at the end of the entry under index c[p1].
  case indexRowID
  /// Table c[p3] is to stand on the row of index c[p1]'s entry once a column of it is asked for. p4: index into `columnMaps`
  /// (table column → index column + 1, 0 none): those columns are read from the index.
  case deferredSeek
  /// Do the deferred seek of c[p1] now.
  case finishSeek
  /// r[p3] = column p2 of the record under c[p1]; p4: k[] index of the default for records that are too short (none: NULL). p5: flags.
  /// The value may borrow from the page until the cursor moves or its tree changes.
  case column
  /// r[p2] = rowid of table c[p1]; NULL on a null row.
  case rowID
  /// c[p1] reads NULL in every column until it moves.
  case nullRow
  /// r[p2] = number of entries of c[p1].
  case count
  /// r[p2] = next number of c[p1]'s own counter, from 0.
  case sequence
  /// r[p2] = the record under c[p1].
  case rowData
  /// r[p3] = record of r[p1..<p1+p2]; p4: affinity string applied first. Registers keep the converted values.
  case makeRecord
  /// r[p2] = a rowid not in use in c[p1]: max + 1, else random. p3 > 0: AUTOINCREMENT, above r[p3] of the
  /// statement's own program, which is raised; "database or disk is full" past the end.
  case newRowID
  /// r[p1] of the statement's own program becomes r[p2] if that is larger. Both are integers.
  case raiseCounter
  /// Insert record r[p2] with rowid r[p3] into table c[p1]. p5: flags. An entry with that rowid is overwritten.
  case insert
  /// Delete the entry under c[p1]. p5: flags.
  case delete
  /// Insert record r[p2] into index c[p1]; key fields r[p3..<p3+p4] are the same values (p4 0: none given).
  case indexInsert
  /// Delete the entry with key r[p2..<p2+p3] from index c[p1]; p5 = 1: "corrupt" error when absent.
  case indexDelete
  /// Forget the changes counted so far by this statement (p1 = 0), or publish them to changes() (p1 = 1).
  case resetCount
  /// r[p1] = an empty Bloom filter of p2 bytes, a power of two.
  case filterOpen
  /// Add the key r[p3..<p3+p4] to the Bloom filter r[p1]. p5: see `BloomFilter`.
  case filterAdd
  /// Jump if the Bloom filter r[p1] knows that the key r[p3..<p3+p4] is not among its keys. p5 as in `filterAdd`.
  case filter
  /// Rowid sets in r[p1]: add r[p2].
  case rowSetAdd
  /// Take the smallest rowid of r[p1] into r[p3]; jump when empty.
  case rowSetRead
  /// Jump if r[p3] is in r[p1], else add it. p4: batch number as SQLite's RowSetTest (any number works).
  case rowSetTest
  /// c[p1] = an empty window operator for `windows[p4]`.
  case windowOpen
  /// Jump if the row in r[p3...] belongs to the partition that window c[p1] is gathering (the first row does).
  case windowSame
  /// Add the row in r[p2...] to the partition of window c[p1].
  case windowInsert
  /// The partition of window c[p1] is complete: check the distances of frames in r[p3...]; jump if it has no rows.
  case windowBegin
  /// r[p3...] = the next row of window c[p1]: its output fields, then the values of its functions. They borrow from the window
  /// until the next row. Jump after the last row; the partition is forgotten then.
  case windowNext

  // MARK: Virtual tables
  /// Open c[p1] on virtual table p4 of `virtualTables`.
  case virtualOpen
  /// r[p1] = an empty `MemberList`.
  case membersBegin
  /// Append r[p2] to the `MemberList` in r[p1].
  case membersAppend
  /// Begin scan p4 of `virtualScans` with c[p1]; its arguments stand in registers from p3. Jump if there is no row.
  case virtualFilter
  /// Next row: jump if there is one.
  case virtualNext
  /// r[p3] = column p2 of the row under c[p1].
  case virtualColumn

  /// Virtual table p4 of `virtualTables` is going to be changed: it joins the transaction.
  case virtualBegin
  /// Change a row of virtual table p4: r[p1..<p1+p2] are the old key, the new key and the columns (`RowChange`). p3 ≠ 0: the answer is what
  /// last_insert_rowid() is. p5: `ConflictAction` raw value.
  case virtualUpdate
  /// Create virtual table p4, of which the schema knows already; drop it.
  case virtualCreate, virtualDestroy
  /// Give virtual table p4 the name in r[p1].
  case virtualRename

  // MARK: Trees and transactions
  /// r[p2] = root of a new tree in database p1; p3: 1 table, 2 index.
  case createTree
  /// Drop the tree with root p1 (p5 & 1: in r[p1]) of database p3; r[p2] = page that moved to its place, 0 none.
  case destroyTree
  /// Delete all entries of root p1 in database p2; p3 > 0: add the number to r[p3] and to changes. p4: 1 index, else table.
  case clearTree
  /// Start a transaction on database p1: p2 0 read, 1 write; p3 is the schema cookie that the program was compiled for,
  /// p5 ≠ 0: check it and the catalog generation, `schemaChanged` on mismatch.
  case transaction
  /// p1: 1 commit, 0 begin; p2: 1 with p1 = 1 rolls back. p3: begin kind 0 deferred, 1 immediate, 2 exclusive. Ends the program.
  case autoCommit
  /// p1: 0 begin, 1 release, 2 rollback to; p4: k[] index of the name.
  case savepoint
  /// r[p2] = header field p3 of database p1.
  case readCookie
  /// Header field p2 of database p1 = r[p3].
  case setCookie
  /// Read the schema of database p1 again from its schema table: the statement changed it. p2: `SchemaAlteration` raw value of the
  /// ALTER TABLE that did, 0 for other statements.
  case reloadSchema
  /// Call `nativeCalls[p4]` (cold work such as pragmas); registers from p1; p2: jump if it answers false.
  case native

  /// STRICT tables: r[p1..<p1+p2] must have the types that affinity string p4 says (`A` any, `B` text, `b` blob, `D` integer,
  /// `E` real: an integer becomes one); NULL passes. Else "cannot store X value in Y column t.c": `constraints[p3]` has the
  /// table and all column names; its `name` holds the declared types joined by commas.
  case typeCheck
  /// Add p3 to the number of violated foreign keys: p1 = 0 of this statement, 1 of the transaction (deferred). p4: index into
  /// `constraints`, the key that is violated.
  case foreignKeyCounter
  /// Jump if that number, and the number of immediate ones that are postponed, is zero. p1: as for `foreignKeyCounter`.
  case foreignKeyIfZero
  /// Fail if this statement has violated immediate foreign keys: before it gives out rows.
  case foreignKeyCheck

  // MARK: Hooks, in programs of connections that have some
  /// Tell the application that a row of table p4 of `changedTables` has changed: p1 `RowOperation`, rowid r[p2].
  case tellChange
  /// Tell the application that a row of table p4 is going to change: p5 `RowOperation`; the old row's rowid and columns from r[p1], the new one's
  /// from r[p2] (0: none).
  case announceChange

  // MARK: Triggers
  /// Run `subprograms[p4]` of the statement's own program with a fresh register frame; its `parameter` n reads r[p1 + n].
  /// RAISE(IGNORE) jumps to p2. p3: register that holds the frame's run state. p5 ≠ 0: not when this trigger already runs
  /// (recursive triggers off).
  case program
  /// r[p2] = r[p1 + parent's program p1] of the parent frame.
  case parameter
}
