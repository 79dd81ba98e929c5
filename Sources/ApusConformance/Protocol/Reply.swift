/// What a driver answers to one request.
enum Reply: Sendable, Equatable {
  case opened
  case rows([[SQLValue]], columns: [String])
  case failure(message: String, code: Int?)
  /// The driver ended, was silent for too long, or did not keep to the protocol.
  case died(String)

  /// Reads a line of a driver.
  init(line: some Collection<UInt8>) {
    guard let json = JSONParser.parse(line) else {
      let start = String(decoding: line.prefix(120), as: UTF8.self)
      self = .died("no reply of the protocol: \(start)")
      return
    }
    if let message = json["error"]?.text {
      self = .failure(message: message, code: json["code"]?.int)
    } else if let rows = json["rows"]?.elements {
      var result: [[SQLValue]] = []
      result.reserveCapacity(rows.count)
      for row in rows {
        var values: [SQLValue] = []
        for element in row.elements ?? [] {
          guard let value = element.sqlValue else {
            self = .died("a value that the protocol does not know")
            return
          }
          values.append(value)
        }
        result.append(values)
      }
      self = .rows(result, columns: (json["columns"]?.elements ?? []).map { $0.text ?? "" })
    } else {
      self = .opened
    }
  }

  var error: String? {
    guard case .failure(let message, _) = self else { return nil }
    return message
  }

  var isDeath: Bool {
    guard case .died = self else { return false }
    return true
  }
}

/// A request of the driver protocol.
enum Request: Sendable, Equatable {
  case open(String)
  case sql([UInt8])

  static func sql(_ text: String) -> Request { .sql(Array(text.utf8)) }

  /// The line for the driver, with its end.
  var line: [UInt8] {
    var text = JSONText()
    switch self {
    case .open(let path): text.object([("open", { $0.string(path) })])
    case .sql(let bytes):
      text.raw("{\"sql\":")
      if let sql = String(validating: bytes, as: UTF8.self) {
        text.string(sql)
      } else {
        text.raw("{\"text_hex\":\"\(hexadecimal(bytes))\"}")
      }
      text.raw("}")
    }
    text.raw("\n")
    return text.bytes
  }
}
