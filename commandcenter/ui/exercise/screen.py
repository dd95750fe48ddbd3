"""The screen of exercise."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ExerciseScreen(Screen):
    """Exercise."""

    name = "exercise"

    def title(self) -> str:
        return self.tr("Exercise")
