"""Saved views: what is shown, kept under a name for oneself or for the office; renamed, put in order, retired."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case_view import MOST_LETTERS, SavedView
from commandcenter.domain.record import AmendRecord, ListRecord, RetireRecord
from commandcenter.ui.cases.filters import Shown
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending

NEW = "new"


class SavedViews(QObject):
    """Asks for a name and writes the record. ``saved`` gives the id of the view that is shown now."""

    saved = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._view = SavedView("", "")

    def ask(self, shown: Shown, columns: tuple[str, ...], standing: str) -> None:
        """Ask under which name; a view that stands can be brought up to date."""
        desk = self._context.desk
        views = {view.id: view for view in desk.reference.case_views(desk.who().actor)}
        known = views.get(standing)
        self._view = SavedView("", "", view=shown.view, order=shown.order, filters=shown.filters, columns=columns)
        self._ranks = {view.id: view.rank for view in views.values()}
        into = [(NEW, self.tr("a new view")), *((key, view.name) for key, view in views.items())]
        fields = [
            Field("into", self.tr("Save as"), "choice", known.id if known else NEW, into, wide=True),
            Field("name", self.tr("Name"), hint=self.tr("at most {n} characters").format(n=MOST_LETTERS),
                  value=known.name if known else ""),
            Field("shared", self.tr("Who sees it"), "choice", "office" if known and not known.owner else "me",
                  [("me", self.tr("only me")), ("office", self.tr("the whole office"))]),
        ]  # fmt: skip
        look = self._context.look
        self._sheet = FormSheet(look, self._host, self.tr("Save as a view"), fields, send=self.tr("Save"), width=520,
                                now=desk.clock.now)  # fmt: skip
        self._sheet.say_below(
            self.tr("Filters, order and columns are saved; spans such as “this week” move with the day.")
        )
        self._sheet.begin_at("name")
        self._sheet.submitted.connect(self._on_submitted)
        self._sheet.open_sheet()

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        desk = self._context.desk
        into, name = str(values["into"]), str(values["name"]).strip()
        owner = "" if values["shared"] == "office" else desk.who().actor
        fresh = into == NEW
        self._key = desk.new_id() if fresh else into
        rank = max(self._ranks.values(), default=0) + 1 if fresh else self._ranks.get(into, 0)
        fields = {**self._view.fields, "name": name, "owner": owner, "rank": rank}
        subject = f"case_view/{self._key}"
        command = ListRecord(subject=subject, fields=fields) if fresh else AmendRecord(subject=subject, fields=fields)
        Sending(self._context, command, self.tr("View saved: {name}").format(name=name), self._sheet).done.connect(
            self._on_done
        )

    def _on_done(self, _done: object) -> None:
        self.saved.emit(self._key)


@dataclass(frozen=True, slots=True)
class _Line:
    view: SavedView
    whose: str


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: _Line) -> None:
        look = self.look
        if column == "icon":
            size = look.px(16)
            icon = look.icon("pin" if row.view.owner else "building", "tx2", size)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), icon)
        elif column == "name":
            paint.elided(p, look, rect, row.view.name, "name", "tx1")
        else:
            paint.elided(p, look, rect, row.whose, "caption", "tx3")


class _Lines(RowView):
    shifted = Signal(int)
    renamed = Signal()
    retired = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_N:
            self.renamed.emit()
        elif key == Qt.Key.Key_Delete:
            self.retired.emit()
        else:
            super().keyPressEvent(event)


class ManageSheet(Sheet):
    """Shift+W: the saved views in their order; N renames, Delete retires, Ctrl with the arrows moves."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, host, "", width=520)
        self.title.setText(self.tr("Saved views"))
        self._context = context
        look = context.look
        self._model = KeyedRows(_key, _spoken, self)
        columns = Columns(look, [Column("icon", "", 18), Column("name", "", 160, 1), Column("whose", "", 120)])
        self.lines = _Lines(look, self._model, _Painter(look, columns, self, height=33), self.tr("Saved views"))
        self.lines.setMinimumHeight(look.px(33 * 8))
        self.body.addWidget(Label(look, self.tr("N: rename · Ctrl ↑↓: move · Del: retire"), "caption", "3"))
        self.body.addWidget(self.lines, 1)
        done = Button(look, self.tr("Done"), key="Esc", kind="primary")
        done.clicked.connect(self.dismiss)
        self.add_button(done)
        self.lines.shifted.connect(self._shift)
        self.lines.renamed.connect(self._rename)
        self.lines.retired.connect(self._retire)
        self.lines.opened.connect(self._rename)
        self.closed.connect(self.deleteLater)
        context.desk.changed.connect(self._on_changed)
        self._show()

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.lines)
        self.lines.go(0)

    def _on_changed(self, _changes: object) -> None:
        self._show()

    def _show(self) -> None:
        desk = self._context.desk
        mine, office = self.tr("only me"), self.tr("the whole office")
        views = desk.reference.case_views(desk.who().actor)
        self._model.show([_Line(view, mine if view.owner else office) for view in views])
        self.caption.setText("" if views else self.tr("none saved yet: Ctrl+S in the list"))

    def _current(self) -> SavedView | None:
        line = self._model.row(self.lines.place)
        return line.view if isinstance(line, _Line) else None

    def _shift(self, by: int) -> None:
        rows, at = list(self._model.rows), self.lines.place
        if not (0 <= at < len(rows) and 0 <= at + by < len(rows)):
            return
        rows.insert(at + by, rows.pop(at))
        for rank, line in enumerate(rows, start=1):
            if line.view.rank != rank:
                command = AmendRecord(subject=f"case_view/{line.view.id}", fields={"rank": rank})
                Sending(self._context, command)

    def _rename(self, _place: int = -1) -> None:
        view = self._current()
        if view is None:
            return
        look, now = self._context.look, self._context.desk.clock.now
        field = Field("name", self.tr("Name"), value=view.name, required=True, wide=True)
        self._form = FormSheet(look, self.host, self.tr("Rename"), [field], send=self.tr("Save"), width=420, now=now)
        self._renaming = view.id
        self._form.submitted.connect(self._on_renamed)
        self._form.open_sheet()

    def _on_renamed(self, values: Mapping[str, Any]) -> None:
        command = AmendRecord(subject=f"case_view/{self._renaming}", fields={"name": str(values["name"]).strip()})
        Sending(self._context, command, "", self._form)

    def _retire(self) -> None:
        view = self._current()
        if view is not None:
            said = self.tr("View retired: {name}").format(name=view.name)
            Sending(self._context, RetireRecord(subject=f"case_view/{view.id}"), said)


def _key(line: _Line) -> str:
    return line.view.id


def _spoken(line: _Line) -> str:
    return f"{line.view.name} {line.whose}"
