"""The responsibility list (职责清单)."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ResponsibilityScreen(Screen):
    """A tab of its room."""

    name = "responsibility"

    def title(self) -> str:
        return self.tr("Responsibilities")
