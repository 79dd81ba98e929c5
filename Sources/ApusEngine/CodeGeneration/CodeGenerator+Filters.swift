// Bloom filters before searches (https://www.sqlite.org/optoverview.html): over the keys of an automatic index, and over the members of an IN.

/// The filter over the members of an IN, while the query that makes them is generated.
final class MemberFilter {
  let register: Int32
  /// Members are added where rows come out as they are made; behind a sorter they are not, and the filter tells nothing.
  var isFilled = false

  init(register: Int32) { self.register = register }
}

extension CodeGenerator {
  /// An empty filter; nil when there are to be none.
  func openFilter() -> Int32? {
    guard context.optimizations.contains(.bloomFilters) else { return nil }
    let register = newRegister()
    builder.emit(.filterOpen, register, BloomFilter.size)
    return register
  }

  func addToFilter(_ filter: Int32?, _ first: Int32, _ collations: [Collation]) {
    guard let filter else { return }
    builder.emit(
      .filterAdd, filter, 0, first, p4: UInt16(truncatingIfNeeded: collations.count),
      p5: exactTexts(collations))
  }

  /// Jumps when the filter knows that the key in registers from `first` is not there.
  func testFilter(_ filter: Int32?, _ first: Int32, _ collations: [Collation], orJump target: Int32) {
    guard let filter else { return }
    builder.emit(
      .filter, filter, target, first, p4: UInt16(truncatingIfNeeded: collations.count),
      p5: exactTexts(collations))
  }

  /// How many queries SQLite makes of the rows behind IN; 1 for any other query.
  func rowsInList(_ query: BoundQuery) -> Int {
    guard query.isRowList, case .values(let rows)? = query.parts.first?.core else { return 1 }
    return rows.count
  }

  /// Says of the filter over an IN's members that it is filled by the rows that are made here.
  func announce(_ filter: MemberFilter?, times: Int = 1) {
    guard let filter, !isDraining else { return }
    filter.isFilled = true
    for _ in 0..<times { explain("CREATE BLOOM FILTER") }
  }

  private func exactTexts(_ collations: [Collation]) -> UInt8 {
    var bits: UInt8 = 0
    for (field, collation) in collations.prefix(BloomFilter.fields).enumerated() where collation == .binary {
      bits |= 1 << UInt8(field)
    }
    return bits
  }
}
