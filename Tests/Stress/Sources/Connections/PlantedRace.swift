/// For `--plant-race`: threads count in it without a lock, so that the sanitizer has something to find. It must see a
/// member of a class and raw memory, which the engine's pages are.
final class PlantedRace: @unchecked Sendable {
  // @unchecked: deliberately wrong.
  private var member = 0
  private let page = UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 16)

  init() { page.initializeMemory(as: UInt8.self, repeating: 0, count: 512) }
  deinit { page.deallocate() }

  /// In short bursts for as long as the others run: the sanitizer reports a race only while it still remembers where the
  /// other access was made, and on a busy machine one long burst may be over before the second thread has begun.
  @inline(never)
  func raceOnMember(until deadline: Double) {
    while now() < deadline {
      for _ in 0..<100 { member += 1 }
      shortPause()
    }
  }

  @inline(never)
  func raceOnPage(until deadline: Double) {
    while now() < deadline {
      for _ in 0..<100 {
        let value = page.loadUnaligned(fromByteOffset: 17, as: UInt32.self)
        page.storeBytes(of: value &+ 1, toByteOffset: 17, as: UInt32.self)
      }
      shortPause()
    }
  }
}
