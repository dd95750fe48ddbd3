"""A drill and a real incident side by side, of one plan, in one hour: nothing of the one is in anything of the other.

Every projection, every reader, every printed page and every text that goes to the clipboard is searched for the words, the
numbers and the ids of the drill; the screens of a drill are searched for red.
"""

from __future__ import annotations

import inspect
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY, MINUTE, SECOND
from commandcenter.domain.command import Command
from commandcenter.domain.command_post_acts import SetUpPost
from commandcenter.domain.drill import MARK, stop_words
from commandcenter.domain.drill_run import DrillRun
from commandcenter.domain.event import DRILL
from commandcenter.domain.order import GiveOrder
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in_acts import Advance, LogCall
from commandcenter.domain.whistle_acts import BlowWhistle, Note, SetFact, UnitCall
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.ids import uuid7
from commandcenter.journal.projections import KEYS, MATTERS
from commandcenter.reporting.registry import FORMS
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.theme.look import Look
from commandcenter.ui.whistle.draft import WhistleDraft
from drill_player import Player
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget
from tests.conftest import NOW

DRILL_WORDS = ("演练暗号子丑", "演练口令寅卯")
REAL_WORDS = ("真实情况甲乙", "真实指令丙丁")
NEAR = 20
"""A pixel nearer to red than this is red."""


def _unheard(_done: int, _total: int) -> None:
    return None


@dataclass(frozen=True)
class Beside:
    """What both left behind: the folder, the ids and numbers of the real incident and of the drill."""

    folder: Path
    now: int
    real: str
    case: str
    drill: str
    run: str
    real_number: str
    drill_numbers: tuple[str, ...]
    held: tuple[str, ...]

    @property
    def of_drill(self) -> tuple[str, ...]:
        """Everything that may only stand in what is a drill's."""
        return (self.drill, self.run, *self.held, *self.drill_numbers, *DRILL_WORDS)

    @property
    def of_real(self) -> tuple[str, ...]:
        """Everything that may only stand in what is real."""
        return (self.real, self.real_number, *REAL_WORDS)

    def leaked(self, told: object) -> list[str]:
        """What of the drill stands in something told."""
        text = told if isinstance(told, str) else repr(told)
        return [mark for mark in self.of_drill if mark in text]

    def mixed_in(self, text: str) -> list[str]:
        """What of the real incident stands in a text; a drill's number ends like a real one and is no such thing."""
        for number in self.drill_numbers:
            text = text.replace(number, "")
        return [mark for mark in self.of_real if mark in text]


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Beside:
    folder = tmp_path_factory.mktemp("beside") / "data"
    folder.mkdir()
    clock = SetClock(NOW)
    door = open_door(folder, clock.now)
    assert isinstance(door, OwnDoor)
    player = Player(door, clock, folder)
    try:
        player.must(sample_office(NOW, lambda: uuid7(clock.now())))
        case = player.must(RegisterCase(matter=Matter(title="真实来电"), case="c1")).subjects[0]
        units = tuple(UnitCall(unit=unit) for unit in ("D01", "D03", "D07", "D10"))
        blown = player.must(
            BlowWhistle(units=units, plan="RQ-01", title="真实燃气泄漏", place_words="望潮公寓", case="c1")
        )
        real = blown.subjects[0].partition("/")[2]
        before = Player(door, clock, folder)
        before.play("SC02", level="medium")
        player.start("SC01", level="medium")
        for minute in range(30):
            player.tick()
            run = player.run()
            if run.next_inject is not None and run.next_inject.minute > 20:
                break  # it goes on in the window
            player.work(run)
            if minute % 4 == 0:
                lead(player, real, player.run().parent, minute)
            clock.advance(20 * SECOND)
        run = player.run()
        read = Read(folder)
        try:
            held = before.run()
            told = (run, held)
            numbers = tuple(
                number for one in told for number in (one.number, read.incidents.whistle(one.parent).number)
            )
            real_number = read.incidents.whistle(real).number
        finally:
            read.close()
    finally:
        door.close()
    assert run.parent
    return Beside(folder, clock.now(), real, case, run.parent, run.id, real_number, numbers, (held.id, held.parent))


