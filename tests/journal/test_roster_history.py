"""The roster's past in a real journal: acts through the engine, read back, rebuilt, and taken over by another desk."""

from __future__ import annotations

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Command
from commandcenter.domain.number_check import VerifyNumber
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.domain.roster_acts import Office, appoint, end_post
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.rebuild import rebuild

from conftest import NOW, Wall

PLACES = (
    ("A1", {"name": "柳影社区", "kind": "community"}),
    ("J1", {"name": "柳影路", "kind": "street", "community": "A1"}),
    ("J2", {"name": "柳影巷", "kind": "alley", "community": "A1", "street": "J1"}),
)


def do(engine: Engine, *commands: Command) -> None:
    for command in commands:
        assert isinstance(engine.execute(command), Done)


@pytest.fixture
def lived(journal: Journal, wall: Wall) -> Journal:
    """Three years of one alley: two chiefs, a leave, a new name, a number that changed."""
    engine = Engine(journal, wall)
    do(engine, *(ListRecord(subject=f"place/{key}", fields=fields) for key, fields in PLACES))
    for key in ("P1", "P2", "P3"):
        do(
            engine,
            ListRecord(subject=f"person/{key}", fields={"post": "科员"}, words={"name": key, "phone": f"100{key}"}),
        )
    do(engine, appoint("a", Office("alley_chief", "place/J2", NOW - 700 * DAY), "P1", now=NOW))
    do(
        engine,
        appoint("b", Office("deputy", "place/J2", NOW), "P3", now=NOW),
        VerifyNumber(person="P1", result="reached"),
    )
    wall.advance(300 * DAY)
    do(engine, AmendRecord(subject="place/J2", fields={"name": "柳影西巷"}))
    do(engine, appoint("c", Office("alley_chief", "place/J2", wall()), "P2", replaced="a", reason="轮岗", now=wall()))
    do(engine, AmendRecord(subject="person/P1", words={"phone": "100-9"}))
    wall.advance(30 * DAY)
    do(engine, ListRecord(subject="absence/x", fields={"person": "P2", "since": wall(), "until": wall() + 5 * DAY}))
    do(engine, end_post("c", wall() + 60 * DAY, wall(), "退休"))
    return journal


def told(journal: Journal, day: int) -> tuple[str, str, str]:
    """The alley's name, who answers there and why, on a day counted from the founding."""
    directory = ReferenceReader(journal.connection).directory(NOW + day * DAY + 1)
    acting = directory.acting_for(directory.places["J2"])
    return directory.places["J2"].name, acting.person.id if acting else "", acting.because if acting else ""


DAYS = {
    -800: ("柳影巷", "", ""),
    -600: ("柳影巷", "P1", "alley_chief"),
    299: ("柳影巷", "P1", "alley_chief"),
    300: ("柳影西巷", "P2", "alley_chief"),
    332: ("柳影西巷", "P3", "stand_in"),
    335: ("柳影西巷", "P2", "alley_chief"),
    391: ("柳影西巷", "P3", "deputy"),
}


def test_each_day_has_its_people_and_names(lived: Journal) -> None:
    assert {day: told(lived, day) for day in DAYS} == DAYS
    people = ReferenceReader(lived.connection).directory().people
    assert people["P1"].verified_at is None, "another number was proved"


def test_a_rebuild_tells_the_same_days(lived: Journal) -> None:
    before = canonical_digest(lived.connection)
    rebuild(lived.connection)
    assert canonical_digest(lived.connection) == before
    assert {day: told(lived, day) for day in DAYS} == DAYS


def test_a_post_taken_back_today_is_still_in_the_history(lived: Journal, wall: Wall) -> None:
    do(Engine(lived, wall), RetireRecord(subject="appointment/b"))
    roster = ReferenceReader(lived.connection).roster()
    assert [post.person for post in roster.terms_at("place/J2", "deputy")] == ["P3"]
    assert [post.id for post in roster.service_of("P1")] == ["a"]
    assert roster.terms_at("place/J2", "alley_chief")[0].until == wall() + 60 * DAY
