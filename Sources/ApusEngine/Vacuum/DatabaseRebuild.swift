/// Writes the content of one database into another, empty one: trees without gaps, one behind the other, no free pages. What VACUUM does
/// (https://www.sqlite.org/lang_vacuum.html), but that rowids stay what they are in any table, and that nothing is parsed:
/// a schema that names unknown modules is copied as it is.
struct DatabaseRebuild {
  private struct Object {
    var row: SchemaRow
    var record: [UInt8]
    var root: PageNumber
    var newRoot: PageNumber = 0
    var kind = TreeKind.table

    func isOf(_ type: String) -> Bool { row.type == type && root > 0 }
  }

  let source: BTree
  let target: BTree
  let encoding: TextEncoding
  /// The names of AUTOINCREMENT tables, in small letters: `sqlite_sequence` comes after the first of them, and not at all without one.
  let countedTables: Set<String>
  /// Called now and then; what it throws ends the copying.
  let pause: () throws(DatabaseError) -> Void

  /// Inside a read transaction of the source and a write transaction of the target, which has its first page.
  /// - Throws: `.corrupt` for a damaged source, `.interrupt`, `.full`, I/O errors.
  func run() throws(DatabaseError) {
    var objects = inOrder(try readObjects())
    for index in objects.indices where objects[index].root > 0 {
      objects[index].kind = try kind(ofTree: objects[index].root)
      objects[index].newRoot = try target.createTree(objects[index].kind)
    }
    try writeSchema(objects)
    for object in objects where object.root > 0 {
      try pause()
      try target.copyEntries(
        of: object.root, in: source, to: object.newRoot, kind: object.kind, pause: pause)
    }
    for field in [
      HeaderField.schemaFormat, .defaultCacheSize, .textEncoding, .userVersion, .applicationID,
    ] {
      try target.setMeta(field, try source.meta(field))
    }
    // Whoever knows the old roots has to look again.
    try target.setMeta(.schemaCookie, try source.meta(.schemaCookie) &+ 1)
  }

  private func readObjects() throws(DatabaseError) -> [Object] {
    var objects: [Object] = []
    try SchemaTableReader.forEachRecord(tree: source, root: 1) { (bytes, place) throws(DatabaseError) in
      let fields = try SchemaRecord(bytes, limit: 5)
      let row = try SchemaTableReader.row(fields, encoding: encoding, place: place)
      var root: PageNumber = 0
      switch row.rootPage {
      case .number(let number): root = number
      case .null: break
      case .invalid: throw .corrupt("root page of \(row.name ?? "?")", page: place.page, offset: place.offset)
      }
      objects.append(Object(row: row, record: Array(bytes), root: root))
    }
    return objects
  }

  private static let sequence = "sqlite_sequence"

  /// As SQLite's VACUUM makes them: tables, each with the indexes of its constraints; other indexes; what has no tree.
  private func inOrder(_ objects: [Object]) -> [Object] {
    var constraints: [String: [Object]] = [:]
    var indexes: [Object] = []
    for object in objects where object.isOf("index") {
      if object.row.sql == nil, let table = object.row.tableName?.lowercasedASCII {
        constraints[table, default: []].append(object)
      } else {
        indexes.append(object)
      }
    }
    var ordered: [Object] = []
    var sequence = objects.first { $0.isOf("table") && $0.row.name == Self.sequence }
    for object in objects where object.isOf("table") && object.row.name != Self.sequence {
      ordered.append(object)
      guard let name = object.row.name?.lowercasedASCII else { continue }
      if let own = constraints.removeValue(forKey: name) { ordered += own }
      if countedTables.contains(name), let table = sequence {
        ordered.append(table)
        sequence = nil
      }
    }
    for object in objects where object.isOf("index") {
      // (Of no table that there is.)
      if let table = object.row.tableName?.lowercasedASCII, let rest = constraints.removeValue(forKey: table)
      {
        ordered += rest
      }
    }
    return ordered + indexes + objects.filter { !$0.isOf("table") && !$0.isOf("index") }
  }

  private func kind(ofTree root: PageNumber) throws(DatabaseError) -> TreeKind {
    guard root > 1 else { throw .corrupt("a tree at page \(root)", page: 1) }
    let page = try source.loadPage(root)
    defer { source.pager.unpin(page.frame) }
    return page.kind.isTable ? .table : .index
  }

  private func writeSchema(_ objects: [Object]) throws(DatabaseError) {
    let cursor = UnsafeMutablePointer<BTreeCursor>.allocate(capacity: 1)
    BTreeCursor.open(at: cursor, tree: target, root: 1, keyInfo: nil, isWritable: true)
    defer {
      cursor.pointee.close()
      cursor.deallocate()
    }
    var rowID: Int64 = 0
    for object in objects {
      rowID += 1
      var record = object.record
      if object.newRoot > 0 {
        let replaced = record.withUnsafeBytes { bytes -> Result<[UInt8], DatabaseError> in
          do throws(DatabaseError) {
            return .success(try SchemaRecord(bytes, limit: 5).replacing(3, by: object.newRoot))
          } catch {
            return .failure(error)
          }
        }
        record = try replaced.get()
      }
      let payload = UnsafeMutableRawBufferPointer.allocate(byteCount: max(record.count, 1), alignment: 16)
      defer { payload.deallocate() }
      payload.copyBytes(from: record)
      try cursor.pointee.insert(
        rowID: rowID, payload: UnsafeRawBufferPointer(rebasing: payload[..<record.count]), append: true)
    }
  }
}
