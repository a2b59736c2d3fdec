import Postgres
import TestSupport
import Testing

@testable import Register

/// Employer lists of the labour office and of BPJS Kesehatan, row by row.
struct EmployerLists {
    let office: TestOffice

    struct Refused: Error {
        let groups: [ImportOutcome.Group]
    }

    /// A row of the labour office's list.
    struct Listed {
        var number: String
        var name = "PT Sembilan"
        var region = "61.71"
        var nib = ""
        var npwp = ""
        var code = ""
        var npp = ""
    }

    /// A row of the list of BPJS Kesehatan.
    struct Registered {
        var code: String
        var name = "PT Sembilan"
        var region = "61.71"
        var npwp = ""
        var nib = ""
        var npp = ""
        /// Day of closing; blank for an open one.
        var closedOn = ""
    }

    func wlkp(_ rows: [Listed], reportedOn day: String = "31/10/2026") throws -> ImportOutcome {
        let heading =
            "Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;NIB;NPWP;KBLI;Skala Usaha;Jumlah TK;TK Laki-laki;"
            + "TK Perempuan;TKA;Kode Badan Usaha;NPP BPJS TK;Tanggal Lapor;Status\n"
        let lines = rows.map {
            "\($0.number);\($0.name);Jl. Contoh;\($0.region);\($0.nib);\($0.npwp);;;5;;;;\($0.code);\($0.npp);\(day);AKTIF\n"
        }
        return try accepted(office.imports(.wlkp, text: heading + lines.joined()))
    }

    func jkn(_ rows: [Registered], asOf: String = "2026-10-31") throws -> ImportOutcome {
        let heading =
            "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;NPWP;NIB;NPP BPJS TK;Skala Usaha;Virtual Account;"
            + "Tanggal Registrasi;Status;Tanggal Nonaktif\n"
        let lines = rows.map {
            "\($0.code);\($0.name);Jl. Contoh;\($0.region);\($0.npwp);\($0.nib);\($0.npp);;;01/05/2020;"
                + ($0.closedOn.isEmpty ? "AKTIF;\n" : "NONAKTIF;\($0.closedOn)\n")
        }
        return try accepted(office.imports(.jknBusinesses, text: heading + lines.joined(), asOf: asOf))
    }

    private func accepted(_ outcome: ImportOutcome) throws -> ImportOutcome {
        guard case .accepted = outcome.verdict else { throw Refused(groups: outcome.rejects) }
        return outcome
    }

    /// The numbers of businesses that count as one, by business: `90000009 W-1`.
    func identities() throws -> [String] {
        try office.lines(
            """
            select string_agg(distinct i.value, ' ' order by i.value)
            from register.business_identifier as i
            left join register.merged_business() as m using (business_id)
            where i.kind in ('entity_code', 'wlkp_number') and i.value not in ('90000001', '90000002', '90000003')
                and not exists (select from import.withdrawal as w where w.batch_id = i.batch_id)
            group by coalesce(m.identity_id, i.business_id)
            order by 1
            """)
    }

    /// What is proposed: `W-1 90000009`.
    func candidates() throws -> [String] {
        try office.lines(
            """
            select u.code || ' ' || k.code
            from register.office as o
            cross join lateral register.match_candidates(o.office_id) as c
            inner join register.business_profile as u on u.business_id = c.business_id
            inner join register.business_profile as k on k.business_id = c.other_id
            order by 1
            """)
    }

    func decide(_ verdict: MatchVerdict, _ one: String, _ other: String) throws -> Bool {
        try BusinessMatch.decide(
            verdict, (one, other), office: try Office.find(nil, in: office.session), reason: "seen the papers",
            session: office.session)
    }
}

/// Runs a test with empty employer lists of an office.
func withEmployerLists(_ body: @escaping @Sendable (EmployerLists) throws -> Void) async throws {
    try await TestDatabase.connected(PatuhTemplates.schema) { database in
        try await database.run { session in try body(EmployerLists(office: try TestOffice(session))) }
    }
}
