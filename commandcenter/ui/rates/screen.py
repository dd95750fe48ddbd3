"""The three rates and the monthly review (三率点评): what a month came to, what it is made of, the very cases, and the paper.

All figures are read in the background at one moment; whatever is shown can be led back to its cases. The paper beside them
is made from the same figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.desk.read import Read
from commandcenter.domain import month as months
from commandcenter.domain.monthly import Monthly, WriteMonthly, monthly_subject
from commandcenter.domain.rates import Formula, Rate, Sums
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.month_figures import (
    CHANNEL,
    COMMUNITY,
    GRID,
    GROUPS,
    KIND,
    LEAD,
    Group,
    MonthFigures,
    categories_below,
    justified,
    month_figures,
)
from commandcenter.journal.reading.rates import UNIT, Behind, CaseBehind, own_formulas
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Empty, Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.rates.formulas import FormulaEditor, FormulaSheet
from commandcenter.ui.rates.model import (
    TOTAL,
    CaseLine,
    GroupLine,
    case_line,
    copied,
    group_lines,
    shown,
    tile,
)
from commandcenter.ui.rates.paper import FORM, PaperPanel
from commandcenter.ui.rates.tables import CasePainter, GroupPainter
from commandcenter.ui.rates.tiles import RateStrip
from commandcenter.ui.rates.words import by_words, grounds_told, standing_word
from commandcenter.ui.words import CHANNELS, word

TILES = 4
STANDS = ("failed", "left_out", "pending", "good", "unknown")
MOST_SHOWN = 500
"""Cases of a figure that are listed; how many more there are is said, and the case centre shows all of them."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the reader brings of a month."""

    asked: int
    figures: MonthFigures
    state: Monthly
    right: Rate


@dataclass(frozen=True, slots=True)
class _Found:
    """The cases behind a figure: the first of them, the ids of all."""

    asked: int
    formula: Formula
    cases: Sequence[CaseBehind]
    ids: tuple[str, ...]


