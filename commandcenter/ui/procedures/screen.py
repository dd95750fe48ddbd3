"""Procedures (办理流程): the workflows as data."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ProceduresScreen(Screen):
    """A tab of its room."""

    name = "procedures"

    def title(self) -> str:
        return self.tr("Procedures")
