"""What is on record of an employer as mapped objects, as programs with an object-relational mapper read and write it."""

import datetime

import sqlalchemy
from psycopg.types.datetime import DateLoader
from sqlalchemy import orm

import loop

KEYS = {
    "BusinessRecord": "business_id source as_of batch_id", "Headcount": "business_id source as_of batch_id",
    "Roster": "roster_id", "RosterLine": "roster_id person_id", "Enrolment": "business_id person_id valid_from batch_id",
    "SegmentRecord": "batch_id line", "Person": "person_id", "Bill": "business_id month batch_id", "Payment": "payment_id",
}


class EndlessDateLoader(DateLoader):
    """Periods that have no end are read as ones that end on the last day that Python knows."""

    def load(self, data):
        return datetime.date.max if bytes(data) == b"infinity" else super().load(data)


def session(host, user, database):
    engine = sqlalchemy.create_engine(f"postgresql+psycopg://{user}@/{database}?host={host}", poolclass=sqlalchemy.NullPool)
    sqlalchemy.event.listen(
        engine, "connect", lambda connection, _: connection.adapters.register_loader("date", EndlessDateLoader))
    return orm.Session(engine)


class Rows:
    """What is on record of an employer; each worker is looked up, and each employer's findings are committed."""

    def __init__(self, session):
        self.session = session
        base = orm.declarative_base()
        for name, keys in KEYS.items():
            table = "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).strip("_")
            columns = sqlalchemy.Table(table, base.metadata, schema="register", autoload_with=session.connection())
            setattr(self, name, type(name, (base,), {
                "__table__": columns, "__mapper_args__": {"primary_key": [columns.c[key] for key in keys.split()]}}))

        class Found(base):
            __tablename__ = "found_by_mapper"
            found_id = orm.mapped_column(sqlalchemy.BigInteger, primary_key=True)
            business_id = orm.mapped_column(sqlalchemy.BigInteger)
            person_id = orm.mapped_column(sqlalchemy.BigInteger)
            amount = orm.mapped_column(sqlalchemy.BigInteger)
            rule = orm.mapped_column(sqlalchemy.Text)
            evidence = orm.mapped_column(sqlalchemy.Text)

        self.Found = Found
        Found.__table__.create(session.connection())
        session.commit()

    def of(self, business):
        """Reads about this employer from now on."""
        self.business = business
        return self

    def store(self, found):
        self.session.add_all(
            self.Found(business_id=self.business, rule=rule, person_id=person, amount=amount, evidence=evidence)
            for rule, person, amount, evidence in found)
        self.session.commit()
        self.session.expunge_all()

    def _all(self, kind, **wanted):
        return self.session.scalars(sqlalchemy.select(kind).filter_by(**wanted)).all()

    def records(self):
        return [(row.source, row.region_code) for row in self._all(self.BusinessRecord, business_id=self.business)]

    def headcount(self):
        rows = self._all(self.Headcount, business_id=self.business)
        return [(row.workers, row.as_of) for row in sorted(rows, key=lambda row: row.as_of)[-1:]]

    def lines(self):
        lists = [row for row in self._all(self.Roster, business_id=self.business) if row.as_of <= loop.MONTH]
        if not lists:
            return []
        newest = max(lists, key=lambda row: row.roster_id)
        rows = self._all(self.RosterLine, business_id=self.business, roster_id=newest.roster_id)
        return [(row.person_id, row.wage, row.batch_id, row.line) for row in rows]

    def periods(self):
        return [
            (row.person_id, row.wage, row.valid_from, row.valid_to, row.batch_id, row.line)
            for row in self._all(self.Enrolment, business_id=self.business)]

    def segment(self, person):
        rows = self._all(self.SegmentRecord, person_id=person)
        return next((row.segment for row in rows if row.segment in ("PBI-JK", "PBPU-BP Pemda")), None)

    def identities(self, periods):
        people = (self.session.get(self.Person, period[0]) for period in periods)
        return [(person.person_id, person.nik, person.birth_date) for person in people]

    def elsewhere(self, periods):
        for period in periods:
            others = {row.business_id for row in self._all(self.Enrolment, person_id=period[0])} - {self.business}
            if others:
                yield period[0], len(others) + 1

    def bills(self):
        rows = sorted(self._all(self.Bill, business_id=self.business), key=lambda row: row.month)
        return [(row.month, row.amount, row.batch_id, row.line) for row in rows]

    def payments(self):
        return [(row.paid_on, row.amount) for row in self._all(self.Payment, business_id=self.business)]
