"""The commands of the roster's forms: a post changes hands by an end and a beginning, so the history keeps both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Batch, Command
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RetireRecord
from commandcenter.domain.roster import Appointment


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is not in the roster yet."""

    name: str
    phone: str
    post: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post to be given: role, target (a subject), since when (epoch milliseconds), rank among equals, note."""

    role: str
    target: str
    since: int
    rank: int = 0
    note: str = ""


def new_person(key: str, newcomer: Newcomer) -> ListRecord:
    """Enter a person; name and phone are private words."""
    return ListRecord(
        subject=f"person/{key}",
        fields={"post": newcomer.post},
        words={"name": newcomer.name, "phone": newcomer.phone},
    )


def appoint(
    key: str,
    office: Office,
    person: str,
    *,
    newcomer: Newcomer | None = None,
    replaced: str = "",
    reason: str = "",
) -> Command:
    """Give a post to somebody: end the old holder's (``replaced``, an appointment) and begin the new one, as one act.

    ``key`` is the id of the new appointment, ``person`` that of the holder, who is entered first when a newcomer.
    """
    steps: list[Command] = []
    if replaced:
        steps.append(RetireRecord(subject=f"appointment/{replaced}", reason=reason))
    if newcomer is not None:
        steps.append(new_person(person, newcomer))
    fields: dict[str, Any] = {
        "person": person,
        "role": office.role,
        "target": office.target,
        "rank": office.rank,
        "since": office.since,
    }
    if office.note:
        fields["note"] = office.note
    steps.append(ListRecord(subject=f"appointment/{key}", fields=fields))
    return steps[0] if len(steps) == 1 else Batch(commands=tuple(steps))


def next_rank(posts: Sequence[Appointment], role: str, target: str) -> int:
    """The rank behind those who hold the same post; 0 where there is one holder only."""
    if role in ("street_chief", "alley_chief", "secretary", "building_keeper", "unit_keeper"):
        return 0
    return max((post.rank for post in posts if post.role == role and post.target == target), default=0) + 1


def amend(standing: Record, fields: dict[str, Any], words: dict[str, Any], reason: str = "") -> AmendRecord | None:
    """Change what differs from how a record stands; None when nothing does."""
    fields = {name: value for name, value in fields.items() if standing.get(name, _empty(value)) != value}
    words = {name: value for name, value in words.items() if standing.words.get(name, "") != value}
    if not fields and not words:
        return None
    return AmendRecord(subject=standing.subject, fields=fields, words=words, reason=reason)


def _empty(value: Any) -> Any:
    return None if value is None else type(value)()


def together(*commands: Command | None) -> Command | None:
    """Several commands as one act; None when there is none."""
    kept = tuple(command for command in commands if command is not None)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Batch(commands=kept)


def close_place(place: str, posts: Sequence[Appointment], reason: str) -> Command:
    """Take a place out of use; the posts at it end with it."""
    ends = [RetireRecord(subject=f"appointment/{post.id}", reason=reason) for post in posts]
    return Batch(commands=(*ends, RetireRecord(subject=f"place/{place}", reason=reason)))
