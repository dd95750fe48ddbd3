"""The left of the roster painted: the tree and the hits; and the words and the button every list of the roster shares."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from commandcenter.domain.clock import DAY
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.roster.search import FoundRow
from commandcenter.ui.roster.tree import TreeRow
from commandcenter.ui.roster_words import ABSENCES, roster_word
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

Index = QModelIndex | QPersistentModelIndex

translate = QCoreApplication.translate


def kind_word(kind: str) -> str:
    """The word for a kind of place, or for a role."""
    kinds = {
        "community": translate("Roster", "Community"),
        "grid": translate("Roster", "Grid"),
        "street": translate("Roster", "Street"),
        "alley": translate("Roster", "Alley"),
        "building": translate("Roster", "Building"),
        "site": translate("Roster", "Unit of society"),
        "assembly": translate("Roster", "Assembly point"),
        "shelter": translate("Roster", "Shelter"),
        "landmark": translate("Roster", "Landmark"),
        "post_site": translate("Roster", "Site for a command post"),
        "store": translate("Roster", "Store of supplies"),
        "person": translate("Roster", "Person"),
    }
    return kinds.get(kind) or word(ROLES, kind)


def vacancy_words(ended_at: int | None, now: int) -> str:
    """``vacant 12 days``, ``vacant since today`` or ``vacant``."""
    if ended_at is None:
        return translate("Roster", "vacant")
    days = (now - ended_at) // DAY
    if days < 1:
        return translate("Roster", "vacant since today")
    return translate("Roster", "vacant for {n} d").format(n=days)


def assign_word() -> str:
    """The word on the button that fills a hole."""
    return translate("Roster", "Assign")


def button_rect(look: Look, rect: QRect, words: str) -> QRect:
    """Where a painted button lies at the right end of a row."""
    width = look.width(words, "caption") + look.px(22)
    return QRect(rect.right() - width - look.px(12), rect.center().y() - look.px(13), width, look.px(26))


def paint_button(p: QPainter, look: Look, rect: QRect, words: str, tone: str) -> None:
    """A small outlined button inside a row."""
    ink = look.color(tone)
    paint.rounded(p, QRectF(rect), 5, None, ink if tone == "amb" else look.color("ln3"))
    paint.text(p, look, rect, words, "caption", ink, paint.CENTER)


def marked(
    p: QPainter, look: Look, rect: QRect, words: str, marks: tuple[tuple[int, int], ...], role: str, ink: str | QColor
) -> None:
    """A text whose matching parts are blue and underlined."""
    paint.elided(p, look, rect, words, role, ink)
    for start, length in marks:
        left = rect.left() + look.width(words[:start], role)
        part = words[start : start + length]
        width = look.width(part, role)
        if left + width <= rect.right():
            paint.text(p, look, QRect(left, rect.top(), width + 2, rect.height()), part, role, "acc")
            p.fillRect(QRectF(left, rect.center().y() + look.px(9), width, 1), look.color("acc"))


class TreePainter(RowPainter):
    """Mark, name, chief, post, then the last walk, who stands in, the number, the alleys, or the vacancy with its button."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("mark", "", 16),
            Column("name", "", 82, 1),
            Column("chief", "", 54),
            Column("post", "", 60, 2, drop=1),
            Column("end", "", 122, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self.now = 0
        self.only = "all"
        self.past = False

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TreeRow = index.model().row(index.row())  # type: ignore[attr-defined]
        if row is not None and not row.level and not option.state & QStyle.StateFlag.State_Selected:
            p.fillRect(option.rect, self.look.color("bg2"))
        super().paint(p, option, index)
        if row is not None and row.vacant and not self.past:
            paint_button(p, self.look, self.assign_rect(option.rect), assign_word(), "amb")

    def assign_rect(self, rect: QRect) -> QRect:
        """Where the button of a vacant row lies."""
        return button_rect(self.look, rect, assign_word())

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TreeRow) -> None:
        look = self.look
        street = not row.level
        if column == "mark":
            if street and row.alleys:
                size = look.px(14)
                name = "chevron-down" if row.open else "chevron-right"
                p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(name, "tx2", size))
        elif column == "name":
            paint.elided(p, look, rect, row.name, "strong" if street else "name", "tx1")
        elif column == "chief":
            if not row.vacant:
                tone = "tx3" if row.away else "tx1"
                paint.elided(p, look, rect, row.chief, "strong" if street else "body", tone)
            else:
                self._vacancy(p, rect, row)
        elif column == "post":
            if not row.vacant:
                paint.elided(p, look, rect, row.post, "caption", "tx3")
        elif not row.vacant:
            words, tone, icon = end_words(row, self.only)
            paint.text(p, look, rect, words, "caption", tone, paint.RIGHT)
            if icon:
                size = look.px(14)
                x = rect.right() - look.width(words, "caption") - size - look.px(5)
                p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, tone, size))

    def _vacancy(self, p: QPainter, rect: QRect, row: TreeRow) -> None:
        look = self.look
        size = look.px(15)
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon("user-x", "amb", size))
        words = rect.adjusted(size + look.px(6), 0, look.px(180), 0)
        paint.text(p, look, words, vacancy_words(row.ended_at, self.now), "strong", "amb")


