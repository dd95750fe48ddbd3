"""From a folded state to the rows the screens read. Pure: the same state gives the same rows on every desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from commandcenter.domain.category import levels
from commandcenter.domain.dated import TELLING, spans
from commandcenter.domain.record import Record, record_in
from commandcenter.domain.subjects import family_of
from commandcenter.journal.codec import to_json
from commandcenter.journal.initials import initials

if TYPE_CHECKING:  # states come in folded; none is made here
    from commandcenter.domain.call import Call
    from commandcenter.domain.case import Attachment, Case
    from commandcenter.domain.command_post import Post
    from commandcenter.domain.deadline import Deadline
    from commandcenter.domain.duty import Shift
    from commandcenter.domain.office import Seat
    from commandcenter.domain.order import Order
    from commandcenter.domain.patrol import Patrol
    from commandcenter.domain.report_in import ReportIn
    from commandcenter.domain.review import Review
    from commandcenter.domain.sitrep import SituationReport
    from commandcenter.domain.whistle import Whistle


class Row(NamedTuple):
    """A projection row: its table, and column → value."""

    table: str
    values: Mapping[str, Any]


KEYS: Mapping[str, tuple[str, ...]] = {
    "record": ("subject",),
    "seat": ("subject",),
    "case_row": ("id",),
    "attachment": ("subject", "sha256"),
    "deadline": ("subject", "clock"),
    "whistle": ("id",),
    "report_in": ("whistle", "unit"),
    "post": ("whistle",),
    "task_order": ("subject",),
    "sitrep": ("subject",),
    "review": ("whistle",),
    "matter": ("subject",),
    "tally": ("dim", "month", "key", "ground"),
    "call_row": ("id",),
    "patrol_row": ("id",),
}
"""The projection tables that can be dropped and rebuilt, with what makes a row one row. ``tally`` sums up ``case_row``."""

MATTERS: tuple[str, ...] = (
    "admission",
    "monthly",
    "supervision",
    "muster",
    "warning",
    "supply",
    "transfer",
    "joint",
    "drill_run",
    "print",
    "privacy",
    "erasure_request",
    "problem",
    "consultation",
    "proposal",
    "attendance",
    "foresight",
    "topic",
    "call_list",
    "handover",
    "occasion",
)
"""Families whose subjects stand in the one table of matters: slow whistles, warnings, what belongs to an incident.

