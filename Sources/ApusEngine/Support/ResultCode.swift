/// SQLite's result codes, primary and extended, with SQLite's numbers
/// (https://www.sqlite.org/rescode.html).
public struct ResultCode: RawRepresentable, Hashable, Sendable {
  public var rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  private init(_ primary: Int32, _ detail: Int32 = 0) { rawValue = primary | (detail << 8) }

  /// The code without its extension: its low 8 bits.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xff) }

  public static let error = ResultCode(1)
  public static let `internal` = ResultCode(2)
  public static let permission = ResultCode(3)
  public static let abort = ResultCode(4)
  public static let abortRollback = ResultCode(4, 2)
  public static let busy = ResultCode(5)
  public static let busyRecovery = ResultCode(5, 1)
  public static let busySnapshot = ResultCode(5, 2)
  public static let locked = ResultCode(6)
  public static let outOfMemory = ResultCode(7)
  public static let readOnly = ResultCode(8)
  public static let readOnlyRecovery = ResultCode(8, 1)
  public static let readOnlyCannotLock = ResultCode(8, 2)
  public static let readOnlyRollback = ResultCode(8, 3)
  public static let interrupt = ResultCode(9)
  public static let ioError = ResultCode(10)
  public static let ioErrorRead = ResultCode(10, 1)
  public static let ioErrorShortRead = ResultCode(10, 2)
  public static let ioErrorWrite = ResultCode(10, 3)
  public static let ioErrorSync = ResultCode(10, 4)
  public static let ioErrorDirectorySync = ResultCode(10, 5)
  public static let ioErrorTruncate = ResultCode(10, 6)
  public static let ioErrorStat = ResultCode(10, 7)
  public static let ioErrorUnlock = ResultCode(10, 8)
  public static let ioErrorDelete = ResultCode(10, 10)
  public static let ioErrorLock = ResultCode(10, 15)
  public static let corrupt = ResultCode(11)
  public static let notFound = ResultCode(12)
  public static let full = ResultCode(13)
  public static let cannotOpen = ResultCode(14)
  public static let cannotOpenIsDirectory = ResultCode(14, 2)
  public static let `protocol` = ResultCode(15)
  public static let schemaChanged = ResultCode(17)
  public static let tooBig = ResultCode(18)
  public static let constraint = ResultCode(19)
  public static let constraintCheck = ResultCode(19, 1)
  public static let constraintForeignKey = ResultCode(19, 3)
  public static let constraintNotNull = ResultCode(19, 5)
  public static let constraintPrimaryKey = ResultCode(19, 6)
  public static let constraintTrigger = ResultCode(19, 7)
  public static let constraintUnique = ResultCode(19, 8)
  public static let constraintRowID = ResultCode(19, 10)
  public static let constraintDataType = ResultCode(19, 12)
  public static let mismatch = ResultCode(20)
  public static let misuse = ResultCode(21)
  public static let authorization = ResultCode(23)
  public static let range = ResultCode(25)
  public static let notADatabase = ResultCode(26)
}
