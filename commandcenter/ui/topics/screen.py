"""Topics (专题): keyword studies that become hazard lists."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class TopicsScreen(Screen):
    """A tab of its room."""

    name = "topics"

    def title(self) -> str:
        return self.tr("Topics")
