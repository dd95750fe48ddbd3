"""Plain building blocks: labels by role, panels with a head, lines, key caps, rows of things."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look


class Label(QLabel):
    """A text in a type role and tone (1 main, 2 secondary, 3 caption, acc, red, amb, ok). It never reads markup."""

    def __init__(self, look: Look, text: str = "", role: str = "body", tone: str = "1", parent: QWidget | None = None):
        super().__init__(text, parent)
        self._look = look
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_tone(self, tone: str) -> None:
        """Change the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._role))


class ElidedLabel(Label):
    """A label that cuts its text at the right instead of asking for more room; the whole text is its tool tip."""

    def __init__(self, look: Look, text: str = "", role: str = "body", tone: str = "1", parent: QWidget | None = None):
        super().__init__(look, "", role, tone, parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def text(self) -> str:
        """The whole text."""
        return self._whole

    def resizeEvent(self, event: object) -> None:
        self._cut()

    def sizeHint(self) -> QSize:
        return QSize(self._look.width(self._whole, self._role) + 2, self._look.line(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.line(self._role))

    def _cut(self) -> None:
        shown = self._look.elided(self._whole, self._role, self.width())
        QLabel.setText(self, shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class KeyCaps(QWidget):
    """Key caps as the screen prints them beside what they do."""

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(paint.keycaps_width(self._look, self._keys), self._look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.keycaps(p, self._look, 0, self.height() / 2, self._keys)


class NumberMark(QWidget):
    """A number on a blue square: the steps of a screen in the order of work."""

    def __init__(self, look: Look, number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self.setFixedSize(look.px(24), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 4, self._look.color("accF"), None)
        paint.text(p, self._look, rect, self._number, "strong", "onfill", paint.CENTER)


class Line(QFrame):
    """A hairline, ``h`` or ``v``."""

    def __init__(self, direction: str = "h") -> None:
        super().__init__()
        self.setProperty("line", direction)


def row(*items: QWidget | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A horizontal layout. A number is a gap in pixels, None takes the free room."""
    layout = QHBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    _fill(layout, items)
    return layout


def column(
    *items: QWidget | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """A vertical layout. A number is a gap in pixels, None takes the free room."""
    layout = QVBoxLayout()
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    _fill(layout, items)
    return layout


def _fill(layout: QHBoxLayout | QVBoxLayout, items: tuple[QWidget | int | None, ...]) -> None:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addWidget(item, 1 if isinstance(item, ElidedLabel) else 0)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


class Panel(QFrame):
    """A panel with a head: title, caption, and things at the right. ``body`` is the layout below."""

    def __init__(
        self, look: Look, title: str = "", caption: str = "", parent: QWidget | None = None, *, head: int = 44
    ):
        super().__init__(parent)
        self._look = look
        self.setProperty("panel", "true")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.title = Label(look, title, "panel")
        self.caption = ElidedLabel(look, caption, "caption", "3")
        self.head = QWidget()
        self._head_height = head
        self._head_row = QHBoxLayout(self.head)
        self._head_row.setContentsMargins(14, 0, 12, 0)
        self._head_row.setSpacing(8)
        self._head_row.addWidget(self.title)
        self._head_row.addWidget(self.caption, 1)
        self._restyle()
        look.changed.connect(self._restyle)
        self._line = Line()
        if title:
            self._outer.addWidget(self.head)
            self._outer.addWidget(self._line)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._outer.addLayout(self.body, 1)

    def show_head(self, shown: bool) -> None:
        """Show the head, or leave its room to the body."""
        self.head.setVisible(shown)
        self._line.setVisible(shown)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the right of the head."""
        self._head_row.addWidget(widget)

    def add_foot(self, *widgets: QWidget | int | None) -> QFrame:
        """A foot with widgets in a row."""
        foot = QFrame()
        foot.setProperty("bar", "foot")
        foot.setLayout(row(*widgets, margins=(12, 8, 12, 8)))
        self._outer.addWidget(foot)
        return foot

    def _restyle(self) -> None:
        self.head.setFixedHeight(self._look.px(self._head_height))


class Empty(QWidget):
    """An empty state: icon, fact, and when the next thing comes. Never an illustration."""

    def __init__(self, look: Look, icon: str, fact: str, then: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._picture = QLabel()
        self.fact = Label(look, fact, "name")
        self.then = Label(look, then, "caption", "3")
        self.then.setWordWrap(True)
        words = column(self.fact, self.then, gap=2)
        inner = QHBoxLayout()
        inner.setSpacing(14)
        inner.addStretch(1)
        inner.addWidget(self._picture)
        inner.addLayout(words)
        inner.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner)
        outer.addStretch(1)
        self._restyle()
        look.changed.connect(self._restyle)

    def say(self, fact: str, then: str = "") -> None:
        """Change what it says."""
        self.fact.setText(fact)
        self.then.setText(then)
        self.then.setVisible(bool(then))
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        room = self.width() - self._look.px(24 + 14 + 40)
        self.then.setMinimumWidth(max(0, min(self._look.width(self.then.text(), "caption") + 4, room)))
        self._picture.setPixmap(self._look.icon(self._icon, "tx3", self._look.px(24)))
