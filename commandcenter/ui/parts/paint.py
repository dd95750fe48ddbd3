"""Painters shared by widgets and delegates: chips, pips, countdowns, relation tags, key caps. They own no state."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from commandcenter.ui.theme.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Chip:
    """What a status chip shows. ``tone``: plain, blue, done, over (filled), warn, inverted, unknown (dashed)."""

    text: str
    icon: str
    tone: str = "plain"


def text(
    p: QPainter,
    look: Look,
    rect: QRect | QRectF,
    words: str,
    role: str,
    color: str | QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw one line of text, cut at the edges of ``rect``. What lies within is set once and kept."""
    p.setFont(look.font(role))
    p.setPen(color if isinstance(color, QColor) else look.color(color))
    line, wide, high = look.set_words(words, role)
    right, below = rect.width() - wide, rect.height() - high
    if right < 0 or below < 0 or "\n" in words:
        p.drawText(rect, int(align), words)
        return
    x = rect.x() + (right if align is RIGHT else right / 2 if align is CENTER else 0)
    p.drawStaticText(QPointF(x, rect.y() + below / 2), line)


def elided(
    p: QPainter, look: Look, rect: QRect, words: str, role: str, color: str | QColor, align: Qt.AlignmentFlag = LEFT
) -> None:
    """Draw one line of text, cut at the right when it does not fit. It is set once and kept, for lists paint it often."""
    line, wide, high = look.set_line(words, role, rect.width())
    p.setFont(look.font(role))
    p.setPen(color if isinstance(color, QColor) else look.color(color))
    x = rect.x()
    if align is RIGHT:
        x += rect.width() - wide
    elif align is CENTER:
        x += (rect.width() - wide) // 2
    p.drawStaticText(x, rect.y() + (rect.height() - high) // 2, line)


def rounded(
    p: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded rectangle with a crisp edge."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        p.setPen(Qt.PenStyle.NoPen)
    else:
        p.setPen(QPen(edge, width, style))
    inset = width / 2 if edge is not None else 0
    p.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def chip_width(look: Look, chip: Chip) -> int:
    """How wide a chip is drawn."""
    return look.width(chip.text, "caption") + look.px(15 + 5 + 16)


def chip(p: QPainter, look: Look, rect: QRectF, shown: Chip, *, drill: bool = False) -> None:
    """A status chip in ``rect``: icon and word, edge neutral, filled only when over."""
    fill: QColor | None = None
    edge: QColor | None = look.color("ln3")
    ink = look.color("tx2")
    style = Qt.PenStyle.SolidLine
    if shown.tone == "over":
        fill, edge, ink = look.color("redF", drill=drill), None, look.color("onred", drill=drill)
    elif shown.tone == "warn":
        fill, edge = (None, look.color("amb")) if look.dark else (look.color("ambF"), None)
        ink = look.color("amb") if look.dark else look.color("onamb")
    elif shown.tone == "done":
        edge, ink = look.color("okF"), look.color("ok")
    elif shown.tone == "blue":
        ink = look.color("tx1")
    elif shown.tone == "inverted":
        fill, edge, ink = look.color("tx1"), None, look.color("bg0")
    elif shown.tone == "unknown":
        style = Qt.PenStyle.DashLine
    rounded(p, rect, 4, fill, edge, 1, style)
    icon_ink = look.color("acc") if shown.tone == "blue" else ink
    size = look.px(15)
    x = rect.left() + look.px(8)
    p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(shown.icon, icon_ink, size))
    words = QRectF(x + size + look.px(5), rect.top(), rect.width(), rect.height())
    text(p, look, words, shown.text, "caption", ink)


def pips(
    p: QPainter,
    look: Look,
    x: float,
    y: float,
    filled: int,
    total: int,
    *,
    blocked: bool = False,
    done: bool = False,
    drill: bool = False,
    width: int = 24,
) -> None:
    """Progress in segments; the segment that is overdue turns red."""
    p.setPen(Qt.PenStyle.NoPen)
    for place in range(total):
        if done and place < filled:
            color = look.color("okF")
        elif place < filled:
            color = look.color("pip3" if filled >= 4 else "pip2" if filled >= 2 else "pip1")
        elif blocked and place == filled:
            color = look.color("redF", drill=drill)
        else:
            color = look.color("pip0")
        p.setBrush(color)
        p.drawRoundedRect(QRectF(x + place * (width + 3), y, width, look.px(6)), 1.5, 1.5)


def countdown(p: QPainter, look: Look, rect: QRectF, words: str, level: str, *, drill: bool = False) -> None:
    """A countdown: ``over`` filled with octagon, ``warn`` edged with triangle, ``plain``, ``paused``."""
    icon = {"over": "octagon-alert", "warn": "triangle-alert", "paused": "pause"}.get(level, "")
    ink, fill, edge = "tx2", "", ""
    if level == "over":
        ink, fill = "onred", "redF"
    elif level == "warn":
        ink, fill, edge = ("amb", "", "amb") if look.dark else ("onamb", "ambF", "")
    elif level == "paused":
        ink = "tx3"
    box = rect.toAlignedRect()
    if fill or edge:
        p.drawPixmap(box.topLeft(), look.plate(box.width(), box.height(), fill, edge, drill=drill))
    if icon:
        size = look.px(14)
        at = QPoint(box.left() + look.px(7), box.top() + (box.height() - size) // 2)
        p.drawPixmap(at, look.icon(icon, ink, size, drill=drill))
    elided(p, look, box.adjusted(0, 0, -look.px(8), 0), words, "name", look.color(ink, drill=drill), RIGHT)


def relation(p: QPainter, look: Look, rect: QRectF, code: str, word: str) -> None:
    """The relation tag: texture, never hue. Direct filled, dispatch solid, request dashed, report dotted."""
    styles = {"dispatch": Qt.PenStyle.SolidLine, "request": Qt.PenStyle.DashLine, "report": Qt.PenStyle.DotLine}
    if code == "direct":
        rounded(p, rect, 4, look.color("bg3") if look.dark else look.color("ln"), None)
    else:
        rounded(p, rect, 4, None, look.color("ln3"), 1, styles.get(code, Qt.PenStyle.SolidLine))
    text(p, look, rect, word, "caption", "tx2", CENTER)


def keycap_width(look: Look, key: str) -> int:
    """How wide a key cap is drawn."""
    return max(look.px(20), look.width(key, "key") + look.px(10))


def keycap(
    p: QPainter, look: Look, x: float, y: float, key: str, ink: QColor | None = None, edge: QColor | None = None
) -> float:
    """A key cap with its left edge at ``x`` and its middle at ``y``; returns the x behind it."""
    width, height = keycap_width(look, key), look.px(20)
    rounded(p, QRectF(x, y - height / 2, width, height), 3, None, edge or look.color("ln3"))
    text(p, look, QRectF(x, y - height / 2, width, height), key, "key", ink or look.color("tx2"), CENTER)
    return x + width


def keycaps(
    p: QPainter, look: Look, x: float, y: float, keys: str, ink: QColor | None = None, edge: QColor | None = None
) -> float:
    """Several key caps, separated by blanks in ``keys``; returns the x behind them."""
    for key in keys.split():
        x = keycap(p, look, x, y, key, ink, edge) + look.px(3)
    return x


def keycaps_width(look: Look, keys: str) -> int:
    """How wide several key caps are drawn."""
    return sum(keycap_width(look, key) + look.px(3) for key in keys.split())


def focus_ring(p: QPainter, look: Look, rect: QRectF, radius: float = 8) -> None:
    """The focus: 2 px outside the edge by 2 px, always visible."""
    rounded(p, rect, radius, None, look.color("acc"), 2)


def hatch(look: Look) -> QPixmap:
    """The drill texture: 45° stripes of amber on near black, 14 by 14."""
    tile = QPixmap(28, 28)
    tile.fill(look.color("onamb"))
    p = QPainter(tile)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(look.color("ambF"), 10))
    for shift in (-28, 0, 28):
        p.drawLine(shift - 4, 32, shift + 32, -4)
    p.end()
    return tile
