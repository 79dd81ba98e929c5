import Apus

/// Prints the rows of one statement in one mode.
protocol RowPrinter: AnyObject {
  /// One row. `names` are the result's columns, as many as there are cells.
  func row(_ cells: UnsafePointer<Cell>, _ names: [String])
  /// There are no more rows.
  func finish()
}
