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
    var usesStoredText: Bool
    /// Lives as long as the program's definitions.
    var closure: Unmanaged<FunctionClosure>?
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
  /// All of the above, and the bytes and numbers that slices point to.
  private let block: UnsafeMutableRawPointer?

  /// Tables with nothing in them; the address is never read.
  init(emptyAt address: UnsafeMutableRawPointer) {
    keyInfos = address.assumingMemoryBound(to: KeyInfo.self)
    functions = address.assumingMemoryBound(to: Function.self)
    affinities = address.assumingMemoryBound(to: Slice<UInt8>.self)
    columnMaps = address.assumingMemoryBound(to: Slice<Int32>.self)
    block = nil
  }

  init(
    keyInfos keyInfoList: [KeyInfo], functions functionList: [FunctionDefinition],
    affinities affinityList: [[UInt8]], columnMaps mapList: [[Int32]]
  ) {
    var layout = BlockLayout()
    let keyInfoStart = layout.place(KeyInfo.self, keyInfoList.count)
    let functionStart = layout.place(Function.self, functionList.count)
    let affinityStart = layout.place(Slice<UInt8>.self, affinityList.count)
    let mapStart = layout.place(Slice<Int32>.self, mapList.count)
    let numberCount = mapList.reduce(0) { $0 + $1.count }
    let numberStart = layout.place(Int32.self, numberCount)
    let letterCount = affinityList.reduce(0) { $0 + $1.count }
    let letterStart = layout.place(UInt8.self, letterCount)
    let block = layout.allocate()
    self.block = block
    keyInfos = (block + keyInfoStart).bindMemory(to: KeyInfo.self, capacity: keyInfoList.count)
    for (index, keyInfo) in keyInfoList.enumerated() { (keyInfos + index).initialize(to: keyInfo) }
    functions = (block + functionStart).bindMemory(to: Function.self, capacity: functionList.count)
    for (index, definition) in functionList.enumerated() {
      (functions + index).initialize(
        to: Function(
          scalar: definition.scalar, step: definition.step, finalize: definition.finalize,
          value: definition.value, inverse: definition.inverse, stateSize: definition.stateSize,
          usesStoredText: definition.flags.contains(.storedText),
          closure: definition.closure.map { .passUnretained($0) }))
    }
    affinities = (block + affinityStart).bindMemory(to: Slice<UInt8>.self, capacity: affinityList.count)
    var affinityEnd = (block + letterStart).bindMemory(to: UInt8.self, capacity: letterCount)
    for (index, letters) in affinityList.enumerated() {
      for (position, letter) in letters.enumerated() { affinityEnd[position] = letter }
      (affinities + index).initialize(to: Slice(base: UnsafePointer(affinityEnd), count: letters.count))
      affinityEnd += letters.count
    }
    columnMaps = (block + mapStart).bindMemory(to: Slice<Int32>.self, capacity: mapList.count)
    var mapEnd = (block + numberStart).bindMemory(to: Int32.self, capacity: numberCount)
    for (index, map) in mapList.enumerated() {
      for (position, number) in map.enumerated() { mapEnd[position] = number }
      (columnMaps + index).initialize(to: Slice(base: UnsafePointer(mapEnd), count: map.count))
      mapEnd += map.count
    }
  }

  func deallocate() { block?.deallocate() }
}
