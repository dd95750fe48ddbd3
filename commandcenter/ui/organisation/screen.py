"""Organisation as data: sections, departments, resident units, branches, groups and staff, each with its dates."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class OrganisationScreen(Screen):
    """The screen."""

    name = "organisation"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
