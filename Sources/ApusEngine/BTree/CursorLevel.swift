/// One level of a cursor's path from the root: a pinned page and the position on it.
struct CursorLevel: BitwiseCopyable {
  /// Pinned while the level is in use.
  var frame: FrameRef?
  /// Interior levels above the current one: the child that was taken (cell count: the rightmost).
  var index: Int = 0
}
