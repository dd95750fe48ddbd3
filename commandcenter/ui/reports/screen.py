"""The screen of reports."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ReportsScreen(Screen):
    """Reports."""

    name = "reports"

    def title(self) -> str:
        return self.tr("Reports")
