/// Cold work that a program calls out to: pragmas, checkpoints, schema publication.
public struct NativeCall: Sendable {
  /// Registers from the instruction's p1 on. False: jump to p2.
  public typealias Body =
    @Sendable (_ connection: Connection, _ registers: RegisterWindow) throws(DatabaseError) -> Bool
  public let name: String
  public let body: Body

  public init(_ name: String, _ body: @escaping Body) {
    self.name = name
    self.body = body
  }
}
