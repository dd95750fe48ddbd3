"""The bar of a limit: how much of its time is gone, ticks at 50, 80 and 100 %, white once the reminder was recorded."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

FULL = 1.25
"""The bar runs on to 125 %: what is over stands behind the last tick."""

TICKS = (50, 80, 100)


def limit_bar(
    p: QPainter,
    look: Look,
    rect: QRect,
    share: float,
    reminded: Collection[int],
    tone: str = "plain",
    *,
    drill: bool = False,
) -> None:
    """Paint a bar in the middle of ``rect``. ``share`` is 1.0 at the end of the limit.

    ``tone``: plain, done, late (done after its time), over (red past the end), warn (amber past it), idle (not running).
    """
    height = look.px(8)
    track = QRectF(rect.left(), rect.center().y() - height / 2 + 1, rect.width(), height)
    paint.rounded(p, track, 3, look.color("pip0"), None)
    unit = rect.width() / FULL
    gone = min(FULL, max(0.0, share))
    fill = {"done": "okF", "late": "okF", "idle": "pip0"}.get(tone, "pip2")
    if gone > 0:
        within = QRectF(track.left(), track.top(), unit * min(1.0, gone), height)
        paint.rounded(p, within, 3, look.color(fill), None)
    if gone > 1:
        beyond = QRectF(track.left() + unit, track.top(), unit * (gone - 1), height)
        ink = "redF" if tone == "over" else "ambF"
        p.fillRect(beyond, look.color(ink, drill=drill))
    for tick in TICKS:
        x = round(track.left() + unit * tick / 100)
        told = tick in reminded
        p.fillRect(x - 1, round(track.top()) - 4, 2, height + 8, look.color("tx1" if told else "ln3"))


def tick_marks(p: QPainter, look: Look, rect: QRect, *, words: str = "%") -> None:
    """The figures above the ticks of a column of bars."""
    unit = rect.width() / FULL
    for tick in TICKS:
        text = f"{tick} {words}" if tick == TICKS[-1] else str(tick)
        wide = look.width(text, "key")
        x = rect.left() + unit * tick / 100
        at = x - wide / 2 if tick != TICKS[-1] else x - look.width(str(tick), "key") / 2
        paint.text(p, look, QRectF(at, rect.top(), wide + 4, rect.height()), text, "key", "tx3")
