"""The screen of muster whistle."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class MusterScreen(Screen):
    """Muster whistle."""

    name = "muster"

    def title(self) -> str:
        return self.tr("Muster whistle")
