"""The lists of the warnings screen: warnings at the left, those who have to answer, the checklist."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.limit import warn_at
from commandcenter.domain.warning import Measure, Warning, answer_due
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import COLOURS, ROLES, word

translate = QCoreApplication.translate


def colour_word(colour: str) -> str:
    """The colour alone: a word, never a hue - red on the screen means something else."""
    return translate("Words", COLOURS[colour][1]) if colour in COLOURS else "—"


def stage_word(state: Warning) -> str:
    """Where a warning stands."""
    if state.closed_at is None and state.touches is False:
        return translate("Warnings", "does not touch us")
    return {
        "received": translate("Warnings", "to judge"),
        "judged": translate("Warnings", "to call"),
        "calling": translate("Warnings", "calling"),
        "acting": translate("Warnings", "all answered"),
        "over": translate("Warnings", "lifted"),
        "closed": translate("Warnings", "summed up"),
    }.get(state.stage, "")


def tier_word(tier: str) -> str:
    """The level a target belongs to."""
    told = {
        "community": translate("Warnings", "community"),
        "section": translate("Warnings", "section"),
        "force": translate("Warnings", "force"),
        "department": translate("Warnings", "department"),
    }
    return told.get(tier) or (word(ROLES, tier) if tier in ROLES else tier)


def way_word(way: str) -> str:
    """How it was tried."""
    return {
        "phone": translate("Warnings", "phone"),
        "radio": translate("Warnings", "radio"),
        "message": translate("Warnings", "message"),
        "visit": translate("Warnings", "visit"),
    }.get(way, way)


# --- warnings -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WarningRow:
    """A warning in the list: colour, title, where it stands, how many have answered, until when it holds."""

    key: str
    colour: str
    title: str
    stage: str
    answered: int
    called: int
    until: int | None
    due_at: int | None
    started_at: int
    open: bool

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{colour_word(self.colour)} {self.title} {self.stage} {self.answered}/{self.called}"


def warning_row(state: Warning) -> WarningRow:
    """The row of a warning."""
    waiting = state.waiting if state.rounds else ()
    dues = [due for one in waiting if (due := answer_due(state, one)) is not None]
    return WarningRow(
        key=state.id,
        colour=state.colour,
        title=state.title,
        stage=stage_word(state),
        answered=len(state.called) - len(waiting) if state.rounds else 0,
        called=len(state.called),
        until=state.until,
        due_at=min(dues, default=None),
        started_at=state.rounds[-1].at if state.rounds else 0,
        open=state.open,
    )


def warning_key(row: WarningRow) -> str:
    """What makes a row one row."""
    return row.key


def spoken(row: WarningRow | TargetRow | MeasureRow) -> str:
    """What a screen reader says of a row."""
    return row.spoken


class WarningPainter(RowPainter):
    """Two lines a warning: colour and title; stage, answers, and the limit of the answers where there is one."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 100, 1)]), parent, height=64)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: WarningRow) -> None:
        look = self.look
        shown = colour_chip(row.colour)
        width = paint.chip_width(look, shown)
        box = QRectF(rect.left(), rect.top() + look.px(9), width, look.px(22))
        paint.chip(p, look, box, shown)
        left = round(box.right()) + look.px(8)
        ink = "tx1" if row.open else "tx3"
        paint.elided(
            p, look, QRect(left, rect.top() + look.px(9), rect.right() - left, look.px(22)), row.title, "name", ink
        )
        right = 0
        if row.due_at is not None and row.open:
            words, level = answer_clock(row.started_at, row.due_at, self.now)
            right = look.width(words, "name") + look.px(34)
            at = QRectF(rect.right() - right, rect.top() + look.px(36), right, look.px(22))
            paint.countdown(p, look, at, words, level)
        told = [row.stage]
        if row.called:
            told.append(translate("Warnings", "answered {n} / {of}").format(n=row.answered, of=row.called))
        below = QRect(rect.left(), rect.top() + look.px(36), rect.width() - right - 6, look.px(20))
        paint.elided(p, look, below, " · ".join(told), "caption", "tx2" if row.open else "tx3")


