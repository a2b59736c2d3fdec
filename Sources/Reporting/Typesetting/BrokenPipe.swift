#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Makes writing to a worker that has died an error instead of the end of this process.
///
/// The setting belongs to the whole process: whoever writes to a closed standard output gets `EPIPE` from then on.
enum BrokenPipe {
    static let ignored: Void = {
        _ = signal(SIGPIPE, SIG_IGN)
    }()
}