Their states tell ``known``, ``mode``, ``parent`` (the id of the whistle or office matter they belong to, or empty), ``stage``,
``number``, ``opened_at`` and ``closed_at``; a question that needs more reads the folded state.
"""

LOCAL_COLUMNS: Mapping[str, tuple[str, ...]] = {"case_row": ("doc",)}
"""Columns that belong to this file alone and are left out of the canonical digest."""


def rows_of(subject: str, state: Any) -> list[Row]:
    """The rows of a subject. None for a subject of which nothing is known."""
    family = family_of(subject)
    if family.name == "case":
        return _case(subject, state, family.deadlines(state))
    make = _MAKERS.get(family.name)
    if make is None:
        return []
    rows = make(subject, state)
    if rows:
        mode = getattr(state, "mode", "real")
        rows += [_deadline(subject, mode, line) for line in family.deadlines(state)]
    return rows


def search_text(state: Case) -> str:
    """What of a case can be found by its words; the parts are separated so that no word spans two of them."""
    if not state.known:
        return ""
    parts = (
        state.number,
        state.source_number,
        state.title,
        state.place_words,
        state.reporter,
        state.phone,
        state.text,
    )
    return "\n".join(part for part in parts if part)


def _deadline(subject: str, mode: str, line: Deadline) -> Row:
    raised = line.raised
    return Row(
        "deadline",
        {
            "subject": subject,
            "clock": line.name,
            "mode": mode,
            "started_at": line.started_at,
            "warn_at": line.warn_at,
            "due_at": line.due_at,
            "met_at": line.met_at,
            "stopped": int(line.stopped),
            "warn_raised_at": raised.at.get("due" if line.reminder else "warn"),
            "due_raised_at": raised.at.get("due"),
            "expired": int("due" in raised.expired),
            "acknowledged_at": raised.acknowledged_at,
        },
    )


_SPELT = frozenset(("place", "person", "unit", "plan", "drill", "responsibility", "procedure", "group", "branch"))
_SPELT_OUT = frozenset(("place", "person"))
"""Families whose names are found by whole syllables, too."""


def _record(subject: str, state: Record | Shift) -> list[Row]:
    record = record_in(state)
    if not record.known:
        return []
    family, _, key = subject.partition("/")
    name = str(record.words.get("name") or record.fields.get("name") or "")
    if family == "category":
        name = "/".join(levels(record.fields.get("path")))
    extra = _dated(family, record) if isinstance(state, Record) else state.life
    if family == "responsibility":
        name = str(record.fields.get("text") or "")
    spelt = family in _SPELT
    return [
        Row(
            "record",
            {
                "subject": subject,
                "family": family,
                "id": key,
                "name": name,
                "initials": initials(name, full=family in _SPELT_OUT) if spelt else "",
                "active": int(record.active),
                "version": record.version,
                "changed_at": record.changed_at,
                "fields": to_json(record.fields),
                "words": to_json(record.words),
                "extra": to_json(extra),
            },
        )
    ]


def _dated(family: str, record: Record) -> dict[str, Any]:
    """What a record said on days of the past: of a post all of it, of others only where it was ever another."""
    if family not in TELLING:
        return {}
    found = spans(record)
    if family != "appointment" and len(found) < 2 and all(span.until is None for span in found):
        return {}
    names = TELLING[family] + (("rank", "note") if family == "appointment" else ())
    told = [{name: span.fields[name] for name in names if name in span.fields} for span in found]
    return {"spans": [[span.since, span.until, fields] for span, fields in zip(found, told, strict=True)]}


def _seat(subject: str, state: Seat) -> list[Row]:
    values = {
        "subject": subject,
        "person": state.person,
        "role": state.role,
        "assurance": state.assurance,
        "since": state.since,
    }
    return [Row("seat", values)]


def _case(subject: str, state: Case, lines: Sequence[Deadline]) -> list[Row]:
    """The row of a case and those of its clocks; of an ended one only clocks that run on or ran out stand there."""
    if not state.known:
        return []
    running = [line for line in lines if line.met_at is None and not line.stopped]
    clocks = lines if state.open else [line for line in lines if line.raised.at or line in running]
    pressing = min(
        (line for line in running if not line.reminder), key=lambda line: (line.due_at, line.name), default=None
    )
    lead = state.lead
    return [
        Row(
            "case_row",
            {
                "id": state.id,
                "number": state.number,
                "source": state.source,
                "source_number": state.source_number,
                "channel": state.channel,
                "stage": state.stage,
                "open": int(state.open),
                "history": int(state.stage == "history"),
                "grade": state.grade,
                "category": state.category,
                "place": state.place,
                "community": state.community,
                "lead": lead.unit if lead else "",
                "others": " ".join(line.unit for line in state.assignees if line is not lead),
                "received_at": state.received_at,
                "registered_at": state.registered_at,
                "next_due": pressing.due_at if pressing else None,
                "next_clock": pressing.name if pressing else "",
                "next_start": pressing.started_at if pressing else None,
                "next_warn": pressing.warn_at if pressing else None,
                "provisional": int(state.open and state.given.provisional),
                "limit_unit": state.given.unit if state.due_at is not None else "",
                "escalated": " ".join(
                    sorted({one.person or one.to for one in state.escalated.values() if one.taken_at is None})
                ),
                "due_at": state.due_at,
                "contact_due_at": state.contact_due_at,
                "contacted_at": state.contacted_at,
                "fed_back_at": state.fed_back_at,
                "closed_at": state.closed_at,
                "solved": None if state.solved is None else int(state.solved),
                "satisfied": None if state.satisfied is None else int(state.satisfied),
                "result": state.result,
                "pressed": state.pressed,
                "anonymous": int(state.anonymous),
                "whistles": " ".join(state.whistles),
                "nature": state.nature,
                "grid": state.grid,
                "collective": state.collective,
                "proactive": int(state.proactive),
                "ground": state.ground,
                "procedure": state.procedure,
                "told": state.told,
                "merged_into": state.merged_into,
                "repeats": len(state.linked) + len(state.absorbed),
                "attachments": len(state.files),
                "redone": state.redone,
                "extended": state.extended,
                "called_back_at": state.called_back_at,
                "review_at": state.review_at,
                "changed_at": state.changed_at,
                "title": state.title,
                "place_words": state.place_words,
                "reporter": state.reporter,
                "phone": state.phone,
                "text": state.text,
            },
        ),
        *(_attachment(subject, one) for one in state.attachments),
        *(_deadline(subject, "real", line) for line in clocks),
    ]


def _attachment(subject: str, one: Attachment) -> Row:
    values = {
        "subject": subject,
        "sha256": one.sha256,
        "size": one.size,
        "media": one.media,
        "attached_at": one.at,
        "gone": one.gone,
    }
    return Row("attachment", values)


def _map_layer(subject: str, state: Record) -> list[Row]:
    """The record of a base layer, and the stored contents it ever had: none of them is swept away while its history stands."""
    rows = _record(subject, state)
    for change in state.history:
        content, size = change.fields.get("content"), change.fields.get("size")
        if isinstance(content, str) and content and rows:
            values = {
                "subject": subject,
                "sha256": content,
                "size": size if type(size) is int else 0,
                "media": "application/geo+json",
                "attached_at": change.at,
                "gone": "",
            }
            rows.append(Row("attachment", values))
    return rows


def _call(subject: str, state: Call) -> list[Row]:
    """The row of a call: what lists and counts ask. ``phone`` holds the digits alone, by which a caller is known again."""
    if not state.known:
        return []
    values = {
        "id": state.id,
        "number": state.number,
        "mode": state.mode,
        "at": state.at,
        "direction": state.direction,
        "unit": state.unit,
        "taker": state.taker,
        "outcome": state.outcome,
        "waits": " ".join(state.waits),
        "phone": state.digits,
        "case_id": state.case,
        "whistle": state.whistle,
        "state": to_json(state),
    }
    return [Row("call_row", values)]


def _patrol(subject: str, state: Patrol) -> list[Row]:
    """The row of a patrol: what lists, calendars and figures count. Its words are folded from its entries when it is opened."""
    if not state.known:
        return []
    looked = [one.seen[0] for one in state.findings if one.seen]
    values = {
        "id": state.id,
        "plan": state.plan,
        "place": state.place,
        "community": state.community,
        "role": state.role,
        "person": state.person,
        "day": state.day,
        "window_start": state.window_start,
        "window_end": state.window_end,
        "stage": state.stage,
        "reason": state.reason,
        "begun_at": state.begun_at,
        "ended_at": state.ended_at,
        "length_m": state.length_m,
        "findings": len(state.findings),
        "handled": sum(one.outcome == "handled" and one.solved for one in state.findings),
        "cases": sum(bool(one.case) for one in state.findings),
        "open_spots": len(state.open_spots),
        "looked": len(looked),
        "closed_next": sum(look.result == "closed" for look in looked),
        "made_up": state.make_up_step,
    }
    photos = {photo.sha256: photo for one in state.findings for photo in one.photos}
    files = [
        Row(
            "attachment",
            {
                "subject": subject,
                "sha256": photo.sha256,
                "size": photo.size,
                "media": photo.media,
                "attached_at": photo.at,
                "gone": photo.gone,
            },
        )
        for photo in photos.values()
    ]
    return [Row("patrol_row", values), *files]


def _whistle(subject: str, state: Whistle) -> list[Row]:
    if not state.known:
        return []
    values = {
        "id": state.id,
        "number": state.number,
        "mode": state.mode,
        "kind": state.kind,
        "stage": state.stage,
        "plan": state.plan,
        "place": state.place,
        "blown_at": state.blown_at,
        "stood_down_at": state.stood_down_at,
        "closed_at": state.closed_at,
        "state": to_json(state),
    }
    return [Row("whistle", values)]


def _report_in(subject: str, state: ReportIn) -> list[Row]:
    if not state.listed and not state.entries:
        return []

    def at(name: str) -> int | None:
        entry = state.milestone(name)
        return entry.at if entry else None

    values = {
        "whistle": state.whistle,
        "unit": state.unit,
        "ordinal": state.ordinal,
        "mode": state.mode,
        "relation": state.relation,
        "furthest": state.furthest,
        "outcome": state.outcome.name if state.outcome else "",
        "listed_at": state.listed_at,
        "answered_at": at("answered"),
        "left_at": at("left"),
        "arrived_at": at("arrived"),
        "done_at": at("done"),
        "released_at": at("release_approved"),
        "back_at": at("back"),
        "people": state.people,
        "state": to_json(state),
    }
    return [Row("report_in", values)]


def _post(subject: str, state: Post) -> list[Row]:
    if not state.step:
        return []
    values = {
        "whistle": subject.partition("/")[2],
        "mode": state.mode,
        "stage": state.stage,
        "set_up_at": state.set_up_at,
        "state": to_json(state),
    }
    return [Row("post", values)]


def _order(subject: str, state: Order) -> list[Row]:
    if not state.known:
        return []
    values = {
        "subject": subject,
        "whistle": subject.partition("/")[2].partition("/")[0],
        "mode": state.mode,
        "unit": state.unit,
        "given_at": state.given_at,
        "due_at": state.due_at,
        "done_at": state.done_at,
        "open": int(state.open),
        "state": to_json(state),
    }
    return [Row("task_order", values)]


def _sitrep(subject: str, state: SituationReport) -> list[Row]:
    if not state.known:
        return []
    values = {
        "subject": subject,
        "whistle": subject.partition("/")[2].partition("/")[0],
        "mode": state.mode,
        "stage": state.stage,
        "ordinal": state.ordinal,
        "issued_at": state.issued_at,
        "state": to_json(state),
    }
    return [Row("sitrep", values)]


def _review(subject: str, state: Review) -> list[Row]:
    if not state.subject:
        return []
    return [
        Row("review", {"whistle": subject.partition("/")[2], "mode": state.mode, "state": to_json(state)}),
    ]


def _matter(subject: str, state: Any) -> list[Row]:
    if not state.known:
        return []
    values = {
        "subject": subject,
        "family": subject.partition("/")[0],
        "parent": state.parent,
        "mode": state.mode,
        "stage": state.stage,
        "number": state.number,
        "opened_at": state.opened_at,
        "closed_at": state.closed_at,
        "state": to_json(state),
    }
    return [Row("matter", values)]


_RECORDS = (
    *(
        "office",
        "node",
        "limit",
        "calendar",
        "case_view",
        "rota",
        "equipment",
        "category",
        "unit",
        "place",
        "person",
        "appointment",
        "plan",
        "drill",
        "formula",
        "matter_kind",
        "responsibility",
        "procedure",
        "warning_plan",
        "case_limit",
        "escalation",
        "foresight_rule",
        "patrol_plan",
        "patrol_list",
        "shape",
        "map_layer",
        "absence",
        "group",
        "branch",
        "staff",
        "roster_import",
        "obligation",
    ),
    "shift",
)

_MAKERS: Mapping[str, Callable[[str, Any], list[Row]]] = {
    **dict.fromkeys(_RECORDS, _record),
    "map_layer": _map_layer,
    **dict.fromkeys(MATTERS, _matter),
    "seat": _seat,
    "whistle": _whistle,
    "report_in": _report_in,
    "post": _post,
    "order": _order,
    "sitrep": _sitrep,
    "review": _review,
    "patrol": _patrol,
    "call": _call,
}
