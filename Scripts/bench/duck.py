"""The rules in DuckDB: the tables copied out and loaded, the breaches found, and what was found brought back."""

import pathlib
import tempfile
import time

import duckdb

AS_OF, MONTH, NEXT_MONTH = "2026-10-31", "2026-10-01", "2026-11-01"

EXPORTS = {
    "business": """
        select b.business_id, left(max(r.region_code), 5) as region_code, bool_or(r.source = 'jkn') as registered,
            min(r.registered_on) as registered_on, max(h.workers) as headcount, max(h.as_of) as headcount_on,
            max(h.batch_id) as headcount_batch, max(h.line) as headcount_line
        from register.business as b
        inner join register.business_record as r using (business_id)
        left join register.headcount as h using (business_id)
        group by b.business_id""",
    "floor": f"select region_code, amount from reference.minimum_wage where period @> date '{MONTH}'",
    "roster": "select roster_id, business_id, as_of from register.roster",
    "roster_line": "select business_id, roster_id, person_id, wage, hired_on, left_on, batch_id, line from register.roster_line",
    "enrolment": """
        select business_id, person_id, wage, valid_from, least(valid_to, date '9999-12-31') as valid_to, listed_on, extra_family,
            batch_id, line
        from register.enrolment""",
    "segment": "select person_id, segment, listed_on, batch_id, line from register.segment_record",
    "person": "select person_id, nik, birth_date, sex from register.person where nik is not null",
    "bill": "select business_id, month, amount, members, due_on, batch_id, line from register.bill",
    "payment": "select business_id, paid_on, amount, batch_id, line from register.payment",
}

