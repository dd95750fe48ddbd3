"""Personal data in the settings by keys: the list, two signatures, evidence, names with a reason, destruction on the date."""

from __future__ import annotations

import pytest
from commandcenter.desk.shown import is_masked, shown_facts
from commandcenter.domain.clock import DAY, MINUTE
from commandcenter.domain.command import Command
from commandcenter.domain.office import SignIn
from commandcenter.domain.report_in_acts import RecordMilestone
from commandcenter.domain.whistle_acts import BlowWhistle, CloseWhistle, Note, StandDown, UnitCall
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.settings.privacy import PrivacySection
from commandcenter.ui.settings.screen import SettingsScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, OFFICER, Desk
from office_window import Hands
from PySide6.QtCore import Qt

SAID = "住3号楼的老人，电话13955557788"
OTHER = "P4101"
LONG = 30_000


@pytest.fixture
def ended(desk: Desk, window: Window, hands: Hands) -> str:
    """An incident that has ended, with a citizen's number in its log; the id of its whistle."""

    def do(command: Command) -> list[str]:
        ticket = window.desk.submit(command)
        found: list[str] = []
        ticket.done.connect(lambda done: found.extend(done.subjects))
        hands.settled()
        assert found, command
        return found

    blown = do(BlowWhistle(units=(UnitCall(unit="D03"),), title="楼道起火"))
    whistle = next(subject for subject in blown if subject.startswith("whistle/")).partition("/")[2]
    desk.clock.advance(MINUTE)
    do(Note(whistle=whistle, words=SAID, told_by="欧阳晓岚"))
    do(RecordMilestone(whistle=whistle, unit="D03", milestone="arrived", people=2))
    do(RecordMilestone(whistle=whistle, unit="D03", milestone="release_approved", people=2, reason="task_done"))
    do(StandDown(whistle=whistle, words="结束"))
    do(RecordMilestone(whistle=whistle, unit="D03", milestone="back"))
    do(CloseWhistle(whistle=whistle, words="无需终报"))
    return whistle


@pytest.fixture
def section(ended: str, window: Window, hands: Hands) -> PrivacySection:
    window.go(Go("settings", {"section": "privacy"}))
    screen = window.current
    assert isinstance(screen, SettingsScreen)
    found = screen.section
    assert isinstance(found, PrivacySection)
    found.come()
    return found


def test_two_sign_by_keys_and_on_the_date_the_names_go(
    section: PrivacySection, ended: str, desk: Desk, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_Delete)
    assert any("Two people have to sign" in words for words in desk.toasts)
    hands.key(Qt.Key.Key_S)
    hands.send()
    hands.settled()
    desk.story.begin()
    hands.key(Qt.Key.Key_S)
    assert not desk.sheets, "the same person at the same seat cannot be the second"
    assert any("F10" in words for words in desk.toasts)
    window.desk.submit(SignIn(person=OTHER, role="clerk"))
    hands.settled()
    hands.key(Qt.Key.Key_S)
    assert [desk.form.form.widgets["person"].itemData(0)] == [OTHER], "nobody else can be chosen"
    hands.send()
    hands.settled()
    state = window.desk.read.privacy.of(ended)
    assert [one.person for one in state.signatures] == [OFFICER, OTHER]
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    assert window.desk.read.privacy.of(ended).destroyed_at is None, "the date has not come"
    desk.pass_time(31 * DAY)
    window.desk.chore("privacy")
    hands.until(lambda: window.desk.read.privacy.of(ended).destroyed_at is not None, LONG)
    hands.settled()
    assert section.chosen is not None
    assert section.chosen.privacy.stage == "destroyed"
    assert all(fact.erased or not fact.private for fact in window.desk.read.incidents.facts(ended))


def test_names_are_shown_after_a_reason_which_stands_in_the_log(
    section: PrivacySection, ended: str, desk: Desk, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_U, CONTROL)
    desk.send()
    assert "missing" in desk.form.note.text(), "no reason, no names"
    desk.fill(reason="家属核对")
    desk.send()
    (opening,) = window.desk.read.privacy.of(ended).openings
    assert (opening.by, opening.reason, opening.seat) == (OFFICER, "家属核对", window.desk.node)
    assert any("家属核对" in row.second for row in rows(section))


def rows(section: PrivacySection) -> list[object]:
    model = section.log.rows_model
    return [model.row(place) for place in range(model.rowCount())]


def test_evidence_is_kept_after_an_assessment_and_let_go_again(
    section: PrivacySection, ended: str, desk: Desk, window: Window, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_E)
    desk.fill(assessment="火灾调查需要", until="2027-01-31")
    desk.send()
    assert window.desk.read.privacy.of(ended).kept_until == "2027-01-31"
    hands.key(Qt.Key.Key_S)
    desk.send()
    assert "2027-01-31" in desk.form.note.text(), "what is kept cannot be signed away"
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_E)
    hands.settled()
    assert window.desk.read.privacy.of(ended).kept_until == ""


def test_the_list_and_the_paper_kit_are_one_key_away(
    section: PrivacySection, desk: Desk, window: Window, hands: Hands
) -> None:
    for key, modifier, name in ((Qt.Key.Key_P, CONTROL, "个人信息销毁清单"), (Qt.Key.Key_Y, None, "停电手工应急卡")):
        hands.key(key, modifier or Qt.KeyboardModifier.NoModifier)
        sheet = next(one for one in desk.sheets if isinstance(one, PaperSheet))
        hands.until(lambda shown=sheet: shown.work.shown, LONG)
        assert sheet.title.text() == name
        hands.key(Qt.Key.Key_Escape)


def test_an_ended_incident_is_masked_in_the_review_until_a_reason_was_given(
    ended: str, desk: Desk, window: Window, hands: Hands
) -> None:
    window.go(Go("review", {"whistle": ended}))
    screen = window.current
    assert isinstance(screen, ReviewScreen)
    assert screen.incident is not None

    def told() -> str:
        return str(shown_facts(window.desk, screen.incident.whistle)) + str(screen.incident)

    assert "欧阳晓岚" not in told()
    assert "13955557788" not in told()
    assert "139****7788" in told()
    screen.setFocus()
    hands.key(Qt.Key.Key_U, CONTROL)
    desk.fill(reason="核对来电")
    desk.send()
    hands.until(lambda: not is_masked(window.desk, screen.incident.whistle), LONG)
    assert "欧阳晓岚" in told()
    desk.pass_time(16 * MINUTE)
    assert is_masked(window.desk, screen.incident.whistle)
    assert "欧阳晓岚" not in str(shown_facts(window.desk, screen.incident.whistle))
