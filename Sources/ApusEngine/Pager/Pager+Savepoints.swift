// Savepoints: page images taken before the first change since the savepoint was opened.

extension Pager {
  /// Opens a savepoint and returns its depth, from 0.
  @discardableResult
  func openSavepoint() throws(DatabaseError) -> Int {
    for frame in freshlyWritable { frame.pointee.isWritable = false }
    freshlyWritable.removeAll(keepingCapacity: true)
    savepoints.append(Savepoint(pageCount: pageCount))
    return savepoints.count - 1
  }

  /// Keeps what was done since savepoint `depth`; it and those inside it are gone.
  func releaseSavepoint(_ depth: Int) throws(DatabaseError) {
    guard depth >= 0, depth < savepoints.count else { return }
    while savepoints.count > depth {
      guard let inner = savepoints.popLast() else { return }
      guard let outer = savepoints.indices.last else {
        inner.images.values.forEach(discard)
        continue
      }
      for (number, image) in inner.images {
        if number <= savepoints[outer].pageCount, savepoints[outer].images[number] == nil {
          savepoints[outer].images[number] = image
        } else {
          discard(image)
        }
      }
    }
    if savepoints.isEmpty { imageSpill = nil }
  }

  /// Undoes what was done since savepoint `depth`; it stays open, those inside it are gone. No page may be pinned by a cursor that writes.
  func rollbackToSavepoint(_ depth: Int) throws(DatabaseError) {
    guard depth >= 0, depth < savepoints.count else { return }
    let count = savepoints[depth].pageCount
    // The oldest image of a page is the one to go back to.
    var images: [PageNumber: SavedImage] = [:]
    for index in (depth..<savepoints.count).reversed() {
      for (number, image) in savepoints[index].images {
        if let newer = images.updateValue(image, forKey: number) { discard(newer) }
      }
      savepoints[index].images = [:]
    }
    savepoints.removeSubrange((depth + 1)...)
    for frame in frames.reversed() where frame.pointee.number > count {
      if frame.pointee.pins <= 0 { remove(frame) }
    }
    for number in spilled.keys where number > count { spilled[number] = nil }
    pageCount = count
    for (number, image) in images.sorted(by: { $0.key < $1.key }) {
      defer { discard(image) }
      guard number <= count else { continue }
      try restore(number, image)
    }
    for frame in freshlyWritable { frame.pointee.isWritable = false }
    freshlyWritable.removeAll(keepingCapacity: true)
  }

  private func restore(_ number: PageNumber, _ image: SavedImage) throws(DatabaseError) {
    let frame: FrameRef
    if let known = find(number) {
      frame = known
      if let shared = frame.pointee.shared {
        frame.pointee.data = takePrivateBuffer()
        frame.pointee.shared = nil
        store.release(shared)
      }
    } else {
      try makeRoom()
      frame = newFrame(number, data: takePrivateBuffer())
    }
    if !frame.pointee.isDirty {
      frame.pointee.isDirty = true
      dirtyCount += 1
    }
    frame.pointee.checked = false
    frame.pointee.spaceChecked = false
    let target = UnsafeMutableRawBufferPointer(start: frame.pointee.data, count: pageSize)
    if let data = image.data {
      target.copyMemory(from: UnsafeRawBufferPointer(start: data, count: pageSize))
    } else if let imageSpill {
      try imageSpill.read(into: target, at: image.spillOffset)
    }
  }

  func discard(_ image: SavedImage) {
    guard let data = image.data else { return }
    data.deallocate()
    imageBytes -= pageSize
  }

  func dropSavepoints() {
    for savepoint in savepoints { savepoint.images.values.forEach(discard) }
    savepoints.removeAll()
    imageSpill = nil
    imageBytes = 0
  }
}
