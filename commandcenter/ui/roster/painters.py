"""The lists of the roster painted: tree, hits, team, past holders, communities, holes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from commandcenter.domain.clock import DAY
from commandcenter.journal.reading.cases import CaseRow
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.roster.model import CommunityRow, FoundRow, HoleRow, PastRow, TeamRow, TreeRow
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
    """Mark, name, chief, post, then the phone, the number of alleys, or the vacancy with its button."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("mark", "", 16),
            Column("name", "", 82, 1),
            Column("chief", "", 54),
            Column("post", "", 60, 2, drop=1),
            Column("end", "", 114, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self.now = 0

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TreeRow = index.model().row(index.row())  # type: ignore[attr-defined]
        if row is not None and not row.level and not option.state & QStyle.StateFlag.State_Selected:
            p.fillRect(option.rect, self.look.color("bg2"))
        super().paint(p, option, index)
        if row is not None and row.vacant:
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
                paint.elided(p, look, rect, row.chief, "strong" if street else "body", "tx1")
            else:
                self._vacancy(p, rect, row)
        elif column == "post":
            if not row.vacant:
                paint.elided(p, look, rect, row.post, "caption", "tx3")
        elif not row.vacant:
            words, tone = row.phone, "tx2"
            if not row.phone:
                words, tone = translate("Roster", "no number"), "amb"
            elif street and row.alleys and not row.open:
                words = translate("Roster", "alleys {n}").format(n=row.alleys)
            paint.text(p, look, rect, words, "body" if words == row.phone else "caption", tone, paint.RIGHT)

    def _vacancy(self, p: QPainter, rect: QRect, row: TreeRow) -> None:
        look = self.look
        size = look.px(15)
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon("user-x", "amb", size))
        words = rect.adjusted(size + look.px(6), 0, look.px(180), 0)
        paint.text(p, look, words, vacancy_words(row.ended_at, self.now), "strong", "amb")


def tree_spoken(row: TreeRow) -> str:
    """What a screen reader says of a street."""
    if row.vacant:
        return f"{row.name}, {translate('Roster', 'vacant')}"
    return f"{row.name}, {row.chief}, {row.post}, {row.phone}"


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


class TeamPainter(RowPainter):
    """Role, name, what it is for, phone, since when."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("role", translate("Roster", "Post"), 128),
                Column("name", translate("Roster", "Name"), 76),
                Column("where", translate("Roster", "For"), 120, 1),
                Column("phone", translate("Roster", "Phone"), 124),
                Column("since", translate("Roster", "Since"), 82, drop=1, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TeamRow) -> None:
        look = self.look
        if column == "role":
            paint.elided(p, look, rect, word(ROLES, row.role), "body", "tx2")
        elif column == "name":
            words = translate("Roster", "vacant") if row.vacant else row.name
            paint.elided(p, look, rect, words, "name", "amb" if row.vacant else "tx1")
        elif column == "where":
            words = f"{row.where} · {row.note}" if row.note else row.where
            paint.elided(p, look, rect, words, "body", "tx2")
        elif column == "phone":
            if row.phone:
                paint.elided(p, look, rect, row.phone, "body", "tx2")
            elif not row.vacant:
                paint.elided(p, look, rect, translate("Roster", "no number"), "body", "amb")
        elif row.since:
            paint.text(p, look, rect, when.day(row.since), "caption", "tx3", paint.RIGHT)


def team_spoken(row: TeamRow) -> str:
    """What a screen reader says of a post."""
    name = row.name or translate("Roster", "vacant")
    return f"{word(ROLES, row.role)}, {name}, {row.where}, {row.phone}"


class PastPainter(RowPainter):
    """Role, name, from when to when, why it ended and who wrote that."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("role", translate("Roster", "Post"), 128),
                Column("name", translate("Roster", "Name"), 76),
                Column("span", translate("Roster", "From – to"), 190),
                Column("reason", translate("Roster", "Reason"), 90, 1, drop=1),
            ],
        )
        super().__init__(look, columns, parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PastRow) -> None:
        look = self.look
        gone = row.until is not None
        if column == "role":
            paint.elided(p, look, rect, word(ROLES, row.role), "body", "tx2")
        elif column == "name":
            paint.elided(p, look, rect, row.name or when.UNKNOWN, "name", "tx2" if gone else "tx1")
        elif column == "span":
            paint.elided(p, look, rect, span_words(row), "body", "tx3" if gone else "tx2")
        else:
            words = " · ".join(part for part in (row.reason, row.by) if part)
            paint.elided(p, look, rect, words, "caption", "tx2")


