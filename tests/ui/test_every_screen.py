"""What holds on every screen, at every size and text size: nothing is cut, everything that can be pressed has a name."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from commandcenter.app import Application
from commandcenter.resource import resource
from commandcenter.ui.parts.basic import ElidedLabel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.sound import Sound
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

SCREENS = (
    "overview",
    "cases",
    "importing",
    "whistle",
    "post",
    "roster",
    "organisation",
    "map",
    "patrols",
    "rosterimport",
    "review",
    "duty",
    "rota",
    "calls",
    "dutylog",
    "obligations",
    "drills",
    "plans",
    "settings",
)
LOOKS = [
    (width, height, scale, theme)
    for width, height in ((1920, 1080), (1366, 768))
    for scale, theme in ((100, "dark"), (130, "light"))
]
PRESSED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


@pytest.fixture(autouse=True)
def no_loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tones are noted, and end there."""
    monkeypatch.setattr(Sound, "_try", lambda *_: True)


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The screens speak Chinese, as compiled from the source of now."""
    compiled = tmp_path / "zh_CN.qm"
    release = shutil.which("lrelease", path=str(Path(PySide6.__file__).parent))
    assert release is not None
    subprocess.run([release, "-silent", str(resource("i18n/zh_CN.ts")), "-qm", str(compiled)], check=True, timeout=60)
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def blown(desk: Desk, quick: None) -> Desk:
    """A window with an incident, so that no screen is empty."""
    desk.blow()
    return desk


def lay_out(window: Window) -> None:
    """Every pending layout is done."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        window.grab()


def set_look(application: Application, width: int, height: int, scale: int, theme: str) -> Window:
    window = application.window
    window.services.settings_wanted.emit({"scale": scale, "theme": theme})
    window.resize(width, height)
    return window


def in_sight(window: Window) -> list[QWidget]:
    return [part for part in window.findChildren(QWidget) if part.isVisible() and part.width() and part.height()]


def scrolled(part: QWidget) -> bool:
    """Whether it lies in something that can be scrolled to it."""
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def told(part: QWidget) -> str:
    """A widget by its place among its parents, its words and how much room it has."""
    names = []
    parent: QWidget | None = part
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    return f"{'/'.join(reversed(names[:4]))} {words!r} {part.width()}x{part.height()} of {part.sizeHint().toTuple()}"


def cut(part: QWidget) -> bool:
    """Whether words do not fit: a label that does not cut itself, or a button of ours, is smaller than what it shows."""
    if isinstance(part, ElidedLabel) or not isinstance(part, QLabel | Button):
        return False
    if not part.text() or (isinstance(part, QLabel) and not part.pixmap().isNull()):
        return False
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width())
    drawn = part.fontMetrics().tightBoundingRect(part.text()).height()
    return part.width() < part.sizeHint().width() or part.height() < drawn


def outside(part: QWidget, window: Window) -> bool:
    """Whether some of it lies outside its parent or the window."""
    parent = part.parentWidget()
    if parent is None or scrolled(part):
        return False
    mine = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    around = QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
    return not around.adjusted(-1, -1, 1, 1).contains(mine) or not window.rect().contains(mine)


@pytest.mark.parametrize(("width", "height", "scale", "theme"), LOOKS)
def test_no_words_are_cut_on_any_screen(
    chinese: None, application: Application, blown: Desk, hands: Hands, width: int, height: int, scale: int, theme: str
) -> None:
    window = set_look(application, width, height, scale, theme)
    wrong: dict[str, list[str]] = {}
    for name in SCREENS:
        window.go(Go(name))
        hands.settled()
        lay_out(window)
        assert (window.width(), window.height()) == (width, height), f"{name} wants more room than there is"
        found = [told(part) for part in in_sight(window) if cut(part)]
        found += [
            f"outside: {told(part)}"
            for part in in_sight(window)
            if isinstance(part, QLabel | QAbstractButton | QLineEdit) and outside(part, window)
        ]
        if found:
            wrong[name] = found
    assert not wrong


@pytest.mark.parametrize("name", SCREENS)
def test_everything_that_can_be_pressed_has_a_name(window: Window, blown: Desk, hands: Hands, name: str) -> None:
    window.go(Go(name))
    hands.settled()
    lay_out(window)
    nameless = [
        told(part)
        for part in in_sight(window)
        if isinstance(part, PRESSED)
        and part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else ""))
    ]
    assert not nameless


@pytest.mark.parametrize("name", SCREENS)
def test_tab_goes_round_and_comes_back(window: Window, blown: Desk, hands: Hands, name: str) -> None:
    window.go(Go(name))
    hands.settled()
    lay_out(window)
    wanted = {
        part
        for part in in_sight(window)
        if isinstance(part, QAbstractButton)
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and window.isAncestorOf(part)
    }
    reached: set[QWidget] = set()
    for _ in range(400):
        window.focusNextChild()
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            if wanted <= reached:
                break
            continue
        reached.add(focus)
    missing = [told(part) for part in wanted - reached]
    assert not missing


def reds(image: QImage, colors: list[QColor], reach: int = 20) -> int:
    """How many pixels (every other one each way) lie near one of the colours."""
    count = 0
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            pixel = image.pixelColor(x, y)
            count += any(
                abs(pixel.red() - color.red()) <= reach
                and abs(pixel.green() - color.green()) <= reach
                and abs(pixel.blue() - color.blue()) <= reach
                for color in colors
            )
    return count


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_screen_of_a_drill_has_a_red_pixel(
    application: Application, window: Window, desk: Desk, hands: Hands, quick: None, theme: str
) -> None:
    window.services.settings_wanted.emit({"theme": theme})
    red = [window.look.color("red"), window.look.color("redF")]
    found = {}
    hands.key(Qt.Key.Key_F9)
    hands.key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_1)
    desk.hold_enter(desk.on_post)
    desk.pass_time(60 * 60 * 1000)
    assert window.frame.mode == "drill"
    found["post"] = reds(window.stack.grab().toImage(), red)
    window.go(Go("review", {"whistle": desk.incident.whistle.id}))
    hands.settled()
    found["review"] = reds(window.stack.grab().toImage(), red)
    assert found == dict.fromkeys(found, 0)
