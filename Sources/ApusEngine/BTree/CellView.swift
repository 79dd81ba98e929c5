/// One cell of a checked page, taken apart: where its payload is and how long its parts are.
struct CellView {
  /// Table trees: the key. Index trees: 0.
  var rowID: Int64
  /// The first payload byte; for a table interior cell the end of the cell.
  var payload: UnsafeMutableRawPointer
  /// Bytes of the whole payload, overflow pages included.
  var payloadSize: Int
  /// Bytes of it in this cell.
  var localSize: Int
  /// Bytes that the cell's content takes, without the padding to 4 bytes.
  var contentSize: Int

  /// Bytes that the cell takes on its page.
  @inline(__always) var size: Int { max(contentSize, 4) }
  @inline(__always) var hasOverflow: Bool { localSize < payloadSize }
  /// The first overflow page; only when `hasOverflow`.
  @inline(__always) var overflowPage: PageNumber { payload.be32(localSize) }
}

extension PageGeometry {
  /// Takes a cell apart. The cell was checked when its page was loaded, or this engine wrote it.
  @inline(__always)
  func parse(_ cell: UnsafeMutableRawPointer, _ kind: PageKind) -> CellView {
    var position = UnsafeRawPointer(cell)
    if kind == .tableInterior {
      position += 4
      let rowID = Int64(bitPattern: CellVarint.read(&position))
      let size = UnsafeRawPointer(cell).distance(to: position)
      return CellView(
        rowID: rowID, payload: UnsafeMutableRawPointer(mutating: position), payloadSize: 0, localSize: 0,
        contentSize: size)
    }
    if kind == .indexInterior { position += 4 }
    let payloadSize = Int(truncatingIfNeeded: CellVarint.read(&position))
    var rowID: Int64 = 0
    if kind == .tableLeaf { rowID = Int64(bitPattern: CellVarint.read(&position)) }
    let local = localSize(payload: payloadSize, maxLocal: maxLocal(kind))
    let header = UnsafeRawPointer(cell).distance(to: position)
    return CellView(
      rowID: rowID, payload: UnsafeMutableRawPointer(mutating: position), payloadSize: payloadSize,
      localSize: local, contentSize: header + local + (local < payloadSize ? 4 : 0))
  }

  /// Bytes that the cell takes on its page.
  @inline(__always)
  func cellSize(_ cell: UnsafeMutableRawPointer, _ kind: PageKind) -> Int { parse(cell, kind).size }
}
