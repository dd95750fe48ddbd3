"""Situation and orders: the four key facts, the timeline, and one line to write in. Nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import KeyCaps, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.timeline import Timeline, TimelineRow
from commandcenter.ui.post.there import ThereLine
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

PREFIXES = {"!": "order", "！": "order", "@": "unit", "＠": "unit", "#": "fact", "＃": "fact"}
DRAFT_MS = 250


@dataclass(frozen=True, slots=True)
class FactFace:
    """A key fact: its name, value (or the word for unknown), the time it was told. ``unknown`` draws it dashed."""

    name: str
    value: str
    note: str
    unknown: bool
    tone: str = "tx1"


class FactStrip(QWidget):
    """Four key facts side by side."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: tuple[FactFace, ...] = ()
        self._fit()
        look.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(62))

    def show_facts(self, facts: Sequence[FactFace]) -> None:
        """Show the facts."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        self.setAccessibleName("; ".join(f"{fact.name} {fact.value} {fact.note}" for fact in facts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        if not self._facts:
            return
        width = self.width() / len(self._facts)
        for place, fact in enumerate(self._facts):
            x = place * width
            if place:
                p.fillRect(QRectF(x, 0, 1, self.height()), look.color("ln"))
            room = round(width - look.px(22))
            left = round(x + look.px(13))
            paint.elided(p, look, QRect(left, look.px(8), room, look.px(20)), fact.name, "caption", "tx2")
            if fact.unknown:
                box = QRectF(left - 4, look.px(30), look.width(fact.value, "name") + 14, look.px(24))
                paint.rounded(p, box, 4, None, look.color("ln3"), 1, Qt.PenStyle.DashLine)
                paint.text(p, look, box.adjusted(7, 0, 0, 0), fact.value, "name", "tx2")
                continue
            shown = look.elided(fact.value, "fact", room)
            paint.text(p, look, QRect(left, look.px(28), room, look.px(28)), shown, "fact", fact.tone)
            behind = left + look.width(shown, "fact") + look.px(6)
            if behind + look.width(fact.note, "caption") < x + width:
                paint.text(p, look, QRectF(behind, look.px(31), 200, look.px(24)), fact.note, "caption", "tx2")


class LineEdit(QLineEdit):
    """The writing line. Enter sends, Esc goes back to the board, Ctrl+digit still advances a department."""

    sent = Signal(str)
    left = Signal()
    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.text().strip():
                self.sent.emit(self.text().strip())
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.digit.emit(key - Qt.Key.Key_0)
            return
        super().keyPressEvent(event)


class LogPanel(Panel):
    """The right column. ``written`` emits a finished line; the screen decides what it means."""

    written = Signal(str)
    left = Signal()
    digit = Signal(int)
    drafted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", parent=parent)
        self.facts = FactStrip(look)
        self.tabs = SegTabs(
            look,
            [
                translate("Log", "All"),
                translate("Log", "Situation"),
                translate("Log", "Orders"),
                translate("Log", "System"),
            ],
        )
        self.tabs.picked.connect(self._on_tab)
        self.timeline = Timeline(look, translate("Log", "Situation and orders"))
        self.timeline.setMinimumHeight(look.px(24))  # in a low window it gives way to what the line will do
        self.line = LineEdit()
        self.line.setPlaceholderText(translate("Log", "Type, then Enter"))
        self.line.setAccessibleName(translate("Log", "Write a line"))
        self.reading = Label(look, "", "caption", "2")
        self.reading.setWordWrap(True)  # what will happen is read in full before Enter
        self._refused = ""
        self._rows: list[TimelineRow] = []
        self._drill = False
        self.there = ThereLine(look)
        self.body.addWidget(self.facts)
        self.body.addWidget(Line())
        self.body.addWidget(self.there)
        self.head_title = Label(look, translate("Log", "Situation and orders"), "panel")
        self.body.addLayout(row(self.head_title, None, self.tabs, margins=(14, 8, 12, 8)))
        self.body.addWidget(Line())
        self.body.addWidget(self.timeline, 1)
        self.body.addWidget(self._build_line())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._keep)
        self.line.textChanged.connect(self._timer.start)
        self.line.sent.connect(self.written)
        self.line.left.connect(self.left)
        self.line.digit.connect(self.digit)

    def _build_line(self) -> QFrame:
        look = self._look
        foot = QFrame()
        foot.setProperty("bar", "foot")
        outer = QVBoxLayout(foot)
        outer.setContentsMargins(12, 8, 12, 8)
        outer.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 1)
        top.addWidget(KeyCaps(look, "/"))
        outer.addLayout(top)
        self.hints = QWidget()
        self.hints.setLayout(
            row(
                KeyCaps(look, "!"),
                Label(look, translate("Log", "order"), "caption", "2"),
                KeyCaps(look, "@"),
                Label(look, translate("Log", "to a department"), "caption", "2"),
                KeyCaps(look, "#"),
                Label(look, translate("Log", "key fact"), "caption", "2"),
                Label(look, translate("Log", "“10 到 6” = unit 10 arrived with 6"), "caption", "3"),
                None,
                gap=6,
            )
        )
        outer.addWidget(self.hints)
        outer.addWidget(self.reading)
        self.reading.hide()
        return foot

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_rows(self, rows: list[TimelineRow], *, drill: bool) -> None:
        """Show the timeline, and how many lines each tab has."""
        self._rows, self._drill = rows, drill
        counts = {sort: sum(one.sort == sort for one in rows) for sort in ("situation", "order")}
        system = len(rows) - sum(counts.values())
        self.tabs.set_words(
            [
                translate("Log", "All {n}").format(n=len(rows)),
                translate("Log", "Situation {n}").format(n=counts["situation"]),
                translate("Log", "Orders {n}").format(n=counts["order"]),
                translate("Log", "System {n}").format(n=system),
            ]
        )
        self._on_tab(self.tabs.current)

    def say_reading(self, words: str, *, wrong: bool = False) -> None:
        """Show what the line will do, or in amber what is wrong with it; an empty text shows the hints again."""
        self.reading.setText(words)
        self.reading.set_tone("amb" if wrong else "2")
        self.reading.setVisible(bool(words))
        self.hints.setVisible(not words)

    def refuse(self, words: str) -> None:
        """The line was sent and cannot be done as it stands: say why, and let what is typed next take its place."""
        self.say_reading(words, wrong=True)
        self._refused = self.line.text()
        self.line.selectAll()

    def write(self, prefix: str = "") -> None:
        """Put the keyboard into the line; what was refused in it is replaced by what is typed."""
        refused = bool(self._refused) and self.line.text() == self._refused
        if prefix and (refused or not self.line.text()):
            self.line.setText(prefix)
            refused = False
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.setCursorPosition(len(self.line.text()))
        if refused:
            self.line.selectAll()

    def show_draft(self, text: str) -> None:
        """Put back what was typed for the incident that is shown now."""
        if self.line.text() != text:
            self.line.setText(text)
        self._timer.stop()

    def clear_line(self) -> None:
        """The line was sent."""
        self.line.clear()
        self._timer.stop()
        self._keep()

    def _keep(self) -> None:
        self.drafted.emit(self.line.text())

    def _on_tab(self, place: int) -> None:
        rows = self._rows
        if place == 1:
            rows = [one for one in rows if one.sort == "situation"]
        elif place == 2:
            rows = [one for one in rows if one.sort == "order"]
        elif place == 3:
            rows = [one for one in rows if one.sort not in ("situation", "order")]
        self.timeline.show_rows(rows, drill=self._drill)
