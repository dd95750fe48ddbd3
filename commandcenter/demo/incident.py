"""The fire: a call, the whistle, who comes and who does not, the command post, the end."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from commandcenter.demo.hands import CTRL
from commandcenter.demo.stage import Line, Stage
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.buttons import HoldButton
from commandcenter.ui.post.board import DOUBLE_PRESS_MS
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.reports.screen import ReportsScreen
from commandcenter.ui.whistle.screen import WhistleScreen

FIRE = Qt.Key.Key_1
"""The plan of the fire in a residential block is the first in the console."""

CALLS: tuple[Line, ...] = (
    *((9, "1"), (11, "1"), (8, "2"), (7, "4"), (9, "4"), (8, "3"), (10, "2"), (7, "3"), (6, "5"), (9, "6"), (8, "5")),
    *((6, "4"), (9, "7"), (7, "8"), (8, "6"), (10, "9"), (9, "0"), (5, "1"), (6, "7"), (8, "9"), (7, "8")),
)
"""Each press is the next step of that department."""

COMING: tuple[Line, ...] = (
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

REFUSES = 10
LATER: tuple[Line, ...] = ((40, "6 到 6"), (60, "7 到 4"), (75, "9 到 4"))
DONE: tuple[Line, ...] = tuple((15, f"{unit} 完") for unit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11))
CARRIED_OUT = 6
"""As many orders are reported as done before the end."""
SILENT = 13
"""The community called for the place; it is reached late, by telephone."""


def take_call(stage: Stage) -> None:
    """F2: somebody telephones. Registered, and found again by a word of two characters."""
    hands, told = stage.hands, stage.told("call")
    hands.key(Qt.Key.Key_F2)
    hands.fill(**{name: told[name] for name in ("title", "place", "text", "reporter", "phone")})
    stage.shot("02-register")
    hands.send()
    hands.pass_seconds(20)
    cases = stage.screen("cases", CasesScreen)
    stage.shot("02-cases")
    hands.key(Qt.Key.Key_Slash)
    hands.type(told["search"])
    hands.settle()
    hands.until(lambda: cases.model.rowCount() == stage.run, "the case that was registered")
    hands.key(Qt.Key.Key_Down)
    stage.shot("02-cases-search")


def blow(stage: Stage) -> None:
    """F9 on the case: the plan by a digit, the place stands there already, hold Enter."""
    hands, told = stage.hands, stage.told("whistle")
    hands.key(Qt.Key.Key_F9)
    console = stage.shown(WhistleScreen)
    hands.key(FIRE)
    hands.key(Qt.Key.Key_G)
    hands.write(console.briefing.place_field, told["place"])
    hands.key(Qt.Key.Key_Return)
    hands.settle()
    stage.shot("03-whistle")
    stage.whistle = _hold(stage, console)
    _line(stage, told["words"])
    stage.shot("04-command-post-just-blown")


def _hold(stage: Stage, console: WhistleScreen) -> str:
    """Hold Enter until it is blown; the id of the new whistle."""
    hands, before = stage.hands, stage.whistles()
    console.focus_button()
    hands.until(lambda: isinstance(hands.focus(), HoldButton), "the guarded button")
    hands.hold(Qt.Key.Key_Return, lambda: stage.whistles() != before)
    stage.shown(PostScreen)
    hands.linger(700)
    return (stage.whistles() - before).pop()


def call_everybody(stage: Stage) -> None:
    """One digit a step and department; then the leader and the district are told."""
    hands = stage.hands
    post = stage.screen("post", PostScreen)
    hands.key(Qt.Key.Key_Escape)
    _press(stage, CALLS)
    hands.key(Qt.Key.Key_PageDown)
    _press(stage, ((9, "1"), (9, "2"), (9, "2")))
    hands.key(Qt.Key.Key_PageUp)
    post.leading.take_duty("leader")
    hands.fill(**stage.told("leader"))
    hands.send()
    hands.pass_seconds(40)
    post.leading.take_duty("district_phone")
    hands.fill(**stage.told("district"))
    hands.send()
    stage.shot("04-command-post-calling")


def they_come(stage: Stage) -> None:
    """Who left, who arrived and with how many, by one line each; one refuses, one is silent."""
    hands = stage.hands
    _lines(stage, COMING[:8])
    set_up_post(stage)
    _lines(stage, COMING[8:])
    refuse(stage, REFUSES)
    _line(stage, stage.told("lines")["smoke"])
    hands.pass_seconds(3 * 60)
    stage.shot("04-command-post-overdue")
    hands.key(Qt.Key.Key_F8)
    _lines(stage, ((10, "11 应"), (25, "11 出"), *LATER, (90, "11 到 5")))


def set_up_post(stage: Stage) -> None:
    """C: place and commander; the groups of the plan open with it."""
    stage.hands.key(Qt.Key.Key_C)
    stage.hands.fill(**stage.told("post"))
    stage.shot("04-command-post-set-up")
    stage.hands.send()


def refuse(stage: Stage, ordinal: int) -> None:
    """Enter on a tile opens everything a department can do besides its next step."""
    hands = stage.hands
    board = stage.screen("post", PostScreen).board
    board.setFocus()
    while (chosen := board.chosen) is not None and chosen.ordinal != ordinal:
        across = chosen.ordinal % 2 and chosen.ordinal + 1 == ordinal
        down = Qt.Key.Key_Right if across else Qt.Key.Key_Down
        hands.key(down if chosen.ordinal < ordinal else Qt.Key.Key_Up)
    hands.key(Qt.Key.Key_Return)
    hands.choose("refused")
    hands.fill(**stage.told("refusal"))
    stage.shot("04-command-post-refusal")
    hands.send()


def report(stage: Stage) -> None:
    """S: the report to the district, filled in from the journal; T: an order; then the fire is knocked down."""
    hands = stage.hands
    _report(stage, "15-report-chain")
    hands.key(Qt.Key.Key_T)
    hands.fill(**stage.told("order"))
    hands.send()
    _lines(stage, ((5, "#受伤2轻伤"), (20, f"{SILENT} 应"), (240, f"{SILENT} 到 5")))
    stage.shot("04-command-post")
    hands.key(Qt.Key.Key_F12)
    wallboard = stage.application.wallboard
    assert wallboard is not None
    stage.shot("08-wallboard", wallboard)
    hands.key(Qt.Key.Key_F12)
    hands.come_back()
    hands.pass_seconds(3 * 60)
    _line(stage, stage.told("lines")["knocked"])
    post = stage.screen("post", PostScreen)
    for order in stage.incident.orders[:CARRIED_OUT]:
        hands.pass_seconds(7)
        post.leading.open_task_menu(order.subject)
        hands.choose((order.subject, "done"))


def stand_down(stage: Stage) -> None:
    """The end: proof for every department, the final report, then it is closed and the review opens."""
    hands, told = stage.hands, stage.told("stand_down")
    _lines(stage, (*DONE, (10, f"{SILENT} 完")))
    post = stage.screen("post", PostScreen)
    post.leading.end()
    sheet = stage.sheet(StandDownSheet)
    for state in stage.incident.report_ins:
        if state.unit in sheet.counts:
            hands.write(sheet.counts[state.unit], str(state.people or 2))
        if state.unit in sheet.told:
            hands.write(sheet.told[state.unit], told["told"])
    hands.write(sheet.reporter, told["told"])
    hands.write(sheet.words, told["words"])
    hands.write(sheet.risk, told["risk"])
    stage.shot("04-command-post-stand-down")
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: stage.incident.whistle.stood_down_at is not None, "the stand-down")
    hands.pass_seconds(25 * 60)
    _report(stage)
    post.leading.end()
    close = stage.sheet(CloseSheet)
    hands.click(close.all_button)
    hands.write(close.reporter, stage.told("stand_down")["told"])
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: stage.incident.whistle.closed_at is not None, "the end of the incident")
    hands.settle()


def drill(stage: Stage) -> None:
    """The same console in another colour: a drill, and its first minutes."""
    hands = stage.hands
    hands.key(Qt.Key.Key_F9)
    console = stage.shown(WhistleScreen)
    hands.key(Qt.Key.Key_D, CTRL)
    hands.key(FIRE)
    hands.settle()
    stage.shot("03b-whistle-drill")
    _hold(stage, console)
    hands.key(Qt.Key.Key_Escape)
    _press(stage, CALLS[:12])
    hands.pass_seconds(120)
    stage.shot("04b-command-post-drill")
    hands.key(Qt.Key.Key_M)
    hands.choose("end_drill")
    hands.settle()


def _report(stage: Stage, picture: str = "") -> None:
    """S on the board, then Ctrl+Enter twice: signed, delivered; and back to the board."""
    hands, told = stage.hands, stage.told("initial")
    hands.key(Qt.Key.Key_S)
    screen = stage.shown(ReportsScreen)
    if picture:
        screen.items.go(len(screen.items.items.rows) - 1)
        hands.key(Qt.Key.Key_Return)
        hands.type(told["needs"])
        hands.key(Qt.Key.Key_Return)
        page = screen.page  # which a narrow window has no room for
        hands.until(lambda: page.settled or not page.isVisible(), "the page of the report")
        stage.shot(picture)
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.fill(signer=told["signer"])
    hands.send()
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.fill(receiver=told["receiver"])
    hands.send()
    stage.go(Qt.Key.Key_4)
    stage.shown(PostScreen).board.setFocus()
    hands.settle()


# --- the digits and the line ------------------------------------------------------------------------------------------


def _press(stage: Stage, presses: Iterable[Line]) -> None:
    """Digits on the board; a second press in one breath would count once, so the hands wait where one comes again."""
    lately: list[str] = []
    for seconds, digit in presses:
        stage.hands.pass_seconds(seconds)
        if digit in lately:
            stage.hands.linger(DOUBLE_PRESS_MS + 20)
            lately.clear()
        lately.append(digit)
        stage.hands.keys(digit)


def _lines(stage: Stage, lines: Iterable[Line]) -> None:
    for seconds, text in lines:
        stage.hands.pass_seconds(seconds)
        _line(stage, text)


def _line(stage: Stage, text: str) -> None:
    hands = stage.hands
    post = stage.screen("post", PostScreen)
    post.setFocus()
    hands.key(Qt.Key.Key_Slash)
    hands.type(text)
    assert post.log.line.text() == text
    hands.key(Qt.Key.Key_Return)
    hands.until(lambda: not post.log.line.text(), f"the line {text!r}")
    hands.key(Qt.Key.Key_Escape)
