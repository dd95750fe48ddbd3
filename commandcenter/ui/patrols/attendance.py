"""Attendance (周末卫生日, 双报到): occasions at the left; who came, from where and for how long at the right, with the totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain import attendance as acts
from commandcenter.domain.attendance import FORMS, Attendance, Attended, Line
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command
from commandcenter.domain.event import Fact
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.matterlog import Lines, log_rows
from commandcenter.ui.parts.mattertab import Act, MatterTab
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.patrol_words import FORMS as FORM_WORDS
from commandcenter.ui.patrol_words import patrol_word
from commandcenter.ui.patrols.bring import BringSheet
from commandcenter.ui.theme.look import Look

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

MONTHS = 13
"""So many months are shown: this one and the year before it."""

_LINES: Lines = {
    "opened": (QT_TRANSLATE_NOOP("AttendanceLog", "Opened"), "calendar-days", "order"),
    "amended": (QT_TRANSLATE_NOOP("AttendanceLog", "Corrected"), "pencil", "system"),
    "entered": (QT_TRANSLATE_NOOP("AttendanceLog", "{n} lines entered"), "users", "situation"),
    "struck": (QT_TRANSLATE_NOOP("AttendanceLog", "A line taken off"), "circle-minus", "order"),
    "closed": (QT_TRANSLATE_NOOP("AttendanceLog", "Closed"), "circle-check", "order"),
}


def hours(minutes: int) -> str:
    """Minutes as hours with one decimal at the most."""
    return f"{minutes / 60:.1f}".removesuffix(".0")


class OccasionPainter(RowPainter):
    """The day, what it was, which form, how many came, how many hours."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("day", translate("Attendance", "Day"), 82),
            Column("title", translate("Attendance", "Occasion"), 150, 4),
            Column("form", translate("Attendance", "Form"), 88, 1, drop=2),
            Column("people", translate("Attendance", "Came"), 44, align="right"),
            Column("hours", translate("Attendance", "Hours"), 50, align="right", drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self._reference = reference
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Attendance) -> None:
        look = self.look
        if column == "day":
            paint.elided(p, look, rect, row.day, "caption", "tx2")
        elif column == "title":
            paint.elided(p, look, rect, row.title, "name", "tx1")
        elif column == "form":
            paint.elided(p, look, rect, patrol_word(FORM_WORDS, row.form), "body", "tx2")
        elif column == "people":
            paint.text(p, look, rect, str(len(row.lines)), "body", "tx1", paint.RIGHT)
        else:
            paint.text(p, look, rect, hours(row.minutes), "body", "tx2", paint.RIGHT)


