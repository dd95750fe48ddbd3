"""A sheet that brings a table in from a file: which column means what, what would come of every row, and then - not before - it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from commandcenter.desk.engine import Done
from commandcenter.desk.jobs import Job
from commandcenter.domain.command import Command
from commandcenter.exchange.mapping import letter_of
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.rows import Column, Columns, TextPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal


@dataclass(frozen=True, slots=True)
class TableWords:
    """What such a sheet says: over itself, in the line of the file, of columns, over the preview and while there is none."""

    title: str
    file: str
    hint: str
    choose: str
    reading: str
    no_column: str
    preview: str
    nothing: str
    layout: str
    cancel: str
    write: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the preview: ``sort`` and its ``word`` are the chip in front; a kind of table adds its own texts."""

    key: str
    sort: str
    word: str

    @property
    def words(self) -> str:
        """What is said of it to who does not see it."""
        told = (getattr(self, one.name) for one in fields(self) if one.name not in ("key", "sort"))
        return " ".join(part for part in told if part)


class PreviewPainter(TextPainter):
    """A chip in the column ``sort``, text in the others. ``sorts`` tells the icon and the tone of a chip."""

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column],
        inks: Mapping[str, tuple[str, str]],
        sorts: Mapping[str, tuple[str, str]],
        *,
        height: int,
    ) -> None:
        super().__init__(look, Columns(look, columns), inks, height=height)
        self._sorts = sorts

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PreviewRow) -> None:
        if column != "sort":
            super().paint_cell(p, rect, column, row)
            return
        look = self.look
        shown = Chip(row.word, *self._sorts[row.sort])
        box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(24))
        paint.chip(p, look, box, shown)


