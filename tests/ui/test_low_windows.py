"""The rooms of tabs in the smallest window: no words cut, nothing out of reach, toasts beside what is read."""

from __future__ import annotations

import pytest
from commandcenter.app import Application
from commandcenter.domain.case_dispatch_acts import DispatchCase, SignCase
from commandcenter.ui.cases.register import RegisterSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.screen import Go, Toast
from commandcenter.ui.rates.screen import RatesScreen
from commandcenter.ui.shell.sound import Sound
from commandcenter.ui.shell.window import Window
from commandcenter.ui.topics.screen import TopicsScreen
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from test_every_screen import chinese, cut, in_sight, lay_out, set_look, told

__all__ = ["chinese"]

TABS = (
    *("consultations", "problems", "proposals", "responsibility", "procedures", "rates", "foresight", "topics"),
    *("roster", "organisation", "map", "patrols", "rosterimport"),
    *("duty", "rota", "calls", "dutylog", "obligations"),
)


@pytest.fixture(autouse=True)
def no_loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tones are noted, and end there."""
    monkeypatch.setattr(Sound, "_try", lambda *_: True)


@pytest.mark.parametrize(("scale", "theme"), [(100, "dark"), (130, "light")])
def test_no_words_are_cut_in_the_tabs_of_the_rooms(
    chinese: None, application: Application, hands: Hands, scale: int, theme: str
) -> None:
    window = set_look(application, 1366, 768, scale, theme)
    wrong = {}
    for name in TABS:
        window.go(Go(name))
        hands.settled()
        lay_out(window)
        found = [told(part) for part in in_sight(window) if cut(part)]
        if found:
            wrong[name] = found
    assert not wrong


def test_the_next_step_of_a_case_is_read_whole(
    chinese: None, application: Application, window: Window, hands: Hands
) -> None:
    set_look(application, 1366, 768, 100, "dark")
    window.go(Go("cases"))
    hands.settled()
    centre = window.current
    assert isinstance(centre, CasesScreen)
    foot = centre.detail.foot
    for words in ("联系诉求人", "裁定职责", "双反馈", "请领导批示"):
        foot.show_next(words)
        lay_out(window)
        assert not [told(part) for part in in_sight(window) if foot.isAncestorOf(part) and cut(part)]


def test_the_whole_register_is_in_sight(application: Application, window: Window, hands: Hands) -> None:
    set_look(application, 1366, 768, 100, "dark")
    window.go(Go("cases", {"register": True}))
    hands.settled()
    lay_out(window)
    [sheet] = [one for one in window.findChildren(RegisterSheet) if one.isVisible()]
    last = sheet.form.widgets["proactive"]
    assert last.visibleRegion().boundingRect() == last.rect()
    assert sheet._scroll.verticalScrollBar().maximum() == 0


def test_d_shows_the_material_where_there_is_no_room_beside(window: Window, hands: Hands) -> None:
    window.resize(1366, 768)
    hands.key(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    rates = window.current
    assert isinstance(rates, RatesScreen)
    hands.settled()
    assert rates.paper.isHidden()
    assert "D" in dict(rates.hints())
    hands.key(Qt.Key.Key_D)
    assert rates.paper.isVisible()
    assert not rates.main.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert rates.paper.isAncestorOf(focus)
    hands.key(Qt.Key.Key_Escape)
    assert rates.paper.isHidden()
    assert rates.groups.view.hasFocus()
    hands.key(Qt.Key.Key_D)
    window.resize(1920, 1080)
    lay_out(window)
    assert rates.paper.isVisible()
    assert rates.main.isVisible()
    assert "D" not in dict(rates.hints())


def test_a_toast_leaves_the_figures_of_a_topic_free(window: Window, hands: Hands) -> None:
    window.resize(1366, 768)
    window.go(Go("topics"))
    hands.settled()
    topics = window.current
    assert isinstance(topics, TopicsScreen)
    lay_out(window)
    window.services.toast.emit(Toast("已保存", kind="done"))
    figures = in_window(topics.effect, window)
    assert not any(in_window(view, window).intersects(figures) for view in window.toasts._shown)


def in_window(part: QWidget, window: Window) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def test_3_says_why_nobody_is_asked_any_more(desk: Desk, window: Window, hands: Hands) -> None:
    window.go(Go("cases", {"view": "to_judge"}))
    hands.settled()
    centre = window.current
    assert isinstance(centre, CasesScreen)
    row = centre.model.row(0)
    assert row is not None
    window.desk.submit(DispatchCase(case=row.id, lead="S01"))
    hands.settled()
    window.desk.submit(SignCase(case=row.id, unit="S01"))
    hands.settled()
    window.go(Go("cases", {"view": "all", "case": row.id}))
    hands.settled()
    assert centre.duties.case.stage == "owned"
    centre.view.setFocus()
    hands.key(Qt.Key.Key_3)
    assert centre.duties.advice_sheet is None
    assert any("was settled" in words for words in desk.toasts)
