import ApusSQL

/// Tables and indexes between the reading of their rows and the making of the catalog: root pages of constraint
/// indexes, and indexes themselves, come in later rows.
enum CatalogDraft {
  struct Index {
    var name: String
    var columns: [IndexDefinition.Column]
    var isUnique: Bool
    var filter: ExprID?
    var root: UInt32
    var sql: String
    var ast: AST
  }

  struct Table {
    var builder: TableBuilder
    var root: UInt32
    var sql: String
    var ast: AST
    var isSystem: Bool
    var database: Int
    /// By lower-case index name.
    var constraintRoots: [String: UInt32] = [:]
    var createdIndexes: [Index] = []
    var virtual: VirtualTableIdentity?

    init(
      builder: TableBuilder, root: UInt32, sql: String, ast: AST, isSystem: Bool, database: Int,
      virtual: VirtualTableIdentity? = nil
    ) {
      self.virtual = virtual
      self.builder = builder
      self.root = root
      self.sql = sql
      self.ast = ast
      self.isSystem = isSystem
      self.database = database
    }

    var columns: [ColumnDefinition] { builder.columns.map(\.definition) }

    /// The key of a WITHOUT ROWID table's tree.
    func primaryKey(_ lookup: SchemaLookup) -> [IndexDefinition.Column]? {
      guard builder.isWithoutRowID else { return nil }
      return builder.indexes.first { $0.origin == .primaryKey }.map { key($0, lookup) }
    }

    private func key(_ index: TableBuilder.Index, _ lookup: SchemaLookup) -> [IndexDefinition.Column] {
      index.columns.map {
        IndexDefinition.Column(
          tableColumn: $0.column, expression: nil,
          collation: lookup.findCollation($0.collationName) ?? .missing($0.collationName),
          collationName: $0.collationName,
          isDescending: $0.isDescending)
      }
    }

    func analysisTable(_ lookup: SchemaLookup) -> IndexAnalysis.Table {
      IndexAnalysis.Table(
        name: builder.name, columns: columns, rowIDAlias: builder.rowIDAlias,
        primaryKey: primaryKey(lookup))
    }

    /// The finished table and its indexes, the newest first and those that REPLACE last.
    func make(
      lookup: SchemaLookup, statistics: (_ indexName: String) -> StatisticsTable.Index,
      samples: (_ indexName: String, _ columns: [IndexDefinition.Column], _ statistics: [Double]) ->
        IndexSamples? = { _, _, _ in nil }
    ) -> (table: TableDefinition, indexes: [IndexDefinition]) {
      let columns = self.columns
      let primaryKey = primaryKey(lookup)
      var indexes: [IndexDefinition] = []
      var tree: IndexDefinition?
      for index in builder.indexes {
        let keys = key(index, lookup)
        let isTree = builder.isWithoutRowID && index.origin == .primaryKey
        let known = statistics(isTree ? builder.name : index.name)
        let definition = IndexDefinition(
          name: index.name, tableName: builder.name, database: database,
          rootPage: isTree ? root : constraintRoots[index.name.lowercasedASCII] ?? 0, columns: keys,
          storedColumns: isTree
            ? IndexAnalysis.treeColumns(key: keys, columns: columns)
            : IndexAnalysis.storedColumns(keys, primaryKey: primaryKey, keepsOrder: false),
          isUnique: true, conflict: index.conflict, origin: index.origin, partialCondition: nil, sql: nil,
          ast: nil, statistics: known.numbers, isUnordered: known.isUnordered,
          forbidsSkips: known.forbidsSkips, width: known.width,
          samples: samples(isTree ? builder.name : index.name, keys, known.numbers))
        if isTree { tree = definition }
        indexes.append(definition)
      }
      for index in createdIndexes {
        let known = statistics(index.name)
        indexes.append(
          IndexDefinition(
            name: index.name, tableName: builder.name, database: database, rootPage: index.root,
            columns: index.columns,
            storedColumns: IndexAnalysis.storedColumns(
              index.columns, primaryKey: primaryKey, keepsOrder: true),
            isUnique: index.isUnique, conflict: .unspecified, origin: .createIndex,
            partialCondition: index.filter, sql: index.sql, ast: index.ast,
            statistics: known.numbers, isUnordered: known.isUnordered,
            forbidsSkips: known.forbidsSkips, width: known.width,
            samples: samples(index.name, index.columns, known.numbers)))
      }
      indexes.reverse()
      let ordered =
        indexes.filter { $0.conflict != .replace } + indexes.filter { $0.conflict == .replace }
      var keyColumns: [Int] = []
      if builder.rowIDAlias >= 0 {
        keyColumns = [builder.rowIDAlias]
      } else if let key = builder.indexes.first(where: { $0.origin == .primaryKey }) {
        keyColumns = key.columns.map(\.column)
      }
      let table = TableDefinition(
        name: builder.name, database: database, rootPage: root, columns: columns,
        rowIDAlias: builder.rowIDAlias, isWithoutRowID: builder.isWithoutRowID, isStrict: builder.isStrict,
        isAutoIncrement: builder.isAutoIncrement, primaryKeyIndex: tree, primaryKeyColumns: keyColumns,
        rowIDConflict: builder.rowIDConflict, checks: builder.checks, foreignKeys: builder.foreignKeys,
        sql: sql, ast: ast, isSystem: isSystem, virtual: virtual)
      return (table, ordered)
    }
  }
}

