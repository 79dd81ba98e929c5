/// The JSON functions that answer with a changed value.
enum JSONEditFunctions {
  /// json_insert(), json_replace(), json_set() of X, PATH, VALUE, …, and their jsonb_ forms.
  static func edit(
    _ context: CallContext, _ arguments: Arguments, _ operation: JSONEditor.Operation, _ form: JSONForm
  ) {
    guard arguments.count > 0 else { return }
    guard !arguments.count.isMultiple(of: 2) else {
      let name =
        switch operation {
        case .insert: "insert"
        case .replace: "replace"
        case .set, .remove: "set"
        }
      context.pointee.fail("json_\(name)() needs an odd number of arguments")
      return
    }
    guard let view = context.document(arguments[0]) else { return }
    guard arguments.count > 1 else { return context.returnJSON(view, at: 0, form) }
    load(view, context)
    for index in stride(from: 1, to: arguments.count &- 1, by: 2) where arguments[index].tag != .null {
      let isGood = context.withText(of: arguments[index]) { path in
        guard path.first == 0x24 else {
          context.failBadJSONPath(path)
          return false
        }
        guard let value = context.jsonbValue(arguments[index &+ 1]) else { return false }
        return apply(context, operation, path, value)
      }
      guard isGood else { return }
    }
    finish(context, form)
  }

  /// json_remove(X, PATH, …), jsonb_remove(X, PATH, …).
  static func remove(_ context: CallContext, _ arguments: Arguments, _ form: JSONForm) {
    guard let view = context.document(arguments[0]) else { return }
    guard arguments.count > 1 else { return context.returnJSON(view, at: 0, form) }
    load(view, context)
    for index in 1..<arguments.count {
      guard arguments[index].tag != .null else { return }
      let isGood = context.withText(of: arguments[index]) { path in
        guard path.first == 0x24 else {
          context.failBadJSONPath(path)
          return false
        }
        // Without its root nothing is left.
        if JSONPath(path).isEnd(1) { return false }
        return apply(context, .remove, path, UnsafeRawBufferPointer(start: nil, count: 0))
      }
      guard isGood else { return }
    }
    finish(context, form)
  }

  /// json_patch(TARGET, PATCH), jsonb_patch(TARGET, PATCH).
  static func patch(_ context: CallContext, _ arguments: Arguments, _ form: JSONForm) {
    guard let target = context.document(arguments[0]) else { return }
    load(target, context)
    guard let patch = context.document(arguments[1]) else { return }
    let workspace = context.json
    var merge = JSONPatch(
      editor: takeEditor(workspace), patch: patch, levels: workspace.pointee.levels,
      limit: context.environment.lengthLimit)
    let outcome = merge.apply()
    workspace.pointee.levels = merge.levels
    putBack(merge.editor, workspace)
    switch outcome {
    case .done: finish(context, form)
    case .malformed: context.failMalformedJSON()
    case .tooBig: context.failTooBig()
    }
  }

  // MARK: The document

  /// Copies a value to where it can be changed.
  private static func load(_ view: JSONBView, _ context: CallContext) {
    context.json.pointee.noteSize(view.count)
    context.json.pointee.document.count = 0
    context.json.pointee.document.append(view.bytes(0, view.count))
  }

  private static func takeEditor(_ workspace: UnsafeMutablePointer<JSONWorkspace>) -> JSONEditor {
    JSONEditor(
      document: workspace.pointee.document, ancestors: workspace.pointee.ancestors,
      scratch: workspace.pointee.scratch)
  }

  private static func putBack(_ editor: JSONEditor, _ workspace: UnsafeMutablePointer<JSONWorkspace>) {
    workspace.pointee.document = editor.document
    workspace.pointee.ancestors = editor.ancestors
    workspace.pointee.scratch = editor.scratch
    workspace.pointee.noteSize(max(editor.document.count, editor.scratch.count))
  }

  private static func apply(
    _ context: CallContext, _ operation: JSONEditor.Operation, _ path: UnsafeRawBufferPointer,
    _ value: UnsafeRawBufferPointer
  ) -> Bool {
    var editor = takeEditor(context.json)
    let outcome = editor.apply(operation, JSONPath(path.part(1, path.count &- 1)), value)
    putBack(editor, context.json)
    if editor.document.count > context.environment.lengthLimit {
      context.failTooBig()
      return false
    }
    return !context.fail(outcome, path)
  }

  private static func finish(_ context: CallContext, _ form: JSONForm) {
    guard let view = JSONBView(context.json.pointee.document.bytes) else {
      return context.failMalformedJSON()
    }
    switch form {
    case .text: context.returnJSON(view, at: 0, .text)
    case .binary: context.pointee.result = .blob(view.base, count: view.count)
    }
  }
}
