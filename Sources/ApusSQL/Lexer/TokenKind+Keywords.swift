// Recognising keywords: the first eight letters, folded to lower case, are one integer, and the keyword is found
// by comparing integers. Nothing is allocated or hashed.
//
// Invariant: callers pass only ASCII letters and underscores, each byte or-ed with 0x20 (an underscore becomes
// 0x7F, which no letter does).

extension TokenKind {
  /// The keyword with these letters, or `identifier`.
  ///
  /// - Parameters:
  ///   - head: The first eight bytes, the first in the lowest byte, zero-filled.
  ///   - tail: Bytes nine to sixteen in the same form.
  ///   - count: Number of bytes.
  static func keyword(head: UInt64, tail: UInt64, count: Int) -> TokenKind {
    switch count {
    case 2:
      switch UInt32(truncatingIfNeeded: head) {
      case 0x7361: return .as
      case 0x7962: return .by
      case 0x6F64: return .do
      case 0x6669: return .if
      case 0x6E69: return .in
      case 0x7369: return .is
      case 0x6F6E: return .no
      case 0x666F: return .of
      case 0x6E6F: return .on
      case 0x726F: return .or
      case 0x6F74: return .to
      default: return .identifier
      }
    case 3:
      switch UInt32(truncatingIfNeeded: head) {
      case 0x646461: return .add
      case 0x6C6C61: return .all
      case 0x646E61: return .and
      case 0x637361: return .asc
      case 0x646E65: return .end
      case 0x726F66: return .for
      case 0x79656B: return .key
      case 0x746F6E: return .not
      case 0x776F72: return .row
      case 0x746573: return .set
      default: return .identifier
      }
    case 4:
      switch UInt32(truncatingIfNeeded: head) {
      case 0x65736163: return .case
      case 0x74736163: return .cast
      case 0x63736564: return .desc
      case 0x706F7264: return .drop
      case 0x68636165: return .each
      case 0x65736C65: return .else
      case 0x6C696166: return .fail
      case 0x6D6F7266: return .from
      case 0x6C6C7566: return .full
      case 0x626F6C67: return .glob
      case 0x6F746E69: return .into
      case 0x6E696F6A: return .join
      case 0x7473616C: return .last
      case 0x7466656C: return .left
      case 0x656B696C: return .like
      case 0x6C6C756E: return .null
      case 0x7265766F: return .over
      case 0x6E616C70: return .plan
      case 0x73776F72: return .rows
      case 0x706D6574: return .temp
      case 0x6E656874: return .then
      case 0x73656974: return .ties
      case 0x77656976: return .view
      case 0x6E656877: return .when
      case 0x68746977: return .with
      default: return .identifier
      }
    case 5:
      switch head {
      case 0x74726F6261: return .abort
      case 0x7265746661: return .after
      case 0x7265746C61: return .alter
      case 0x6E69676562: return .begin
      case 0x6B63656863: return .check
      case 0x73736F7263: return .cross
      case 0x7473726966: return .first
      case 0x70756F7267: return .group
      case 0x7865646E69: return .index
      case 0x72656E6E69: return .inner
      case 0x74696D696C: return .limit
      case 0x686374616D: return .match
      case 0x736C6C756E: return .nulls
      case 0x726564726F: return .order
      case 0x726574756F: return .outer
      case 0x7972657571: return .query
      case 0x6573696172: return .raise
      case 0x65676E6172: return .range
      case 0x7468676972: return .right
      case 0x656C626174: return .table
      case 0x6E6F696E75: return .union
      case 0x676E697375: return .using
      case 0x6572656877: return .where
      default: return .identifier
      }
    case 6:
      switch head {
      case 0x6E6F69746361: return .action
      case 0x737961776C61: return .always
      case 0x686361747461: return .attach
      case 0x65726F666562: return .before
      case 0x6E6D756C6F63: return .column
      case 0x74696D6D6F63: return .commit
      case 0x657461657263: return .create
      case 0x6574656C6564: return .delete
      case 0x686361746564: return .detach
      case 0x657061637365: return .escape
      case 0x747065637865: return .except
      case 0x737473697865: return .exists
      case 0x7265746C6966: return .filter
      case 0x7370756F7267: return .groups
      case 0x676E69766168: return .having
      case 0x65726F6E6769: return .ignore
      case 0x747265736E69: return .insert
      case 0x6C6C756E7369: return .isnull
      case 0x74657366666F: return .offset
      case 0x73726568746F: return .others
      case 0x616D67617270: return .pragma
      case 0x707865676572: return .regexp
      case 0x656D616E6572: return .rename
      case 0x7463656C6573: return .select
      case 0x657571696E75: return .unique
      case 0x657461647075: return .update
      case 0x6D7575636176: return .vacuum
      case 0x7365756C6176: return .values
      case 0x776F646E6977: return .window
      default: return .identifier
      }
    case 7:
      switch head {
      case 0x657A796C616E61: return .analyze
      case 0x6E656577746562: return .between
      case 0x65646163736163: return .cascade
      case 0x6574616C6C6F63: return .collate
      case 0x746E6572727563: return .current
      case 0x746C7561666564: return .default
      case 0x6564756C637865: return .exclude
      case 0x6E69616C707865: return .explain
      case 0x6E676965726F66: return .foreign
      case 0x64657865646E69: return .indexed
      case 0x64616574736E69: return .instead
      case 0x6C61727574616E: return .natural
      case 0x676E6968746F6E: return .nothing
      case 0x6C6C756E746F6E: return .notnull
      case 0x7972616D697270: return .primary
      case 0x7865646E696572: return .reindex
      case 0x657361656C6572: return .release
      case 0x6563616C706572: return .replace
      case 0x72656767697274: return .trigger
      case 0x6C617574726976: return .virtual
      case 0x74756F68746977: return .without
      default: return .identifier
      }
    case 8:
      switch head {
      case 0x7463696C666E6F63: return .conflict
      case 0x6573616261746164: return .database
      case 0x6465727265666564: return .deferred
      case 0x74636E6974736964: return .distinct
      case 0x7463697274736572: return .restrict
      case 0x6B6361626C6C6F72: return .rollback
      default: return .identifier
      }
    case 9:
      switch (head, tail) {
      case (0x766973756C637865, 0x65): return .exclusive
      case (0x6E69776F6C6C6F66, 0x67): return .following
      case (0x65746172656E6567, 0x64): return .generated
      case (0x74616964656D6D69, 0x65): return .immediate
      case (0x6C6C616974696E69, 0x79): return .initially
      case (0x6365737265746E69, 0x74): return .intersect
      case (0x6F69746974726170, 0x6E): return .partition
      case (0x6E69646563657270, 0x67): return .preceding
      case (0x7669737275636572, 0x65): return .recursive
      case (0x6E696E7275746572, 0x67): return .returning
      case (0x6E696F7065766173, 0x74): return .savepoint
      case (0x7261726F706D6574, 0x79): return .temporary
      case (0x65646E756F626E75, 0x64): return .unbounded
      default: return .identifier
      }
    case 10:
      switch (head, tail) {
      case (0x69617274736E6F63, 0x746E): return .constraint
      case (0x6261727265666564, 0x656C): return .deferrable
      case (0x636E657265666572, 0x7365): return .references
      default: return .identifier
      }
    case 11:
      switch (head, tail) {
      case (0x746361736E617274, 0x6E6F69): return .transaction
      default: return .identifier
      }
    case 12:
      switch (head, tail) {
      case (0x7F746E6572727563, 0x65746164): return .currentDate
      case (0x7F746E6572727563, 0x656D6974): return .currentTime
      case (0x6C6169726574616D, 0x64657A69): return .materialized
      default: return .identifier
      }
    case 13:
      switch (head, tail) {
      case (0x72636E696F747561, 0x746E656D65): return .autoincrement
      default: return .identifier
      }
    case 17:
      switch (head, tail) {
      case (0x7F746E6572727563, 0x6D617473656D6974): return .currentTimestamp
      default: return .identifier
      }
    default: return .identifier
    }
  }
}
