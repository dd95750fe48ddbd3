"""The chain of reports of an incident (报送链): by phone, in writing, updates, final, supplement; which one runs, until when.

Pure: the same states and moment give the same chain. Limits are those the whistle was blown with; a drill has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.sitrep import SituationReport, in_order
from commandcenter.domain.whistle import Whistle

DONE, RUNNING, LATER = "done", "running", "later"


@dataclass(frozen=True, slots=True)
class Link:
    """A step of the chain. ``name``: phone, written, update, final, supplement; ``rank`` counts those of its name.

    ``limit`` is minutes, times are epoch milliseconds, None what does not apply. ``report`` is the subject of the report it
    stands for, empty before it was begun; ``step`` how far that has come.
    """

    name: str
    rank: int = 1
    state: str = LATER
    limit: float | None = None
    started_at: int | None = None
    due_at: int | None = None
    at: int | None = None
    report: str = ""
    step: str = ""
    receiver: str = ""
    receipt: str = ""
    signer: str = ""
    unsigned: bool = False
    read_back: bool = False
    until: int | None = None

    @property
    def took(self) -> int | None:
        """How long it took, in milliseconds."""
        return None if self.at is None or self.started_at is None else self.at - self.started_at

    @property
    def late(self) -> bool:
        """Whether it came after its limit."""
        return self.at is not None and self.due_at is not None and self.at > self.due_at

    def left(self, now: int) -> int | None:
        """How many milliseconds are left; negative when it is overdue."""
        return None if self.due_at is None or self.state != RUNNING else self.due_at - now

    def used(self, now: int) -> float | None:
        """Which share of the limit is used up."""
        if self.due_at is None or self.started_at is None or self.due_at <= self.started_at:
            return None
        return (now - self.started_at) / (self.due_at - self.started_at)


def chain(whistle: Whistle, reports: Sequence[SituationReport], now: int) -> list[Link]:
    """The chain of an incident at a moment."""
    if not whistle.known:
        return []
    ordered = in_order(reports)
    initial = next((one for one in ordered if one.stage == "initial"), None)
    links = [_by_phone(whistle, initial), _written(whistle, initial)]
    over = whistle.stood_down_at if whistle.stood_down_at is not None else whistle.false_alarm_at
    told = [at for _, at in whistle.reports]
    sent = links[1].state == DONE
    before = links[1].at
    updates = [one for one in ordered if one.stage == "update"]
    for rank, one in enumerate(updates, start=1):
        links.append(_update(whistle, one, rank, before))
        before = one.delivered_at if one.delivered_at is not None else before
    final = next((one for one in ordered if one.stage == "final"), None)
    if final is None and over is None:
        waiting = any(one.open for one in updates)
        if sent and not waiting:
            links.append(_update(whistle, None, len(updates) + 1, max(told, default=before)))
            waiting = True
        links.append(Link("update", len([one for one in links if one.name == "update"]) + 1, LATER))
    links.append(_final(whistle, final, over, sent=sent))
    links += _supplements(ordered, final, now)
    return links


def running(links: Sequence[Link]) -> Link | None:
    """The step that is to be done now: the first that runs; of those by phone and in writing the one not done."""
    return next((link for link in links if link.state == RUNNING), None)


def _limited(whistle: Whistle, name: str, start: int | None) -> tuple[float | None, int | None]:
    limit = whistle.limits.get(name)
    return limit, start + round(limit * MINUTE) if limit and start is not None else None


def _by_phone(whistle: Whistle, initial: SituationReport | None) -> Link:
    limit, due = _limited(whistle, "district_phone", whistle.blown_at)
    told = whistle.told.get("district_phone")
    rung = initial.phoned[0] if initial is not None and initial.phoned else None
    at = rung.at if rung is not None else told[0] if told is not None else None
    receiver = rung.receiver if rung is not None else told[1] if told is not None else ""
    state = DONE if at is not None else RUNNING if whistle.closed_at is None else LATER
    read_back = rung.read_back if rung is not None else False
    return Link(
        "phone", 1, state, limit, whistle.blown_at, due, at, receiver=receiver, step="phoned", read_back=read_back
    )


def _of(report: SituationReport | None) -> dict[str, object]:
    if report is None:
        return {"step": "due"}
    return {
        "report": report.subject,
        "step": report.step,
        "receiver": report.receiver,
        "receipt": report.receipt,
        "signer": report.signer,
        "unsigned": report.unsigned,
        "at": report.delivered_at,
    }


def _link(
    name: str,
    rank: int,
    state: str,
    timed: tuple[float | None, int | None],
    start: int | None,
    report: SituationReport | None,
) -> Link:
    limit, due = timed
    return Link(name, rank, state, limit, start, due, **_of(report))  # type: ignore[arg-type]


def _state(report: SituationReport | None) -> str:
    return DONE if report is not None and report.delivered_at is not None else RUNNING


def _written(whistle: Whistle, initial: SituationReport | None) -> Link:
    timed = _limited(whistle, "district_written", whistle.blown_at)
    found = _link("written", 1, _state(initial), timed, whistle.blown_at, initial)
    told = whistle.told.get("district_written")
    if found.at is None and told is not None and any(stage == "initial" for stage, _ in whistle.reports):
        return Link(
            "written", 1, DONE, *timed[:1], whistle.blown_at, timed[1], told[0], receiver=told[1], step="delivered"
        )
    return found


def _update(whistle: Whistle, report: SituationReport | None, rank: int, start: int | None) -> Link:
    return _link("update", rank, _state(report), _limited(whistle, "update", start), start, report)


def _final(whistle: Whistle, final: SituationReport | None, over: int | None, *, sent: bool) -> Link:
    timed = _limited(whistle, "final", over)
    state = _state(final) if final is not None or (over is not None and sent) else LATER
    if over is None:
        timed = (whistle.limits.get("final"), None)
    return _link("final", 1, state, timed, over, final)


def _supplements(ordered: Sequence[SituationReport], final: SituationReport | None, now: int) -> list[Link]:
    """What was reported again, and the days in which it has to be."""
    found = [one for one in ordered if one.stage == "supplement"]
    until = final.watch_until if final is not None else None
    links = [
        Link("supplement", rank, _state(one), until=until, **_of(one))  # type: ignore[arg-type]
        for rank, one in enumerate(found, start=1)
    ]
    waiting = any(one.open for one in found)
    if not waiting:
        watched = until is not None and now <= until
        links.append(Link("supplement", len(found) + 1, RUNNING if watched else LATER, until=until, step="due"))
    return links