def span_words(row: PastRow) -> str:
    """``2025-03-03 – now``."""
    start = when.day(row.since) if row.since else when.UNKNOWN
    end = when.day(row.until) if row.until is not None else translate("Roster", "now")
    return f"{start} – {end}"


def past_spoken(row: PastRow) -> str:
    """What a screen reader says of a holder of a post."""
    return f"{word(ROLES, row.role)}, {row.name}, {span_words(row)}, {row.reason}"


class CaseHerePainter(RowPainter):
    """The cases at a place: state, matter, number, time left."""

    def __init__(self, look: Look, cells: CaseCells, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("stage", translate("Roster", "State"), 92),
                Column("title", translate("Roster", "Matter"), 140, 1),
                Column("number", translate("Roster", "Number"), 96, drop=2),
                Column("received", translate("Roster", "Received"), 96, drop=1),
                Column("left", translate("Roster", "Left / over"), 112, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=33)
        self._cells = cells
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CaseRow) -> None:
        if column != "left" or row.open:
            self._cells.paint(p, rect, column, row, self.now)


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

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(p, option, index)
        row: HoleRow = index.model().row(index.row())  # type: ignore[attr-defined]
        if row is not None:
            paint_button(p, self.look, self.button(option.rect, row), button_words(row), "tx1")

    def button(self, rect: QRect, row: HoleRow) -> QRect:
        """Where the button of a row lies."""
        return button_rect(self.look, rect, button_words(row))

    def hits(self, rect: QRect, row: HoleRow, point: QPoint) -> bool:
        """Whether a point lies on the button."""
        return self.button(rect, row).contains(point)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: HoleRow) -> None:
        look = self.look
        if column == "icon":
            size = look.px(16)
            name = "user-x" if row.sort == "vacant" else "phone-off"
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - look.px(18)), look.icon(name, "amb", size))
            return
        room = rect.width() - look.width(button_words(row), "caption") - look.px(34)
        top = QRect(rect.left(), rect.center().y() - look.px(21), room, look.px(20))
        paint.elided(p, look, top, row.name, "name", "tx1")
        behind = min(look.width(row.name, "name") + look.px(8), room)
        paint.elided(p, look, top.adjusted(behind, 0, 0, 0), hole_words(row, self.now), "name", "amb")
        below = QRect(rect.left(), rect.center().y(), room, look.px(18))
        paint.elided(p, look, below, hole_detail(row), "caption", "tx2")


def hole_words(row: HoleRow, now: int) -> str:
    """``alley chief vacant 12 days`` or ``no number``."""
    if row.sort == "silent":
        return translate("Roster", "no number")
    role = word(ROLES, row.role)
    return translate("Roster", "{role}: {state}").format(role=role, state=vacancy_words(row.ended_at, now))


def hole_detail(row: HoleRow) -> str:
    """Where it is and who could stand in."""
    parts = [row.below] if row.below else []
    if row.sort == "silent":
        parts.append(word(ROLES, row.role))
    if row.advice:
        parts.append(translate("Roster", "suggested: deputy {name}").format(name=row.advice))
    return " · ".join(parts)


def button_words(row: HoleRow) -> str:
    """What the button of a hole says."""
    return assign_word() if row.sort == "vacant" else translate("Roster", "Add number")


def hole_spoken(row: HoleRow) -> str:
    """What a screen reader says of a hole."""
    return f"{row.name}, {hole_words(row, row.ended_at or 0)}, {hole_detail(row)}"
