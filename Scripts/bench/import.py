#!/usr/bin/env python3
"""How fast files come in, against psql's \\copy of the same file into a bare table on the same server.

usage: import.py PATUH
BENCH_LINES: sizes of the wage file (default 100000,1000000,10000000). BENCH_XLSX: rows of the workbook (200000).
"""

import os
import pathlib
import sys
import tempfile

import branch
import harness
import workbook

RAW_TABLE = """
drop table if exists raw;
create table raw (
    nik bigint, no_pegawai text, kpj text, kode_tk text, nama_lengkap text, tgl_lahir date, upah bigint, rapel bigint,
    blth text, npp text);
set datestyle = dmy;
\\copy raw from '{file}' with (format csv, delimiter ';', header)
"""


class Bench:
    def __init__(self, patuh, server, figures, folder):
        self.patuh, self.server, self.figures, self.folder = patuh, server, figures, pathlib.Path(folder)

    def new_database(self, name):
        """A database that knows the offices and employers but no worker."""
        self.server.sql(f"drop database if exists {name}")
        self.server.sql(f"create database {name}")
        self.run(name, "db", "init")
        self.run(name, "import", "offices", self.folder / "kantor.csv")
        self.run(name, "import", "jkn-businesses", "--as-of", "2026-10-31", self.folder / "employers.csv")

    def run(self, database, *arguments):
        return self.server.measure([self.patuh, *map(str, arguments)], database)

    def wages(self, lines):
        """A month of new people, the next month with 3 % others, and that file once more; seconds a million lines."""
        branch.write(self.folder, lines, ["09-2026", "10-2026"], newcomers=3)
        first, second = self.folder / "wages-09-2026.csv", self.folder / "wages-10-2026.csv"
        self.new_database("bench")
        copies = [
            self.server.measure(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"], "bench", RAW_TABLE.format(file=second))
            for _ in range(3)]
        self.server.sql("drop table raw", "bench")
        copy = min(copies)
        self.figures.measured("psql \\copy into a bare table, best of 3", lines, copy)
        new = self.run("bench", "import", "bpjstk-wages", first)
        self.figures.measured("import of a month, all persons new", lines, new)
        known = self.run("bench", "import", "bpjstk-wages", second)
        self.figures.measured("import of the next month, 3 % new persons", lines, known)
        again = self.run("bench", "import", "bpjstk-wages", second)
        self.figures.measured("the same file once more", lines, again)
        limits = self.figures.held if lines == 1_000_000 else lambda what, figure, *_: self.figures.told(what, figure)
        limits("first month / \\copy", new.wall / copy.wall, 3)
        limits("next month / \\copy", known.wall / copy.wall, 3)
        limits("unchanged file, seconds", again.wall, 1)
        self.figures.held("peak memory of the client", max(new.peak_mb, known.peak_mb), 64, " MB")
        return known.wall / lines * 1e6, new.wall / lines * 1e6

    def workbook(self, rows):
        branch.write(self.folder, rows, ["09-2026"])
        csv = self.folder / "wages-09-2026.csv"
        xlsx = self.folder / "wages-09-2026.xlsx"
        workbook.write(csv, xlsx)
        # Dry runs do all the work and leave nothing behind, so that both find the same register.
        self.new_database("bench")
        text = self.run("bench", "import", "bpjstk-wages", "--dry-run", csv)
        self.figures.measured("CSV, dry run", rows, text)
        self.new_database("bench")
        book = self.run("bench", "import", "bpjstk-wages", "--dry-run", xlsx)
        self.figures.measured("the same rows as XLSX", rows, book)
        self.figures.held("XLSX / CSV", book.wall / text.wall, 5)
        self.figures.held("peak memory of the client", book.peak_mb, 64, " MB")


def main():
    patuh = os.path.abspath(sys.argv[1])
    sizes = [int(size) for size in os.environ.get("BENCH_LINES", "100000,1000000,10000000").split(",")]
    figures = harness.Figures()
    with harness.Server() as server, tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_TMP")) as folder:
        bench = Bench(patuh, server, figures, folder)
        rates = [bench.wages(size) for size in sizes]
        bench.workbook(int(os.environ.get("BENCH_XLSX", "200000")))
    for size, (known, new) in zip(sizes, rates):
        print(f"{size:>10} lines: {new:.2f} s a million lines in the first month, {known:.2f} in the next")
    figures.told(f"growth from {sizes[0]} to {sizes[-1]} lines (1 is linear)", rates[-1][0] / rates[0][0])
    sys.exit(1 if figures.missed else 0)


main()
