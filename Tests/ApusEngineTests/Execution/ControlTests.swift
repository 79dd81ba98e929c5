import Testing

@testable import ApusEngine

@Suite("Control flow and arithmetic of the virtual machine")
struct ControlTests {
  @Test("A counting loop emits one row per turn")
  func loop() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let counter = builder.newRegister()
      builder.emit(.integer, 3, counter)
      let top = builder.address
      builder.emit(.resultRow, counter, 1)
      let end = builder.newLabel()
      builder.emit(.decrementJumpZero, counter, end.placeholder)
      builder.emit(.goto, 0, top)
      builder.place(end)
    }
    #expect(rows == [[3], [2], [1]])
  }

  @Test("Integer overflow gives a real, as in SQLite")
  func overflow() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let a = builder.newRegisters(5)
      builder.emit(.constant, builder.constant(.integer(.max)), a)
      builder.emit(.integer, 1, a + 1)
      builder.emit(.add, a, a + 1, a + 2)
      builder.emit(.multiply, a, a, a + 3)
      builder.emit(.subtract, a + 1, a, a + 4)
      builder.emit(.resultRow, a + 2, 3)
    }
    #expect(rows == [[9223372036854775808.0, .real(8.5070591730234616e37), .integer(-9223372036854775806)]])
  }

  @Test("Division and remainder by zero are NULL; NULL spreads")
  func nulls() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let r = builder.newRegisters(8)
      builder.emit(.integer, 7, r)
      builder.emit(.integer, 0, r + 1)
      builder.emit(.null, 0, r + 2)
      builder.emit(.divide, r, r + 1, r + 3)
      builder.emit(.remainder, r, r + 1, r + 4)
      builder.emit(.add, r, r + 2, r + 5)
      builder.emit(.and, r + 1, r + 2, r + 6)
      builder.emit(.or, r + 1, r + 2, r + 7)
      builder.emit(.resultRow, r + 3, 5)
    }
    #expect(rows == [[nil, nil, nil, 0, nil]])
  }

  @Test("Concatenation prints numbers and appends in place")
  func concat() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let r = builder.newRegisters(3)
      builder.emit(.constant, builder.constant(.text(Array("a".utf8))), r)
      builder.emit(.integer, 42, r + 1)
      builder.emit(.concat, r, r + 1, r + 2)
      builder.emit(.concat, r + 2, r + 2, r + 2)
      builder.emit(.concat, r + 2, r, r + 2)
      builder.emit(.resultRow, r + 2, 1)
    }
    #expect(rows == [["a42a42a"]])
  }

  @Test("Comparisons jump, store, and treat NULL as told")
  func comparisons() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let r = builder.newRegisters(8)
      builder.emit(.integer, 5, r)
      builder.emit(.constant, builder.constant(.real(5)), r + 1)
      builder.emit(.null, 0, r + 2)
      builder.emit(.constant, builder.constant(.text(Array("5".utf8))), r + 3)
      let store = InstructionFlag.storeResult
      builder.emit(.eq, r, r + 4, r + 1, p5: store | Affinity.none.rawValue)
      builder.emit(.lt, r, r + 5, r + 2, p5: store | Affinity.none.rawValue)
      builder.emit(.eq, r + 2, r + 6, r + 2, p5: store | InstructionFlag.nullEquals | Affinity.none.rawValue)
      builder.emit(.eq, r, r + 7, r + 3, p5: store | Affinity.numeric.rawValue)
      builder.emit(.resultRow, r + 4, 4)
      builder.emit(.eq, r, r + 4, r + 3, p5: store | Affinity.none.rawValue)
      builder.emit(.eq, r, r + 5, r + 3, p5: store | Affinity.text.rawValue)
      builder.emit(.lt, r, r + 6, r + 3, p5: store | Affinity.blob.rawValue)
      builder.emit(.ne, r, r + 7, r + 2, p5: store | InstructionFlag.nullEquals | Affinity.none.rawValue)
      builder.emit(.resultRow, r + 4, 4)
    }
    #expect(rows == [[1, nil, 1, 1], [0, 1, 1, 1]])
  }

  @Test("A coroutine hands rows to its caller")
  func coroutine() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let co = builder.newRegister()
      let value = builder.newRegister()
      let body = builder.newLabel()
      let main = builder.newLabel()
      let end = builder.newLabel()
      builder.emit(.initCoroutine, co, main.placeholder, body.placeholder)
      builder.place(body)
      builder.emit(.integer, 10, value)
      builder.emit(.yield, co)
      builder.emit(.integer, 20, value)
      builder.emit(.yield, co)
      builder.emit(.endCoroutine, co)
      builder.place(main)
      let top = builder.address
      builder.emit(.yield, co, end.placeholder)
      builder.emit(.resultRow, value, 1)
      builder.emit(.goto, 0, top)
      builder.place(end)
    }
    #expect(rows == [[10], [20]])
  }

  @Test("Subroutines return behind their call; once runs once per run")
  func gosubAndOnce() throws {
    let harness = try ProgramHarness()
    let machine = try harness.machine { builder in
      let back = builder.newRegister()
      let count = builder.newRegister()
      let sub = builder.newLabel()
      let over = builder.newLabel()
      builder.emit(.integer, 0, count)
      builder.emit(.gosub, back, sub.placeholder)
      builder.emit(.gosub, back, sub.placeholder)
      builder.emit(.resultRow, count, 1)
      builder.emit(.goto, 0, over.placeholder)
      builder.place(sub)
      let skip = builder.newLabel()
      builder.emit(.once, 0, skip.placeholder)
      builder.emit(.addImmediate, count, 0, 100)
      builder.place(skip)
      builder.emit(.addImmediate, count, 0, 1)
      builder.emit(.return, back)
      builder.place(over)
    }
    #expect(try harness.rows(machine) == [[102]])
    #expect(try harness.rows(machine) == [[102]])
  }

  @Test("Bound parameters keep their bytes over runs and can be replaced")
  func parameters() throws {
    let harness = try ProgramHarness()
    let machine = try harness.machine { builder in
      builder.parameterNames = [nil, ":b"]
      let r = builder.newRegisters(2)
      builder.emit(.variable, 1, r)
      builder.emit(.variable, 2, r + 1)
      builder.emit(.resultRow, r, 2)
    }
    try machine.bind(1, text: "héllo")
    #expect(try harness.rows(machine) == [["héllo", nil]])
    try machine.bind(2, integer: 9)
    #expect(try harness.rows(machine) == [["héllo", 9]])
    #expect(failure { try machine.bind(3, integer: 1) } == "column index out of range")
  }

  @Test("compareRegisters orders by key info; compareJump takes the matching way")
  func compareRegisters() throws {
    let harness = try ProgramHarness()
    let rows = try harness.run { builder in
      let r = builder.newRegisters(5)
      builder.emit(.integer, 1, r)
      builder.emit(.integer, 5, r + 1)
      builder.emit(.integer, 1, r + 2)
      builder.emit(.integer, 4, r + 3)
      let key = try builder.keyInfo([.init(), .init(isDescending: true)], encoding: .utf8)
      builder.emit(.compareRegisters, r, r + 2, 2, p4: key)
      let less = builder.newLabel()
      let equal = builder.newLabel()
      let greater = builder.newLabel()
      let done = builder.newLabel()
      builder.emit(.compareJump, less.placeholder, equal.placeholder, greater.placeholder)
      builder.place(less)
      builder.emit(.integer, -1, r + 4)
      builder.emit(.goto, 0, done.placeholder)
      builder.place(equal)
      builder.emit(.integer, 0, r + 4)
      builder.emit(.goto, 0, done.placeholder)
      builder.place(greater)
      builder.emit(.integer, 1, r + 4)
      builder.place(done)
      builder.emit(.resultRow, r + 4, 1)
    }
    #expect(rows == [[-1]])
  }

  @Test("An interrupt ends a loop that would not end")
  func interrupt() throws {
    let harness = try ProgramHarness()
    let machine = try harness.machine { builder in
      let r = builder.newRegister()
      builder.emit(.integer, 1, r)
      builder.emit(.resultRow, r, 1)
      let top = builder.address
      builder.emit(.goto, 0, top)
    }
    #expect(try machine.step())
    harness.connection.interrupt()
    #expect(failure { _ = try machine.step() } == "interrupted")
  }
}
