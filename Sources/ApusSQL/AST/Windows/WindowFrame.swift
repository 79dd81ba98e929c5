// The frame of a window definition. A frame written with one bound ends at the current row.

/// `ROWS BETWEEN … AND … EXCLUDE …`
@frozen
public struct WindowFrame: Sendable, Equatable {
  /// The unit.
  public var unit: FrameUnit
  /// The first bound.
  public var start: FrameBound
  /// The second bound; the current row if not written.
  public var end: FrameBound
  /// EXCLUDE.
  public var exclusion: FrameExclusion

  /// Makes a node from its parts.
  @inlinable
  public init(unit: FrameUnit, start: FrameBound, end: FrameBound, exclusion: FrameExclusion = .unspecified) {
    self.unit = unit
    self.start = start
    self.end = end
    self.exclusion = exclusion
  }
}
