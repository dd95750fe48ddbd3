"""What every stage of the import screen is: a page that shows the plan, tells its keys and whether one may go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.ui.importing.plan import Plan
from commandcenter.ui.parts.screen import Context, Hints


class Page(QWidget):
    """A stage. ``changed`` tells that what was chosen has changed, so that bars, buttons and keys follow."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.look = context.look
        self.plan = Plan()

    def show_plan(self, plan: Plan) -> None:
        """Show the plan; it may have changed since it was shown before."""
        self.plan = plan

    def focus_first(self) -> None:
        """Put the keyboard where the work is."""

    def hints(self) -> Hints:
        """The keys of this stage, besides those to go on and back."""
        return ()

    def ways(self) -> Mapping[int, Callable[[], None]]:
        """Plain key → what it does here."""
        return {}

    def lacks(self) -> str:
        """What is missing before one can go on, in a sentence; empty when nothing is."""
        return ""

    def note(self) -> str:
        """A sentence at the foot that is no obstacle."""
        return ""
