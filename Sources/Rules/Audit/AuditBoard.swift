public import Postgres
import Register

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Where the connections of an audit find their next task: one whose tables are made.
///
/// One connection puts tasks up and works on them until all are done; others help until the board is closed. A task that
/// fails ends the work of all.
public final class AuditBoard: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    // Guarded by the mutex.
    private var waiting: [AuditTask] = []
    /// Tables that a task not yet done will make.
    private var awaited: Set<String> = []
    private var running = 0
    private var failure: (any Error)?
    private var isClosed = false

    /// An empty board.
    public init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Works on the tasks of another connection until the board is closed.
    ///
    /// - Throws: what a task throws.
    public func help(_ session: Session) throws {
        while let task = next(until: { self.isClosed }) { try perform(task, session) }
    }

    /// Sends the helpers home.
    public func close() {
        pthread_mutex_lock(mutex)
        isClosed = true
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Puts tasks up, works on them, and returns when all are done.
    ///
    /// - Throws: what the first task that failed threw.
    func finish(_ tasks: [AuditTask], _ session: Session) throws {
        pthread_mutex_lock(mutex)
        waiting += tasks
        awaited = tasks.reduce(into: awaited) { $0.formUnion($1.makes) }
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
        while let task = next(until: { self.waiting.isEmpty && self.running == 0 }) {
            do {
                try perform(task, session)
            } catch {
                try end()
            }
        }
        try end()
    }

    /// Waits for the helpers, whose tables nobody must take away, and throws what failed.
    private func end() throws {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while running > 0 { pthread_cond_wait(condition, mutex) }
        if let failure { throw failure }
    }

    /// The first task that can begin; waits for one, and nil when there is an end or a failure.
    private func next(until isOver: () -> Bool) -> AuditTask? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if failure != nil || isOver() { return nil }
            if let place = waiting.firstIndex(where: { $0.reads.subtracting($0.makes).isDisjoint(with: awaited) }) {
                running += 1
                return waiting.remove(at: place)
            }
            guard running > 0 || waiting.isEmpty else {
                failure = Self.circle(of: waiting)
                pthread_cond_broadcast(condition)
                return nil
            }
            pthread_cond_wait(condition, mutex)
        }
    }

    /// Tables that wait for each other would be waited for without end.
    private static func circle(of tasks: [AuditTask]) -> Fault {
        Fault(
            .ruleMalformed,
            "These read what one of the others makes, so that none can begin: \(tasks.map(\.name).joined(separator: ", ")).",
            hint: "Make the tables that others wait for in a file of their own; SQL/worktables/README.md says more.")
    }

    private func perform(_ task: AuditTask, _ session: Session) throws {
        do {
            try session.transaction { session in
                try session.script(Self.settings)
                try task.run(session)
            }
            done(task, nil)
        } catch {
            done(task, error)
            throw error
        }
    }

    private func done(_ task: AuditTask, _ error: (any Error)?) {
        pthread_mutex_lock(mutex)
        running -= 1
        awaited.subtract(task.makes)
        failure = failure ?? error
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
    }

    /// What a statement may take: the largest hashes are of everybody enrolled, 80 bytes a worker.
    static let memory = "set local jit = off; set local work_mem = '64MB'; set local hash_mem_multiplier = 4"

    /// Work tables are made anew by every run: nobody waits for the disk to have them.
    ///
    /// Several connections share the work better than workers of one statement. What an audit reads is in memory or on a
    /// disk without moving parts.
    private static let settings = """
        \(memory); set local synchronous_commit = off;
        set local max_parallel_workers_per_gather = 0; set local max_parallel_maintenance_workers = 0;
        set local default_statistics_target = 10; set local random_page_cost = 1.1
        """
}