class RatesScreen(Screen):
    """A month by rate, by whom and what it concerns, down to the case; beside it the material to be printed."""

    name = "rates"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._month = months.month_of(self.now())
        self._rate = "resolution"
        self._stand = STANDS[0]
        self._asked = self._asked_behind = 0
        self._figures: MonthFigures | None = None
        self._state = Monthly()
        self._right = Rate()
        self._found: _Found | None = None
        self._paper_asked = self._wide = False
        self._formulas_sheet: FormulaSheet | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Monthly review")

    def caption(self) -> str:
        words = self.tr("{year}-{month}").format(year=self._month // 100, month=f"{self._month % 100:02d}")
        if self._figures is None:
            return words
        told = [words, self.tr("as of {time}").format(time=when.moment(self._figures.at, self.now()))]
        if self._figures.late_answers:
            told.append(self.tr("with {n} call-backs after the month's end").format(n=self._figures.late_answers))
        if self._figures.unknown:
            told.append(self.tr("{n} old cases without an outcome are not counted").format(n=self._figures.unknown))
        return " · ".join(told)

    def hints(self) -> Hints:
        return (
            ("← →", self.tr("month")),
            ("B", self.tr("break down by")),
            ("1–4", self.tr("rate")),
            ("↑ ↓", self.tr("choose a line")),
            ("V", self.tr("which cases")),
            ("Enter", self.tr("to the cases")),
            ("L", self.tr("case list")),
            ("F", self.tr("formulas")),
            ("M", self.tr("measures")),
            ("E", self.tr("example")),
            ("C", self.tr("copy")),
            ("X R", self.tr("mask, check")),
            ("Ctrl P", self.tr("print")),
            *([] if self._wide else [("D", self.tr("figures") if self._paper_asked else self.tr("material"))]),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        before = Button(look, "", icon="chevron-left", small=True, key="←")
        before.clicked.connect(self.month_before)
        after = Button(look, "", icon="chevron-right", small=True, key="→")
        after.clicked.connect(self.month_after)
        self.month_label = Label(look, "", "strong")
        self.version = Label(look, "", "caption", "3")
        formulas = Button(look, self.tr("Formulas"), key="F", small=True)
        formulas.clicked.connect(self.open_formulas)
        measures = Button(look, self.tr("Measures"), key="M", small=True)
        measures.clicked.connect(self.open_measures)
        self.strip = RateStrip(look)
        self.strip.picked.connect(self.pick_rate)
        self.groups_model = KeyedRows(_group_key, _group_spoken)
        self.painter = GroupPainter(look)
        self.groups = RowList(look, self.groups_model, self.painter, self.tr("Breakdown"))
        self.groups.view.moved.connect(self._on_line)
        self.groups.view.opened.connect(self._on_opened_group)
        self.by = SegTabs(look, by_words())
        self.by.picked.connect(self._on_by)
        self.breakdown = Panel(
            look, self.tr("Breakdown"), self.tr("bars begin at 75; below ten cases: counted, no place")
        )
        self.breakdown.add_to_head(self.by)
        self.breakdown.body.addWidget(self.groups)
        self.cases_model = KeyedRows(_case_key, _case_spoken)
        self.cases = RowList(look, self.cases_model, CasePainter(look), self.tr("Cases behind it"))
        self.cases.view.opened.connect(self._on_opened_case)
        self.behind = Panel(look, self.tr("Cases behind it"))
        self.stands = SegTabs(look, [standing_word(stand) for stand in STANDS])
        self.stands.picked.connect(self._on_stand)
        self.list_button = Button(look, self.tr("To the case list"), key="L", icon="arrow-right", small=True)
        self.list_button.clicked.connect(self.open_list)
        self.behind.add_to_head(self.stands)
        self.behind.add_to_head(self.list_button)
        self.behind.body.addWidget(self.cases, 1)
        self.rest = Label(look, "", "caption", "3")
        self.sum = Label(look, "", "caption", "2")
        self.foot = self.behind.add_foot(self.rest, None, self.sum)
        self.empty = Empty(look, "trending-up", self.tr("No case in this month"), self.tr("← shows the month before."))
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.hide()
        self.paper = PaperPanel(self.context, self)
        self.paper.checked.connect(self._again)
        self.main = QWidget()
        left = column(gap=10)
        self.main.setLayout(left)
        left.addLayout(row(before, self.month_label, after, 12, self.version, None, formulas, measures))
        left.addWidget(self.strip)
        left.addWidget(self.breakdown, 11)
        left.addWidget(self.behind, 8)
        left.addWidget(self.empty, 1)
        self._left = left
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 10, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self.main, 1248)
        outer.addWidget(self.paper, 572)
        self._parts = (self.strip, self.breakdown, self.behind)
        for panel in (self.breakdown, self.behind):
            panel.setMinimumHeight(look.px(96))
        self.setFocusProxy(self.groups.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wide = self.width() >= self.look.px(1500)
        self._share_width()
        self._stand_low(low=self.height() < self.look.px(760))

    def _share_width(self) -> None:
        """Figures and material side by side, or one of them."""
        self.paper.setVisible(self._wide or self._paper_asked)
        self.main.setVisible(self._wide or not self._paper_asked)

    def turn_paper(self) -> None:
        """D: in a narrow window the material in the place of the figures, and back."""
        self._paper_asked = not (self._paper_asked or self._wide)
        self._share_width()
        (self.paper.masking if self._paper_asked else self.groups.view).setFocus()
        self.services.hints_changed.emit()

    def _stand_low(self, *, low: bool) -> None:
        """A low window: the tiles stand closer, the breakdown has more of the room, what its sum is made of is a tip."""
        self.strip.stand_close(close=low)
        self.foot.setVisible(not low)
        self._left.setStretchFactor(self.breakdown, 13 if low else 11)
        self._left.setStretchFactor(self.behind, 6 if low else 8)
        for part in (self.groups, self.cases):
            part.stand_close(close=low)

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if isinstance(what.get("month"), int):
            self._month = what["month"]
        if what.get("by") in GROUPS:
            self.by.pick(GROUPS.index(str(what["by"])))
        if "rate" in what:
            self._rate = str(what["rate"])
        self._again()

    def where(self) -> Mapping[str, Any]:
        return {"month": self._month, "by": GROUPS[self.by.current], "rate": self._rate}

    def cares(self, changes: Changes) -> bool:
        return bool(
            changes.families()
            & {"case", "formula", "monthly", "joint", "muster", "unit", "place", "category", "person"}
        )

    def reload(self, changes: Changes) -> None:
        self._asked += 1
        asked, month, now, categories = self._asked, self._month, self.now(), dict(self.desk.reference.categories)

        def work(read: Read) -> _Counted:
            figures = month_figures(read.rates, month, now, categories)
            state = read.matters.one(Monthly, monthly_subject(month))
            return _Counted(asked, figures, state, justified(read.matters, month))

        self.desk.ask(work).done.connect(self._on_counted)

    def _on_counted(self, counted: _Counted) -> None:
        if counted.asked != self._asked:
            return
        self._figures, self._state, self._right = counted.figures, counted.state, counted.right
        self._show()
        self.paper.show_month(self._month, counted.state)
        if self._formulas_sheet is not None:
            self._formulas_sheet.show_figures(counted.figures)

    def _again(self, _what: object = None) -> None:
        self._found = None
        self.reload(Changes(frozenset({"*"})))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        figures = self._figures
        if figures is None:
            return
        formulas = list(figures.formulas.values())
        if self._rate not in figures.formulas and formulas:
            self._rate = formulas[0].key
        words = self.tr("{year}-{month}").format(year=self._month // 100, month=f"{self._month % 100:02d}")
        self.month_label.setText(words)
        self._show_version(formulas)
        self._show_tiles(formulas)
        if [column.name for column in self.painter.columns.columns if column.name.startswith("rate:")] != [
            f"rate:{formula.key}" for formula in formulas
        ]:
            self.painter.show_formulas(formulas)
            self.groups.update()
        nothing = not figures.taken
        held = self._holds_keyboard()
        self.empty.setVisible(nothing)
        for part in self._parts:
            part.setVisible(not nothing)
        self.setFocusProxy(self.empty if nothing else self.groups.view)
        if held:
            self.setFocus()
        self._show_groups()
        self.services.hints_changed.emit()

    def _show_version(self, formulas: Sequence[Formula]) -> None:
        newest = max(formulas, key=_since, default=None)
        drills = self.tr("drills are not counted")
        if newest is None or not newest.version:
            self.version.setText(drills)
            return
        words = self.tr("formulas in force since {day}").format(day=when.day(newest.since))
        self.version.setText(f"{words} · {drills}")

    def _show_tiles(self, formulas: Sequence[Formula]) -> None:
        if self._figures is None:
            return
        top = formulas[:TILES]
        chosen = next((place for place, formula in enumerate(top) if formula.key == self._rate), -1)
        self.strip.show_tiles([tile(self._figures, formula, self._right) for formula in top], chosen)

    def _holds_keyboard(self) -> bool:
        """Whether the keyboard is in a list that may go away."""
        where = self.window().focusWidget()
        return where is not None and (where is self.empty or self.isAncestorOf(where))

    def _show_groups(self) -> None:
        figures = self._figures
        if figures is None:
            return
        chosen = self.groups_model.row(self.groups.view.place)
        by = GROUPS[self.by.current]
        lines = group_lines(figures, figures.groups[by], by, self._rate, self.name_of, self._unranked(by))
        self.groups_model.show(lines)
        self.groups.view.go(max(0, self.groups_model.place_of(chosen.key) if isinstance(chosen, GroupLine) else 0))
        self._show_behind()

    def _unranked(self, by: str) -> Sequence[str]:
        """Bodies that are asked and not ordered (请) follow their own rules: shown, never ranked."""
        if by not in (LEAD, UNIT):
            return ()
        return [key for key, unit in self.desk.reference.units.items() if unit.relation == "request"]

    def name_of(self, by: str, key: str) -> str:
        """The name of a line of the breakdown."""
        if not key:
            return {LEAD: self.tr("not dispatched"), UNIT: self.tr("not dispatched")}.get(by, self.tr("not known"))
        if by in (LEAD, UNIT):
            return self.desk.reference.unit_name(key)
        if by in (COMMUNITY, GRID):
            found = self.desk.reference.directory.places.get(key)
            return found.name if found is not None else self.desk.reference.unit_name(key)
        return word(CHANNELS, key) if by == CHANNEL else key

    # -- the cases behind ------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> GroupLine | None:
        """The line of the breakdown that is chosen."""
        line = self.groups_model.row(self.groups.view.place)
        return line if isinstance(line, GroupLine) else None

    def _show_behind(self) -> None:
        figures, line = self._figures, self.chosen
        formula = figures.formulas.get(self._rate) if figures is not None else None
        if figures is None or line is None or formula is None:
            return
        self._asked_behind += 1
        asked, now = self._asked_behind, figures.at
        query = self._query(formula, line.key)

        def work(read: Read) -> _Found:
            cases = read.rates.behind(query, now)
            return _Found(asked, formula, cases[:MOST_SHOWN], tuple(case.id for case in cases))

        rate = figures.rate(self._rate, self._sums(line.key))
        value, percent = shown(rate)
        figure = f"{value} %" if percent is not None else value
        self.behind.title.setText(f"{line.name} · {formula.name} {figure}")
        words = self.tr("whole {of}: taken in {taken}, nothing left out, not to be told yet {pending}")
        if rate.left:
            words = self.tr("whole {of}: taken in {taken}, left out {left} ({grounds}), not to be told yet {pending}")
        grounds = grounds_told(rate.left_out)
        self.sum.setText(
            words.format(of=rate.of, taken=line.taken, left=rate.left, grounds=grounds, pending=rate.pending)
        )
        self.desk.ask(work).done.connect(self._on_found)

    def _query(self, formula: Formula, key: str) -> Behind:
        by = GROUPS[self.by.current]
        if key == TOTAL:
            return Behind(formula, self._month, self._month, standings=(self._stand,))
        keys: tuple[str, ...] = (key,)
        if by == KIND and self._figures is not None:
            categories = self.desk.reference.categories
            keys = categories_below(key, categories, {*categories, *self.desk.read.rates.categories(self._month)})
        dim = "category" if by == KIND else by
        return Behind(formula, self._month, self._month, dim, keys, (self._stand,))

    def _sums(self, key: str) -> Sums:
        figures = self._figures
        if figures is None:
            return Sums()
        group = figures.total if key == TOTAL else figures.groups[GROUPS[self.by.current]].get(key, Group())
        return group.sums

    def _on_found(self, found: _Found) -> None:
        if found.asked != self._asked_behind or self._figures is None:
            return
        self._found = found
        at = self._figures.at
        self.cases_model.show([case_line(case, found.formula, at, self.name_of) for case in found.cases])
        count = len(found.ids)
        self.behind.caption.setText(self.tr("{n} cases {stand}").format(n=count, stand=standing_word(self._stand)))
        more = count - len(found.cases)
        self.rest.setText(self.tr("{n} more").format(n=more) if more > 0 else "")
        if self.cases.view.place < 0:
            self.cases.view.go(0)

    # -- answering -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier:
            ctrl = {Qt.Key.Key_P: self.open_print, Qt.Key.Key_E: self.save_word, Qt.Key.Key_S: self.paper.work.save}
            way = ctrl.get(key)
        elif modifiers:
            way = None
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.pick_rate(key - Qt.Key.Key_1)
            return
        else:
            way = {
                Qt.Key.Key_Left: self.month_before,
                Qt.Key.Key_Right: self.month_after,
                Qt.Key.Key_B: self.next_by,
                Qt.Key.Key_V: self.next_stand,
                Qt.Key.Key_L: self.open_list,
                Qt.Key.Key_F: self.open_formulas,
                Qt.Key.Key_M: self.open_measures,
                Qt.Key.Key_E: self.mark_example,
                Qt.Key.Key_C: self.copy,
                Qt.Key.Key_D: self.turn_paper,
                Qt.Key.Key_X: self.paper.turn_mask,
                Qt.Key.Key_R: self.paper.check_it,
                Qt.Key.Key_PageUp: self._page_before,
                Qt.Key.Key_PageDown: self._page_after,
                Qt.Key.Key_Escape: self._back_to_groups,
            }.get(key)
        if way is None:
            super().keyPressEvent(event)
        else:
            way()

    def month_before(self) -> None:
        """Show the month before."""
        self._go(-1)

    def month_after(self) -> None:
        """Show the month after, up to the one that runs."""
        self._go(1)

    def _go(self, by: int) -> None:
        month = months.later(self._month, by)
        if month <= months.month_of(self.now()):
            self._month = month
            self._again()
            self.services.hints_changed.emit()

    def pick_rate(self, place: int) -> None:
        """Look at another rate: places, change and cases below are of it."""
        formulas = list(self._figures.formulas) if self._figures is not None else []
        if 0 <= place < len(formulas):
            self._rate = formulas[place]
            self._show()

    def next_by(self) -> None:
        """Break down by something else."""
        self.by.pick((self.by.current + 1) % len(GROUPS))

    def next_stand(self) -> None:
        """Show other cases of the figure."""
        self.stands.pick((self.stands.current + 1) % len(STANDS))

    def _on_by(self, _place: int) -> None:
        self._show_groups()

    def _on_stand(self, place: int) -> None:
        self._stand = STANDS[place]
        self._show_behind()

    def _on_line(self, _place: int) -> None:
        self._show_behind()

    def _on_opened_group(self, _place: int) -> None:
        if self.cases_model.rowCount():
            self.cases.view.setFocus()
            self.cases.view.go(max(0, self.cases.view.place))

    def _on_opened_case(self, place: int) -> None:
        line = self.cases_model.row(place)
        if isinstance(line, CaseLine):
            self.services.go.emit(Go("cases", {"view": "all", "case": line.id}))

    def _back_to_groups(self) -> None:
        if self._paper_asked:
            self.turn_paper()
        self.groups.view.setFocus()

    def open_list(self) -> None:
        """Show all cases behind the figure in the case centre."""
        if self._found is None or not self._found.ids:
            self.services.toast.emit(Toast(self.tr("No case stands there."), kind="warn"))
            return
        self.services.go.emit(Go("cases", {"view": "all", "ids": self._found.ids}))

    def _page_before(self) -> None:
        self.paper.pages.turn(-1)

    def _page_after(self) -> None:
        self.paper.pages.turn(1)

    # -- paper -----------------------------------------------------------------------------------------------------

    def open_print(self) -> None:
        """Print the pages beside the figures; where there is no room for them, show them first."""
        if self.paper.isVisible():
            self.paper.print_now()
        else:
            print_form(self.context, self, (FORM, monthly_subject(self._month)), options=self.paper.options)

    def save_word(self) -> None:
        """A Word copy of the material."""
        if self.paper.isVisible():
            self.paper.work.save_word()
        else:
            self.open_print()

    def open_measures(self) -> None:
        """Write what became of last month's measures, and those of the next month; a line is a measure."""
        fields = [
            Field(
                *("followed", self.tr("What became of last month's measures"), "lines", self._state.followed),
                wide=True,
                height=140,
                hint=self.tr("a line is a measure"),
            ),
            Field(
                *("measures", self.tr("Measures of the next month"), "lines", self._state.measures),
                wide=True,
                height=140,
                hint=self.tr("what, who, until when; a line is a measure"),
            ),
        ]
        words = self.tr("Measures, {month}").format(month=self.month_label.text())
        self.sheet = FormSheet(self.look, self.window(), words, fields, send=self.tr("Save"), width=760, now=self.now)
        key = f"monthly:{self._month}"
        self.sheet.keep_draft(key, self.desk.save_draft, self.desk.drafts().get(key, ""))
        self.sheet.submitted.connect(self._write)
        self.sheet.open_sheet()

    def _write(self, values: Mapping[str, Any]) -> None:
        command = WriteMonthly(
            month=self._month, followed=str(values["followed"] or ""), measures=str(values["measures"] or "")
        )
        Sending(self.context, command, self.tr("Measures saved"), self.sheet)

    def mark_example(self) -> None:
        """Take the chosen case up as an example, or take it out again."""
        line = self.cases_model.row(self.cases.view.place)
        if not isinstance(line, CaseLine):
            return
        told = self._state.examples
        there = line.id in told
        examples = tuple(case for case in told if case != line.id) if there else (*told, line.id)
        said = self.tr("{number} is no example any more") if there else self.tr("{number} is told as an example")
        Sending(self.context, WriteMonthly(month=self._month, examples=examples), said.format(number=line.number))

    def copy(self) -> None:
        """The figures as text, each with what it is made of."""
        if self._figures is None:
            return
        lines = [line for line in self.groups_model.rows if isinstance(line, GroupLine)]
        text = copied(self.strip.tiles, lines, list(self._figures.formulas), self.caption())
        QGuiApplication.clipboard().setText(text)
        self.services.toast.emit(Toast(self.tr("Copied"), kind="done"))

    # -- formulas --------------------------------------------------------------------------------------------------

    def open_formulas(self) -> None:
        """Show the formulas with what they leave out."""
        if self._figures is None:
            return
        sheet = FormulaSheet(self.look, self.window(), self._figures, self._rate)
        sheet.wanted.connect(self.open_editor)
        sheet.closed.connect(self._on_formulas_closed)
        self._formulas_sheet = sheet
        sheet.open_sheet()

    def _on_formulas_closed(self) -> None:
        if self._formulas_sheet is not None:
            self._formulas_sheet.deleteLater()
            self._formulas_sheet = None

    def open_editor(self, key: str) -> None:
        """Change a formula."""
        if self._figures is None or key not in self._figures.formulas:
            return
        draft = self.desk.drafts().get(f"formula:{key}", "")
        formula = self._figures.formulas[key]
        self._edited = key
        self.editor = FormulaEditor(self.look, self.window(), self._figures, formula, self.desk.save_draft, draft)
        self.editor.submitted.connect(self._change_formula)
        self.editor.open_sheet()

    def _change_formula(self, fields: Mapping[str, Any], reason: str) -> None:
        subject = f"formula/{self._edited}"
        listed = self._edited in self.desk.read.reference.records("formula")
        own = {**self._brought(), **fields}
        command = (
            AmendRecord(subject=subject, fields=dict(fields), reason=reason)
            if listed
            else ListRecord(subject=subject, fields=own)
        )
        Sending(self.context, command, self.tr("The formula is in force"), self.editor)

    def _brought(self) -> Mapping[str, Any]:
        return own_formulas().get(self._edited, {})


def _since(formula: Formula) -> int:
    return formula.since if formula.version else 0


def _group_key(line: GroupLine) -> str:
    return line.key


def _group_spoken(line: GroupLine) -> str:
    return line.spoken


def _case_key(line: CaseLine) -> str:
    return line.id


def _case_spoken(line: CaseLine) -> str:
    return f"{line.number} {line.title} {line.units} {line.answer} {line.reason}"
