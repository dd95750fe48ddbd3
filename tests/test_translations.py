"""The Chinese of the screens: complete, with its gaps, in Chinese punctuation - and really there when the window opens."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import commandcenter
import PySide6
import pytest
from commandcenter.app import Application
from commandcenter.desk.clock import SetClock
from commandcenter.domain import case, limit, report_in, roster, unit, whistle
from commandcenter.resource import resource
from commandcenter.ui import (
    wording,
    words,
)
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.screen import Go
from office_window import clock, founded_folder, office_folder
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

__all__ = ["clock", "founded_folder", "office_folder"]

SOURCE = resource("i18n/zh_CN.ts")
GAP = re.compile(r"\{\w+\}")
HAN = "[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
HALF_WIDTH = re.compile(rf"{HAN}[,;:!?()]|[,;:!?()]{HAN}|[!\uff01](?! |$)|\.\.\.")
"""Half-width punctuation beside Chinese, and exclamation marks other than the key that is pressed for an order."""

WORD = re.compile(r"(?<![A-Za-z0-9.\-])[A-Za-z]{2,}(?![A-Za-z0-9.\-])")
"""A word of letters alone: no number such as ``YJ-2026-0716-A01``, no code such as ``FX-01``, no file name."""
KEYS = {"Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "Space", "Del", "Ins", "PgUp", "PgDn", "Home", "End"}
SAME = {"PIN", "PDF", "Excel", "Word", "AED", "English", "qt", "ddc"}
"""Words that are the same in both languages, the other language by its own name, and initials shown as an example."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text with its translation."""

    context: str
    english: str
    chinese: str
    finished: bool

    def __str__(self) -> str:
        return f"{self.context}: {self.english!r} = {self.chinese!r}"


def messages(source: Path) -> list[Message]:
    found = []
    for context in ET.parse(source).getroot().iter("context"):
        for line in context.iter("message"):
            told = line.find("translation")
            assert told is not None
            finished = told.get("type") != "unfinished" and bool(told.text)
            found.append(Message(context.findtext("name", ""), line.findtext("source", ""), told.text or "", finished))
    return found


@pytest.fixture(scope="module")
def spoken() -> list[Message]:
    return messages(SOURCE)


def tool(name: str) -> str:
    """A tool of Qt that comes with its Python package."""
    found = shutil.which(name, path=str(Path(PySide6.__file__).parent))
    assert found is not None, name
    return found


def test_every_text_of_the_screens_has_its_chinese(spoken: list[Message], tmp_path: Path) -> None:
    sources = sorted(str(path) for path in Path(commandcenter.__file__).parent.rglob("*.py"))
    collected = tmp_path / "collected.ts"
    command = [tool("lupdate"), "-silent", "-locations", "none", *sources, "-ts", str(collected)]
    subprocess.run(command, check=True, timeout=60)
    known = {(message.context, message.english) for message in spoken if message.finished}
    missing = [
        f"{one.context}: {one.english!r}" for one in messages(collected) if (one.context, one.english) not in known
    ]
    assert not missing


