"""The painted parts of the first start: cards to begin with, the steps, rows of checks, the letter, the people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from commandcenter.ui.firstrun.beginning import Sitter
from commandcenter.ui.firstrun.checks import LOOK, OK, Check
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate


class StartCard(QAbstractButton):
    """One way to begin: icon, title, key, what it brings. One of several is chosen; the arrows move between them."""

    def __init__(self, look: Look, icon: str, title: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon, self._key = icon, key
        self._words, self._note = "", ""
        self._compact = False
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def tell(self, words: str, note: str) -> None:
        """What this way brings, and the line below."""
        self._words, self._note = words, note
        self.setAccessibleName(f"{self._key} {self.text()}")
        self.setAccessibleDescription(f"{words} {note}")
        self.update()

    def set_compact(self, compact: bool) -> None:
        """The low form of narrow windows."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(70 if self._compact else 116))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        fill = "accS" if chosen else "bg2" if self.underMouse() and self.isEnabled() else "bg1"
        edge = look.color("acc") if chosen else look.color("ln3")
        paint.rounded(p, rect.adjusted(3, 3, -3, -3), 6, look.color(fill), edge, 2 if chosen else 1)
        if self.hasFocus():
            paint.focus_ring(p, look, rect, 8)
        left, right = rect.left() + look.px(20), rect.right() - look.px(18)
        top = rect.top() + look.px(8 if self._compact else 16)
        size = look.px(22)
        middle = top + look.px(14)
        p.drawPixmap(QPointF(left, middle - size / 2), look.icon(self._icon, "acc" if chosen else "tx2", size))
        caps = paint.keycaps_width(look, self._key)
        paint.keycaps(p, look, right - caps, middle, self._key)
        title = QRect(
            round(left + size + look.px(10)), round(top), round(right - left - size - caps - look.px(20)), look.px(28)
        )
        paint.elided(p, look, title, self.text(), "screen", "tx1")
        words = QRectF(left, top + look.px(30 if self._compact else 33), right - left, look.px(42))
        lines = 1 if self._compact else 2
        used = paragraph(p, look, words, self._words, lines=lines)
        note = QRect(
            round(left),
            round(words.top() + used + look.px(2 if self._compact else 4)),
            round(right - left),
            look.px(20),
        )
        if note.bottom() < rect.bottom() - look.px(4):
            paint.elided(p, look, note, self._note, "caption", "tx2" if chosen else "tx3")


def hatch_mark(look: Look) -> QPixmap:
    """A small field of the drill's texture."""
    mark = QPixmap(look.px(48), look.px(32))
    mark.fill(Qt.GlobalColor.transparent)
    p = QPainter(mark)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QBrush(paint.hatch(look)))
    p.drawRoundedRect(QRectF(mark.rect()), 4, 4)
    p.end()
    return mark


def paragraph(p: QPainter, look: Look, rect: QRectF, words: str, *, lines: int, color: str = "tx2") -> int:
    """Words over at most ``lines`` lines, the last one cut; returns the height used in pixels."""
    height = look.line("body")
    layout = QTextLayout(words, look.font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(rect.width())
        starts.append(line.textStart())
    layout.endLayout()
    for place, start in enumerate(starts[:lines]):
        last = place == lines - 1 or place == len(starts) - 1
        text = words[start:] if last else words[start : starts[place + 1]]
        line_rect = QRect(round(rect.left()), round(rect.top()) + place * height, round(rect.width()), height)
        paint.elided(p, look, line_rect, text, "body", color)
    return height * min(lines, len(starts))


class StepRow(QAbstractButton):
    """A step in the list at the left. ``state``: done, now, look, later. A click puts the keyboard there."""

    _ICONS = {
        "done": ("circle-check", "ok"),
        "now": ("circle-dot", "acc"),
        "look": ("triangle-alert", "amb"),
        "later": ("circle", "tx3"),
    }

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state, self._words, self._here = "later", "", False
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_state(self, state: str, words: str, *, here: bool) -> None:
        """Show how far the step is; ``here`` when the keyboard is in it."""
        if (state, words, here) != (self._state, self._words, self._here):
            self._state, self._words, self._here = state, words, here
            self.setAccessibleName(f"{self.text()}. {words}")
            self.update()

    @property
    def state(self) -> str:
        """done, now, look or later."""
        return self._state

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        if self._here:
            p.fillRect(rect, look.color("accS"))
            p.fillRect(QRectF(0, 0, 3, rect.height()), look.color("acc"))
        icon, tone = self._ICONS["now" if self._here and self._state == "later" else self._state]
        size = look.px(20)
        p.drawPixmap(QPointF(look.px(16), look.px(13)), look.icon(icon, tone, size))
        left = look.px(48)
        room = round(rect.width()) - left - look.px(12)
        paint.elided(p, look, QRect(left, look.px(11), room, look.px(24)), self.text(), "strong", "tx1")
        paint.elided(p, look, QRect(left, look.px(35), room, look.px(20)), self._words, "caption", "tx2")
        p.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.color("ln"))


