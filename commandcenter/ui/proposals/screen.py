"""Residents' proposals (居民提案)."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ProposalsScreen(Screen):
    """A tab of its room."""

    name = "proposals"

    def title(self) -> str:
        return self.tr("Proposals")
