"""The middle of the command post: who commands, which groups work, which duties run, which orders are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the structure: what it is, who leads, a line below. ``strong`` marks the commander."""

    name: str
    lead: str
    line: str
    strong: bool = False


class Structure(QWidget):
    """Boxes in two columns: commander, deputy, groups."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._boxes: tuple[Box, ...] = ()
        self._shown: object = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_boxes(self, boxes: Sequence[Box]) -> None:
        """Show the structure."""
        found = tuple(boxes), self._look.scale
        if found == self._shown:
            return
        self._shown, self._boxes = found, found[0]
        lines = -(-len(self._boxes) // 2)
        self.setMinimumHeight(lines * self._look.px(54) + self._look.px(16))
        self.setAccessibleName("; ".join(f"{box.name} {box.lead} {box.line}" for box in boxes))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        edge, gap = look.px(12), look.px(6)
        lines = max(1, -(-len(self._boxes) // 2))
        width = (self.width() - 2 * edge - gap) / 2
        height = min(look.px(60), (self.height() - 2 * look.px(8) - gap * (lines - 1)) / lines)
        for place, box in enumerate(self._boxes):
            x = edge + (place % 2) * (width + gap)
            y = look.px(8) + (place // 2) * (height + gap)
            rect = QRectF(x, y, width, height)
            paint.rounded(p, rect, 5, look.color("bg2"), look.color("ln3" if box.strong else "ln2"))
            left, room = round(x + look.px(10)), round(width - look.px(20))
            middle = round(rect.center().y())
            lead_width = min(look.width(box.lead, "strong"), room - look.px(60))
            top = QRect(left, middle - look.px(22), room - lead_width - 8, look.px(22))
            paint.elided(p, look, top, box.name, "caption", "tx2")
            right = QRect(left + room - lead_width, middle - look.px(22), lead_width, look.px(22))
            paint.elided(p, look, right, box.lead, "strong", "tx1" if box.lead != "—" else "tx3", paint.RIGHT)
            paint.elided(p, look, QRect(left, middle, room, look.px(20)), box.line, "caption", "tx2")


class StructurePanel(Panel):
    """The command structure, or that there is none yet and how to set it up."""

    asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Organ", "Command structure"), "", parent)
        self.edit = Button(look, translate("Organ", "Set up"), key="C", icon="tent", small=True)
        self.edit.clicked.connect(self.asked)
        self.add_to_head(self.edit)
        self.structure = Structure(look)
        self.structure.pressed.connect(self.asked)
        self.empty = Empty(
            look,
            "tent",
            translate("Organ", "No command post yet"),
            translate("Organ", "C sets it up: place, commander, groups of the plan"),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.structure)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)
        self.setMinimumHeight(look.px(150))

    def show_post(self, boxes: Sequence[Box], caption: str, *, standing: bool) -> None:
        """Show the post."""
        self.caption.setText(caption)
        self.edit.set_text(translate("Organ", "Change") if standing else translate("Organ", "Set up"))
        self.structure.show_boxes(boxes)
        self.pages.setCurrentIndex(0 if standing else 1)


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty with a clock: told or not, and how long is left. ``level``: done, over, warn, plain, none."""

    name: str
    words: str
    state: str
    level: str


class DutyPainter(RowPainter):
    """Name at the left, state at the right with its icon."""

    _ICONS = {
        "done": ("circle-check", "ok"),
        "over": ("octagon-alert", "red"),
        "warn": ("triangle-alert", "amb"),
        "plain": ("clock", "tx2"),
    }

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look, Columns(look, [Column("words", "", 140, 2), Column("state", "", 120, 3)]), parent, height=32
        )
        self.drill = False

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DutyRow) -> None:
        look = self.look
        if column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1" if row.level != "done" else "tx2")
            return
        icon, tone = self._ICONS.get(row.level, ("circle", "tx3"))
        ink = look.color(tone, drill=self.drill)
        size = look.px(14)
        words = look.elided(row.state, "body", rect.width() - size - 8)
        width = look.width(words, "body")
        x = rect.right() - width - size - look.px(6)
        p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, ink, size))
        paint.text(
            p, look, rect, words, "body", ink if row.level in ("over", "warn") else look.color("tx2"), paint.RIGHT
        )


