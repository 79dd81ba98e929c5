/// Where a database is and how it is opened: what a file name or, where they are allowed, a `file:` URI says
/// (https://www.sqlite.org/uri.html).
struct DatabaseLocation {
  /// Empty: a private database that may become a temporary file. ":memory:": one in memory.
  private(set) var path: String
  var isReadOnly: Bool
  var creates: Bool
  private(set) var isImmutable = false
  private var isCacheShared = false
  /// What the URI calls a database in memory.
  private var memoryName: String?

  /// The name under which a database in memory is shared.
  var sharedName: String? { isCacheShared && isPrivate && !path.isEmpty ? memoryName ?? path : nil }

  /// Nobody else sees it.
  var isPrivate: Bool { path.isEmpty || path == Self.memory }

  private static let memory = ":memory:"

  /// A plain name means itself.
  init(path: String, isReadOnly: Bool, creates: Bool, isImmutable: Bool = false) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.creates = creates
    self.isImmutable = isImmutable
  }

  /// - Throws: `.error` for a URI that names another host, an unknown mode or VFS, or a mode that allows more than `isReadOnly` and
  ///   `creates` do.
  init(
    _ name: String, allowsURI: Bool, isReadOnly: Bool, creates: Bool
  ) throws(DatabaseError) {
    self.init(path: name, isReadOnly: isReadOnly, creates: creates)
    guard allowsURI, name.utf8.starts(with: "file:".utf8) else { return }
    let uri = try URIText(name)
    path = uri.path
    for (key, value) in uri.parameters { try apply(key, value) }
  }

  private mutating func apply(_ key: String, _ value: String) throws(DatabaseError) {
    switch key {
    case "vfs":
      guard value == "unix" else { throw DatabaseError(.error, "no such vfs: \(value)") }
    case "cache":
      guard value == "shared" || value == "private" else {
        throw DatabaseError(.error, "no such cache mode: \(value)")
      }
      // (Of a file there is one cache in a process either way.)
      isCacheShared = value == "shared"
    case "mode": try applyMode(value)
    case "immutable": isImmutable = PragmaArgument.boolean(value)
    default: break
    }
  }

  private mutating func applyMode(_ mode: String) throws(DatabaseError) {
    var wanted = (isReadOnly: false, creates: false)
    switch mode {
    case "ro": wanted.isReadOnly = true
    case "rw": break
    case "rwc": wanted.creates = true
    case "memory":
      memoryName = path
      path = Self.memory
      isReadOnly = false
      return
    default: throw DatabaseError(.error, "no such access mode: \(mode)")
    }
    guard wanted.isReadOnly || !isReadOnly, !wanted.creates || creates && !isReadOnly else {
      throw DatabaseError(.error, "access mode not allowed: \(mode)")
    }
    (isReadOnly, creates) = wanted
  }
}

/// A `file:` URI taken apart: percent escapes are decoded, a fragment is left out, and a NUL ends the part that it stands in.
private struct URIText {
  private(set) var path = ""
  private(set) var parameters: [(key: String, value: String)] = []

  init(_ uri: String) throws(DatabaseError) {
    var rest = Array(uri.utf8.dropFirst("file:".utf8.count))[...]
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let authority = rest.prefix { $0 != UInt8(ascii: "/") }
      guard authority.isEmpty || authority.elementsEqual("localhost".utf8) else {
        throw DatabaseError(.error, "invalid uri authority: \(String(decoding: authority, as: UTF8.self))")
      }
      rest = rest.dropFirst(authority.count)
    }
    rest = rest.prefix { $0 != UInt8(ascii: "#") }
    let name = rest.prefix { $0 != UInt8(ascii: "?") }
    path = Self.decoded(name)
    for parameter in rest.dropFirst(name.count + 1).split(separator: UInt8(ascii: "&")) {
      let key = parameter.prefix { $0 != UInt8(ascii: "=") }
      guard !key.isEmpty else { continue }
      parameters.append((Self.decoded(key), Self.decoded(parameter.dropFirst(key.count + 1))))
    }
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var position = text.startIndex
    while position < text.endIndex {
      if text[position] == UInt8(ascii: "%"), text.endIndex - position > 2,
        let high = digit(text[position + 1]), let low = digit(text[position + 2])
      {
        let byte = high << 4 | low
        if byte == 0 { break }
        bytes.append(byte)
        position += 3
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
