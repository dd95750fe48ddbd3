"""Importing a roster: file, columns, differences, mending, taking over."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class RosterImportScreen(Screen):
    """The screen."""

    name = "rosterimport"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
