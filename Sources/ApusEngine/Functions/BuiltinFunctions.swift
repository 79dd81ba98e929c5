/// The table of built-in functions: finds one by name and number of arguments.
///
/// The functions themselves are listed in `BuiltinFunctions+Scalar.swift`, `…+Mathematics.swift`, `…+Date.swift`,
/// `…+JSON.swift` and `…+Aggregate.swift`; how to add one is told in `spec/how-to-add.md`.
enum BuiltinFunctions {
  enum Lookup {
    case found(FunctionDefinition)
    /// SQLite says "wrong number of arguments to function X()".
    case wrongArgumentCount
    /// SQLite has it; this library does not. The reason is the error's message.
    case unsupported(String)
    /// "no such function: X".
    case unknown
  }

  /// All definitions; those that share a name stand together.
  static let all: [FunctionDefinition] = (scalars + mathematics + dates + json + aggregates)
    .sorted { $0.name < $1.name }

  /// An open hash of the names: slot → index of the name's first definition + 1.
  private static let slots: [UInt16] = {
    var slots = [UInt16](repeating: 0, count: slotCount)
    for (index, definition) in all.enumerated() where index == 0 || all[index - 1].name != definition.name {
      var name = definition.name
      var slot = name.withUTF8 { hash(UnsafeRawBufferPointer($0)) } & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt16(index + 1)
    }
    return slots
  }()

  private static let slotCount = 512

  /// FNV-1a over the name in small letters.
  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(ValueRules.lowercased(byte))) &* 16_777_619 }
    return Int(hash)
  }

  /// The function that a call of `name`, in whatever case, with `argumentCount` arguments means.
  static func find(_ name: String, argumentCount: Int) -> Lookup {
    var name = name
    let first = name.withUTF8 { firstIndex(UnsafeRawBufferPointer($0)) }
    guard let first else {
      if let reason = unsupportedName(name) { return .unsupported(reason) }
      return .unknown
    }
    var index = first
    while index < all.count, all[index].name == all[first].name {
      if argumentCount >= all[index].minimumArguments, argumentCount <= all[index].maximumArguments {
        return .found(all[index])
      }
      index += 1
    }
    return .wrongArgumentCount
  }

  /// A function of that name exists, whatever its arguments.
  static func contains(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { firstIndex(UnsafeRawBufferPointer($0)) } != nil
  }

  /// Some overload of that name is an aggregate that can be used with OVER.
  static func hasWindowForm(_ name: String) -> Bool {
    var name = name
    guard var index = name.withUTF8({ firstIndex(UnsafeRawBufferPointer($0)) }) else { return false }
    let found = all[index].name
    while index < all.count, all[index].name == found {
      if all[index].value != nil { return true }
      index += 1
    }
    return false
  }

  /// What a call answers may depend on the subtypes of its arguments. Taken for granted where the name is no built-in function's.
  static func mayReadSubtypes(_ name: String, argumentCount: Int) -> Bool {
    switch find(name, argumentCount: argumentCount) {
    case .found(let definition): definition.flags.contains(.readsSubtypes)
    case .unknown: true
    default: false
    }
  }

  private static func firstIndex(_ name: UnsafeRawBufferPointer) -> Int? {
    var slot = hash(name) & (slotCount - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      var candidate = all[index].name
      let isEqual = candidate.withUTF8 { bytes in
        bytes.count == name.count
          && (0..<name.count).allSatisfy { bytes[$0] == ValueRules.lowercased(name[$0]) }
      }
      if isEqual { return index }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }
}
