/// What a SQL function sees of one call: where its result goes, its aggregate state and the connection's
/// environment. Plain data in raw memory; the virtual machine owns it and reuses it from call to call.
public struct FunctionContext {
  /// The result, NULL when the call begins. Text and blobs point into `output`, into an argument (when
  /// the function returns an argument unchanged or a part of it), or into memory that outlives the statement.
  public var result: Cell
  /// The buffer of the destination register, empty when the call begins. Arguments never alias it.
  public var output: ByteBuffer
  /// Zero-filled memory of `FunctionDefinition.stateSize` bytes for the group at hand; nil for scalars.
  public var state: UnsafeMutableRawPointer?
  /// The collation of the first argument that has one, for functions with `.usesCollation`.
  public var collation: Collation
  /// Set by an aggregate with `.picksRow` when the row just given is the new extreme: bare columns then come from it.
  /// The caller clears it before each step.
  public var pickedRow: Bool
  /// Set by a function that has looked at the clock or the time zone. The caller clears it where that is forbidden.
  var isImpure: Bool
  /// Connection-wide facts; outlives the statement.
  public var environment: Unmanaged<FunctionEnvironment>
  /// Set by `fail`; the virtual machine throws it after the call.
  public private(set) var error: Unmanaged<FailureBox>?

  final public class FailureBox {
    let error: DatabaseError
    init(_ error: DatabaseError) { self.error = error }
  }

  public init(environment: FunctionEnvironment) {
    result = .null
    output = ByteBuffer()
    state = nil
    collation = .binary
    pickedRow = false
    isImpure = false
    self.environment = .passUnretained(environment)
    error = nil
  }

  /// Makes the statement fail with `message` once the function returns. The first failure counts.
  @inline(never)
  public mutating func fail(_ message: String, code: ResultCode = .error) {
    guard error == nil else { return }
    error = .passRetained(FailureBox(DatabaseError(code, message)))
  }

  /// Makes the statement fail with an error of the application's. The first failure counts.
  mutating func fail(_ failure: DatabaseError) {
    guard error == nil else { return }
    error = .passRetained(FailureBox(failure))
  }

  /// Takes the failure out, if there is one.
  public mutating func takeError() -> DatabaseError? {
    guard let box = error else { return nil }
    error = nil
    return box.takeRetainedValue().error
  }

  /// Makes the bytes gathered in `output` the result.
  @inline(__always)
  public mutating func returnOutput(as tag: Cell.Tag) {
    result = Cell(
      bits: UInt64(UInt(bitPattern: output.base)), count: UInt32(truncatingIfNeeded: output.count), tag: tag)
  }
}

/// Connection-wide facts that functions may ask for. One object per connection, used by one thread at a time.
public final class FunctionEnvironment {
  /// Rows changed by the last INSERT, UPDATE or DELETE: `changes()`.
  @exclusivity(unchecked) public var changes: Int64 = 0
  /// Rows changed since the connection opened: `total_changes()`.
  @exclusivity(unchecked) public var totalChanges: Int64 = 0
  @exclusivity(unchecked) public var lastInsertRowID: Int64 = 0
  /// SQLITE_LIMIT_LENGTH: the longest text or blob in bytes.
  @exclusivity(unchecked) public var lengthLimit: Int = 1_000_000_000
  /// SQLITE_LIMIT_LIKE_PATTERN_LENGTH.
  @exclusivity(unchecked) public var likePatternLimit: Int = 50_000
  /// `PRAGMA case_sensitive_like`.
  @exclusivity(unchecked) public var caseSensitiveLike = false
  /// The pragma was set: as SQLite then registers LIKE anew, it is not deterministic any more.
  @exclusivity(unchecked) public var isLikeRedefined = false
  /// LIKE and GLOB look into blobs as into text. SQLite decides it when it is compiled; our reference answers 0.
  @exclusivity(unchecked) public var likeMatchesBlobs = false
  @exclusivity(unchecked) public var encoding: TextEncoding = .utf8
  /// Uniformly random 64 bits; injected, so that simulations repeat.
  @exclusivity(unchecked) public var random: () -> UInt64
  /// Milliseconds since 1970-01-01 00:00 UTC; injected. One statement sees one time (the VM caches it).
  @exclusivity(unchecked) public var currentTimeMilliseconds: () -> Int64
  /// Seconds to add to UTC for local time at the given UTC time in seconds since 1970; injected.
  @exclusivity(unchecked) public var localOffsetSeconds: (Int64) -> Int64
  /// True once an interrupt was asked for; long-running functions check it.
  @exclusivity(unchecked) public var isInterrupted: () -> Bool = { false }
  /// Memory of the JSON functions.
  let json: UnsafeMutablePointer<JSONWorkspace>
  /// The time of the statement at hand once a function asked for it; the VM clears it when a statement starts.
  @exclusivity(unchecked) public var statementTimeMilliseconds: Int64?

  public init(
    random: @escaping () -> UInt64, currentTimeMilliseconds: @escaping () -> Int64,
    localOffsetSeconds: @escaping (Int64) -> Int64
  ) {
    self.random = random
    self.currentTimeMilliseconds = currentTimeMilliseconds
    self.localOffsetSeconds = localOffsetSeconds
    json = .allocate(capacity: 1)
    json.initialize(to: JSONWorkspace())
  }

  deinit {
    json.pointee.deallocate()
    json.deallocate()
  }
}
