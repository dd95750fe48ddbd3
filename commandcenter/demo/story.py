"""The main job, by keys: a call at night, a fire, the whistle, who comes and who does not, the end, the review.

Each scene is what one person at the seat would do; between them the set clock goes on. Pictures are taken on the way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from commandcenter.app import Application
from commandcenter.demo.hands import ALT, CTRL, Hands
from commandcenter.journal.reading.incidents import Incident
from commandcenter.resource import resource
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.buttons import HoldButton
from commandcenter.ui.post.board import DOUBLE_PRESS_MS
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.whistle.screen import WhistleScreen

FIRE = Qt.Key.Key_1
"""The plan of the fire in a residential block is the first in the console."""

CALLS: tuple[tuple[float, str], ...] = (
    *((9, "1"), (11, "1"), (8, "2"), (7, "4"), (9, "4"), (8, "3"), (10, "2"), (7, "3"), (6, "5"), (9, "6"), (8, "5")),
    *((6, "4"), (9, "7"), (7, "8"), (8, "6"), (10, "9"), (9, "0"), (5, "1"), (6, "7"), (8, "9"), (7, "8")),
)
"""Seconds since the step before, and the digit: each press is the next step of that department."""

COMING: tuple[tuple[float, str], ...] = (
    *(
        (12, "2 出"),
        (15, "3 出"),
        (10, "4 到 6"),
        (20, "5 出"),
        (14, "6 出"),
        (30, "1 到 14"),
        (12, "7 出"),
        (25, "8 到 2"),
    ),
    *((18, "3 到 6"), (22, "2 到 3"), (35, "5 到 8"), (20, "9 出")),
)
"""The same as lines: number, what they did, with how many."""

LATER: tuple[tuple[float, str], ...] = ((40, "6 到 6"), (60, "7 到 4"), (75, "9 到 4"))
ENDING: tuple[tuple[float, str], ...] = tuple((15, f"{unit} 完") for unit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11))

PRESSES_A_BREATH = 8
"""As many presses as these hands manage within the time in which a second press of one key counts as the same."""

Shot = Callable[[str], None]


def texts() -> dict[str, Any]:
    """What is written on the way, in the words of the office."""
    return tomllib.loads(resource("sample_office/story.toml").read_text("utf-8"))


class Story:
    """The scenes in order. ``shot`` takes a picture under a name; ``run`` is the number of this run on the folder."""

    def __init__(self, application: Application, hands: Hands, shot: Shot, run: int) -> None:
        self._application, self._hands, self._shot, self._run = application, hands, shot, run
        self._texts = texts()
        self._pressed: list[str] = []
        self.whistle = ""

    @property
    def incident(self) -> Incident:
        """The incident as the journal has it."""
        return self._application.desk.read.incidents.incident(self.whistle)

    def _screen(self, name: str) -> Any:
        return self._hands.window.screens[name]

    def _told(self, scene: str) -> Mapping[str, str]:
        return {name: str(text).format(run=self._run) for name, text in self._texts[scene].items()}

    # -- scenes ----------------------------------------------------------------------------------------------------

    def look_around(self) -> None:
        """The overview of a quiet evening, and who answers for a street."""
        hands = self._hands
        hands.key(Qt.Key.Key_1, ALT)
        self._shot("01-overview")
        hands.key(Qt.Key.Key_5, ALT)
        hands.key(Qt.Key.Key_Slash)
        hands.type("wcj")
        hands.settle()
        hands.key(Qt.Key.Key_Return)
        self._shot("09-roster")

    def take_call(self) -> None:
        """F2: somebody telephones. Registered, found again by a word of two characters."""
        hands, told = self._hands, self._told("call")
        hands.key(Qt.Key.Key_F2)
        hands.fill(**{name: told[name] for name in ("title", "place", "text", "reporter", "phone")})
        self._shot("02-register")
        hands.send()
        hands.pass_seconds(20)
        cases: CasesScreen = self._screen("cases")
        self._shot("02-cases")
        hands.key(Qt.Key.Key_Slash)
        hands.type(told["search"])
        hands.settle()
        hands.until(lambda: cases.model.rowCount() == self._run, "the case that was registered")
        hands.key(Qt.Key.Key_Down)
        self._shot("02-search")

    def blow(self) -> None:
        """F9 on the case: the plan by a digit, the place stands there already, hold Enter."""
        hands, told = self._hands, self._told("whistle")
        hands.key(Qt.Key.Key_F9)
        console: WhistleScreen = self._screen("whistle")
        hands.key(FIRE)
        hands.key(Qt.Key.Key_G)
        hands.write(console.briefing.place_field, told["place"])
        hands.key(Qt.Key.Key_Return)
        hands.settle()
        self._shot("03-whistle")
        before = set(self._numbers())
        console.focus_button()
        hands.until(lambda: isinstance(hands.focus(), HoldButton), "the guarded button")
        hands.hold(Qt.Key.Key_Return, lambda: set(self._numbers()) != before)
        self.whistle = (set(self._numbers()) - before).pop()
        hands.until(lambda: isinstance(hands.window.current, PostScreen), "the command post")
        hands.linger(700)
        self._line(told["words"])
        self._shot("04-just-blown")

    def _numbers(self) -> list[str]:
        return [key for key, _ in self._application.desk.read.incidents.numbers("", 100_000)]

    def call_everybody(self) -> None:
        """One digit a step and department; the leader and the district are told in between."""
        hands = self._hands
        post: PostScreen = self._screen("post")
        hands.key(Qt.Key.Key_Escape)
        for seconds, digit in CALLS:
            hands.pass_seconds(seconds)
            self._press(digit)
        hands.key(Qt.Key.Key_PageDown)
        for digit in "122":
            hands.pass_seconds(9)
            self._press(digit)
        hands.key(Qt.Key.Key_PageUp)
        post.leading.take_duty("leader")
        hands.fill(**self._told("leader"))
        hands.send()
        hands.pass_seconds(40)
        post.leading.take_duty("district_phone")
        hands.fill(**self._told("district"))
        hands.send()
        self._shot("04-calling")

    def _press(self, digit: str) -> None:
        """A digit; twice in one breath would count once, so the hands wait for it."""
        if digit in self._pressed[-PRESSES_A_BREATH:]:
            self._hands.linger(DOUBLE_PRESS_MS + 20)
        self._pressed.append(digit)
        self._hands.keys(digit)

    def they_come(self) -> None:
        """Who left, who arrived and with how many, by one line each; one refuses, one is silent."""
        hands = self._hands
        self._lines(COMING[:8])
        self.set_up_post()
        self._lines(COMING[8:])
        self.refuse(10)
        self._line(self._told("lines")["smoke"])
        hands.pass_seconds(3 * 60)
        self._shot("04-overdue")
        hands.key(Qt.Key.Key_F8)
        self._lines(((10, "11 应"), (25, "11 出"), *LATER, (90, "11 到 5")))
        self._shot("05-board")

    def set_up_post(self) -> None:
        """C: place and commander; the groups of the plan open with it."""
        hands = self._hands
        hands.key(Qt.Key.Key_C)
        hands.fill(**self._told("post"))
        self._shot("05-post-sheet")
        hands.send()

    def refuse(self, ordinal: int) -> None:
        """Enter on a tile opens everything a department can do besides its next step."""
        hands = self._hands
        board = self._screen("post").board
        board.setFocus()
        while (chosen := board.chosen) is not None and chosen.ordinal != ordinal:
            step = Qt.Key.Key_Right if chosen.ordinal % 2 and chosen.ordinal + 1 == ordinal else Qt.Key.Key_Down
            hands.key(step if chosen.ordinal < ordinal else Qt.Key.Key_Up)
        hands.key(Qt.Key.Key_Return)
        hands.choose("refused")
        hands.fill(**self._told("refusal"))
        self._shot("05-refusal")
        hands.send()

    def report(self) -> None:
        """S: the report to the district, filled in from the journal; T: an order."""
        hands, told = self._hands, self._told("order")
        hands.key(Qt.Key.Key_S)
        hands.fill(**self._told("initial"))
        self._shot("06-report")
        hands.send()
        hands.key(Qt.Key.Key_T)
        hands.fill(**told)
        hands.send()
        self._line("#受伤2轻伤")
        hands.pass_seconds(6 * 60)
        self._line(self._told("lines")["knocked"])
        self._shot("05-command-post")

    def stand_down(self) -> None:
        """Hold Ctrl+E: proof for every department. Then close, and the review opens."""
        hands, told = self._hands, self._told("stand_down")
        self._lines(ENDING)
        post: PostScreen = self._screen("post")
        post.leading.end()
        sheet = self._open(StandDownSheet)
        for state in self.incident.report_ins:
            if state.unit in sheet.counts:
                hands.write(sheet.counts[state.unit], str(state.people or 2))
            if state.unit in sheet.told:
                hands.write(sheet.told[state.unit], told["told"])
        hands.write(sheet.words, told["words"])
        hands.write(sheet.risk, told["risk"])
        self._shot("05-stand-down")
        hands.key(Qt.Key.Key_Return, CTRL)
        hands.until(lambda: self.incident.whistle.stood_down_at is not None, "the stand-down")
        hands.pass_seconds(25 * 60)
        hands.key(Qt.Key.Key_S)
        hands.fill(**self._told("initial"))
        hands.send()
        post.leading.end()
        close = self._open(CloseSheet)
        hands.click(close.all_button)
        self._shot("05-close")
        hands.key(Qt.Key.Key_Return, CTRL)
        hands.until(lambda: self.incident.whistle.closed_at is not None, "the end of the incident")

    def _open(self, kind: type[Any]) -> Any:
        found = [sheet for sheet in self._hands.window.findChildren(kind) if sheet.isVisible()]
        self._hands.until(lambda: bool(found), f"the sheet {kind.__name__}")
        return found[-1]

    def review(self, target: Path) -> None:
        """What was learnt, with an owner and a date; then the paper."""
        hands = self._hands
        hands.key(Qt.Key.Key_6, ALT)
        screen: ReviewScreen = self._screen("review")
        screen.setFocus()
        hands.key(Qt.Key.Key_N)
        hands.fill(**self._told("lesson"))
        self._shot("06-lesson")
        hands.send()
        hands.until(lambda: screen.paper.shown, "the paper")
        self._shot("06-review")
        screen.setFocus()
        hands.key(Qt.Key.Key_S, CTRL)
        hands.fill(path=str(target))
        hands.send()
        hands.until(target.exists, "the printed review")

    # -- the line --------------------------------------------------------------------------------------------------

    def _lines(self, lines: tuple[tuple[float, str], ...]) -> None:
        for seconds, text in lines:
            self._hands.pass_seconds(seconds)
            self._line(text)

    def _line(self, text: str) -> None:
        hands = self._hands
        post: PostScreen = self._screen("post")
        post.setFocus()
        hands.key(Qt.Key.Key_Slash)
        hands.line(text)
        hands.until(lambda: not post.log.line.text(), f"the line {text!r}")
        hands.key(Qt.Key.Key_Escape)
