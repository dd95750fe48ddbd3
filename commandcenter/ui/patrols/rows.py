"""The lists of patrols: the turns of a day at the left; open spots and findings of the chosen one at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.patrol import UNDER_WAY, Finding, Patrol
from commandcenter.journal.reading.patrols import PatrolRow, Spot
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.patrol_words import HOWS, LOOKS, MAKE_UPS, STAGES, patrol_word
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

_CHIPS = {
    "planned": ("clock", "plain"),
    "signed_in": ("footprints", "blue"),
    "walking": ("footprints", "blue"),
    "finding": ("triangle-alert", "warn"),
    "ended": ("check", "done"),
    "cancelled": ("circle-minus", "plain"),
    "missed": ("triangle-alert", "warn"),
}


def window_words(start: int | None, end: int | None) -> str:
    """``07:00-10:00``; a dash for a walk without a window."""
    return f"{when.clock(start)}-{when.clock(end)}" if start is not None and end is not None else when.UNKNOWN


def stage_of(row: PatrolRow | Patrol, now: int) -> str:
    """The stage that is shown: a turn whose window has passed is missed."""
    return "missed" if row.missed(now) else row.stage


def over_time(row: PatrolRow | Patrol, now: int) -> bool:
    """Somebody is still walking though the window has passed: nobody has heard that they are back."""
    return row.stage in UNDER_WAY and row.window_end is not None and row.window_end < now


def stage_words(row: PatrolRow, now: int) -> str:
    """The word for where a patrol stands."""
    if over_time(row, now) and row.stage != "finding":
        return translate("Patrols", "out over time")
    if row.missed(now) and row.make_up:
        return patrol_word(MAKE_UPS, row.make_up)
    return patrol_word(STAGES, stage_of(row, now))


@dataclass(frozen=True, slots=True)
class SpotLine:
    """A line at the right: an open spot to be looked at first, or a finding of this walk."""

    id: str
    spot: Spot | None
    finding: Finding
    words: str
    looked: str = ""
    number: str = ""

    @property
    def own(self) -> bool:
        """Whether it was found on this walk."""
        return self.spot is None


def lines_of(state: Patrol, spots: Sequence[Spot], numbers: Mapping[str, str]) -> list[SpotLine]:
    """What is to be looked at, what was looked at, then what was found. ``numbers`` are those of cases by their ids."""
    looked = {look.spot: look for look in state.looks}
    found = []
    for spot in spots:
        look = looked.get(spot.key)
        number = numbers.get(spot.finding.case, "")
        found.append(SpotLine(spot.key, spot, spot.finding, spot.finding.words, look.result if look else "", number))
    own = [SpotLine(one.id, None, one, one.words, "", numbers.get(one.case, "")) for one in state.findings]
    return found + own


class TurnPainter(RowPainter):
    """A turn: its window, the street, who walks, where it stands, what was found."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("window", translate("Patrols", "Window"), 96, 1),
            Column("place", translate("Patrols", "Street"), 92, 3),
            Column("person", translate("Patrols", "Who walks"), 64, 2),
            Column("role", translate("Patrols", "Post"), 62, 1, drop=2),
            Column("found", translate("Patrols", "Found"), 36, align="right", drop=1),
            Column("stage", translate("Patrols", "State"), 92),
        ]
        super().__init__(look, Columns(look, columns), parent, height=38)
        self._reference = reference
        self.now = 0
        self.day = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PatrolRow) -> None:
        look, directory = self.look, self._reference.directory
        ended = row.stage in ("ended", "cancelled")
        if column == "window":
            start = row.window_start if row.window_start is not None else row.begun_at
            words = window_words(row.window_start, row.window_end) if row.window_end is not None else when.clock(start)
            if row.day != self.day:
                day = f"{row.day // 100 % 100}-{row.day % 100}"
                words = f"{day} {words}"
                if look.width(words, "caption") > rect.width():  # the day and the beginning are never cut
                    words = f"{day} {when.clock(start)}"
            paint.elided(p, look, rect, words, "caption", "tx3" if ended else "tx2")
        elif column == "place":
            place = directory.places.get(row.place)
            paint.elided(p, look, rect, place.name if place else row.place, "name", "tx2" if ended else "tx1")
        elif column == "person":
            person = directory.people.get(row.person)
            nobody = translate("Patrols", "nobody")
            words = person.name if person else (row.person or nobody)
            paint.elided(p, look, rect, words, "body", "tx2" if row.person else "amb")
        elif column == "role":
            paint.elided(p, look, rect, word(ROLES, row.role), "caption", "tx3")
        elif column == "found":
            if row.findings:
                tone = "amb" if row.open_spots else "tx2"
                paint.text(p, look, rect, str(row.findings), "body", tone, paint.RIGHT)
        else:
            icon, tone = _CHIPS[stage_of(row, self.now)]
            tone = "warn" if over_time(row, self.now) else tone
            late = row.stage == "ended" and row.on_time is False
            words = translate("Patrols", "late") if late else stage_words(row, self.now)
            shown = Chip(words, icon, "plain" if row.missed(self.now) and not row.owed(self.now) else tone)
            box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(23))
            paint.chip(p, look, box, shown)


class SpotPainter(RowPainter):
    """A spot or a finding: what kind, what was seen, where, what became of it."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("at", translate("Patrols", "Since"), 82, drop=2),
            Column("what", translate("Patrols", "What was found"), 130, 5),
            Column("where", translate("Patrols", "Where"), 84, 2, drop=1),
            Column("became", translate("Patrols", "What became of it"), 160, 2),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self._reference = reference
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SpotLine) -> None:
        look, one = self.look, row.finding
        if column == "at":
            at = when.moment(one.at, self.now) if one.at is not None else when.UNKNOWN
            paint.elided(p, look, rect, at, "caption", "tx3")
        elif column == "what":
            x = rect.left()
            if one.danger:
                size = look.px(16)
                p.drawPixmap(x, rect.center().y() - size // 2, look.icon("triangle-alert", "amb", size))
                x += size + look.px(6)
            if one.photos:
                size = look.px(16)
                p.drawPixmap(x, rect.center().y() - size // 2, look.icon("image", "tx3", size))
                x += size + look.px(6)
            box = QRect(x, rect.top(), rect.right() - x, rect.height())
            paint.elided(p, look, box, one.words or when.UNKNOWN, "name" if one.open else "body", "tx1")
        elif column == "where":
            paint.elided(p, look, rect, one.where, "body", "tx2")
        else:
            words, tone = became(row)
            paint.elided(p, look, rect, words, "body", tone)


def became(row: SpotLine) -> tuple[str, str]:
    """What became of a finding, and the tone it is told in."""
    one = row.finding
    if not row.own:
        if row.looked:
            return patrol_word(LOOKS, row.looked), "ok" if row.looked == "closed" else "amb"
        return translate("Patrols", "look at it first"), "amb"
    if not one.open and one.seen:
        return translate("Patrols", "done with, seen later"), "ok"
    if one.outcome == "reported":
        return translate("Patrols", "case {number}").format(number=short_number(row.number)), "acc"
    if one.outcome == "handled":
        how = patrol_word(HOWS, one.how)
        solved = translate("Patrols", "solved") if one.solved else translate("Patrols", "still there")
        return f"{how} · {solved}", "ok" if one.solved else "amb"
    return translate("Patrols", "to be decided"), "amb"
