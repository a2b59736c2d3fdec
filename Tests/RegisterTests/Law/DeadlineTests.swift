import Postgres
import TestSupport
import Testing

@Suite struct DeadlineTests {
    @Test func `deadlines end on the day of the worked timelines`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                for deadline in Scenarios.table("law/deadlines.csv") {
                    let row = try session.row(
                        """
                        select last_day::text, practical_day::text
                        from law.deadline(\(try deadline["deadline"]), \(try deadline["start"])::date)
                        """)
                    let lastDay = try (row.get("last_day", as: String.self), deadline["last_day"])
                    let practicalDay = try (row.get("practical_day", as: String.self), deadline["practical_day"])
                    #expect(lastDay.0 == lastDay.1, "\(deadline.text)")
                    #expect(practicalDay.0 == practicalDay.1, "\(deadline.text)")
                }
            }
        }
    }

    @Test func `collective leave is a working day when the office says so`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                func lastDay() throws -> String {
                    try session.value("select last_day::text from law.deadline('PAY_AFTER_SPHP', '2026-12-23')")
                }
                func works(_ day: String) throws -> Bool {
                    try session.value("select law.is_working_day(\(day)::date)")
                }
                let closed = try (works("2026-12-24"), works("2026-12-25"), lastDay())
                #expect(closed == (false, false, "2026-12-30"))
                try session.execute(
                    "update reference.setting set value = 1 where name = 'collective_leave_is_working_day'")
                let open = try (works("2026-12-24"), works("2026-12-25"), lastDay())
                #expect(open == (true, false, "2026-12-29"), "a national holiday stays one")
            }
        }
    }

    @Test func `a deadline never ends before it started and never on a free day when it counts working days`()
        async throws
    {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let wrong: Int = try session.value(
                    """
                    select count(*)
                    from generate_series(date '2026-01-01', date '2027-11-30', interval '1 day') as d
                    cross join lateral law.deadline('TEGURAN_1', d::date) as l
                    where l.last_day - d::date < 12
                        or extract(isodow from l.last_day) > 5
                        or l.practical_day <> l.last_day
                        or exists (select from reference.holiday as h where h.day = l.last_day)
                    """)
                #expect(wrong == 0)
            }
        }
    }
}
