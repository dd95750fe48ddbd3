"""One press is one entry: the same key for the same thing twice within a moment counts once (design language 6)."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

DOUBLE_PRESS_MS = 600


class Presses:
    """Remembers when each thing was last pressed for."""

    def __init__(self) -> None:
        self._timers: dict[str, QElapsedTimer] = {}

    def again(self, what: str) -> bool:
        """Whether this is the same press once more; if not, the moment is noted."""
        timer = self._timers.get(what)
        if timer is not None and timer.elapsed() < DOUBLE_PRESS_MS:
            return True
        timer = self._timers[what] = QElapsedTimer()
        timer.start()
        return False
