"""Who must act, with every reason: one line in the detail, and a sheet that shows the list's word beside what closed cases teach.

Nothing is carried out by itself. Enter ticks a unit for the dispatch that a person sends; O opens the cases a count rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.lessons import Advice, suggest
from commandcenter.domain.case import Case
from commandcenter.domain.who_acts import Candidate
from commandcenter.domain.who_learned import Suggestion
from commandcenter.ui.duty_words import ROUTES, duty_word, evidence_words, reason_words
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.days import short_moment
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """A unit that could act: from where the word comes, in which part, and why. ``cases`` are the ids of the evidence."""

    key: str
    unit: str
    name: str
    source: str
    part: str
    words: str
    cases: tuple[str, ...] = ()
    icon: str = "list-checks"


def advice_of(desk: Desk, case: Case, community: str, place: str) -> Advice:
    """The advice on a case. What it costs does not grow with how many cases there are."""
    return suggest(
        desk, category=case.category, title=case.title, text=case.text, place=place or case.place,
        community=community or case.community, grid=case.grid,
    )  # fmt: skip


def advice_rows(advice: Advice, name: Callable[[str], str]) -> list[AdviceRow]:
    """Who leads by the list, who helps, and who usually led: each with its reasons in words."""
    leads = advice.proposal.leads[:6]
    named = {one.unit for one in leads if one.unit}
    helpers = [one for one in advice.proposal.helpers if one.unit not in named][:6]
    rows = [_candidate(one, name) for one in (*leads, *helpers)]
    rows += [_learned(one, name) for one in advice.learned]
    return rows


def _candidate(one: Candidate, name: Callable[[str], str]) -> AdviceRow:
    leads = one.part == "lead"
    told = name(one.unit) if one.unit else one.name
    return AdviceRow(
        f"{one.part}:{one.unit or one.name}",
        one.unit,
        told,
        translate("Advice", "by the list") if one.reasons[0].item else translate("Advice", "by place and task"),
        translate("Advice", "leads") if leads else translate("Advice", "helps"),
        "；".join(reason_words(reason) for reason in one.reasons[:3]),
    )


def _learned(one: Suggestion, name: Callable[[str], str]) -> AdviceRow:
    cases = next((why.cases for why in one.evidence if why.cases), ())
    words = "；".join(evidence_words(why) for why in one.evidence[:3])
    return AdviceRow(
        f"learned:{one.unit}", one.unit, name(one.unit), translate("Advice", "from closed cases"),
        translate("Advice", "led"), words, tuple(cases), "history",
    )  # fmt: skip


def strip_words(advice: Advice, name: Callable[[str], str]) -> str:
    """The advice in one line: what the list says and what usually happened."""
    parts = []
    proposal = advice.proposal
    if proposal.leads:
        first = proposal.leads[0]
        told = name(first.unit) if first.unit else first.name
        item = proposal.item
        number = translate("Advice", "item {n}").format(n=item.number) if item is not None else ""
        route = duty_word(ROUTES, proposal.route) if proposal.route else ""
        parts.append(translate("Advice", "list: {unit}").format(unit=" · ".join(p for p in (told, number, route) if p)))
    if advice.learned and advice.learned[0].evidence:
        best = advice.learned[0]
        parts.append(
            translate("Advice", "so far: {unit}, {why}").format(
                unit=name(best.unit), why=evidence_words(best.evidence[0])
            )
        )
    return translate("Advice", "; ").join(parts)


class AdviceStrip(QWidget):
    """One line above the story while a case can be dispatched. A click opens the sheet."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.words = ""
        self.setFixedHeight(look.px(30))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_words(self, words: str) -> None:
        """Show one line."""
        self.words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def mousePressEvent(self, event: object) -> None:
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        size = look.px(15)
        p.drawPixmap(0, (self.height() - size) // 2, look.icon("lightbulb", "tx2", size))
        cap = paint.keycaps_width(look, "3")
        rect = QRect(size + look.px(7), 0, self.width() - size - cap - look.px(20), self.height())
        paint.elided(p, look, rect, self.words, "body", "tx1")
        paint.keycaps(p, look, self.width() - cap, self.height() / 2, "3")


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: AdviceRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(21))
        below = QRect(rect.left(), rect.top() + look.px(29), rect.width(), look.px(18))
        if column == "icon":
            size = look.px(16)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(row.icon, "tx2", size))
        elif column == "unit":
            paint.elided(p, look, top, row.name, "name", "tx1")
            paint.elided(p, look, below, row.words, "caption", "tx2")
        elif column == "part":
            paint.elided(p, look, top, row.part, "body", "acc", paint.RIGHT)
            paint.elided(p, look, below, row.source, "caption", "tx3", paint.RIGHT)


