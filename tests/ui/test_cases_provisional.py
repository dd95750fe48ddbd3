"""A due date in working days of a year without an official table is marked where the due date is shown."""

from __future__ import annotations

from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.record import AmendRecord, RetireRecord
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands


def shown(window: Window, hands: Hands, case: str) -> tuple[str, str]:
    """What the strip of days says of a case's own limit, and what its other clocks say."""
    window.go(Go("cases", {"case": case}))
    hands.settled()
    screen = window.current
    assert isinstance(screen, CasesScreen)
    assert screen.detail.case is not None
    assert screen.detail.case.id == case
    return screen.detail.days.left.text(), screen.detail.clocks.accessibleName()


def test_a_clock_of_working_days_says_that_its_year_has_no_table_yet(window: Window, desk: Desk, hands: Hands) -> None:
    window.desk.submit(AmendRecord(subject="limit/case.grade.general", fields={"value": 5, "unit": "working_day"}))
    window.desk.submit(RegisterCase(matter=Matter(title="路灯不亮", grade="general"), case="lamp"))
    hands.settled()
    limit, others = shown(window, hands, "lamp")
    assert limit
    assert others
    assert "provisional" not in limit + others
    window.desk.submit(RetireRecord(subject="calendar/2026"))
    hands.settled()
    marked, others = shown(window, hands, "lamp")
    assert marked == f"{limit} · provisional"
    assert others
    assert "provisional" not in others, "the other clocks count natural time"
