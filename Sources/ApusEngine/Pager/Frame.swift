/// A page number, from 1.
public typealias PageNumber = UInt32

/// A connection's handle on one page: plain data in raw memory, owned by one `Pager` and used by one thread at a time.
///
/// The bytes of a clean frame belong to a `SharedPage` and are immutable: other threads may read them. A dirty frame owns its bytes.
struct Frame {
  /// Page bytes, then at least 16 readable bytes.
  var data: UnsafeMutableRawPointer
  var number: PageNumber
  /// Cursors and callers that use the frame now.
  var pins: Int32 = 0
  /// The bytes may be changed: private to this transaction, and the image for the innermost savepoint is kept.
  var isWritable = false
  /// Changed in this transaction; `data` is private.
  var isDirty = false
  /// Used since the clock hand last passed.
  var wasUsed = true
  // What the B-tree layer knows of the page's bytes; it resets these when it changes them.
  var kind: UInt8 = 0
  var checked = false
  var spaceChecked = false
  var cellOffset: Int32 = 0
  var cellCount: Int32 = 0
  var freeSpace: Int32 = 0
  /// The owner of a clean frame's bytes; nil for private ones.
  var shared: UnsafeMutablePointer<SharedPage>?
  /// Position in the pager's list of frames.
  var listIndex: Int32 = 0
}

typealias FrameRef = UnsafeMutablePointer<Frame>
