"""When it happens: weekdays down, hours of the day across, the more the brighter. One paint, with the figures in the cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.domain.foresight_rule import BAND_HOURS
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

BANDS = 24 // BAND_HOURS


def weekday_words() -> list[str]:
    """The seven days of the week, Monday first, as short as a calendar says them."""
    return [
        translate("HourHeat", "Mon"),
        translate("HourHeat", "Tue"),
        translate("HourHeat", "Wed"),
        translate("HourHeat", "Thu"),
        translate("HourHeat", "Fri"),
        translate("HourHeat", "Sat"),
        translate("HourHeat", "Sun"),
    ]


def band_words(band: int) -> str:
    """A band of the week in words: the day and its two hours."""
    hour = band % BANDS * BAND_HOURS
    return f"{weekday_words()[band // BANDS % 7]} {hour:02d}–{hour + BAND_HOURS:02d}"


class HourHeat(QWidget):
    """Counts by hour of the week (``foresight_rule.hour_of_week``)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts: tuple[int, ...] = (0,) * 7 * BANDS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_counts(self, counts: Sequence[int]) -> None:
        """Show 84 counts."""
        self._counts = tuple(counts)
        most = sorted(range(len(counts)), key=lambda band: (-counts[band], band))[:5]
        self.setAccessibleName("; ".join(f"{band_words(band)} {counts[band]}" for band in most if counts[band]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(140))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p = self._look, self._look.px, QPainter(self)
        left, top = px(44), px(10)
        wide = (self.width() - left - px(10)) / BANDS
        high = (self.height() - top - px(28)) / 7
        most = max(max(self._counts, default=0), 1)
        for day, name in enumerate(weekday_words()):
            box = QRectF(px(8), top + day * high, left - px(12), high)
            paint.text(p, look, box, name, "caption", "tx2")
            for band in range(BANDS):
                count = self._counts[day * BANDS + band]
                cell = QRectF(left + band * wide, top + day * high, wide, high).adjusted(1, 1, -1, -1)
                share = count / most
                tone = "pip0" if not count else "pip1" if share < 0.34 else "pip2" if share < 0.67 else "pip3"
                paint.rounded(p, cell, 2, look.color(tone), None)
                if count:
                    dark_ink = (look.dark and share >= 0.34) or (not look.dark and share < 0.34)
                    ink = "bg0" if look.dark and dark_ink else "tx1" if dark_ink else "onfill"
                    paint.text(p, look, cell, str(count), "key", ink, paint.CENTER)
        for band in range(0, BANDS + 1, 2):
            x = left + band * wide
            paint.text(
                p, look, QRectF(x - 16, self.height() - px(24), 32, px(18)), str(band * 2), "key", "tx3", paint.CENTER
            )