extension CatalogLoader {
  /// Makes the immutable catalog.
  func finish() -> Catalog {
    var tableDefinitions: [String: TableDefinition] = [:]
    var indexDefinitions: [String: IndexDefinition] = [:]
    var byTable: [String: [IndexDefinition]] = [:]
    let statistics = StatisticsTable(source.statistics, samples: source.samples)
    var estimates: [String: Double] = [:]
    for (key, draft) in tables {
      let made = draft.make(
        lookup: lookup, statistics: { statistics.index(table: key, index: $0) },
        samples: { name, columns, numbers in
          IndexSamples(
            statistics.samples(table: key, index: name), columns: columns, statistics: numbers,
            encoding: source.encoding)
        })
      tableDefinitions[key] = made.table
      if !made.indexes.isEmpty { byTable[key] = made.indexes }
      for index in made.indexes { indexDefinitions[index.name.lowercasedASCII] = index }
      if let rows = statistics.rowEstimate(table: key, indexes: made.indexes) { estimates[key] = rows }
    }
    return Catalog(
      schemaCookie: source.schemaCookie, generation: Self.newGeneration(), encoding: source.encoding,
      tables: tableDefinitions, indexes: indexDefinitions, indexesByTable: byTable, views: views,
      triggers: triggers, triggersByTable: triggersByTable, rowEstimates: estimates,
      tableOrder: tableOrder, virtualTables: virtualTables, allowsDescending: source.allowsDescending)
  }
}

/// `sqlite_stat1` and `sqlite_stat4` by table and index.
struct StatisticsTable {
  struct Index {
    var numbers: [Double] = []
    var isUnordered = false
    var forbidsSkips = false
    var width: Double?
  }

  private var byIndex: [String: Index] = [:]
  private var byTable: [String: Double] = [:]
  private var samplesByIndex: [String: [SampleRow]] = [:]

  init(_ rows: [StatisticsRow], samples: [SampleRow] = []) {
    for row in rows {
      var entry = Index()
      let words = row.numbers.split(separator: " ")
      for word in words {
        guard let number = UInt64(word) else { break }
        entry.numbers.append(Double(number))
      }
      guard let first = entry.numbers.first else { continue }
      for word in words.dropFirst(entry.numbers.count) {
        if word.hasPrefix("unordered") { entry.isUnordered = true }
        if word.hasPrefix("noskipscan") { entry.forbidsSkips = true }
        if word.hasPrefix("sz="), let width = UInt64(word.dropFirst(3).prefix { $0.isWholeNumber }) {
          entry.width = Double(max(width, 2))
        }
      }
      let table = row.table.lowercasedASCII
      if let index = row.index {
        byIndex[Self.key(table, index)] = entry
      } else {
        byTable[table] = first
      }
    }
    for row in samples {
      samplesByIndex[Self.key(row.table.lowercasedASCII, row.index), default: []].append(row)
    }
  }

  private static func key(_ table: String, _ index: String) -> String {
    "\(table)\u{0}\(index.lowercasedASCII)"
  }

  func index(table: String, index: String) -> Index { byIndex[Self.key(table, index)] ?? Index() }

  func samples(table: String, index: String) -> [SampleRow] { samplesByIndex[Self.key(table, index)] ?? [] }

  /// Rows of the table: from its own line, else from an index that holds all rows.
  func rowEstimate(table: String, indexes: [IndexDefinition]) -> Double? {
    if let rows = byTable[table] { return rows }
    for index in indexes where index.partialCondition == nil {
      if let rows = index.statistics.first { return rows }
    }
    return nil
  }
}
