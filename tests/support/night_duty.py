"""A person alone at the desk of an incident, with a keyboard: the words of the telephone calls become lines, digits and forms."""

from __future__ import annotations

from commandcenter.app import Application
from commandcenter.demo.hands import ALT, CTRL
from commandcenter.demo.stage import Shown
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.printed import Prints, prints_subject
from commandcenter.domain.report_in import ReportIn
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.post.board import DOUBLE_PRESS_MS
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.reports.screen import ReportsScreen
from commandcenter.ui.tasks.screen import TasksScreen
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Key = Qt.Key


class Night:
    """The person on duty, and what stands where. ``unit`` codes are those of domain.md 4.7."""

    def __init__(self, application: Application, clock: SetClock) -> None:
        self.application, self.clock, self.began = application, clock, clock.now()
        self.hands = Keyboard(application, clock)
        self.whistle = ""
        self.rows: list[tuple[str, str]] = []
        """What the board's log showed at the end: time and words."""

    # -- what is there ---------------------------------------------------------------------------------------------

    @property
    def incident(self) -> Incident:
        return self.application.desk.read.incidents.incident(self.whistle)

    def state(self, unit: str) -> ReportIn:
        return next(state for state in self.incident.report_ins if state.unit == unit)

    @property
    def store(self) -> str:
        """The id of the street's store."""
        return self.application.desk.reference.directory.of_kind("store")[0].id

    def number(self, unit: str) -> int:
        return self.state(unit).ordinal

    def shown(self, kind: type[Shown]) -> Shown:
        """The screen that is seen, or the sheet over it, once it is of a kind."""
        window = self.application.window

        def found() -> list[Shown]:
            seen = [sheet for sheet in window.findChildren(kind) if sheet.isVisible()]
            return [window.current] if isinstance(window.current, kind) else seen

        self.hands.until(lambda: bool(found()), f"the {kind.__name__}")
        return found()[-1]

    @property
    def printed(self) -> list[str]:
        """How the review went on paper."""
        subject = prints_subject("review", f"whistle/{self.whistle}")
        return [one.way for one in self.application.desk.read.matters.one(Prints, subject).prints]

    # -- what one does ---------------------------------------------------------------------------------------------

    def at(self, minute: float) -> None:
        """Wait for a minute after the call; what is late by then is acknowledged."""
        left = self.began + minute * MINUTE - self.clock.now()
        assert left >= 0, f"it is past minute {minute}"
        self.hands.pass_seconds(left / 1000)

    def go(self, screen: type[QWidget]) -> None:
        """To a tab of the room, with Ctrl+Tab."""
        for _ in range(4):
            if isinstance(self.application.window.current, screen):
                return
            self.hands.key(Key.Key_Tab, CTRL)
        raise AssertionError(f"no tab is a {screen.__name__}")

    def form(self, key: Key, **told: str) -> None:
        """A form of the screen that is seen: its key, its fields, Ctrl+Enter."""
        self.hands.key(key)
        self.hands.fill(**told)
        self.hands.send()

    def more(self, code: str, **told: str) -> None:
        """M, a line of the menu, its form."""
        self.hands.key(Key.Key_M)
        self.hands.choose(code)
        self.hands.fill(**told)
        self.hands.send()

    def step(self, unit: str, task: str = "step") -> None:
        """One digit on the board: the next step of a department."""
        board = self.shown(PostScreen).board
        if not board.hasFocus():
            self.hands.key(Key.Key_Escape)
        page, place = divmod(self.number(unit) - 1, 10)
        while board.pages.current != page:
            self.hands.key(Key.Key_PageDown)
        self.hands.linger(DOUBLE_PRESS_MS + 20)
        with self.hands.task(task):
            self.hands.keys(str((place + 1) % 10))

    def line(self, text: str, task: str = "line") -> None:
        """Type and Enter; the keyboard stays in the line until a digit is wanted."""
        line = self.shown(PostScreen).log.line
        if not line.hasFocus():
            self.hands.key(Key.Key_Slash)
        with self.hands.task(task):
            self.hands.type(text)
            self.hands.key(Key.Key_Return)
        self.hands.until(lambda: not line.text(), f"the line {text!r}")
        self.hands.settle()

    def unit(self, unit: str, act: str, task: str = "line") -> None:
        """A line about a department: its number, what it did."""
        self.line(f"{self.number(unit)} {act}", task)

    def order(self, unit: str, words: str, minutes: int, **told: str) -> None:
        """``@`` and the number opens the order to a department with the words in it."""
        line = self.shown(PostScreen).log.line
        if not line.hasFocus():
            self.hands.key(Key.Key_Slash)
        self.hands.type(f"@{self.number(unit)} {words}")
        self.hands.key(Key.Key_Return)
        self.hands.fill(minutes=str(minutes), **told)
        self.hands.send()

    def moved(self, text: str) -> None:
        """A line of the list of people to move."""
        line = self.shown(TasksScreen).moving.line
        if not line.hasFocus():
            self.hands.key(Key.Key_Slash)
        with self.hands.task("transfer line"):
            self.hands.type(text)
            self.hands.key(Key.Key_Return)
        self.hands.until(lambda: not line.text(), f"the line {text!r}")
        self.hands.settle()

    def report(self, signer: str) -> None:
        """S on the board, Ctrl+Enter twice: signed, delivered."""
        self.hands.key(Key.Key_Escape)
        self.hands.key(Key.Key_S)
        self.shown(ReportsScreen)
        with self.hands.task("report signed and delivered"):
            self.hands.key(Key.Key_Return, CTRL)
            self.hands.fill(signer=signer)
            self.hands.send()
            self.hands.key(Key.Key_Return, CTRL)  # who was reached by telephone stands there already
            self.hands.send()
        self.hands.key(Key.Key_4, ALT)

    def wait_for_signature(self, role: str) -> None:
        self.hands.until(lambda: role in [one.role for one in self.incident.review.signatures], f"signed: {role}")

    def seat(self, name: str) -> None:
        """F10: who sits here from now on."""
        self.hands.key(Key.Key_F10)
        self.hands.type(name)
        self.hands.key(Key.Key_Return)
        self.hands.settle()
