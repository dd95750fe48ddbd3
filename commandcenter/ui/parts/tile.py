"""The report-in tile: one department's presence, painted in one go. It shows what it is told; rules live in the domain."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.theme.look import Look

PIPS = 7
LEAST_NAME = 6
"""So many characters of a name stay beside the chip, before the chip gives up its words."""


@dataclass(frozen=True, slots=True)
class TileFace:
    """Everything a tile shows. ``level``: plain, over, done, closed (grey). ``timer`` and ``caption`` belong together.

    ``key`` is the digit that acts on it, the last of ``ordinal``, by which it is named everywhere. ``notice`` is what needs a
    look without being an alarm; it stands in amber before ``last``.
    """

    key: str
    ordinal: int
    name: str
    relation: str
    relation_word: str
    lead: str
    contact: str
    last: str
    chip: Chip
    timer: str
    caption: str
    filled: int
    level: str = "plain"
    blocked: bool = False
    done: bool = False
    drill: bool = False
    mark: str = ""
    notice: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        timed = (str(self.ordinal), self.name, self.chip.text, self.timer, self.caption)
        parts = (*timed, self.notice, self.last, self.contact)
        return ", ".join(part for part in parts if part)


class ReportTile(QWidget):
    """A tile on the board. Emits ``pressed`` on a click, ``menu_asked`` on Enter, right click or double click."""

    pressed = Signal(int)
    menu_asked = Signal(int)

    def __init__(self, look: Look, place: int, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self.place = place
        self.face: TileFace | None = None
        self._compact = compact
        self._bright = True
        self._selected = False
        self._timer_at, self._timer_ground = QRectF(), QRect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_face(self, face: TileFace | None) -> None:
        """Show a department, or nothing."""
        before = self.face
        if face == before:
            return
        self.face = face
        self.setAccessibleName(face.spoken if face else "")
        self.setToolTip(f"{face.ordinal} {face.name}" if face else "")
        if before is not None and face is not None and self._only_the_timer(before, face):
            self.update(self._timer_ground)
        else:
            self.update()

    def _only_the_timer(self, before: TileFace, face: TileFace) -> bool:
        """Whether a second passed and nothing else: then nothing but the timer is painted."""
        role = "timer_small" if self._compact else "timer"
        as_wide = self._look.width(before.timer, role) == self._look.width(face.timer, role)
        return as_wide and not self._timer_ground.isNull() and replace(before, timer=face.timer) == face

    def set_selected(self, selected: bool) -> None:
        """Whether the keyboard is here."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_bright(self, bright: bool) -> None:
        """One half of the flash of an overdue key block."""
        if bright != self._bright:
            self._bright = bright
            if self.face is not None and self.face.level == "over":
                self.update()

    def set_compact(self, compact: bool) -> None:
        """The small form of narrow windows."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(84 if self._compact else 105))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(250), self._look.px(44 if self._compact else 92))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.face is None:
            return
        self.pressed.emit(self.place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.face is not None:
            self.menu_asked.emit(self.place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.face is not None:
            self.pressed.emit(self.place)
            self.menu_asked.emit(self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        face, look = self.face, self._look
        if face is None:
            return
        p = QPainter(self)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        over = face.level == "over"
        quiet = face.level in ("done", "closed")
        edge = look.color("red", drill=face.drill) if over else look.color("ln2")
        ground = look.color("redS", drill=face.drill) if over else look.color("bg1" if quiet else "bg2")
        paint.rounded(p, rect, 6, ground, edge)
        if self._timer_ground.contains(event.rect()):
            self._paint_timer(p, face, over, quiet)
            return
        self._paint_key(p, rect, face, over)
        left = rect.left() + look.px(54)
        right = rect.right() - look.px(12)
        if self._compact:
            self._paint_compact(p, face, rect, left, right, over, quiet)
        else:
            self._paint_full(p, face, rect, left, right, over, quiet)
        if self._selected:
            paint.focus_ring(p, look, QRectF(self.rect()), 8)

    def _paint_key(self, p: QPainter, rect: QRectF, face: TileFace, over: bool) -> None:
        look = self._look
        block = QRectF(rect.left(), rect.top(), look.px(44), rect.height())
        ink = look.color("tx2")
        if over:
            paint.rounded(p, block, 6, look.color("redF" if self._bright else "redS", drill=face.drill), None)
            p.fillRect(block.adjusted(6, 0, 0, 0), look.color("redF" if self._bright else "redS", drill=face.drill))
            ink = look.color("onred" if self._bright else "red", drill=face.drill)
        else:
            p.fillRect(QRectF(block.right(), rect.top() + 1, 1, rect.height() - 2), look.color("ln2"))
        number = str(face.ordinal)
        paint.text(p, look, block, number, "timer", ink, paint.CENTER)
        if len(number) > 1 and number.endswith(face.key):  # the digit to press
            right = block.center().x() + look.width(number, "timer") / 2
            width = look.width(face.key, "timer")
            under = block.center().y() + look.line("timer") / 2 - look.px(2)
            p.fillRect(QRectF(right - width, under, width, look.px(2)), ink)

    def _paint_name(self, p: QPainter, face: TileFace, left: float, top: float, right: float, quiet: bool) -> None:
        look = self._look
        height = look.px(24)
        x = left
        tag = QRectF(x, top + 1, look.px(22), look.px(22))
        paint.relation(p, look, tag, face.relation, face.relation_word)
        x = tag.right() + look.px(8)
        chip = self._chip_beside(face, right - look.px(8) - x)
        chip_width = paint.chip_width(look, chip)
        room = round(right - chip_width - look.px(8) - x)
        name = look.elided(face.name, "tile", room)
        paint.text(p, look, QRectF(x, top, room, height), name, "tile", "tx2" if quiet else "tx1")
        behind = x + look.width(name, "tile") + look.px(8)
        if face.lead and behind + look.width(face.lead, "caption") < right - chip_width - 8:
            paint.text(p, look, QRectF(behind, top, 80, height), face.lead, "caption", "acc")
        paint.chip(p, look, QRectF(right - chip_width, top, chip_width, height), chip, drill=face.drill)

    def _chip_beside(self, face: TileFace, room: float) -> Chip:
        """The chip beside the name: in full, else without where the department is, else its sign alone. The name stays."""
        look = self._look
        name = look.width(face.name, "tile")
        short = replace(face.chip, text=face.chip.text.partition(" · ")[0])
        for chip in (face.chip, short):
            if paint.chip_width(look, chip) + name <= room:
                return chip
        least = look.width(face.name[:LEAST_NAME], "tile")
        return short if paint.chip_width(look, short) + least <= room else replace(face.chip, text="")

    def _timer_ink(self, face: TileFace, over: bool, quiet: bool) -> QColor:
        look = self._look
        return look.color("red", drill=face.drill) if over else look.color("tx2" if quiet else "tx1")

    def _place_timer(self, at: QRectF, chip: float, caption: float) -> None:
        """Keep where the timer stands, and where its digits lie below the chip and above the caption with nothing else."""
        free = self._look.px(3)
        ground = at.toAlignedRect().adjusted(0, free, 0, -free)
        self._timer_at = at
        self._timer_ground = ground if chip < ground.top() and ground.bottom() < caption else QRect()

    def _paint_timer(self, p: QPainter, face: TileFace, over: bool, quiet: bool) -> None:
        role = "timer_small" if self._compact else "timer"
        paint.text(p, self._look, self._timer_at, face.timer, role, self._timer_ink(face, over, quiet), paint.RIGHT)

    def _paint_full(
        self, p: QPainter, face: TileFace, rect: QRectF, left: float, right: float, over: bool, quiet: bool
    ) -> None:
        look = self._look
        spare = max(0.0, rect.height() - look.px(99))
        top = rect.top() + look.px(8) + spare / 5
        self._paint_name(p, face, left, top, right, quiet)
        timer_width = look.width(face.timer, "timer") + 4
        line = top + look.px(27) + spare / 6
        room = round(right - timer_width - 8 - left)
        paint.elided(p, look, QRect(round(left), round(line), room, look.px(18)), face.contact, "caption", "tx2")
        self._paint_last(p, face, QRect(round(left), round(line + look.px(18)), room, look.px(18)), over)
        foot = rect.bottom() - look.px(22) - spare / 6
        self._place_timer(QRectF(right - timer_width, line, timer_width, look.px(34)), top + look.px(25), foot)
        self._paint_timer(p, face, over, quiet)
        self._paint_foot(p, face, rect, left, right, over, foot)

    def _paint_last(self, p: QPainter, face: TileFace, rect: QRect, over: bool) -> None:
        """What needs a look, in amber, then what was told last."""
        look, x = self._look, rect.left()
        if face.notice:
            told = look.elided(face.notice, "caption", rect.width())
            paint.text(p, look, rect, told, "caption", "amb")
            x += look.width(told, "caption") + look.px(8)
        if face.last and x < rect.right() - look.px(24):
            behind = QRect(x, rect.top(), rect.right() - x, rect.height())
            paint.elided(p, look, behind, face.last, "caption", "tx2" if not over else "tx1")

    def _paint_compact(
        self, p: QPainter, face: TileFace, rect: QRectF, left: float, right: float, over: bool, quiet: bool
    ) -> None:
        """Name, contact with the number to ring, what was told last, foot. In a lower tile what was told stands in the place of
        the pips, then the foot goes, then the contact; the name stays to the end.
        """
        look = self._look
        rows = next((count for count, least in ((4, 77), (3, 64), (2, 46)) if rect.height() >= look.px(least)), 1)
        spare = max(0.0, rect.height() - look.px((24, 46, 64, 77)[rows - 1]))
        top = rect.top() + look.px(2 if rows > 1 else 0) + spare / (4 if rows > 1 else 2)
        self._paint_name(p, face, left, top, right, quiet)
        self._timer_ground = QRect()
        if rows == 1:
            return
        timer_width = look.width(face.timer, "timer_small") + 4
        line = top + look.px(23) + spare / 6
        room = round(right - timer_width - 8 - left)
        first = QRect(round(left), round(line), room, look.px(18))
        paint.elided(p, look, first, face.contact, "caption", "tx2")
        foot = rect.bottom() - look.px(19) - spare / 6
        if rows == 4:
            self._paint_last(p, face, first.translated(0, look.px(17)), over)
        self._place_timer(QRectF(right - timer_width, line - 1, timer_width, look.px(24)), top + look.px(25), foot)
        self._paint_timer(p, face, over, quiet)
        if rows > 2:
            self._paint_foot(p, face, rect, left, right, over, foot, told=rows == 3)

    def _paint_foot(
        self,
        p: QPainter,
        face: TileFace,
        rect: QRectF,
        left: float,
        right: float,
        over: bool,
        y: float,
        *,
        told: bool = False,
    ) -> None:
        """The pips and the caption of the timer; ``told`` puts what was told last in the place of the pips."""
        look = self._look
        caption_width = look.width(face.caption, "caption") + 4
        room = right - left - caption_width - look.px(10)
        if told and (face.notice or face.last):
            self._paint_last(p, face, QRect(round(left), round(y), round(room), look.px(18)), over)
        else:
            self._paint_pips(p, face, left, y, room)
        ink = look.color("red", drill=face.drill) if over else look.color("tx2")
        foot = QRectF(right - caption_width, y, caption_width, look.px(18))
        paint.text(p, look, foot, face.caption, "caption", ink, paint.RIGHT)
        if face.mark:
            size = look.px(14)
            p.drawPixmap(
                QPointF(rect.left() + look.px(15), rect.bottom() - size - 6), look.icon(face.mark, "tx3", size)
            )

    def _paint_pips(self, p: QPainter, face: TileFace, left: float, y: float, room: float) -> None:
        paint.pips(
            p,
            self._look,
            left,
            y + self._look.px(6),
            face.filled,
            PIPS,
            blocked=face.blocked,
            done=face.done,
            drill=face.drill,
            width=max(8, min(24, int(room / PIPS) - 3)),
        )


@dataclass(frozen=True, slots=True)
class Pinned:
    """A late or silent unit on the pinned strip. ``level``: over, silent, warn."""

    ordinal: int
    name: str
    words: str
    icon: str
    level: str


class PinStrip(QWidget):
    """Every late or silent unit of all pages, always in sight. A click goes to its tile; F8 takes note."""

    picked = Signal(int)

    def __init__(self, look: Look, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title, self._hint = title, hint
        self._entries: tuple[Pinned, ...] = ()
        self._drill = False
        self._places: list[tuple[float, float, int]] = []
        self.setFixedHeight(look.px(38))
        self.setAccessibleName(title)

    def show_entries(self, entries: tuple[Pinned, ...], *, drill: bool) -> None:
        """Show the units, or hide when there is none."""
        if (entries, drill) != (self._entries, self._drill):
            self._entries, self._drill = entries, drill
            self.setAccessibleName(f"{self._title}: " + ", ".join(f"{e.ordinal} {e.name} {e.words}" for e in entries))
            self.update()
        self.setVisible(bool(entries))

    @property
    def entries(self) -> tuple[Pinned, ...]:
        """What is shown."""
        return self._entries

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        for start, end, ordinal in self._places:
            if start <= x <= end:
                self.picked.emit(ordinal)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        bad = any(entry.level in ("over", "silent") for entry in self._entries)
        soft, edge = ("redS", "red") if bad else ("bg1", "ln2")
        paint.rounded(p, rect, 6, look.color(soft, drill=self._drill), look.color(edge, drill=self._drill))
        middle = rect.center().y()
        size = look.px(15)
        x = rect.left() + look.px(12)
        p.drawPixmap(QPointF(x, middle - size / 2), look.icon("pin", "tx2", size))
        x += size + look.px(8)
        paint.text(
            p,
            look,
            QRectF(x, 0, 200, rect.height()),
            self._title,
            "strong",
            "red" if bad and not self._drill else "tx1",
        )
        x += look.width(self._title, "strong") + look.px(18)
        hint_width = look.width(self._hint, "caption") + paint.keycap_width(look, "F8") + look.px(24)
        end = rect.right() - hint_width
        self._places = []
        words = self._words_within(end - x)
        for shown, (entry, told) in enumerate(zip(self._entries, words, strict=True)):
            width = self._entry_width(entry, *told)
            if x + width > end:
                more = f"+{len(self._entries) - shown}"
                paint.text(p, look, QRectF(x, 0, 60, rect.height()), more, "strong", "tx2")
                break
            self._paint_entry(p, entry, *told, x, middle, rect.height())
            self._places.append((x, x + width, entry.ordinal))
            x += width
        y = rect.right() - hint_width + look.px(8)
        behind = paint.keycap(p, look, y, middle, "F8")
        paint.text(p, look, QRectF(behind + 6, 0, 120, rect.height()), self._hint, "caption", "tx2")

    def _words_within(self, room: float) -> list[tuple[str, str]]:
        """(name, words) of every entry, as long as all of them fit: in full, then without what is only said twice, with short
        names, at last the numbers alone - nobody is left out before.
        """
        ways: list[list[tuple[str, str]]] = [
            [(entry.name, entry.words) for entry in self._entries],
            [(entry.name, entry.words.rpartition(" ")[2]) for entry in self._entries],
            [(_short(entry.name), entry.words.rpartition(" ")[2]) for entry in self._entries],
            [(_short(entry.name), "") for entry in self._entries],
            [("", "") for entry in self._entries],
        ]
        for way in ways:
            pairs = zip(self._entries, way, strict=True)
            if sum(self._entry_width(entry, *told) for entry, told in pairs) <= room:
                return way
        return ways[-1]

    def _entry_width(self, entry: Pinned, name: str, words: str) -> float:
        look = self._look
        told = " ".join(part for part in (str(entry.ordinal), name, words) if part)
        return look.px(15 + 20) + look.width(told, "name")

    def _paint_entry(
        self, p: QPainter, entry: Pinned, name: str, words: str, x: float, middle: float, height: float
    ) -> None:
        look = self._look
        hot = entry.level in ("over", "silent")
        ink = look.color("red", drill=self._drill) if hot else look.color("tx2")
        size = look.px(15)
        p.drawPixmap(QPointF(x, middle - size / 2), look.icon(entry.icon, ink, size))
        x += size + look.px(5)
        for text, role, tone in ((str(entry.ordinal), "strong", "tx1"), (name, "name", "tx1"), (words, "name", ink)):
            if text:
                paint.text(p, look, QRectF(x, 0, 400, height), text, role, tone)
                x += look.width(text, role) + look.px(4)


def _short(name: str) -> str:
    """A department's name as it is called across the room: without brackets, 办公室 as 办, the end of a long one."""
    return name.partition("（")[0].replace("办公室", "办")[-5:]
