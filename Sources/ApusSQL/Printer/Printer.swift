// AST to SQL text. The text parses to the same tree and means the same to SQLite.
//
// Layout is one line; keywords are upper case; parentheses appear only where precedence asks for them; names keep
// their quotation marks, because SQLite reads an unknown "x" as a string.
//
// Invariant: clauses are printed in the order in which the parser adds nodes, so parameters keep their numbers.

/// Prints statements and expressions of an ``AST``.
public struct Printer {
  let ast: AST
  var output: [UInt8] = []

  /// Makes a printer for the nodes of an arena.
  public init(_ ast: AST) { self.ast = ast }

  /// The text of a statement, without semicolon.
  public static func text(_ statement: ParsedStatement, in ast: AST) -> [UInt8] {
    var printer = Printer(ast)
    switch statement.explanation {
    case .none: break
    case .program: printer.write("EXPLAIN ")
    case .queryPlan: printer.write("EXPLAIN QUERY PLAN ")
    }
    printer.print(statement.statement)
    return printer.output
  }

  /// The text of a statement, without semicolon.
  public static func text(_ statement: Statement, in ast: AST) -> [UInt8] {
    var printer = Printer(ast)
    printer.print(statement)
    return printer.output
  }

  /// The text of an expression.
  public static func text(_ expression: ExprID, in ast: AST) -> [UInt8] {
    var printer = Printer(ast)
    printer.print(expression)
    return printer.output
  }

  /// The text of a SELECT.
  public static func text(_ select: SelectID, in ast: AST) -> [UInt8] {
    var printer = Printer(ast)
    printer.print(select)
    return printer.output
  }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

  mutating func write(_ byte: UInt8) { output.append(byte) }

  /// The bytes of a text as they are.
  mutating func write(raw text: Text) {
    let bytes = ast.bytes(text)
    output.append(contentsOf: bytes)
  }

  /// Text between quotation marks, which are doubled inside.
  mutating func write(_ bytes: [UInt8], quotedBy quote: UInt8) {
    output.append(quote)
    for byte in bytes {
      output.append(byte)
      if byte == quote { output.append(quote) }
    }
    output.append(quote)
  }

  /// The elements with separators between them.
  mutating func printList<Elements: Collection>(
    _ elements: Elements, _ separator: StaticString = ", ", _ body: (inout Printer, Elements.Element) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { write(separator) }
      isFirst = false
      body(&self, element)
    }
  }
}
