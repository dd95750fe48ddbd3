"""The review by keys: its figures are those of the journal, a lesson is one change, one person, one day, and it is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.printed import Prints, prints_subject
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
    rows = replay.lines.model().rows  # type: ignore[attr-defined]
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
    hands.settled()
    assert next(iter(desk.incident.review.actions.values())).done_at is not None


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


def test_m_signs_with_the_name_of_who_sits_here(played: ReviewScreen, desk: Desk, hands: Hands) -> None:
    hands.key(Qt.Key.Key_M)
    desk.choose("leader")
    signed = desk.story.one("review.signed")
    assert (signed.actor, signed.body["role"]) == ("P4103", "leader")
    assert "leader" in played.signed.text()


def test_the_pdf_says_what_the_journal_says(played: ReviewScreen, desk: Desk, hands: Hands, tmp_path: Path) -> None:
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
    for unit in incident.report_ins:
        assert squeezed(desk.window.desk.reference.unit_name(unit.unit))[:6] in text
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
