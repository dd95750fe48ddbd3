"""The column of the hand-over: what is read aloud, what is counted, who has signed. Locked until all of it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.domain.handover import Equipment, HandOver, Item, Missing
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.watch_words import clock_lines, item_lines, item_note, item_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AloudRow:
    """An item in the list: its number, the words, what stands behind, whether it was read, is red, has a remark.

    ``clocks`` are those of an incident, or the cases of a sort, a line each: they are read aloud with it.
    """

    key: str
    number: int
    words: str
    note: str
    item: Item
    read: bool
    remark: str = ""
    clocks: Sequence[str] = ()

    @property
    def unsaid(self) -> bool:
        """Red, and nothing was said of it."""
        return self.item.red and not self.remark


class AloudPainter(RowPainter):
    """Two lines: the item, and below it what goes with it. The row that is read now has the speaker."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("number", "", 18), Column("mark", "", 18), Column("words", "", 200, 1)]
        super().__init__(look, Columns(look, columns), parent, height=54)
        self.current = ""
        self.reading = ""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, entry: AloudRow) -> None:
        look = self.look
        if column == "number":
            paint.text(p, look, rect, str(entry.number), "caption", "tx3")
            return
        if column == "mark":
            name, tone = ("circle-check", "ok") if entry.read else ("circle", "tx3")
            if entry.unsaid:
                name, tone = "triangle-alert", "amb"
            if entry.key == self.current and not entry.read:
                name, tone = "volume-2", "acc"
            size = look.px(18)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(name, tone, size))
            return
        here = entry.key == self.current and not entry.read
        below = self.reading if here else entry.remark or entry.note
        tone = "acc" if here else "tx3" if entry.remark or not entry.item.red else "amb"
        words = "tx2" if entry.read else "tx1"
        if not below:
            paint.elided(p, look, rect, entry.words, "body" if entry.read else "name", words)
            return
        half = rect.height() // 2
        upper = QRect(rect.left(), rect.top() + 4, rect.width(), half)
        paint.elided(p, look, upper, entry.words, "body" if entry.read else "name", words)
        lower = QRect(rect.left(), rect.top() + half, rect.width(), half - 4)
        paint.elided(p, look, lower, below, "caption", tone)


def rows_of(items: Sequence[Item], state: HandOver, now: int, units: dict[str, str]) -> list[AloudRow]:
    """The rows of what has to be read."""
    rows = []
    for number, item in enumerate(items, start=1):
        words = item_words(item, now, units.get(item.words, "") if item.sort == "supervision" else "")
        clocks = clock_lines(item, now, units) if item.clocks else item_lines(item)
        note, remark = item_note(item, now, clocks), state.remarks.get(item.key, "")
        rows.append(AloudRow(item.key, number, words, note, item, state.has_read(item), remark, clocks))
    return rows


