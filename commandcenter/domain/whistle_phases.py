"""Where an emergency stands between the first word (E0) and the archive (E12), from what is on record (domain.md 2.2.4).

A phase is done when its fact is there, not because time passed; several run beside each other. Nothing is invented: a phase
that was never entered stays open, one that the whistle overtook without it is skipped, what has to be told upward stays owed
beside whatever goes on, and one that a false alarm made needless is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from commandcenter.domain.command_post import Post
from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import arrivals
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle_scales import GRADED

PHASES = (
    "received",
    "judged",
    "blown",
    "leaders_told",
    "district_told",
    "leaving",
    "first_response",
    "post",
    "working",
    "handed_over",
    "stood_down",
    "released",
    "reported",
    "reviewed",
    "archived",
)
"""E0, E1, E2, E2a, E2b, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12."""

TOLD_UPWARD = ("leaders_told", "district_told")
"""Phases that no other phase overtakes: they are owed until somebody was told."""

CODES = dict(
    zip(
        PHASES,
        ("E0", "E1", "E2", "E2a", "E2b", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "E11", "E12"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase: its code, how it stands (``done``, ``now``, ``open``, ``owed``, ``skipped``), when it was done (epoch milliseconds) and
    two counts that say how far it is, ``part`` of ``whole``.
    """

    code: str
    state: str
    at: int | None = None
    part: int | None = None
    whole: int | None = None


def phases(whistle: Whistle, states: Sequence[ReportIn], post: Post, reviewed_at: int | None = None) -> list[Phase]:
    """Every phase of an emergency that concerns it, in order. A drill tells nobody outside, so E2a and E2b are not in it.

    ``reviewed_at`` is when the review was signed.
    """
    if not whistle.known:
        return []
    reports = [at for stage, at in whistle.reports if stage == "initial"]
    district = [at for name, (at, _) in whistle.told.items() if name.startswith("district")]
    arrived = [entry.at for state in states if (entry := state.milestone("arrived")) is not None]
    guessed = [
        guess.at
        for scale, guess in whistle.guesses.items()
        if guess.value
        and (scale in GRADED or guess.at > whistle.blown_at)  # the kind comes with the plan: nobody judged it
    ]
    first = [action.at for action in whistle.actions]
    leader = whistle.told.get("leader")
    out = [state for state in states if state.closed or state.milestone("release_approved") is not None]
    ended = [_out_at(state) for state in out]
    # who left is one thing, that people and gear were checked where a post stood is another (P8)
    all_out = whistle.over_at is not None and len(out) == len(states) and not post.standing
    if post.withdrawn_at is not None:
        ended.append(post.withdrawn_at)
    final = [at for stage, at in whistle.reports if stage == "final"]
    moments: dict[str, int | None] = {
        "received": whistle.received_at if whistle.received_at is not None else whistle.blown_at,
        "judged": min(guessed, default=None),
        "blown": whistle.blown_at,
        "leaders_told": leader[0] if leader is not None else None,
        "district_told": min([*district, *reports], default=None),
        "leaving": whistle.leader_arrived_at,
        "first_response": min(first, default=None),
        "post": post.set_up_at,
        "working": min(arrived, default=None),
        "handed_over": post.handed_over_at,
        "stood_down": whistle.over_at,
        "released": max([at for at in ended if at is not None], default=whistle.over_at) if all_out else None,
        "reported": final[-1] if final else None,
        "reviewed": reviewed_at,
        "archived": whistle.archived_at,
    }
    left_out = _needless(whistle, post)
    came = arrivals(states)
    counts = {
        "working": (came.part, came.whole),
        "released": (len(out), len(states)),
    }
    found = []
    for name in PHASES:
        if name in left_out:
            continue
        part, whole = counts.get(name, (None, None))
        at = moments[name]
        found.append(Phase(name, "done" if at is not None else _open(name, whistle), at, part, whole))
    return _with_now(found, whistle)


def _out_at(state: ReportIn) -> int | None:
    released = state.milestone("release_approved")
    if released is not None:
        return released.at
    return state.outcome.at if state.outcome is not None else None


def _needless(whistle: Whistle, post: Post) -> set[str]:
    needless = {"handed_over"} if post.handed_over_at is None and whistle.over_at is not None else set()
    if whistle.mode == DRILL:
        needless |= {"leaders_told", "district_told", "leaving", "reported", "archived"}
    if whistle.false_alarm_at is not None:
        quiet = {"leaving": whistle.leader_left_at, "first_response": whistle.actions or None, "post": post.set_up_at}
        needless |= {name for name, there in quiet.items() if there is None}
    return needless


def _open(name: str, whistle: Whistle) -> str:
    """An early phase that the end has overtaken was skipped, not left undone for good."""
    if name == "judged":
        return "skipped"  # it was blown without a first guess; one that is made later still counts
    if (
        name in TOLD_UPWARD
        and whistle.over_at is not None
        and whistle.false_alarm_at is None
        and whistle.closed_at is None
    ):
        return "owed"
    early = PHASES.index(name) < PHASES.index("stood_down")
    return "skipped" if early and whistle.over_at is not None else "open"


def _with_now(found: list[Phase], whistle: Whistle) -> list[Phase]:
    """Mark the phase at work: after the last main phase that is done, the first that is open."""
    if not whistle.running and whistle.archived_at is not None:
        return found
    order = [phase.code for phase in found]
    main = ("blown", "leaving", "post", "working", "handed_over", "stood_down", "released", "reported")
    done = [order.index(p.code) for p in found if p.state == "done" and p.code in main]
    furthest = max(done, default=0)
    now = next((place for place in range(furthest, len(found)) if found[place].state == "open"), None)
    if whistle.over_at is None and "working" in order and found[order.index("working")].state == "done":
        now = order.index("working")  # departments work until it is called over
    marked = [replace(p, state="now") if place == now else p for place, p in enumerate(found)]
    return [replace(p, state="owed") if p.code in TOLD_UPWARD and p.state == "open" else p for p in marked]
