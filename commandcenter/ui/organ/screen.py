"""The screen of post."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class OrganScreen(Screen):
    """Post."""

    name = "organ"

    def title(self) -> str:
        return self.tr("Post")
