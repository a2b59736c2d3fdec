"""What an audit is measured against: a program that looks at one employer after the other, and DuckDB on an exported copy.

Both find the breaches of the ten core rules and their amounts; neither keeps evidence, proofs or a history.
"""

import datetime
import pathlib
import tempfile
import time

import duckdb
import psycopg

AS_OF, MONTH, NEXT_MONTH = "2026-10-31", "2026-10-01", "2026-11-01"
SAMPLE = 100  # Every hundredth employer, by size.
RATES = (400, 100)

EXPORTS = {
    "business": """
        select b.business_id, left(max(r.region_code), 5) as region_code, bool_or(r.source = 'jkn') as registered,
            (select h.workers from register.headcount as h where h.business_id = b.business_id) as headcount
        from register.business as b inner join register.business_record as r using (business_id) group by b.business_id""",
    "floor": f"select region_code, amount from reference.minimum_wage where period @> date '{MONTH}'",
    "roster": "select roster_id, business_id, as_of from register.roster",
    "roster_line": "select business_id, roster_id, person_id, wage from register.roster_line",
    "enrolment": "select business_id, person_id, wage, valid_from, valid_to, extra_family from register.enrolment",
    "segment": "select person_id, segment, valid_from, valid_to from register.segment_record",
    "person": "select person_id, nik, birth_date, sex from register.person where nik is not null",
    "bill": "select business_id, month, amount from register.bill",
    "payment": "select business_id, paid_on, amount from register.payment",
}

DUCKDB = f"""
create table workforce as
with newest as (select business_id, max(roster_id) as roster_id from roster where as_of <= date '{MONTH}' group by 1)
select l.business_id, l.person_id, l.wage, e.wage as enrolled, e.person_id is not null as is_enrolled, b.registered, f.amount as floor
from newest as n
join roster_line as l using (business_id, roster_id)
join business as b using (business_id)
join floor as f using (region_code)
left join enrolment as e on e.business_id = l.business_id and e.person_id = l.person_id
    and e.valid_from < date '{NEXT_MONTH}' and e.valid_to > date '{MONTH}';
create table member as
select b.business_id, e.person_id, e.wage, f.amount as floor from enrolment as e
join business as b using (business_id) join floor as f using (region_code)
where e.valid_from <= date '{AS_OF}' and e.valid_to > date '{AS_OF}';
create table found as
select 'REG-01' as rule, business_id, null as person_id, sum(round(least(greatest(wage, floor), 12000000) * 0.05)) as amount
from workforce where not registered group by business_id
union all select 'REG-02', business_id, person_id, round(least(greatest(wage, floor), 12000000) * 0.05)
from workforce where registered and not is_enrolled
union all select 'REG-02H', b.business_id, null, (b.headcount - m.members) * round(f.amount * 0.05)
from business as b join floor as f using (region_code)
join (select business_id, count(*) as members from member group by 1) as m using (business_id)
where b.headcount > m.members and b.business_id not in (select business_id from roster)
union all select 'REG-03', b.business_id, null, sum(b.amount) from bill as b
where b.business_id not in (select business_id from payment) group by b.business_id
union all select 'DAT-01', business_id, person_id, round((least(greatest(wage, floor), 12000000)
    - least(greatest(enrolled, floor), 12000000)) * 0.05)
from workforce where registered and is_enrolled and least(greatest(wage, floor), 12000000) > least(greatest(enrolled, floor), 12000000)
union all select 'DAT-02', business_id, person_id, round((floor - wage) * 0.05) from member where wage < floor
union all select 'DAT-05', m.business_id, p.person_id, null from person as p join member as m using (person_id)
where (p.nik // 10000) % 1000000 % 400000
    <> date_part('day', birth_date) * 10000 + date_part('month', birth_date) * 100 + date_part('year', birth_date) % 100
union all select 'DAT-05', business_id, person_id, null from member
where person_id in (select person_id from member group by 1 having count(distinct business_id) > 1)
union all select 'SEG-01', w.business_id, w.person_id, 0 from workforce as w join segment as s using (person_id)
where w.registered and not w.is_enrolled and s.segment in ('PBI-JK', 'PBPU-BP Pemda')
union all
select 'IUR-01', business_id, null, sum(least(amount, to_date - paid)) from (
    select b.business_id, b.amount, sum(b.amount) over (partition by b.business_id order by b.month) as to_date, coalesce(p.paid, 0) as paid
    from bill as b left join (select business_id, sum(amount) as paid from payment where paid_on <= date '{AS_OF}' group by 1) as p
    using (business_id)
) where to_date > paid group by business_id
union all
select 'IUR-02', b.business_id, null, m.due - b.amount from bill as b
join (select business_id, sum(round(least(wage, 12000000) * 0.04) + round(least(wage, 12000000) * 0.01)) as due from member group by 1) as m
using (business_id) where b.month = date '{MONTH}' and m.due > b.amount;
"""


