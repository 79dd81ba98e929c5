/// What instructions refer to by number, apart from constants. Most short statements refer to none of it: they have no pools, and
/// compiling them copies none.
final class ProgramPools {
  var keyInfos: [ProgramBuilder.KeyInfoDescription] = []
  var functions: [FunctionDefinition] = []
  /// Affinity strings: one `Affinity` raw value per column.
  var affinities: [[UInt8]] = []
  var columnMaps: [[Int32]] = []
  var constraints: [CheckedConstraint] = []
  var subprograms: [Program] = []
  var nativeCalls: [NativeCall] = []
  var virtualTables: [VirtualTableReference] = []
  var virtualScans: [VirtualScan] = []
  var windows: [WindowDescription] = []
  var changedTables: [ChangedTable] = []
  var queryPlan: [QueryPlanRow] = []

  init() {}

  init(_ other: ProgramPools) {
    keyInfos = other.keyInfos
    functions = other.functions
    affinities = other.affinities
    columnMaps = other.columnMaps
    constraints = other.constraints
    subprograms = other.subprograms
    nativeCalls = other.nativeCalls
    virtualTables = other.virtualTables
    virtualScans = other.virtualScans
    windows = other.windows
    changedTables = other.changedTables
    queryPlan = other.queryPlan
  }
}
