"""A roster that was taken over from a file: one act, kept as a record, so that it can be taken back as one.

The record stands last in the act. ``events`` is how many entries came before it, ``subjects`` what they are about; neither
names nor numbers of people lie in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.command import Batch, Command
from commandcenter.domain.event import Fact
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RestoreRecord, RetireRecord, demands
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

FAMILY = "roster_import"


@dataclass(frozen=True, slots=True)
class RosterImport:
    """A file that was taken over: its name, since when it holds (``since``), when it was taken over (``at``), how much came.

    ``counts`` are new, changed, gone; it is not ``active`` once it was taken back.
    """

    id: str
    file: str
    since: int
    at: int
    counts: Mapping[str, int] = field(default_factory=dict)
    subjects: Sequence[str] = ()
    events: int = 0
    active: bool = True


def roster_import_of(record: Record) -> RosterImport:
    """The import in a record, with gaps where fields are missing."""
    told, subjects = record.get("counts"), record.get("subjects")
    return RosterImport(
        id=record.id,
        file=str(record.get("file", "")),
        since=whole(record.get("since")) or 0,
        at=whole(record.get("at")) or 0,
        counts={str(name): whole(count) or 0 for name, count in told.items()} if isinstance(told, Mapping) else {},
        subjects=tuple(map(str, subjects)) if isinstance(subjects, list | tuple) else (),
        events=whole(record.get("events")) or 0,
        active=record.active,
    )


@demands(FAMILY)
def _check(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("file", "")).strip():
        raise Refused("name_missing")
    if (whole(fields.get("events")) or 0) < 1 or not isinstance(fields.get("subjects"), list | tuple):
        raise Refused("field_unknown", fields=["events", "subjects"])


def leaves(command: Command) -> list[Command]:
    """The single acts in a command, in order."""
    return [one for part in command.commands for one in leaves(part)] if isinstance(command, Batch) else [command]


def taken_over(key: str, file: str, since: int, at: int, counts: Mapping[str, int], steps: Sequence[Command]) -> Batch:
    """The acts of an import and its record as one act. Refuses ``nothing_changed`` without any."""
    acts = [act for step in steps for act in leaves(step)]
    if not acts:
        raise Refused("nothing_changed")
    fields = {
        "file": file,
        "since": since,
        "at": at,
        "counts": dict(counts),
        "subjects": sorted({str(act.subject) for act in acts if isinstance(act, _Recorded)}),
        "events": len(acts),
    }
    record = ListRecord(subject=f"{FAMILY}/{key}", fields=fields)
    return Batch(commands=(*acts, record), channel="import")


_Recorded = ListRecord | AmendRecord | RetireRecord | RestoreRecord


@dataclass(frozen=True, slots=True)
class WayBack:
    """What takes an import back, and the subjects that were changed since and stay as they are now."""

    command: Batch
    kept: Sequence[str] = ()


def way_back(
    told: RosterImport, listing: Fact, facts: Mapping[str, Sequence[Fact]], now: int, reason: str = ""
) -> WayBack:
    """The act that undoes an import as an entry of its own: nothing is deleted, both stay in the history.

    ``listing`` is the entry of its record, ``facts`` every entry of its subjects in causal order. What somebody changed since
    is left as it is now. ``now`` is epoch milliseconds.
    """
    steps: list[Command] = []
    kept: list[str] = []
    for subject in told.subjects:
        lines = facts.get(subject, ())
        ours = [at for at, fact in enumerate(lines) if _belongs(fact, listing, told.events)]
        if not ours:
            continue
        later = [fact for fact in lines[ours[-1] + 1 :] if fact not in [lines[at] for at in ours]]
        back = _undone(subject, lines[: ours[0]], [lines[at] for at in ours], later, now, reason)
        if back is None:
            kept.append(subject)
        else:
            steps += back
    steps.sort(key=_order)
    close = RetireRecord(subject=f"{FAMILY}/{told.id}", reason=reason)
    return WayBack(Batch(commands=(*steps, close)), tuple(kept))


def _order(step: Command) -> bool:
    """Posts end before the people and places they tie together."""
    return not str(getattr(step, "subject", "")).startswith("appointment/")


def _belongs(fact: Fact, listing: Fact, events: int) -> bool:
    return fact.id.node == listing.id.node and listing.id.seq - events <= fact.id.seq < listing.id.seq


def _undone(
    subject: str, before: Sequence[Fact], ours: Sequence[Fact], later: Sequence[Fact], now: int, reason: str
) -> list[Command] | None:
    """The acts that undo those of one subject; None when somebody touched the same since."""
    verbs = [fact.verb for fact in ours]
    if "listed" in verbs:
        if any(fact.verb in ("retired", "restored") for fact in later):
            return None
        at = _began(ours[verbs.index("listed")], now)
        return [RetireRecord(subject=subject, reason=reason, happened_at=at)]
    steps: list[Command] = []
    for fact in reversed(ours):
        if fact.verb == "retired":
            if any(other.verb == "restored" for other in later):
                return None
            steps.append(RestoreRecord(subject=subject, reason=reason, happened_at=fact.happened_at))
        elif fact.verb == "restored":
            steps.append(RetireRecord(subject=subject, reason=reason, happened_at=fact.happened_at))
    fields, words = _touched(ours)
    new_fields, new_words = _touched(later)
    if (set(fields) & set(new_fields)) or (set(words) & set(new_words)):
        return None
    old_fields, old_words = _touched(before)
    if fields or words:
        at = ours[-1].happened_at
        steps.append(
            AmendRecord(
                subject=subject,
                fields={name: old_fields.get(name, _empty(value)) for name, value in fields.items()},
                words={name: old_words.get(name, "") for name in words},
                reason=reason,
                happened_at=at if at <= now else None,
            )
        )
    return steps


def _began(fact: Fact, now: int) -> int:
    """When what was entered began: taken back from then on it never was."""
    told = fact.body.get("fields")
    since = whole(told.get("since")) if isinstance(told, Mapping) else None
    return min(now, fact.happened_at if since is None else since)


def _touched(facts: Sequence[Fact]) -> tuple[dict[str, Any], dict[str, Any]]:
    fields: dict[str, Any] = {}
    words: dict[str, Any] = {}
    for fact in facts:
        told = fact.body.get("fields")
        if fact.verb in ("listed", "amended"):
            fields |= told if isinstance(told, Mapping) else {}
            words |= fact.private or {}
    return fields, words


def _empty(value: Any) -> Any:
    """What stands where nothing was told before."""
    return "" if isinstance(value, str) else [] if isinstance(value, list | tuple) else None
