"""The fifth stage: do the matters come in as history, or do some go live with clocks that start now?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QWidget

from commandcenter.domain.case import HISTORY_AFTER_MS
from commandcenter.domain.clock import DAY
from commandcenter.ui.importing.offered import Offered, OfferedPainter, spot_of
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import CHOSEN, HISTORY, RECENT, Plan
from commandcenter.ui.importing.words import number
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label, Panel, column
from commandcenter.ui.parts.facts import Facts
from commandcenter.ui.parts.rows import RowList
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.parts.tickrows import TickView, WholeRows
from commandcenter.ui.theme.look import Look

DAYS = HISTORY_AFTER_MS // DAY
"""Rows older than so many days are offered as history."""


class WayCard(QAbstractButton):
    """One of the ways: its key, its words, what it means. The chosen one has the blue bar."""

    def __init__(self, look: Look, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self._below: tuple[str, ...] = ()
        self._most = 2
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def say(self, *below: str) -> None:
        """What it means, in one or two lines."""
        self._below = below
        self.setAccessibleName(f"{self.text()}. {' '.join(below)}")
        self.updateGeometry()
        self.update()

    def show_lines(self, most: int) -> None:
        """Show so many of the lines at most; a low window has room for one."""
        self._most = most
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(44 + 20 * max(1, len(self._below[: self._most]))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        rect = QRectF(self.rect())
        on, free = self.isChecked(), self.isEnabled()
        paint.rounded(p, rect, 6, look.color("accS" if on else "bg2"), look.color("acc" if on else "ln2"))
        if on:
            p.fillRect(QRectF(0, 4, 3, rect.height() - 8), look.color("acc"))
        ink = "tx1" if free else "tx3"
        top = look.px(10)
        paint.keycap(p, look, look.px(14), top + look.px(11), self._key, look.color("tx2" if free else "tx3"))
        left = look.px(14 + 32)
        words = QRectF(left, top, rect.width() - left - 8, look.px(22)).toRect()
        paint.elided(p, look, words, self.text(), "panel", ink)
        for place, line in enumerate(self._below[: self._most]):
            below = QRectF(left, top + look.px(24 + 20 * place), rect.width() - left - 10, look.px(20)).toRect()
            paint.elided(p, look, below, line, "caption", "tx2" if free else "tx3")


class LivePage(Page):
    """The ways at the left, the newest rows with their ticks at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        left = Panel(look, self.tr("How do they come in?"))
        self.history = WayCard(look, "1", self.tr("As history"))
        self.recent = WayCard(look, "2", self.tr("The recent ones live"))
        self.chosen = WayCard(look, "3", self.tr("Live: those I tick"))
        self.history.clicked.connect(self.choose_history)
        self.recent.clicked.connect(self.choose_recent)
        self.chosen.clicked.connect(self.choose_ticked)
        self.facts = Facts(look)
        self.facts_title = Label(look, self.tr("What will happen"), "panel")
        inner = column(
            self.history,
            self.recent,
            self.chosen,
            16,
            self.facts_title,
            4,
            self.facts,
            None,
            gap=10,
            margins=(14, 14, 14, 14),
        )
        left.body.addLayout(inner)
        self.painter = OfferedPainter(look, self, ticks=True)
        self.model = WholeRows(self.painter.spoken, self)
        self.view = TickView(look, self.model, self.painter, self.tr("Rows that would come in"))
        self.view.ticked.connect(self._toggle)
        self.view.opened.connect(self._toggle)
        self.right = Panel(look, self.tr("New rows, the newest first"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Filter the rows"))
        self.field.setPlaceholderText(self.tr("/  filter by words or number"))
        self.field.setFixedWidth(look.px(240))
        self.field.textChanged.connect(self._on_filter)
        self.field.returnPressed.connect(self._leave_field)
        self.right.add_to_head(self.field)
        self.pages = QStackedWidget()
        self.pages.addWidget(
            RowList(look, self.model, self.painter, self.tr("Rows that would come in"), view=self.view)
        )
        self.nothing = Empty(look, "search", self.tr("No row has these words"))
        self.pages.addWidget(self.nothing)
        self.right.body.addWidget(self.pages, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(left, 480)
        outer.addWidget(self.right, 1140)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        self.painter.plan, self.painter.directory = plan, self.context.desk.reference.directory
        created, recent = int(plan.report["created"]), int(plan.report["recent"])
        self.history.say(
            self.tr("no clocks; searchable and counted"),
            self.tr("every row ended elsewhere; there is nothing to choose")
            if created and created == plan.ended
            else self.tr("suggested: most rows are older than {days} days").format(days=DAYS)
            if plan.report.get("suggests") == "history"
            else self.tr("for matters that are over"),
        )
        self.recent.say(
            self.tr("rows younger than {days} days: {n}").format(n=number(recent), days=DAYS)
            if recent
            else self.tr("no row is younger than {days} days").format(days=DAYS),
            self.tr("suggested: most rows are younger; their clocks start when they come in")
            if plan.report.get("suggests") == "live"
            else self.tr("their clocks start when they come in"),
        )
        self.recent.setEnabled(recent > 0)
        self.chosen.say(
            self.tr("X ticks a row; the rest becomes history"),
            self.tr("the newest {n} of {all} are offered").format(
                n=number(len(plan.choosable)), all=number(created - plan.ended)
            ),
        )
        self._show_rows()
        self.view.go(max(0, self.view.place))
        self._refresh()

    def _show_rows(self) -> None:
        wanted = self.field.text().strip().lower()
        rows = [row for row in self.plan.choosable if not wanted or wanted in _words_of(row)]
        self.model.show(rows)
        self.pages.setCurrentIndex(0 if rows else 1)

    def _refresh(self) -> None:
        plan = self.plan
        for way, card in ((HISTORY, self.history), (RECENT, self.recent), (CHOSEN, self.chosen)):
            card.setChecked(plan.live == way)
        live = plan.live_count
        created = int(plan.report.get("created", 0))
        self.right.caption.setText(
            self.tr("{n} ticked").format(n=number(len(plan.ticked))) if plan.live == CHOSEN else ""
        )
        facts: list[tuple[str, str] | tuple[str, str, str]] = []
        if live:
            facts.append(
                ("timer", self.tr("{n} go live: they stand on the board to be dispatched.").format(n=number(live)), "1")
            )
            facts.append(
                ("clock", self.tr("Their limits run from the moment they come in, not from when they were sent."))
            )
        history = created - live - plan.ended
        if plan.ended:
            words = self.tr("{n} of them ended elsewhere: no clock runs.").format(n=number(plan.ended))
            facts.append(("circle-check", words, "1"))
        if history:
            facts.append(("archive", self.tr("{n} become history: no clock, no alarm.").format(n=number(history)), "1"))
        facts.append(("merge", self.tr("Importing the file again creates nothing twice.")))
        self.facts.say(*(facts[:3] if self._low() else facts))
        self.view.viewport().update()
        self.changed.emit()

    def _low(self) -> bool:
        return self.height() < self.look.px(500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for card in (self.history, self.recent, self.chosen):
            card.show_lines(1 if self._low() else 2)
        self.facts_title.setVisible(not self._low())
        if self.plan.report:
            self._refresh()

    # -- choosing --------------------------------------------------------------------------------------------------

    def choose_history(self) -> None:
        """1."""
        self._choose(HISTORY)

    def choose_recent(self) -> None:
        """2."""
        if self.recent.isEnabled():
            self._choose(RECENT)

    def choose_ticked(self) -> None:
        """3."""
        self._choose(CHOSEN)
        self.view.setFocus()

    def _choose(self, way: str) -> None:
        self.plan.live = way
        self._refresh()

    def _toggle(self, place: int) -> None:
        row = self.model.row(place)
        if row is None:
            return
        if self.plan.live != CHOSEN:
            self.plan.live = CHOSEN
        spot = spot_of(row)
        self.plan.tick([spot], on=spot not in self.plan.ticked)
        self._refresh()

    def toggle_all(self) -> None:
        """Shift+X: tick all rows that are shown, or take all their ticks back when they have them."""
        spots = [spot_of(row) for row in self.model.rows]
        if self.plan.live != CHOSEN:
            self.plan.live = CHOSEN
        self.plan.tick(spots, on=not self.plan.ticked.issuperset(spots))
        self._refresh()

    def _toggle_here(self) -> None:
        self._toggle(self.view.place)

    # -- keyboard --------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        (self.view if self.model.rows else self.field).setFocus()

    def hints(self) -> Hints:
        return (
            ("1 2 3", self.tr("history or live")),
            ("↑ ↓", self.tr("rows")),
            ("X", self.tr("tick")),
            ("Shift X", self.tr("tick all shown")),
            ("/", self.tr("filter")),
        )

    def ways(self) -> Mapping[int, Callable[[], None]]:
        return {
            Qt.Key.Key_1: self.choose_history,
            Qt.Key.Key_2: self.choose_recent,
            Qt.Key.Key_3: self.choose_ticked,
            Qt.Key.Key_X: self._toggle_here,
            Qt.Key.Key_Slash: self._focus_field,
        }

    def lacks(self) -> str:
        if self.plan.live == CHOSEN and not self.plan.ticked:
            return self.tr("Tick the rows that go live (X), or choose history (1).")
        return ""

    def back_inside(self) -> bool:
        """Esc in the filter empties and leaves it; tells whether it did."""
        if not self.field.hasFocus() and not self.field.text():
            return False
        self.field.clear()
        self.focus_first()
        return True

    def _focus_field(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _leave_field(self) -> None:
        self.focus_first()

    def _on_filter(self, _text: str) -> None:
        self._show_rows()
        self.view.go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_X and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.toggle_all()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.focus_first()
        else:
            super().keyPressEvent(event)


def _words_of(row: Offered) -> str:
    return f"{row['title']} {row['number']} {row['place_words']}".lower()
