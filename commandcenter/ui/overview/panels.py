"""The panels of the overview: figures, communities, who is on duty, the state of the data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from commandcenter.domain.rates import Rate
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowModel, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

TILE, LOW_TILE = 96, 60
LINE, LOW_LINE = 30, 23


class CountTile(QAbstractButton):
    """A figure that leads to its list. ``level``: plain, over (red ground), warn (amber words)."""

    def __init__(self, look: Look, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words, self._icon = words, icon
        self._figure, self._caption, self._level, self._short = "—", "", "plain", ""
        self._low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.updateGeometry)

    def fit(self, low: bool) -> None:
        """In a low window the caption stands beside the figure."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def show_count(self, figure: str, caption: str, level: str = "plain", short: str = "") -> None:
        """Show a figure with its caption; ``short`` says the same where there is less room."""
        self._figure, self._caption, self._level, self._short = figure, caption, level, short or caption
        self.setAccessibleName(f"{self._words} {figure}. {caption}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(150), self._look.px(LOW_TILE if self._low else TILE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(100), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        rect = QRectF(self.rect())
        over = self._level == "over"
        paint.rounded(p, rect, 6, look.color("redS" if over else "bg1"), look.color("red" if over else "ln"))
        ink = {"over": "red", "warn": "amb"}.get(self._level, "tx2")
        size = look.px(15)
        x, top = (look.px(9), look.px(4)) if self._low else (look.px(14), look.px(9))
        p.drawPixmap(QPointF(x, top + look.px(3)), look.icon(self._icon, ink, size))
        room = round(rect.width() - 2 * x - size)
        paint.elided(p, look, QRect(x + size + 6, top, room, look.px(22)), self._words, "body", ink)
        if self._low:
            paint.text(p, look, QRectF(x, look.px(25), rect.width(), look.px(32)), self._figure, "banner", "tx1")
            behind = x + look.width(self._figure, "banner") + look.px(8)
            foot = QRect(behind, look.px(34), round(rect.width()) - behind - look.px(4), look.px(20))
            words = self._caption if look.width(self._caption, "caption") <= foot.width() else self._short
        else:
            paint.text(p, look, QRectF(x, look.px(28), rect.width(), look.px(42)), self._figure, "kpi", "tx1")
            foot = QRect(x, look.px(70), round(rect.width() - 2 * x), look.px(20))
            words = self._caption
        paint.elided(p, look, foot, words, "caption", "tx1" if over else "tx2")
        if self.hasFocus():
            paint.focus_ring(p, look, rect, 7)


class RateTile(QWidget):
    """A rate with its counts and how it went lately. Few cases are shown as counts, never as a percentage."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = words
        self._rate: Rate | None = None
        self._low = False
        self._trend: Sequence[float | None] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def fit(self, low: bool) -> None:
        """In a low window the counts stand beside the figure, and how it went is left out."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def show_rate(self, rate: Rate, trend: Sequence[float | None], formula: str) -> None:
        """Show a rate; the formula stands in the tool tip."""
        self._rate, self._trend = rate, trend
        figure = f"{rate.percent:.1f} %" if rate.percent is not None and not rate.small else ""
        self.setAccessibleName(f"{self._words} {figure} {rate.good} / {rate.of}")
        self.setToolTip(formula)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(190), self._look.px(LOW_TILE if self._low else TILE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, rate = self._look, self._rate
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, look.color("bg1"), look.color("ln"))
        x, top = (look.px(9), look.px(4)) if self._low else (look.px(14), look.px(9))
        room = round(rect.width()) - 2 * x
        paint.elided(p, look, QRect(x, top, room, look.px(22)), self._words, "body", "tx2")
        if rate is None:  # not read yet; nothing is said of it
            return
        figure, unit, tone = f"{rate.good} / {rate.of}", "", "tx1"
        if rate.percent is None:
            figure, tone, caption = "—", "tx3", translate("Overview", "nothing due yet")
        elif rate.small:
            caption = translate("Overview", "cases; too few for a rate")
        else:
            exact = self._low and rate.percent == round(rate.percent)  # no room for a nought behind the point
            figure, unit = f"{rate.percent:.0f}" if exact else f"{rate.percent:.1f}", "%"
            caption = f"{rate.good} / {rate.of}"
        line = QRectF(x, look.px(24 if self._low else 34), rect.width(), look.px(34))
        role = "timer" if self._low else "banner"
        paint.text(p, look, line, figure, role, tone)
        behind = x + look.width(figure, role) + 4
        if unit:
            paint.text(p, look, line.translated(behind - x, look.px(1 if self._low else 4)), unit, "body", "tx2")
            behind += look.width(unit, "body")
        if self._low:
            foot = QRect(behind + look.px(8), look.px(34), round(rect.width()) - behind - look.px(14), look.px(20))
            paint.elided(p, look, foot, caption, "caption", "tx2")
        else:
            paint.elided(p, look, QRect(x, look.px(70), room, look.px(20)), caption, "caption", "tx2")
            self._paint_trend(p, rect, behind)

    def _paint_trend(self, p: QPainter, rect: QRectF, behind: float) -> None:
        """How it went lately, right of the figure that ends at ``behind``; nothing where there is no room."""
        look = self._look
        points = [(place, value) for place, value in enumerate(self._trend) if value is not None]
        right = rect.right() - look.px(14)
        left = max(right - look.px(90), behind + look.px(10))
        if len(points) < 2 or right - left < look.px(36):
            return
        box = QRectF(left, look.px(32), right - left, look.px(30))
        low, high = min(v for _, v in points), max(v for _, v in points)
        spread = max(1.0, high - low)
        count = max(1, len(self._trend) - 1)
        line = QPolygonF(
            [
                QPointF(box.left() + box.width() * place / count, box.bottom() - box.height() * (value - low) / spread)
                for place, value in points
            ]
        )
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(look.color("tx2"), 1.4))
        p.drawPolyline(line)
        p.setBrush(look.color("tx1"))
        p.setPen(Qt.PenStyle.NoPen)
        p.drawEllipse(line.last(), 2.5, 2.5)


