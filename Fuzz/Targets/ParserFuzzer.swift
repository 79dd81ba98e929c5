// libFuzzer target: any bytes either fail to parse or print to a text that parses to the same tree. Nothing traps.
//
// Compiled in one module with the sources of ApusSQL, so that the counters of libFuzzer lie in the parser itself.
// With -D PLANTED_TRAP the target traps on the four-byte keyword TIES, which no seed contains, to prove that the
// fuzzer finds such a word by itself.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: count)
  let sql = [UInt8](input)
  let result = RoundTrip.check(sql)
  if !result.isSame {
    debugPrint(String(decoding: result.printed, as: UTF8.self))
    fflush(nil)
    fatalError("the printed statement is another tree")
  }
  if let error = result.error {
    precondition(error.offset >= 0 && error.offset + error.length <= count, "an error outside the text")
  }
  let next = StatementScanner.nextStatement(input, from: 0)
  precondition(next >= 0 && next <= count, "a statement that ends outside the text")
  _ = StatementScanner.isComplete(input)
  #if PLANTED_TRAP
    var lexer = Lexer(input, position: 0)
    while true {
      let token = lexer.next()
      if token.kind == .endOfText || token.kind == .illegal { break }
      precondition(token.kind != .ties, "planted trap")
    }
  #endif
  return 0
}
