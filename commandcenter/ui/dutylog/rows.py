"""How a line of the duty log stands in the list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local_date
from commandcenter.journal.reading.duty_log import LogLine
from commandcenter.ui import when
from commandcenter.ui.log_words import log_icon, log_sentence
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LogRow:
    """A line, worded; ``by`` is who entered it, ``note`` what lies over it (late, crossed out)."""

    line: LogLine
    time: str
    words: str
    by: str
    note: str

    @property
    def key(self) -> str:
        """The id of its event."""
        return str(self.line.id)


@dataclass(frozen=True, slots=True)
class DayRow:
    """The heading of a day, in a span that goes past midnight."""

    words: str

    @property
    def key(self) -> str:
        """The day."""
        return f"day:{self.words}"


def row_key(row: LogRow | DayRow) -> str:
    """The key of a row."""
    return row.key


def spoken(row: LogRow | DayRow) -> str:
    """What a screen reader says."""
    return row.words if isinstance(row, DayRow) else " ".join((row.time, row.words, row.by, row.note)).strip()


def log_row(line: LogLine, reference: Reference) -> LogRow:
    """A line of the list."""
    people, places = reference.directory.people, reference.directory.places

    def person(key: str) -> str:
        return people[key].name if key in people else when.UNKNOWN

    def place(key: str) -> str:
        return places[key].name if key in places else key

    words = log_sentence(line, person, reference.unit_name, place)
    notes = []
    if line.struck:
        notes.append(line.words.get("struck") or translate("LogRows", "crossed out"))
    if line.late:
        notes.append(translate("LogRows", "entered {at}").format(at=when.moment(line.recorded_at, line.at)))
    by = person(line.actor) if line.actor in people else ""
    return LogRow(line, when.clock(line.at), words, by, " · ".join(notes))


def with_days(rows: list[LogRow]) -> list[LogRow | DayRow]:
    """The rows with a heading at each day, when there is more than one."""
    days = {local_date(row.line.at) for row in rows}
    if len(days) < 2:
        return list(rows)
    found: list[LogRow | DayRow] = []
    last = None
    for row in rows:
        day = local_date(row.line.at)
        if day != last:
            last = day
            found.append(DayRow(when.date_with_weekday(row.line.at)))
        found.append(row)
    return found


class LogPainter(RowPainter):
    """Time, what it is, what happened, who entered it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("time", translate("LogRows", "Time"), 48),
            Column("icon", "", 18),
            Column("words", translate("LogRows", "What happened"), 240, 6),
            Column("note", translate("LogRows", "Remark"), 130, 1, drop=2),
            Column("by", translate("LogRows", "Entered by"), 72, align="right", drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def is_heading(self, row: LogRow | DayRow) -> bool:
        return isinstance(row, DayRow)

    def paint_heading(self, p: QPainter, rect: QRect, row: DayRow) -> None:
        paint.text(p, self.look, rect.adjusted(Columns.EDGE, 0, 0, 0), row.words, "strong", "tx2")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: LogRow) -> None:
        look, level = self.look, row.line.level
        if column == "icon":
            size = look.px(16)
            tone = {"alarm": "red", "key": "acc"}.get(level, "tx2" if row.line.by_hand else "tx3")
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(log_icon(row.line), tone, size))
        elif column == "words":
            tone = "tx3" if row.line.struck else "tx1" if level in ("key", "alarm") or row.line.by_hand else "tx2"
            role = "strong" if level in ("key", "alarm") else "body"
            paint.elided(p, look, rect, row.words, role, tone)
            if row.line.struck:
                width = min(rect.width(), look.width(row.words, role))
                p.fillRect(rect.left(), rect.center().y(), width, 1, look.color("tx3"))
        else:
            paint.elided(
                p,
                look,
                rect,
                str(getattr(row, column)),
                "caption",
                "tx3",
                paint.RIGHT if column == "by" else paint.LEFT,
            )
