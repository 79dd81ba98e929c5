extension AST {
  /// Whether some FROM clause names what must be looked up in a schema: anything but a subquery or a common table of the statement itself.
  ///
  /// - Complexity: O(n) in the number of names.
  public var readsSchemaTables: Bool {
    let common = Set(commonTables.map { string($0.name).lowercased() })
    return tableSources.contains { source in
      switch source.kind {
      case .table(schema: nil, let name): !common.contains(string(name).lowercased())
      case .table, .function: true
      case .subquery, .group: false
      }
    }
  }
}