def lead(player: Player, real: str, drill: str, minute: int) -> None:
    """The same work in both: calls, steps, orders, facts, lines of the log, a post."""
    acts: list[Command] = [
        Note(whistle=real, words=f"{REAL_WORDS[0]} {minute}"),
        GiveOrder(whistle=real, words=REAL_WORDS[1], unit="D07"),
        Advance(whistle=real, unit="D07", people=4, reason="task_done"),
        LogCall(whistle=real, unit="D03", result="no_answer"),
        SetFact(whistle=real, fact="trapped", value=minute),
    ]
    if drill:
        acts += [
            Note(whistle=drill, words=f"{DRILL_WORDS[0]} {minute}"),
            GiveOrder(whistle=drill, words=DRILL_WORDS[1], unit="D07"),
            SetFact(whistle=drill, fact="injured", value=minute, words=DRILL_WORDS[0]),
        ]
    if minute == 4:
        acts += [SetUpPost(whistle=one, place_words=words, commander_name=words) for one, words in posts(real, drill)]
    for command in acts:
        player.do(command)


def posts(real: str, drill: str) -> list[tuple[str, str]]:
    """Where each has its post."""
    return [(real, REAL_WORDS[0]), *([(drill, DRILL_WORDS[0])] if drill else [])]


# --- the journal and its projections ----------------------------------------------------------------------------------


