"""The rules as a program applies them that looks at one employer after the other.

What is on record of an employer is given to it, by plain SQL (`Rows`) or as mapped objects (`mapped.Rows`).
"""

import datetime
import json
import time

DAY, MONTH, NEXT_MONTH = (datetime.date(2026, 10, 31), datetime.date(2026, 10, 1), datetime.date(2026, 11, 1))
SAMPLE = 100  # Every hundredth employer, by size.
RATES = (400, 100)
CAP = 12_000_000


class Rows:
    """What is on record of an employer, by one query of each kind."""

    def __init__(self, connection):
        self.cursor = connection.cursor()
        self.cursor.execute(
            "create temp table found (rule text, business_id bigint, person_id bigint, amount bigint, evidence jsonb)")

    def of(self, business):
        """Reads about this employer from now on."""
        self.business = business
        return self

    def store(self, found):
        self.cursor.executemany(
            "insert into found values (%s, %s, %s, %s, %s)",
            [(rule, self.business, person, amount, evidence) for rule, person, amount, evidence in found])

    def _rows(self, query):
        return self.cursor.execute(query, {"b": self.business, "m": MONTH}).fetchall()

    def records(self):
        """Source and region."""
        return self._rows("select source, region_code from register.business_record where business_id = %(b)s")

    def headcount(self):
        """The newest number of workers and its day, or none."""
        return self._rows("select workers, as_of from register.headcount where business_id = %(b)s order by as_of desc limit 1")

    def lines(self):
        """Worker, wage, file and line, of the newest list."""
        return self._rows(
            "select person_id, wage, batch_id, line from register.roster_line where business_id = %(b)s and roster_id = "
            "(select max(roster_id) from register.roster where business_id = %(b)s and as_of <= %(m)s)")

    def periods(self):
        """Worker, wage, first day, day after the last, file and line."""
        return self._rows(
            "select person_id, wage, valid_from, least(valid_to, '9999-12-31'), batch_id, line from register.enrolment "
            "where business_id = %(b)s")

    def segment(self, person):
        """The segment that JKN pays for, of somebody not enrolled, or nothing."""
        row = self.cursor.execute(
            "select segment from register.segment_record "
            "where person_id = %s and segment in ('PBI-JK', 'PBPU-BP Pemda')", (person,)).fetchone()
        return row and row[0]

    def identities(self, periods):
        """Worker, NIK and birth date."""
        return self._rows(
            "select p.person_id, p.nik, p.birth_date from register.enrolment as e "
            "inner join register.person as p using (person_id) where e.business_id = %(b)s")

    def elsewhere(self, periods):
        """Workers whom other employers enrol, and how many do."""
        return self._rows(
            "select e.person_id, count(distinct o.business_id) + 1 from register.enrolment as e "
            "inner join register.enrolment as o using (person_id) "
            "where e.business_id = %(b)s and o.business_id <> e.business_id group by e.person_id")

    def bills(self):
        """Month, amount, file and line."""
        return self._rows("select month, amount, batch_id, line from register.bill where business_id = %(b)s order by month")

    def payments(self):
        """Day and amount."""
        return self._rows("select paid_on, amount from register.payment where business_id = %(b)s")


def run(connection, rows):
    """Wall seconds of judging all employers and storing what is found: of one in a hundred, times what its neighbours in size
    have for each of its workers. And the number of findings."""
    cursor = connection.cursor()
    cursor.execute("select region_code, amount from reference.minimum_wage where period @> %s::date", (MONTH,))
    floors = dict(cursor.fetchall())
    cursor.execute("select business_id, workers from register.headcount order by workers desc, business_id")
    businesses = cursor.fetchall()
    seconds = count = 0
    for first in range(0, len(businesses), SAMPLE):
        stratum = businesses[first:first + SAMPLE]
        business, workers = stratum[len(stratum) // 2]
        start = time.monotonic()
        found = judge(rows.of(business), floors)
        rows.store([(rule, person, amount, json.dumps(evidence, default=str)) for rule, person, amount, evidence in found])
        share = sum(of_other for _, of_other in stratum) / workers
        seconds += (time.monotonic() - start) * share
        count += len(found) * share
    return seconds, round(count)


def contribution(base):
    return sum((base * rate + 5000) // 10000 for rate in RATES)


def judge(rows, floors):
    """Rule, worker, amount and evidence of each breach."""
    records = rows.records()
    floor = floors[records[0][1][:5]]
    lines = rows.lines()
    if not any(source == "jkn" for source, _ in records):
        due = sum(contribution(min(max(wage, floor), CAP)) for _, wage, _, _ in lines)
        evidence = {"workers": len(lines), "floor": floor, "sources": [line[2:] for line in lines]}
        return [("REG-01", None, due, evidence)] if lines else []
    periods = rows.periods()
    members = {
        person: (wage, batch, line) for person, wage, start, end, batch, line in periods if start < NEXT_MONTH and end > MONTH}
    return [
        *of_workers(rows, lines, members, floor), *of_members(rows, periods, members, floor),
        *of_headcount(rows, lines, members, floor), *of_bills(rows, members)]


def of_workers(rows, lines, members, floor):
    for person, wage, batch, line in lines:
        base = min(max(wage, floor), CAP)
        evidence = {"wage": wage, "floor": floor, "base": base, "sources": [(batch, line)]}
        if person not in members:
            yield "REG-02", person, contribution(base), evidence
            if segment := rows.segment(person):
                yield "SEG-01", person, 0, {**evidence, "segment": segment}
        elif base > (registered := min(max(members[person][0], floor), CAP)):
            yield "DAT-01", person, contribution(base) - contribution(registered), {**evidence, "registered": members[person]}


def of_members(rows, periods, members, floor):
    for person, (wage, batch, line) in members.items():
        if wage < floor:
            evidence = {"wage": wage, "floor": floor, "sources": [(batch, line)]}
            yield "DAT-02", person, contribution(floor) - contribution(wage), evidence
    for person, nik, born in rows.identities(periods):
        digits = nik // 10_000 % 1_000_000 % 400_000
        if born and digits != born.day * 10_000 + born.month * 100 + born.year % 100:
            yield "DAT-05", person, None, {"doubt": "nik_birth_date"}
    for person, employers in rows.elsewhere(periods):
        yield "DAT-05", person, None, {"doubt": "two_employers", "employers": employers}


def of_headcount(rows, lines, members, floor):
    headcount = rows.headcount()
    if headcount and not lines and headcount[0][0] > len(members):
        missing = headcount[0][0] - len(members)
        yield "REG-02H", None, missing * contribution(floor), {"workers": headcount[0][0], "on": headcount[0][1]}


def of_bills(rows, members):
    bills = rows.bills()
    paid = sum(amount for on, amount in rows.payments() if on <= DAY)
    if bills and not paid:
        evidence = {"months": len(bills), "sources": [bill[2:] for bill in bills]}
        yield "REG-03", None, sum(bill[1] for bill in bills), evidence
    owed, rest = [], paid
    for bill in bills:
        settled = min(rest, bill[1])
        rest -= settled
        if settled < bill[1] and bill[0] < MONTH:
            owed.append((bill[0], bill[1], settled))
    if owed:
        yield "IUR-01", None, sum(billed - settled for _, billed, settled in owed), {"months": owed}
    due = sum(contribution(min(wage, CAP)) for wage, _, _ in members.values())
    if bills and bills[-1][0] == MONTH and due > bills[-1][1] + 2 * len(members):
        yield "IUR-02", None, due - bills[-1][1], {"due": due, "billed": bills[-1][1]}