class AdviceSheet(Sheet):
    """Who must act on one case. ``picked`` gives the unit a person chose to lead."""

    picked = Signal(str)
    wanted = Signal(str)

    def __init__(self, context: Context, host: QWidget, advice: Advice) -> None:
        super().__init__(context.look, host, translate("Advice", "Who must act"), width=860)
        look, desk = context.look, context.desk
        self._desk = desk
        route = duty_word(ROUTES, advice.proposal.route) if advice.proposal.route else ""
        self.caption.setText(route)
        columns = Columns(
            look, [Column("icon", "", 22), Column("unit", "", 300, 4), Column("part", "", 150, 0, "right")]
        )
        nothing = Empty(
            look, "lightbulb", translate("Advice", "Nothing points at a unit"),
            translate("Advice", "Neither the list nor closed cases know a matter like this."),
        )  # fmt: skip
        self.list = ListPanel(
            look, translate("Advice", "Units and reasons"), _Painter(look, columns, height=54), nothing
        )
        self.list.setMinimumHeight(look.px(320))
        self.list.view.moved.connect(self._on_moved)
        self.list.view.opened.connect(self._on_opened)
        self.body.addWidget(self.list, 1)
        self.cases = Label(look, "", "caption", "2")
        self.cases.setWordWrap(True)
        self.body.addWidget(self.cases)
        learned = translate("Advice", "no closed cases were counted yet")
        if advice.learned_at is not None:
            learned = translate("Advice", "learned from {n} closed cases, {time}").format(
                n=advice.cases, time=short_moment(advice.learned_at)
            )
        self.body.addWidget(Label(look, learned, "caption", "3"))
        self.close_button = Button(look, translate("Advice", "Close"), key="Esc", kind="ghost")
        self.open_button = Button(look, translate("Advice", "Open the evidence"), key="O", icon="folder-open")
        self.take_button = Button(look, translate("Advice", "Let it lead"), key="Enter", icon="check", kind="primary")
        self.close_button.clicked.connect(self.dismiss)
        self.open_button.clicked.connect(self.open_evidence)
        self.take_button.clicked.connect(self.take)
        for button in (self.close_button, self.open_button, self.take_button):
            self.add_button(button)
        self.closed.connect(self.deleteLater)
        self.list.show_rows(advice_rows(advice, desk.reference.unit_name))
        self._on_moved(self.list.view.place)

    def open_sheet(self) -> None:
        """Show it with the keyboard on the first unit."""
        self.present(self.list.view)
        self.list.view.go(0)

    def _on_moved(self, _place: int) -> None:
        row = self.list.row
        numbers = self._numbers(row.cases[:6]) if row is not None else []
        told = translate("Advice", "rests on {numbers}").format(numbers="、".join(numbers)) if numbers else ""
        self.cases.setText(told)
        self.open_button.setVisible(bool(numbers))
        unit = self._desk.reference.units.get(row.unit) if row is not None else None
        self.take_button.setVisible(unit is not None and unit.kind != "community")

    def _numbers(self, cases: Sequence[str]) -> list[str]:
        found = {row.id: row for row in self._desk.read.cases.by_id(cases)} if cases else {}
        return [f"{short_number(found[key].number)} {found[key].title}" for key in cases if key in found]

    def _on_opened(self, _place: int) -> None:
        self.take()

    def take(self) -> None:
        """Enter: tick this unit to lead. The dispatch itself stays with the person."""
        row = self.list.row
        if row is not None and row.unit and self.take_button.isVisible():
            self.picked.emit(row.unit)
            self.dismiss()

    def open_evidence(self) -> None:
        """O: the newest of the cases the count rests on."""
        row = self.list.row
        if row is not None and row.cases:
            self.wanted.emit(row.cases[0])
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_O and not event.modifiers():
            self.open_evidence()
            return
        super().keyPressEvent(event)
