"""An order brought before a leader: the mark, the story, the list of the leaders, and that one of them took note - by keys."""

from __future__ import annotations

from commandcenter.desk.clock import SetClock
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.category import category_id
from commandcenter.domain.clock import HOUR
from commandcenter.domain.escalation_acts import TakeEscalation
from commandcenter.domain.office import SignIn
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt

MANHOLE = category_id(("市政设施", "窨井盖"))


def test_the_leader_hears_of_it_and_takes_note(desk: Desk, hands: Hands, clock: SetClock) -> None:
    window = desk.window
    matter = Matter(title="窨井盖破损", channel="grid", grade="urgent", category=MANHOLE)
    window.desk.submit(RegisterCase(matter=matter, case="hole"))
    hands.settled()
    for _ in range(3):  # what the office founded with is raised first, a hundred at a time
        desk.pass_time(1000)
    clock.advance(6 * HOUR)
    for _ in range(3):
        desk.pass_time(1000)
    case = _ticked(desk)
    assert case.given.rule == "case_limit/L05"
    (told,) = case.escalated.values()
    assert (told.to, told.share) == ("on_duty", 100)
    assert told.person in window.desk.reference.directory.people
    assert any(alarm.clock == "escalate:E01:resolve" for alarm in window.desk.read.incidents.alarms())

    window.go(Go("cases", {"view": "escalated", "case": "hole"}))
    hands.settled()
    screen = window.current
    assert isinstance(screen, CasesScreen)
    hands.until(lambda: screen.detail.case is not None and screen.detail.case.id == "hole")
    assert "brought before a leader" in screen.detail.marks.accessibleName()
    assert "table L05" in screen.detail.days.limit.text()
    hands.key(Qt.Key.Key_M)
    desk.choose("take_note")
    desk.fill(words="先围挡，连夜换")
    desk.send()
    hands.settled()
    hands.until(lambda: _ticked(desk).escalated["escalate:E01:resolve"].taken_at is not None)
    assert "hole" not in [order.id for order in window.desk.read.orders.escalated()]
    fact = desk.story.one("case.escalation_taken")
    assert fact.words("words") == "先围挡，连夜换"
    assert "先围挡" not in str(fact.body)


def _ticked(desk: Desk) -> Case:
    return desk.window.desk.read.cases.case("hole")[0]


def test_for_a_leader_what_is_to_do_is_what_was_brought_before_them(desk: Desk, hands: Hands, clock: SetClock) -> None:
    window = desk.window
    matter = Matter(title="窨井盖破损", channel="grid", grade="urgent", category=MANHOLE)
    window.desk.submit(RegisterCase(matter=matter, case="hole"))
    hands.settled()
    for _ in range(3):
        desk.pass_time(1000)
    clock.advance(6 * HOUR)
    for _ in range(3):
        desk.pass_time(1000)
    (told,) = _ticked(desk).escalated.values()
    window.go(Go("cases", {"view": "mine"}))
    hands.settled()
    screen = window.current
    assert isinstance(screen, CasesScreen)

    def to_do() -> set[str]:
        query = screen._query()
        return {row.id for row in window.desk.read.cases.first_page(query, clock.now())}

    window.desk.submit(SignIn(person=told.person, role="leader"))
    hands.settled()
    assert screen._mine() == told.person
    waiting = {order.id for order in window.desk.read.orders.escalated() if told.person in order.to}
    assert "hole" in to_do()
    assert to_do() == waiting
    window.desk.submit(TakeEscalation(case="hole"))
    hands.settled()
    assert to_do() == waiting - {"hole"}
    assert _ticked(desk).escalated["escalate:E01:resolve"].taken_by == told.person