class DutyPanel(Panel):
    """What is owed upward: leader, district, reports. Enter or a click does it."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Organ", "Reports upward"), "", parent, head=36)
        self.report = Button(look, translate("Organ", "Situation report"), key="S", icon="file-text", small=True)
        self.add_to_head(self.report)
        self.model = KeyedRows(_duty_key, _duty_spoken, self)
        self.painter = DutyPainter(look, self)
        self.view = RowView(look, self.model, self.painter, translate("Organ", "Reports upward"))
        self.view.opened.connect(self._on_opened)
        self.view.clicked.connect(self._on_clicked)
        self.body.addWidget(self.view, 1)
        self.setMinimumHeight(look.px(36 + 32 * 3))

    def show_duties(self, rows: Sequence[DutyRow], *, drill: bool) -> None:
        """Show the duties."""
        self.painter.drill = drill
        self.model.show(rows)
        self.view.setFixedHeight(self.painter.row_height * max(1, len(rows)) + 2)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_opened(index.row())

    def _on_opened(self, place: int) -> None:
        found = self.model.row(place)
        if isinstance(found, DutyRow):
            self.picked.emit(found.name)


def _duty_key(row: DutyRow) -> str:
    return row.name


def _duty_spoken(row: DutyRow) -> str:
    return f"{row.words} {row.state}"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """An order as a task. ``level``: done, open, taken, over, dropped."""

    subject: str
    words: str
    unit: str
    state: str
    level: str


class TaskPainter(RowPainter):
    """Circle, words, unit, state."""

    _ICONS = {
        "done": ("circle-check", "ok"),
        "taken": ("circle-dot", "acc"),
        "open": ("circle", "tx3"),
        "over": ("octagon-alert", "red"),
        "dropped": ("circle-x", "tx3"),
    }

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("mark", "", 18),
            Column("words", "", 120, 5),
            Column("unit", "", 60, 2, drop=1),
            Column("state", "", 60),
        ]
        super().__init__(look, Columns(look, columns), parent, height=33)
        self.drill = False

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TaskRow) -> None:
        look = self.look
        icon, tone = self._ICONS[row.level]
        quiet = row.level in ("done", "dropped")
        if column == "mark":
            size = look.px(16)
            p.drawPixmap(
                QPointF(rect.left(), rect.center().y() - size / 2),
                look.icon(icon, look.color(tone, drill=self.drill), size),
            )
        elif column == "words":
            paint.elided(p, look, rect, row.words, "body" if quiet else "name", "tx2" if quiet else "tx1")
        elif column == "unit":
            paint.elided(p, look, rect, row.unit, "caption", "tx2", paint.RIGHT)
        else:
            ink = look.color("red", drill=self.drill) if row.level == "over" else look.color("tx2")
            paint.elided(p, look, rect, row.state, "caption", ink, paint.RIGHT)


class TaskPanel(Panel):
    """Orders as tasks. Enter or a click on one: taken, done, dropped."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Organ", "Tasks"), "", parent)
        self.add = Button(look, translate("Organ", "Task"), key="T", icon="plus", small=True, kind="ghost")
        self.add_to_head(self.add)
        self.model = KeyedRows(_task_key, _task_spoken, self)
        self.painter = TaskPainter(look, self)
        self.view = RowView(look, self.model, self.painter, translate("Organ", "Tasks"))
        self.view.opened.connect(self._on_opened)
        self.view.clicked.connect(self._on_clicked)
        self.empty = Empty(
            look,
            "list-checks",
            translate("Organ", "No task yet"),
            translate("Organ", "T gives one, or write ! and the order"),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        self.body.addWidget(self.pages, 1)

    def show_tasks(self, rows: Sequence[TaskRow], *, drill: bool) -> None:
        """Show the orders."""
        self.painter.drill = drill
        self.model.show(rows)
        done = sum(row.level == "done" for row in rows)
        self.caption.setText(translate("Organ", "done {n} / {all}").format(n=done, all=len(rows)))
        self.pages.setCurrentIndex(0 if rows else 1)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_opened(index.row())

    def _on_opened(self, place: int) -> None:
        found = self.model.row(place)
        if isinstance(found, TaskRow):
            self.picked.emit(found.subject)


def _task_key(row: TaskRow) -> str:
    return row.subject


def _task_spoken(row: TaskRow) -> str:
    return f"{row.words} {row.unit} {row.state}"


class NextBar(QWidget):
    """Up to three prompts; the full stop key does the first."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.title = Label(look, translate("Organ", "Next"), "caption", "2")
        self.buttons = [Button(look, "", key="." if place == 0 else "", small=True) for place in range(3)]
        for place, button in enumerate(self.buttons):
            button.setObjectName(str(place))
            button.clicked.connect(self._on_clicked)
        self.setLayout(row(self.title, *self.buttons, None, margins=(0, 0, 0, 0)))

    def show_steps(self, words: Sequence[str]) -> None:
        """Show prompts."""
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(words))
            if place < len(words):
                button.set_text(words[place])
        self.setVisible(bool(words))

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.picked.emit(int(sender.objectName()))
