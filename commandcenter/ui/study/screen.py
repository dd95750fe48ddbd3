"""The screen of figures."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class StudyScreen(Screen):
    """Figures."""

    name = "study"

    def title(self) -> str:
        return self.tr("Figures")