@dataclass(frozen=True, slots=True)
class CommunityFace:
    """A community's open cases: all, overdue, due soon."""

    id: str
    name: str
    open: int
    over: int
    soon: int


class Communities(QWidget):
    """The communities side by side: a number each, red only where something is late."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faces: tuple[CommunityFace, ...] = ()
        self._places: list[tuple[QRectF, str]] = []
        self.setMinimumHeight(look.px(190))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_faces(self, faces: Sequence[CommunityFace]) -> None:
        """Show communities."""
        self._faces = tuple(faces)
        self.setAccessibleName("; ".join(f"{face.name} {face.open}, {face.over}, {face.soon}" for face in faces))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for rect, key in self._places:
            if rect.contains(event.position()):
                self.picked.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        edge, gap = look.px(14), look.px(8)
        count = max(1, len(self._faces))
        columns = 4 if self.width() > look.px(460) else 2
        lines = -(-count // columns)
        width = (self.width() - 2 * edge - gap * (columns - 1)) / columns
        height = (self.height() - 2 * edge - gap * (lines - 1)) / lines
        most = max((face.open for face in self._faces), default=1) or 1
        self._places = []
        for place, face in enumerate(self._faces):
            x = edge + (place % columns) * (width + gap)
            y = edge + (place // columns) * (height + gap)
            rect = QRectF(x, y, width, height)
            self._places.append((rect, face.id))
            self._paint_one(p, face, rect, most)

    def _paint_one(self, p: QPainter, face: CommunityFace, rect: QRectF, most: int) -> None:
        look = self._look
        paint.rounded(p, rect, 6, look.color("bg2"), look.color("ln2"))
        left = rect.left() + look.px(12)
        name = look.elided(face.name, "name", round(rect.width() - look.px(24)))
        middle = rect.center().y()
        paint.text(p, look, QRectF(left, middle - look.px(30), rect.width(), look.px(22)), name, "name", "tx1")
        paint.text(
            p, look, QRectF(left, middle - look.px(8), rect.width(), look.px(28)), str(face.open), "timer", "tx1"
        )
        x = left + look.width(str(face.open), "timer") + look.px(12)
        size = look.px(14)
        y = middle + look.px(6)
        for count, icon, tone in ((face.over, "octagon-alert", "red"), (face.soon, "triangle-alert", "amb")):
            if count:
                p.drawPixmap(QPointF(x, y - size / 2), look.icon(icon, tone, size))
                paint.text(p, look, QRectF(x + size + 4, y - 12, 40, 24), str(count), "strong", tone)
                x += size + look.px(12) + look.width(str(count), "strong")
        bar = QRectF(left, rect.bottom() - look.px(14), rect.width() - look.px(24), look.px(5))
        paint.rounded(p, bar, 2, look.color("pip0"), None)
        paint.rounded(
            p, QRectF(bar.left(), bar.top(), bar.width() * face.open / most, bar.height()), 2, look.color("pip2"), None
        )


@dataclass(frozen=True, slots=True)
class DutyFace:
    """Somebody on duty. ``state``: here, missing, unknown."""

    key: str
    role: str
    name: str
    post: str
    phone: str
    state: str
    state_word: str
    person: str = ""


class _DutyColumns(Columns):
    """Side by side; in a panel narrower than ``limit`` (pixels at 100 %) other columns."""

    def __init__(self, look: Look, wide: Sequence[Column], limit: int, narrow: Sequence[Column]) -> None:
        super().__init__(look, wide)
        self._limit = limit
        self._narrow = Columns(look, narrow)

    def cells(self, width: int) -> list[tuple[Column, int, int]]:
        return self._narrow.cells(width) if width < self._look.px(self._limit) else super().cells(width)


class DutyPainter(RowPainter):
    """Role, name, post, phone, state."""

    _ICONS = {"here": ("check", "tx2"), "missing": ("triangle-alert", "amb"), "unknown": ("circle", "tx3")}

    def __init__(self, look: Look, parent: QWidget | None = None, *, short: bool = False) -> None:
        if short:
            limit = 216
            narrow = [Column("role", "", 40), Column("name", "", 44, 1), Column("state", "", 46)]
            columns = [
                Column("role", "", 50),
                Column("name", "", 50),
                Column("phone", "", 112, 1, drop=1),
                Column("state", "", 64),
            ]
        else:  # name and phone stand one above the other where it is narrow
            limit, narrow = 330, [Column("who", "", 100, 1), Column("state", "", 64)]
            columns = [Column("role", "", 72), Column("name", "", 56), Column("post", "", 60, 3, drop=1)]
            columns += [Column("phone", "", 116), Column("state", "", 70)]
        super().__init__(look, _DutyColumns(look, columns, limit, narrow), parent, height=30 if short else 38)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DutyFace) -> None:
        look = self.look
        if column == "who":
            line = look.px(18)
            top = QRect(rect.left(), rect.center().y() - line + 1, rect.width(), line)
            paint.elided(p, look, top, row.name, "strong", "tx1")
            behind = look.width(row.name, "strong") + look.px(8)
            paint.elided(p, look, top.adjusted(behind, 0, 0, 0), row.role, "caption", "tx3")
            paint.elided(p, look, top.translated(0, line), row.phone, "caption", "tx2")
        elif column == "role":
            paint.elided(p, look, rect, row.role, "caption", "tx3")
        elif column == "name":
            paint.elided(p, look, rect, row.name, "strong", "tx1")
        elif column == "post":
            paint.elided(p, look, rect, row.post, "caption", "tx2")
        elif column == "phone":
            paint.elided(p, look, rect, row.phone, "body", "tx2")
        else:
            icon, tone = self._ICONS[row.state]
            size = look.px(14)
            width = size + look.px(5) + look.width(row.state_word, "caption")
            if width > rect.width():  # no room for the word: the sign alone, whole
                p.drawPixmap(QPointF(rect.right() - size, rect.center().y() - size / 2), look.icon(icon, tone, size))
                return
            x = rect.right() - width
            p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, tone, size))
            paint.text(
                p, look, QRect(x + size + look.px(5), rect.top(), width, rect.height()), row.state_word, "caption", tone
            )


def duty_model(parent: QWidget) -> KeyedRows:
    """A model of people on duty."""
    return KeyedRows(_duty_key, _duty_spoken, parent)


def _duty_key(row: DutyFace) -> str:
    return row.key


def _duty_spoken(row: DutyFace) -> str:
    return f"{row.role} {row.name} {row.phone} {row.state_word}"


class DutyView(RowView):
    """The people on duty. ``marked`` emits the place of a row whose state was clicked; a double click is one click."""

    marked = Signal(int)

    def __init__(self, look: Look, model: RowModel, painter: RowPainter, name: str) -> None:
        super().__init__(look, model, painter, name)
        self._cells = painter.columns
        self._pressed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, False
        place = self.indexAt(event.position().toPoint()).row()
        if pressed and place >= 0 and self._on_state(event.position().x()):
            self.marked.emit(place)

    def _on_state(self, x: float) -> bool:
        cells = self._cells.cells(self.viewport().width())
        return any(column.name == "state" and at <= x <= at + width for column, at, width in cells)


class Facts(QWidget):
    """Lines of name and value, with an icon for how good it is: ok, warn, plain."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self._line = LINE
        look.changed.connect(self._measure)

    def fit(self, low: bool) -> None:
        """In a low window the lines stand closer."""
        self._line = LOW_LINE if low else LINE
        self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(self._look.px(self._line) * max(1, len(self._lines)) + self._look.px(8))
        self.update()

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show (name, value, level) lines."""
        self._lines = tuple(lines)
        self.setAccessibleName("; ".join(f"{name} {value}" for name, value, _ in lines))
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        y = look.px(4)
        for name, value, level in self._lines:
            rect = QRect(look.px(14), y, self.width() - look.px(28), look.px(self._line))
            tone = {"warn": "amb", "ok": "tx2"}.get(level, "tx2")
            icon = {"warn": "triangle-alert", "ok": "check"}.get(level, "")
            paint.text(p, look, rect, name, "body", "tx2")
            paint.text(p, look, rect, value, "body", tone, paint.RIGHT)
            if icon:
                size = look.px(14)
                x = rect.right() - look.width(value, "body") - size - look.px(6)
                p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, tone, size))
            y += look.px(self._line)
