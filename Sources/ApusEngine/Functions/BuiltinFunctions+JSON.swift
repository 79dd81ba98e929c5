// The JSON functions (https://sqlite.org/json1.html). Table-valued ones are elsewhere.

extension BuiltinFunctions {
  static let json: [FunctionDefinition] = jsonValues + jsonParts + jsonEdits + jsonGroups

  private static let jsonValues: [FunctionDefinition] = [
    .init(scalar: "json", arguments: 1...1, flags: .json) {
      JSONFunctions.json($0.callContext, .init($1, $2), .text)
    },
    .init(scalar: "jsonb", arguments: 1...1) { JSONFunctions.json($0.callContext, .init($1, $2), .binary) },
    .init(scalar: "json_array", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONFunctions.array($0.callContext, .init($1, $2), .text)
    },
    .init(scalar: "jsonb_array", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONFunctions.array($0.callContext, .init($1, $2), .binary)
    },
    .init(scalar: "json_object", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONFunctions.object($0.callContext, .init($1, $2), .text)
    },
    .init(scalar: "jsonb_object", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONFunctions.object($0.callContext, .init($1, $2), .binary)
    },
    .init(scalar: "json_quote", arguments: 1...1, flags: .jsonOfValues) {
      JSONFunctions.quote($0.callContext, .init($1, $2))
    },
    .init(scalar: "json_valid", arguments: 1...2) { JSONFunctions.valid($0.callContext, .init($1, $2)) },
    .init(scalar: "json_error_position", arguments: 1...1) {
      JSONFunctions.errorPosition($0.callContext, .init($1, $2))
    },
    .init(scalar: "json_pretty", arguments: 1...2) { JSONFunctions.pretty($0.callContext, .init($1, $2)) },
  ]

  private static let jsonParts: [FunctionDefinition] = [
    .init(scalar: "json_extract", arguments: 0...maximumArguments, flags: .json) {
      JSONFunctions.extract($0.callContext, .init($1, $2), .text)
    },
    .init(scalar: "jsonb_extract", arguments: 0...maximumArguments) {
      JSONFunctions.extract($0.callContext, .init($1, $2), .binary)
    },
    .init(scalar: "->", arguments: 2...2, flags: .json) {
      JSONFunctions.arrow($0.callContext, .init($1, $2), asValue: false)
    },
    .init(scalar: "->>", arguments: 2...2) {
      JSONFunctions.arrow($0.callContext, .init($1, $2), asValue: true)
    },
    .init(scalar: "json_array_length", arguments: 1...2) {
      JSONFunctions.arrayLength($0.callContext, .init($1, $2))
    },
    .init(scalar: "json_type", arguments: 1...2) { JSONFunctions.type($0.callContext, .init($1, $2)) },
  ]

  private static let jsonEdits: [FunctionDefinition] = [
    .init(scalar: "json_insert", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONEditFunctions.edit($0.callContext, .init($1, $2), .insert, .text)
    },
    .init(scalar: "jsonb_insert", arguments: 0...maximumArguments, flags: [.deterministic, .readsSubtypes]) {
      JSONEditFunctions.edit($0.callContext, .init($1, $2), .insert, .binary)
    },
    .init(scalar: "json_replace", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONEditFunctions.edit($0.callContext, .init($1, $2), .replace, .text)
    },
    .init(scalar: "jsonb_replace", arguments: 0...maximumArguments, flags: [.deterministic, .readsSubtypes]) {
      JSONEditFunctions.edit($0.callContext, .init($1, $2), .replace, .binary)
    },
    .init(scalar: "json_set", arguments: 0...maximumArguments, flags: .jsonOfValues) {
      JSONEditFunctions.edit($0.callContext, .init($1, $2), .set, .text)
    },
    .init(scalar: "jsonb_set", arguments: 0...maximumArguments, flags: [.deterministic, .readsSubtypes]) {
      JSONEditFunctions.edit($0.callContext, .init($1, $2), .set, .binary)
    },
    .init(scalar: "json_remove", arguments: 0...maximumArguments, flags: .json) {
      JSONEditFunctions.remove($0.callContext, .init($1, $2), .text)
    },
    .init(scalar: "jsonb_remove", arguments: 0...maximumArguments) {
      JSONEditFunctions.remove($0.callContext, .init($1, $2), .binary)
    },
    .init(scalar: "json_patch", arguments: 2...2, flags: .json) {
      JSONEditFunctions.patch($0.callContext, .init($1, $2), .text)
    },
    .init(scalar: "jsonb_patch", arguments: 2...2) {
      JSONEditFunctions.patch($0.callContext, .init($1, $2), .binary)
    },
  ]

  private static let jsonGroups: [FunctionDefinition] = [
    .init(
      aggregate: "json_group_array", arguments: 1...1, flags: [.resultHasSubtype],
      stateSize: MemoryLayout<JSONGroupFunctions.State>.size,
      step: { JSONGroupFunctions.addToArray($0.callContext, .init($1, $2)) },
      inverse: { JSONGroupFunctions.remove($0.callContext, .init($1, $2)) },
      value: { JSONGroupFunctions.value($0.callContext, .array, .text) },
      finalize: { JSONGroupFunctions.finish($0.callContext, .array, .text) }),
    .init(
      aggregate: "jsonb_group_array", arguments: 1...1,
      stateSize: MemoryLayout<JSONGroupFunctions.State>.size,
      step: { JSONGroupFunctions.addToArray($0.callContext, .init($1, $2)) },
      inverse: { JSONGroupFunctions.remove($0.callContext, .init($1, $2)) },
      value: { JSONGroupFunctions.value($0.callContext, .array, .binary) },
      finalize: { JSONGroupFunctions.finish($0.callContext, .array, .binary) }),
    .init(
      aggregate: "json_group_object", arguments: 2...2, flags: [.resultHasSubtype],
      stateSize: MemoryLayout<JSONGroupFunctions.State>.size,
      step: { JSONGroupFunctions.addToObject($0.callContext, .init($1, $2)) },
      inverse: { JSONGroupFunctions.remove($0.callContext, .init($1, $2)) },
      value: { JSONGroupFunctions.value($0.callContext, .object, .text) },
      finalize: { JSONGroupFunctions.finish($0.callContext, .object, .text) }),
    .init(
      aggregate: "jsonb_group_object", arguments: 2...2,
      stateSize: MemoryLayout<JSONGroupFunctions.State>.size,
      step: { JSONGroupFunctions.addToObject($0.callContext, .init($1, $2)) },
      inverse: { JSONGroupFunctions.remove($0.callContext, .init($1, $2)) },
      value: { JSONGroupFunctions.value($0.callContext, .object, .binary) },
      finalize: { JSONGroupFunctions.finish($0.callContext, .object, .binary) }),
  ]
}

extension FunctionDefinition.Flags {
  /// What answers with JSON that other functions are to know.
  fileprivate static let json: Self = [.deterministic, .resultHasSubtype]
  /// Values that are JSON become parts of the answer, others strings and numbers.
  fileprivate static let jsonOfValues: Self = [.deterministic, .resultHasSubtype, .readsSubtypes]
}
