/// Asks the authorizer during one compilation. There is none when the connection has no authorizer.
///
/// Columns and functions are asked about while names are resolved, SELECTs and tables of which nothing is read while code is made
/// (`QueryAuthorization`). Each question is kept, since SQLite resolves some texts twice that are bound once.
final class Authorization {
  /// A FROM item under the name by which the statement has it.
  private struct Item {
    // Kept, so that no other item gets its identity.
    let source: BoundSource
    let name: String
    let schema: String?
  }

  /// A view: its FROM item is a query.
  private struct View {
    let source: BoundSource
    let definition: ViewDefinition
  }

  /// Questions that are kept. Common tables that read each other twice would double them with every one.
  private static let mostQuestions = 100_000

  private unowned let connection: Connection
  private let authorizer: Authorizer
  private let catalogs: CatalogSet
  /// The trigger, view or common table whose text is being compiled, as it is written where it is used.
  private(set) var innermost: String?
  private var items: [ObjectIdentifier: Item] = [:]
  private var views: [ObjectIdentifier: View] = [:]
  private var questions: [Question] = []
  private var mode = Mode.asking
  /// The statement is not going to be compiled.
  private(set) var hasRefused = false
  /// What has been asked about, so that nobody is asked twice, and whether it is left out. Kept, so that no other object gets its identity.
  private var known: [Subject: Bool] = [:]
  private var kept: [AnyObject] = []

  init(_ authorizer: @escaping Authorizer, _ connection: Connection, _ catalogs: CatalogSet) {
    self.authorizer = authorizer
    self.connection = connection
    self.catalogs = catalogs
  }

  /// Compiles a text that is not the statement's own.
  func within<T>(
    _ name: String?, _ body: () throws(DatabaseError) -> T
  ) throws(DatabaseError) -> T {
    let outer = innermost
    innermost = name
    defer { innermost = outer }
    return try body()
  }

  // MARK: Questions

  /// A question, and what a refusal means.
  struct Question {
    fileprivate enum Refusal {
      case ofAction
      case ofColumn(database: Int)
      case ofFunction(written: String, offset: Int?)
    }

    fileprivate(set) var request: AuthorizerRequest
    fileprivate let refusal: Refusal
    /// It is about a column of the row that a statement changes.
    fileprivate(set) var isOfRow = false
  }

  private enum Mode {
    case asking
    /// Everything is allowed for now: what is asked is asked later, in another order.
    case postponing
    /// It was asked: these were ignored.
    case answered(Set<AuthorizerRequest>)
  }

  private func isIgnored(_ question: Question) throws(DatabaseError) -> Bool {
    if questions.count < Self.mostQuestions { questions.append(question) }
    switch mode {
    case .asking: return try ask(question)
    case .postponing: return false
    case .answered(let ignored): return ignored.contains(question.request)
    }
  }

  private func ask(_ question: Question) throws(DatabaseError) -> Bool {
    switch connection.runHook({ authorizer(question.request) }) {
    case .allow: return false
    case .ignore: return true
    case .deny:
      hasRefused = true
      throw error(question)
    }
  }

  private func error(_ question: Question) -> DatabaseError {
    let request = question.request
    switch question.refusal {
    case .ofAction: return DatabaseError(.authorization, "not authorized")
    case .ofColumn(let database):
      // As SQLite, which names the database when there is another one than main and temp.
      let prefix =
        catalogs.entries.count > 2 || database != 0 ? "\(catalogs.name(ofDatabase: database))." : ""
      return DatabaseError(
        .authorization,
        "access to \(prefix)\(request.first ?? "").\(request.second ?? "") is prohibited")
    case .ofFunction(let written, let offset):
      return DatabaseError(.error, "not authorized to use function: \(written)", sqlOffset: offset)
    }
  }

  private func request(
    _ action: AuthorizerAction, _ first: String?, _ second: String?, _ database: String?
  ) -> AuthorizerRequest {
    AuthorizerRequest(action, first, second, database: database, innermost: innermost)
  }

  /// - Returns: whether the action is left out.
  /// - Throws: `.authorization`, "not authorized".
  func ignores(
    _ action: AuthorizerAction, _ first: String? = nil, _ second: String? = nil, database: Int? = nil
  ) throws(DatabaseError) -> Bool {
    try isIgnored(
      Question(
        request: request(action, first, second, database.flatMap { catalogs.name(ofDatabase: $0) }),
        refusal: .ofAction))
  }

  /// ALTER TABLE has names of its own places: the database comes first, the column that is dropped where others have the database.
  func ignoresAlteration(
    of table: String, _ database: Int, column: String?
  ) throws(DatabaseError) -> Bool {
    try isIgnored(
      Question(
        request: request(.alterTable, catalogs.name(ofDatabase: database), table, column), refusal: .ofAction)
    )
  }

  func hides(_ column: String, of table: String, database: Int) throws(DatabaseError) -> Bool {
    try isIgnored(
      Question(
        request: request(.read, table, column, catalogs.name(ofDatabase: database)),
        refusal: .ofColumn(database: database)))
  }

  /// - Returns: whether a call of the function is NULL.
  /// - Throws: `.error`, "not authorized to use function: f".
  func hidesFunction(_ name: String, written: String, offset: Int?) throws(DatabaseError) -> Bool {
    try isIgnored(
      Question(
        request: request(.function, nil, name, nil), refusal: .ofFunction(written: written, offset: offset)))
  }

  // MARK: Texts that SQLite resolves again, or later

  /// How many questions there were so far.
  var mark: Int { questions.count }

