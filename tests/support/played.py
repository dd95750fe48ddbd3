"""A journal with something in it: a founded small office, a case, a whistle with its departments, an erasure."""

from __future__ import annotations

from random import Random
from typing import Any

from commandcenter.desk.engine import Done, Engine
from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.erasure import ErasePrivate
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.report_in_acts import Advance, RecordMilestone
from commandcenter.domain.whistle_acts import BlowWhistle, Note, UnitCall
from commandcenter.journal import log
from commandcenter.journal.journal import Journal
from random_commands import RandomCommands
from small_office import records

from conftest import Wall

TITLE = "路灯不亮"
PHONE = "100-0000-7777"


def done(engine: Engine, command: Command) -> Done:
    """Do a command that must succeed."""
    outcome = engine.execute(command)
    assert isinstance(outcome, Done), outcome
    return outcome


def found(engine: Engine) -> None:
    """Found the small office."""
    done(engine, FoundOffice(records=records()))


def play(engine: Engine, wall: Wall) -> str:
    """A case and an incident; returns the id of the whistle."""
    found(engine)
    done(engine, RegisterCase(matter=Matter(title=TITLE, phone=PHONE), case="c1"))
    blown = done(engine, BlowWhistle(units=(UnitCall(unit="D07"), UnitCall(unit="D03")), plan="RQ"))
    whistle = blown.subjects[0].partition("/")[2]
    for minute, people in ((1, None), (3, None), (9, None), (12, 6)):
        wall.advance(minute * MINUTE)
        done(engine, Advance(whistle=whistle, unit="D07", people=people))
    done(engine, RecordMilestone(whistle=whistle, unit="D03", milestone="arrived", people=2))
    done(engine, Note(whistle=whistle, words="现场有烟"))
    done(engine, NoteCase(case="c1", words="已到现场"))
    return whistle


def erase(engine: Engine, subject: str = "case/c1") -> None:
    """Erase the personal data of a subject, signed by two."""
    done(engine, ErasePrivate(subject=subject, first="P1", second="P2", reason="本人申请"))


class Held:
    """What a sender of random commands sees of a journal."""

    def __init__(self, journal: Journal, wall: Wall) -> None:
        self._journal = journal
        self._wall = wall

    @property
    def now(self) -> int:
        return self._wall()

    def subjects(self, prefix: str) -> list[str]:
        if prefix:
            return log.subjects_below(self._journal.connection, prefix)
        return [subject for (subject,) in self._journal.connection.execute("SELECT DISTINCT subject FROM event")]

    def entries(self) -> list[str]:
        sql = "SELECT node || ':' || seq FROM event ORDER BY rowid DESC LIMIT 30"
        return [text for (text,) in self._journal.connection.execute(sql)]


def play_at_random(engine: Engine, wall: Wall, seed: int, steps: int) -> int:
    """Send random commands; returns how many were done."""
    chance = Random(seed)
    found(engine)
    sender = RandomCommands(chance, Held(engine.journal, wall))
    waiting: list[Any] = sender.opening()
    count = 0
    for _ in range(steps):
        command = waiting.pop(0) if waiting else sender.next()
        count += isinstance(engine.execute(command), Done)
        wall.advance(chance.choice((1000, 1000, MINUTE, 60 * MINUTE)))
    return count
