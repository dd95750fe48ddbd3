"""The review by keys: its figures are those of the journal, a lesson is one change, one person, one day, and it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.printed import Prints, prints_subject
from commandcenter.domain.record import AmendRecord
from commandcenter.domain.roster_acts import Office, appoint
from commandcenter.domain.whistle_acts import Note, SetPlace
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.review.axis import Axis
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPdf import QPdfDocument

from reporting.paper_text import squeezed

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
POLICE = 3


def play(desk: Desk) -> None:
    """Eight minutes: fire service there at 2, police at 7 with four, wardens refuse, one order done, a fact."""
    desk.pass_time(2 * MINUTE)
    desk.line("1 到 6")
    desk.line("#Injured 1")
    desk.line("!封锁东门")
    desk.pass_time(5 * MINUTE)
    desk.line("3 到 4")
    desk.pass_time(MINUTE)


def review(desk: Desk, window: Window, hands: Hands) -> ReviewScreen:
    hands.key(Qt.Key.Key_6, ALT)
    screen = window.current
    assert isinstance(screen, ReviewScreen)
    assert screen.incident is not None
    return screen


def prints(desk: Desk) -> list[tuple[str, int]]:
    """How the review was put on paper: the way and the pages of each print."""
    subject = prints_subject("review", f"whistle/{desk.incident.whistle.id}")
    found = desk.window.desk.read.matters.one(Prints, subject)
    return [(one.way, one.pages) for one in found.prints]


@pytest.fixture
def played(desk: Desk, window: Window, hands: Hands, quick: None) -> ReviewScreen:
    """The review of an incident that still runs."""
    desk.blow(Qt.Key.Key_1)
    play(desk)
    screen = review(desk, window, hands)
    desk.story.begin()
    return screen


def figures(screen: ReviewScreen) -> dict[str, tuple[str, str, str]]:
    return {figure.label: (figure.value, figure.behind, figure.note) for figure in screen.figures.figures}


def pdf_text(path: Path) -> str:
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return squeezed("".join(document.getAllText(page).text() for page in range(document.pageCount())))


def test_the_figures_are_those_of_the_journal(played: ReviewScreen, desk: Desk) -> None:
    told = figures(played)
    incident = desk.incident
    first = incident.report_ins[0].milestone("arrived")
    assert first is not None
    assert first.at - incident.whistle.blown_at == 2 * MINUTE
    assert told["First to arrive"] == ("02:00", "", "榆和消防救援站")
    assert told["Whole time"][0] == "08:00"
    assert told["Whole time"][2] == "still running"
    assert told["Injured"][0] == "1"
    assert told["Evacuated"][0] == "unknown", "what nobody told is not zero"
    done = sum(order.done_at is not None for order in incident.orders)
    assert told["Orders"][:2] == (str(done), f"/ {len(incident.orders)}")


def test_the_bars_say_when_each_department_came(played: ReviewScreen, desk: Desk) -> None:
    spoken = played.gantt.rows.accessibleName().split("; ")
    assert len(spoken) == 12
    assert spoken[0] == "1 榆和消防救援站 arrived 02:00"
    assert spoken[1] == "2 榆和急救站 arrived —"
    assert spoken[2] == "3 青榆派出所 arrived 07:00"


def test_the_slider_puts_everything_back_to_its_moment(played: ReviewScreen, desk: Desk, hands: Hands) -> None:
    replay = played.replay
    assert (replay.arrived.text(), replay.answered.text()) == ("2 / 11", "2 / 12")
    slider = replay.slider
    axis = Axis(8 * MINUTE, slider.width() - 32)
    hands.click(slider, QPoint(round(axis.x_of(4 * MINUTE)) + 16, slider.height() // 2))
    assert abs(replay.after - 4 * MINUTE) < 3000
    assert replay.arrived.text() == "1 / 11"
    assert "青榆派出所" in replay.missing.text()
    rows = replay.lines.past
    assert not any("青榆派出所 Arrived" in row.words for row in rows)
    assert any("榆和消防救援站 Arrived" in row.words for row in rows)
    hands.click(slider, QPoint(round(axis.x_of(MINUTE)) + 16, slider.height() // 2))
    assert replay.arrived.text() == "0 / 11"


def test_arrow_keys_move_by_seconds_and_by_entries(played: ReviewScreen, hands: Hands) -> None:
    replay = played.replay
    hands.key(Qt.Key.Key_Left)
    assert replay.after == 8 * MINUTE - 10_000
    hands.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert replay.after == 7 * MINUTE
    assert replay.arrived.text() == "2 / 11"
    hands.key(Qt.Key.Key_Left)
    assert replay.arrived.text() == "1 / 11"
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert replay.after == 7 * MINUTE


def test_space_plays_from_the_start_and_pauses(played: ReviewScreen, hands: Hands) -> None:
    replay = played.replay
    hands.key(Qt.Key.Key_Space)
    assert replay.after < 1000
    hands.until(lambda: replay.after > 0)
    hands.key(Qt.Key.Key_Space)
    stood = replay.after
    hands.key(Qt.Key.Key_Right)
    assert replay.after == stood + 10_000


def test_a_lesson_is_recorded_with_its_change_its_owner_and_its_day(
    played: ReviewScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(
        words="执法队三次无人接听",
        cause="夜间值班电话未转接",
        change="夜间转接到带班手机",
        owner="余东升",
        due_on="2026-07-30",
    )
    desk.send()
    assert desk.story.kinds == ["review.finding_set", "review.action_set"]
    lesson = desk.incident.review
    action = next(iter(lesson.actions.values()))
    assert (action.words, action.owner, action.due_on) == ("夜间转接到带班手机", "余东升", "2026-07-30")
    row = played.lessons.model.row(0)
    assert (row.words, row.action.owner, row.action.due_on) == ("执法队三次无人接听", "余东升", "2026-07-30")
    played.lessons.list.view.setFocus()
    played.lessons.list.view.go(0)
    hands.enter()
    desk.fill(owner="潘永年")
    desk.send()
    assert next(iter(desk.incident.review.actions.values())).owner == "潘永年"
    assert len(desk.incident.review.actions) == 1
    hands.key(Qt.Key.Key_X)
    sheet = desk.form
    desk.send()
    assert sheet.isVisible(), "a change is not done without its proof"
    desk.fill(proof="拨测记录3份，存值班室", verified_by="余东升")
    desk.send()
    done = next(iter(desk.incident.review.actions.values()))
    assert (done.done_at is not None, done.proof, done.verified_by) == (True, "拨测记录3份，存值班室", "余东升")


def test_a_lesson_tells_fact_effect_cause_and_level(played: ReviewScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(words="执法队无人接听", effect="封控晚了六分钟", cause="电话未转接", level="equipment")
    desk.send()
    found = next(iter(desk.incident.review.findings.values()))
    assert (found.words, found.effect, found.cause, found.level) == (
        "执法队无人接听",
        "封控晚了六分钟",
        "电话未转接",
        "equipment",
    )


def test_a_change_without_owner_or_day_is_not_recorded_and_says_why(
    played: ReviewScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_N)
    sheet = desk.fill(words="到场慢", change="增加备勤")
    desk.send()
    assert sheet.note.text() == "Write who is responsible."
    assert desk.story.kinds == []
    desk.fill(owner="赵敏", due_on="下个月")
    desk.send()
    assert "下个月" in sheet.note.text()
    assert desk.story.kinds == [], "the finding is not written without its change"
    assert sheet.isVisible()


def test_a_lesson_that_was_taken_out_is_gone_from_the_list_and_stays_in_the_journal(
    played: ReviewScreen, desk: Desk, hands: Hands
) -> None:
    hands.key(Qt.Key.Key_N)
    desk.fill(words="到场慢")
    desk.send()
    played.lessons.list.view.setFocus()
    played.lessons.list.view.go(0)
    hands.key(Qt.Key.Key_Delete)
    hands.settled()
    assert played.lessons.nothing.isVisible()
    assert desk.story.kinds == ["review.finding_set", "review.finding_dropped"]


def sign(desk: Desk, hands: Hands, role: str) -> None:
    """M, choose the role, wait until the version is kept and signed."""
    before = len(desk.incident.review.signatures)
    hands.key(Qt.Key.Key_M)
    desk.choose(role)
    hands.until(lambda: len(desk.incident.review.signatures) > before, 30_000)
    hands.settled()


def test_m_signs_with_the_name_of_who_sits_here(played: ReviewScreen, desk: Desk, hands: Hands) -> None:
    sign(desk, hands, "leader")
    signed = desk.story.one("review.signed")
    assert (signed.actor, signed.body["role"], signed.body["version"]) == ("P4103", "leader", 1)
    assert "leader" in played.signed.text()


def test_a_signed_version_is_kept_and_a_later_change_makes_a_new_one(
    played: ReviewScreen, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    sign(desk, hands, "special_team")
    sign(desk, hands, "leader")
    review = desk.incident.review
    assert len(review.versions) == 1, "two signatures on the same text are one version"
    assert played.versions.changes.rows == []
    hands.key(Qt.Key.Key_N)
    desk.fill(words="到场慢")
    desk.send()
    assert [row.words for row in played.versions.changes.rows] == ["lesson: 到场慢"]
    assert "not signed yet" not in played.signed.text()
    sign(desk, hands, "special_team")
    assert [one.version for one in desk.incident.review.signatures] == [1, 1, 2]
    hands.key(Qt.Key.Key_V)
    played.versions.list.view.go(1)
    hands.enter()
    hands.until(lambda: played.paper.version == 1 and played.paper.shown, 30_000)
    document = played.paper.view.document
    pages = squeezed("".join(document.getAllText(page).text() for page in range(document.pageCount())))
    assert "到场慢" not in pages, "the first version stands as it was signed"
    assert "本件为第1版" in pages
    hands.key(Qt.Key.Key_Escape)
    hands.until(lambda: played.paper.version == 0 and played.paper.shown, 30_000)
    pages = squeezed("".join(document.getAllText(page).text() for page in range(document.pageCount())))
    assert "到场慢" in pages
    assert "本件与签字的第2版一致" in pages


def test_the_same_version_is_not_signed_twice_in_one_role(played: ReviewScreen, desk: Desk, hands: Hands) -> None:
    sign(desk, hands, "leader")
    hands.key(Qt.Key.Key_M)
    desk.choose("leader")
    hands.until(lambda: any("signed in this role" in words for words in desk.toasts), 30_000)
    assert len(desk.incident.review.signatures) == 1


def test_the_board_the_post_and_the_facts_show_the_moment(played: ReviewScreen, hands: Hands) -> None:
    replay = played.replay
    assert {face.ordinal: face.level for face in replay.board.faces}[1] == "here"
    assert "1" in replay.facts.text()
    hands.key(Qt.Key.Key_Home, SHIFT)
    assert replay.after == 0
    assert all(face.level != "here" for face in replay.board.faces)
    assert replay.facts.text() == "nothing known"
    hands.key(Qt.Key.Key_End, SHIFT)
    assert {face.ordinal: face.level for face in replay.board.faces}[3] == "here"


def test_plus_and_minus_change_the_speed_from_one_to_sixty(played: ReviewScreen, hands: Hands) -> None:
    for _ in range(8):
        hands.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert played.replay.speed == 60
    for _ in range(8):
        hands.key(Qt.Key.Key_Minus)
    assert played.replay.speed == 1


def test_b_shows_what_the_desk_knew_then(
    desk: Desk, window: Window, hands: Hands, clock: SetClock, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1)
    play(desk)
    whistle = desk.incident.whistle
    told = clock.now() - 5 * MINUTE
    window.desk.submit(Note(whistle=whistle.id, words="后厨有明火", happened_at=told))
    hands.settled()
    screen = review(desk, window, hands)
    screen.replay.seek(told - whistle.blown_at + 1000)
    there = {face.ordinal: face.state for face in screen.replay.board.faces}
    hands.key(Qt.Key.Key_B)
    assert screen.replay.as_known
    assert {face.ordinal: face.state for face in screen.replay.board.faces} == there, "nothing of the board came late"
    assert any("后厨有明火" in row.words for row in screen.replay.lines.past)
    hands.key(Qt.Key.Key_B)
    assert not screen.replay.as_known


def test_c_goes_through_the_charts(played: ReviewScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_C)
    assert played.curve.isVisible()
    assert played.curve.accessibleName().startswith("answered 2 / ")
    hands.key(Qt.Key.Key_C)
    assert played.former.isVisible()
    hands.key(Qt.Key.Key_C)
    assert played.gantt.isVisible()


def test_former_incidents_of_the_plan_stand_beside_this_one(
    desk: Desk, window: Window, hands: Hands, quick: None
) -> None:
    desk.blow(Qt.Key.Key_1)
    play(desk)
    first = desk.incident.whistle.number
    desk.pass_time(60 * MINUTE)
    desk.blow(Qt.Key.Key_1)
    play(desk)
    screen = review(desk, window, hands)
    assert [row.number for row in screen.former.rows][1:] == [first]
    assert screen.former.rows[0].this


def test_in_a_low_window_charts_and_lessons_take_turns(played: ReviewScreen, window: Window, hands: Hands) -> None:
    window.resize(1366, 768)
    hands.until(lambda: not played.charts.isVisible())
    assert played.lessons.isVisible()
    assert played.replay.board.isVisible()
    hands.key(Qt.Key.Key_V)
    assert played.versions.isVisible()
    hands.key(Qt.Key.Key_C)
    assert played.gantt.isVisible()
    assert not played.lessons.isVisible()
    hands.key(Qt.Key.Key_V)
    assert played.versions.isVisible()


def test_the_pdf_says_what_the_journal_says_with_the_names_of_that_day(
    played: ReviewScreen, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    office, first = played.desk, desk.incident.report_ins[0].unit
    office.submit(SetPlace(whistle=desk.incident.whistle.id, place="J07"))
    called = {unit.unit: office.reference.unit_name(unit.unit) for unit in desk.incident.report_ins}
    chief = office.reference.directory.answers_for(office.reference.directory.places["J07"]).chief
    assert chief is not None
    desk.pass_time(60 * MINUTE)
    office.submit(AmendRecord(subject=f"unit/{first}", fields={"name": "改了名的站"}))
    successor = Office(chief.role, chief.target, office.clock.now())
    office.submit(appoint("new", successor, "P0005", replaced=chief.appointment, now=office.clock.now()))
    hands.settled()
    assert office.reference.unit_name(first) == "改了名的站"
    assert chief.person.name in played.caption()
    assert figures(played)["First to arrive"][2] == called[first]
    hands.key(Qt.Key.Key_N)
    desk.fill(words="执法队无人接听", change="夜间转接到带班手机", owner="余东升", due_on="2026-07-30")
    desk.send()
    hands.until(lambda: played.paper.view.document.pageCount() > 0, 30_000)
    hands.until(lambda: played.paper.shown, 30_000)
    hands.key(Qt.Key.Key_S, CONTROL)
    target = tmp_path / "复盘.pdf"
    desk.fill(path=str(target))
    hands.send()
    hands.until(lambda: bool(prints(desk)), 30_000)
    hands.settled()
    text = pdf_text(target)
    incident = desk.incident
    assert squeezed(incident.whistle.number) in text
    for name in called.values():
        assert squeezed(name)[:6] in text
    assert "改了名的站" not in text
    for words in ("封锁东门", "执法队无人接听", "夜间转接到带班手机", "余东升"):
        assert words in text
    assert "演练" not in text
    assert any("复盘.pdf" in words for words in desk.toasts)


def test_a_file_that_cannot_be_written_is_said_in_the_form(
    played: ReviewScreen, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    hands.until(lambda: played.paper.shown, 30_000)
    hands.key(Qt.Key.Key_S, CONTROL)
    sheet = desk.fill(path=str(tmp_path / "no such folder" / "review.pdf"))
    hands.send()
    hands.until(lambda: bool(sheet.note.text()), 30_000)
    assert sheet.isVisible()
    assert prints(desk) == []


def test_every_page_of_a_drill_carries_the_mark_of_the_drill(
    desk: Desk, window: Window, hands: Hands, quick: None, tmp_path: Path
) -> None:
    desk.blow(Qt.Key.Key_1, drill=True)
    play(desk)
    screen = review(desk, window, hands)
    assert screen.mode() == "drill"
    assert window.frame.mode == "drill"
    assert window.watermark.isVisible()
    hands.until(lambda: screen.paper.shown, 30_000)
    document = screen.paper.view.document
    assert document.pageCount() > 1
    pages = [squeezed(document.getAllText(page).text()) for page in range(document.pageCount())]
    assert all("演练" in page for page in pages), [at for at, page in enumerate(pages) if "演练" not in page]


def test_o_chooses_another_incident(played: ReviewScreen, desk: Desk, window: Window, hands: Hands) -> None:
    first = desk.incident.whistle.number
    desk.blow(Qt.Key.Key_3)
    screen = review(desk, window, hands)
    second = desk.incident.whistle.number
    assert screen.choice.count() == 2
    screen.choice.setFocus()
    assert played.incident is not None
    shown = played.incident.whistle.number
    hands.key(Qt.Key.Key_Down if shown == second else Qt.Key.Key_Up)
    assert played.incident.whistle.number == (first if shown == second else second)


def test_without_any_whistle_the_review_says_when_there_will_be_one(window: Window, hands: Hands) -> None:
    hands.key(Qt.Key.Key_6, ALT)
    screen = window.current
    assert isinstance(screen, ReviewScreen)
    page = screen.pages.currentWidget()
    assert page is not None
    words = [label.text() for label in page.findChildren(Label)]
    assert "No whistle has been blown yet" in words
    assert any("assembled by itself" in line for line in words)
