"""The trainee's own place: who calls and what can be answered, what is still owed, the line to type in, the running score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.domain.drill_score import Line as ScoreLine
from commandcenter.domain.drill_score import Total
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class CallCard(QFrame):
    """A call for the trainee: caller, words, three ways to answer. It takes no focus; the keys stay where they are."""

    answered = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.caller = Label(look, "", "panel")
        self.when = Label(look, "", "caption", "2")
        self.words = Label(look, "", "tile")
        self.words.setWordWrap(True)
        self.buttons = {
            "read_back": Button(look, "", key="Enter", icon="check", kind="primary", small=True),
            "order": Button(look, "", key="!", small=True),
            "unit": Button(look, "", key="@", small=True),
        }
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons["read_back"].clicked.connect(self._read_back)
        self.buttons["order"].clicked.connect(self._order)
        self.buttons["unit"].clicked.connect(self._unit)
        self._actions = row(*self.buttons.values(), None, gap=8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 12, 14, 12)
        outer.setSpacing(8)
        outer.addLayout(row(24, self.caller, None, self.when))
        outer.addWidget(self.words)
        outer.addLayout(self._actions)
        self._icon = "phone-call"
        self._quiet = True

    def _read_back(self) -> None:
        self.answered.emit("read_back")

    def _order(self) -> None:
        self.answered.emit("order")

    def _unit(self) -> None:
        self.answered.emit("unit")

    def show_call(self, caller: str, at: str, words: str, actions: Sequence[str], more: int) -> None:
        """Show a call; ``actions`` are the words of the three buttons (fewer: they are hidden), ``more`` wait behind it."""
        self._quiet = not actions
        self.caller.setText(caller)
        behind = translate("Exercise", "{n} more wait").format(n=more) if more else ""
        self.when.setText(" · ".join(part for part in (at, behind) if part))
        self.words.setText(words)
        self.words.set_tone("2" if self._quiet else "1")
        for place, button in enumerate(self.buttons.values()):
            button.setVisible(place < len(actions))
            if place < len(actions):
                button.set_text(actions[place])
        self.setAccessibleName(f"{caller} {words}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        fill = look.color("bg2" if self._quiet else "accS")
        paint.rounded(p, rect, 6, fill, look.color("ln2" if self._quiet else "acc"), 1 if self._quiet else 1.5)
        size = look.px(18)
        y = self.caller.geometry().center().y() - size // 2
        p.drawPixmap(14, y, look.icon(self._icon, "tx3" if self._quiet else "acc", size))


class DrillLine(QLineEdit):
    """The line: Enter sends, Esc gives the keys back."""

    sent = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sent.emit(self.text().strip())
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class Owed(QWidget):
    """Four small counts of what is still ours to do; amber when it is not nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._items: tuple[tuple[str, str, str, bool], ...] = ()
        self.setFixedHeight(look.px(76))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[tuple[str, str, str, bool]]) -> None:
        """(icon, words, figure, wants a look)."""
        if tuple(items) != self._items:
            self._items = tuple(items)
            self.setAccessibleName("; ".join(f"{words} {figure}" for _, words, figure, _ in items))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        width = (self.width() - 8) / 2
        height = (self.height() - 8) / 2
        for place, (name, words, figure, warn) in enumerate(self._items):
            box = QRectF((place % 2) * (width + 8), (place // 2) * (height + 8), width, height)
            paint.rounded(p, box, 4, look.color("bg2"), look.color("ln2"))
            size = look.px(16)
            ink = "amb" if warn else "tx2"
            p.drawPixmap(round(box.left() + 10), round(box.center().y() - size / 2), look.icon(name, ink, size))
            inner = box.adjusted(10 + size + 8, 0, -10, 0).toRect()
            paint.elided(p, look, inner, words, "body", "tx1")
            paint.text(p, look, inner, figure, "name", "amb" if warn else "tx2", paint.RIGHT)


class ScorePanel(Panel):
    """The score sheet as it stands: track = full, grey = asked so far, blue = won."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Exercise", "Score"), "", parent, head=40)
        self._bars = _Bars(look)
        self.body.addWidget(self._bars, 1)
        self.foot_words = ElidedLabel(look, "", "caption", "3")
        self.add_foot(self.foot_words)

    def show_score(self, lines: Sequence[ScoreLine], total: Total, foot: str) -> None:
        """Show the sheet."""
        words = translate("Exercise", "{won} of {asked} asked so far").format(
            won=f"{total.won:g}", asked=f"{total.asked:g}"
        )
        self.caption.setText(words)
        self.foot_words.setText(foot)
        self._bars.show_lines(lines)


class _Bars(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[ScoreLine, ...] = ()
        self.setMinimumHeight(look.px(120))

    def show_lines(self, lines: Sequence[ScoreLine]) -> None:
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.setAccessibleName("; ".join(f"{line.name} {line.won:g}/{line.full}" for line in lines))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        if not self._lines:
            return
        height = min(look.px(36), (self.height() - 8) / len(self._lines))
        names = max(look.width(line.name, "body") for line in self._lines) + look.px(16)
        figures = look.px(112)
        for place, line in enumerate(self._lines):
            top = 6 + place * height
            name = QRectF(14, top, names, height)
            paint.text(p, look, name, line.name, "body", "tx1" if line.asked else "tx3")
            track = QRectF(14 + names, top + height / 2 - 5, self.width() - 28 - names - figures, 10)
            p.fillRect(track, look.color("pip0"))
            if line.full:
                p.fillRect(
                    QRectF(track.left(), track.top(), track.width() * line.asked / line.full, 10), look.color("ln3")
                )
                p.fillRect(
                    QRectF(track.left(), track.top(), track.width() * line.won / line.full, 10), look.color("pip3")
                )
            right = QRectF(track.right() + 8, top, figures - 8 - look.px(30), height)
            words = f"{line.won:.3g} / {line.asked:.3g}" if line.asked else translate("Exercise", "not yet")
            paint.text(
                p, look, right, words, "name" if line.asked else "caption", "tx1" if line.asked else "tx3", paint.RIGHT
            )
            full = QRect(self.width() - 14 - look.px(28), round(top), look.px(28), round(height))
            paint.text(p, look, full, str(line.full), "body", "tx3", paint.RIGHT)


class TraineePanel(Panel):
    """Call card, what is owed, the line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Exercise", "Your seat"), "", parent, head=40)
        self.keys = Label(look, translate("Exercise", "the keys are here"), "caption", "acc")
        self.add_to_head(self.keys)
        self.card = CallCard(look)
        self.owed = Owed(look)
        self.line = DrillLine()
        self.line.setAccessibleName(translate("Exercise", "Line"))
        self.line.setPlaceholderText(translate("Exercise", "/ situation   ! order to all   @2 order to unit 2"))
        self.reading = ElidedLabel(look, "", "caption", "3")
        self.body.addLayout(
            column(
                self.card,
                self.owed,
                gap=10,
                margins=(12, 12, 12, 10),
            )
        )
        self.body.addStretch(1)
        foot = self.add_foot()
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addLayout(row(self.line, KeyCaps(look, "Enter")))
        box.addWidget(self.reading)
        foot.layout().addLayout(box)  # type: ignore[union-attr]
