/// How the fields of an index record compare: one collation and direction per field. Plain data in raw memory,
/// owned by the program or catalog object that made it.
public struct KeyInfo: BitwiseCopyable {
  public struct Field: BitwiseCopyable {
    public var collation: Collation
    /// Descending order.
    public var isDescending: Bool
    /// NULL sorts after everything instead of before (only sorters: NULLS LAST in ASC, NULLS FIRST in DESC).
    public var nullsReversed: Bool

    public init(collation: Collation = .binary, isDescending: Bool = false, nullsReversed: Bool = false) {
      self.collation = collation
      self.isDescending = isDescending
      self.nullsReversed = nullsReversed
    }
  }

  /// Fields that take part in comparisons.
  public let fieldCount: Int
  public let fields: UnsafePointer<Field>
  /// The encoding in which BINARY compares text.
  public let encoding: TextEncoding

  /// Allocates; the owner calls `deallocate()`.
  public init(_ fields: [Field], encoding: TextEncoding) {
    fieldCount = fields.count
    let memory = UnsafeMutablePointer<Field>.allocate(capacity: max(fields.count, 1))
    for (index, field) in fields.enumerated() { (memory + index).initialize(to: field) }
    self.fields = UnsafePointer(memory)
    self.encoding = encoding
  }

  public func deallocate() { fields.deallocate() }
}
