"""The look at the size of a wall: everything is told for 1920 by 1080 and drawn in the proportion of the real screen.

Sizes are those of design language 3 for the wallboard: least 24, rows 28, banner 40-60, counts 84. The text size a person
set for the workstation does not apply: the wall is as far away as it is.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import CENTER, LEFT, RIGHT
from commandcenter.ui.theme.look import FAMILIES, KEPT_LINES, ROLES, Look, set_in

WIDTH, HEIGHT = 1920, 1080

SIZES: dict[str, tuple[int, int]] = {
    "small": (ROLES["wall_small"][0], 400),
    "text": (ROLES["wall"][0], 400),
    "strong": (ROLES["wall"][0], 600),
    "head": (32, 600),
    "title": (ROLES["wall_title"][0], 600),
    "banner": (44, 600),
    "rate": (ROLES["wall_banner"][0], 600),
    "figure": (60, 600),
    "count": (ROLES["wall_count"][0], 600),
}
"""Role → (pixels at 1920 by 1080, weight)."""


CALM = {"red": "tx1", "redS": "bg2", "redF": "bg3", "amb": "tx1", "ambS": "bg2", "ambF": "bg3"}
"""While nothing burns the wall shows no red and no amber: shape and words carry what is late (design 24)."""


class Ink:
    """Lengths, fonts and colours of one wallboard. ``fit`` tells it the real size, ``calm`` that nothing burns."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.scale = 1.0
        self.calm = False
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._lines: dict[tuple[str, str, int], tuple[QStaticText, float, float, int]] = {}

    def fit(self, width: int, height: int) -> None:
        """Draw in the proportion of a screen of so many pixels."""
        self.scale = max(0.2, min(width / WIDTH, height / HEIGHT))
        self._fonts.clear()
        self._metrics.clear()
        self._lines.clear()

    def px(self, value: float) -> int:
        """A length in real pixels."""
        return round(value * self.scale)

    def color(self, name: str, *, drill: bool = False) -> QColor:
        """A colour token; in a drill no red is left, on the calm wall no amber either."""
        return self.look.color(CALM.get(name, name) if self.calm else name, drill=drill)

    def font(self, role: str) -> QFont:
        """The font of a role, with tabular figures."""
        if role not in self._fonts:
            pixels, weight = SIZES[role]
            font = QFont()
            font.setFamilies(list(FAMILIES))
            font.setPixelSize(max(1, self.px(pixels)))
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setFeature(QFont.Tag("tnum"), 1)
            self._fonts[role] = font
        return self._fonts[role]

    def width(self, text: str, role: str) -> int:
        """How wide a text is drawn, in real pixels."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self.font(role))
        return self._metrics[role].horizontalAdvance(text)

    def elided(self, text: str, role: str, width: float) -> str:
        """The text cut at the right to fit into real pixels."""
        self.width("", role)
        return self._metrics[role].elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(width)))

    def largest(self, text: str, roles: tuple[str, ...], width: float) -> str:
        """The first of the roles in which a text fits, else the last."""
        return next((role for role in roles if self.width(text, role) <= width), roles[-1])

    def text(
        self,
        p: QPainter,
        rect: QRectF,
        words: str,
        role: str,
        color: str | QColor,
        align: Qt.AlignmentFlag = LEFT,
    ) -> int:
        """Draw one line, cut at the right when it does not fit; returns how wide it became."""
        p.setFont(self.font(role))
        p.setPen(color if isinstance(color, QColor) else self.color(color))
        line, wide, high, told = self._set(words, role, int(rect.width() + 1))
        right, below = rect.width() - wide, rect.height() - high
        if right < 0 or below < 0:
            p.drawText(rect, int(align), line.text())
        else:
            x = rect.x() + (right if align is RIGHT else right / 2 if align is CENTER else 0)
            p.drawStaticText(QPointF(x, rect.y() + below / 2), line)
        return told

    def _set(self, words: str, role: str, width: int) -> tuple[QStaticText, float, float, int]:
        """A line cut to fit, set once and kept: with its size and how wide it is told to be, in real pixels."""
        key = (words, role, width)
        found = self._lines.get(key)
        if found is None:
            shown = self.elided(words, role, width)
            if len(self._lines) >= KEPT_LINES:
                del self._lines[next(iter(self._lines))]
            found = self._lines[key] = (*set_in(self.font(role), shown), self.width(shown, role))
        return found

    def icon(self, p: QPainter, x: float, middle: float, name: str, color: str | QColor, size: int) -> int:
        """Draw an icon with its left edge at ``x`` and its middle at ``middle``; returns its width in real pixels."""
        side = self.px(size)
        tone = CALM.get(color, color) if self.calm and isinstance(color, str) else color
        p.drawPixmap(QPointF(x, middle - side / 2), self.look.icon(name, tone, side))
        return side

    def hairline(self, p: QPainter, left: float, y: float, right: float) -> None:
        """A line between rows."""
        p.fillRect(QRectF(left, y, right - left, 1), self.color("ln"))

    def dashed(self, p: QPainter, rect: QRectF) -> None:
        """The edge of something unknown."""
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(self.color("ln3"), max(1, self.px(2)), Qt.PenStyle.DashLine))
        p.drawRoundedRect(rect, self.px(5), self.px(5))


class Pane(QWidget):
    """A painted part of the wall. Subclasses paint; ``say`` tells a screen reader what stands there."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink = ink

    def say(self, words: str) -> None:
        """What a screen reader says of this part; painted anew."""
        self.setAccessibleName(words)
        self.update()

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put it where lengths are told for 1920 by 1080."""
        px = self.ink.px
        left, top = px(x), px(y)
        self.setGeometry(QRect(left, top, px(x + width) - left, px(y + height) - top))


class Panel(Pane):
    """A panel with a head: title, and a word at its right. Rows are painted below by subclasses."""

    HEAD = 62

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self.title = title
        self.aside = ""

    def ground(self, p: QPainter) -> QRectF:
        """Paint panel and head; what is left for the rows, in real pixels."""
        ink = self.ink
        rect = QRectF(self.rect())
        paint.rounded(p, rect, ink.px(8), ink.color("bg1"), ink.color("ln"))
        edge = ink.px(24)
        head = QRectF(edge, 0, rect.width() - 2 * edge, ink.px(self.HEAD))
        aside = ink.text(p, head, self.aside, "small", "tx2", RIGHT)
        ink.text(p, head.adjusted(0, 0, -aside - ink.px(16), 0), self.title, "head", "tx1")
        ink.hairline(p, 1, head.bottom(), rect.right() - 1)
        return QRectF(edge, head.bottom(), rect.width() - 2 * edge, rect.height() - head.bottom())

    def nothing(self, p: QPainter, rect: QRectF, words: str) -> None:
        """Say in the middle that there is nothing to show."""
        self.ink.text(p, rect, words, "text", "tx3", CENTER)