def end_words(row: TreeRow, only: str) -> tuple[str, str, str]:
    """What stands at the end of a row: (words, tone, icon). What wants a look comes before what is well."""
    if only in ("community", "stale"):
        if row.open_numbers and only == "stale":
            return translate("Roster", "numbers to prove {n}").format(n=row.open_numbers), "amb", "phone-off"
        return (row.phone, "tx2", "") if row.phone else (translate("Roster", "no number"), "amb", "phone-off")
    if row.away and not row.stand_in:
        return translate("Roster", "{why}, nobody stands in").format(why=away_word(row.away)), "amb", "user-x"
    if row.sent_until is not None:
        return sent_words(row.sent_until), "acc", "footprints"
    if row.late:
        return unwalked_words(row.unwalked), "amb", "triangle-alert"
    if row.away:
        return translate("Roster", "{why}: {name}").format(why=away_word(row.away), name=row.stand_in), "tx2", ""
    if not row.phone:
        return translate("Roster", "no number"), "amb", "phone-off"
    if row.alleys and not row.open:
        return translate("Roster", "alleys {n}").format(n=row.alleys), "tx2", ""
    return walked_words(row.unwalked), "tx3", ""


def away_word(reason: str) -> str:
    """Why somebody is away."""
    return roster_word(ABSENCES, reason)


def walked_words(days: int | None) -> str:
    """``walked today``, ``walked yesterday``, ``walked 3 d ago``; nothing where nobody ever walked."""
    if days is None:
        return ""
    if days <= 0:
        return translate("Roster", "walked today")
    if days == 1:
        return translate("Roster", "walked yesterday")
    return translate("Roster", "walked {n} d ago").format(n=days)


def sent_words(until: int | None) -> str:
    """``sent, until 11:00``."""
    return translate("Roster", "sent, until {time}").format(time=when.clock(until))


def unwalked_words(days: int | None) -> str:
    """``not walked for 6 d``; ``never walked``."""
    if days is None:
        return translate("Roster", "never walked")
    if days < 1:
        return translate("Roster", "turn missed")
    return translate("Roster", "not walked for {n} d").format(n=days)


def tree_spoken(row: TreeRow) -> str:
    """What a screen reader says of a street."""
    if row.vacant:
        return f"{row.name}, {translate('Roster', 'vacant')}"
    return f"{row.name}, {row.chief}, {row.post}, {row.phone}, {end_words(row, 'all')[0]}"


class FoundPainter(RowPainter):
    """Name with the match, who or where, what it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [Column("name", "", 120, 3), Column("detail", "", 90, 2), Column("kind", "", 84)]
        super().__init__(look, Columns(look, columns), parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: FoundRow) -> None:
        if column == "name":
            marked(p, self.look, rect, row.name, row.marks, "name", "tx1")
        elif column == "detail":
            paint.elided(p, self.look, rect, row.detail, "body", "tx2")
        else:
            paint.elided(p, self.look, rect, kind_word(row.kind), "caption", "tx3")


def found_spoken(row: FoundRow) -> str:
    """What a screen reader says of a hit."""
    return f"{row.name}, {row.detail}, {kind_word(row.kind)}"
