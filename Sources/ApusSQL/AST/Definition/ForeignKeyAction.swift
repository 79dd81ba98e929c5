// ON DELETE and ON UPDATE of a foreign key.

/// What happens to children.
@frozen
public enum ForeignKeyAction: UInt8, Sendable, Equatable {
  /// Not written: as NO ACTION.
  case unspecified
  /// `NO ACTION`
  case noAction
  /// `RESTRICT`
  case restrict
  /// `SET NULL`
  case setNull
  /// `SET DEFAULT`
  case setDefault
  /// `CASCADE`
  case cascade
}
