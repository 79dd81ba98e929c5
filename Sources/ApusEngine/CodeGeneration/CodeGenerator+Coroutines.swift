// Queries that run step by step: each resumption gives a row, so that several can run side by side.

extension CodeGenerator {
  /// A query whose code stands in the program and is run by `start` and `resume`.
  struct Coroutine {
    /// Where it goes on.
    let address: Int32
    let entry: ProgramBuilder.Label
    /// The registers of its row.
    let first: Int32
    let count: Int
  }

  /// Generates a query's code; it is not run where it stands.
  func makeCoroutine(
    columns: Int, _ rows: (@escaping RowConsumer) throws(DatabaseError) -> Void
  ) throws(DatabaseError) -> Coroutine {
    let coroutine = Coroutine(
      address: newRegister(), entry: builder.newLabel(), first: newRegisters(columns), count: columns)
    let after = builder.newLabel()
    builder.emit(.goto, 0, after.placeholder)
    builder.place(coroutine.entry)
    try rows { first, count throws(DatabaseError) in
      for index in 0..<Int32(min(count, columns)) {
        self.builder.emit(.shallowCopy, first + index, coroutine.first + index)
      }
      self.builder.emit(.yield, coroutine.address)
    }
    builder.emit(.endCoroutine, coroutine.address)
    builder.place(after)
    return coroutine
  }

  /// A derived table as a coroutine.
  func makeCoroutine(_ source: BoundSource) throws(DatabaseError) -> Coroutine {
    let withSubtype = columnsWithSubtype(source)
    let coroutine = try makeCoroutine(columns: source.columns.count) { consume throws(DatabaseError) in
      try self.generateDerived(source) { first, count throws(DatabaseError) in
        for column in withSubtype { self.builder.emit(.clearSubtype, first + Int32(column)) }
        try consume(first, count)
      }
    }
    return coroutine
  }

  /// The rows start from the first.
  func start(_ coroutine: Coroutine) {
    builder.emit(.initCoroutine, coroutine.address, 0, coroutine.entry.placeholder)
  }

  /// Makes the next row; jumps when there is none.
  func resume(_ coroutine: Coroutine, orJump end: ProgramBuilder.Label) {
    builder.emit(.yield, coroutine.address, end.placeholder)
  }
}
