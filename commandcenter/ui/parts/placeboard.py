"""The office as a schematic board: communities as blocks, their streets and alleys (or grids) as cells, bubbles with counts.

It stands where a map would until the office has one. Places lie where the roster puts them, in the order of their codes; the
board says nothing about distance or direction. Data in: how many for which place, grid or community.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.domain.roster import Directory, Place
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

STEPS = (0.34, 0.67)
"""Shares of the highest count at which a bubble turns from few to some and from some to many."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A street, an alley or a grid: its place id and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """A community: its place id, its name, its cells."""

    key: str
    name: str
    cells: tuple[Cell, ...]


def blocks_of(directory: Directory) -> tuple[Block, ...]:
    """The board of an office: each community with its streets and alleys, or with its grids where it has none."""
    communities = [place for place in directory.places.values() if place.kind == "community" and place.active]
    by_community: dict[str, list[Place]] = {}
    for place in directory.places.values():
        if place.active and place.kind in ("street", "alley", "grid"):
            by_community.setdefault(place.community, []).append(place)
    blocks = []
    for community in sorted(communities, key=lambda place: place.id):
        inside = sorted(by_community.get(community.id, ()), key=lambda place: place.id)
        streets = [place for place in inside if place.kind != "grid"] or inside
        blocks.append(Block(community.id, community.name, tuple(Cell(place.id, place.name) for place in streets)))
    return tuple(blocks)


def gathered(directory: Directory, blocks: Sequence[Block], counts: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """Counts by what the board shows: a building counts for its street, what has no cell for its community.

    Returns (count by cell or community id, how many could not be put anywhere).
    """
    cells = {cell.key for block in blocks for cell in block.cells}
    communities = {block.key for block in blocks}
    found: dict[str, int] = {}
    nowhere = 0
    for key, count in counts.items():
        place = directory.places.get(key)
        street = directory.street_of(place) if place is not None else None
        candidates = (key, street.id if street else "", place.community if place else "")
        home = next((one for one in candidates if one in cells or one in communities), "")
        if home:
            found[home] = found.get(home, 0) + count
        else:
            nowhere += count
    return found, nowhere


class PlaceBoard(QWidget):
    """Blocks with cells in one paint. ``picked`` gives the id of the place under the hand, ``opened`` on Enter or a double click.

    Arrows go from cell to cell as they lie; Home and End to the first and the last, PgUp and PgDn from community to community.
    """

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._blocks: tuple[Block, ...] = ()
        self._counts: dict[str, int] = {}
        self._boxes: dict[str, QRectF] = {}
        self._frames: dict[str, QRectF] = {}
        self._current = ""
        self._laid = QSize()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        look.changed.connect(self._relay)

    # -- what it shows ---------------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The id of the cell or community that is chosen; empty for none."""
        return self._current

    @property
    def counts(self) -> Mapping[str, int]:
        """The counts that are shown, by place id."""
        return self._counts

    def show_counts(self, blocks: Sequence[Block], counts: Mapping[str, int]) -> None:
        """Show the office with counts; what was chosen stays chosen while it is there."""
        self._blocks = tuple(blocks)
        self._counts = {key: count for key, count in counts.items() if count > 0}
        if not any(self._current == key for key, _ in self._order()):
            self._current = ""
        self._speak()
        self._relay()

    def choose(self, key: str) -> None:
        """Choose a place; empty chooses none. Nothing is emitted."""
        if key != self._current:
            self._current = key if any(key == one for one, _ in self._order()) else ""
            self._speak()
            self.update()

    def total(self, block: Block) -> int:
        """How many in a community, with what lies in none of its cells."""
        return self._counts.get(block.key, 0) + sum(self._counts.get(cell.key, 0) for cell in block.cells)

    def _order(self) -> list[tuple[str, str]]:
        return [
            pair
            for block in self._blocks
            for pair in ((block.key, block.name), *((cell.key, cell.name) for cell in block.cells))
        ]

    def _speak(self) -> None:
        names = dict(self._order())
        most = sorted(self._counts.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
        told = "; ".join(f"{names.get(key, key)} {count}" for key, count in most)
        self.setAccessibleName(told or translate("PlaceBoard", "nothing in any place"))
        chosen = names.get(self._current, "")
        self.setAccessibleDescription(f"{chosen} {self._count_of(self._current)}" if chosen else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _count_of(self, key: str) -> int:
        block = next((one for one in self._blocks if one.key == key), None)
        return self.total(block) if block is not None else self._counts.get(key, 0)

    # -- where it lies ---------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(620), self._look.px(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(240), self._look.px(160))

    def _relay(self) -> None:
        self._laid = QSize()
        self.update()

    def _lay(self) -> None:
        if self._laid == self.size():
            return
        self._laid = self.size()
        self._boxes.clear()
        self._frames.clear()
        px, count = self._look.px, len(self._blocks)
        if not count:
            return
        room = QRectF(self.rect()).adjusted(px(10), px(10), -px(10), -px(36 if self._explained() else 10))
        gap = px(8)
        across = min(count, max(1, round(math.sqrt(count * room.width() / max(1.0, room.height()) * 0.8))))
        down = -(-count // across)
        high = (room.height() - gap * (down - 1)) / down
        for line in range(down):
            blocks = self._blocks[line * across : (line + 1) * across]
            wide = (room.width() - gap * (len(blocks) - 1)) / len(blocks)
            for place, block in enumerate(blocks):
                frame = QRectF(room.left() + place * (wide + gap), room.top() + line * (high + gap), wide, high)
                self._frames[block.key] = frame
                self._lay_cells(block, frame)

    def _lay_cells(self, block: Block, frame: QRectF) -> None:
        px = self._look.px
        head = px(26)
        self._boxes[block.key] = QRectF(frame.left(), frame.top(), frame.width(), head)
        cells = block.cells
        inside = frame.adjusted(px(4), head, -px(4), -px(4))
        if not cells or inside.height() < px(30):
            return
        down = max(range(1, len(cells) + 1), key=lambda lines: self._ease(cells, lines, inside))
        across = -(-len(cells) // down)
        down = -(-len(cells) // across)
        wide, high = inside.width() / across, inside.height() / down
        for place, cell in enumerate(cells):
            left = inside.left() + place % across * wide
            self._boxes[cell.key] = QRectF(left, inside.top() + place // across * high, wide, high)

    def _ease(self, cells: Sequence[Cell], lines: int, inside: QRectF) -> tuple[int, float, int]:
        """How well cells read in so many lines: the more whole names, then any names, then the wider the narrow side."""
        look, px = self._look, self._look.px
        wide, high = inside.width() / -(-len(cells) // lines) - px(4), inside.height() / lines - px(4)
        named = _named(look, wide, high)
        whole = sum(look.width(cell.name, "caption") <= wide - px(4) for cell in cells) + 1 if named else 0
        return whole, min(wide, high - px(18) if named else high), -lines

    # -- hands -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._lay()
        key = next((key for key, box in self._boxes.items() if box.contains(event.position())), "")
        if key:
            self._pick(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._current:
            self.opened.emit(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._lay()
        keys = [key for key, _ in self._order() if key in self._boxes]
        if not keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        pressed = Qt.Key(event.key())
        if pressed in arrows:
            self._pick(self._towards(*arrows[pressed]) if self._current else self._hottest(keys))
        elif pressed in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._pick(keys[0 if pressed == Qt.Key.Key_Home else -1])
        elif pressed in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._pick(self._next_block(-1 if pressed == Qt.Key.Key_PageUp else 1))
        elif pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _pick(self, key: str) -> None:
        if key and key != self._current:
            self.choose(key)
            self.picked.emit(key)

    def _hottest(self, keys: Sequence[str]) -> str:
        """Where the first arrow goes: the cell with the most, else the first."""
        return max(keys, key=lambda key: (self._counts.get(key, 0), -keys.index(key)))

    def _towards(self, across: int, down: int) -> str:
        """The nearest box in that direction; the one chosen when there is none."""
        here = self._boxes.get(self._current)
        if here is None:
            return self._current
        best, nearest = self._current, math.inf
        for key, box in self._boxes.items():
            step = box.center() - here.center()
            ahead, aside = (step.x() * across, abs(step.y())) if across else (step.y() * down, abs(step.x()))
            if key != self._current and ahead > 1 and ahead + 2.5 * aside < nearest:
                best, nearest = key, ahead + 2.5 * aside
        return best

    def _next_block(self, by: int) -> str:
        places = [block.key for block in self._blocks]
        home = next(
            (
                block.key
                for block in self._blocks
                if self._current == block.key or any(cell.key == self._current for cell in block.cells)
            ),
            "",
        )
        if home not in places:
            return places[0]
        return places[min(max(places.index(home) + by, 0), len(places) - 1)]

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay()
        look, p = self._look, QPainter(self)
        p.fillRect(self.rect(), look.color("mapbg"))
        most = max(self._counts.values(), default=0)
        for block in self._blocks:
            frame = self._frames[block.key]
            paint.rounded(p, frame, 4, look.color("mapblk"), look.color("maprd"))
            self._paint_head(p, block)
            for cell in block.cells:
                if cell.key in self._boxes:
                    self._paint_cell(p, cell, self._boxes[cell.key], most)
        if self._explained():
            self._paint_legend(p)
        if self.hasFocus():
            paint.rounded(p, QRectF(self.rect()), 4, None, look.color("acc"), 2)

    def _paint_head(self, p: QPainter, block: Block) -> None:
        look, px = self._look, self._look.px
        box = self._boxes[block.key]
        if block.key == self._current:
            paint.rounded(p, box.adjusted(1, 1, -1, 0), 4, look.color("accS"), look.color("acc"), 2)
        total = str(self.total(block))
        line = box.toRect().adjusted(px(6), 0, -px(6), 0)
        wide = look.width(total, "strong")
        room = line.adjusted(0, 0, -wide - px(4), 0)
        role = "name" if look.width(block.name, "name") <= room.width() else "caption"
        paint.elided(p, look, room, block.name, role, "tx1")
        paint.text(p, look, line, total, "strong", "tx1" if total != "0" else "tx3", paint.RIGHT)

    def _paint_cell(self, p: QPainter, cell: Cell, box: QRectF, most: int) -> None:
        look, px = self._look, self._look.px
        inside = box.adjusted(px(2), px(2), -px(2), -px(2))
        chosen = cell.key == self._current
        paint.rounded(
            p,
            inside,
            3,
            look.color("accS" if chosen else "mapbld"),
            look.color("acc") if chosen else None,
            2 if chosen else 1,
        )
        count = self._counts.get(cell.key, 0)
        named = _named(look, inside.width(), inside.height())
        words = px(18) if named else 0
        if named:
            line = inside.toRect().adjusted(px(4), round(inside.height()) - words - px(1), -px(4), 0)
            paint.elided(p, look, line, cell.name, "caption", "tx1" if chosen else "tx2", paint.CENTER)
        if not count:
            return
        room = inside.adjusted(0, 0, 0, -words)
        largest = self._largest()
        radius = max(min(px(11), largest), largest * math.sqrt(count / most))
        self._bubble(p, room.center(), radius, count, most)

    def _largest(self) -> float:
        """The radius of the largest circle: what the narrowest cell holds, so that equal counts are equal everywhere."""
        px, keys = self._look.px, {block.key for block in self._blocks}
        sizes = [(box.width() - px(4), box.height() - px(4)) for key, box in self._boxes.items() if key not in keys]
        rooms = (min(wide, high - (px(18) if _named(self._look, wide, high) else 0)) for wide, high in sizes)
        return min(rooms, default=0.0) / 2 - px(1)

    def _bubble(self, p: QPainter, at: QPointF, radius: float, count: int, most: int) -> None:
        look = self._look
        fill, ink = _tones(look, count / most)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(look.color(fill))
        p.drawEllipse(at, radius, radius)
        box = QRectF(at.x() - 40, at.y() - 20, 80, 40)
        role = "strong" if radius >= look.px(11) else "key"
        paint.text(p, look, box, str(count), role, ink, paint.CENTER)

    def _explained(self) -> bool:
        """Whether there is room for the legend; in a low board the circles need it more."""
        return self.height() >= self._look.px(190)

    def _paint_legend(self, p: QPainter) -> None:
        look, px = self._look, self._look.px
        y = self.height() - px(18)
        x = float(px(14))
        for share, words in (
            (0.2, translate("PlaceBoard", "few")),
            (0.5, translate("PlaceBoard", "some")),
            (1.0, translate("PlaceBoard", "many")),
        ):
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(look.color(_tones(look, share)[0]))
            p.drawEllipse(QPointF(x + px(6), y), px(6), px(6))
            wide = look.width(words, "caption")
            paint.text(p, look, QRectF(x + px(17), y - px(10), wide + 4, px(20)), words, "caption", "tx2")
            x += px(17) + wide + px(14)
        names = dict(self._order())
        chosen = f"{names[self._current]} {self._count_of(self._current)}" if self._current in names else ""
        note = chosen or translate("PlaceBoard", "schematic, not to scale")
        left = max(x, self.width() - px(14) - look.width(note, "caption"))
        rest = QRectF(left, y - px(10), self.width() - px(14) - left, px(20))
        paint.elided(p, look, rest.toRect(), note, "caption", "tx1" if chosen else "tx3", paint.RIGHT)


def _named(look: Look, wide: float, high: float) -> bool:
    """Whether a cell of that size has room for its name below the circle."""
    return high >= look.px(38) and wide >= look.px(44)


def _tones(look: Look, share: float) -> tuple[str, str]:
    """(fill, ink) of a bubble; the darkest ground carries the light ink, in both themes."""
    if share >= STEPS[1]:
        return "pip3", "bg0" if look.dark else "onfill"
    if share >= STEPS[0]:
        return "pip2", "bg0" if look.dark else "onfill"
    return "pip1", "onfill" if look.dark else "tx1"