class Progress(QWidget):
    """How much was read: a bar over the whole width."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(24))

    def show_share(self, share: float, spoken: str) -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._look.px(14)
        track = QRectF(edge, self.height() / 2 - 3, self.width() - 2 * edge, 6)
        paint.rounded(p, track, 3, self._look.color("pip0"), None)
        if self._share > 0:
            done = QRectF(track.left(), track.top(), track.width() * min(1.0, self._share), track.height())
            paint.rounded(p, done, 3, self._look.color("accF"), None)


class Counts(QWidget):
    """The equipment: a tick, the name, how many of how many; in two columns."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(32) * max(1, (len(self._lines) + 1) // 2) + self._look.px(8))

    def show_counts(self, equipment: Sequence[Equipment], state: HandOver, words: str) -> None:
        """Show what is counted. ``words`` stands where nothing is counted at all."""
        lines = []
        for one in equipment:
            found = state.counted.get(one.id)
            if found is None:
                lines.append(("", one.name, f"— / {one.count}"))
            else:
                told = f"{found.found} / {found.wanted} {found.words}".strip()
                lines.append(("warn" if found.short else "ok", one.name, told))
        self._lines = tuple(lines) or (("", words, ""),)
        self.setAccessibleName(f"{self._name}: " + "; ".join(f"{name} {told}" for _, name, told in self._lines))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        look = self._look
        edge, line = look.px(14), look.px(32)
        half = (self.width() - 2 * edge - look.px(20)) // 2
        for place, (level, name, told) in enumerate(self._lines):
            left = edge + (place % 2) * (half + look.px(20))
            rect = QRect(
                left, look.px(4) + (place // 2) * line, half if len(self._lines) > 1 else self.width() - 2 * edge, line
            )
            icon, tone = {"ok": ("square-check", "acc"), "warn": ("square", "amb")}.get(level, ("square", "tx3"))
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, tone, size))
            inner = rect.adjusted(size + look.px(8), 0, 0, 0)
            wide = look.width(told, "caption")
            paint.elided(p, look, inner.adjusted(0, 0, -min(wide, inner.width() // 2) - 6, 0), name, "body", "tx1")
            paint.elided(
                p,
                look,
                inner.adjusted(inner.width() // 2, 0, 0, 0),
                told,
                "caption",
                "amb" if level == "warn" else "tx2",
                paint.RIGHT,
            )


class WarnStrip(QWidget):
    """A strip on the ground of what asks for care."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._look.color("ambS"))


class SideCard(QFrame):
    """One side of the hand-over: who goes or comes, and who of them has signed."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.setProperty("panel", "true")
        self.head = Label(look, words, "caption", "3")
        self.names = ElidedLabel(look, "", "name")
        self.told = ElidedLabel(look, "", "caption", "2")
        self.setLayout(column(self.head, self.names, self.told, gap=2, margins=(12, 8, 12, 8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_side(self, names: str, told: str, *, signed: bool) -> None:
        """Show names and how they stand."""
        self.names.setText(names)
        self.told.setText(told)
        self.told.set_tone("ok" if signed else "2")


class HandOverPanel(Panel):
    """The whole column."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        caption = translate("HandOverPanel", "read item by item, both sign")
        super().__init__(look, translate("HandOverPanel", "Hand-over"), caption, parent)
        self.count = Label(look, "", "name")
        self.add_to_head(self.count)
        self.progress = Progress(look)
        self.body.addWidget(self.progress)
        self.model = KeyedRows(_key, _spoken, self)
        self.painter = AloudPainter(look, self)
        self.painter.reading = self.tr("Being read. Enter when the other has nodded")
        self.view = RowView(look, self.model, self.painter, self.tr("To be read aloud"))
        self.empty = Empty(look, "circle-check", "", "")
        self.aloud, self.beside = QVBoxLayout(), QVBoxLayout()
        self.aloud.addWidget(self.view, 1)
        self.aloud.addWidget(self.empty, 1)
        self.inside = Label(look, "", "caption", "2")
        self.inside.setWordWrap(True)
        self.inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.inside.setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(6))
        self.aloud.addWidget(self.inside)
        self.warn = WarnStrip(look)
        self.warn_words = ElidedLabel(look, "", "body", "amb")
        self.remark = Button(look, self.tr("Write a remark"), key="N", small=True)
        self.warn.setLayout(row(self.warn_words, self.remark, margins=(14, 6, 10, 6)))
        self.aloud.addWidget(self.warn)
        self.check = Button(look, self.tr("Count"), key="C", small=True, kind="ghost")
        head = row(
            Label(look, self.tr("Equipment"), "name"),
            ElidedLabel(look, self.tr("both count together"), "caption", "3"),
            self.check,
            margins=(14, 8, 10, 0),
        )
        self.beside.addLayout(head)
        self.counts = Counts(look, self.tr("Equipment"))
        self.beside.addWidget(self.counts)
        self.beside.addStretch(1)
        self.rule = ElidedLabel(look, "", "caption", "3")
        self.rule.setText(
            self.tr("Not read or nobody there: nobody leaves. A forced leaving needs a leader's signature (L).")
        )
        self._rule_line = row(self.rule)
        self.beside.addLayout(self._rule_line)
        self.out, self.into = SideCard(look, self.tr("Goes")), SideCard(look, self.tr("Comes"))
        cards = QHBoxLayout()
        cards.setContentsMargins(12, 4, 12, 0)
        cards.setSpacing(10)
        cards.addWidget(self.out, 1)
        cards.addWidget(self.into, 1)
        self.beside.addLayout(cards)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(0)
        self._halves.addLayout(self.aloud, 1)
        self._halves.addLayout(self.beside)
        self.body.addLayout(self._halves, 1)
        self.begin = Button(look, self.tr("Begin the hand-over"), key="B", kind="primary", icon="pencil")
        self.sign = Button(look, self.tr("Sign"), key="Ctrl Enter", kind="primary", icon="lock")
        self.paper = Button(look, "F01", key="Ctrl P", icon="printer")
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(12, 10, 12, 12)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.begin)
        self._foot.addWidget(self.sign)
        self._foot.addStretch()
        self._foot.addWidget(self.paper)
        self.body.addLayout(self._foot)
        self._unsaid, self._low, self._from_start, self._running = 0, False, True, False
        self.lie(wide=False)
        self.view.moved.connect(self._on_moved)

    def lie(self, *, wide: bool) -> None:
        """``wide``: what is counted and who signs stand beside what is read, else below it."""
        self._low = wide
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
        for place, share in enumerate((3, 2) if wide else (1, 0)):
            self._halves.setStretch(place, share)
        self._rule_line.removeWidget(self.rule)
        self._foot.removeWidget(self.rule)
        self._rule_line.setContentsMargins(0, 0, 0, 0)
        if wide:
            self._foot.insertWidget(2, self.rule, 1)
        else:
            self._rule_line.addWidget(self.rule)
            self._rule_line.setContentsMargins(14, 8, 14, 8)
        self._on_moved(0)

    @property
    def row(self) -> AloudRow | None:
        """The chosen item."""
        found = self.model.row(self.view.place) if self.view.place >= 0 else None
        return found if isinstance(found, AloudRow) else None

    def _on_moved(self, _place: int) -> None:
        chosen = self.row
        self.painter.current = chosen.key if chosen is not None and self._running else ""
        self.inside.setVisible(chosen is not None and bool(chosen.clocks))
        self.warn.setVisible(self._unsaid > 0 and not (self._low and self.inside.isVisibleTo(self)))
        if chosen is not None and chosen.clocks:
            lines = ("；" if self._low else "\n").join(chosen.clocks)
            self.inside.setText(self.tr("Read with it: {clocks}").format(clocks=lines))
        self.view.viewport().update()

    def show_items(
        self, rows: Sequence[AloudRow], state: HandOver, missing: Missing, trouble: str = "", *, again: bool = False
    ) -> None:
        """Show what has to be read, and what keeps both from signing. ``trouble`` says why the list is not there: then nobody
        signs. ``again``: the desk may change hands once more before the shift ends.
        """
        self.begin.setVisible(not state.stage or (state.stage == "done" and again))
        chosen = self.row
        self.model.show(rows)
        read = sum(entry.read for entry in rows)
        self.count.setText(f"{read} / {len(rows)}")
        spoken = self.tr("read {n} of {all}").format(n=read, all=len(rows))
        self.progress.show_share(read / len(rows) if rows else 1.0, spoken)
        self._show_view(bool(rows))
        if trouble:
            self.empty.say(trouble)
        else:
            self.empty.say(self.tr("Nothing is open"), self.tr("Count the equipment, then both sign."))
        if rows and (chosen is None or self.view.place < 0 or self._from_start):
            self.view.go(next((place for place, entry in enumerate(rows) if not entry.read), 0))
            self._from_start = False
        self._unsaid = len(missing.unsaid) if state.closed_at is None else 0
        self._running = state.stage in ("reading", "signing")
        self._on_moved(0)
        self.warn_words.setText(
            self.tr("A remark is needed: {n}; write it before signing").format(n=len(missing.unsaid))
        )
        self._show_sign(state, missing, trouble)

    def _show_view(self, seen: bool) -> None:
        """The list or the words in its place; the keyboard stays in the panel when one gives way to the other."""
        shown, hidden = (self.view, self.empty) if seen else (self.empty, self.view)
        held = self.window().focusWidget() is hidden  # also while another program is in front
        shown.setVisible(True)
        if held:
            shown.setFocus()
        hidden.setVisible(False)

    def take_keyboard(self) -> None:
        """The keyboard goes to the list, at the first item that is not read, or to the words in its place."""
        self._from_start = True
        if self.model.rows:
            self.view.go(next((at for at, entry in enumerate(self.model.rows) if not entry.read), 0))
        (self.empty if self.view.isHidden() else self.view).setFocus()

    def _show_sign(self, state: HandOver, missing: Missing, trouble: str) -> None:
        left = [trouble] if trouble else []
        if missing.unread:
            left.append(self.tr("{n} to read").format(n=len(missing.unread)))
        if missing.unsaid:
            left.append(self.tr("{n} remarks").format(n=len(missing.unsaid)))
        if missing.uncounted:
            left.append(self.tr("{n} to count").format(n=len(missing.uncounted)))
        self.begin.setEnabled(not trouble)
        self.sign.setVisible(bool(state.stage))
        if state.closed_at is not None:
            words, icon = self.tr("Handed over"), "check"
        elif left:
            words, icon = self.tr("Still {left}, then both sign").format(left="、".join(left)), "lock"
        else:
            words, icon = self.tr("1 of 2: who goes signs"), "pencil"
            if state.signatures:
                words = self.tr("2 of 2: who comes signs")
        self.sign.set_text(words)
        self.sign.set_icon(icon)
        self.sign.setEnabled(not left and state.closed_at is None)

    def next_unread(self) -> None:
        """The mark goes to the next item that was not read."""
        rows = list(self.model.rows)
        place = next((at for at, entry in enumerate(rows) if at > self.view.place and not entry.read), -1)
        if place < 0:
            place = next((at for at, entry in enumerate(rows) if not entry.read), self.view.place)
        self.view.go(place)


def _key(entry: AloudRow) -> str:
    return entry.key


def _spoken(entry: AloudRow) -> str:
    return f"{entry.words} {'；'.join(entry.clocks) or entry.note} {entry.remark}"
