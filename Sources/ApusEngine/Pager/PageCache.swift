/// The page versions that a store keeps in memory, shared by all connections. Every call needs the store's monitor.
///
/// Pages without references are kept in order of use and given up when the budget is reached; referenced pages are never given up,
/// so the budget is soft for them. Buffers are recycled.
final class PageCache {
  private struct Key: Hashable {
    let number: PageNumber
    let version: PageVersion
  }

  /// Bytes of the buffers that are given out. Pages of another size may still be referenced.
  private(set) var pageSize: Int
  /// Pages to keep in memory.
  var capacity: Int
  private var table: [Key: UnsafeMutablePointer<SharedPage>] = [:]
  /// Pages in memory, detached ones included.
  private(set) var count = 0
  // Unreferenced pages: most recent first.
  private var newest: UnsafeMutablePointer<SharedPage>?
  private var oldest: UnsafeMutablePointer<SharedPage>?
  private var spareBuffers: [UnsafeMutableRawPointer] = []

  init(pageSize: Int, capacity: Int) {
    self.pageSize = pageSize
    self.capacity = capacity
  }

  deinit {
    for (_, page) in table {
      page.pointee.data.deallocate()
      page.deallocate()
    }
    for buffer in spareBuffers { buffer.deallocate() }
  }

  /// Over the budget with nothing to give up: frames refer to all of it.
  var isCrowded: Bool { count >= capacity && oldest == nil }

  /// A buffer for one page with 16 spare bytes, contents undefined but for the spare bytes, which are zero.
  func takeBuffer() -> UnsafeMutableRawPointer {
    if let buffer = spareBuffers.popLast() { return buffer }
    if count >= capacity { giveUpOldest() }
    if let buffer = spareBuffers.popLast() { return buffer }
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: pageSize + 16, alignment: 64)
    (buffer + pageSize).initializeMemory(as: UInt8.self, repeating: 0, count: 16)
    return buffer
  }

  /// - Parameter size: the page size under which it was taken.
  func returnBuffer(_ buffer: UnsafeMutableRawPointer, size: Int) {
    if size == pageSize, spareBuffers.count < 64 {
      spareBuffers.append(buffer)
    } else {
      buffer.deallocate()
    }
  }

  /// The page of that version, referenced once more.
  func find(_ number: PageNumber, _ version: PageVersion) -> UnsafeMutablePointer<SharedPage>? {
    guard let page = table[Key(number: number, version: version)] else { return nil }
    if page.pointee.references == 0 { unlink(page) }
    page.pointee.references += 1
    return page
  }

  /// Makes a version known. `data` comes from `takeBuffer` and belongs to the cache from here on. The page is referenced once. A version that is known
  /// already is kept, and the new bytes are dropped.
  func insert(
    _ number: PageNumber, _ version: PageVersion, data: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<SharedPage> {
    if let known = find(number, version) {
      returnBuffer(data, size: pageSize)
      return known
    }
    let page = UnsafeMutablePointer<SharedPage>.allocate(capacity: 1)
    page.initialize(
      to: SharedPage(
        data: data, size: pageSize, number: number, version: version, references: 1, isAttached: true))
    table[Key(number: number, version: version)] = page
    count += 1
    while count > capacity, oldest != nil { giveUpOldest() }
    return page
  }

  func release(_ page: UnsafeMutablePointer<SharedPage>) {
    page.pointee.references -= 1
    guard page.pointee.references <= 0 else { return }
    if page.pointee.isAttached, count <= capacity {
      page.pointee.older = newest
      page.pointee.newer = nil
      newest?.pointee.newer = page
      newest = page
      if oldest == nil { oldest = page }
    } else {
      if page.pointee.isAttached {
        table[Key(number: page.pointee.number, version: page.pointee.version)] = nil
      }
      destroy(page)
    }
  }

  /// Forgets a version: who still refers to it keeps its bytes.
  func detach(_ number: PageNumber, _ version: PageVersion) {
    guard let page = table.removeValue(forKey: Key(number: number, version: version)) else { return }
    page.pointee.isAttached = false
    if page.pointee.references == 0 {
      unlink(page)
      destroy(page)
    }
  }

  /// Forgets every version.
  func detachAll() {
    let pages = Array(table.values)
    table.removeAll(keepingCapacity: true)
    for page in pages {
      page.pointee.isAttached = false
      if page.pointee.references == 0 {
        unlink(page)
        destroy(page)
      }
    }
  }

  /// Forgets every version; from here on pages have another size. Who still refers to old ones keeps their bytes.
  func changePageSize(_ size: Int, capacity: Int) {
    detachAll()
    for buffer in spareBuffers { buffer.deallocate() }
    spareBuffers.removeAll()
    pageSize = size
    self.capacity = capacity
  }

  /// Gives memory back above the capacity.
  func shrink() {
    while count > capacity, oldest != nil { giveUpOldest() }
    for buffer in spareBuffers { buffer.deallocate() }
    spareBuffers.removeAll()
  }

  private func giveUpOldest() {
    guard let page = oldest else { return }
    unlink(page)
    table[Key(number: page.pointee.number, version: page.pointee.version)] = nil
    destroy(page)
  }

  private func destroy(_ page: UnsafeMutablePointer<SharedPage>) {
    returnBuffer(page.pointee.data, size: page.pointee.size)
    page.deallocate()
    count -= 1
  }

  private func unlink(_ page: UnsafeMutablePointer<SharedPage>) {
    let newer = page.pointee.newer
    let older = page.pointee.older
    if let newer { newer.pointee.older = older } else if newest == page { newest = older }
    if let older { older.pointee.newer = newer } else if oldest == page { oldest = newer }
    page.pointee.newer = nil
    page.pointee.older = nil
  }
}
