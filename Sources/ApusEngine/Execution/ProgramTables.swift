/// A program's pools as plain data in raw memory, so that the interpreter reaches a key info, function or
/// affinity string with one load and no reference counting. Owned by the `Program`.
struct ProgramTables {
  /// What a call needs of a `FunctionDefinition`: no strings, no references.
  struct Function: BitwiseCopyable {
    var scalar: FunctionDefinition.Call?
    var step: FunctionDefinition.Call?
    var finalize: FunctionDefinition.Finish?
    var value: FunctionDefinition.Finish?
    var inverse: FunctionDefinition.Call?
    var stateSize: Int
  }

  /// A run of bytes or numbers in the tables.
  struct Slice<Element: BitwiseCopyable>: BitwiseCopyable {
    var base: UnsafePointer<Element>
    var count: Int
  }

  let keyInfos: UnsafeMutablePointer<KeyInfo>
  let functions: UnsafeMutablePointer<Function>
  let affinities: UnsafeMutablePointer<Slice<UInt8>>
  let columnMaps: UnsafeMutablePointer<Slice<Int32>>
  private let affinityBytes: UnsafeMutablePointer<UInt8>
  private let mapNumbers: UnsafeMutablePointer<Int32>

  init(
    keyInfos keyInfoList: [KeyInfo], functions functionList: [FunctionDefinition],
    affinities affinityList: [[UInt8]], columnMaps mapList: [[Int32]]
  ) {
    keyInfos = .allocate(capacity: max(keyInfoList.count, 1))
    for (index, keyInfo) in keyInfoList.enumerated() { (keyInfos + index).initialize(to: keyInfo) }
    functions = .allocate(capacity: max(functionList.count, 1))
    for (index, definition) in functionList.enumerated() {
      (functions + index).initialize(
        to: Function(
          scalar: definition.scalar, step: definition.step, finalize: definition.finalize,
          value: definition.value, inverse: definition.inverse, stateSize: definition.stateSize))
    }
    affinities = .allocate(capacity: max(affinityList.count, 1))
    affinityBytes = .allocate(capacity: affinityList.reduce(1) { $0 + $1.count })
    var affinityEnd = affinityBytes
    for (index, letters) in affinityList.enumerated() {
      for (position, letter) in letters.enumerated() { affinityEnd[position] = letter }
      (affinities + index).initialize(to: Slice(base: UnsafePointer(affinityEnd), count: letters.count))
      affinityEnd += letters.count
    }
    columnMaps = .allocate(capacity: max(mapList.count, 1))
    mapNumbers = .allocate(capacity: mapList.reduce(1) { $0 + $1.count })
    var mapEnd = mapNumbers
    for (index, map) in mapList.enumerated() {
      for (position, number) in map.enumerated() { mapEnd[position] = number }
      (columnMaps + index).initialize(to: Slice(base: UnsafePointer(mapEnd), count: map.count))
      mapEnd += map.count
    }
  }

  func deallocate() {
    keyInfos.deallocate()
    functions.deallocate()
    affinities.deallocate()
    affinityBytes.deallocate()
    columnMaps.deallocate()
    mapNumbers.deallocate()
  }
}