def colour_chip(colour: str) -> Chip:
    """The colour of a warning: a neutral chip with the word."""
    return Chip(colour_word(colour), "triangle-alert", "plain")


def answer_clock(start: int, due: int, now: int) -> tuple[str, str]:
    """The time left for the answers, or over it, and how it is shown."""
    left = due - now
    if left < 0:
        return "+" + when.span(left), "over"
    return when.span(left), "warn" if now >= warn_at(start, due) else "plain"


# --- those who have to answer ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TargetRow:
    """Somebody who has to answer, as the running round stands."""

    key: str
    place: int
    tier: str
    name: str
    contact: str
    phone: str
    tries: int
    last: str
    chip: Chip
    answered: str
    due_at: int | None
    started_at: int
    unit: str
    dropped: bool

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.place} {self.name} {self.chip.text} {self.answered}"


def target_key(row: TargetRow) -> str:
    """What makes a row one row."""
    return row.key


class TargetPainter(RowPainter):
    """One line a target; who has not answered stands out by its chip, never by hue alone."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("place", "", 30),
                Column("tier", translate("Warnings", "Level"), 70, drop=3),
                Column("name", translate("Warnings", "Who has to answer"), 108, 3),
                Column("contact", translate("Warnings", "Contact"), 80, 1, drop=4),
                Column("phone", translate("Warnings", "Number"), 118, drop=1),
                Column("chip", translate("Warnings", "State"), 112),
                Column("answered", translate("Warnings", "Who answered, when"), 106, 4, drop=2),
                Column("due", "", 82, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=40)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TargetRow) -> None:
        look = self.look
        ink = "tx3" if row.dropped else "tx1"
        if column == "place":
            paint.elided(p, look, rect, str(row.place), "body", "tx3")
        elif column == "tier":
            paint.elided(p, look, rect, row.tier, "caption", "tx3")
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", ink)
        elif column == "contact":
            paint.elided(p, look, rect, row.contact, "body", "tx2")
        elif column == "phone":
            paint.elided(p, look, rect, row.phone, "body", "tx2")
        elif column == "chip":
            width = min(rect.width(), paint.chip_width(look, row.chip))
            paint.chip(p, look, QRectF(rect.left(), rect.center().y() - look.px(12), width, look.px(24)), row.chip)
        elif column == "answered":
            paint.elided(
                p,
                look,
                rect,
                row.answered or row.last,
                "body" if row.answered else "caption",
                "tx1" if row.answered else "tx3",
            )
        elif column == "due" and row.due_at is not None and self.now > row.due_at:
            words, level = answer_clock(row.started_at, row.due_at, self.now)
            width = look.width(words, "name") + look.px(34)
            paint.countdown(
                p, look, QRectF(rect.right() - width, rect.center().y() - look.px(12), width, look.px(24)), words, level
            )


# --- the checklist --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A line of the checklist."""

    measure: Measure
    who: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.measure.words


def measure_key(row: MeasureRow) -> str:
    """What makes a row one row."""
    return row.measure.key


class MeasurePainter(RowPainter):
    """One line a measure: ticked or not, the words, the colour it belongs to, when it was done."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("done", "", 20),
                Column("words", translate("Warnings", "Measure"), 120, 5),
                Column("colour", "", 36, drop=1),
                Column("at", "", 48, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=36)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: MeasureRow) -> None:
        look, measure = self.look, row.measure
        done = measure.done_at is not None
        if column == "done":
            symbol, ink = ("square-check", "ok") if done else ("square", "tx3")
            size = look.px(18)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(symbol, ink, size))
        elif column == "words":
            paint.elided(p, look, rect, measure.words, "body", "tx2" if done else "tx1")
        elif column == "colour":
            paint.elided(p, look, rect, colour_word(measure.colour) if measure.colour else "", "caption", "tx3")
        elif done:
            paint.elided(p, look, rect, when.moment(measure.done_at, self.now), "caption", "tx3", paint.RIGHT)
