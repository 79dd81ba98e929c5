/// One step of a program: 16 bytes of plain data. What the operands mean is told at each `Opcode`.
public struct Instruction: BitwiseCopyable {
  public var opcode: Opcode
  /// Flags.
  public var p5: UInt8
  /// An index into one of the program's pools, or a small number. `Instruction.noP4` when unused.
  public var p4: UInt16
  public var p1: Int32
  public var p2: Int32
  public var p3: Int32

  public static let noP4: UInt16 = 0xffff

  @inline(__always)
  public init(
    _ opcode: Opcode, _ p1: Int32 = 0, _ p2: Int32 = 0, _ p3: Int32 = 0, p4: UInt16 = Instruction.noP4,
    p5: UInt8 = 0
  ) {
    self.opcode = opcode
    self.p5 = p5
    self.p4 = p4
    self.p1 = p1
    self.p2 = p2
    self.p3 = p3
  }
}

extension Instruction {
  /// function, aggregateStep: how many registers from p2 are arguments. Its low byte is p5, the rest the high byte of p1.
  @inline(__always)
  var argumentCount: Int32 { Int32(p5) | (p1 &>> 24) &<< 8 }
}

/// Values of `p5`.
public enum InstructionFlag {
  // Comparisons (eq … ge): the low bits hold an `Affinity` raw value (mask 0x47).
  public static let affinityMask: UInt8 = 0x47
  /// A NULL operand makes the comparison jump.
  public static let jumpIfNull: UInt8 = 0x10
  /// NULL equals NULL and nothing else (IS, IS NOT); the result is never NULL.
  public static let nullEquals: UInt8 = 0x80
  /// Store 1, 0 or NULL into r[p2] and do not jump.
  public static let storeResult: UInt8 = 0x20

  // insert, delete, indexInsert
  /// Count the row in changes().
  public static let countChange: UInt8 = 0x01
  /// The row is known to go to the end of the tree.
  public static let append: UInt8 = 0x02
  /// Set last_insert_rowid().
  public static let lastRowID: UInt8 = 0x04
  /// The cursor stands where the entry goes (a failed seek came just before).
  public static let useSeekResult: UInt8 = 0x08
  /// delete: keep the cursor's place so that next/previous continue from it.
  public static let savePosition: UInt8 = 0x10
  /// This insert is the second half of an UPDATE.
  public static let isUpdate: UInt8 = 0x20

  // openRead, openWrite
  /// The root page is in r[p2].
  public static let rootInRegister: UInt8 = 0x01

  // column
  /// Only the type or length will be looked at: the value's bytes need not be loaded.
  public static let typeOnly: UInt8 = 0x01
  /// The value is used up before the cursor moves, closes or its tree changes: its bytes may stay on the page.
  /// Without this flag text and blobs are copied into the register, as SQLite does.
  public static let borrow: UInt8 = 0x02

  // next, previous
  /// Count towards the interrupt check.
  public static let checkInterrupt: UInt8 = 0x01

  // transaction
  /// Check the schema cookie and catalog generation.
  public static let checkSchema: UInt8 = 0x01

  // indexDelete
  /// The entry must be there.
  public static let mustExist: UInt8 = 0x01
}
