"""The screen of supervision whistle."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class SupervisionScreen(Screen):
    """Supervision whistle."""

    name = "supervision"

    def title(self) -> str:
        return self.tr("Supervision whistle")
