"""Whom to ring next: the numbers of a unit in their order, then our own leader on shift, then the district's duty room.

After so many misses at one number (a limit, two by default) the next one follows by itself (domain.md 2.4 R2). The order is
data of the unit; nobody has to remember it at three in the morning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.report_in import ReportIn, Try
from commandcenter.domain.unit import Unit

USUAL_TRIES = 2
"""Tries at one number where the office has no limit for them."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the order: whose it is, the post, the digits. ``source``: duty, contact, leader (ours), district."""

    name: str
    post: str
    phone: str
    source: str


def order_of(unit: Unit, *, leaders: Sequence[Number] = (), district: Sequence[Number] = ()) -> tuple[Number, ...]:
    """The numbers to ring for a unit, each once; those without digits are left out."""
    own = [Number("", "", unit.duty_phone, "duty")]
    own += [Number(contact.name, contact.post, contact.phone, "contact") for contact in unit.contacts]
    found: dict[str, Number] = {}
    for number in (*own, *leaders, *district):
        if number.phone:
            found.setdefault(number.phone, number)
    return tuple(found.values())


def next_contact(tries: Sequence[Try], count: int, each: int = USUAL_TRIES) -> int:
    """Which of ``count`` numbers to ring next: the first that was not missed ``each`` times since somebody was last reached.

    Who was reached is rung again at that number. When every number was missed, the order begins anew with the fewest misses.
    """
    if count <= 0:
        return 0
    last = next((place for place in range(len(tries) - 1, -1, -1) if tries[place].result == "reached"), -1)
    if last >= 0 and not any(one.result != "reached" for one in tries[last + 1 :]):
        return min(tries[last].contact, count - 1)
    misses = [0] * count
    for one in tries[last + 1 :]:
        if one.result != "reached" and 0 <= one.contact < count:
            misses[one.contact] += 1
    for place, missed in enumerate(misses):
        if missed < each:
            return place
    return misses.index(min(misses))


def next_of(state: ReportIn, count: int, each: int = USUAL_TRIES) -> int:
    """Which number to ring next for a unit as it stands."""
    return next_contact(state.tries, count, each)
