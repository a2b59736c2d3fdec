import CPostgreSQL
import Logging

/// Owns a connection of libpq and closes it at the end.
struct ConnectionHandle: ~Copyable {
    let pointer: OpaquePointer

    /// Connects; blocks until that succeeds or fails.
    init(_ parameters: ConnectionParameters) throws(PostgresError) {
        pointer = try Self.connect(parameters)
    }

    deinit { PQfinish(pointer) }

    private static func connect(_ parameters: ConnectionParameters) throws(PostgresError) -> OpaquePointer {
        let pointer = parameters.withPointers { PQconnectdbParams($0, $1, 1) }
        guard let pointer else { throw PostgresError(.connectionFailed, "There is no memory for a connection.") }
        guard PQstatus(pointer) == CONNECTION_OK else {
            defer { PQfinish(pointer) }
            throw failure(pointer)
        }
        PQsetNoticeReceiver(pointer, { _, notice in ConnectionHandle.log(notice) }, nil)
        // Not as start-up options: those would replace the user's PGOPTIONS, and poolers refuse them. The server looks
        // whether the client is still there, so that what a killed one was doing ends and gives back its locks.
        let setup = PQexec(
            pointer,
            """
            set client_min_messages = warning; set jit = off; set datestyle = 'ISO, YMD';
            set bytea_output = hex; set standard_conforming_strings = on; set client_connection_check_interval = '1s'
            """
        )
        defer { PQclear(setup) }
        guard PQresultStatus(setup) == PGRES_COMMAND_OK else {
            defer { PQfinish(pointer) }
            throw failure(pointer)
        }
        return pointer
    }

    private static func failure(_ pointer: OpaquePointer) -> PostgresError {
        // libpq names host, port, user and database here, never a password. Its second line is advice.
        let text = PQerrorMessage(pointer).map { String(cString: $0) } ?? ""
        let lines = text.split(separator: "\n").map { line in
            String(line.drop { $0 == " " || $0 == "\t" })
        }
        // Other complaints are about settings and quote them, password and all.
        guard let first = lines.first, first.hasPrefix("connection to server") || first.hasPrefix("could not translate")
        else {
            return PostgresError(
                .connectionFailed, "The connection settings cannot be read.",
                hint: "Check the connection string and the PG environment variables.", serverMessage: text
            )
        }
        return PostgresError(
            .connectionFailed, "Cannot connect to the database: \(first).",
            hint: lines.count > 1 ? lines.dropFirst().joined(separator: " ") : nil, serverMessage: text
        )
    }

    private static let logger = Logger(label: "patuh.postgres")

    private static func log(_ notice: OpaquePointer?) {
        let report = ServerReport(notice)
        logger.debug(
            "notice", metadata: ["message": "\(report.message ?? "")", "sqlstate": "\(report.sqlState ?? "")"])
    }
}
