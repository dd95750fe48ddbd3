"""Foresight by keyboard: from a word to a case that nobody complained of yet, and to the look-back before the season."""

from __future__ import annotations

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain.case_acts import ImportCases, Matter
from commandcenter.domain.clock import DAY
from commandcenter.domain.foresight import Foresight
from commandcenter.domain.topic import Topic
from commandcenter.ui.foresight.panels import words_of, words_text
from commandcenter.ui.foresight.screen import ForesightScreen
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.parts.yearcurve import years_of
from commandcenter.ui.shell.window import Window
from commandcenter.ui.topics.screen import TopicsScreen
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

CHILD = 30_000
"""A child process has to start first."""


@pytest.fixture
def foresight(window: Window, hands: Hands) -> ForesightScreen:
    """The screen, reached by its keys, with its rules run."""
    hands.key(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    screen = window.screens["foresight"]
    assert isinstance(screen, ForesightScreen)
    assert window.current is screen
    hands.until(lambda: bool(screen.watch.at) and not screen.watch.running, CHILD)
    hands.settled()
    return screen


def fill(acting: Acting, hands: Hands, **texts: str) -> FormSheet:
    """Type into fields by their names and send."""
    sheet = acting.sheet
    assert sheet is not None
    for name, text in texts.items():
        widget: QWidget = sheet.form.widgets[name]
        widget.setFocus()
        if isinstance(widget, QComboBox):
            sheet.form.set_text(name, text)
        else:
            sheet.form.set_text(name, "")
            hands.type(text)
    hands.send()
    hands.settled()
    return sheet


def leaks(window: Window, hands: Hands, clock: SetClock) -> None:
    """A roof that leaked in three summers, another in two, told by six cases of former years."""
    summers = [clock.now() - (365 * back + 10) * DAY for back in (1, 2, 3)]
    told = [(at, "B16") for at in summers] + [(at + DAY, "B26") for at in summers[:2]] + [(summers[0], "B38")]
    rows = tuple(
        Matter(title="天沟倒灌漏进屋", place=place, place_words="楼顶", community="A4", received_at=at)
        for at, place in told
    )
    window.desk.submit(ImportCases(rows=rows))
    hands.settled()
    hands.until(lambda: window.desk.read.cases.index_lag() == 0)


def topic_of(window: Window, name: str) -> Topic:
    return next(one for one in window.desk.read.matters.of(Topic, "topic") if one.name == name)


def test_from_the_word_to_the_dispatched_cases_to_the_look_back(
    window: Window, hands: Hands, clock: SetClock, foresight: ForesightScreen
) -> None:
    leaks(window, hands, clock)
    hands.key(Qt.Key.Key_Slash)
    assert foresight.words.field.hasFocus()
    hands.type("天沟倒灌")
    hands.enter()
    hands.until(lambda: foresight.study is not None, CHILD)
    assert foresight.study is not None
    assert foresight.study.cases == 6
    assert [point.place for point in foresight.study.repeated] == ["B16", "B26"]
    assert foresight.funnel.figures[1].value == "2"
    assert "2025" in foresight.words.curve.accessibleName()
    assert foresight.topic is None
    hands.key(Qt.Key.Key_S)
    sheet = fill(foresight.hand.acting, hands, name="天沟倒灌")
    assert sheet.isVisible(), "six cases tell no season: none is proposed, and the form asks for it"
    assert sheet.form.text("first") == ""
    assert foresight.topic is None
    fill(foresight.hand.acting, hands, first="6", last="9")
    hands.until(lambda: foresight.topic is not None)
    hands.key(Qt.Key.Key_H)
    hands.until(lambda: len(foresight.hazards.model.rows) == 2)
    for _ in range(2):
        hands.until(foresight.hazards.view.hasFocus)
        hands.enter()
        fill(foresight.hand.acting, hands, likelihood="high", repairer="S03", cause="落叶堵了天沟")
        hands.key(Qt.Key.Key_Down)
    assert all(one.progress == "assessed" for one in topic_of(window, "天沟倒灌").points)
    before = window.desk.read.cases.counts(clock.now())["open"]
    hands.key(Qt.Key.Key_D)
    fill(foresight.hand.acting, hands)
    topic = topic_of(window, "天沟倒灌")
    assert [one.progress for one in topic.points] == ["dispatched", "dispatched"]
    assert window.desk.read.cases.counts(clock.now())["open"] == before + 2
    case, _ = window.desk.read.cases.case(topic.points[0].case)
    assert case.proactive
    assert case.stage == "dispatched"
    hands.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    topics = window.screens["topics"]
    assert isinstance(topics, TopicsScreen)
    assert window.current is topics
    assert topics.topic is not None
    assert topics.topic.id == topic.id, "the newest topic stands first"
    hands.key(Qt.Key.Key_N)
    fill(topics.hand.acting, hands)
    assert len(topic_of(window, "天沟倒灌").rounds) == 1
    year = topic_of(window, "天沟倒灌").rounds[0].year
    for _ in range(2):
        hands.key(Qt.Key.Key_Period)
        fill(topics.hand.acting, hands, found="fine")
    topic = topic_of(window, "天沟倒灌")
    assert topic.rounds[0].done_at is not None
    assert all(one.look(year).found == "fine" for one in topic.points)  # type: ignore[union-attr]


def test_a_reminder_is_sent_with_one_key_and_counts_in_the_rail(
    window: Window, hands: Hands, foresight: ForesightScreen
) -> None:
    waiting = [one for one in window.desk.read.matters.of(Foresight, "foresight") if one.asks]
    assert waiting, "the sample office has a rule that fired"
    alert = foresight.alert
    assert alert is not None
    assert alert.asks
    hands.key(Qt.Key.Key_D)
    fill(foresight.acting, hands)
    sent = window.desk.read.matters.one(Foresight, alert.subject)
    assert sent.now is not None
    assert sent.now.case
    assert sent.stage == "dispatched"
    hands.key(Qt.Key.Key_W)
    fill(foresight.acting, hands, measure="逐个查看井盖", days="20")
    watched = window.desk.read.matters.one(Foresight, alert.subject)
    assert watched.stage == "watching"
    assert foresight.rules.model.place_of(alert.id) >= 0


def test_a_rule_is_changed_with_what_it_would_have_done_before_ones_eyes(
    window: Window, hands: Hands, foresight: ForesightScreen
) -> None:
    rule = next(one for one in window.desk.reference.foresight_rules if one.id == "R04")
    foresight.sheets.edit_rule(rule)
    sheet = foresight.acting.sheet
    assert sheet is not None
    hands.until(lambda: any(char.isdigit() for char in sheet.caption.text()), CHILD)
    fill(foresight.acting, hands, count="2")
    assert next(one for one in window.desk.reference.foresight_rules if one.id == "R04").count == 2


def test_hot_spots_by_place_usual_night_and_hour(window: Window, hands: Hands, foresight: ForesightScreen) -> None:
    hot = foresight.hot
    hands.until(lambda: bool(hot.board.counts), CHILD)
    assert hot.kinds.count() > 3
    hands.key(Qt.Key.Key_M)
    assert hot.board.hasFocus()
    hot.modes.pick(1)
    hands.until(lambda: hot.pages.currentWidget() is hot.empty)
    hot.modes.pick(3)
    hands.until(lambda: hot.pages.currentWidget() is hot.heat)
    assert hot.heat.accessibleName()


def test_the_topic_of_the_sample_shows_what_last_year_brought(window: Window, hands: Hands) -> None:
    window.go(Go("topics"))
    topics = window.screens["topics"]
    assert isinstance(topics, TopicsScreen)
    assert topics.topic is not None
    assert topics.topic.effect is not None
    told = [figure.value for figure in topics.effect.figures]
    assert f"{topics.topic.effect.before} → {topics.topic.effect.after}" in told
    assert len(topics.hazards.model.rows) == 6
    assert "%" not in topics.effect.accessibleName()
    topics.filters.pick(1)
    assert len(topics.hazards.model.rows) == 1


def test_words_as_they_are_typed() -> None:
    assert words_of("漏雨 渗水，漏雨 -漏水管 －空调 -") == (("漏雨", "渗水"), ("漏水管", "空调"))
    assert words_of(words_text(("漏雨",), ("水管",))) == (("漏雨",), ("水管",))


def test_years_end_where_they_are_known() -> None:
    years = years_of({"2023-07": 2, "2025-01": 1, "2026-02": 3}, (2026, 3))
    assert [(one.year, len(one.months), one.total) for one in years] == [
        (2026, 3, 3),
        (2025, 12, 1),
        (2024, 12, 0),
        (2023, 12, 2),
    ]
    assert years_of({}, (2026, 3)) == []
