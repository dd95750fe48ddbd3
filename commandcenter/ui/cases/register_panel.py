"""Beside the form of registering: where the place is and who answers for it, the limit, who leads, and what may be the same."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from commandcenter.domain.case_likeness import Alike
from commandcenter.domain.masking import mask_known
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, row
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowModel, RowPainter, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import STAGES, word

translate = QCoreApplication.translate

REASONS: Mapping[str, str] = {
    "source": QT_TRANSLATE_NOOP("Register", "same number of its source"),
    "phone": QT_TRANSLATE_NOOP("Register", "same phone"),
    "place": QT_TRANSLATE_NOOP("Register", "same place"),
    "community": QT_TRANSLATE_NOOP("Register", "same community"),
    "category": QT_TRANSLATE_NOOP("Register", "same kind"),
    "words": QT_TRANSLATE_NOOP("Register", "like words"),
}
"""Why a case may be the same matter, on the screen."""

MERGE, LINK = "merge", "link"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the card shows, each a finished line; empty ones are left out."""

    place: str = ""
    where: str = ""
    chief: str = ""
    near: str = ""
    lately: str = ""
    lead: str = ""
    why: str = ""
    limit: str = ""


class AnswerCard(QFrame):
    """Place, grid, chief with phone, duty unit and limit, found while one types."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("panel", "raised")
        self.place = ElidedLabel(look, "", "strong")
        self.where = Label(look, "", "caption", "2")
        self.chief = Label(look, "", "body", "acc")
        self.near = Label(look, "", "caption", "amb")
        self.lately = Label(look, "", "caption", "amb")
        self.lead = Label(look, "", "strong")
        self.why = Label(look, "", "caption", "3")
        self.limit = Label(look, "", "caption", "2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(3)
        for part in (self.place, self.where, self.chief, self.near, self.lately):
            layout.addWidget(part)
        layout.addWidget(Line())
        for part in (self.lead, self.why, self.limit):
            layout.addWidget(part)
        for part in (self.where, self.chief, self.near, self.lately, self.lead, self.why, self.limit):
            part.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_answer(self, answer: Answer) -> None:
        """Show what was found."""
        for name in Answer.__slots__:
            part: Label = getattr(self, name)
            text: str = getattr(answer, name)
            part.setText(text)
            part.setVisible(bool(text))
            if text and name != "place":  # what is said is never cut: the list below gives way
                part.setMinimumHeight(self._look.line("body") * (1 + text.count("\n")))


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A case that may be the same, with what was decided about it: ``merge``, ``link`` or nothing yet."""

    alike: Alike
    now: int
    chosen: str = ""

    @property
    def reasons(self) -> str:
        """Why it is shown, in words."""
        return " · ".join(translate("Register", REASONS[reason]) for reason in self.alike.reasons)


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: AlikeRow) -> None:
        look, case = self.look, row.alike.case
        half = rect.height() // 2
        above = QRect(rect.left(), rect.top() + look.px(3), rect.width(), half - look.px(3))
        below = QRect(rect.left(), rect.top() + half, rect.width(), half - look.px(3))
        told = f"{short_number(case.number)} · {word(STAGES, case.stage)} · {when.moment(case.received_at, row.now)}"
        side = {MERGE: translate("Register", "merge"), LINK: translate("Register", "repeat")}.get(row.chosen, "")
        room = look.width(side, "strong") + look.px(10) if side else 0
        paint.elided(
            p,
            look,
            QRect(above.left(), above.top(), above.width() - room, above.height()),
            mask_known(case.title),
            "body",
            "tx1",
        )
        if side:
            paint.text(p, look, above, side, "strong", "acc", paint.RIGHT)
        reasons = look.width(row.reasons, "caption") + look.px(8)
        left = QRect(below.left(), below.top(), max(0, below.width() - reasons), below.height())
        paint.elided(p, look, left, told, "caption", "tx3")
        paint.text(p, look, below, row.reasons, "caption", "amb" if case.open else "tx2", paint.RIGHT)


def _key(row: AlikeRow) -> str:
    return row.alike.case.id


def _spoken(row: AlikeRow) -> str:
    return f"{row.alike.case.number} {row.alike.case.title} {row.reasons}"


class _View(RowView):
    """M merges, L links, Enter opens; another press takes it back."""

    chosen = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_M: MERGE, Qt.Key.Key_L: LINK}
        if not event.modifiers() and event.key() in ways:
            self.chosen.emit(ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class AlikePanel(QFrame):
    """What may be the same matter, the likest first. Nothing is done by itself: ``decided`` is what the person chose."""

    opened = Signal(str)
    left = Signal()
    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("panel", "raised")
        self._rows: KeyedRows = KeyedRows(_key, _spoken, self)
        self.decided: dict[str, str] = {}
        self.head = Label(look, "", "strong")
        self.hint = Label(look, translate("Register", "M merge · L repeat call · Enter open"), "caption", "3")
        model: RowModel = self._rows
        painter = _Painter(look, Columns(look, [Column("all", "", 200, 1)]), self, height=50)
        self.view = _View(look, model, painter, translate("Register", "May be the same"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 8)
        layout.setSpacing(4)
        layout.addLayout(row(self.head, None, KeyCaps(look, "F4"), margins=(13, 0, 12, 0)))
        self.view.setMinimumHeight(look.px(50))
        layout.addWidget(self.view, 1)
        layout.addLayout(row(self.hint, None, margins=(13, 0, 12, 0)))
        self.view.chosen.connect(self._choose)
        self.view.left.connect(self.left)
        self.view.opened.connect(self._open)
        self.show_alike((), 0)

    @property
    def rows(self) -> Sequence[AlikeRow]:
        """What is shown."""
        return self._rows.rows

    def show_alike(self, found: Sequence[Alike], now: int) -> None:
        """Show what was found. What was decided about a case that is not among them any more is forgotten."""
        ids = {one.case.id for one in found}
        self.decided = {case: way for case, way in self.decided.items() if case in ids}
        self._rows.show([AlikeRow(one, now, self.decided.get(one.case.id, "")) for one in found])
        words = (
            translate("Register", "May be the same: {n}") if found else translate("Register", "Nothing like it found")
        )
        self.head.setText(words.format(n=len(found)))
        self.head.set_tone("amb" if found else "3")
        self.hint.setVisible(bool(found))

    def focus(self) -> None:
        """F4: the keyboard goes to the list."""
        if self._rows.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.go(max(0, self.view.place))

    def _choose(self, way: str) -> None:
        chosen: AlikeRow | None = self._rows.row(self.view.place)
        if chosen is None:
            return
        case = chosen.alike.case
        if self.decided.get(case.id) == way:
            del self.decided[case.id]
        else:
            if way == MERGE:  # it goes on in one case only, and in one that is still open
                if not case.open:
                    return
                self.decided = {key: told for key, told in self.decided.items() if told != MERGE}
            self.decided[case.id] = way
        rows = self._rows.rows
        self._rows.show([AlikeRow(one.alike, one.now, self.decided.get(one.alike.case.id, "")) for one in rows])
        self.changed.emit()

    def _open(self, place: int) -> None:
        chosen: AlikeRow | None = self._rows.row(place)
        if chosen is not None:
            self.opened.emit(chosen.alike.case.id)
