import Glibc
import Testing

/// A pipe whose reader has gone, as after `| head -0`.
enum ClosedPipe {
    static func writeEnd() throws -> Int32 {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
        return ends[1]
    }
}