def tables(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every table of the file."""
    connection = connect(folder / FILE_NAME)
    try:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        ]
        for name in sorted(names):
            cursor = connection.execute(f'SELECT * FROM "{name}"')
            heads = [head[0] for head in cursor.description]
            for row in cursor.fetchall():
                yield name, dict(zip(heads, row, strict=True))
    finally:
        connection.close()


def test_no_row_of_any_table_mixes_the_two(beside: Beside) -> None:
    seen: dict[str, set[str]] = {}
    for name, row in tables(beside.folder):
        text = json.dumps(row, ensure_ascii=False, default=str)
        drill, real = beside.leaked(text), beside.mixed_in(text)
        assert not (drill and real), (name, drill, real)
        if "mode" in row and (drill or real):
            assert row["mode"] == ("drill" if drill else "real"), (name, row)
        if drill:
            seen.setdefault(name, set()).add("drill")
        if real:
            seen.setdefault(name, set()).add("real")
    both = {name for name, modes in seen.items() if modes == {"drill", "real"}}
    assert {"event", "whistle", "report_in", "task_order", "deadline", "post"} <= both
    assert {name for name in seen if name in KEYS} <= {
        "whistle",
        "report_in",
        "post",
        "task_order",
        "sitrep",
        "matter",
        "deadline",
        "review",
        "case_row",
    }


def test_a_case_takes_no_drill(beside: Beside) -> None:
    door = open_door(beside.folder, SetClock(beside.now).now)
    try:
        refused = Player(door, SetClock(beside.now), beside.folder)
        units = (UnitCall(unit="D07"),)
        refused.do(BlowWhistle(units=units, mode="drill", drill="SC01", case="c1"))
        refused.do(BlowWhistle(units=units, drill="SC01"))
    finally:
        door.close()
    assert [one.code for one in refused.refused] == ["modes_mixed"] * 2


# --- what is read -----------------------------------------------------------------------------------------------------

MIXED = {
    "incidents.running",
    "incidents.all",
    "incidents.numbers",
    "incidents.due",
    "incidents.alarms",
    "incidents.reporting",
    "matters.numbers",
    "status.facts_after",
    "status.drafts",
    "drill_plans.held",
    "drill_plans.lessons",
    "privacy.ended",
}
"""Lists that hold both on purpose; each row of theirs tells its mode, or they are about drills."""


def arguments(beside: Beside, method: Any) -> dict[str, Any] | None:
    """What a question about something real is asked with; None when it cannot be asked that way."""
    known: dict[str, Any] = {
        "mode": "real",
        "whistle": beside.real,
        "parent": beside.real,
        "case": "c1",
        "subject": f"whistle/{beside.real}",
        "unit": "D07",
        "plan": "RQ-01",
        "clock": "arrive",
        "start": beside.now - DAY,
        "since": beside.now - DAY,
        "end": beside.now + DAY,
        "until": beside.now + DAY,
        "before": beside.now + DAY,
        "now": beside.now,
        "kind": dict,
        "number": beside.real_number,
        "part": "YJ",
        "text": DRILL_WORDS[0],
        "column": "lead_unit",
        "place": "B13",
        "position": 0,
    }
    found = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if name == "kind" and parameter.default is not inspect.Parameter.empty:
            continue
        if name == "mode" or parameter.default is inspect.Parameter.empty:
            if name not in known:
                return None
            found[name] = known[name]
    return found


def questions(beside: Beside, read: Read) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every question of every reader that can be asked about the real."""
    for reader_name, reader in sorted(vars(read).items()):
        if reader_name.startswith("_"):
            continue
        for name, method in inspect.getmembers(reader, inspect.ismethod):
            asked = None if name.startswith("_") else arguments(beside, method)
            if asked is not None:
                yield f"{reader_name}.{name}", method, asked


def test_no_answer_about_the_real_tells_of_the_drill(beside: Beside) -> None:
    read = Read(beside.folder)
    asked = []
    try:
        for name, method, told in questions(beside, read):
            if name in MIXED or "family" in inspect.signature(method).parameters:
                continue
            if name in ("matters.one", "cases.open_by"):
                continue
            if name == "incidents.former":
                told = {"whistle": read.incidents.whistle(beside.real)}
            assert not beside.leaked(method(**told)), name
            asked.append(name)
        for family in MATTERS:
            for way in (read.matters.of, read.matters.running):
                assert not beside.leaked(way(dict, family, mode="real")), family
    finally:
        read.close()
    assert len(asked) > 25, asked
    assert {"incidents.clock_facts", "incidents.arrival_seconds", "incidents.incident", "incidents.former"} <= set(
        asked
    )


def test_every_row_of_a_list_of_both_tells_its_mode(beside: Beside) -> None:
    read = Read(beside.folder)
    try:
        for row in (*read.incidents.running(), *read.incidents.all()):
            assert (row.state.mode == DRILL) == bool(beside.leaked(row.state)), row.state.number
        for alarm in read.incidents.alarms():
            assert (alarm.mode == DRILL) == bool(beside.leaked(alarm.subject))
        assert not beside.leaked(read.incidents.alarms("real"))
    finally:
        read.close()


def test_the_real_figures_are_those_of_the_real_alone(beside: Beside, tmp_path: Path) -> None:
    """The same real story without a drill beside it gives the same figures."""
    read = Read(beside.folder)
    try:
        running = [row for row in read.incidents.running() if row.state.mode == "real"]
        facts = read.incidents.clock_facts("answer", 0)
        assert len(running) == 1
        assert len(facts) <= 4, "four departments were called in earnest"
        assert read.incidents.arrival_seconds("RQ-01", "real", beside.now + DAY)
        assert len(read.incidents.arrival_seconds("RQ-01", "real", beside.now + DAY)) == 1
        told = read.presences.told("real", beside.now - DAY, beside.now + DAY) if hasattr(read, "presences") else None
        assert not beside.leaked(told)
        held = read.drill_plans.held()
        assert not [one for one in held if one.whistle == beside.drill], "who trains alone has held no drill"
    finally:
        read.close()


# --- paper ------------------------------------------------------------------------------------------------------------

OF_WHISTLE = sorted(
    form.key for form in FORMS.values() if "whistle" in form.families and form.key != "situation_report"
)


@pytest.mark.parametrize("form", OF_WHISTLE)
def test_no_page_of_the_real_incident_tells_of_the_drill(beside: Beside, form: str) -> None:
    data, mode = document(beside, form, beside.real)
    if data is None:
        return
    text = json.dumps(data, ensure_ascii=False)
    assert mode == "real"
    assert not beside.leaked(text)
    assert data["paper"]["drill"] is False
    assert MARK not in text


@pytest.mark.parametrize("form", OF_WHISTLE)
def test_every_page_of_the_drill_bears_its_mark(beside: Beside, form: str) -> None:
    data, mode = document(beside, form, beside.drill)
    if data is None:
        return
    assert mode == "drill"
    assert data["paper"]["drill"] is True
    assert not beside.mixed_in(json.dumps(data, ensure_ascii=False))


NOTHING_TO_PRINT = ("nothing_to_print", "document_unknown", "not_false_alarm", "not_a_false_alarm")


def document(beside: Beside, form: str, whistle: str) -> tuple[dict[str, Any] | None, str]:
    """A form as data; None when there is nothing to print of that kind (a false alarm that was none)."""
    try:
        return document_data(str(beside.folder), "", form, f"whistle/{whistle}", now=beside.now)
    except Refused as refused:
        if refused.code not in NOTHING_TO_PRINT:
            raise
        return None, ""


@pytest.mark.parametrize("form", ["drill_evaluation", "drill_summary", "command_log", "call_sheet"])
def test_the_mark_stands_on_every_printed_page_of_the_drill(beside: Beside, form: str, qapp: QApplication) -> None:
    subject = f"drill_run/{beside.run}" if form.startswith("drill") else f"whistle/{beside.drill}"
    pdf = print_document(_unheard, str(beside.folder), "", form, subject, now=beside.now)["pdf"]
    pages = texts(pdf)
    assert pages
    for page in pages:
        squeezed = "".join(page.split())
        assert "演练" in squeezed
        assert any("".join(number.split()) in squeezed for number in beside.drill_numbers)


def test_the_mark_stands_on_no_printed_page_of_the_real(beside: Beside, qapp: QApplication) -> None:
    for form in ("whistle_order", "call_sheet", "command_log", "review"):
        pdf = print_document(_unheard, str(beside.folder), "", form, f"whistle/{beside.real}", now=beside.now)["pdf"]
        for page in texts(pdf):
            assert not beside.leaked("".join(page.split()))
            assert "演-" not in page


def texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    found = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return found


# --- what goes out ----------------------------------------------------------------------------------------------------

COPIES = {
    "drills/particulars.py",
    "foresight/screen.py",  # tells of cases, and no case takes a drill
    "importing/screen.py",
    "post/false_alarm.py",
    "rates/screen.py",  # tells of cases too
    "reports/screen.py",
    "shell/cards.py",
    "shell/drill_end.py",
    "study/screen.py",
    "whistle/screen.py",
}
"""The modules from which a text reaches the clipboard; whoever adds one shows here that a drill's begins with its mark."""


def test_every_text_a_drill_brings_to_the_clipboard_is_known_here() -> None:
    import commandcenter.ui

    home = Path(commandcenter.ui.__file__).parent
    found = {
        path.relative_to(home).as_posix() for path in home.rglob("*.py") if "clipboard().set" in path.read_text("utf-8")
    }
    assert found == COPIES


def test_every_message_of_every_drill_begins_with_its_mark_and_none_of_a_real_one(beside: Beside) -> None:
    read = Read(beside.folder)
    try:
        reference = Reference(read.reference)
        for script in reference.drills:
            plan = reference.plan(script.plan)
            assert plan is not None
            drill, real = WhistleDraft(reference, "drill"), WhistleDraft(reference)
            drill.take_drill(script)
            for draft, marked in ((drill, True), (real, False)):
                draft.take_plan(plan)
                told = draft.texts(beside.now)
                assert told
                assert all(text.startswith(MARK) is marked for text in told.values()), script.id
                assert all((MARK in text) is marked for text in told.values())
        stored = {
            mode: read.incidents.whistle(key).texts for mode, key in (("drill", beside.drill), ("real", beside.real))
        }
        assert stored["drill"]
        assert all(text.startswith(MARK) for text in stored["drill"].values())
        assert not any(MARK in text for text in stored["real"].values())
    finally:
        read.close()
    assert stop_words("燃气泄漏").startswith(MARK)


# --- the screens ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def window_folder(beside: Beside, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy for the window: the drill still runs in it, beside the real incident."""
    folder = tmp_path_factory.mktemp("window") / "data"
    shutil.copytree(beside.folder, folder)
    return folder


def reds(look: Look) -> list[QColor]:
    """The two reds of the theme."""
    return [look.color("red"), look.color("redF")]


def red_pixels(body: QWidget, look: Look, without: QWidget | None = None) -> int:
    """How many pixels of a widget are near to a red; what lies under ``without`` is not looked at."""
    image = body.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(np.int32)
    if without is not None and without.isVisible():
        at = without.mapTo(body, without.rect().topLeft())
        raw[at.y() : at.y() + without.height(), at.x() : at.x() + without.width()] = 0
    count = 0
    for red in reds(look):
        away = sum((raw[..., part] - tone) ** 2 for part, tone in enumerate((red.blue(), red.green(), red.red())))
        count += int((away <= NEAR**2).sum())
    return count


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_screen_of_a_drill_has_a_red_pixel(
    beside: Beside, window_folder: Path, theme: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = sys.excepthook
    application = Application(window_folder, SetClock(beside.now + MINUTE))
    window = application.start()
    monkeypatch.setattr(sys, "excepthook", hook)
    try:
        window.look.set(theme, 100)
        window.resize(1920, 1080)
        window.show()
        found = {}
        for name, what in (
            ("exercise", {"run": beside.run}),
            ("evaluation", {}),
            ("drills", {"drill": "SC01"}),
            ("plans", {}),
            ("post", {"whistle": beside.drill}),
        ):
            window.go(Go(name, what))
            application.desk.ticker.tick()
            screen = window.screens[name]
            # the strip of incidents names the real one beside the drill: that red is real
            found[name] = red_pixels(screen, window.look, getattr(screen, "choice", None))
        assert window.screens["exercise"].mode() == window.screens["post"].mode() == "drill"
        assert not {name: count for name, count in found.items() if count}
        window.go(Go("post", {"whistle": beside.real}))
        application.desk.ticker.tick()
        assert red_pixels(window.screens["post"], window.look) > 0, "what is real may be red"
    finally:
        application.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_run_that_is_linked_is_always_a_drill(beside: Beside) -> None:
    read = Read(beside.folder)
    try:
        runs = read.matters.of(DrillRun, "drill_run")
        assert [run.mode for run in runs] == ["drill", "drill"]
        assert read.matters.of(DrillRun, "drill_run", mode="real") == []
    finally:
        read.close()
