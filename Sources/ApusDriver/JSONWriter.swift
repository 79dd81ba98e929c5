import Apus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Builds one line of JSON.
struct JSONWriter {
  private var bytes: [UInt8] = []

  mutating func reset() { bytes.removeAll(keepingCapacity: true) }
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes the line to a file descriptor and empties the buffer.
  mutating func flush(to descriptor: Int32) {
    var offset = 0
    bytes.withUnsafeBytes { source in
      while offset < source.count {
        let count = write(descriptor, source.baseAddress! + offset, source.count - offset)
        if count <= 0 {
          if count < 0 && errno == EINTR { continue }
          exit(1)
        }
        offset += count
      }
    }
    reset()
  }

  /// A value with its storage class: integers without and reals with a point or an exponent.
  mutating func value(_ cell: Cell) {
    switch cell.tag {
    case .null: append("null")
    case .integer: append(String(cell.integer))
    case .real:
      let value = cell.real
      append(value.isInfinite ? (value < 0 ? "-1e999" : "1e999") : value.description)
    case .text:
      if let text = String(validating: cell.bytes, as: UTF8.self) {
        string(Array(text.utf8))
      } else {
        append("{\"text_hex\":\"")
        hex(cell.bytes)
        append("\"}")
      }
    case .blob:
      append("{\"blob\":\"")
      hex(cell.bytes)
      append("\"}")
    }
  }

  private mutating func hex(_ source: UnsafeRawBufferPointer) {
    for byte in source {
      bytes.append(Self.hexDigits[Int(byte >> 4)])
      bytes.append(Self.hexDigits[Int(byte & 15)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// A JSON string of valid UTF-8.
  mutating func string(_ source: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in source {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<32, 127:
        append("\\u00")
        bytes.append(Self.hexDigits[Int(byte >> 4)])
        bytes.append(Self.hexDigits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