class CheckList(QWidget):
    """Rows of checks: mark, name, what was found."""

    _MARKS = {OK: ("circle-check", "ok", "tx2"), LOOK: ("triangle-alert", "amb", "amb")}

    def __init__(self, look: Look, height: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self._checks: tuple[Check, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def checks(self) -> tuple[Check, ...]:
        """What is shown."""
        return self._checks

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show checks."""
        self._checks = tuple(checks)
        self.setAccessibleName("; ".join(f"{check.name}: {check.words}" for check in checks))
        self.setToolTip("\n".join(f"{check.name}: {check.words}" for check in checks if check.level == LOOK))
        self.updateGeometry()
        self.update()

    def set_row_height(self, height: int) -> None:
        """How high a row is at 100 %."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(400), self._look.px(self._height) * max(1, len(self._checks)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(260), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        height = look.px(self._height)
        size = look.px(18)
        names = max((look.width(check.name, "strong") for check in self._checks), default=0)
        column = min(names + look.px(24), self.width() // 2)
        for place, check in enumerate(self._checks):
            rect = QRect(look.px(16), place * height, self.width() - look.px(32), height)
            icon, mark, ink = self._MARKS.get(check.level, ("circle", "tx3", "tx3"))
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, mark, size))
            left = rect.left() + size + look.px(12)
            paint.elided(p, look, QRect(left, rect.top(), column, height), check.name, "strong", "tx1")
            found = QRect(left + column, rect.top(), rect.right() - left - column, height)
            paint.elided(p, look, found, check.words, "body", ink)
            if place + 1 < len(self._checks):
                p.fillRect(QRectF(1, rect.bottom(), self.width() - 2, 1), look.color("ln"))


class LetterBox(QWidget):
    """The letter of this workstation, and how numbers will read with it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letter, self._before, self._behind, self._note = "", "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_letter(self, letter: str, number: str, note: str) -> None:
        """Show a letter; ``number`` is an example that has it once."""
        self._letter, self._note = letter, note
        self._before, _, self._behind = number.rpartition(letter)
        self.setAccessibleName(f"{letter}. {number}. {note}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        side = look.px(52)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        paint.rounded(p, box, 6, look.color("accS"), look.color("acc"), 2)
        paint.text(p, look, box, self._letter, "clock", "acc", paint.CENTER)
        x = box.right() + look.px(16)
        line = QRectF(x, box.top() + look.px(3), self.width() - x, look.px(22))
        for words, tone in ((self._before, "tx1"), (self._letter, "acc"), (self._behind, "tx1")):
            paint.text(p, look, line, words, "strong", tone)
            line.setLeft(line.left() + look.width(words, "strong"))
        below = QRect(round(x), round(box.top()) + look.px(27), round(self.width() - x), look.px(20))
        paint.elided(p, look, below, self._note, "caption", "tx2")


class SitterPainter(RowPainter):
    """Name, role, post, and who is on the running shift."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", "", 110),
            Column("role", "", 76),
            Column("post", "", 110, 1, drop=1),
            Column("now", "", 90, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Sitter) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1" if row.person else "tx2")
        elif column == "role":
            paint.elided(p, look, rect, word(ROLES, row.role) if row.role else "", "body", "tx2")
        elif column == "post":
            paint.elided(p, look, rect, row.post, "caption", "tx2")
        elif row.now:
            paint.elided(p, look, rect, translate("FirstRun", "on shift now"), "caption", "tx2", paint.RIGHT)


def sitter_key(row: Sitter) -> str:
    """The key of a row."""
    return row.person


def sitter_spoken(row: Sitter) -> str:
    """What a screen reader says of a row."""
    return f"{row.name} {word(ROLES, row.role) if row.role else ''} {row.post}".strip()
