"""The screen of tasks."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class TasksScreen(Screen):
    """Tasks."""

    name = "tasks"

    def title(self) -> str:
        return self.tr("Tasks")
