#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Threads outside Swift's pool, for calls that block.
enum NativeThread {
    private final class Work {
        let body: @Sendable () -> Void

        init(body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    static func start(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body: body))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, work.toOpaque()
        )
        precondition(failure == 0, "the system has no more threads")
        pthread_detach(thread)
    }

    static func sleep(milliseconds: UInt32) {
        usleep(milliseconds * 1000)
    }
}
