import Postgres

/// Who works for an employer, by the lists that speak for the month of the day.
extension Dossier {
    /// Somebody on a list: a person with a NIK, or one whose list gives none and of whom nobody has decided who it is.
    enum Person: Hashable {
        case known(Int)
        case unknown(firm: Int, worker: Int)

        var nik: String? {
            if case .known(let number) = self { return Somebody(number: number).nik }
            return nil
        }
    }

    /// A line of a list of workers.
    struct Line {
        let paper: Int
        /// Day of the paper.
        let day: CalendarDate
        let firm: Int
        let month: CalendarDate
        let isFull: Bool
        let isWageFile: Bool
        let person: Person
        let givesNIK: Bool
        let wage: Int?
        let hiredOn: CalendarDate?
        let leftOn: CalendarDate?
        /// Of two lists of a month the one with the higher number says the last word.
        var place = 0
    }

    /// What a full list is one of: a later file of the same takes the place of the earlier.
    private struct Series: Hashable {
        let firm: Int
        let month: CalendarDate
        let isWageFile: Bool

        init(_ line: Line) {
            (firm, month, isWageFile) = (line.firm, line.month, line.isWageFile)
        }
    }

    private func person(_ firm: Int, _ worker: Int, givesNIK: Bool) -> Person {
        let isRecognised = file.branch.recognitions.enumerated().contains { place, recognition in
            recognition.firm == firm && recognition.worker == worker && file.reading.recognised.contains(place)
        }
        return givesNIK || isRecognised ? .known(worker) : .unknown(firm: firm, worker: worker)
    }

    /// All that any list says of anybody.
    var lines: [Line] {
        let lines = lines(withdrawn: false)
        let first = Dictionary(grouping: (lines + self.lines(withdrawn: true)).filter(\.isFull), by: Series.init)
            .compactMapValues { $0.map { file.list($0.paper) }.min() }
        return lines.map { line in
            var line = line
            line.place = line.isFull ? first[Series(line)] ?? 0 : file.list(line.paper)
            return line
        }
    }

    private func lines(withdrawn: Bool) -> [Line] {
        file.rows(records, WageRow.self, withdrawn: withdrawn).map {
            Line(
                paper: $0.paper, day: $0.day, firm: $0.row.firm, month: $0.row.month, isFull: true, isWageFile: true,
                person: .known($0.row.worker), givesNIK: true, wage: $0.row.wage, hiredOn: nil, leftOn: nil)
        }
            + file.rows(records, PayrollRow.self, withdrawn: withdrawn).filter { !$0.row.isPensioner }.map {
                Line(
                    paper: $0.paper, day: $0.day, firm: $0.row.firm, month: $0.day.firstOfMonth, isFull: true,
                    isWageFile: false,
                    person: person($0.row.firm, $0.row.worker, givesNIK: $0.row.givesNIK), givesNIK: $0.row.givesNIK,
                    wage: $0.row.wage, hiredOn: $0.row.hiredOn, leftOn: $0.row.leftOn)
            }
            + file.rows(records, ChangeRow.self, withdrawn: withdrawn).map {
                Line(
                    paper: $0.paper, day: $0.day, firm: $0.row.firm, month: $0.day.firstOfMonth, isFull: false,
                    isWageFile: false,
                    person: person($0.row.firm, $0.row.worker, givesNIK: $0.row.givesNIK), givesNIK: $0.row.givesNIK,
                    wage: $0.row.wage, hiredOn: $0.row.change == .comes ? $0.row.on : nil,
                    leftOn: $0.row.change == .leaves ? $0.row.on ?? $0.day : nil)
            }
    }

    /// The lines of the lists that speak.
    ///
    /// Of the newest month of a full list those of BPJS Ketenagakerjaan, or else the employer's own, of each record the
    /// file that came last; and the forms after the first of those files. Without a full list all forms.
    private var speaking: [Line] {
        let lines = lines.filter { $0.month <= file.month }
        let full = lines.filter(\.isFull)
        guard let newest = full.map(\.month).max() else { return lines }
        let ofMonth = full.filter { $0.month == newest }
        let ofSource = ofMonth.contains(where: \.isWageFile) ? ofMonth.filter(\.isWageFile) : ofMonth
        let last = Dictionary(grouping: ofSource, by: \.firm).compactMapValues { $0.map { file.list($0.paper) }.max() }
        let chosen = ofSource.filter { file.list($0.paper) == last[$0.firm] }
        let newestList = chosen.max { file.list($0.paper) < file.list($1.paper) }
        let forms = lines.filter { line in
            !line.isFull
                && (line.month > newest
                    || line.month == newest
                        && line.place > (chosen.first { $0.firm == line.firm } ?? newestList)?.place ?? 0)
        }
        return chosen + forms
    }

    /// What the lists that speak are like as a whole.
    struct Lists {
        let month: CalendarDate
        let hasFull: Bool
        let isFresh: Bool
        /// A fresh full list: it speaks for everybody.
        let isWhole: Bool
    }

    var lists: Lists? {
        let speaking = speaking
        guard let month = speaking.map(\.month).max() else { return nil }
        return Lists(
            month: month, hasFull: speaking.contains(where: \.isFull),
            isFresh: speaking.contains { isFresh($0.month) },
            isWhole: speaking.contains { $0.isFull && isFresh($0.month) })
    }

    func isFresh(_ month: CalendarDate) -> Bool { month > file.month.months(-HandLaw.listAge) }

    /// Whom the lists name as there, each with the line that tells the wage.
    private var named: [Line] { Dictionary(grouping: speaking, by: \.person).values.compactMap(standing) }

    /// Who works there: whoever begins after the month of the list does not yet.
    var workers: [Line] { named.filter { line in line.hiredOn.map { $0 < line.month.months(1) } ?? true } }

    /// Whether a list of a month from that day on still names somebody.
    func worksOn(from day: CalendarDate) -> Bool { named.contains { $0.month >= day } }

    /// The line that counts of all about one person; nil when the latest says that the person is gone.
    private func standing(_ lines: [Line]) -> Line? {
        func isGone(_ line: Line) -> Bool {
            guard let left = line.leftOn else { return false }
            return line.isFull ? left < line.month : left <= file.day
        }
        // A departure yet to come changes nothing.
        func isToCome(_ line: Line) -> Bool { !line.isFull && (line.leftOn.map { $0 > file.day } ?? false) }
        func isLater(_ one: Line, _ other: Line) -> Bool {
            (isToCome(one) ? 0 : 1, one.month, one.place, one.paper, one.givesNIK ? 1 : 0)
                > (isToCome(other) ? 0 : 1, other.month, other.place, other.paper, other.givesNIK ? 1 : 0)
        }
        guard let latest = lines.sorted(by: isLater).first, !isGone(latest) else { return nil }
        // Of full lists, the latest that names somebody says all of it.
        guard lines.contains(where: { !$0.isFull }) else { return latest }
        let present = lines.filter { !isGone($0) }.sorted(by: isLater)
        // A form that reports another change leaves the wage out.
        return present.first { $0.wage != nil } ?? present.first
    }
}
