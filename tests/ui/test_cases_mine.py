"""“For me to do” of everybody who may sit at the seat: the duty clerk, a leader, a section, a community, and nobody."""

from __future__ import annotations

import pytest
from commandcenter.desk.reference import Reference
from commandcenter.domain.office import SignIn
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.shell.window import Window
from office_window import Hands
from PySide6.QtCore import Qt

ROOM = {"to_judge", "disputed", "extending", "fed_back", "verified", "call_back"}


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def person(reference: Reference, role: str, kind: str = "") -> tuple[str, str]:
    """Somebody with a post of this role, in a unit of this kind: (person, unit)."""
    for post in reference.directory.appointments:
        unit = reference.units.get(post.target.partition("/")[2])
        if post.role == role and (not kind or (unit is not None and unit.kind == kind)):
            return post.person, unit.id if unit is not None else ""
    raise AssertionError(role)


def listed(screen: CasesScreen) -> list[str]:
    screen._on_view("mine", "")
    found = [screen.model.row(place) for place in range(screen.model.rowCount())]
    assert len(found) == screen._counts["mine"]
    return [row.id for row in found if row is not None]


@pytest.mark.parametrize(
    ("post", "role", "kind"), [("clerk", "clerk", ""), ("clerk", "", ""), ("clerk", "member", "section"), ("", "", "")]
)
def test_the_duty_room_owes_judging_deciding_verifying_and_calling_back(
    centre: CasesScreen, hands: Hands, post: str, role: str, kind: str
) -> None:
    desk = centre.desk
    if post:
        desk.submit(SignIn(person=person(desk.reference, post, kind)[0], role=role))
        hands.settled()
    cases = listed(centre)
    assert cases
    assert {desk.read.cases.case(case)[0].stage for case in cases} <= ROOM


@pytest.mark.parametrize(("post", "kind"), [("head", "section"), ("secretary", "community"), ("member", "community")])
def test_a_section_and_a_community_have_what_was_dispatched_to_them(
    centre: CasesScreen, hands: Hands, post: str, kind: str
) -> None:
    desk = centre.desk
    who, unit = person(desk.reference, post, kind)
    desk.submit(SignIn(person=who, role=post))
    hands.settled()
    assert centre._mine() == unit
    for case in listed(centre):
        told = desk.read.cases.case(case)[0]
        assert unit in {line.unit for line in told.assignees}
        assert told.stage != "suspended"


def test_a_leader_has_what_was_brought_before_them(centre: CasesScreen, hands: Hands) -> None:
    desk = centre.desk
    who, _ = person(desk.reference, "leader")
    desk.submit(SignIn(person=who, role="leader"))
    hands.settled()
    waiting = {order.id for order in desk.read.orders.escalated() if who in order.to}
    assert set(listed(centre)) == waiting
