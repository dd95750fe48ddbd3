"""The quiet part of the evening: the first start, who sits here, the letters that come in, who answers for a street."""

from __future__ import annotations

from PySide6.QtCore import Qt

from commandcenter.demo.hands import CTRL
from commandcenter.demo.stage import Stage
from commandcenter.exchange.spreadsheet import SheetWriter
from commandcenter.ui.drills.screen import DrillsScreen
from commandcenter.ui.firstrun.screen import FirstRunScreen
from commandcenter.ui.importing.screen import ImportScreen
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.plans.screen import PlansScreen
from commandcenter.ui.settings.leads import LeadSection
from commandcenter.ui.settings.screen import SECTIONS, SettingsScreen

LETTERS = "留言导出样例.xlsx"
HEADINGS = ("留言编号", "留言用户", "留言主题", "留言时间", "留言详情")


def first_start(stage: Stage) -> None:
    """Before there is an office: choose the sample, without its trial drill."""
    hands = stage.hands
    first = stage.shown(FirstRunScreen)
    hands.until(lambda: first.seat_panel.sitters.rowCount() > 1, "the people of the sample office")
    stage.shot("00-first-run")
    hands.key(Qt.Key.Key_1)
    hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    hands.until(lambda: not isinstance(hands.window.current, FirstRunScreen), "the overview")
    hands.settle()


def sit_down(stage: Stage) -> None:
    """F10, some initials, Enter: every entry carries this name from here on."""
    hands = stage.hands
    hands.key(Qt.Key.Key_F10)
    stage.shot("01-seat")
    hands.key(Qt.Key.Key_Return)
    hands.settle()


def look_around(stage: Stage) -> None:
    """The overview of a quiet evening; who answers for a street, by its initials; everything by one search."""
    hands = stage.hands
    stage.go(Qt.Key.Key_1)
    hands.linger(600)  # what is due is reckoned beside
    stage.shot("01-overview")
    stage.go(Qt.Key.Key_5)
    hands.key(Qt.Key.Key_Slash)
    hands.type("wcj")
    hands.settle()
    hands.key(Qt.Key.Key_Return)
    stage.shot("05-roster")
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("xm1q")
    hands.settle()
    hands.linger(400)
    stage.shot("19-search")
    hands.key(Qt.Key.Key_Escape)


def bring_in_letters(stage: Stage) -> None:
    """A workbook as another system wrote it, with all its dirt: looked at, tried out, brought in as history."""
    hands = stage.hands
    path = stage.out / LETTERS
    with path.open("wb") as file, SheetWriter(file, "留言", HEADINGS, (12, 12, 30, 22, 60)) as sheet:
        for letter in stage.letters():
            sheet.write([letter[name] for name in ("number", "user", "title", "when", "text")])
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("导入")
    hands.settle()
    hands.key(Qt.Key.Key_Return)
    screen = stage.shown(ImportScreen)
    stage.shot("20-import-file")

    def told() -> bool:
        return screen.stack.currentWidget() is screen.report

    hands.write(screen.file.line, str(path))
    hands.key(Qt.Key.Key_Return)
    for name in ("columns", "check", "live"):
        hands.until(lambda wanted=name: screen.job is None and (screen.stage == wanted or told()), f"the stage {name}")  # type: ignore[misc]
        hands.settle()
        if told():  # nothing of the workbook is new: there is nothing to choose
            break
        if name == "check":
            hands.until(lambda: bool(screen.plan.originals), "the rows as they stand in the file")
        stage.shot(f"20-import-{name}")
        hands.key(Qt.Key.Key_Return, CTRL)
    hands.until(told, "the report of the import")
    stage.shot("20-import-report")


def settings(stage: Stage) -> None:
    """Every section of the settings."""
    hands = stage.hands
    hands.key(Qt.Key.Key_Comma, CTRL)
    stage.shown(SettingsScreen)
    for section in SECTIONS:
        hands.settle()
        hands.linger(300)
        if not issubclass(section, LeadSection):
            stage.shot(f"22-settings-{section.name}")
        hands.key(Qt.Key.Key_Tab, CTRL)


def drill_room(stage: Stage) -> None:
    """What the law wants when, a drill made from the first scenario, the plan it rests on."""
    hands = stage.hands
    hands.key(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    drills = stage.shown(DrillsScreen)
    hands.settle()
    drills.overview.view.go(drills.overview.model.place_of("SC01"))
    stage.shot("10-drill-list")
    hands.key(Qt.Key.Key_A)
    hands.key(Qt.Key.Key_Return, CTRL)
    hands.until(lambda: bool(drills.where()), "the drill that was begun")
    hands.settle()
    for _ in range(5):
        hands.key(Qt.Key.Key_Down)
    stage.shot("10-drill-design")
    hands.window.go(Go("plans", {"plan": "FX-01"}))
    stage.shown(PlansScreen)
    hands.settle()
    stage.shot("13-plan-editor")
