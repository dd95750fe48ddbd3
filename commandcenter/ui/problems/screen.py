"""The problem bank (基础问题库)."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ProblemsScreen(Screen):
    """A tab of its room."""

    name = "problems"

    def title(self) -> str:
        return self.tr("Problem bank")
