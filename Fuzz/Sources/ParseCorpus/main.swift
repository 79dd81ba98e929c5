// Reads SQL statements from standard input, separated by zero bytes, and writes one JSON object per line:
//
//   {"ok":true,"error":null,"printed":"…","same":true}
//
// `ok`: the statement parses. `printed`: its text after printing. `same`: that text parses to the same tree.
// With the argument `scan`, it writes {"complete":…} instead, as a shell would ask. With `bench N`, it parses
// all statements N times and writes nanoseconds per statement.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
#if canImport(ApusSQL)
  import ApusSQL
#endif

/// Calls `body` with each statement of standard input as soon as its zero byte has arrived.
func forEachStatement(_ body: ([UInt8]) -> Void) {
  var pending: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(0, &buffer, buffer.count)
    if count <= 0 { break }
    var start = 0
    for index in 0..<count where buffer[index] == 0 {
      pending.append(contentsOf: buffer[start..<index])
      body(pending)
      pending.removeAll(keepingCapacity: true)
      start = index + 1
    }
    pending.append(contentsOf: buffer[start..<count])
  }
  if !pending.isEmpty { body(pending) }
}

func json(_ bytes: [UInt8]) -> String {
  var text = "\""
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case let scalar where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "\""
}

func bench(_ statements: [[UInt8]], rounds: Int) {
  var parser = Parser()
  var ast = AST()
  var parsed = 0
  let clock = ContinuousClock()
  let elapsed = clock.measure {
    for _ in 0..<rounds {
      for statement in statements {
        statement.withUnsafeBufferPointer { bytes in
          if (try? parser.parseStatement(bytes, into: &ast)) != nil { parsed += 1 }
        }
      }
    }
  }
  let nanoseconds = elapsed / .nanoseconds(1)
  print("\(parsed) parsed, \(nanoseconds / Double(rounds * statements.count)) ns per statement")
}

let mode = CommandLine.arguments.dropFirst().first
if mode == "bench" {
  var statements: [[UInt8]] = []
  forEachStatement { statements.append($0) }
  bench(statements, rounds: CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 1)
} else {
  forEachStatement { statement in
    if mode == "scan" {
      let isComplete = statement.withUnsafeBufferPointer { StatementScanner.isComplete($0) }
      print("{\"complete\":\(isComplete)}")
    } else {
      let result = RoundTrip.check(statement)
      let error = result.error.map { json(Array($0.message.utf8)) } ?? "null"
      print(
        "{\"ok\":\(result.error == nil),\"error\":\(error),\"offset\":\(result.error?.offset ?? -1),"
          + "\"printed\":\(json(result.printed)),\"same\":\(result.isSame)}")
    }
    fflush(nil)
  }
}