class AttendedPainter(RowPainter):
    """Who came, from where, for how long."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", translate("Attendance", "Name"), 76, 2),
            Column("unit", translate("Attendance", "From"), 140, 4),
            Column("member", translate("Attendance", "Member"), 64, drop=1),
            Column("hours", translate("Attendance", "Hours"), 56, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Line) -> None:
        look = self.look
        if column == "hours":
            told = hours(row.minutes) if row.minutes is not None else when.UNKNOWN
            paint.text(p, look, rect, told, "body", "tx1", paint.RIGHT)
        elif column == "member":
            words = translate("Attendance", "party member") if row.member else ""
            paint.elided(p, look, rect, words, "caption", "tx2")
        else:
            paint.elided(p, look, rect, getattr(row, column), "body", "tx1" if column == "name" else "tx2")


class AttendancePage(MatterTab):
    """The page 报到 of the tab 巡查."""

    name = "patrol_attendance"
    family = "attendance"
    state_type = Attendance
    cared = frozenset({"place"})
    shares = (42, 58)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._line = Line("")

    def title(self) -> str:
        return self.tr("Attendance")

    def acts(self) -> Sequence[Act]:
        key = Qt.Key
        return (
            Act("new", key.Key_N, self.tr("New occasion"), "plus", self._new),
            Act("bring", key.Key_I, self.tr("Sheet from a file"), "file-spreadsheet", self._bring, _open),
            Act("line", key.Key_A, self.tr("Add somebody"), "user-check", self._add, _open),
            Act("strike", key.Key_X, self.tr("Take off"), "circle-minus", self._strike, _has_lines, on_line=True),
            Act("close", key.Key_C, self.tr("Close the sheet"), "circle-check", self._close, _has_lines),
        )

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        return OccasionPainter(self.look, self.desk.reference, self), AttendedPainter(self.look, self)

    def nothing(self) -> tuple[str, str, str]:
        return "users", self.tr("No occasion yet"), self.tr("N opens one; I brings its sheet in.")

    def lines_title(self) -> str:
        return self.tr("Who came")

    def filters(self) -> Sequence[str]:
        return (self.tr("All"), *(patrol_word(FORM_WORDS, form) for form in ("clean_up", "double_report")))

    def found(self, place: int) -> list[Any]:
        matters, month = self.desk.read.matters, local_date(self.now()).replace(day=1)
        found: list[Attendance] = []
        for _ in range(MONTHS):
            found += reversed(matters.of(Attendance, "attendance", parent=f"{month:%Y%m}"))
            month = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
        wanted = {1: "clean_up", 2: "double_report"}.get(place)
        return sorted((one for one in found if wanted in (None, one.form)), key=_newest)

    def load(self) -> None:
        super().load()
        rows: Sequence[Attendance] = self.model.rows
        people, minutes = sum(len(one.lines) for one in rows), sum(one.minutes for one in rows)
        words = self.tr("{n} occasions · {people} came · {hours} h")
        self.panel.caption.setText(words.format(n=len(rows), people=people, hours=hours(minutes)))

    def head(self, state: Attendance) -> tuple[str, str]:
        place = self.desk.reference.directory.places.get(state.community)
        told = (state.day, patrol_word(FORM_WORDS, state.form), place.name if place else "")
        return state.title, " · ".join(part for part in told if part)

    def steps(self, state: Attendance) -> tuple[Sequence[Step], str]:
        return [Step("open", self.tr("Sheet open")), Step("closed", self.tr("Closed"))], state.stage

    def facts(self, state: Attendance) -> Sequence[Known]:
        units = Counter(line.unit or when.UNKNOWN for line in state.lines)
        place = self.desk.reference.directory.places.get(state.place)
        told = "、".join(f"{unit} {count}" for unit, count in units.most_common(6))
        untold = self.tr("{n} without hours").format(n=state.untold) if state.untold else ""
        return (
            Known(self.tr("Came"), str(len(state.lines))),
            Known(self.tr("Members"), str(state.members)),
            Known(self.tr("Hours"), self.tr("{n} h").format(n=hours(state.minutes))),
            Known(self.tr("Not told"), untold, "amb"),
            Known(self.tr("Where"), place.name if place else ""),
            Known(self.tr("From"), told),
        )

    def lines(self, state: Attendance) -> Sequence[Line]:
        return state.lines

    def _spoken_line(self, line: Line) -> str:
        return f"{line.name} {line.unit}"

    def log(self, state: Attendance, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        return log_rows(facts, "AttendanceLog", _LINES, _gaps, self.person, self.now())

    # -- doing -----------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        directory = self.desk.reference.directory
        communities = [one for one in directory.places.values() if one.kind == "community" and one.active]
        fields = [
            Field("title", self.tr("Occasion"), required=True, wide=True),
            Field("form", self.tr("Form"), "choice", "clean_up", [(one, patrol_word(FORM_WORDS, one)) for one in FORMS]),
            Field("day", self.tr("Day"), "date", f"{local_date(self.now())}", required=True),
            Field("community", self.tr("Community"), "choice", "",
                  [("", "—"), *((one.id, one.name) for one in sorted(communities, key=_by_id))]),
            Field("place", self.tr("Where"), "choice", "",
                  [("", "—"), *((one.id, one.name) for one in directory.streets())]),
        ]  # fmt: skip
        self.acting.open("attendance.new", self.tr("New occasion"), "", fields, self.tr("Save"), self._made)

    def _made(self, v: Mapping[str, Any]) -> Command:
        return acts.OpenAttendance(**{name: v[name] for name in ("title", "form", "day", "community", "place")})

    def _add(self) -> None:
        fields = [
            Field("name", self.tr("Name"), required=True),
            Field("unit", self.tr("From")),
            Field("hours", self.tr("Hours"), hint="1.5"),
            Field("member", self.tr("Party"), "check", hint=self.tr("party member")),
        ]
        key = f"attendance.line.{self.state.id}"
        self.acting.open(key, self.tr("Add somebody"), self.state.title, fields, self.tr("Save"), self._added)

    def _added(self, v: Mapping[str, Any]) -> Command:
        minutes = None
        if v["hours"]:
            try:
                minutes = round(float(v["hours"].replace("，", ".").replace(",", ".")) * 60)
            except (ValueError, OverflowError):
                raise ValueError("hours") from None
        line = Attended(v["name"], v["unit"], minutes, v["member"])
        return acts.EnterAttendance(attendance=self.state.id, lines=(line,))

    def _strike(self) -> None:
        if self.line is None:
            return
        self._line = self.line
        fields = [Field("words", self.tr("Why"), required=True)]
        title = self.tr("Take {name} off").format(name=self._line.name)
        self.acting.open("attendance.strike", title, self.state.title, fields, self.tr("Take off"), self._struck)

    def _struck(self, v: Mapping[str, Any]) -> Command:
        return acts.StrikeAttendance(attendance=self.state.id, line=self._line.id, words=v["words"])

    def _close(self) -> None:
        self.acting.send(acts.CloseAttendance(attendance=self.state.id), self.tr("The sheet is closed"))

    def _bring(self) -> None:
        sheet = BringSheet(self.context, self.window(), self.state.id)
        sheet.brought.connect(self.load)
        sheet.open_sheet()

    def print_(self) -> None:
        """Ctrl+P: the sheet, with lines to sign on."""
        if self.state is not None:
            print_form(self.context, self, ("attendance_sheet", f"attendance/{self.state.id}"))


def _gaps(fact: Fact) -> Mapping[str, str]:
    lines = fact.body.get("lines")
    return {"n": str(len(lines)) if isinstance(lines, list | tuple) else "0"}


def _newest(one: Attendance) -> tuple[int, str]:
    return -int(one.day.replace("-", "") or 0), one.id


def _by_id(one: Any) -> str:
    return str(one.id)


def _open(state: Attendance) -> bool:
    return state.stage == "open"


def _has_lines(state: Attendance) -> bool:
    return state.stage == "open" and bool(state.lines)
