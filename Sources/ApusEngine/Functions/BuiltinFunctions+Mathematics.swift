// The mathematical functions (https://www.sqlite.org/lang_mathfunc.html), with abs, sign and round.

extension BuiltinFunctions {
  static let mathematics: [FunctionDefinition] = [
    .init(scalar: "abs", arguments: 1...1) { NumberFunctions.abs($0.callContext, .init($1, $2)) },
    .init(scalar: "sign", arguments: 1...1) { NumberFunctions.sign($0.callContext, .init($1, $2)) },
    .init(scalar: "round", arguments: 1...2) { NumberFunctions.round($0.callContext, .init($1, $2)) },
    .init(scalar: "ceil", arguments: 1...1) {
      NumberFunctions.toIntegral($0.callContext, .init($1, $2), .up)
    },
    .init(scalar: "ceiling", arguments: 1...1) {
      NumberFunctions.toIntegral($0.callContext, .init($1, $2), .up)
    },
    .init(scalar: "floor", arguments: 1...1) {
      NumberFunctions.toIntegral($0.callContext, .init($1, $2), .down)
    },
    .init(scalar: "trunc", arguments: 1...1) {
      NumberFunctions.toIntegral($0.callContext, .init($1, $2), .towardZero)
    },
    .init(scalar: "pi", arguments: 0...0) { context, _, _ in context.callContext.result(NumberFunctions.pi) },
    .init(scalar: "ln", arguments: 1...1) {
      NumberFunctions.logarithm($0.callContext, .init($1, $2), CLibrary.logarithm)
    },
    .init(scalar: "log", arguments: 1...1) {
      NumberFunctions.logarithm($0.callContext, .init($1, $2), CLibrary.logarithm10)
    },
    .init(scalar: "log", arguments: 2...2) { NumberFunctions.logarithmToBase($0.callContext, .init($1, $2)) },
    .init(scalar: "log10", arguments: 1...1) {
      NumberFunctions.logarithm($0.callContext, .init($1, $2), CLibrary.logarithm10)
    },
    .init(scalar: "log2", arguments: 1...1) {
      NumberFunctions.logarithm($0.callContext, .init($1, $2), CLibrary.logarithm2)
    },
    .init(scalar: "exp", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.exponential)
    },
    .init(scalar: "pow", arguments: 2...2) {
      NumberFunctions.binary($0.callContext, .init($1, $2), CLibrary.power)
    },
    .init(scalar: "power", arguments: 2...2) {
      NumberFunctions.binary($0.callContext, .init($1, $2), CLibrary.power)
    },
    .init(scalar: "mod", arguments: 2...2) {
      NumberFunctions.binary($0.callContext, .init($1, $2), CLibrary.remainder)
    },
    .init(scalar: "acos", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.acosine)
    },
    .init(scalar: "asin", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.asine)
    },
    .init(scalar: "atan", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.atangent)
    },
    .init(scalar: "atan2", arguments: 2...2) {
      NumberFunctions.binary($0.callContext, .init($1, $2), CLibrary.atangent2)
    },
    .init(scalar: "cos", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.cosine)
    },
    .init(scalar: "sin", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.sine)
    },
    .init(scalar: "tan", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.tangent)
    },
    .init(scalar: "cosh", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.cosineH)
    },
    .init(scalar: "sinh", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.sineH)
    },
    .init(scalar: "tanh", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.tangentH)
    },
    .init(scalar: "acosh", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.acosineH)
    },
    .init(scalar: "asinh", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.asineH)
    },
    .init(scalar: "atanh", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2), CLibrary.atangentH)
    },
    .init(scalar: "sqrt", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2)) { $0.squareRoot() }
    },
    .init(scalar: "degrees", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2)) { $0 * (180.0 / NumberFunctions.pi) }
    },
    .init(scalar: "radians", arguments: 1...1) {
      NumberFunctions.unary($0.callContext, .init($1, $2)) { $0 * (NumberFunctions.pi / 180.0) }
    },
  ]
}
