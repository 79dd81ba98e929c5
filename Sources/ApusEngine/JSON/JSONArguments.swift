// Arguments and results of the JSON functions.

/// What JSON text carries as a subtype, so that other JSON functions take it as JSON.
enum JSONSubtype {
  static let json: UInt16 = 74
}

/// What a function answers with: text, or JSONB.
enum JSONForm { case text, binary }

extension UnsafeMutablePointer where Pointee == FunctionContext {
  @inline(__always)
  var json: UnsafeMutablePointer<JSONWorkspace> { environment.json }

  @inline(never)
  func failMalformedJSON() { pointee.fail("malformed JSON") }

  @inline(never)
  func failBadJSONPath(_ path: UnsafeRawBufferPointer) {
    var quoted = "'"
    for character in String(decoding: path.untilNUL, as: UTF8.self).unicodeScalars {
      quoted.unicodeScalars.append(character)
      if character == "'" { quoted.unicodeScalars.append(character) }
    }
    pointee.fail("bad JSON path: \(quoted)'")
  }

  /// Fails for a path that cannot be followed; false for one that just finds nothing.
  @inline(__always)
  func fail(_ outcome: JSONPathResult.Outcome, _ path: UnsafeRawBufferPointer) -> Bool {
    switch outcome {
    case .found, .missing: return false
    case .badPath:
      failBadJSONPath(path)
      return true
    case .malformed:
      failMalformedJSON()
      return true
    }
  }

  /// The JSON that an argument is, as JSONB; nil for NULL, and after "malformed JSON".
  @inline(__always)
  func document(_ cell: Cell) -> JSONBView? {
    switch cell.tag {
    case .null: return nil
    case .text:
      if let view = json.pointee.parse(cell.bytes).view { return view }
      failMalformedJSON()
      return nil
    default: return rareDocument(cell)
    }
  }

  @inline(never)
  private func rareDocument(_ cell: Cell) -> JSONBView? {
    if cell.tag == .blob, let view = JSONBView(cell.bytes), view.root != nil { return view }
    if let view = parse(cell).view { return view }
    failMalformedJSON()
    return nil
  }

  /// Parses an argument as text, whatever it is.
  func parse(_ cell: Cell) -> JSONWorkspace.Parsed {
    withText(of: cell) { json.pointee.parse($0) }
  }

  // MARK: Values to JSON

  @inline(never)
  private func failBlob() { pointee.fail("JSON cannot hold BLOB values") }

  /// Appends an SQL value as JSON text; false after an error.
  @inline(__always)
  func appendJSON(_ cell: Cell, to output: inout ByteBuffer) -> Bool {
    switch cell.tag {
    case .null: output.append("null")
    case .integer: NumericText.append(cell.integer, to: &output)
    case .real:
      if cell.real.isInfinite {
        output.append(cell.real < 0 ? "-9.0e+999" : "9.0e+999")
      } else {
        NumericText.append(cell.real, to: &output)
      }
    case .text:
      if cell.subtype == JSONSubtype.json {
        output.append(cell.bytes)
      } else {
        JSONText.append(cell.bytes, to: &output)
      }
    case .blob:
      guard let view = JSONBView(cell.bytes), view.root != nil else {
        failBlob()
        return false
      }
      return appendText(view, at: 0, to: &output)
    }
    return isWithinLimit(output.count)
  }

  /// Is a text of that length allowed while it grows? The answer as a whole is checked when it is returned, so that short
  /// ones need not be looked at here.
  @inline(__always)
  private func isWithinLimit(_ count: Int) -> Bool {
    if count <= 1 << 20 || count <= environment.lengthLimit { return true }
    failTooBig()
    return false
  }

  /// Appends JSONB as text; false after an error.
  @inline(__always)
  func appendText(_ view: JSONBView, at offset: Int, to output: inout ByteBuffer) -> Bool {
    var writer = JSONTextWriter(output: output, levels: json.pointee.levels, limit: JSONTextWriter.longest)
    let outcome = writer.write(view, at: offset)
    output = writer.output
    json.pointee.levels = writer.levels
    json.pointee.noteSize(writer.levels.capacity)
    return check(outcome)
  }

  @inline(__always)
  func check(_ outcome: JSONTextWriter.Outcome) -> Bool {
    switch outcome {
    case .done: return true
    case .malformed: failMalformedJSON()
    case .tooBig: failTooBig()
    }
    return false
  }

