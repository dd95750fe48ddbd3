"""Plans are written by keys alone: line by line, published as the next version, compared with older ones, kept by what runs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from commandcenter.app import Application
from commandcenter.domain.cue_acts import TakeCue
from commandcenter.domain.record import AmendRecord, Record
from commandcenter.domain.whistle_acts import SetFact
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.plans.changes import ChangeSheet
from commandcenter.ui.plans.screen import PlansScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from settings_hands import told

Key = Qt.Key


@pytest.fixture
def plans(window: Window, desk: Desk) -> PlansScreen:
    """The plan editor, the mark on the first plan."""
    window.go(Go("plans"))
    screen = window.current
    assert isinstance(screen, PlansScreen)
    screen.view.setFocus()
    return screen


def record(plans: PlansScreen, subject: str) -> Record:
    return plans.desk.read.reference.record(subject)


# -- plans -------------------------------------------------------------------------------------------------------------


def test_a_plan_is_changed_line_by_line_and_published_as_the_next_version(
    plans: PlansScreen, desk: Desk, hands: Hands, officer: str
) -> None:
    plan = plans.where()["plan"]
    first = plans.desk.reference.plans[0]
    assert first.id == plan
    hands.enter()
    assert plans.units.view.hasFocus()
    hands.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_F2)
    desk.fill(ask="9", why="接管水带")
    hands.send()
    assert not desk.sheets
    assert "units" in plans.state.text()
    assert plans.desk.reference.plans[0] == first
    hands.send()
    desk.fill(reason="复盘第 2 条")
    desk.send()
    published = plans.desk.reference.plans[0]
    assert [line.unit for line in published.units][:2] == [line.unit for line in first.units][1::-1]
    assert published.units[1].optional
    assert published.units[1].ask == 9
    assert published.units[1].why == "接管水带"
    assert record(plans, f"plan/{plan}").version == 2
    newest = told(plans.history)[0]
    assert "version 2" in newest
    assert officer in newest
    assert "复盘第 2 条" in newest
    assert not plans.publish_button.isVisible()


def test_a_text_to_read_out_waits_as_a_draft_and_is_there_after_a_restart(
    plans: PlansScreen, desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    hands.click(plans.texts.cards["direct"].text.viewport())
    hands.key(Qt.Key.Key_A, CONTROL)
    hands.type("请立即到场")
    assert plans.texts.cards["direct"].count.text() == "5 / 120"
    hands.until(lambda: bool(plans.desk.read.status.drafts().get(f"plan.{plans.where()['plan']}")))
    application, _ = restart()
    application.window.go(Go("plans"))
    again = application.window.current
    assert isinstance(again, PlansScreen)
    assert again.texts.cards["direct"].text.toPlainText() == "请立即到场"
    assert again.publish_button.isVisible()


def test_a_field_that_is_typed_in_is_not_touched_by_a_change_from_elsewhere(
    plans: PlansScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    hands.click(plans.name_field)
    assert isinstance(hands.focus(), QLineEdit)
    hands.type("二")
    typed = plans.name_field.text()
    window.desk.submit(AmendRecord(subject="unit/D09", fields={"duty_phone": "100-0000-5555"}))
    hands.settled()
    assert plans.name_field.text() == typed
    assert plans.name_field.hasFocus()


# -- plans -------------------------------------------------------------------------------------------------------------


def test_a_code_that_is_taken_or_no_code_is_a_sentence(plans: PlansScreen, desk: Desk, hands: Hands) -> None:
    before = plans.model.rowCount()
    hands.key(Key.Key_A)
    desk.fill(name="火灾")
    for code in ("", "火灾一", "ty-00"):
        desk.put(desk.form.form.widgets["code"], code)
        hands.send()
        assert desk.form.note.text(), code
        assert desk.form.form.widgets["code"].property("wrong") == "true"
    assert plans.model.rowCount() == before


def test_an_unpublished_plan_is_there_after_a_restart_and_can_be_dropped(
    plans: PlansScreen, desk: Desk, hands: Hands, restart: Callable[[], tuple[Application, Hands]]
) -> None:
    hands.key(Key.Key_A)
    desk.fill(code="XX-01", name="其他火灾")
    hands.send()
    hands.until(lambda: bool(plans.desk.read.status.drafts().get("plan.XX-01")))
    application, again = restart()
    application.window.go(Go("plans", {"plan": "XX-01"}))
    screen = application.window.current
    assert isinstance(screen, PlansScreen)
    place = screen.model.place_of("XX-01")
    assert screen.model.row(place).version == 0
    screen.view.go(place)
    assert screen.name_field.text() == "其他火灾"
    assert application.desk.reference.plan("XX-01") is None
    screen.view.setFocus()
    again.key(Key.Key_Delete)
    assert screen.model.place_of("XX-01") < 0
    again.until(lambda: not application.desk.read.status.drafts().get("plan.XX-01"))


def test_particulars_reminders_and_groups_are_edited_and_published(
    plans: PlansScreen, desk: Desk, hands: Hands
) -> None:
    before = plans.desk.reference.plans[0]
    hands.key(Key.Key_F2)
    desk.fill(name="居民楼火灾", icon="siren", rank="", assembly="街道门前", post_site="物业二楼")
    hands.send()
    plans.lines.view.setFocus()
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Right)
    assert plans.lines.part == "prompts"
    hands.key(Key.Key_End)
    hands.key(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    hands.key(Key.Key_Home)
    hands.key(Key.Key_Delete)
    hands.key(Key.Key_A)
    desk.fill(text="半小时再点一次名", after="30", when="post")
    hands.send()
    hands.key(Key.Key_Right)
    assert plans.lines.part == "groups"
    hands.key(Key.Key_F2)
    desk.fill(name="综合协调组", lead="D03")
    box = desk.form.form.widgets["member.D01"]
    assert isinstance(box, QCheckBox)
    box.setFocus()
    hands.key(Key.Key_Space)
    hands.send()
    desk.send()
    desk.fill(reason="按本区文件")
    desk.send()
    plan = plans.desk.reference.plan(before.id)
    assert plan is not None
    assert (plan.name, plan.icon, plan.assembly, plan.post_site) == ("居民楼火灾", "siren", "街道门前", "物业二楼")
    reminders = before.prompts
    assert plan.prompts == (*reminders[1:-2], reminders[-1], reminders[-2], "半小时再点一次名")
    assert (plan.cues[-1].after, plan.cues[-1].when) == (30, "post")
    assert (plan.groups[0].name, plan.groups[0].lead) == ("综合协调组", "D03")
    assert "D01" in plan.groups[0].members


def test_a_plan_is_retired_with_a_reason_and_brought_back(plans: PlansScreen, desk: Desk, hands: Hands) -> None:
    plan = plans.where()["plan"]
    hands.key(Key.Key_Delete)
    assert "1" in desk.form.caption.text(), "the drill plans that rest on it are counted"
    desk.send()
    assert desk.form.note.text()
    desk.fill(reason="另有专项预案")
    desk.send()
    assert plans.desk.reference.plan(plan) is None
    plans.view.go(plans.model.place_of(plan))
    assert not plans.model.row(plans.view.place).active
    hands.enter()
    hands.key(Key.Key_A)
    assert not desk.sheets, "a retired plan is brought back first"
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_Delete)
    hands.settled()
    assert plans.desk.reference.plan(plan) is not None


# --- versions ---------------------------------------------------------------------------------------------------------


def publish(desk: Desk, hands: Hands, reason: str) -> None:
    hands.send()
    desk.fill(reason=reason)
    desk.send()


def test_old_and_new_stand_side_by_side_and_an_old_version_is_begun_from(
    plans: PlansScreen, window: Window, desk: Desk, hands: Hands
) -> None:
    plan = plans.where()["plan"]
    first = plans.desk.reference.plans[0]
    hands.enter()
    hands.key(Key.Key_F2)
    desk.fill(arrive="45", why="接管水带")
    hands.send()
    hands.key(Key.Key_D, CONTROL)
    (sheet,) = window.findChildren(ChangeSheet)
    (row,) = sheet.model.rows
    assert "接管水带" in row.new
    assert "接管水带" not in row.old
    assert "45" in row.new
    hands.key(Key.Key_Escape)
    publish(desk, hands, "复盘教训2")
    assert record(plans, f"plan/{plan}").version == 2
    plans.history.setFocus()
    plans.history.go(0)
    hands.enter()
    sheets = [one for one in window.findChildren(ChangeSheet) if one.isVisible()]
    assert "接管水带" in sheets[0].model.rows[0].new
    hands.key(Key.Key_Escape)
    plans.history.go(1)
    hands.key(Key.Key_R)
    publish(desk, hands, "改回")
    again = plans.desk.reference.plan(plan)
    assert again is not None
    assert (again.version, again.units) == (3, first.units)
    assert "改回" in told(plans.history)[0]


def test_a_running_incident_keeps_the_version_it_was_blown_with(
    plans: PlansScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    post = desk.blow(Key.Key_1)
    before = desk.incident
    plan = before.whistle.plan
    assert before.whistle.plan_version == 1
    texts = {"direct": "全新文稿"}
    prompts = [{"text": "全新提示", "after": 0}]
    desk.window.desk.submit(
        AmendRecord(
            subject=f"plan/{plan}", fields={"texts": texts, "prompts": prompts, "name": "新名", "first_five": []}
        )
    )
    hands.settled()
    after = desk.incident
    assert after.whistle == before.whistle
    assert after.orders == before.orders
    assert [one.limits for one in after.report_ins] == [one.limits for one in before.report_ins]
    assert "全新提示" not in [step.text for step in post._steps]


def test_a_cue_of_the_plan_comes_when_somebody_is_trapped_and_goes_when_it_is_taken(
    plans: PlansScreen, desk: Desk, hands: Hands, quick: None
) -> None:
    post = desk.blow(Key.Key_1)
    whistle = desk.incident.whistle
    (cue,) = [one for one in whistle.cues if one.when == "trapped"]

    def shown() -> list[str]:
        return [step.text for step in post._steps if step.code == "cue"]

    assert shown() == []
    desk.window.desk.submit(SetFact(whistle=whistle.id, fact="trapped", value=2))
    hands.settled()
    assert shown() == [cue.text]
    desk.window.desk.submit(TakeCue(whistle=whistle.id, cue=cue.id))
    hands.settled()
    assert cue.text not in shown()


# --- what stands beside it --------------------------------------------------------------------------------------------


def test_every_sample_plan_is_whole_but_for_the_law(plans: PlansScreen, hands: Hands) -> None:
    """Each kind of event has a plan; the check finds nothing in them that a tired person would miss."""
    seen = 0
    for place, row in enumerate(plans.model.rows):
        if row.heading:
            continue
        plans.view.go(place)
        missing = {line.key for line in plans.side.checks.rows_model.rows if line.tone == "warn"}
        allowed = (
            {"law", "groups", "cues", "second_contact"} if row.code == "TY-00" else {"law", "second_contact", "groups"}
        )
        assert missing <= allowed, (row.code, missing)
        seen += 1
    assert seen == 17


def test_whom_to_call_of_the_chosen_unit_in_order(plans: PlansScreen, hands: Hands) -> None:
    hands.enter()
    while plans.unit_model.row(plans.units.view.place).unit != "D03":
        hands.key(Key.Key_Down)
    unit = plans.desk.reference.units["D03"]
    rows = plans.side.contacts.rows_model.rows
    assert [row.fact for row in rows] == [contact.phone for contact in unit.contacts]


def test_a_plan_is_found_by_initials_and_esc_shows_all_again(plans: PlansScreen, hands: Hands) -> None:
    before = plans.model.rowCount()
    hands.key(Key.Key_Slash)
    hands.type("rqxl")
    assert [row.code for row in plans.model.rows if not row.heading] == ["RQ-01"]
    hands.key(Key.Key_Escape)
    assert plans.model.rowCount() == before
    assert plans.view.hasFocus()


def test_the_places_of_a_text_are_words_while_it_is_edited(plans: PlansScreen, hands: Hands) -> None:
    card = plans.texts.cards["request"]
    stored = plans.copy()["texts"]["request"]
    assert "{time}" in stored
    assert "{" not in card.text.toPlainText()
    hands.click(card.text.viewport())
    hands.key(Key.Key_End, CONTROL)
    hands.type("请速来")
    assert plans.copy()["texts"]["request"] == stored + "请速来"


def test_a_low_window_shows_lines_or_texts(plans: PlansScreen, window: Window, hands: Hands) -> None:
    window.resize(1366, 768)
    hands.until(lambda: plans.width() < 1400)
    assert plans.lines_panel.isVisible()
    assert not plans.texts.isVisible()
    hands.key(Key.Key_T)
    assert plans.texts.isVisible()
    assert plans.texts.typing


def test_the_settings_lead_to_both_rooms(window: Window, desk: Desk, hands: Hands) -> None:
    for section, room in (("plans", "plans"), ("drills", "drills")):
        window.go(Go("settings", {"section": section}))
        hands.enter()
        assert window.current is not None
        assert window.current.name == room
