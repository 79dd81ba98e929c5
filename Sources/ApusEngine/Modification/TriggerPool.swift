/// The trigger programs of one statement, each made once per conflict action however often and from wherever it is fired.
///
/// Invariants: a `program` instruction names a program by its number in the pool, and the pool belongs to the statement's own
/// program, also for triggers that fire triggers; so a trigger may fire itself. A program is made after the code that fires it, never
/// inside it: the stack does not grow with the depth of the chain. (For an authorizer the first few of a chain are.)
final class TriggerPool {
  private struct Key: Hashable {
    let trigger: ObjectIdentifier
    let conflict: ConflictAction
  }

  private struct Request {
    let trigger: TriggerDefinition
    /// The table or, for INSTEAD OF, what stands for the view.
    let table: TableDefinition
    let conflict: ConflictAction
    var program: Program?
  }

  /// The generator of the statement's own program.
  private let root: CodeGenerator
  private var numbers: [Key: UInt16] = [:]
  private var requests: [Request] = []
  /// How many of the statement's programs there are.
  private var completed = 0
  /// Of programs that are made inside of the code that fires them.
  private var depth = 0
  /// Of AUTOINCREMENT tables that the statement or a trigger inserts into.
  private var counters: [(table: TableDefinition, counter: AutoIncrement)] = []
  var hasCounters: Bool { !counters.isEmpty }

  private struct ActionKey: Hashable {
    let child: ObjectIdentifier
    let number: Int
    let event: TriggerDefinition.Event
  }

  private var actions: [ActionKey: TriggerDefinition] = [:]

  init(root: CodeGenerator) { self.root = root }

  /// The trigger that does what a foreign key's action says; the same one each time, so that it may fire itself.
  func action(
    of key: ParentKey, _ event: TriggerDefinition.Event
  ) throws(DatabaseError) -> TriggerDefinition {
    let name = ActionKey(child: ObjectIdentifier(key.child), number: key.link.number, event: event)
    if let known = actions[name] { return known }
    let trigger = try ForeignKeyActionTrigger.make(key, event)
    actions[name] = trigger
    return trigger
  }

  /// The number of the program that `trigger` runs when a statement with that conflict action fires it.
  func number(
    of trigger: TriggerDefinition, on table: TableDefinition, conflict: ConflictAction
  ) throws(DatabaseError) -> UInt16 {
    let key = Key(trigger: ObjectIdentifier(trigger), conflict: conflict)
    if let known = numbers[key] { return known }
    guard requests.count < Int(Instruction.noP4) else {
      throw DatabaseError(.tooBig, "statement too complex")
    }
    let number = UInt16(requests.count)
    numbers[key] = number
    requests.append(Request(trigger: trigger, table: table, conflict: conflict))
    // As SQLite makes it, which shows in the order of questions; to a depth that the stack has room for.
    if root.context.authorization != nil, depth < 20 {
      depth += 1
      defer { depth -= 1 }
      requests[Int(number)].program = try compile(requests[Int(number)])
    }
    return number
  }

  /// Makes all programs, those that the programs themselves ask for included, and hands them to the statement's program.
  func complete() throws(DatabaseError) {
    while completed < requests.count {
      let request = requests[completed]
      completed += 1
      let program: Program
      if let made = request.program { program = made } else { program = try compile(request) }
      _ = try root.builder.subprogram(program)
    }
  }

  private func compile(_ request: Request) throws(DatabaseError) -> Program {
    try TriggerProgramCompiler.compile(
      request.trigger, on: request.table, conflict: request.conflict, pool: self, root: root)
  }

  // MARK: AUTOINCREMENT

  /// The counter of a table: one for the statement and all its triggers.
  func counter(of table: TableDefinition) throws(DatabaseError) -> AutoIncrement {
    if let known = counters.first(where: { $0.table === table }) { return known.counter }
    let counter = try AutoIncrement(root, table)
    counters.append((table, counter))
    return counter
  }

  /// Reads all counters; to run before the first row.
  func emitCounterBegins() {
    for entry in counters { entry.counter.emitBegin() }
  }

  /// Stores all counters; to run after the last row. The one met last comes first, as in SQLite.
  func emitCounterEnds() throws(DatabaseError) {
    for entry in counters.reversed() { try entry.counter.emitEnd() }
  }
}