def texts_of(node: ast.AST, place: str, around: str = "") -> Iterator[tuple[str, str, str]]:
    """Every text that is translated below a node: its context, the text, where it stands."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else around
        if isinstance(child, ast.Call) and child.args:
            name = child.func.attr if isinstance(child.func, ast.Attribute) else getattr(child.func, "id", "")
            told = [part.value for part in child.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if name == "tr":
                mine = isinstance(child.func, ast.Attribute) and getattr(child.func.value, "id", "") == "self"
                yield around if mine else "not self", told[0] if told else "no literal", f"{place}:{child.lineno}"
            elif name in ("translate", "QT_TRANSLATE_NOOP") and len(told) == 2:
                yield told[0], told[1], f"{place}:{child.lineno}"
        yield from texts_of(child, place, inside)


def test_every_text_is_found_where_the_running_screen_looks_for_it(spoken: list[Message]) -> None:
    """The collector knows the class around a ``tr``, the running screen the class of the object; f-strings it does not read."""
    known = {(message.context, message.english) for message in spoken}
    home = Path(commandcenter.__file__).parent
    lost = [
        found
        for path in sorted(home.rglob("*.py"))
        for found in texts_of(ast.parse(path.read_text("utf-8")), str(path.relative_to(home)))
        if found[:2] not in known
    ]
    assert not lost


def test_every_gap_of_a_text_stands_in_its_chinese(spoken: list[Message]) -> None:
    wrong = [
        str(one) for one in spoken if one.finished and set(GAP.findall(one.english)) != set(GAP.findall(one.chinese))
    ]
    assert not wrong


def test_chinese_has_chinese_punctuation_and_no_exclamation_marks(spoken: list[Message]) -> None:
    wrong = [str(one) for one in spoken if HALF_WIDTH.search(one.chinese.replace(" ! ", " "))]
    assert not wrong


def test_a_text_keeps_the_blank_it_begins_with(spoken: list[Message]) -> None:
    wrong = [str(one) for one in spoken if one.finished and one.english[:1] == " " and one.chinese[:1] != " "]
    assert not wrong


def test_the_relation_is_one_character(spoken: list[Message]) -> None:
    marks = [one.chinese.partition("|")[0] for one in spoken if one.english.endswith("|relation")]
    assert marks == ["直", "调", "请", "报"]


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (words.STEPS, ("", *report_in.MILESTONES)),
        (words.OVERLAYS, (*report_in.OUTCOMES, *report_in.ALARM_ORDER)),
        (words.RELATIONS, unit.RELATIONS),
        (words.GRADES, limit.GRADES),
        (words.STAGES, ("refused", "history", *case.MOVES)),
        (words.CHANNELS, case.CHANNELS),
        (words.REASONS, report_in.REASONS),
        (words.ROLES, roster.ROLES),
        (words.FACTS, whistle.FACTS),
    ],
)
def test_every_code_of_the_rules_has_a_word(table: Any, codes: tuple[str, ...]) -> None:
    assert not [code for code in codes if code not in table]


def test_every_refusal_and_trouble_has_a_sentence() -> None:
    raised: dict[str, str] = {}
    for path in Path(commandcenter.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Refused", "Trouble", "required"):
                code = node.args[1 if getattr(node.func, "id", "") == "required" else 0] if node.args else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    raised[code.value] = f"{path.name}:{node.lineno}"
    assert len(raised) > 80
    assert not {code: place for code, place in raised.items() if not wording.known(code)}


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The screens speak Chinese, as compiled from the source of now."""
    compiled = tmp_path / "zh_CN.qm"
    subprocess.run([tool("lrelease"), "-silent", str(SOURCE), "-qm", str(compiled)], check=True, timeout=60)
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What is drawn by hand rather than by a label."""
    found: set[str] = set()
    draw = paint.text

    def note(p: Any, look: Any, rect: Any, shown: str, *rest: Any) -> None:
        found.add(shown)
        draw(p, look, rect, shown, *rest)

    monkeypatch.setattr(paint, "text", note)
    return found


def test_every_refusal_is_spoken_in_chinese(chinese: None) -> None:
    """A sentence marked for one context and looked up in another stays English."""
    codes = [code for table in wording.SPEAKERS for code in table.REFUSALS]
    assert not [code for code in codes if not re.search(HAN, wording.refusal(code, {}))]


def test_no_other_name_hides_a_text_from_the_collector() -> None:
    """``say = translate`` would run, and no text behind it would ever be collected."""
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in Path(commandcenter.__file__).parent.joinpath("ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assign)
        and getattr(node.value, "id", "") == "translate"
        and getattr(node.targets[0], "id", "") != "translate"
    ]
    assert not hidden


SCREENS = ("overview", "cases", "whistle", "post", "roster")


def shown_by(widget: QWidget) -> set[str]:
    """The texts of the labels, buttons and fields that are in sight."""
    found: set[str] = set()
    for part in [widget, *widget.findChildren(QWidget)]:
        if not part.isVisible():
            continue
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
        elif isinstance(part, QLineEdit):
            found |= {part.text(), part.placeholderText()}
    return found


def english_in(texts: set[str]) -> list[str]:
    return sorted(text for text in texts if any(word not in KEYS | SAME for word in WORD.findall(text)))


def test_a_window_in_chinese_shows_no_english(
    qapp: QApplication, chinese: None, painted: set[str], office_folder: Path, clock: SetClock
) -> None:
    application = Application(office_folder, clock)
    window = application.start()
    try:
        window.resize(1920, 1080)
        window.show()
        left = {}
        for name in SCREENS:
            painted.clear()
            window.go(Go(name))
            application.desk.ticker.tick()
            window.grab()
            left[name] = english_in(shown_by(window) | painted)
        for sheet in (window.show_keys, window.open_palette, window.seat_sheet.open_sheet):
            painted.clear()
            sheet()
            window.grab()
            left[sheet.__name__] = english_in(shown_by(window) | painted)
        assert not {name: texts for name, texts in left.items() if texts}
    finally:
        application.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
