import ArgumentParser
import Postgres
import Register

/// What may be said of an employer on the command line.
struct BusinessFacts: ParsableArguments {
    @Option(parsing: .unconditional, help: ArgumentHelp("Number of workers.", valueName: "n"))
    var workers: Int?

    @Option(help: ArgumentHelp("besar, menengah, kecil or mikro.", valueName: "class"))
    var size: String?

    @Option(help: ArgumentHelp("Line of business, five digits.", valueName: "code"))
    var kbli: String?

    @Option(help: ArgumentHelp("NIB, 13 digits.", valueName: "number"))
    var nib: String?

    @Option(help: ArgumentHelp("NPWP, 15 or 16 digits.", valueName: "number"))
    var npwp: String?

    @Option(help: ArgumentHelp("NPP of BPJS Ketenagakerjaan.", valueName: "number"))
    var npp: String?

    /// Puts what was said over what is known.
    func apply(to entry: inout BusinessEntry) {
        entry.workers = workers ?? entry.workers
        entry.size = size ?? entry.size
        entry.kbli = kbli ?? entry.kbli
        entry.nib = nib ?? entry.nib
        entry.npwp = npwp ?? entry.npwp
        entry.npp = npp ?? entry.npp
    }
}

extension BusinessEntry {
    /// Says so when what is known is newer than the day of the entry.
    func warnIfOutdated(on day: CalendarDate) {
        guard let knownOn, knownOn > day else { return }
        Terminal.note(
            "Warning: what is on record of \(knownOn) is newer than \(day) and goes on to count; this entry speaks for audits "
                + "of the days before alone. If it still holds, give a later day with --on.")
    }
}
