/// SplitMix64 (Steele, Lea and Flood, 2014): a run is its seed.
struct Random {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// A generator of its own for the part of a run that `parts` name.
  init(_ parts: UInt64...) {
    state = 0
    for part in parts { state = next() ^ part }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  static func mix(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// True one time in `number`.
  mutating func oneIn(_ number: Int) -> Bool { below(number) == 0 }

  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}