DUCKDB = f"""
create macro base_of(wage, floor) as least(greatest(wage, floor), 12000000);
create macro employer_share(base) as (base * 400 + 5000) // 10000;
create macro worker_share(base) as (base * 100 + 5000) // 10000;
create macro due(base) as employer_share(base) + worker_share(base);
create macro money_of(wage, base) as struct_pack(
    month := date '{MONTH}', wage := wage, base := base, employer := employer_share(base), worker := worker_share(base), due := due(base));
create table workforce as
with newest as (select business_id, max(roster_id) as roster_id from roster where as_of <= date '{MONTH}' group by 1)
select
    l.business_id, l.person_id, l.wage, e.wage as enrolled, e.person_id is not null as is_enrolled, b.registered, f.amount as floor,
    struct_pack(kind := 'bpjstk_wage', batch := l.batch_id, line := l.line) as source,
    struct_pack(kind := 'enrolment', batch := e.batch_id, line := e.line) as enrolment
from newest as n
join roster_line as l using (business_id, roster_id)
join business as b using (business_id)
join floor as f using (region_code)
left join enrolment as e on e.business_id = l.business_id and e.person_id = l.person_id
    and e.valid_from < date '{NEXT_MONTH}' and e.valid_to > date '{MONTH}'
where coalesce(l.hired_on::date < date '{NEXT_MONTH}', true) and coalesce(l.left_on::date >= date '{MONTH}', true);
create table member as
select
    b.business_id, e.person_id, e.wage, e.extra_family, e.listed_on, f.amount as floor,
    struct_pack(kind := 'enrolment', batch := e.batch_id, line := e.line) as source
from enrolment as e
join business as b using (business_id) join floor as f using (region_code)
where e.valid_from <= date '{AS_OF}' and e.valid_to > date '{AS_OF}';
create table ledger as
select
    b.*, least(b.amount, greatest(0, coalesce(p.paid, 0) - (b.to_date - b.amount))) as paid, p.last_paid_on,
    struct_pack(kind := 'bill', batch := b.batch_id, line := b.line) as source
from (select *, sum(amount) over (partition by business_id order by month)::bigint as to_date from bill) as b
left join (
    select business_id, sum(amount)::bigint as paid, max(paid_on) as last_paid_on from payment where paid_on <= date '{AS_OF}' group by 1
) as p using (business_id);
create table found (rule text, business_id bigint, person_id bigint, amount bigint, evidence json, money json, sources json);
insert into found
select 'REG-01', business_id, null, sum(due(base_of(wage, floor))),
    to_json(struct_pack(workers := count(*), month := date '{MONTH}', floor := min(floor))),
    to_json([struct_pack(wage := sum(wage), base := sum(base_of(wage, floor)), employer := sum(employer_share(base_of(wage, floor))))]),
    to_json(list(source))
from workforce where not registered group by business_id;
insert into found
select 'REG-02', business_id, person_id, due(base_of(wage, floor)),
    to_json(struct_pack(list := 'bpjstk', month := date '{MONTH}', wage := wage, floor := floor, cap := 12000000,
        base := base_of(wage, floor))),
    to_json([money_of(wage, base_of(wage, floor))]), to_json([source])
from workforce where registered and not is_enrolled;
insert into found
select 'REG-02H', b.business_id, null, (b.headcount - m.members) * due(f.amount),
    to_json(struct_pack(workers := b.headcount, registered := m.members, headcount_on := b.headcount_on, floor := f.amount)),
    to_json([money_of(f.amount, f.amount)]),
    to_json([struct_pack(kind := 'wlkp', batch := b.headcount_batch, line := b.headcount_line)])
from business as b join floor as f using (region_code)
join (select business_id, count(*) as members from member group by 1) as m using (business_id)
where b.headcount > m.members and b.business_id not in (select business_id from roster);
insert into found
select 'REG-03', l.business_id, null, sum(l.amount),
    to_json(struct_pack(registered_on := min(b.registered_on), months := count(*), oldest := min(l.month), newest := max(l.month))),
    to_json(list(struct_pack(month := l.month, billed := l.amount))), to_json(list(l.source))
from ledger as l join business as b using (business_id)
where l.last_paid_on is null group by l.business_id;
insert into found
select 'DAT-01', business_id, person_id, due(base_of(wage, floor)) - due(base_of(enrolled, floor)),
    to_json(struct_pack(list := 'bpjstk', month := date '{MONTH}', wage := wage, registered_wage := enrolled, floor := floor,
        cap := 12000000, base := base_of(wage, floor), registered_base := base_of(enrolled, floor))),
    to_json([money_of(wage, base_of(wage, floor))]), to_json([source, enrolment])
from workforce where registered and is_enrolled and base_of(wage, floor) > base_of(enrolled, floor);
insert into found
select 'DAT-02', business_id, person_id, due(floor) - due(wage),
    to_json(struct_pack(month := date '{MONTH}', registered_wage := wage, floor := floor)), to_json([money_of(wage, floor)]),
    to_json([source])
from member where wage < floor;
insert into found
select 'DAT-05', m.business_id, m.person_id, null, to_json(struct_pack(doubt := d.doubt, member_list_on := m.listed_on)), '[]',
    to_json([m.source])
from (
    select person_id, 'nik_birth_date' as doubt from person
    where (nik // 10000) % 1000000 % 400000
        <> date_part('day', birth_date) * 10000 + date_part('month', birth_date) * 100 + date_part('year', birth_date) % 100
        or ((nik // 100000000) % 100 > 40) <> (sex = 'F')
    union
    select person_id, 'two_employers' from member group by 1 having count(distinct business_id) > 1
) as d join member as m using (person_id);
insert into found
select 'SEG-01', w.business_id, w.person_id, 0,
    to_json(struct_pack(list := 'bpjstk', month := date '{MONTH}', wage := w.wage, segment := s.segment, segment_on := s.listed_on,
        base := base_of(w.wage, w.floor))), '[]',
    to_json([w.source, struct_pack(kind := 'segment', batch := s.batch_id, line := s.line)])
from workforce as w join segment as s using (person_id)
where w.registered and not w.is_enrolled and s.segment in ('PBI-JK', 'PBPU-BP Pemda');
insert into found
select 'IUR-01', business_id, null, sum(amount - paid),
    to_json(struct_pack(months := count(*), oldest := min(month), newest := max(month), billed := sum(amount), paid := sum(paid),
        last_paid_on := max(last_paid_on))),
    to_json(list(struct_pack(month := month, billed := amount, paid := paid, short := amount - paid) order by month)),
    to_json(list(source order by month))
from ledger where paid < amount and month < date '{MONTH}' group by business_id;
insert into found
select 'IUR-02', b.business_id, null, m.due - b.amount, to_json(struct_pack(month := b.month, due := m.due, billed := b.amount)),
    to_json([struct_pack(month := b.month, base := m.base, due := m.due)]), to_json([b.source])
from ledger as b
join (
    select business_id, sum(least(wage, 12000000))::bigint as base, sum(due(least(wage, 12000000)))::bigint as due, count(*) as members
    from member group by 1
) as m using (business_id)
where b.month = date '{MONTH}' and m.due > b.amount + 2 * m.members;
"""


def run(connection):
    """Wall seconds of copying the tables out, loading them and finding the breaches on two threads, those with the findings
    copied back into the database, and the number of findings."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy = duckdb.connect(config={"threads": 2})
        for table, query in EXPORTS.items():
            path = pathlib.Path(folder) / f"{table}.csv"
            with path.open("wb") as file, connection.cursor() as cursor:
                with cursor.copy(f"copy ({query}) to stdout (format csv, header)") as rows:
                    for data in rows:
                        file.write(data)
            copy.execute(f"create table {table} as select * from read_csv('{path}', header = true, sample_size = 20000)")
        copy.execute(DUCKDB)
        rows = copy.execute("select count(*) from found").fetchone()[0]
        judged = time.monotonic() - start
        path = pathlib.Path(folder) / "found.csv"
        copy.execute(f"copy found to '{path}' (header false)")
        connection.execute(
            "create temp table brought (rule text, business_id bigint, person_id bigint, amount bigint, evidence jsonb, "
            "money jsonb, sources jsonb)")
        with path.open("rb") as file, connection.cursor().copy("copy brought from stdin (format csv)") as back:
            while data := file.read(1 << 18):
                back.write(data)
    return judged, time.monotonic() - start, rows
