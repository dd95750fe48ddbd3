"""The list of hazard points: where, why, how likely and when, who repairs, how far, what the look-back found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter

from commandcenter.desk.reference import Reference
from commandcenter.domain.topic import Hazard, Topic
from commandcenter.ui.foresight_words import LIKELIHOODS, LOOKS, PROGRESS, foresight_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.days import short_day
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

FILTERS = ("all", "recurred", "repairing", "to_look")


@dataclass(frozen=True, slots=True)
class HazardRow:
    """A hazard as the list shows it."""

    key: str
    ordinal: int
    name: str
    cause: str
    likely: str
    who: str
    state: str
    tone: str
    look: str
    look_tone: str
    icon: str
    basis: str


def point_name(hazard: Hazard, reference: Reference) -> str:
    """The name of a point: that of its place, else its address."""
    place = reference.directory.places.get(hazard.place)
    return place.name if place is not None else hazard.point or hazard.place or "—"


def hazard_rows(topic: Topic, reference: Reference, now: int, which: str = "all") -> list[HazardRow]:
    """The rows of a topic, those that came again first, then as they were listed."""
    rows = []
    ordered = sorted(topic.points, key=lambda one: (_came_again(one) is False, -one.times))
    for place, one in enumerate(ordered, start=1):
        if which == "recurred" and not _came_again(one):
            continue
        if which == "repairing" and one.progress not in ("dispatched", "repairing"):
            continue
        if which == "to_look" and not _to_look(topic, one):
            continue
        rows.append(_row(place, one, reference, now))
    return rows


def filter_counts(topic: Topic) -> tuple[int, int, int, int]:
    """How many points each filter shows."""
    points = topic.points
    return (
        len(points),
        sum(map(_came_again, points)),
        sum(one.progress in ("dispatched", "repairing") for one in points),
        sum(_to_look(topic, one) for one in points),
    )


def _came_again(one: Hazard) -> bool:
    return bool(one.looks) and one.looks[-1].found == "recurred"


def _to_look(topic: Topic, one: Hazard) -> bool:
    open_rounds = [turn.year for turn in topic.rounds if turn.done_at is None]
    return any(one.look(year) is None for year in open_rounds)


def _row(place: int, one: Hazard, reference: Reference, now: int) -> HazardRow:
    parts = [foresight_word(LIKELIHOODS, one.likelihood) if one.likelihood else "", one.expected]
    state = foresight_word(PROGRESS, one.progress)
    if one.repaired_at is not None:
        state = f"{state} {short_day(one.repaired_at)}"
    elif one.due_at is not None and one.progress != "long_term":
        state = translate("Hazards", "{state}, by {day}").format(state=state, day=short_day(one.due_at))
    late = one.due_at is not None and one.due_at < now and one.repaired_at is None and one.progress != "long_term"
    last = one.looks[-1] if one.looks else None
    look, icon, tone = ("—", "", "tx3")
    if last is not None:
        tones = {
            "fine": ("circle-check", "ok"),
            "recurred": ("triangle-alert", "amb"),
            "unseen": ("circle-help", "tx2"),
        }
        icon, tone = tones[last.found]
        look = foresight_word(LOOKS, last.found)
    years = translate("Hazards", "{n} cases, {years} years").format(n=one.times, years=len(one.years))
    basis = f"{short_day(last.at)} {last.words}".strip() if last is not None and last.words else years
    return HazardRow(
        key=one.id,
        ordinal=place,
        name=point_name(one, reference),
        cause=one.cause or "—",
        likely=" · ".join(part for part in parts if part) or "—",
        who=reference.unit_name(one.repairer) if one.repairer else "—",
        state=state,
        tone="amb" if late or one.progress == "long_term" else "tx1",
        look=look,
        look_tone=tone,
        icon=icon,
        basis=basis,
    )


def hazard_columns(look: Look) -> Columns:
    """The columns of the list."""
    return Columns(
        look,
        [
            Column("ordinal", "", 18),
            Column("name", translate("Hazards", "Point"), 128, 4),
            Column("cause", translate("Hazards", "Cause"), 104, 3, "left", 3),
            Column("likely", translate("Hazards", "Likely · when"), 92, 1, "left", 2),
            Column("who", translate("Hazards", "Who repairs"), 92, 2),
            Column("state", translate("Hazards", "Progress"), 108, 1),
            Column("look", translate("Hazards", "Look-back"), 78, 1),
            Column("basis", translate("Hazards", "On what"), 108, 3, "left", 1),
        ],
    )


class HazardPainter(RowPainter):
    """Paints the list; what came again is amber with a triangle, what holds is teal with a tick."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, hazard_columns(look), height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look = self.look
        told: HazardRow = row
        if column == "look":
            size = look.px(15)
            if told.icon:
                at = QPointF(rect.left(), rect.center().y() - size / 2)
                p.drawPixmap(at, look.icon(told.icon, told.look_tone, size))
                rect = rect.adjusted(size + look.px(6), 0, 0, 0)
            tone = told.look_tone if told.look_tone != "ok" else "tx1"
            paint.elided(p, look, rect, told.look, "body", tone)
        elif column == "state":
            paint.elided(p, look, rect, told.state, "body", told.tone)
        elif column == "name":
            paint.elided(p, look, rect, told.name, "name", "tx1")
        elif column == "ordinal":
            paint.elided(p, look, rect, str(told.ordinal), "body", "tx3")
        else:
            paint.elided(p, look, rect, str(getattr(told, column)), "body", "tx2")


def filter_words(topic: Topic | None) -> list[str]:
    """The words of the filters with their counts."""
    counts: Sequence[int] = filter_counts(topic) if topic is not None else (0, 0, 0, 0)
    names = (
        translate("Hazards", "All {n}"),
        translate("Hazards", "Came again {n}"),
        translate("Hazards", "In repair {n}"),
        translate("Hazards", "To look at {n}"),
    )
    return [name.format(n=count) for name, count in zip(names, counts, strict=True)]
