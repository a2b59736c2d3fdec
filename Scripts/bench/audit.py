#!/usr/bin/env python3
"""How long audits take, as ratios to a scan of the same tables on the same server in the same run.

usage: audit.py PATUH
BENCH_EMPLOYERS: sizes of the register in employers, 50 workers each (default 2000,20000,60000; the limits are held at 20000).
"""

import os
import pathlib
import shutil
import sys
import tempfile

import harness
import peers

CORE = "REG-01 REG-02 REG-02H REG-03 DAT-01 DAT-02 DAT-05 SEG-01 IUR-01 IUR-02".split()
AS_OF = "2026-10-31"
TABLES = {"roster_line": "wage", "enrolment": "wage", "bill": "amount", "payment": "amount", "person": "nik"}
FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]


class Bench:
    def __init__(self, patuh, server, figures, folder):
        self.patuh, self.server, self.figures = patuh, server, figures
        # The ten core rules alone, as a catalogue of their own.
        self.core = pathlib.Path(folder) / "core"
        shutil.copytree(ROOT / "SQL", self.core / "SQL")
        shutil.copytree(ROOT / "Reports", self.core / "Reports")
        for rule in (self.core / "SQL/rules").glob("*.sql"):
            if rule.stem not in CORE:
                rule.unlink()

    def generate(self, database, employers):
        self.server.sql(f"drop database if exists {database}")
        self.server.sql(f"create database {database}")
        self.run(database, "db", "init")
        self.server.sql((FOLDER / "register.sql").read_text().replace(":employers", str(employers)), database)

    def run(self, database, *arguments, core=True):
        resources = self.core if core else ROOT
        return self.server.measure(
            [self.patuh, *map(str, arguments)], database, environment={"PATUH_RESOURCES": str(resources)})

    def audit(self, database, *arguments, core=True):
        return self.run(database, "audit", "run", "--as-of", AS_OF, *arguments, core=core)

    def scan(self, database):
        """CPU seconds of one process that reads the tables that rules are about."""
        statements = "set max_parallel_workers_per_gather = 0;" + "".join(
            f"select count(*), sum({column}) from register.{table};" for table, column in TABLES.items())
        return min(
            self.server.measure(["psql", "-X", "-q", "-o", "/dev/null"], database, statements).server_cpu
            for _ in range(3))

    def spilled(self, database):
        return int(self.server.sql(
            f"select pg_stat_force_next_flush(), pg_stat_clear_snapshot(); "
            f"select temp_bytes from pg_stat_database where datname = '{database}'").split("\n")[-1])

    def findings(self, database):
        """What stands, as one number; the same for the same findings."""
        return self.server.sql(
            "select count(*) || ' ' || coalesce(bit_xor(hashtextextended(concat_ws(' ', rule_code, business_id, person_id, amount, "
            "evidence), 0)), 0) from register.office as o cross join lateral audit.findings_at(o.office_id, "
            "audit.last_run(o.office_id))", database)

    def size(self, employers):
        """CPU seconds of a full audit that finds what stood, by one connection."""
        held = self.figures.held if employers == 20000 else lambda what, figure, *_: self.figures.told(what, figure)
        database = f"bench{employers}"
        self.generate(database, employers)
        scan = self.scan(database)
        print(f"{'scan of the core tables, one process':<46}{employers:>12}{'':>19}{scan:>10.2f}")
        before = self.spilled(database)
        first = self.audit(database, "--connections", 1)
        self.figures.measured("first audit, everything new", employers, first)
        # What the server does by itself at some moment or other; not in the middle of what is measured next.
        self.server.sql("vacuum (analyze)", database)
        # Of each the best, as of the scan.
        one = min(
            (self.audit(database, "--connections", 1, "--full") for _ in range(2)), key=lambda measure: measure.server_cpu)
        self.figures.measured("full audit, one connection, best of 2", employers, one)
        two = min((self.audit(database, "--connections", 2, "--full") for _ in range(2)), key=lambda measure: measure.wall)
        self.figures.measured("full audit, two connections, best of 2", employers, two)
        self.figures.told("first audit / scan", first.server_cpu / scan)
        held("full audit / scan", one.server_cpu / scan, 30)
        held("two connections / one, wall", two.wall / one.wall, 0.6)
        self.figures.held("bytes spilled", self.spilled(database) - before, 0)
        self.unchanged(database, employers, one, held)
        self.touched(database, employers, one, held)
        if employers == 20000:
            whole = self.audit(database, "--connections", 1, "--full", core=False)
            whole = self.audit(database, "--connections", 1, "--full", core=False)
            self.figures.measured("full audit, whole catalogue", employers, whole)
            held("whole catalogue / ten core rules", whole.server_cpu / one.server_cpu, 3)
            peers.run(self, database, employers, one, two)
        self.server.sql(f"drop database {database}")
        return one.server_cpu

    def unchanged(self, database, employers, full, held):
        count = "select (select count(*) from audit.finding_version) + (select count(*) from audit.judgement)"
        before = self.server.sql(count, database)
        again = self.audit(database, "--connections", 1)
        self.figures.measured("audit with nothing new", employers, again)
        held("audit with nothing new / full", again.server_cpu / full.server_cpu, 0.05)
        self.figures.held("rows written by it", int(self.server.sql(count, database)) - int(before), 0)

    def touched(self, database, employers, full, held):
        """New payments of one employer in a hundred: judged alone, with the findings of a full audit."""
        def audit():
            self.server.sql((FOLDER / "touch.sql").read_text(), database)
            return self.audit(database, "--connections", 1)

        partial = min((audit() for _ in range(2)), key=lambda measure: measure.server_cpu)
        self.figures.measured("audit after 1 % changed, best of 2", employers, partial)
        held("audit after 1 % changed / full", partial.server_cpu / full.server_cpu, 0.05)
        stood = self.findings(database)
        self.audit(database, "--full")
        self.figures.held("findings that a full audit changes", int(self.findings(database) != stood), 0)


def main():
    patuh = os.path.abspath(sys.argv[1])
    sizes = [int(size) for size in os.environ.get("BENCH_EMPLOYERS", "2000,20000,60000").split(",")]
    figures = harness.Figures()
    with harness.Server() as server, tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_TMP")) as folder:
        bench = Bench(patuh, server, figures, folder)
        seconds = [bench.size(size) for size in sizes]
    if len(sizes) > 1:
        figures.held(
            f"growth exponent {sizes[0]} to {sizes[-1]}", harness.exponent(sizes[0], seconds[0], sizes[-1], seconds[-1]), 1.05)
    sys.exit(1 if figures.missed else 0)


main()
