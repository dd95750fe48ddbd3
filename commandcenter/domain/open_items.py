"""What is open in an incident when one shift hands over to the next, or one command to another: read aloud, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.domain.command import World
from commandcenter.domain.command_post import Post
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.supply import Supply, still_out
from commandcenter.domain.transfer import Household, tally
from commandcenter.domain.whistle import Whistle

LOST, TRAPPED, ORDER, DECISION, SUPPLY, TRANSFER = "lost", "trapped", "order", "decision", "supply", "transfer"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something open. ``code`` says what sort, ``key`` is its subject or a name of its own, ``count`` goes with it."""

    code: str
    key: str
    words: str = ""
    unit: str = ""
    due_at: int | None = None
    count: int = 0


def items_of(
    whistle: Whistle,
    report_ins: Iterable[ReportIn],
    post: Post,
    orders: Iterable[Order],
    supplies: Iterable[Supply],
    households: Iterable[Household],
) -> list[OpenItem]:
    """The open items, the most pressing sort first, within a sort as they were entered."""
    found = [
        OpenItem(LOST, state.subject, unit=state.unit)
        for state in report_ins
        if state.listed and state.lost_at is not None and not state.closed
    ]
    trapped = whistle.facts.get("trapped")
    if trapped is not None and trapped.value:
        found.append(OpenItem(TRAPPED, TRAPPED, count=trapped.value))
    numbers = tally(households)
    if numbers.waiting or numbers.unknown or numbers.difference:
        found.append(OpenItem(TRANSFER, TRANSFER, count=numbers.waiting))
    waiting = sorted((one for one in orders if one.open), key=lambda one: (one.given_at, one.rank, one.subject))
    found += [OpenItem(ORDER, one.subject, one.words, one.unit, one.due_at) for one in waiting]
    found += [
        OpenItem(DECISION, f"decision:{one.key}", one.words, one.unit, one.due_at) for one in post.decisions if one.open
    ]
    out = sorted(still_out(supplies), key=lambda one: (one.opened_at, one.subject))
    found += [OpenItem(SUPPLY, one.subject, one.item, one.unit, count=one.rest) for one in out]
    return found


def open_items(world: World, whistle: str) -> list[OpenItem]:
    """The open items of an incident as a decision sees them."""
    return items_of(
        world.state(f"whistle/{whistle}"),
        [world.state(subject) for subject in world.subjects(f"report_in/{whistle}/")],
        world.state(f"post/{whistle}"),
        [world.state(subject) for subject in world.subjects(f"order/{whistle}/")],
        [world.state(subject) for subject in world.subjects(f"supply/{whistle}/")],
        [world.state(subject) for subject in world.subjects(f"transfer/{whistle}/")],
    )
