import Synchronization

/// Collations that schemas of files name and nobody registered. They have numbers, so that the schema can be used as far as no order is needed; what
/// needs one fails and tells the name.
extension Collation {
  private static let firstMissing: UInt16 = 0x8000
  /// The number of all names that come after so many others.
  private static let unnamed = Collation(id: .max)
  private static let names = Mutex<[String]>([])

  static func missing(_ name: String) -> Collation {
    names.withLock { names in
      if let known = names.firstIndex(of: name) { return Collation(id: firstMissing + UInt16(known)) }
      guard names.count < 1000 else { return unnamed }
      names.append(name)
      return Collation(id: firstMissing + UInt16(names.count - 1))
    }
  }

  @inline(__always)
  var isMissing: Bool { id >= Self.firstMissing }

  /// - Throws: "no such collation sequence: x".
  @inline(__always)
  func requireKnown() throws(DatabaseError) {
    if isMissing { throw unknown }
  }

  @inline(never)
  private var unknown: DatabaseError {
    let name = Self.names.withLock { names in
      let index = Int(id - Self.firstMissing)
      return names.indices.contains(index) ? names[index] : "?"
    }
    return MissingCollation.error(name, code: ResultCode(rawValue: 257))
  }
}

/// The error about a collation that nobody knows.
enum MissingCollation {
  private static let message = "no such collation sequence: "

  static func error(_ name: String, code: ResultCode = .error, sqlOffset: Int? = nil) -> DatabaseError {
    DatabaseError(code, message + name, sqlOffset: sqlOffset)
  }

  /// The collation that an error is about.
  static func name(in error: DatabaseError) -> String? {
    guard error.code.primary == .error, error.message.utf8.starts(with: message.utf8) else { return nil }
    return String(error.message.dropFirst(message.count))
  }
}
