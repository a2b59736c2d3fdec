#!/usr/bin/env python3
"""What an office does all month with a large register: every kind of import, the correction of each, audits, lists and reports.
A command that takes over a second may grow no faster than the register does.

usage: office.py PATUH
BENCH_LINES: sizes of the wage file (default 100000,1000000).
"""

import os
import pathlib
import sys
import tempfile

import branch
import harness
import lists

# Sorting makes n log n of it.
MOST_GROWTH = 1.2
AS_OF = "2026-10-31"
READING = [
    ("status",),
    ("import", "list"),
    ("finding", "list", "--limit", "20"),
    ("audit", "list"),
    ("business", "list", "--limit", "20"),
    ("business", "list", "--search", "Contoh 7", "--limit", "20"),
    ("business", "match", "list"),
    ("report", "branch"),
    ("report", "employer", "00000001"),
    ("report", "unmatched"),
    ("inspection", "plan", "--month", "2026-12", "--on", "2026-11-02", "--dry-run"),
    ("letter", "list"),
    ("journal", "list"),
]


class Bench:
    def __init__(self, patuh, server, figures, folder):
        self.patuh, self.server, self.figures, self.folder = patuh, server, figures, pathlib.Path(folder)

    def size(self, lines):
        """Seconds of each command in a branch of that many workers."""
        branch.write(self.folder, lines, ["10-2026"])
        lists.write(self.folder, self.folder / "wages-10-2026.csv")
        database = f"office{lines}"
        self.server.sql(f"create database {database}")
        seconds = {}

        def run(*arguments, name=None):
            measure = self.server.measure([self.patuh, *map(str, arguments)], database)
            name = name or " ".join(arguments)
            self.figures.measured(name, lines, measure)
            seconds[name] = measure.wall

        run("db", "init")
        run("import", "offices", self.folder / "kantor.csv", name="import offices")
        run("import", "jkn-businesses", "--as-of", AS_OF, self.folder / "employers.csv", name="import jkn-businesses")
        run("import", "bpjstk-wages", self.folder / "wages-10-2026.csv", name="import bpjstk-wages")
        for kind in lists.HEADINGS:
            run("import", kind, lists.path(self.folder, kind), name=f"import {kind}")
        run("audit", "run", "--as-of", AS_OF, name="first audit")
        for kind in lists.HEADINGS:
            run("import", kind, lists.path(self.folder, kind, corrected=True), name=f"import {kind}, corrected")
        run("audit", "run", "--as-of", AS_OF, name="audit after the corrections")
        for command in READING:
            run(*command)
        self.server.sql(f"drop database {database}")
        return seconds


def main():
    patuh = os.path.abspath(sys.argv[1])
    sizes = [int(size) for size in os.environ.get("BENCH_LINES", "100000,1000000").split(",")]
    figures = harness.Figures()
    with harness.Server() as server, tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_TMP")) as folder:
        bench = Bench(patuh, server, figures, folder)
        seconds = [bench.size(size) for size in sizes]
    if len(sizes) > 1:
        for name, last in seconds[-1].items():
            if last > 1:
                figures.held(
                    f"growth exponent: {name}", harness.exponent(sizes[0], seconds[0][name], sizes[-1], last), MOST_GROWTH)
    sys.exit(1 if figures.missed else 0)


main()