def run(bench, database, employers, full):
    """Prints both and holds the audit against them."""
    environment = bench.server.environment
    with psycopg.connect(host=environment["PGHOST"], user=environment["PGUSER"], dbname=database) as connection:
        seconds, rows = duck(connection)
        print(f"{'export, load and rules in DuckDB':<46}{employers:>12}{seconds:>9.2f}   {rows} rows found")
        bench.figures.held("full audit / DuckDB, wall", full.wall / seconds, 1)
        seconds, rows = loop(connection)
        print(f"{'one employer after the other, extrapolated':<46}{employers:>12}{seconds:>9.2f}   {rows} rows found")
        bench.figures.held("full audit / one employer after the other", full.wall / seconds, 1 / 30)


def duck(connection):
    """Wall seconds of copying the tables out, loading them and finding the breaches, on two threads."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy = duckdb.connect(config={"threads": 2})
        for table, query in EXPORTS.items():
            path = pathlib.Path(folder) / f"{table}.csv"
            with path.open("wb") as file, connection.cursor() as cursor:
                with cursor.copy(f"copy ({query}) to stdout (format csv, header)") as rows:
                    for data in rows:
                        file.write(data)
            infinite = "nullstr = '', " if table != "enrolment" else ""
            copy.execute(f"create table {table} as select * from read_csv('{path}', header = true, {infinite}sample_size = 20000)")
        copy.execute(DUCKDB)
        rows = copy.execute("select count(*) from found").fetchone()[0]
    return time.monotonic() - start, rows


def share(base, rate):
    return (base * rate + 5000) // 10000


def contribution(base):
    return share(base, RATES[0]) + share(base, RATES[1])


def loop(connection):
    """Wall seconds, times the sample, of judging employers one by one with a few queries each."""
    found, cursor = [], connection.cursor()
    floors = dict(cursor.execute(EXPORTS["floor"]).fetchall())
    day, month, after = (datetime.date.fromisoformat(text) for text in (AS_OF, MONTH, NEXT_MONTH))
    businesses = [row[0] for row in cursor.execute("select business_id from register.business order by business_id").fetchall()]
    start = time.monotonic()
    for business in businesses[SAMPLE // 2::SAMPLE]:
        judge(cursor, business, floors, day, month, after, found)
    seconds = (time.monotonic() - start) * SAMPLE
    return seconds, len(found) * SAMPLE


def judge(cursor, business, floors, day, month, after, found):
    def rows(query):
        return cursor.execute(query, {"b": business, "m": month}).fetchall()

    records = rows("select source, region_code from register.business_record where business_id = %(b)s")
    registered = any(source == "jkn" for source, _ in records)
    floor = floors[records[0][1][:5]]
    headcount = rows("select workers from register.headcount where business_id = %(b)s order by as_of desc limit 1")
    roster = rows("select max(roster_id) from register.roster where business_id = %(b)s and as_of <= %(m)s")[0][0]
    lines = cursor.execute(
        "select person_id, wage from register.roster_line where business_id = %s and roster_id = %s", (business, roster)).fetchall()
    periods = {}
    for person, wage, start, end in rows(
            "select person_id, wage, valid_from, least(valid_to, '9999-12-31') from register.enrolment where business_id = %(b)s"):
        if start < after and end > month:
            periods[person] = wage
    if not registered:
        if lines:
            found.append(("REG-01", sum(contribution(min(max(wage, floor), 12_000_000)) for _, wage in lines)))
        return
    for person, wage in lines:
        base = min(max(wage, floor), 12_000_000)
        if person not in periods:
            found.append(("REG-02", contribution(base)))
            if cursor.execute(
                    "select segment from register.segment_record where person_id = %s and segment in ('PBI-JK', 'PBPU-BP Pemda')",
                    (person,)).fetchone():
                found.append(("SEG-01", 0))
        elif base > min(max(periods[person], floor), 12_000_000):
            found.append(("DAT-01", contribution(base) - contribution(min(max(periods[person], floor), 12_000_000))))
    found.extend(("DAT-02", contribution(floor) - contribution(wage)) for wage in periods.values() if wage < floor)
    if headcount and not lines and headcount[0][0] > len(periods):
        found.append(("REG-02H", (headcount[0][0] - len(periods)) * contribution(floor)))
    for person, nik, born in rows(
            "select p.person_id, p.nik, p.birth_date from register.enrolment as e inner join register.person as p using (person_id) "
            "where e.business_id = %(b)s"):
        digits = nik // 10_000 % 1_000_000 % 400_000
        if born and digits != born.day * 10_000 + born.month * 100 + born.year % 100:
            found.append(("DAT-05", None))
    shared = rows(
        "select count(distinct e.person_id) from register.enrolment as e inner join register.enrolment as o using (person_id) "
        "where e.business_id = %(b)s and o.business_id <> e.business_id")
    found.extend([("DAT-05", None)] * shared[0][0])
    bills = rows("select month, amount from register.bill where business_id = %(b)s order by month")
    paid = sum(amount for on, amount in rows("select paid_on, amount from register.payment where business_id = %(b)s") if on <= day)
    if bills and not paid:
        found.append(("REG-03", sum(amount for _, amount in bills)))
    owed = sum(amount for _, amount in bills) - paid
    if owed > 0:
        found.append(("IUR-01", owed))
    due = sum(contribution(min(wage, 12_000_000)) for wage in periods.values())
    if bills and bills[-1][0] == month and due > bills[-1][1]:
        found.append(("IUR-02", due - bills[-1][1]))
