"""The right of the roster painted: communities with how far they are covered, and what is missing or late."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.roster.gaps import CommunityRow, HoleRow
from commandcenter.ui.roster.painters import (
    assign_word,
    button_rect,
    paint_button,
    sent_words,
    unwalked_words,
    vacancy_words,
)
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate

_ICONS = {
    "vacant": "user-x",
    "uncovered": "user-x",
    "overdue": "footprints",
    "sent": "footprints",
    "silent": "phone-off",
}


class CommunityPainter(RowPainter):
    """A community on two lines: its name and size, how far it is covered, its secretary."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [Column("name", "", 150, 1), Column("cover", "", 104), Column("who", "", 118)]
        super().__init__(look, Columns(look, columns), parent, height=52)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CommunityRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.center().y() - look.px(20), rect.width(), look.px(20))
        below = QRect(rect.left(), rect.center().y() + look.px(1), rect.width(), look.px(18))
        if column == "name":
            paint.elided(p, look, top, row.name, "name", "tx1")
            paint.elided(p, look, below, size_words(row), "caption", "tx3")
        elif column == "cover":
            self._bar(p, top, translate("Roster", "streets"), row.led, row.streets)
            self._bar(p, below, translate("Roster", "keepers"), row.kept, row.kept_places)
        elif row.secretary:
            top, below = top.adjusted(look.px(6), 0, 0, 0), below.adjusted(look.px(6), 0, 0, 0)
            paint.elided(p, look, top, row.secretary, "name", "tx1")
            paint.elided(p, look, below, row.phone or translate("Roster", "no number"), "caption", "tx2")
        else:
            paint.elided(p, look, top, translate("Roster", "no secretary"), "name", "amb")

    def _bar(self, p: QPainter, rect: QRect, words: str, filled: int, total: int) -> None:
        look = self.look
        short = filled < total
        figures = f"{filled} / {total}"
        paint.text(p, look, rect, words, "caption", "tx3")
        paint.text(p, look, rect, figures, "caption", "amb" if short else "tx2", paint.RIGHT)
        if short:
            size = look.px(13)
            x = rect.right() - look.width(figures, "caption") - size - look.px(5)
            p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon("triangle-alert", "amb", size))


def size_words(row: CommunityRow) -> str:
    """``5 grids · 2,180 households · 5,410 people``."""
    parts = [translate("Roster", "grids {n}").format(n=row.grids)]
    if row.households is not None:
        parts.append(translate("Roster", "households {n}").format(n=f"{row.households:,}"))
    if row.people is not None:
        parts.append(translate("Roster", "people {n}").format(n=f"{row.people:,}"))
    return " · ".join(parts)


def community_spoken(row: CommunityRow) -> str:
    """What a screen reader says of a community."""
    return f"{row.name}, {row.led} / {row.streets}, {row.kept} / {row.kept_places}, {row.secretary} {row.phone}"


class HolePainter(RowPainter):
    """What is missing where, what to do about it, and the button that does it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("icon", "", 16), Column("words", "", 120, 1)]), parent, height=50)
        self.now = 0
        self.past = False

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(p, option, index)
        row: HoleRow = index.model().row(index.row())  # type: ignore[attr-defined]
        if row is not None and not self.past:
            paint_button(p, self.look, self.button(option.rect, row), button_words(row), "tx1")

    def button(self, rect: QRect, row: HoleRow) -> QRect:
        """Where the button of a row lies."""
        return button_rect(self.look, rect, button_words(row))

    def hits(self, rect: QRect, row: HoleRow, point: QPoint) -> bool:
        """Whether a point lies on the button."""
        return not self.past and self.button(rect, row).contains(point)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: HoleRow) -> None:
        look = self.look
        if column == "icon":
            size = look.px(16)
            icon = look.icon(_ICONS[row.sort], hole_tone(row), size)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - look.px(18)), icon)
            return
        room = rect.width() - look.width(button_words(row), "caption") - look.px(34)
        top = QRect(rect.left(), rect.center().y() - look.px(21), room, look.px(20))
        paint.elided(p, look, top, row.name, "name", "tx1")
        behind = min(look.width(row.name, "name") + look.px(8), room)
        paint.elided(p, look, top.adjusted(behind, 0, 0, 0), hole_words(row, self.now), "name", hole_tone(row))
        below = QRect(rect.left(), rect.center().y(), room, look.px(18))
        paint.elided(p, look, below, hole_detail(row), "caption", "tx2")


def hole_tone(row: HoleRow) -> str:
    """Amber wants something done; where somebody is on the way it is done."""
    return "acc" if row.sort == "sent" else "amb"


def hole_words(row: HoleRow, now: int) -> str:
    """``alley chief vacant 12 days``, ``not walked for 6 days``, ``sent, until 11:00``, ``no number``."""
    if row.sort == "sent":
        return sent_words(row.until)
    if row.sort == "silent":
        return translate("Roster", "no number")
    if row.sort == "overdue":
        return unwalked_words(row.days)
    role = word(ROLES, row.role)
    if row.sort == "uncovered":
        return translate("Roster", "{role} away, nobody stands in").format(role=role)
    return translate("Roster", "{role}: {state}").format(role=role, state=vacancy_words(row.ended_at, now))


def hole_detail(row: HoleRow) -> str:
    """Where it is and who could stand in, or who is to be called."""
    parts = [row.below] if row.below else []
    if row.sort == "silent":
        parts.append(word(ROLES, row.role))
    if row.who:
        parts.append(f"{row.who} {row.phone}".strip())
    if row.advice:
        parts.append(translate("Roster", "meanwhile {name}").format(name=row.advice))
    return " · ".join(parts)


def button_words(row: HoleRow) -> str:
    """What the button of a hole says."""
    return {
        "vacant": assign_word(),
        "uncovered": translate("Roster", "Stand in"),
        "overdue": translate("Roster", "Remind") if row.person else assign_word(),
        "sent": translate("Roster", "See the turn"),
        "silent": translate("Roster", "Add number"),
    }[row.sort]


def hole_spoken(row: HoleRow) -> str:
    """What a screen reader says of a hole."""
    return f"{row.name}, {hole_words(row, row.ended_at or 0)}, {hole_detail(row)}"
