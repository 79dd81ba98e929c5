// The error that travels inside the parser.
//
// Invariant: `Parser.failure` was set before this was thrown.

/// Says that parsing stopped; carries nothing, so that a throwing call costs no stack.
struct ParseFailure: Error {}
