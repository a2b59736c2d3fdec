import CPostgreSQL

/// Owns a result of libpq and frees it with the last row that refers to it.
///
/// libpq promises that a finished result may be read from any thread, hence Sendable.
final class QueryResult: @unchecked Sendable {
    let pointer: OpaquePointer
    let columns: [Column]
    /// Where each column is; of columns with the same name the first.
    let positions: [String: Int]

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        columns = (0..<PQnfields(pointer)).map { index in
            Column(name: PQfname(pointer, index).map { String(cString: $0) } ?? "", typeOID: PQftype(pointer, index))
        }
        positions = Dictionary(columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    deinit { PQclear(pointer) }

    var rowCount: Int { Int(PQntuples(pointer)) }

    var rows: [Row] { (0..<PQntuples(pointer)).map { Row(result: self, index: $0) } }

    /// How many rows the statement touched, by its command tag.
    var affectedRows: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    var commandTag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }
}
