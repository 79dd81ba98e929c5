// CREATE TRIGGER.

/// `CREATE [TEMP] TRIGGER [IF NOT EXISTS] name … BEGIN … END`
@frozen
public struct CreateTriggerStatement: Sendable, Equatable {
  /// TEMP.
  public var isTemporary: Bool
  /// IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The database.
  public var schema: Name?
  /// The trigger.
  public var name: Name
  /// When it fires.
  public var time: TriggerTime
  /// What fires it.
  public var event: TriggerEvent
  /// The database of the table.
  public var tableSchema: Name?
  /// The table or view.
  public var table: Name
  /// FOR EACH ROW, which has no effect.
  public var forEachRow: Bool
  /// WHEN.
  public var condition: ExprID?
  /// The program: SELECT, INSERT, UPDATE and DELETE statements, at least one.
  public var body: NodeList<Statement>
  /// From BEGIN to END, both included.
  public var bodyRange: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(
    isTemporary: Bool = false, ifNotExists: Bool = false, schema: Name? = nil, name: Name,
    time: TriggerTime = .unspecified, event: TriggerEvent, tableSchema: Name? = nil, table: Name,
    forEachRow: Bool = false, condition: ExprID? = nil, body: NodeList<Statement> = .empty,
    bodyRange: SourceRange = .none
  ) {
    self.isTemporary = isTemporary
    self.ifNotExists = ifNotExists
    self.schema = schema
    self.name = name
    self.time = time
    self.event = event
    self.tableSchema = tableSchema
    self.table = table
    self.forEachRow = forEachRow
    self.condition = condition
    self.body = body
    self.bodyRange = bodyRange
  }
}
