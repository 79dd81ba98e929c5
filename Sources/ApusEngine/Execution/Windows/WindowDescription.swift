/// What a window operator does: the fields of its rows, and the frames and functions to compute over them. Part of a program,
/// immutable.
///
/// A row's fields are, in this order: those that whoever reads the operator asked for (`outputCount` of them), then whatever
/// partitions, peers, arguments and filters need beside them.
public struct WindowDescription: Sendable {
  /// A field that rows are compared by.
  struct Key: Sendable, BitwiseCopyable {
    var field: Int32
    var collation: Collation
    var isDescending = false
    var nullsReversed = false
  }

  enum Unit: UInt8, Sendable, BitwiseCopyable { case rows, range, groups }
  enum End: UInt8, Sendable, BitwiseCopyable {
    case unboundedPreceding, preceding, currentRow, following, unboundedFollowing

    var hasOffset: Bool { self == .preceding || self == .following }
  }
  enum Exclusion: UInt8, Sendable, BitwiseCopyable { case none, currentRow, group, ties }

  struct Frame: Sendable, BitwiseCopyable {
    var unit: Unit
    var start: End
    var end: End
    var exclusion: Exclusion
    /// EXCLUDE was written, be it NO OTHERS.
    var hasExclusion: Bool
    /// Which of the offset registers hold the distances; -1 for none.
    var startOffset: Int32
    var endOffset: Int32
  }

  /// How an aggregate's answers over some rows and some others make the answer over both.
  enum Partial: UInt8, Sendable, BitwiseCopyable {
    /// In no way that is known.
    case none
    case minimum, maximum
    /// The state is a `RunningSum`.
    case sum
    /// The state is a number of rows.
    case count

    var isExtreme: Bool { self == .minimum || self == .maximum }
  }

  struct Function: Sendable, BitwiseCopyable {
    /// nil: the aggregate with number `aggregate` among the program's functions.
    var builtin: WindowFunction?
    var aggregate: Int32
    var frame: Int32
    /// Arguments are fields from here on.
    var firstArgument: Int32
    var argumentCount: Int32
    /// The field that must be true for a row to count; -1 for none.
    var filter: Int32
    var collation: Collation
    var partial: Partial
  }

  var fieldCount = 0
  var outputCount = 0
  /// Fields from here on keep their subtypes; those before may have been sorted, and have none.
  var lateStart = 0
  var partition: [Key] = []
  var order: [Key] = []
  var frames: [Frame] = []
  var functions: [Function] = []
  /// Registers of frame offsets.
  var offsetCount = 0

  /// Registers of a row that comes out: the output fields, then a value per function.
  var resultCount: Int { outputCount + functions.count }
}
