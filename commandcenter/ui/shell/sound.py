"""Alarm tones: one for real, another for drills. Without a sound device the window still flashes and beeps."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication

from commandcenter.resource import resource

REAL_TONE, DRILL_TONE = "alarm.wav", "drill.wav"


class Sound(QObject):
    """Plays a tone at the set volume. QtMultimedia is loaded with the first tone, not at the start."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.on = True
        self.volume = 80
        self.played: list[str] = []
        self._effects: dict[str, Any] = {}
        self._broken = False

    def play(self, tone: str) -> None:
        """Play a tone, or beep where nothing can play."""
        if not self.on:
            return
        self.played.append(tone)
        if not self._try(tone):
            QApplication.beep()

    def _try(self, tone: str) -> bool:
        if self._broken:
            return False
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            self._broken = True
            return False
        if QMediaDevices.defaultAudioOutput().isNull():
            return False
        if tone not in self._effects:
            self._effects[tone] = QSoundEffect(self)
            self._effects[tone].setSource(QUrl.fromLocalFile(str(resource(f"sounds/{tone}"))))
        effect = self._effects[tone]
        effect.setVolume(self.volume / 100)
        effect.play()
        return True
