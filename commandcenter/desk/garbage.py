"""Garbage is collected on the window's thread only.

Python collects where it happens to allocate: in the writer, in the socket's thread. What it then frees may be a Qt object,
and Qt objects freed on another thread than their own bring the process down. So the automatic collector is off while a
desk is open, and a timer of the window's thread does the same work at the same thresholds.

What stands after the first full look - the program itself, its window - is not looked at again: each later one would stop the
window for as long as that takes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

CHECK_MS = 500
_OLDEST = 2


class Garbage(QObject):
    """Collects by generations, as the interpreter would."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.collect_due)

    def start(self) -> None:
        """Take over from the interpreter."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give the work back to the interpreter."""
        self._timer.stop()
        gc.enable()

    def collect_due(self) -> None:
        """Collect the oldest generation that is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (_OLDEST, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                if generation == _OLDEST and not gc.get_freeze_count():
                    gc.freeze()
                return
