"""The command search (Ctrl+K): one box for cases, people, places, units, plans and commands. A child of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, Line, row
from commandcenter.ui.parts.overlay import Overlay
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.shell.finder import CommandEntry, Found, find
from commandcenter.ui.theme.look import Look

_KINDS = ("case", "person", "place", "unit", "plan", "whistle", "command")


class _Heading:
    def __init__(self, kind: str, words: str, count: int) -> None:
        self.kind, self.words, self.count = kind, words, count


class _Painter(RowPainter):
    def is_heading(self, row: object) -> bool:
        return isinstance(row, _Heading)

    def paint_heading(self, p: QPainter, rect: QRect, row: _Heading) -> None:
        look = self.look
        x = rect.left() + 18
        paint.text(p, look, rect.adjusted(18, 0, 0, 0), row.words, "strong", "tx2")
        count = rect.adjusted(x + look.width(row.words, "strong"), 0, 0, 0)
        paint.text(p, look, count, str(row.count), "caption", "tx3")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Found) -> None:
        look = self.look
        if column == "icon":
            size = look.px(18)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(row.icon, "tx2", size))
        elif column == "title":
            self._title(p, rect, row)
        elif column == "detail":
            paint.elided(p, look, rect, row.detail, "body", "tx2")
        elif column == "hint":
            words, keys = row.hint
            width = paint.keycaps_width(look, keys) if keys else 0
            if keys:
                paint.keycaps(p, look, rect.right() - width, rect.center().y() + 1, keys)
            paint.text(p, look, rect.adjusted(0, 0, -width - 6, 0), words, "caption", "tx2", paint.RIGHT)

    def _title(self, p: QPainter, rect: QRect, found: Found) -> None:
        look = self.look
        paint.elided(p, look, rect, found.title, "name", "tx1")
        for start, length in found.marks:
            before = look.width(found.title[:start], "name")
            part = found.title[start : start + length]
            width = look.width(part, "name")
            if before + width > rect.width():
                continue
            at = QRect(rect.left() + before, rect.top(), width + 2, rect.height())
            paint.text(p, look, at, part, "name", "acc")
            p.fillRect(at.left(), at.center().y() + look.px(11), width, 1, look.color("acc"))


class Palette(Overlay):
    """The search itself. ``chosen`` emits the result that was opened, ``phoned`` one whose number was asked for."""

    chosen = Signal(object)
    phoned = Signal(object)
    whistled = Signal(object)

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        super().__init__(look, host)
        self._desk = desk
        self._commands: Sequence[CommandEntry] = ()
        self._only = ""
        self.field = QLineEdit()
        self.field.setProperty("bare", "true")
        self.field.setFont(look.font("screen"))
        self.field.setPlaceholderText(self.tr("Cases, places, people, plans, commands (pinyin initials work)"))
        self.field.setAccessibleName(self.tr("Search everything"))
        self._count = Label(look, "", "caption", "3")
        self._model = KeyedRows(_key, _spoken, self)
        columns = [
            Column("icon", "", 22),
            Column("title", "", 330, 3),
            Column("detail", "", 320, 3),
            Column("hint", "", 150, 1),
        ]
        self.view = RowView(
            look, self._model, _Painter(look, Columns(look, columns), self, height=38), self.tr("Results")
        )
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Empty(
            look, "search", self.tr("Nothing found"), self.tr("Two characters are enough; pinyin initials work too.")
        )
        self._nothing.hide()
        self._lay_out()
        self.field.textEdited.connect(self._search)
        self.field.installEventFilter(self)
        self.view.opened.connect(self._open)
        self.view.clicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        look = self.look
        icon = Label(look)
        icon.setPixmap(look.icon("search", "tx2", look.px(20)))
        top = QHBoxLayout()
        top.setContentsMargins(18, 12, 14, 12)
        top.setSpacing(12)
        for widget in (icon, self.field, self._count, KeyCaps(look, "Esc")):
            top.addWidget(widget, 1 if widget is self.field else 0)
        foot = QFrame()
        foot.setProperty("bar", "foot")
        parts: list[QWidget | int | None] = []
        for keys, words in (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("Tab", self.tr("one kind only")),
        ):
            parts += [KeyCaps(look, keys), Label(look, words, "caption", "2"), 8]
        parts.append(None)
        for keys, words in (
            (">", self.tr("command")),
            ("@", self.tr("person")),
            ("#", self.tr("case")),
            ("!", self.tr("plan")),
        ):
            parts += [KeyCaps(look, keys), Label(look, words, "caption", "2"), 8]
        foot.setLayout(row(*parts, gap=6, margins=(18, 8, 14, 8)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(Line())
        outer.addWidget(self.view, 1)
        outer.addWidget(self._nothing, 1)
        outer.addWidget(foot)

    def open_with(self, commands: Sequence[CommandEntry], text: str = "") -> None:
        """Show the search, remembering where the keyboard was."""
        self._commands = commands
        self._only = ""
        self.field.setText(text)
        self._search(text)
        self.present(self.field)
        self.field.selectAll()

    def _search(self, text: str) -> None:
        timer = QElapsedTimer()
        timer.start()
        results = find(self._desk, text, self._commands, self._only)
        words = {
            "case": self.tr("Cases · newest first"),
            "person": self.tr("People"),
            "place": self.tr("Places"),
            "unit": self.tr("Units"),
            "plan": self.tr("Plans"),
            "whistle": self.tr("Whistles"),
            "command": self.tr("Commands"),
        }
        shown: list[object] = []
        for kind in _KINDS:
            part = [found for found in results if found.kind == kind]
            if part:
                shown += [_Heading(kind, words[kind], len(part)), *part]
        self._model.show(shown)
        self._count.setText(self.tr("results {n} · {ms} ms").format(n=len(results), ms=timer.elapsed()))
        self._nothing.setVisible(not results)
        self.view.setVisible(bool(results))
        self.view.clearSelection()
        self.view.setCurrentIndex(self._model.index(-1, 0))
        self.view.go(0)
        self.place()

    def _open(self, place: int) -> None:
        found = self._model.row(place)
        if isinstance(found, Found):
            self.dismiss()
            self.chosen.emit(found)

    def _on_clicked(self, index: object) -> None:
        self._open(index.row())  # type: ignore[attr-defined]

    def _next_kind(self) -> None:
        kinds = ["", *_KINDS]
        self._only = kinds[(kinds.index(self._only) + 1) % len(kinds)]
        self._search(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        found = self._model.row(self.view.place) if self.view.place >= 0 else None
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.view.go(self.view.place + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.view.place)
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key == Qt.Key.Key_Tab:
            self._next_kind()
        elif (
            key == Qt.Key.Key_P
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
            and isinstance(found, Found)
            and found.phone
        ):
            self.dismiss()
            self.phoned.emit(found.phone)
        elif (
            key == Qt.Key.Key_9
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and isinstance(found, Found)
        ):
            self.dismiss()
            self.whistled.emit(found)
        else:
            return False
        return True

    def wanted_size(self) -> tuple[int, int]:
        look = self.look
        rows = max(3, self._model.rowCount())
        return look.px(1040), look.px(62) + rows * look.px(38) + look.px(46)


def _key(row: object) -> str:
    if isinstance(row, _Heading):
        return f"heading:{row.kind}"
    found: Found = row  # type: ignore[assignment]
    return f"{found.kind}:{found.title}:{found.detail}"


def _spoken(row: object) -> str:
    return f"{row.words} {row.count}" if isinstance(row, _Heading) else f"{row.title}, {row.detail}"  # type: ignore[attr-defined]
