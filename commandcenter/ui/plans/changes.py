"""What differs between two versions of a plan, line by line: the old struck through, the new beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.plans import model
from commandcenter.ui.plans.texts import shown
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS as RELATION_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate

AROUND = 4
"""Signs that are shown before and behind the place where two texts differ."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line that differs: the part, what it is about, how it was, how it is. Empty: it was not there, or is gone."""

    key: str
    part: str
    about: str
    old: str
    new: str


def part_names() -> dict[str, str]:
    """The parts of a plan in words."""
    particulars = translate("Plans", "particulars")
    return {
        "name": translate("Plans", "name"),
        **dict.fromkeys(("category", "icon", "rank", "assembly", "post_site", "laws"), particulars),
        "units": translate("Plans", "units"),
        "first_five": translate("Plans", "first five minutes"),
        "hazards": translate("Plans", "dangers"),
        "prompts": translate("Plans", "reminders"),
        "groups": translate("Plans", "groups"),
        "texts": translate("Plans", "texts"),
    }


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any], reference: Reference) -> list[ChangeRow]:
    """The lines in which two working copies differ, in the order of the parts."""
    names = part_names()
    found = []
    for part in model.PARTS:
        if old[part] == new[part]:
            continue
        before, after = _told(part, old[part], reference), _told(part, new[part], reference)
        keys = list(dict.fromkeys([*after, *before]))
        lines = [(key, before.get(key, ""), after.get(key, "")) for key in keys if before.get(key) != after.get(key)]
        if not lines and list(before) != list(after):
            lines = [(translate("Plans", "order"), "、".join(before), "、".join(after))]
        if part == "texts":
            lines = [(key, *_where_it_differs(shown(was), shown(now))) for key, was, now in lines]
        found += [ChangeRow(f"{part}/{key}", names[part], key, was, now) for key, was, now in lines]
    return found


def _where_it_differs(old: str, new: str) -> tuple[str, str]:
    """The middle of two long texts that begin and end alike."""
    if not old or not new:
        return old, new
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start, cut = max(0, head - AROUND), max(0, tail - AROUND)

    def middle(text: str) -> str:
        return ("…" if start else "") + text[start : len(text) - cut] + ("…" if cut else "")

    return middle(old), middle(new)


def _told(part: str, value: Any, reference: Reference) -> dict[str, str]:
    """The lines of a part by what they are about."""
    units = reference.units
    if part == "units":
        rows = model.unit_rows(value, units)
        return {row.name: _unit_words(row) for row in rows}
    if part == "texts":
        return {word(RELATION_WORDS, code): text for code, text in value.items()}
    if part in model.LINE_PARTS:
        return {row.text: row.who or row.text for row in model.line_rows(part, value, units)}
    if part == "laws":
        return {"": "、".join(str(reference.limits[key].get("name", key)) for key in value if key in reference.limits)}
    return {"": str(value)}


def _unit_words(row: model.PlanUnitRow) -> str:
    part = translate("Plans", "leads") if row.lead else translate("Plans", "assists")
    offered = translate("Plans", "offered") if row.optional else translate("Plans", "ticked")
    return " · ".join(part for part in (part, row.why, row.ask, row.limits, offered) if part)


class ChangePainter(RowPainter):
    """Part, what it is about, old struck through, new."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("part", translate("Plans", "Part of the plan"), 84),
                Column("about", translate("Plans", "About"), 130, 1),
                Column("old", translate("Plans", "It was"), 150, 2),
                Column("new", translate("Plans", "It is"), 150, 2),
            ],
        )
        super().__init__(look, columns, parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ChangeRow) -> None:
        look = self.look
        if column == "part":
            paint.elided(p, look, rect, row.part, "caption", "tx3")
        elif column == "about":
            paint.elided(p, look, rect, row.about, "body", "tx2")
        elif column == "new":
            paint.elided(
                p, look, rect, row.new or translate("Plans", "taken out"), "strong", "tx1" if row.new else "tx3"
            )
        else:
            words = row.old or translate("Plans", "not there")
            paint.elided(p, look, rect, words, "body", "tx3")
            if row.old:
                width = min(look.width(words, "body"), rect.width())
                p.fillRect(rect.left(), rect.center().y() + 1, width, 1, look.color("tx3"))


class ChangeSheet(Sheet):
    """The lines that differ, over the window."""

    def __init__(self, look: Look, host: QWidget, title: str, caption: str, rows: Sequence[ChangeRow]) -> None:
        super().__init__(look, host, title, width=1040)
        self.caption.setText(caption)
        self.model = KeyedRows(_key, _spoken, self)
        painter = ChangePainter(look, self)
        self.list = RowList(look, self.model, painter, title)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.list, 1)
        self.model.show(rows)
        self._rows = len(rows)
        self.say("" if rows else translate("Plans", "Nothing differs."))
        self.closed.connect(self.deleteLater)

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.list.view)
        self.list.view.go(0)

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(1040), self.look.px(170 + 34 * min(max(self._rows, 2), 16))


def _key(row: ChangeRow) -> str:
    return row.key


def _spoken(row: ChangeRow) -> str:
    return f"{row.part} {row.about} {row.old} {row.new}"
