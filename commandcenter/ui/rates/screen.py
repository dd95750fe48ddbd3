"""The three rates and the monthly review (三率点评)."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class RatesScreen(Screen):
    """A tab of its room."""

    name = "rates"

    def title(self) -> str:
        return self.tr("Three rates")
