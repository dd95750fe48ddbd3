"""The signed versions of the review, and what has come into the record since: late entries, corrections, lessons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.domain.event import Fact
from commandcenter.domain.review import Review, ReviewVersion, after_vector
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Line
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate
Names = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version: its number, when it was kept, who signed it, whether it is the newest and says the same as now."""

    number: int
    at: str
    signed: str
    newest: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Something that came into the record: when it was entered, when it happened, what it is, by whom."""

    key: str
    entered: str
    happened: str
    words: str
    who: str


def review_words(fact: Fact) -> str:
    """An entry on the review itself."""
    said = fact.words("words")
    pattern = {
        "finding_set": translate("Versions", "lesson: {words}"),
        "finding_dropped": translate("Versions", "a lesson taken out"),
        "action_set": translate("Versions", "what changes: {words}"),
        "action_dropped": translate("Versions", "a change taken out"),
        "action_done": translate("Versions", "done, proof: {words}"),
    }.get(fact.verb, "")
    return pattern.format(words=said or fact.words("proof") or translate("Versions", "none")) if pattern else ""


def version_rows(review: Review, person: Names, now: int) -> list[VersionRow]:
    """The versions, the newest first."""
    roles = {"special_team": translate("Versions", "special team"), "leader": translate("Versions", "leader")}
    rows = []
    for version in reversed(review.versions):
        signed = [one for one in review.signatures if one.version == version.number]
        names = "、".join(f"{roles.get(one.role, one.role)} {person(one.by)}" for one in signed)
        rows.append(
            VersionRow(
                version.number,
                when.moment(version.at, now),
                names or translate("Versions", "not signed"),
                version is review.versions[-1],
            )
        )
    return rows


def changes_since(
    vector: str, facts: Sequence[Fact], review_facts: Sequence[Fact], story: dict[str, str], person: Names, now: int
) -> list[ChangeRow]:
    """What was entered after something was made from ``vector``; ``story`` is the worded line of each entry by its key."""
    rows = []
    for fact in sorted(after_vector([*facts, *review_facts], vector), key=lambda fact: (fact.recorded_at, fact.id)):
        words = review_words(fact) if fact.kind.startswith("review.") else story.get(str(fact.id), "")
        if not words:
            continue
        late = fact.late
        happened = translate("Versions", "of {time}").format(time=when.clock_seconds(fact.happened_at)) if late else ""
        rows.append(ChangeRow(str(fact.id), when.moment(fact.recorded_at, now), happened, words, person(fact.actor)))
    return rows


def _version_key(row: VersionRow) -> str:
    return str(row.number)


def _version_spoken(row: VersionRow) -> str:
    return f"{row.number} {row.at} {row.signed}"


def _change_key(row: ChangeRow) -> str:
    return row.key


def _change_spoken(row: ChangeRow) -> str:
    return f"{row.entered} {row.happened} {row.words} {row.who}"


class _Versions(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("number", "", 70), Column("at", "", 96), Column("signed", "", 120, 1)]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: VersionRow) -> None:
        look = self.look
        if column == "number":
            words = translate("Versions", "version {n}").format(n=row.number)
            paint.text(p, look, rect, words, "strong" if row.newest else "body", "tx1")
        elif column == "at":
            paint.text(p, look, rect, row.at, "caption", "tx2")
        else:
            paint.elided(p, look, rect, row.signed, "body", "tx1" if row.newest else "tx2")


class _Changes(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("entered", "", 84),
            Column("happened", "", 96, drop=1),
            Column("words", "", 160, 1),
            Column("who", "", 70, drop=2, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ChangeRow) -> None:
        look = self.look
        if column == "words":
            size = look.px(13)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon("pencil", "amb", size))
            paint.elided(p, look, rect.adjusted(size + look.px(6), 0, 0, 0), row.words, "body", "tx1")
        elif column == "who":
            paint.elided(p, look, rect, row.who, "caption", "tx3", paint.RIGHT)
        else:
            words = row.entered if column == "entered" else row.happened
            paint.text(p, look, rect, words, "caption", "tx2" if column == "entered" else "tx3")


def _rows(look: Look, model: KeyedRows, painter: RowPainter, name: str) -> RowList:
    """A list without titles above it: what stands in its columns tells by itself."""
    found = RowList(look, model, painter, name)
    found.header.hide()
    return found


class VersionsView(QWidget):
    """Versions at the left, changes since the newest at the right. ``opened`` emits the number of a version to be shown."""

    opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions = KeyedRows(_version_key, _version_spoken, self)
        self.changes = KeyedRows(_change_key, _change_spoken, self)
        self.list = _rows(look, self.versions, _Versions(look, self), translate("Versions", "Signed versions"))
        self.since = _rows(look, self.changes, _Changes(look, self), translate("Versions", "Changed since"))
        self.list.view.opened.connect(self._on_opened)
        self.head = Label(look, "", "caption", "3")
        self.news = Label(look, "", "caption", "3")
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        for label, rows, share in ((self.head, self.list, 40), (self.news, self.since, 60)):
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            label.setContentsMargins(14, 6, 14, 4)
            column.addWidget(label)
            column.addWidget(rows, 1)
            sides.addLayout(column, share)
            if share == 40:
                sides.addWidget(Line("v"))

    def show_versions(self, versions: Sequence[VersionRow], changes: Sequence[ChangeRow], since: str) -> None:
        """Show versions, and what changed since ``since`` (words for a version or a print; empty when there is neither)."""
        self.versions.show(versions)
        self.changes.show(changes)
        self.head.setText(
            translate("Versions", "Enter shows a version as it was signed")
            if versions
            else translate("Versions", "No version is signed yet. M signs.")
        )
        if not since:
            self.news.setText(translate("Versions", "Neither signed nor printed yet."))
        elif changes:
            self.news.setText(translate("Versions", "Since {what}, entries: {n}").format(what=since, n=len(changes)))
        else:
            self.news.setText(translate("Versions", "Since {what} nothing has changed.").format(what=since))

    def _on_opened(self, place: int) -> None:
        row = self.versions.row(place)
        if isinstance(row, VersionRow):
            self.opened.emit(row.number)


def newest(review: Review) -> ReviewVersion | None:
    """The newest version."""
    return review.versions[-1] if review.versions else None
