/// Everything one database's schema table says, as an immutable value paired with the snapshot that it was read
/// from. Names are kept in lower case as keys (ASCII letters only fold, as in SQLite).
public final class Catalog: Sendable {
  /// The schema cookie of the snapshot that this was read from.
  public let schemaCookie: UInt32
  /// Distinguishes uncommitted schemas under one cookie; unique in the process.
  public let generation: UInt64
  public let encoding: TextEncoding
  /// Indexes may be descending: files of a schema format below 4 ignore DESC.
  public let allowsDescending: Bool
  public let tables: [String: TableDefinition]
  public let indexes: [String: IndexDefinition]
  /// By lower-case table name, in the order in which SQLite would list them (newest first).
  public let indexesByTable: [String: [IndexDefinition]]
  public let views: [String: ViewDefinition]
  public let triggers: [String: TriggerDefinition]
  public let triggersByTable: [String: [TriggerDefinition]]
  /// `sqlite_stat1`: estimated rows per lower-case table name.
  public let rowEstimates: [String: Double]
  /// Lower-case names of tables and views in creation order, for listings.
  public let tableOrder: [String]
  /// By lower-case name. Their columns are known once a connection has reached them through their modules.
  public let virtualTables: [String: VirtualTableDefinition]
  /// The foreign keys that refer to a table, by its lower-case name, whether or not it exists: the newest first.
  let foreignKeysByParent: [String: [ForeignKeyLink]]
  /// Tables, views and virtual tables.
  let relations: NameTable<CatalogSet.Relation>
  /// As `indexesByTable`.
  let indexesOfTables: NameTable<[IndexDefinition]>

  public init(
    schemaCookie: UInt32, generation: UInt64, encoding: TextEncoding,
    tables: [String: TableDefinition], indexes: [String: IndexDefinition],
    indexesByTable: [String: [IndexDefinition]], views: [String: ViewDefinition],
    triggers: [String: TriggerDefinition], triggersByTable: [String: [TriggerDefinition]],
    rowEstimates: [String: Double], tableOrder: [String],
    virtualTables: [String: VirtualTableDefinition] = [:], allowsDescending: Bool = true
  ) {
    self.schemaCookie = schemaCookie
    self.generation = generation
    self.encoding = encoding
    self.allowsDescending = allowsDescending
    self.tables = tables
    self.indexes = indexes
    self.indexesByTable = indexesByTable
    self.views = views
    self.triggers = triggers
    self.triggersByTable = triggersByTable
    self.rowEstimates = rowEstimates
    self.tableOrder = tableOrder
    self.virtualTables = virtualTables
    relations = NameTable(
      tables.map { (name: $0.key, value: .table($0.value)) }
        + views.map { (name: $0.key, value: .view($0.value)) }
        + virtualTables.map { (name: $0.key, value: .virtual($0.value)) })
    indexesOfTables = NameTable(indexesByTable.map { (name: $0.key, value: $0.value) })
    var links: [String: [ForeignKeyLink]] = [:]
    for name in tableOrder.reversed() {
      guard let child = tables[name] else { continue }
      for link in ForeignKeyLink.all(of: child) {
        links[link.definition.parentTable.lowercasedASCII, default: []].append(link)
      }
    }
    foreignKeysByParent = links
  }
}
