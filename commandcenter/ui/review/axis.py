"""The shared time axis of slider and chart: the first half hour takes 52 % of the width, the rest the remaining 48 %."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.clock import MINUTE

BEND_MS = 30 * MINUTE
BEND_SHARE = 0.52
_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440, 2880, 10080)


@dataclass(frozen=True, slots=True)
class Axis:
    """Milliseconds since the whistle ↔ x in pixels, for a span (milliseconds) and a width (pixels)."""

    span: int
    width: float

    @property
    def bent(self) -> bool:
        """Whether the time after half an hour is compressed."""
        return self.span > BEND_MS / BEND_SHARE

    def x_of(self, after: float) -> float:
        """Where a moment lies; before the start and after the end it is clipped."""
        after = max(0.0, min(float(after), float(self.span)))
        if not self.bent:
            return after / max(1, self.span) * self.width
        if after <= BEND_MS:
            return after / BEND_MS * BEND_SHARE * self.width
        return (BEND_SHARE + (after - BEND_MS) / (self.span - BEND_MS) * (1 - BEND_SHARE)) * self.width

    def at_x(self, x: float) -> int:
        """The moment at a place."""
        share = max(0.0, min(x / max(1.0, self.width), 1.0))
        if not self.bent:
            return round(share * self.span)
        if share <= BEND_SHARE:
            return round(share / BEND_SHARE * BEND_MS)
        return round(BEND_MS + (share - BEND_SHARE) / (1 - BEND_SHARE) * (self.span - BEND_MS))

    def ticks(self, room: float) -> list[int]:
        """Moments for labels, at least ``room`` pixels apart."""
        if not self.bent:
            return self._even(0, self.span, room, self.width)
        first = self._even(0, BEND_MS, room, BEND_SHARE * self.width)
        rest = self._even(BEND_MS, self.span, room, (1 - BEND_SHARE) * self.width)
        return [*first, *(tick for tick in rest if tick > BEND_MS)]

    @staticmethod
    def _even(start: int, end: int, room: float, width: float) -> list[int]:
        if end <= start or width <= 0:
            return [start]
        least = room / width * (end - start) / MINUTE
        step = next((one for one in _STEPS if one >= least), _STEPS[-1]) * MINUTE
        return list(range(start, end + 1, step))
