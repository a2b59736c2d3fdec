import FoundationEssentials
import Inspections
import Postgres
import Register
import Rules
import TestSupport
import Testing

/// Plans of the sample branch for December 2026.
@Suite struct PlanStoreTests {
    @Test func everyEmployerWithFindingsIsVisitedOrLeftOutWithAReason() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let made = try SamplePlan.make(session)
                #expect(made.isStored)
                let expected: Int = try session.value(
                    "select count(distinct f.business_id) from register.office as o cross join lateral audit.findings_at(o.office_id, 1) as f"
                )
                #expect(made.result.visits.count + made.result.omissions.count == expected)
                #expect(!made.result.visits.isEmpty)
                let stored = try session.rows(
                    """
                    select (select count(*) from inspection.visit where plan_id = \(made.plan)) as visits,
                        (select count(*) from inspection.unplanned where plan_id = \(made.plan)) as omitted,
                        (select count(*) from journal.entry where act = 'inspection.plan' and subject = 'plan ' || \(made.plan)) as acts
                    """)
                #expect(try stored[0].get("visits") == made.result.visits.count)
                #expect(try stored[0].get("omitted") == made.result.omissions.count)
                #expect(try stored[0].get("acts") == 1)
            }
        }
    }

    @Test func capacityDecidesWhoIsLeftOutAndTheHighestScoresStay() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try session.execute("update register.officer set monthly_capacity = 2 where role = 'labour_inspector'")
                let made = try SamplePlan.make(session)
                #expect(made.result.visits.count == 4)
                #expect(!made.result.omissions.isEmpty)
                let reasons = try session.rows(
                    "select distinct reason from inspection.unplanned where plan_id = \(made.plan)"
                ).map { try $0.get("reason", as: String.self) }
                // Who shows a sign alone is not visited, whatever the capacity.
                #expect(Set(reasons).subtracting(["indication_only"]) == ["inspector_capacity"])
                let lowest = try #require(made.result.visits.map(\.candidate.score).min())
                #expect(made.result.omissions.allSatisfy { $0.candidate.score <= lowest })
            }
        }
    }

    // 16 November 2026 is a Monday: seven working days end on 25 November. 24 and 25 December are no working days.
    @Test func visitsAreOnWorkingDaysAfterTheLeadTime() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let december = try SamplePlan.make(session, dryRun: true)
                #expect(december.days.first == SamplePlan.day("2026-12-01"))
                for day in ["2026-12-05", "2026-12-06", "2026-12-24", "2026-12-25"] {
                    #expect(!december.days.contains(SamplePlan.day(day)), "\(day)")
                }
                #expect(december.days.allSatisfy { $0.weekday < 6 })
                #expect(december.result.visits.allSatisfy { december.days.contains($0.day) })

                let november = try SamplePlan.make(session, month: SamplePlan.day("2026-11-01"), dryRun: true)
                #expect(november.days == ["2026-11-26", "2026-11-27", "2026-11-30"].map(SamplePlan.day))
            }
        }
    }

    @Test func oneExaminerOfTheBranchAndOneInspectorOfThePartner() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let made = try SamplePlan.make(session)
                let faults: Int = try session.value(
                    """
                    select count(*)
                    from inspection.visit as v
                    inner join register.officer as e on e.officer_id = v.examiner
                    inner join register.officer as i on i.officer_id = v.inspector
                    inner join register.office as o on o.office_id = v.office_id
                    inner join register.office as p on p.code = o.partner_code
                    where e.role <> 'examiner' or e.office_id <> o.office_id
                        or i.role <> 'labour_inspector' or i.office_id <> p.office_id
                    """)
                #expect(faults == 0)
                let double: Int = try session.value(
                    """
                    select count(*) from (
                        select visit_on, unnest(array[examiner, inspector]) as officer
                        from inspection.visit where plan_id = \(made.plan)
                    ) as v group by visit_on, officer order by 1 desc limit 1
                    """)
                #expect(double == 1)
            }
        }
    }

    @Test func absentOfficersAreNotPlanned() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let before = try SamplePlan.make(session, dryRun: true)
                let first = try #require(before.result.visits.first)
                try session.execute(
                    """
                    insert into inspection.absence (officer_id, batch_id, office_id, period, reason)
                    select officer_id, (select max(batch_id) from import.batch), office_id,
                        daterange('2026-12-01', '2026-12-31', '[]'), 'Cuti'
                    from register.officer where officer_id = \(first.examiner)
                    """)
                let after = try SamplePlan.make(session, dryRun: true)
                #expect(after.result.visits.allSatisfy { $0.examiner != first.examiner })
            }
        }
    }

    /// Branches share the labour inspectors of their province, and whoever hears of an absence imports it.
    @Test(arguments: [false, true])
    func anInspectorIsAwayForEveryBranch(isTakenBack: Bool) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let before = try SamplePlan.make(session, office: "1401", dryRun: true)
                let inspector = try #require(before.result.visits.first).inspector
                try Self.importAbsence(of: inspector, by: "1402", session)
                if isTakenBack {
                    let batch: Int = try session.value("select max(batch_id) from import.batch")
                    _ = try Withdrawal.withdraw(
                        batch, office: try Office.find("1402", in: session), reason: "back at work", session: session)
                }
                let after = try SamplePlan.make(session, office: "1401", dryRun: true)
                #expect(after.result.visits.contains { $0.inspector == inspector } == isTakenBack)
            }
        }
    }

    /// Another branch with the same partner learns that an officer is away all December.
    private static func importAbsence(of officer: Int, by branch: String, _ session: Session) throws {
        let row = try session.row(
            """
            select f.staff_number, o.code as partner
            from register.officer as f inner join register.office as o using (office_id)
            where f.officer_id = \(officer)
            """)
        let office = [
            "Kode Kantor;Jenis;Nama;Alamat;Kota;Kode Provinsi;Wilayah Kerja;Kepala;Jabatan Kepala;Nomor Pegawai Kepala;"
                + "Kode Unit Surat;Zona Waktu;Telepon;Kantor Mitra",
            "\(branch);BPJS_KESEHATAN;Kantor Cabang Lain;Jl. Lain;Sintang;61;61.05;Kepala;Kepala Cabang;00009;IV-03;WIB;"
                + "(000) 9;\(try row.get("partner", as: String.self))",
        ]
        let absence = [
            "Nomor Pegawai;Mulai;Selesai;Alasan",
            "\(try row.get("staff_number", as: String.self));2026-12-01;2026-12-31;Diklat",
        ]
        for (kind, lines) in [(ImportKind.offices, office), (.absences, absence)] {
            let path = FileManager.default.temporaryDirectory.path + "/\(kind.rawValue)-\(UUID().uuidString).csv"
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let outcome = try Importer(PatuhTemplates.resources).run(
                ImportRequest(
                    kind: kind, path: path, fileName: "\(kind.rawValue).csv",
                    office: kind == .absences ? branch : nil),
                session: session, rejectsPath: nil)
            #expect(outcome.accepted == 1)
        }
    }

    @Test func planningAgainTakesThePlaceOfTheFirstPlan() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let first = try SamplePlan.make(session)
                let second = try SamplePlan.make(session)
                #expect(second.plan > first.plan)
                #expect(second.result == first.result)
                let inForce: Int = try session.value(
                    "select inspection.plan_in_force(o.office_id, '2026-12-01') from register.office as o where o.kind = 'bpjs_branch'"
                )
                #expect(inForce == second.plan)
            }
        }
    }

    @Test func whoIsPlannedInOneMonthIsNotPlannedInAnother() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let december = try SamplePlan.make(session)
                // November, dated the same day: the visits of December are still to come.
                let november = try SamplePlan.make(session, month: SamplePlan.day("2026-11-01"))
                let visited = Set(december.result.visits.map(\.candidate.business))
                #expect(visited.isDisjoint(with: november.result.visits.map(\.candidate.business)))
                let reasons = Dictionary(
                    uniqueKeysWithValues: november.result.omissions.map { ($0.candidate.business, $0.reason) })
                #expect(visited.allSatisfy { reasons[$0] == .alreadyPlanned })
            }
        }
    }

    /// Visits stay under the record of the register that they were planned for.
    @Test func whoIsPlannedUnderAnotherNumberIsNotPlannedAgain() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try session.execute("update register.officer set monthly_capacity = 2 where role = 'labour_inspector'")
                let december = try SamplePlan.make(session)
                // One that is visited and one that was left out, not both of them registered.
                let pair = try session.row(
                    """
                    select b.code, o.code as other, u.business_id as left_out
                    from inspection.visit as v
                    inner join register.business_profile as b using (business_id)
                    cross join inspection.unplanned as u
                    inner join register.business_profile as o on o.business_id = u.business_id
                    where u.plan_id = \(december.plan) and u.reason = 'inspector_capacity'
                        and (b.entity_code is null or o.entity_code is null)
                    order by v.visit_id, u.business_id limit 1
                    """)
                _ = try BusinessMatch.decide(
                    .same, (try pair.get("code"), try pair.get("other")), office: try Office.find(nil, in: session),
                    reason: "one owner", session: session)
                let november = try SamplePlan.make(session, month: SamplePlan.day("2026-11-01"))
                let leftOut: Int = try pair.get("left_out")
                #expect(november.result.omissions.first { $0.candidate.business == leftOut }?.reason == .alreadyPlanned)
            }
        }
    }

    @Test func otherRegionsBelongToOtherOffices() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try session.execute("delete from register.office_region where region_code <> '61.71'")
                let made = try SamplePlan.make(session)
                let outside = try session.rows(
                    """
                    select u.reason, count(*) as n, bool_or(b.region_code like '61.71%') as any_inside
                    from inspection.unplanned as u inner join register.business_profile as b using (business_id)
                    where u.plan_id = \(made.plan) and u.reason = 'outside_jurisdiction' group by u.reason
                    """)
                #expect(try outside.first?.get("n", as: Int.self) ?? 0 > 0)
                #expect(try outside.first?.get("any_inside", as: Bool.self) == false)
            }
        }
    }

    @Test func aDryRunStoresNothing() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let made = try SamplePlan.make(session, dryRun: true)
                #expect(!made.isStored)
                #expect(!made.result.visits.isEmpty)
                for table in ["plan", "visit", "unplanned"] {
                    let rows: Int = try session.value("select count(*) from inspection.\(identifier: table)")
                    #expect(rows == 0, "\(table)")
                }
                let acts: Int = try session.value("select count(*) from journal.entry where act = 'inspection.plan'")
                #expect(acts == 0)
            }
        }
    }

    @Test func aMonthWithoutDaysAfterTheLeadTimeIsRefused() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            let fault = await #expect(throws: Fault.self) {
                try await database.run {
                    _ = try SamplePlan.make($0, month: SamplePlan.day("2026-11-01"), on: SamplePlan.day("2026-11-24"))
                }
            }
            #expect(fault?.code == .planRefused)
        }
    }

    @Test func withoutAnAuditThereIsNoPlan() async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            let fault = await #expect(throws: Fault.self) { try await database.run { _ = try SamplePlan.make($0) } }
            #expect(fault?.code == .auditMissing)
        }
    }

    @Test func announcedVisitsStayAsTheyAre() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let made = try SamplePlan.make(session)
                try session.execute(
                    """
                    insert into letter.letter (business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind,
                        number, verification, sha256, issued_by, payload, pdf)
                    select business_id, visit_id, 1, '2026-11-16', 1, office_id, 2026, 'SPPL', '1', 'A', 'B', 'C', '{}', ''
                    from inspection.visit where plan_id = \(made.plan) limit 1
                    """)
            }
            let fault = await #expect(throws: Fault.self) { try await database.run { _ = try SamplePlan.make($0) } }
            #expect(fault?.code == .planRefused)
            #expect(fault?.message.contains("announced by letter") == true)
            let plans = try await database.run { try $0.value("select count(*) from inspection.plan", as: Int.self) }
            #expect(plans == 1)
        }
    }

    @Test func plansCannotBeChanged() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { _ = try SamplePlan.make($0) }
            for table in ["plan", "visit"] {
                for statement: SQL in [
                    "update inspection.\(identifier: table) set office_id = office_id",
                    "delete from inspection.\(identifier: table)",
                ] {
                    let error = await #expect(throws: PostgresError.self) {
                        try await database.run { _ = try $0.execute(statement) }
                    }
                    #expect(error?.sqlState == "PT010")
                }
            }
        }
    }
}
