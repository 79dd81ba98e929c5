// The interpreter: one switch. Hot instructions are written out here; cold ones are methods in the topic files.
//
// Rules of this file: no class variable, no array, no closure and no existential in a case that runs per row. What
// changes with the frame (`code`, `r`, `c`) is reloaded after instructions that enter or leave a trigger program.

extension VirtualMachine {
  /// Runs until a row is emitted (true) or the program ends (false).
  func run() throws(DatabaseError) -> Bool {
    let state = self.state
    var frame = state.pointee.frame
    var code = frame.pointee.instructions
    var file = frame.pointee.registers
    var r = file.cells
    var c = frame.pointee.cursors
    var ip = state.pointee.next
    var comparison: Int = 0
    var countdown = state.pointee.interruptCountdown
    let utf16 = isUTF16

    while true {
      switch ip.pointee.opcode {
      // MARK: Control
      case .`init`:
        ip = code + Int(ip.pointee.p2)
        continue
      case .goto:
        let target = code + Int(ip.pointee.p2)
        if target <= ip {
          countdown &-= 1
          if countdown <= 0 { countdown = try checkInterrupt() }
        }
        ip = target
        continue
      case .gosub:
        r[Int(ip.pointee.p1)] = .integer(Int64(ip - code))
        ip = code + Int(ip.pointee.p2)
        continue
      case .return:
        let cell = r[Int(ip.pointee.p1)]
        if ip.pointee.p3 == 1 && cell.tag != .integer { break }
        ip = code + Int(truncatingIfNeeded: cell.integer) + 1
        continue
      case .initCoroutine:
        r[Int(ip.pointee.p1)] = .integer(Int64(ip.pointee.p3) &- 1)
        if ip.pointee.p2 != 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .endCoroutine:
        let caller = code + Int(truncatingIfNeeded: r[Int(ip.pointee.p1)].integer)
        ip = code + Int(caller.pointee.p2)
        continue
      case .yield:
        let here = Int64(ip - code)
        let target = code + Int(truncatingIfNeeded: r[Int(ip.pointee.p1)].integer)
        r[Int(ip.pointee.p1)] = .integer(here)
        ip = target + 1
        continue
      case .halt:
        if ip.pointee.p1 == 0, frame.pointee.parent == nil {
          state.pointee.interruptCountdown = countdown
          try finish()
          return false
        }
        ip = try halt(ip, frame: frame)
        frame = state.pointee.frame
        code = frame.pointee.instructions
        file = frame.pointee.registers
        r = file.cells
        c = frame.pointee.cursors
        continue
      case .haltIfNull:
        if r[Int(ip.pointee.p3)].tag == .null { throw haltError(ip, frame: frame) }
      case .haltMessage: throw haltError(ip, frame: frame)
      case .if:
        let cell = r[Int(ip.pointee.p1)]
        let truth = cell.tag == .integer ? (cell.bits != 0 ? 1 : 0) : truthOf(cell)
        if truth == 1 || (truth < 0 && ip.pointee.p3 != 0) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .ifNot:
        let cell = r[Int(ip.pointee.p1)]
        let truth = cell.tag == .integer ? (cell.bits != 0 ? 1 : 0) : truthOf(cell)
        if truth == 0 || (truth < 0 && ip.pointee.p3 != 0) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .isNull:
        if r[Int(ip.pointee.p1)].tag == .null {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .notNull:
        if r[Int(ip.pointee.p1)].tag != .null {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .ifPositive:
        let value = r[Int(ip.pointee.p1)].integer
        if value > 0 {
          r[Int(ip.pointee.p1)] = .integer(value &- Int64(ip.pointee.p3))
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .ifNotZero:
        let value = r[Int(ip.pointee.p1)].integer
        if value != 0 {
          if value > 0 { r[Int(ip.pointee.p1)] = .integer(value &- 1) }
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .decrementJumpZero:
        var value = r[Int(ip.pointee.p1)].integer
        if value > Int64.min { value &-= 1 }
        r[Int(ip.pointee.p1)] = .integer(value)
        if value == 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .once:
        let mark = frame.pointee.onceMarks.unsafelyUnwrapped + (ip - code)
        if mark.pointee != 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
        mark.pointee = 1
      case .ifNullRow:
        if c[Int(ip.pointee.p1)].isNullRow {
          if ip.pointee.p3 > 0 { r[Int(ip.pointee.p3)] = .null }
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .noop: break

      // MARK: Values
      case .integer:
        r[Int(ip.pointee.p2)] = .integer(Int64(ip.pointee.p1))
      case .constant:
        r[Int(ip.pointee.p2)] = frame.pointee.constants[Int(ip.pointee.p1)]
      case .null:
        var index = Int(ip.pointee.p2)
        let last = max(index, Int(ip.pointee.p3))
        var cell = Cell.null
        if ip.pointee.p1 != 0 { cell.flags = RegisterFlag.cleared }
        while index <= last {
          if r[index].flags & RegisterFlag.object != 0 { releaseObject(index, frame: frame) }
          r[index] = cell
          index &+= 1
        }
      case .variable:
        r[Int(ip.pointee.p2)] = parameters.cells[Int(ip.pointee.p1)]
      case .move:
        var source = Int(ip.pointee.p1)
        var target = Int(ip.pointee.p2)
        var left = ip.pointee.p3
        while left > 0 {
          file.move(from: source, to: target)
          source &+= 1
          target &+= 1
          left &-= 1
        }
      case .copy:
        var source = Int(ip.pointee.p1)
        var target = Int(ip.pointee.p2)
        var left = ip.pointee.p3
        while left >= 0 {
          file.copy(from: source, to: target)
          source &+= 1
          target &+= 1
          left &-= 1
        }
      case .shallowCopy:
        file.shallowCopy(from: Int(ip.pointee.p1), to: Int(ip.pointee.p2))
      case .resultRow:
        state.pointee.row = UnsafePointer(r + Int(ip.pointee.p1))
        if utf16 { showRow(count: Int(ip.pointee.p2)) }
        state.pointee.rowCount = Int(ip.pointee.p2)
        state.pointee.next = ip + 1
        state.pointee.frame = frame
        state.pointee.interruptCountdown = countdown
        state.pointee.phase = .suspended
        state.pointee.writeCounter = writeCounter.pointee
        return true

      // MARK: Arithmetic
      case .add:
        let a = r[Int(ip.pointee.p1)]
        let b = r[Int(ip.pointee.p2)]
        if a.tag == .integer && b.tag == .integer {
          let (sum, overflow) = a.integer.addingReportingOverflow(b.integer)
          r[Int(ip.pointee.p3)] = overflow ? .real(Double(a.integer) + Double(b.integer)) : .integer(sum)
        } else if a.tag == .real && b.tag == .real {
          r[Int(ip.pointee.p3)] = .real(a.real + b.real)
        } else {
          r[Int(ip.pointee.p3)] = arithmetic(.add, a, b)
        }
      case .subtract:
        let a = r[Int(ip.pointee.p1)]
        let b = r[Int(ip.pointee.p2)]
        if a.tag == .integer && b.tag == .integer {
          let (difference, overflow) = a.integer.subtractingReportingOverflow(b.integer)
          r[Int(ip.pointee.p3)] =
            overflow ? .real(Double(a.integer) - Double(b.integer)) : .integer(difference)
        } else if a.tag == .real && b.tag == .real {
          r[Int(ip.pointee.p3)] = .real(a.real - b.real)
        } else {
          r[Int(ip.pointee.p3)] = arithmetic(.subtract, a, b)
        }
      case .multiply:
        let a = r[Int(ip.pointee.p1)]
        let b = r[Int(ip.pointee.p2)]
        if a.tag == .integer && b.tag == .integer {
          let (product, overflow) = a.integer.multipliedReportingOverflow(by: b.integer)
          r[Int(ip.pointee.p3)] = overflow ? .real(Double(a.integer) * Double(b.integer)) : .integer(product)
        } else if a.tag == .real && b.tag == .real {
          r[Int(ip.pointee.p3)] = .real(a.real * b.real)
        } else {
          r[Int(ip.pointee.p3)] = arithmetic(.multiply, a, b)
        }
      case .divide, .remainder, .bitAnd, .bitOr, .shiftLeft, .shiftRight:
        r[Int(ip.pointee.p3)] = arithmetic(
          ip.pointee.opcode, r[Int(ip.pointee.p1)], r[Int(ip.pointee.p2)])
      case .concat: try concatenate(ip, file)
      case .and:
        let a = truthOf(r[Int(ip.pointee.p1)])
        let b = truthOf(r[Int(ip.pointee.p2)])
        r[Int(ip.pointee.p3)] =
          a == 0 || b == 0 ? .integer(0) : a < 0 || b < 0 ? .null : .integer(1)
      case .or:
        let a = truthOf(r[Int(ip.pointee.p1)])
        let b = truthOf(r[Int(ip.pointee.p2)])
        r[Int(ip.pointee.p3)] =
          a == 1 || b == 1 ? .integer(1) : a < 0 || b < 0 ? .null : .integer(0)
      case .not:
        let truth = truthOf(r[Int(ip.pointee.p1)])
        r[Int(ip.pointee.p2)] = truth < 0 ? .null : .integer(Int64(1 &- truth))
      case .bitNot, .negate:
        r[Int(ip.pointee.p2)] = unary(ip.pointee.opcode, r[Int(ip.pointee.p1)])
      case .isTrue:
        let truth = truthOf(r[Int(ip.pointee.p1)])
        let answer = truth < 0 ? (ip.pointee.p3 != 0 ? 1 : 0) : truth
        r[Int(ip.pointee.p2)] = .integer(Int64(answer ^ (ip.pointee.p4 == 1 ? 1 : 0)))
      case .addImmediate:
        let cell = r[Int(ip.pointee.p1)]
        if cell.tag == .integer {
          r[Int(ip.pointee.p1)] = .integer(cell.integer &+ Int64(ip.pointee.p3))
        } else {
          r[Int(ip.pointee.p1)] = .integer(integerValue(cell) &+ Int64(ip.pointee.p3))
        }
      case .cast: try cast(ip, file)
      case .clearSubtype: r[Int(ip.pointee.p1)].subtype = 0
      case .markStoredInteger: markStoredInteger(r + Int(ip.pointee.p1))
      case .takeStoredInteger:
        let cell = r[Int(ip.pointee.p1)]
        // (Functions of programs may set any subtype.)
        if cell.tag == .real, cell.subtype == Cell.storedAsInteger, let whole = Int64(exactly: cell.real) {
          r[Int(ip.pointee.p1)] = .integer(whole)
        }
      case .affinity:
        let letters = frame.pointee.tables.affinities[Int(ip.pointee.p4)]
        try applyAffinities(letters, first: Int(ip.pointee.p1), count: Int(ip.pointee.p2), file)
      case .realAffinity:
        let cell = r[Int(ip.pointee.p1)]
        if cell.tag == .integer { r[Int(ip.pointee.p1)] = .real(Double(cell.integer)) }
      case .mustBeInteger:
        if r[Int(ip.pointee.p1)].tag != .integer, try !makeInteger(ip, file) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .offsetLimit: offsetLimit(ip, r)
      case .compareRegisters: comparison = compareRegisters(ip, frame: frame)
      case .compareJump:
        let target = comparison < 0 ? ip.pointee.p1 : comparison == 0 ? ip.pointee.p2 : ip.pointee.p3
        ip = code + Int(target)
        continue

      // MARK: Comparisons
      case .eq, .ne, .lt, .le, .gt, .ge:
        let a = r[Int(ip.pointee.p1)]
        let b = r[Int(ip.pointee.p3)]
        var order: Int
        if a.tag == .integer && b.tag == .integer && ip.pointee.p5 & InstructionFlag.affinityMask != 0x42 {
          order = a.integer < b.integer ? -1 : a.integer == b.integer ? 0 : 1
        } else {
          order = try compareSlow(ip, a, b)
        }
        var holds: Bool
        switch ip.pointee.opcode {
        case .eq: holds = order == 0
        case .ne: holds = order != 0
        case .lt: holds = order < 0
        case .le: holds = order <= 0
        case .gt: holds = order > 0
        default: holds = order >= 0
        }
        let isNull = order == Self.nullOrder
        let flags = ip.pointee.p5
        if flags & InstructionFlag.storeResult != 0 {
          r[Int(ip.pointee.p2)] = isNull ? .null : .integer(holds ? 1 : 0)
        } else {
          if isNull { holds = flags & InstructionFlag.jumpIfNull != 0 }
          if holds {
            ip = code + Int(ip.pointee.p2)
            continue
          }
        }

      // MARK: Functions
      case .function: try callFunction(ip, frame: frame)
      case .aggregateStep: try aggregateStep(ip, frame: frame)
      case .aggregateFinal: try aggregateResult(ip, frame: frame)

      case .readSubtype: r[Int(ip.pointee.p2)] = .integer(Int64(r[Int(ip.pointee.p1)].subtype))
      case .writeSubtype:
        r[Int(ip.pointee.p1)].subtype = UInt16(truncatingIfNeeded: r[Int(ip.pointee.p2)].integer)

      // MARK: Cursors
      case .openRead, .openWrite: try openCursor(ip, frame: frame)
      case .openEphemeral: try openEphemeral(ip, frame: frame)
      case .openDuplicate: try openDuplicate(ip, frame: frame)
      case .sorterOpen: openSorter(ip, frame: frame)
      case .openPseudo: openPseudo(ip, frame: frame)
      case .close: closeCursor(c + Int(ip.pointee.p1))
      case .rewind:
        let cursor = c + Int(ip.pointee.p1)
        cursor.pointee.rowChanged()
        if try !cursor.pointee.tree.pointee.first() {
          cursor.pointee.isNullRow = true
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .last:
        let cursor = c + Int(ip.pointee.p1)
        cursor.pointee.rowChanged()
        if try !cursor.pointee.tree.pointee.last() {
          cursor.pointee.isNullRow = true
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .next:
        let cursor = c + Int(ip.pointee.p1)
        cursor.pointee.rowChanged()
        if try cursor.pointee.tree.pointee.next() {
          countdown &-= 1
          if countdown <= 0 { countdown = try checkInterrupt() }
          ip = code + Int(ip.pointee.p2)
          continue
        }
        cursor.pointee.isNullRow = true
      case .previous:
        let cursor = c + Int(ip.pointee.p1)
        cursor.pointee.rowChanged()
        if try cursor.pointee.tree.pointee.previous() {
          countdown &-= 1
          if countdown <= 0 { countdown = try checkInterrupt() }
          ip = code + Int(ip.pointee.p2)
          continue
        }
        cursor.pointee.isNullRow = true
      case .ifEmpty:
        if try isEmpty(c + Int(ip.pointee.p1)) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .sorterSort:
        if try !sort(c + Int(ip.pointee.p1)) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .sorterNext:
        let cursor = c + Int(ip.pointee.p1)
        cursor.pointee.rowChanged()
        if try sorterNext(cursor) {
          countdown &-= 1
          if countdown <= 0 { countdown = try checkInterrupt() }
          ip = code + Int(ip.pointee.p2)
          continue
        }
        cursor.pointee.isNullRow = true
      case .sorterInsert: try sorterInsert(ip, frame: frame)
      case .sorterData: sorterData(ip, frame: frame)
      case .seekGE, .seekGT, .seekLE, .seekLT:
        if try !seek(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .seekRowID, .notExists:
        let cursor = c + Int(ip.pointee.p1)
        let key = r[Int(ip.pointee.p3)]
        cursor.pointee.rowChanged()
        if key.tag == .integer {
          let result = try cursor.pointee.tree.pointee.seek(rowID: key.integer)
          cursor.pointee.seekResult = result
          if result != 0 {
            ip = code + Int(ip.pointee.p2)
            continue
          }
        } else if try !seekRowIDSlow(cursor, key) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .found:
        if try probe(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .notFound, .noConflict:
        if try !probe(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .indexGE:
        if try compareEntry(ip, frame: frame) >= 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .indexGT:
        if try compareEntry(ip, frame: frame) > 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .indexLE:
        if try compareEntry(ip, frame: frame) <= 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .indexLT:
        if try compareEntry(ip, frame: frame) < 0 {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .indexRowID:
        let cursor = c + Int(ip.pointee.p1)
        if cursor.pointee.isNullRow {
          r[Int(ip.pointee.p2)] = .null
        } else {
          r[Int(ip.pointee.p2)] = .integer(try entryRowID(cursor))
        }
      case .deferredSeek: try deferSeek(ip, frame: frame)
      case .finishSeek: try finishSeek(c + Int(ip.pointee.p1), frame: frame)
      case .column:
        let cursor = c + Int(ip.pointee.p1)
        let column = ip.pointee.p2
        let target = Int(ip.pointee.p3)
        if column < cursor.pointee.parsed {
          file.decode(
            cursor.pointee.layout[Int(column)], at: cursor.pointee.payload, into: target,
            borrow: ip.pointee.p5 & InstructionFlag.borrow != 0, isUTF16: utf16, machine: self)
        } else if try locate(cursor, column: column, typeOnly: ip.pointee.p5 & InstructionFlag.typeOnly != 0)
          == .found
        {
          file.decode(
            cursor.pointee.layout[Int(column)], at: cursor.pointee.payload, into: target,
            borrow: ip.pointee.p5 & InstructionFlag.borrow != 0, isUTF16: utf16, machine: self)
        } else {
          try columnSlow(ip, frame: frame)
        }
      case .rowID:
        let cursor = c + Int(ip.pointee.p1)
        if cursor.pointee.kind == .table && !cursor.pointee.isNullRow && !cursor.pointee.isSeekDeferred
          && cursor.pointee.tree.pointee.isValid
        {
          r[Int(ip.pointee.p2)] = .integer(cursor.pointee.tree.pointee.rowID)
        } else {
          r[Int(ip.pointee.p2)] = try rowIDSlow(cursor)
        }
      case .nullRow: nullRow(c + Int(ip.pointee.p1))
      case .count: try countEntries(ip, frame: frame)
      case .sequence:
        let cursor = c + Int(ip.pointee.p1)
        r[Int(ip.pointee.p2)] = .integer(cursor.pointee.counter)
        cursor.pointee.counter &+= 1
      case .rowData: try rowData(ip, frame: frame)
      case .makeRecord: try makeRecord(ip, frame: frame)
      case .newRowID: try newRowID(ip, frame: frame)
      case .raiseCounter: raiseCounter(ip, frame: frame)
      case .insert: try insertRow(ip, frame: frame)
      case .delete: try deleteRow(ip, frame: frame)
      case .indexInsert: try insertEntry(ip, frame: frame)
      case .indexDelete: try deleteEntry(ip, frame: frame)
      case .resetCount: resetCount(ip)
      case .filterOpen: openFilter(ip, frame: frame)
      case .filterAdd: addToFilter(ip, frame: frame)
      case .filter:
        if !mayBeInFilter(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .rowSetAdd: rowSetAdd(ip, frame: frame)
      case .rowSetRead:
        if !rowSetRead(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
        countdown &-= 1
        if countdown <= 0 { countdown = try checkInterrupt() }
      case .rowSetTest:
        if rowSetTest(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .windowOpen: openWindow(ip, frame: frame)
      case .windowSame:
        if try isSamePartition(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .windowInsert: try insertWindowRow(ip, frame: frame)
      case .windowBegin:
        if try !beginPartition(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .windowNext:
        if try !nextWindowRow(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }

      // MARK: Virtual tables
      case .virtualOpen: try openVirtual(ip, frame: frame)
      case .membersBegin:
        file.buffers[Int(ip.pointee.p1)].count = 0
        publishMembers(Int(ip.pointee.p1), file)
      case .membersAppend:
        MemberList.append(r[Int(ip.pointee.p2)], to: &file.buffers[Int(ip.pointee.p1)])
        publishMembers(Int(ip.pointee.p1), file)
      case .virtualFilter:
        if try !virtualFilter(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .virtualNext:
        let cursor = c + Int(ip.pointee.p1)
        if try virtualNext(cursor) {
          countdown &-= 1
          if countdown <= 0 { countdown = try checkInterrupt() }
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .virtualColumn: try virtualColumn(ip, frame: frame)
      case .virtualBegin: try virtualBegin(ip, frame: frame)
      case .virtualUpdate: try virtualUpdate(ip, frame: frame)
      case .virtualCreate, .virtualDestroy, .virtualRename: try virtualLife(ip, frame: frame)

      // MARK: Trees and transactions
      case .createTree: try createTree(ip, frame: frame)
      case .destroyTree: try destroyTree(ip, frame: frame)
      case .clearTree: try clearTree(ip, frame: frame)
      case .transaction: try transaction(ip)
      case .autoCommit:
        try autoCommit(ip)
        return false
      case .savepoint: try savepoint(ip, frame: frame)
      case .readCookie: try readCookie(ip, frame: frame)
      case .setCookie: try setCookie(ip, frame: frame)
      case .reloadSchema: try reloadSchema(ip)
      case .native:
        if try !callNative(ip, frame: frame) {
          ip = code + Int(ip.pointee.p2)
          continue
        }
      case .typeCheck: try checkTypes(ip, frame: frame)
      case .foreignKeyCounter: countForeignKey(ip, frame: frame)
      case .foreignKeyCheck: try foreignKeyCheck()
      case .foreignKeyIfZero:
        if hasNoForeignKeyViolation(ip) {
          ip = code + Int(ip.pointee.p2)
          continue
        }

      // MARK: Hooks
      case .tellChange: tellChange(ip, frame: frame)
      case .announceChange: announceChange(ip, frame: frame)

      // MARK: Triggers
      case .program:
        if let entered = try enterProgram(ip, frame: frame) {
          frame = entered
          code = frame.pointee.instructions
          file = frame.pointee.registers
          r = file.cells
          c = frame.pointee.cursors
          ip = code
          continue
        }
      case .parameter:
        let parent = frame.pointee.parent.unsafelyUnwrapped
        var cell = parent.pointee.registers.cells[Int(ip.pointee.p1 &+ frame.pointee.caller.pointee.p1)]
        if cell.hasBytes && cell.flags & RegisterFlag.fixed == 0 { cell.flags = RegisterFlag.borrowed }
        r[Int(ip.pointee.p2)] = cell
      }
      ip += 1
    }
  }
}
