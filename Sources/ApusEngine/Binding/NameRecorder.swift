import ApusSQL

/// What the names in a text were found to mean, gathered while the text is bound: ALTER TABLE edits them there.
///
/// Ranges are those of the tokens, quotation marks included.
final class NameRecorder {
  struct ColumnUse {
    let source: BoundSource
    /// -1: the rowid, under any of its names.
    let column: Int
    let name: SourceRange
  }

  struct TableUse {
    let source: BoundSource
    let name: SourceRange
  }

  /// How much was known at a moment.
  struct Mark {
    fileprivate let columns: Int
    fileprivate let tables: Int
    fileprivate let qualifiers: Int
    fileprivate let strings: Int
  }

  private(set) var columns: [ColumnUse] = []
  /// Items of FROM clauses.
  private(set) var tables: [TableUse] = []
  /// `t` of `t.a` and `t.*` where it is the table's own name and no alias.
  private(set) var qualifiers: [TableUse] = []
  /// Names in double quotes that nothing has: strings.
  private(set) var strings: [SourceRange] = []
  private var aliased: [BoundSource] = []

  func noteTable(_ source: BoundSource, name: Name, hasAlias: Bool) {
    tables.append(TableUse(source: source, name: name.range))
    if hasAlias { aliased.append(source) }
  }

  func noteColumn(_ column: Int, of source: BoundSource, at id: ExprID, in ast: AST) {
    switch ast[id] {
    case .column(let name):
      columns.append(ColumnUse(source: source, column: column, name: name.range))
    case .qualifiedColumn(let qualified):
      columns.append(ColumnUse(source: source, column: column, name: ast[qualified].column.range))
      noteQualifier(ast[qualified].table, of: source)
    default: break
    }
  }

  func noteColumn(_ column: Int, of source: BoundSource, name: Name) {
    columns.append(ColumnUse(source: source, column: column, name: name.range))
  }

  func noteQualifier(_ name: Name, of source: BoundSource) {
    guard !aliased.contains(where: { $0 === source }) else { return }
    qualifiers.append(TableUse(source: source, name: name.range))
  }

  func noteString(_ name: Name) { strings.append(name.range) }

  var mark: Mark {
    Mark(
      columns: columns.count, tables: tables.count, qualifiers: qualifiers.count, strings: strings.count)
  }

  /// What was noted since: names that were tried in vain.
  func forget(after mark: Mark) {
    columns.removeSubrange(mark.columns...)
    tables.removeSubrange(mark.tables...)
    qualifiers.removeSubrange(mark.qualifiers...)
    strings.removeSubrange(mark.strings...)
  }
}
