// Every statement of the grammar. Payloads are trivial data; what varies in length lies in the arena.

/// A statement.
@frozen
public enum Statement: Sendable, Equatable {
  /// SELECT or VALUES, WITH included.
  case select(SelectID)
  /// INSERT and REPLACE.
  case insert(InsertStatement)
  /// UPDATE.
  case update(UpdateStatement)
  /// DELETE.
  case delete(DeleteStatement)
  /// CREATE TABLE.
  case createTable(CreateTableStatement)
  /// CREATE INDEX.
  case createIndex(CreateIndexStatement)
  /// CREATE VIEW.
  case createView(CreateViewStatement)
  /// CREATE TRIGGER.
  case createTrigger(CreateTriggerStatement)
  /// CREATE VIRTUAL TABLE.
  case createVirtualTable(CreateVirtualTableStatement)
  /// ALTER TABLE.
  case alterTable(AlterTableStatement)
  /// DROP.
  case drop(DropStatement)
  /// REINDEX.
  case reindex(schema: Name?, name: Name?)
  /// ANALYZE.
  case analyze(schema: Name?, name: Name?)
  /// VACUUM.
  case vacuum(schema: Name?, into: ExprID?)
  /// ATTACH.
  case attach(file: ExprID, schema: ExprID, key: ExprID?)
  /// DETACH.
  case detach(ExprID)
  /// PRAGMA.
  case pragma(PragmaStatement)
  /// BEGIN.
  case begin(TransactionKind)
  /// COMMIT and END.
  case commit
  /// ROLLBACK.
  case rollback
  /// SAVEPOINT.
  case savepoint(Name)
  /// RELEASE.
  case release(Name)
  /// ROLLBACK TO.
  case rollbackTo(Name)
}
