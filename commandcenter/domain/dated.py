"""What a record said on a day of the past: its history cut into spans, each with the fields that held then.

The present is the fold of all changes (``record``). Some fields tell where somebody or something *stands* - the holder of
a post, the street a building belongs to, the name of an alley; when they change, that is news from that day on and the day
before keeps what it said. Everything else is a correction and holds for the whole span.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain.record import PROGRAM, Change, Record
from commandcenter.domain.value import whole

TELLING: Mapping[str, tuple[str, ...]] = {
    "place": ("name", "kind", "community", "street", "grids"),
    "person": ("post",),
    "appointment": ("person", "role", "target"),
    "unit": ("name",),
}
"""The fields of a family whose change begins a new span."""

_DATES = ("since", "until")


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when (epoch milliseconds; ``until`` is the first instant after it, None = it lasts) what held."""

    since: int
    until: int | None
    fields: Mapping[str, Any]

    def covers(self, instant: int) -> bool:
        """Whether it held at an instant."""
        return self.since <= instant and (self.until is None or instant < self.until)


def spans(record: Record) -> tuple[Span, ...]:
    """The spans of a record with its history, oldest change first; spans without length are left out.

    A record that tells ``since`` and ``until`` itself begins and ends with them, however late it was entered: an appointment
    of last Monday that is written today was in force on Tuesday. Told ends and the day it was taken out of use: the earlier
    counts, unless the end was told afterwards, which is a correction.
    """
    telling = TELLING.get(record.subject.partition("/")[0], ())
    found: list[Span] = []
    fields: dict[str, Any] = {}
    running = False
    for change in record.history:
        if change.verb in ("listed", "amended"):
            news = _news(change, fields)
            moved = any(name in news and news[name] != fields.get(name) for name in telling)
            fields |= news
            if not found:
                found, running = [_begun(change, fields, news)], True
            elif running and moved:
                begun = _begun(change, fields, news)
                found = [*found[:-1], _ended(found[-1], begun.since), begun]
            elif running or any(name in news for name in _DATES):
                found[-1] = _corrected(found[-1], fields, news, running=running)
        elif change.verb == "retired" and running:
            found[-1], running = _ended(found[-1], change.at), False
        elif change.verb == "restored" and found and not running:
            found, running = [*found, Span(change.at, _until(fields), dict(fields))], True
    return tuple(span for span in found if span.until is None or span.until > span.since)


def _news(change: Change, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a change brings; what the program brought yields to what the office wrote."""
    if change.origin == PROGRAM:
        return {name: value for name, value in change.fields.items() if name not in fields}
    return dict(change.fields)


def _until(fields: Mapping[str, Any]) -> int | None:
    return whole(fields.get("until"))


def _begun(change: Change, fields: Mapping[str, Any], news: Mapping[str, Any]) -> Span:
    told = whole(news.get("since"))
    return Span(change.at if told is None else told, _until(fields), dict(fields))


def _ended(span: Span, at: int) -> Span:
    return replace(span, until=at if span.until is None else min(span.until, at))


def _corrected(span: Span, fields: Mapping[str, Any], news: Mapping[str, Any], *, running: bool) -> Span:
    since = whole(news.get("since"))
    until = _until(fields) if running or "until" in news else span.until
    if not running and until is None:
        until = span.until
    kept = dict(fields) if running else dict(span.fields)
    return Span(span.since if since is None else since, until, kept)


def held(found: Sequence[Span], instant: int) -> Span | None:
    """The span that held at an instant; the one begun last where two overlap."""
    return max((span for span in found if span.covers(instant)), key=lambda span: span.since, default=None)