  /// The element that an argument becomes inside a JSONB value: in the argument's own bytes or in the workspace's
  /// `value`. nil after an error.
  func jsonbValue(_ cell: Cell) -> UnsafeRawBufferPointer? {
    let workspace = json
    workspace.pointee.value.count = 0
    switch cell.tag {
    case .null: workspace.pointee.value.append(JSONType.null)
    case .integer:
      ValueRules.withText(of: cell) { append(JSONType.integer, $0) }
    case .real:
      if cell.real.isInfinite {
        let text: StaticString = cell.real < 0 ? "-9e999" : "9e999"
        append(JSONType.real, UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      } else {
        ValueRules.withText(of: cell) { append(JSONType.real, $0) }
      }
    case .text:
      if cell.subtype == JSONSubtype.json {
        guard workspace.pointee.appendValue(parsing: cell.bytes) else {
          failMalformedJSON()
          return nil
        }
      } else {
        append(JSONType.textRaw, cell.bytes)
      }
    case .blob:
      guard let view = JSONBView(cell.bytes), view.root != nil else {
        failBlob()
        return nil
      }
      return cell.bytes
    }
    return workspace.pointee.value.bytes
  }

  private func append(_ type: UInt8, _ payload: UnsafeRawBufferPointer) {
    json.pointee.noteSize(payload.count)
    JSONHeader.append(type, size: payload.count, to: &json.pointee.value)
    json.pointee.value.append(payload)
  }

  // MARK: Results

  /// Returns the JSON text in `output`, or its JSONB.
  @inline(__always)
  func returnJSON(_ form: JSONForm) {
    switch form {
    case .text:
      pointee.returnOutput(as: .text)
      pointee.result.subtype = JSONSubtype.json
    case .binary:
      guard json.pointee.translate(&pointee.output) else { return failMalformedJSON() }
      pointee.returnOutput(as: .blob)
    }
  }

  /// Returns the element at `offset` as JSON text or as JSONB.
  @inline(__always)
  func returnJSON(_ view: JSONBView, at offset: Int, _ form: JSONForm) {
    switch form {
    case .text:
      guard appendText(view, at: offset, to: &pointee.output) else { return }
      pointee.returnOutput(as: .text)
      pointee.result.subtype = JSONSubtype.json
    case .binary:
      guard let element = view.element(at: offset) else { return failMalformedJSON() }
      let bytes = view.bytes(element.start, element.count)
      pointee.result = .blob(bytes.baseAddress, count: bytes.count)
    }
  }

  /// Returns the element at `offset` as an SQL value: containers as JSON text or, for `binary`, as JSONB.
  @inline(__always)
  func returnValue(_ view: JSONBView, at offset: Int, _ form: JSONForm) {
    guard let element = view.element(at: offset) else { return failMalformedJSON() }
    let payload = view.payload(element)
    switch element.type {
    case JSONType.text, JSONType.textRaw:
      pointee.result = .text(payload.baseAddress, count: payload.count)
    case JSONType.integer, JSONType.integer5: returnInteger(payload)
    case JSONType.real, JSONType.real5: returnReal(payload)
    case JSONType.textEscaped, JSONType.text5:
      JSONEscape.appendUnescaped(payload, to: &pointee.output)
      pointee.returnOutput(as: .text)
    case JSONType.array, JSONType.object: returnJSON(view, at: offset, form)
    case JSONType.null, JSONType.true, JSONType.false:
      guard payload.isEmpty else { return failMalformedJSON() }
      if element.type != JSONType.null { result(element.type == JSONType.true) }
    default: failMalformedJSON()
    }
  }

  @inline(__always)
  private func returnInteger(_ payload: UnsafeRawBufferPointer) {
    // Up to 18 digits and nothing else need no care.
    var index = 0
    let isNegative = payload.first == 0x2d
    if isNegative { index = 1 }
    if payload.count &- index <= 18, payload.count > index {
      var value: Int64 = 0
      while index < payload.count, NumericText.isDigit(payload[index]) {
        value = value &* 10 &+ Int64(payload[index] &- 0x30)
        index &+= 1
      }
      if index == payload.count { return result(isNegative ? 0 &- value : value) }
    }
    returnRareInteger(payload)
  }

  /// Long numbers, hexadecimal ones, and what is none.
  @inline(never)
  private func returnRareInteger(_ payload: UnsafeRawBufferPointer) {
    let text = payload.untilNUL
    guard let first = text.first else { return failMalformedJSON() }
    let isNegative = first == 0x2d
    let digits = isNegative ? text.part(1, text.count &- 1) : text
    if digits.isEmpty { return failMalformedJSON() }
    if digits.count > 2, digits[0] == 0x30, digits[1] | 0x20 == 0x78 {
      var value: UInt64 = 0
      for index in 2..<digits.count {
        // More than 64 bits, or other characters: SQLite does not read it as a real either.
        guard let digit = HexDigits.value(digits[index]), value &>> 60 == 0 else {
          return failMalformedJSON()
        }
        value = value &<< 4 | UInt64(digit)
      }
      if value > UInt64(Int64.max) {
        let real = Double(value)
        return result(isNegative ? -real : real)
      }
      return result(isNegative ? 0 &- Int64(value) : Int64(value))
    }
    let scan = NumericText.scan(digits)
    guard scan.isWhole, scan.form == .integer else { return failMalformedJSON() }
    if !scan.fits {
      let magnitude = scan.real
      if isNegative, NumericText.scan(text).fits { return result(Int64.min) }
      return result(isNegative ? -magnitude : magnitude)
    }
    if scan.integer < 0 {
      // A second sign: SQLite takes the number for a large one without sign.
      let real = Double(UInt64(bitPattern: scan.integer))
      return result(isNegative ? -real : real)
    }
    result(isNegative ? 0 &- scan.integer : scan.integer)
  }

  @inline(never)
  private func returnReal(_ payload: UnsafeRawBufferPointer) {
    let scan = NumericText.scan(payload.untilNUL)
    guard scan.isWhole, scan.form != .none else { return failMalformedJSON() }
    result(scan.real)
  }
}
