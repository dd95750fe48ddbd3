"""How a case is painted in any list: its countdown, grade, number, matter, place, units and stage."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from commandcenter.desk.reference import Reference
from commandcenter.domain.limit import CASE_SOON
from commandcenter.journal.reading.cases import CaseRow
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import GRADES, STAGES, icon, word

translate = QCoreApplication.translate


def short_number(number: str) -> str:
    """A number without its year: ``0716-A0130``."""
    return number[5:] if len(number) > 5 and number[4:5] == "-" else number


def soon_ms(reference: Reference) -> int:
    """With less than this left a clock of a case is amber, however short a part of its limit that is; 0 = no such limit."""
    limit = reference.limit(CASE_SOON)
    return limit.milliseconds if limit is not None else 0


def amber_at(warn_at: int, due_at: int, soon: int) -> int:
    """When a clock of a case turns amber for the eye: at 80 % of its limit, or when less than ``soon`` is left of it."""
    return min(warn_at, due_at - soon)


def level_of(row: CaseRow, now: int, soon: int = 0) -> str:
    """over, warn (from the instant the deadline itself turns amber, or with less than ``soon`` left), plain, paused or none."""
    if row.stage == "suspended":
        return "paused"
    if row.next_due is None:
        return "none"
    if row.next_due <= now:
        return "over"
    warn_at = row.next_warn if row.next_warn is not None else row.next_due
    return "warn" if now >= amber_at(warn_at, row.next_due, soon) else "plain"


def left_words(row: CaseRow, now: int) -> str:
    """The countdown in words: ``+01:34:20`` over, ``00:06:31`` left, days from two days on."""
    if row.stage == "suspended":
        return translate("CaseCells", "clock stands")
    if row.next_due is None:
        return when.UNKNOWN
    left = row.next_due - now
    return f"+{when.long_span(left)}" if left <= 0 else when.long_span(left)


def marks_of(row: CaseRow) -> list[tuple[str, str]]:
    """(icon, tone) of what a case is beside its stage: anonymous, collective, repeated, before anybody complained, redone."""
    found = (
        ("user-x", "tx2", row.anonymous),
        ("users-round", "tx2", row.collective > 1),
        ("repeat", "acc", row.repeats),
        ("eye", "acc", row.proactive),
        ("rotate-ccw", "amb", row.redone),
    )
    return [(icon_name, tone) for icon_name, tone, holds in found if holds]


class CaseCells:
    """Paints the cells of a case row; it knows names through the reference snapshots."""

    def __init__(self, look: Look, reference: Reference) -> None:
        self.look = look
        self._reference = reference

    def level(self, row: CaseRow, now: int) -> str:
        """How a row presses, as ``level_of`` tells."""
        return level_of(row, now, soon_ms(self._reference))

    def place_name(self, row: CaseRow) -> str:
        """The place by name, else as it was told."""
        place = self._reference.places.get(row.place)
        return place.name if place else row.place_words

    def units(self, row: CaseRow) -> str:
        """Lead and co-handlers by name, or that it was not dispatched."""
        names = [self._reference.unit_name(unit) for unit in row.units]
        return " + ".join(names) if names else translate("CaseCells", "not dispatched")

    def _units_in(self, row: CaseRow, room: int) -> str:
        """The units in so much room: the lead is cut before the community is, so that both can be told apart."""
        words, look = self.units(row), self.look
        if len(row.units) < 2 or look.width(words, "body") <= room:
            return words
        lead, _, rest = words.partition(" + ")
        left = room - look.width(f" + {rest}", "body")
        return f"{look.elided(lead, 'body', left)} + {rest}" if left >= look.px(60) else words

    def paint(self, p: QPainter, rect: QRect, column: str, row: CaseRow, now: int) -> bool:
        """Paint a cell; False for a column it does not know."""
        look = self.look
        if column == "left":
            level = self.level(row, now)
            box = QRectF(rect.left(), rect.center().y() - look.px(13), rect.width(), look.px(26))
            paint.countdown(p, look, box, left_words(row, now), level)
        elif column == "grade":
            self._with_icon(
                p, rect, icon(GRADES, row.grade), word(GRADES, row.grade), "tx2", bold=row.grade == "urgent"
            )
        elif column == "stage":
            self._stage(p, rect, row)
        else:
            if column == "title":
                rect = self.marked(p, rect, row)
            said = self.said(column, row, rect.width(), now)
            if said is None:
                return False
            paint.elided(p, look, rect, *said)
        return True

    def said(self, column: str, row: CaseRow, room: int, now: int) -> tuple[str, str, str] | None:
        """What stands in a cell that is words, in so much room: (words, role, tone). None for any other."""
        if column == "title":
            return row.title or row.number, "name", "tx1" if row.open else "tx2"
        if column == "number":
            return short_number(row.number), "body", "tx3"
        if column == "units":
            return self._units_in(row, room), "body", "tx2" if row.units else "tx3"
        if column == "place":
            return self.place_name(row), "body", "tx2"
        if column == "received":
            return when.moment(row.received_at, now), "body", "tx3"
        return None

    def marked(self, p: QPainter, rect: QRect, row: CaseRow) -> QRect:
        """Paint the signs of a matter at its right end; what is left for its words."""
        found = marks_of(row)
        if not found:
            return rect
        look, size = self.look, self.look.px(14)
        left = rect.right() + 1
        for icon_name, tone in reversed(found):
            left -= size + look.px(4)
            p.drawPixmap(QPointF(left, rect.center().y() - size / 2), look.icon(icon_name, tone, size))
        return rect.adjusted(0, 0, left - rect.right() - 1, 0)

    def _stage(self, p: QPainter, rect: QRect, row: CaseRow) -> None:
        if row.open and row.pressed:
            self._with_icon(p, rect, "bell-ring", translate("CaseCells", "pressed"), "amb")
            return
        tone = "ok" if row.stage in ("closed", "looked_back") else "tx2"
        stage = row.shown_stage
        if stage in ("handling", "owned", "contacted", "whistled"):
            self._with_icon(p, rect, icon(STAGES, stage), word(STAGES, stage), "tx2", icon_tone="acc")
            return
        self._with_icon(p, rect, icon(STAGES, stage), word(STAGES, stage), tone)

    def _with_icon(
        self, p: QPainter, rect: QRect, name: str, words: str, tone: str, *, icon_tone: str = "", bold: bool = False
    ) -> None:
        look, left, top, high = self.look, rect.left(), rect.top(), rect.height()
        size = look.px(15)
        p.drawPixmap(left, top + (high - size) // 2, look.icon(name, icon_tone or ("tx1" if bold else tone), size))
        behind = size + look.px(6)
        text = QRect(left + behind, top, rect.width() - behind, high)
        paint.elided(p, look, text, words, "strong" if bold else "body", "tx1" if bold else tone)

    def spoken(self, row: CaseRow, now: int) -> str:
        """What a screen reader says of a case."""
        level = self.level(row, now)
        due = translate("CaseCells", "overdue") if level == "over" else left_words(row, now)
        parts = (
            due,
            word(GRADES, row.grade),
            row.number,
            row.title,
            self.place_name(row),
            word(STAGES, row.shown_stage),
        )
        return ", ".join(part for part in (*parts, *self._spoken_marks(row)) if part)

    @staticmethod
    def _spoken_marks(row: CaseRow) -> tuple[str, ...]:
        return (
            translate("CaseCells", "anonymous") if row.anonymous else "",
            translate("CaseCells", "{n} people").format(n=row.collective) if row.collective > 1 else "",
            translate("CaseCells", "repeated") if row.repeats else "",
            translate("CaseCells", "before anybody complained") if row.proactive else "",
            translate("CaseCells", "done again") if row.redone else "",
        )
