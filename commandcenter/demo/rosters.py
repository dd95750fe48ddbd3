"""A roster as a community sends it: held against what the office knows, its doubts seen, and left again without a trace."""

from __future__ import annotations

from PySide6.QtCore import Qt

from commandcenter.demo.stage import Stage
from commandcenter.domain.number import digits
from commandcenter.domain.roster import CHIEFS, Directory
from commandcenter.exchange.spreadsheet import SheetWriter
from commandcenter.ui.rosterimport.screen import RosterImportScreen
from commandcenter.ui.rosterimport.steps import DIFFERENCES, FAULTS

TABLE = "街巷长台账0714.xlsx"
HEADINGS = (
    "序号",
    "街巷名称",
    "所属社区",
    "巷长",
    "职务",
    "联系方式",
    "副巷长",
    "管家1",
    "管家2",
    "长度（米）",
    "备注",
)
_SHORT, _LIKE, _TWO, _EMPTY, _NEW, _SAME = 20, 18, 16, 6, 8, 12


def bring_in_roster(stage: Stage) -> None:
    """From the table to its differences, to what could not be read, and away."""
    hands = stage.hands
    path = stage.out / TABLE
    with (
        path.open("wb") as file,
        SheetWriter(file, "台账", HEADINGS, (6, 16, 14, 10, 18, 16, 10, 22, 10, 10, 24)) as sheet,
    ):
        for row in _rows(stage.application.desk.reference.directory):
            sheet.write(row)
    hands.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    hands.type("drml")
    hands.settle()
    hands.key(Qt.Key.Key_Return)
    screen = stage.shown(RosterImportScreen)
    hands.settle()
    stage.shot("20-roster-import-file")
    hands.write(screen.file.line, str(path))
    hands.key(Qt.Key.Key_Return)
    hands.until(lambda: screen.step == DIFFERENCES and screen.job is None, "the differences of the roster")
    hands.settle()
    hands.key(Qt.Key.Key_Right)
    hands.until(lambda: screen.step == FAULTS, "what could not be read")
    hands.settle()
    stage.shot("20-roster-import")
    hands.key(Qt.Key.Key_Escape)
    hands.settle()


def _rows(directory: Directory) -> list[list[str | float | None]]:
    """The streets as they are, with what a table gathers on its way."""
    rows: list[list[str | float | None]] = []
    for number, place in enumerate(directory.streets(), start=1):
        target = f"place/{place.id}"
        chief = next(iter(directory.holders(target, *CHIEFS)), None)
        deputies, stewards = directory.holders(target, "deputy"), directory.holders(target, "steward")
        community = directory.places.get(place.community)
        people = [f"{one.person.name} {one.person.phone}" for one in stewards]
        rows.append(
            [
                *(number, place.name, community.name if community is not None else ""),
                chief.person.name if chief is not None else "",
                chief.person.post if chief is not None else "",
                digits(chief.person.phone) if chief is not None else "",
                deputies[0].person.name if deputies else "",
                *[*people, "", ""][:2],
                *(place.length_m, place.note),
            ]
        )
    if len(rows) > _SHORT:
        rows[_SHORT][5] = str(rows[_SHORT][5])[:-1]
        rows[_LIKE][1] = f"北{rows[_LIKE][1]}"
        rows[_TWO][3] = f"{rows[_TWO][3]}/孟晓棠"
        rows[_EMPTY][6] = ""
        rows[_NEW][3:6] = ["石云帆", "平安办科员", "10000009038"]
        rows[_NEW][7] = "白露 100-0000-9208"
        rows[_SAME][5] = rows[0][5]
    return rows
