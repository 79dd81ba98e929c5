import ApusSQL

/// Makes the trigger that carries out a foreign key's action (https://www.sqlite.org/foreignkeys.html §4.3).
///
/// It is written as SQL and parsed, so that comparisons, defaults and the triggers it fires follow the rules of any statement:
/// `OLD.parent = child` compares with the parent's affinity and collation.
enum ForeignKeyActionTrigger {
  static func make(
    _ key: ParentKey, _ event: TriggerDefinition.Event
  ) throws(DatabaseError) -> TriggerDefinition {
    let text = triggerText(key, event)
    var parser = Parser()
    var ast = AST()
    let parsed: ParsedStatement?
    do throws(SyntaxError) {
      parsed = try parser.parseStatement(text, into: &ast)
    } catch {
      throw DatabaseError(.internal, "foreign key action: \(error.message)")
    }
    guard case .createTrigger(let statement)? = parsed?.statement else {
      throw DatabaseError(.internal, "foreign key action without a trigger")
    }
    return TriggerDefinition(
      // No trigger of a user can have such a name.
      name: "\(TriggerDefinition.foreignKeyPrefix)\(key.link.number)_\(key.child.name)",
      database: key.parent.database,
      tableName: key.parent.name, timing: .after, event: event, updateColumns: [], sql: text, ast: ast,
      statement: statement, restriction: .init(violation: key.violation, columns: key.parentColumns))
  }

  private static func triggerText(_ key: ParentKey, _ event: TriggerDefinition.Event) -> String {
    let action = event == .delete ? key.definition.onDelete : key.definition.onUpdate
    let parents = key.parentColumns.map { quoted(key.parent.columns[$0].name) }
    let children = key.childColumns.map { quoted(key.child.columns[$0].name) }
    let child = quoted(key.child.name)
    let match = zip(parents, children).map { "OLD.\($0) = \($1)" }.joined(separator: " AND ")
    let isDelete = event == .delete
    var condition = ""
    if !isDelete {
      let same = parents.map { "OLD.\($0) IS NEW.\($0)" }.joined(separator: " AND ")
      condition = " WHEN NOT (\(same))"
    }
    let body: String
    switch action {
    case .cascade where isDelete: body = "DELETE FROM \(child) WHERE \(match)"
    case .restrict, .noAction:
      body = "SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed') FROM \(child) WHERE \(match)"
    case .cascade, .setNull, .setDefault:
      var values: [String] = []
      for (position, column) in key.childColumns.enumerated() {
        let definition = key.child.columns[column]
        switch action {
        case .cascade: values.append("NEW.\(parents[position])")
        case .setDefault where definition.generated == nil:
          values.append(definition.defaultText.map { "(\($0))" } ?? "NULL")
        default: values.append("NULL")
        }
      }
      let list = zip(children, values).map { "\($0) = \($1)" }.joined(separator: ", ")
      body = "UPDATE \(child) SET \(list) WHERE \(match)"
    }
    return "CREATE TRIGGER action AFTER \(isDelete ? "DELETE" : "UPDATE") ON \(quoted(key.parent.name))"
      + "\(condition) BEGIN \(body); END"
  }

  private static func quoted(_ name: String) -> String {
    var text = "\""
    for character in name.unicodeScalars {
      if character == "\"" { text.unicodeScalars.append("\"") }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }
}

extension TriggerDefinition {
  fileprivate static let foreignKeyPrefix = "sqlite_foreign_key_"

  /// Made for a foreign key, and no trigger of a user.
  var isForeignKeyAction: Bool { name.utf8.starts(with: Self.foreignKeyPrefix.utf8) }
}
