"""What an audit is measured against: DuckDB on an exported copy, and programs that look at one employer after the other.

They find the breaches of the ten core rules with amount, evidence and the lines they rest on, and leave them in the database.
None compares them with what was found before, counts what could not be judged, or heeds decisions.
"""

import psycopg

import duck
import loop
import mapped


def run(bench, database, employers, full, two):
    """Prints them and holds the audit against them: by one connection, and by two where the other has two threads."""
    def row(what, seconds, rows):
        print(f"{what:<46}{employers:>12}{seconds:>9.2f}   {rows} rows found")

    environment = bench.server.environment
    with psycopg.connect(host=environment["PGHOST"], user=environment["PGUSER"], dbname=database) as connection:
        judged, stored, rows = duck.run(connection)
        row("export, load and rules in DuckDB", judged, rows)
        row("the same, with the findings brought back", stored, rows)
        bench.figures.told("full audit, two connections / DuckDB, findings left there", two.wall / judged)
        bench.figures.held("full audit, two connections / DuckDB, two threads", two.wall / stored, 1)
        seconds, rows = loop.run(connection, loop.Rows(connection))
        row("one employer after the other, plain SQL", seconds, rows)
        bench.figures.told("one employer after the other, plain SQL / full audit", seconds / full.wall)
        with mapped.session(environment["PGHOST"], environment["PGUSER"], database) as session:
            seconds, rows = loop.run(connection, mapped.Rows(session))
        row("one employer after the other, mapped objects", seconds, rows)
        bench.figures.held("full audit / one employer after the other", full.wall / seconds, 1 / 30)