class TableSheet(Sheet):
    """File, columns, preview. ``brought`` tells that something was written.

    A kind of table tells the files it takes, the job that reads them (its ``look_into`` answers ``file``, ``sheet``, ``headings``,
    ``columns`` and what else the kind asks for), how wide and high it is, and gives ``show_preview`` and ``act``.
    """

    brought = Signal()

    FILES: ClassVar[str]
    """As Qt's file dialog takes them."""
    JOBS: ClassVar[tuple[str, str]]
    """What kind of job it is, and the module that does it."""
    SIZE: ClassVar[tuple[int, int]]
    """Width and most height."""
    PREVIEW_HEIGHT: ClassVar[int]
    ACROSS: ClassVar[int]
    """So many columns are chosen side by side."""

    def __init__(
        self,
        context: Context,
        host: QWidget,
        words: TableWords,
        named: Mapping[str, str],
        painter: PreviewPainter,
        others: Sequence[Button] = (),
    ) -> None:
        """``named``: what each field is called; ``others``: buttons left of those every such sheet has."""
        super().__init__(context.look, host, words.title, width=self.SIZE[0])
        self._context = context
        self._desk = context.desk
        self._words = words
        self._file = ""
        self._told: dict[str, Any] = {}
        self._by_hand = False
        self._build_file()
        self._build_columns(named)
        look = context.look
        empty = Empty(look, "file-spreadsheet", words.nothing, words.layout)
        self.list = ListPanel(look, words.preview, painter, empty, titled=True)
        self.list.setMinimumHeight(look.px(self.PREVIEW_HEIGHT))
        self.list.show_rows([])
        self.body.addWidget(self.list, 1)
        self.cancel_button = Button(look, words.cancel, key="Esc", kind="ghost")
        self.write_button = Button(look, words.write, key="Ctrl Enter", kind="primary")
        self.cancel_button.clicked.connect(self.dismiss)
        self.write_button.clicked.connect(self.write)
        for button in (*others, self.cancel_button, self.write_button):
            self.add_button(button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.write)
        self.write_button.setEnabled(False)
        self.closed.connect(self.deleteLater)

    def _build_file(self) -> None:
        self.path = QLineEdit()
        self.path.setAccessibleName(self._words.file)
        self.path.setPlaceholderText(self._words.hint)
        self.path.returnPressed.connect(self.read)
        finder = PathField(self.look, self.path, "open_file", self.FILES)
        finder.chosen.connect(self._on_chosen)
        self.body.addWidget(finder)

    def _build_columns(self, named: Mapping[str, str]) -> None:
        self.columns: dict[str, Choice] = {}
        self._grid_box = QWidget()
        grid = QGridLayout(self._grid_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for place, (name, word) in enumerate(named.items()):
            box = Choice()
            box.setAccessibleName(word)
            box.activated.connect(self._on_column)
            line, at = place // self.ACROSS * 2, place % self.ACROSS
            grid.addWidget(Label(self.look, word, "caption", "2"), line, at)
            grid.addWidget(box, line + 1, at)
            grid.setColumnStretch(at, 1)
            self.columns[name] = box
        self.body.addWidget(self._grid_box)
        self._grid_box.hide()

    def open_sheet(self) -> None:
        """Show it with the keyboard in the path."""
        self.present(self.path)

    def wanted_size(self) -> tuple[int, int]:
        width, most = self.SIZE
        return self.look.px(width), min(self.host.height(), self.look.px(most))

    # -- what a kind of table tells --------------------------------------------------------------------------------

    def wishes(self) -> dict[str, Any]:
        """What the job is told beside the file."""
        return {}

    def parts_of_caption(self, told: Mapping[str, Any]) -> list[str]:
        """What stands beside the title once a file is read."""
        return [told["file"], told["sheet"] if told["sheet"] != told["file"] else ""]

    def show_preview(self, told: dict[str, Any]) -> None:
        """Show what would come of every row, and whether there is something to write."""
        raise NotImplementedError

    def act(self) -> tuple[Command, str] | None:
        """What is to be sent, and what is said once it is saved; None while something is missing that was said."""
        raise NotImplementedError

    # -- reading ---------------------------------------------------------------------------------------------------

    def _on_chosen(self, _path: str) -> None:
        self.read()

    def read(self) -> None:
        """Look into the file, in a child process."""
        self._told = {}
        self._by_hand = False
        self._ask({})

    def _on_column(self, _place: int) -> None:
        chosen = {name: box.currentData() for name, box in self.columns.items()}
        told = {name: at for name, at in chosen.items() if at is not None}
        self._by_hand = True
        self._ask({"sheet": self._told.get("sheet", ""), "columns": told})

    def _ask(self, more: Mapping[str, Any]) -> None:
        self.write_button.setEnabled(False)
        path = self.path.text().strip().strip('"')
        if not path:
            self.say(self._words.choose)
            return
        self.say(self._words.reading)
        self._file = path
        self.job("look_into", {"path": path, **self.wishes(), **more}).done.connect(self._on_read)

    def job(self, name: str, told: Mapping[str, Any]) -> Job:
        """Start a function of the job's module; why it failed is said here."""
        kind, module = self.JOBS
        job = self._desk.start_job(kind, f"{module}:{name}", {**self._desk.child_arguments(), **told})
        job.failed.connect(self._on_failed)
        return job

    def _on_failed(self, trouble: Trouble) -> None:
        self.say(refusal(trouble.code, trouble.facts))

    def _on_read(self, told: dict[str, Any]) -> None:
        self._told = told
        self.caption.setText(" · ".join(part for part in self.parts_of_caption(told) if part))
        self._show_columns(told)
        self.show_preview(told)

    def _show_columns(self, told: Mapping[str, Any]) -> None:
        self._grid_box.show()
        headings, columns = told["headings"], told["columns"]
        for name, box in self.columns.items():
            box.blockSignals(True)
            box.clear()
            box.addItem(self._words.no_column, None)
            for place, heading in enumerate(headings):
                box.addItem(f"{letter_of(place)} {heading}", place)
            box.setCurrentIndex(max(0, box.findData(columns[name])) if name in columns else 0)
            box.blockSignals(False)

    # -- writing ---------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Send what was read, as one act; not twice while the answer is on its way."""
        sent = self.act() if self.write_button.isEnabled() else None
        if sent is None:
            return
        self.write_button.setEnabled(False)
        sending = Sending(self._context, *sent, self)
        sending.done.connect(self._on_written)
        sending.refused.connect(self._on_held)
        sending.failed.connect(self._on_held)

    def _on_held(self, _why: object) -> None:
        self.write_button.setEnabled(True)

    def _on_written(self, _done: Done) -> None:
        self.brought.emit()
