/// What a native call sees of the registers: cells by index from the instruction's p1 on, with bytes that are
/// copied in and out. Valid during the call only.
public struct RegisterWindow {
  private let file: RegisterFile
  private let first: Int
  private unowned let machine: VirtualMachine

  init(file: RegisterFile, first: Int, machine: VirtualMachine) {
    self.file = file
    self.first = first
    self.machine = machine
  }

  /// Registers in the window.
  public var count: Int { file.count - first }

  private func register(_ index: Int) -> Int {
    precondition(index >= 0 && index < count, "register outside of the program")
    return first + index
  }

  /// The cell at `index`, borrowed: valid until the register changes. Setting copies the bytes.
  public subscript(index: Int) -> Cell {
    get { file.cells[register(index)] }
    nonmutating set {
      let register = register(index)
      if newValue.hasBytes {
        file.copyBytes(newValue, to: register)
      } else {
        file.cells[register] = newValue
      }
    }
  }

  /// Rows that the statement has changed so far.
  var changes: Int64 { machine.state.pointee.changes }

  public func setNull(_ index: Int) { self[index] = .null }
  public func set(_ index: Int, _ value: Int64) { self[index] = .integer(value) }
  public func set(_ index: Int, _ value: Double) { self[index] = .real(value) }

  public func set(_ index: Int, _ value: String) {
    var copy = value
    let register = register(index)
    copy.withUTF8 { bytes in
      file.set(register, bytes: UnsafeRawPointer(bytes.baseAddress), count: bytes.count, tag: .text)
    }
  }

  public func set(_ index: Int, _ value: String?) {
    if let value { set(index, value) } else { setNull(index) }
  }

  public func set(_ index: Int, blob: [UInt8]) {
    let register = register(index)
    blob.withUnsafeBytes { file.set(register, bytes: $0.baseAddress, count: $0.count, tag: .blob) }
  }

  /// The bytes of the text at `index`, whatever they are.
  public func set(_ index: Int, text: [UInt8]) {
    let register = register(index)
    text.withUnsafeBytes { file.set(register, bytes: $0.baseAddress, count: $0.count, tag: .text) }
  }

  /// The bytes of the text at `index`, numbers printed; nil for NULL.
  public func utf8(_ index: Int) -> [UInt8]? {
    let cell = self[index]
    if cell.tag == .null { return nil }
    return [UInt8](machine.utf8(of: cell))
  }

  /// The text at `index`, numbers printed; nil for NULL.
  public func string(_ index: Int) -> String? {
    let cell = self[index]
    if cell.tag == .null { return nil }
    return String(decoding: machine.utf8(of: cell), as: UTF8.self)
  }

  /// The integer at `index` by CAST's rules; 0 for NULL.
  public func integer(_ index: Int) -> Int64 { machine.integerValue(self[index]) }
}
