"""The screen of joint whistle."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class JointScreen(Screen):
    """Joint whistle."""

    name = "joint"

    def title(self) -> str:
        return self.tr("Joint whistle")
