"""The watch of the night: the house it sits in, its telephone, and the morning, when both sides sign.

The places are looked at while the evening is quiet; the hand-over comes last, so that it is about this very night.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt

from commandcenter.demo.hands import CTRL
from commandcenter.demo.stage import Stage
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.clock import MINUTE, SECOND
from commandcenter.domain.office import OFFICE
from commandcenter.ui.calls.screen import CallsScreen
from commandcenter.ui.duty.screen import DutyScreen
from commandcenter.ui.dutylog.screen import DutyLogScreen
from commandcenter.ui.map.screen import MapScreen
from commandcenter.ui.obligations.screen import ObligationsScreen
from commandcenter.ui.organisation.screen import OrganisationScreen
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.patrols.screen import PatrolsScreen
from commandcenter.ui.patrols.today import TurnsPage
from commandcenter.ui.rota.screen import RotaScreen

BEFORE_THE_HOUR = 6 * MINUTE
"""So long before the end of the shift the two sit together."""
DOZE = 45 * MINUTE
"""The set clock goes through the rest of the night in such strides."""
YARD = ((Qt.Key.Key_Down, 3), (Qt.Key.Key_Left, 14))
ALLEY = ((Qt.Key.Key_Right, 30), (Qt.Key.Key_Down, 14))
"""How the cross goes to the alley that is drawn, and along it."""
READ = 3
"""So many items are read aloud before the picture."""


def house(stage: Stage) -> None:
    """Who belongs where; an address as a caller says it; an alley that is drawn; a walk with what it finds; the wall list."""
    hands, told = stage.hands, stage.told("house")
    stage.go(Qt.Key.Key_5)
    _save(stage, stage.out / "街巷长名录.pdf", f"print|wall_list {OFFICE}")
    hands.key(Qt.Key.Key_Tab, CTRL)
    stage.shown(OrganisationScreen)
    _find(stage, told["organisation"])
    hands.key(Qt.Key.Key_Escape)
    stage.shot("05-organisation")
    hands.key(Qt.Key.Key_Tab, CTRL)
    _map(stage, told["address"], told["alley"])
    hands.key(Qt.Key.Key_Tab, CTRL)
    _walk(stage)


def _map(stage: Stage, address: str, alley: str) -> None:
    hands, screen = stage.hands, stage.shown(MapScreen)
    hands.until(lambda: screen.panel.source.read, "the map")
    hands.settle()
    _find(stage, address)
    stage.shot("05-map")
    hands.key(Qt.Key.Key_E)
    hands.choose("new:alley")
    _cross(stage, YARD)
    hands.key(Qt.Key.Key_Space)
    for step in ALLEY:
        _cross(stage, (step,))
        hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Return)
    hands.type(alley)
    hands.settle()
    stage.shot("05-map-drawing")
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Escape)


def _cross(stage: Stage, steps: tuple[tuple[Qt.Key, int], ...]) -> None:
    for key, times in steps:
        for _ in range(times):
            stage.hands.key(key)


def _walk(stage: Stage) -> None:
    """N: a steward set out on their own; what blocks the way is moved at once. Then the calendar of the four weeks."""
    hands, told = stage.hands, stage.told("walk")
    screen = stage.shown(PatrolsScreen)
    page = screen.page
    assert isinstance(page, TurnsPage)
    directory = stage.application.desk.reference.directory
    steward = directory.holders(f"place/{told['place']}", told["role"])[0].person.name
    hands.key(Qt.Key.Key_N)
    hands.fill(place=told["place"], role=told["role"], person=steward, where=told["where"], weather=told["weather"])
    hands.send()
    hands.pass_seconds(4 * 60)
    for key, fields in (
        (Qt.Key.Key_T, {"words": told["stop"]}),
        (Qt.Key.Key_F, {"words": told["found"], "where": told["spot"]}),
        (Qt.Key.Key_H, {"how": told["how"], "words": told["result"]}),
    ):
        hands.key(key)
        hands.fill(**fields)
        hands.send()
    hands.pass_seconds(2 * 60)
    stage.shot("05-patrols")
    hands.key(Qt.Key.Key_E)
    hands.fill(words=told["unseen"])
    hands.send()
    hands.key(Qt.Key.Key_2)
    hands.linger(200)
    stage.shot("05-patrols-calendar")
    hands.key(Qt.Key.Key_1)


def plan(stage: Stage) -> None:
    """Who sits when; what the law and the office want by which day."""
    hands = stage.hands
    stage.go(Qt.Key.Key_7)
    stage.shown(DutyScreen)
    hands.key(Qt.Key.Key_Tab, CTRL)
    stage.shown(RotaScreen)
    stage.shot("16-rota")
    for kind in (CallsScreen, DutyLogScreen, ObligationsScreen):
        hands.key(Qt.Key.Key_Tab, CTRL)
        screen = stage.shown(kind)
    assert isinstance(screen, ObligationsScreen)
    hands.until(lambda: bool(screen.items), "what is due")
    stage.shot("16-obligations")


def telephone(stage: Stage) -> None:
    """F3 while somebody speaks, from wherever one is."""
    _take_down(stage, "telephone", "16-call-form")


def night(stage: Stage) -> None:
    """The telephone goes on after the fire; then the night passes until the two of the hand-over sit together."""
    hands = stage.hands
    _take_down(stage, "night")
    desk = stage.application.desk
    left = on_duty(desk.read, desk.clock.now()).plan.ends_at - BEFORE_THE_HOUR - desk.clock.now()
    hands.pass_seconds(left / SECOND, DOZE)


def _take_down(stage: Stage, calls: str, picture: str = "") -> None:
    hands = stage.hands
    for number, call in enumerate(stage.several(calls)):
        hands.key(Qt.Key.Key_F3)
        hands.fill(**call)
        if picture and not number:
            stage.shot(picture)
        hands.send()
        hands.pass_seconds(3 * 60)


def morning(stage: Stage) -> None:
    """Who comes signs in; what is open is read aloud, item by item; both count, both sign; F01 is the paper of it."""
    hands, told = stage.hands, stage.told("morning")
    directory = stage.application.desk.reference.directory
    stage.go(Qt.Key.Key_7)
    duty = stage.shown(DutyScreen)
    shifts = (duty.watch.plan, duty.watch.following)
    goes, comes = (directory.people[shift.of("clerk")[0].person].name for shift in shifts)
    hands.key(Qt.Key.Key_Slash)
    hands.type(told["note"])
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_F10)
    hands.type(comes)
    hands.key(Qt.Key.Key_Return)
    hands.settle()
    duty.setFocus()
    hands.key(Qt.Key.Key_S)
    hands.key(Qt.Key.Key_B)
    hands.until(lambda: duty.begun and bool(duty.hand.model.rows), "what is to be read aloud")
    duty.hand.take_keyboard()
    for _ in range(READ):
        hands.key(Qt.Key.Key_Return)
        hands.pass_seconds(15)
    stage.shot("16-duty-watch")
    _rest_of_the_rooms(stage)
    _sign(stage, duty, told, goes, comes)
    _save(stage, stage.out / "F01-交接班.pdf")


def _sign(stage: Stage, duty: DutyScreen, told: Mapping[str, str], goes: str, comes: str) -> None:
    """The equipment counted, to the end of the list, a remark where one is owed; then one signs after the other."""
    hands, hand = stage.hands, duty.hand
    rows = hand.model.rows
    hands.until(lambda: bool(rows), "what is to be read aloud")
    hands.key(Qt.Key.Key_C)
    counted = {one.id: str(one.count) for one in stage.application.desk.reference.equipment}
    hands.fill(**{**counted, "generator": str(int(counted["generator"]) - 1), "generator.words": told["generator"]})
    hands.send()
    hands.until(lambda: any(row.item.sort == "equipment" for row in rows), "what is missing of it")
    hand.take_keyboard()
    for _ in range(2 * len(rows)):
        if all(row.read for row in rows):
            break
        hands.key(Qt.Key.Key_Return)
    while any(row.unsaid for row in rows):
        hands.key(Qt.Key.Key_N)
        hands.fill(words=told["remark"])
        hands.send()
    for name in (goes, comes):
        hands.until(duty.hand.sign.isEnabled, "the signature")
        hands.key(Qt.Key.Key_Return, CTRL)
        hands.fill(typed=name)
        hands.send()
    stage.shot("16-handed-over")


def _rest_of_the_rooms(stage: Stage) -> None:
    hands = stage.hands
    hands.key(Qt.Key.Key_Tab, CTRL)
    hands.key(Qt.Key.Key_Tab, CTRL)
    stage.shown(CallsScreen)
    hands.key(Qt.Key.Key_Up)
    stage.shot("16-calls")
    hands.key(Qt.Key.Key_Tab, CTRL)
    stage.shown(DutyLogScreen)
    stage.shot("16-duty-log")
    stage.go(Qt.Key.Key_7)


def _find(stage: Stage, words: str) -> None:
    """/ a few words, and the first of what is found."""
    hands = stage.hands
    hands.key(Qt.Key.Key_Slash)
    hands.type(words)
    hands.settle()
    hands.key(Qt.Key.Key_Return)
    hands.settle()


def _save(stage: Stage, target: Path, choice: str = "") -> None:
    """Ctrl+P, and the paper is saved as a file."""
    hands = stage.hands
    hands.key(Qt.Key.Key_P, CTRL)
    if choice:
        hands.choose(choice)
    sheet = stage.sheet(PaperSheet)
    hands.until(lambda: bool(sheet.work.result), "the paper")
    hands.key(Qt.Key.Key_S, CTRL)
    hands.fill(path=str(target))
    hands.send()
    hands.until(target.exists, target.name)
    hands.key(Qt.Key.Key_Escape)
    hands.settle()
