// Parse, print, parse again: the check that the corpus tool and the fuzzer run on every statement.

/// The result of ``RoundTrip/check(_:)``.
public struct RoundTripResult: Sendable, Equatable {
  /// Why the statement does not parse; `nil` if it does.
  public var error: SyntaxError?
  /// The printed statement; empty if the text does not parse or holds no statement.
  public var printed: [UInt8]
  /// Whether the printed text parses to the same tree. True if there was nothing to print.
  public var isSame: Bool
}

/// Checks that printing a statement loses nothing.
public enum RoundTrip {
  /// Parses the first statement of a text, prints it and parses what was printed.
  public static func check(_ sql: [UInt8]) -> RoundTripResult {
    var parser = Parser()
    var ast = AST()
    do throws(SyntaxError) {
      let parsed = try parse(sql, &parser, &ast)
      guard let parsed else { return RoundTripResult(error: nil, printed: [], isSame: true) }
      let printed = Printer.text(parsed, in: ast)
      var secondAST = AST()
      guard let second = try? parse(printed, &parser, &secondAST) else {
        return RoundTripResult(error: nil, printed: printed, isSame: false)
      }
      return RoundTripResult(
        error: nil, printed: printed, isSame: AST.areEqual((ast, parsed), (secondAST, second)))
    } catch {
      return RoundTripResult(error: error, printed: [], isSame: true)
    }
  }

  private static func parse(
    _ sql: [UInt8], _ parser: inout Parser, _ ast: inout AST
  ) throws(SyntaxError) -> ParsedStatement? {
    var outcome: Result<ParsedStatement?, SyntaxError> = .success(nil)
    sql.withUnsafeBufferPointer { bytes in
      do throws(SyntaxError) {
        outcome = .success(try parser.parseStatement(bytes, from: 0, into: &ast))
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }
}
