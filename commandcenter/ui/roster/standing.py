"""How the roster stands on a day: the roster itself, its vacancies, when each street was last walked, which numbers are proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.coverage import Vacancy, vacancies
from commandcenter.domain.number_check import STALE, number_age
from commandcenter.domain.roster import Directory, Holder, Person, Place
from commandcenter.journal.reading.patrols import PatrolFigures, PatrolRow

LOOK_BACK = 28
"""So many days back a missed turn still says that a street was not walked."""


@dataclass(frozen=True)
class Standing:
    """The roster of ``at``; ``now`` is the present (both epoch milliseconds). ``past``: another day than today is shown.

    ``walked`` is when each street was last walked; ``late`` the end of the first window since in which nobody walked it.
    ``sent`` is the turn of a street that somebody was sent on and is still to walk: such a street is not late but
    ``relieved``. All are those of the present and empty for another day.
    """

    directory: Directory = field(default_factory=Directory)
    now: int = 0
    at: int = 0
    past: bool = False
    stale_days: float = 0
    walked: Mapping[str, int] = field(default_factory=dict)
    late: Mapping[str, int] = field(default_factory=dict)
    relieved: Mapping[str, int] = field(default_factory=dict)
    sent: Mapping[str, PatrolRow] = field(default_factory=dict)
    week: PatrolFigures = field(default_factory=PatrolFigures)

    @cached_property
    def vacancies(self) -> tuple[Vacancy, ...]:
        """The posts that ought to be held and are not, the longest vacant first."""
        return tuple(vacancies(self.directory, self.at))

    @cached_property
    def vacant(self) -> dict[str, Vacancy]:
        """The vacancies by place."""
        return {one.place.id: one for one in self.vacancies}

    def age(self, person: Person) -> str:
        """How a number stands: fresh, old, never, unanswered, wrong; ``none`` where there is none, empty for another day."""
        if self.past:
            return ""
        return number_age(person, self.now, self.stale_days) if person.phone else "none"

    def proved(self, person: Person) -> bool:
        """Whether the number can be relied upon."""
        return self.past or self.age(person) == "fresh"

    def unwalked(self, place: str) -> int | None:
        """For how many days nobody has walked a street; None when nobody ever did."""
        at = self.walked.get(place)
        return None if at is None else (local_date(self.now) - local_date(at)).days

    def team_at(self, place: Place) -> tuple[Holder, ...]:
        """Everybody who holds a post at a place."""
        return self.directory.holders(f"place/{place.id}")


def read_standing(desk: Desk, at: int | None) -> Standing:
    """How it stands now, or stood at an instant (epoch milliseconds)."""
    now = desk.clock.now()
    present = desk.reference.directory
    limit = desk.reference.limit(STALE)
    days = limit.milliseconds / DAY if limit is not None else 0.0
    if at is not None:
        return Standing(present.at(at), now, at, past=True, stale_days=days)
    today = local_date(now)
    walked = desk.read.patrols.last_walked(place.id for place in present.streets())
    late: dict[str, int] = {}
    for row in desk.read.patrols.missed(today - timedelta(days=LOOK_BACK), today, now, limit=2000):
        end = row.window_end
        if end is not None and end > walked.get(row.place, 0):
            late[row.place] = min(end, late.get(row.place, end))
    week = desk.read.patrols.figures(today - timedelta(days=today.weekday()), today, now)
    sent = {row.place: row for row in reversed(desk.read.patrols.sent(today, today + timedelta(days=1), now))}
    relieved = {place: late.pop(place) for place in sent if place in late}
    return Standing(
        present, now, now, stale_days=days, walked=walked, late=late, relieved=relieved, sent=sent, week=week
    )
