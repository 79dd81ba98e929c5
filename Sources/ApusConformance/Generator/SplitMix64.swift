/// Sebastiano Vigna's SplitMix64: a small generator whose whole state is a counter, so that a seed says everything.
struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0..<limit`; 0 when there is none.
  mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(next() >> 1) % limit }

  /// True in about `percent` of a hundred calls.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the elements, which must not be empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// One of the elements; nil when there is none.
  mutating func any<Element>(of elements: [Element]) -> Element? { elements.isEmpty ? nil : pick(elements) }

  /// One of the elements by their weights.
  mutating func weighted<Element>(_ elements: [(Int, Element)]) -> Element {
    var place = below(elements.reduce(0) { $0 + $1.0 })
    for (weight, element) in elements {
      if place < weight { return element }
      place -= weight
    }
    return elements[0].1
  }

  /// Some of the elements in their order, at least `least`.
  mutating func some<Element>(_ elements: [Element], least: Int = 1, percent: Int = 40) -> [Element] {
    var chosen = elements.indices.filter { _ in chance(percent) }
    while chosen.count < min(least, elements.count) {
      let index = below(elements.count)
      if !chosen.contains(index) { chosen.append(index) }
    }
    return chosen.sorted().map { elements[$0] }
  }
}
