@testable import ApusEngine

func makeTestConnection() throws -> Connection {
  let environment = FunctionEnvironment(
    random: { 4_611_686_018_427_387_905 }, currentTimeMilliseconds: { 0 }, localOffsetSeconds: { _ in 0 })
  return try Connection(
    pager: Pager(pageSize: 4096), isPrivate: true, storage: StandInStorage(), environment: environment)
}
