"""What every section of the settings is: a page that reads what it shows, writes by commands, and names its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.record import Change
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts.history import author
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.parts.sending import Sending


class Section(QWidget):
    """Base of the sections. Subclasses give ``name``, ``icon``, ``families`` and fill themselves in ``reload``.

    ``families`` are those whose events change what the section shows. ``takes`` are keys the window would otherwise keep.
    """

    name = ""
    icon = ""
    families: frozenset[str] = frozenset()
    takes: frozenset[int] = frozenset()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self.context = context
        self.host = host
        self.look = context.look
        self.desk = context.desk
        self.services = context.services

    @staticmethod
    def words() -> str:
        """The name of the section."""
        return ""

    @staticmethod
    def counted(desk: Desk) -> str:
        """The figure beside its name in the list of sections."""
        return ""

    def caption(self) -> str:
        """The smaller words behind its name in the top bar."""
        return ""

    def hints(self) -> Hints:
        """The keys that work here."""
        return ()

    def reload(self, changes: Changes) -> None:
        """Become current."""

    def tick(self, now: int) -> None:
        """A second has passed while the section is seen."""

    def show_what(self, what: Mapping[str, Any]) -> None:
        """Show something in particular."""

    def where(self) -> Mapping[str, Any]:
        """What ``show_what`` has to be told to come back."""
        return {}

    def typing(self) -> bool:
        """Whether a refresh would touch what somebody is typing."""
        return False

    def press(self, event: QKeyEvent) -> bool:
        """A key that nothing inside took; whether it was one of ours."""
        return False

    def come(self) -> None:
        """Put the keyboard where work begins."""
        self.setFocus()

    def send(self, command: Command, said: str, sheet: Sheet | None = None) -> Sending:
        """Send a command; a sheet is closed once it is saved, and says why it is not."""
        return Sending(self.context, command, said, sheet)

    def author(self, change: Change) -> str:
        """Who made a change: a name, that it came with the founding, or that nobody was signed in."""
        return author(self.desk, change)

    def day(self, at: int) -> str:
        """A day for the histories."""
        return when.day(at)
