"""The screen of plans."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class PlansScreen(Screen):
    """Plans."""

    name = "plans"

    def title(self) -> str:
        return self.tr("Plans")