  /// Asks again what was asked in a part of the compilation; the answers change nothing, refusals apart.
  /// - Parameters:
  ///   - old: what the text was called then. It is `innermost` now.
  func askAgain(
    _ range: Range<Int>, within old: String?, where isMeant: (Question) -> Bool = { _ in true }
  ) throws(DatabaseError) {
    for index in range.clamped(to: questions.indices) where isMeant(questions[index]) {
      var question = questions[index]
      if question.request.innermost == old { question.request.innermost = innermost }
      _ = try isIgnored(question)
    }
  }

  /// Binds a text before its turn: its questions wait for `settle`.
  func postponing<T>(
    _ body: () throws(DatabaseError) -> T
  ) throws(DatabaseError) -> (value: T, waiting: Range<Int>) {
    let outer = mode
    mode = .postponing
    let start = questions.count
    defer { mode = outer }
    let value = try body()
    return (value, start..<questions.count)
  }

  /// Asks the questions that wait.
  /// - Parameters:
  ///   - old: as in `askAgain`, where the text is called otherwise now.
  ///   - body: binds the text again, when an answer makes another text of it.
  /// - Returns: what it has bound; nil when what was bound first holds.
  func settle<T>(
    _ waiting: Range<Int>, within old: String?? = nil, rebinding body: () throws(DatabaseError) -> T
  ) throws(DatabaseError) -> T? {
    if case .postponing = mode { return nil }
    var ignored: Set<AuthorizerRequest> = []
    for waited in Array(questions[waiting.clamped(to: questions.indices)]) {
      var question = waited
      if let old, question.request.innermost == old { question.request.innermost = innermost }
      if try isIgnored(question) { ignored.insert(waited.request) }
    }
    if ignored.isEmpty { return nil }
    let outer = mode
    mode = .answered(ignored)
    defer { mode = outer }
    return try body()
  }

  // MARK: Queries

  /// What is asked about once: a query, SELECT or common table, or parts of a compound.
  private struct Subject: Hashable {
    let identity: ObjectIdentifier
    let parts: Range<Int>
  }

  /// Whether nobody has been asked about it; from now on somebody has.
  func isNew(_ object: AnyObject) -> Bool {
    if isKnown(object) { return false }
    known[Subject(identity: ObjectIdentifier(object), parts: 0..<0)] = false
    kept.append(object)
    return true
  }

  func isKnown(_ object: AnyObject) -> Bool {
    known[Subject(identity: ObjectIdentifier(object), parts: 0..<0)] != nil
  }

  /// What was decided about parts of a compound, or is decided now.
  func decide(
    _ query: AnyObject, parts: Range<Int>, _ body: () throws(DatabaseError) -> Bool
  ) throws(DatabaseError) -> Bool {
    let subject = Subject(identity: ObjectIdentifier(query), parts: parts)
    if let decided = known[subject] { return decided }
    let isLeftOut = try body()
    known[subject] = isLeftOut
    kept.append(query)
    return isLeftOut
  }

  func note(_ source: BoundSource, showing view: ViewDefinition) {
    views[ObjectIdentifier(source)] = View(source: source, definition: view)
  }

  /// - Parameters:
  ///   - name: as the statement has it, whatever the alias.
  ///   - schema: the database that the statement or the view's own names.
  func note(_ source: BoundSource, named name: String, schema: String?) {
    items[ObjectIdentifier(source)] = Item(source: source, name: name, schema: schema)
  }

  func note(_ copy: BoundSource, copyOf source: BoundSource) {
    if let item = items[ObjectIdentifier(source)] {
      note(copy, named: item.name, schema: item.schema)
    }
    if let view = views[ObjectIdentifier(source)] { note(copy, showing: view.definition) }
  }

  /// What the text of a FROM item is called; nil for subqueries.
  func name(of source: BoundSource) -> String? { items[ObjectIdentifier(source)]?.name }

  /// The table or view that a FROM item shows; nil for subqueries and common tables, about whose columns nobody is asked.
  private func relation(_ source: BoundSource) -> (name: String, database: Int)? {
    if let view = views[ObjectIdentifier(source)] { return (view.definition.name, view.definition.database) }
    guard let table = source.table else { return nil }
    // The row of an upsert that could not be inserted is no table's.
    if case .registers = source.kind, source.name == "excluded" { return nil }
    return (table.name, table.database)
  }

  /// - Parameter column: -1 for the rowid.
  /// - Returns: whether the column reads as NULL.
  /// - Throws: `.authorization`, "access to t.c is prohibited".
  func hides(_ column: Int, of source: BoundSource) throws(DatabaseError) -> Bool {
    guard let (table, database) = relation(source) else { return false }
    var index = column
    if index < 0, let alias = source.table?.rowIDAlias { index = alias }
    let name = source.columns.indices.contains(index) ? source.columns[index].name : "ROWID"
    var question = Question(
      request: request(.read, table, name, catalogs.name(ofDatabase: database)),
      refusal: .ofColumn(database: database))
    if case .registers = source.kind { question.isOfRow = true }
    return try isIgnored(question)
  }

  /// A named item whose rows are read, but none of its columns. (Its rowid is a column only where it has no name of its own.)
  /// - Throws: `.authorization`, "not authorized".
  func checkRows(of source: BoundSource) throws(DatabaseError) {
    guard let item = items[ObjectIdentifier(source)] else { return }
    let alias = source.table?.rowIDAlias ?? -1
    // What a call of it passes is no column that is read.
    let passesArguments = !source.tableArguments.isEmpty
    let isRead = source.columns.indices.contains { column in
      column != alias && source.usedColumns.contains(column)
        && !(passesArguments && source.columns[column].isHidden)
    }
    if isRead { return }
    _ = try isIgnored(
      Question(
        request: request(.read, item.name, "", source.isDerived ? nil : item.schema), refusal: .ofAction))
  }
}
