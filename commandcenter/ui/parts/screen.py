"""What every screen is: a widget that becomes current when it is seen, and stays quiet while somebody types in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.engine import NotSaved, RefusedBy
from commandcenter.desk.settings import LocalSettings
from commandcenter.journal.journal import Changes
from commandcenter.ui.theme.look import Look

Hints = Sequence[tuple[str, str]]
"""(key caps, what they do), shown in the key bar."""


@dataclass(frozen=True, slots=True)
class Toast:
    """A short note at the bottom right. ``kind``: plain, done, warn. ``action`` is emitted back by name when pressed."""

    text: str
    kind: str = "plain"
    action: str = ""
    action_word: str = ""
    key: str = ""
    seconds: int = 6


@dataclass(frozen=True, slots=True)
class Go:
    """A wish to see a screen, with what to show there."""

    screen: str
    what: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to call: whose, what they are, the digits. ``whistle`` and ``unit`` let the try be logged, ``person`` lets it
    prove the number of somebody of the roster. ``missed`` is a missed patrol (id) of which ``whom`` is told by this call.
    """

    name: str
    what: str
    number: str
    whistle: str = ""
    unit: str = ""
    contact: int = 0
    person: str = ""
    missed: str = ""
    whom: str = ""


class Services(QObject):
    """What screens ask of the shell. One object for the whole window; screens emit, the shell listens.

    ``settings_wanted`` carries the changes of local settings by name; ``settings`` are those in force, and
    ``settings_changed`` tells that they are others now. ``tone_wanted`` plays ``real`` or ``drill`` once, ``mute_wanted``
    silences the alarm tone for a while or lets it sound again; ``muted_until`` is epoch milliseconds.
    """

    go = Signal(object)
    toast = Signal(object)
    refused = Signal(object)
    trouble = Signal(object)
    undo = Signal(str)
    phone = Signal(object)
    flashed = Signal(bool)
    hints_changed = Signal()
    mode_changed = Signal()
    settings_wanted = Signal(object)
    settings_changed = Signal()
    tone_wanted = Signal(str)
    mute_wanted = Signal(bool)

    def __init__(self, settings: LocalSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.muted_until = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What a screen is built with: the look, the desk, the shell's services."""

    look: Look
    desk: Desk
    services: Services


class Screen(QWidget):
    """Base of all screens. Subclasses give ``name``, ``title`` and ``reload``; the rest has sensible defaults."""

    name = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.look = context.look
        self.desk = context.desk
        self.services = context.services
        self._stale: Changes | None = Changes(frozenset({"*"}))
        self.setObjectName(self.name)
        self.desk.changed.connect(self._on_changed)

    def title(self) -> str:
        """The words in the top bar."""
        return ""

    def caption(self) -> str:
        """The smaller words behind the title."""
        return ""

    def mode(self) -> str:
        """``real`` or ``drill`` while the screen shows one; the window puts its frame around it."""
        return ""

    def case_of_whistle(self) -> str:
        """The id of the case the shown whistle was blown for (Ctrl+J goes there); empty when there is none."""
        return ""

    def hints(self) -> Hints:
        """The keys that work here."""
        return ()

    def show_what(self, what: Mapping[str, Any]) -> None:
        """Show something in particular (a case, a whistle)."""

    def step_tab(self, by: int) -> bool:
        """Ctrl+Tab (1) or Ctrl+Shift+Tab (-1) inside the screen; False leaves it to the room."""
        return False

    def clearance(self) -> int:
        """How many pixels at the bottom right toasts must leave free."""
        return 0

    def where(self) -> Mapping[str, Any]:
        """What ``show_what`` has to be told to come back to what is shown now."""
        return {}

    def reload(self, changes: Changes) -> None:
        """Become current. ``changes`` tells what was touched; a subject ``*`` means everything may have changed."""

    def complete(self) -> None:
        """Fill in what the start left out so that the window stands sooner; called once, after the first paint."""

    def tick(self, now: int) -> None:
        """A second has passed (epoch milliseconds). Only called while the screen is seen."""

    def typing(self) -> bool:
        """Whether a refresh would touch what somebody is typing; then it waits."""
        return False

    def cares(self, changes: Changes) -> bool:
        """Whether changes concern this screen."""
        return True

    # -- shared ways -----------------------------------------------------------------------------------------------

    def now(self) -> int:
        """The desk's time in epoch milliseconds."""
        return self.desk.clock.now()

    def refresh_if_stale(self) -> None:
        """Apply what was put off."""
        if self._stale is not None and not self.typing():
            changes, self._stale = self._stale, None
            self.reload(changes)

    def say_refused(self, refused: RefusedBy) -> None:
        """The rules said no: say why, near the hand."""
        self.services.refused.emit(refused)

    def say_not_saved(self, not_saved: NotSaved) -> None:
        """The world said no; the shell keeps the command for a retry."""
        self.services.trouble.emit(not_saved)

    def _on_changed(self, changes: Changes) -> None:
        if "*" not in changes.subjects and not self.cares(changes):
            return
        self._stale = changes if self._stale is None else self._stale | changes
        if self.isVisible():
            self.refresh_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_if_stale()
