"""The middle of the roster painted: posts and people, the last walks, cases, who held the posts before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.journal.reading.cases import CaseRow
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.roster.painters import away_word
from commandcenter.ui.roster.team import PastRow, TeamRow
from commandcenter.ui.roster.walks import WalkRow
from commandcenter.ui.roster_words import NUMBERS, roster_face
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

TONES = {"done": "ok", "warn": "amb", "red": "red", "plain": "tx3"}
"""Level of a state → colour token."""


class TeamPainter(RowPainter):
    """Role, name, what it is for, phone with how it stands, the last walk, what was found this month."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("role", translate("Roster", "Post"), 112),
                Column("name", translate("Roster", "Name"), 70),
                Column("where", translate("Roster", "For"), 110, 1),
                Column("phone", translate("Roster", "Phone"), 148),
                Column("walked", translate("Roster", "Last walk"), 92, drop=1),
                Column("found", translate("Roster", "This month"), 52, drop=2, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=33)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TeamRow) -> None:
        look = self.look
        if column == "role":
            paint.elided(p, look, rect, word(ROLES, row.role), "body", "tx2")
        elif column == "name":
            words = translate("Roster", "vacant") if row.vacant else row.name
            tone = "amb" if row.vacant else "tx3" if row.away else "tx1"
            paint.elided(p, look, rect, words, "name", tone)
        elif column == "where":
            self._where(p, rect, row)
        elif column == "phone":
            self._phone(p, rect, row)
        elif row.vacant:
            return
        elif column == "walked":
            words = when.moment_word(row.walked, self.now) if row.walked is not None else when.UNKNOWN
            paint.elided(p, look, rect, words, "caption", "tx2" if row.walked is not None else "tx3")
        elif row.found is not None:
            words = translate("Roster", "{n} found").format(n=row.found)
            paint.text(p, look, rect, words, "caption", "tx2" if row.found else "tx3", paint.RIGHT)

    def _where(self, p: QPainter, rect: QRect, row: TeamRow) -> None:
        if row.away:
            instead = row.stand_in or translate("Roster", "nobody")
            words = translate("Roster", "{why} {until}, stands in: {name}").format(
                why=away_word(row.away), until=until_words(row.away_until), name=instead
            )
            paint.elided(p, self.look, rect, words, "body", "tx2" if row.stand_in else "amb")
            return
        words = f"{row.where} · {row.note}" if row.note else row.where
        paint.elided(p, self.look, rect, words, "body", "tx2")

    def _phone(self, p: QPainter, rect: QRect, row: TeamRow) -> None:
        if row.vacant:
            return
        look = self.look
        if not row.phone:
            paint.elided(p, look, rect, translate("Roster", "no number"), "body", "amb")
            return
        if not row.age:
            paint.elided(p, look, rect, row.phone, "body", "tx3" if row.stand_in else "tx2")
            return
        size = look.px(14)
        _, icon, level = roster_face(NUMBERS, row.age)
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, TONES[level], size))
        paint.elided(
            p, look, rect.adjusted(size + look.px(6), 0, 0, 0), row.phone, "body", "tx3" if row.stand_in else "tx2"
        )


def until_words(until: int) -> str:
    """``until 2026-07-20``; nothing when nobody knows."""
    return translate("Roster", "until {day}").format(day=when.day(until)) if until else ""


def team_spoken(row: TeamRow) -> str:
    """What a screen reader says of a post."""
    name = row.name or translate("Roster", "vacant")
    state = roster_face(NUMBERS, row.age)[0] if row.phone and row.age else ""
    away = f", {away_word(row.away)} {row.stand_in}" if row.away else ""
    return f"{word(ROLES, row.role)}, {name}, {row.where}, {row.phone} {state}{away}".rstrip()


class PastPainter(RowPainter):
    """Role, name, from when to when, why it ended and who wrote that."""

    def __init__(self, look: Look, parent: QWidget, *, places: bool = False) -> None:
        columns = Columns(
            look,
            [
                Column("role", translate("Roster", "Post"), 112),
                Column("where", translate("Roster", "For"), 120, 1)
                if places
                else Column("name", translate("Roster", "Name"), 76),
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
        elif column == "where":
            paint.elided(p, look, rect, row.where, "body", "tx2" if gone else "tx1")
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
    return f"{word(ROLES, row.role)}, {row.name}, {row.where}, {span_words(row)}, {row.reason}"


class WalkPainter(RowPainter):
    """A walk: when, who, what was found, what became of it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("at", "", 104),
                Column("who", "", 130),
                Column("words", "", 140, 1),
                Column("end", "", 130, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=33)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: WalkRow) -> None:
        look = self.look
        if column == "at":
            paint.elided(p, look, rect, when.moment_word(row.at, self.now), "caption", "tx2")
        elif column == "who":
            paint.elided(p, look, rect, f"{row.sort} · {row.who}", "body", "tx2")
        elif column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1" if row.findings else "tx3")
        else:
            paint.text(p, look, rect, row.end, "caption", "acc" if row.case else "tx3", paint.RIGHT)


def walk_spoken(row: WalkRow) -> str:
    """What a screen reader says of a walk."""
    return f"{when.day(row.at)}, {row.sort}, {row.who}, {row.words}, {row.end}"


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
