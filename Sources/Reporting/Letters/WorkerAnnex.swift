import Postgres
import Register

/// The annex of a warning: the workers that it is about, with masked NIK and the contribution due for a month.
struct WorkerAnnex {
    /// The annex; nil where nobody is named.
    let facts: JSONValue?

    init(business: Int, context: LetterContext, _ session: Session) throws {
        let workers = try session.rows(
            "select * from letter.warned_workers(\(context.office.id)::smallint, \(context.run)::bigint, \(business)::bigint)"
        )
        guard !workers.isEmpty else {
            facts = nil
            return
        }
        let money = ["wage", "base", "employer_share", "worker_share", "due"]
        var totals = [String: Int64?]()
        var rows: [JSONValue] = []
        for (index, worker) in workers.enumerated() {
            var cells: [JSONValue] = [
                .string("\(index + 1)"), .string(try worker.get("name")), .string(try worker.get("nik")),
            ]
            for column in money {
                let amount: Int64? = try worker.getIfPresent(column)
                if try worker.get("is_monthly") {
                    totals[column] = totals[column, default: 0].flatMap { total in amount.map { total + $0 } }
                }
                cells.append(.string(amount.map { Rupiah.format($0) } ?? "–"))
            }
            rows.append(.array(cells + [.string(try worker.get("title"))]))
        }
        let headings: [(String, String, String)] = [
            ("No.", "center", "auto"), ("Nama pekerja", "left", "1fr"), ("NIK", "center", "auto"),
            ("Upah", "right", "auto"), ("Dasar iuran", "right", "auto"), ("Pemberi kerja 4%", "right", "auto"),
            ("Pekerja 1%", "right", "auto"), ("Jumlah", "right", "auto"), ("Temuan", "left", "1fr"),
        ]
        facts = [
            "title": "Daftar Pekerja dan Iuran yang Seharusnya Dibayar Setiap Bulan",
            "columns": .array(
                headings.map { ["title": .string($0.0), "align": .string($0.1), "width": .string($0.2)] }),
            "rows": .array(rows),
            "total": .strings(
                ["", "Jumlah", "", "", ""]
                    + ["employer_share", "worker_share", "due"].map { column in
                        (totals[column] ?? nil).map { Rupiah.format($0) } ?? "–"
                    } + [""]),
        ]
    }
}
