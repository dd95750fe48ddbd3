"""A list under a head with one act, or what to do while it is empty. Rows tell ``key`` or ``name``, and what is spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.theme.look import Look


class ListPanel(Panel):
    """A list under a head with one act, or what to do while it is empty."""

    def __init__(
        self,
        look: Look,
        title: str,
        painter: RowPainter,
        empty: Empty,
        parent: QWidget | None = None,
        *,
        act: str = "",
        key: str = "",
        titled: bool = False,
    ) -> None:
        super().__init__(look, title, "", parent, head=40)
        if act:
            self.act = Button(look, act, key=key, icon="plus", small=True)
            self.add_to_head(self.act)
        self.model = KeyedRows(_key, _spoken, self)
        self.painter = painter
        painter.setParent(self)
        self.view = RowView(look, self.model, painter, title)
        inner: QWidget = self.view
        if titled:
            inner = RowList(look, self.model, painter, title, view=self.view)
        self.view.installEventFilter(self)
        self.empty = empty
        self.pages = QStackedWidget()
        self.pages.addWidget(inner)
        self.pages.addWidget(empty)
        self.body.addWidget(self.pages, 1)

    @property
    def row(self) -> Any:
        """The selected row; None when there is none."""
        return self.model.row(self.view.place)

    def show_rows(self, rows: Sequence[Any], caption: str = "") -> None:
        """Show rows; the keyboard's row stays where it is."""
        self.model.show(rows)
        self.caption.setText(caption)
        self.pages.setCurrentIndex(0 if rows else 1)
        if rows and self.view.place < 0 and self.view.hasFocus():
            self.view.go(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keyboard comes to the list: a row has it."""
        if event.type() == QEvent.Type.FocusIn and self.view.place < 0:
            self.view.go(0)
        return False


def _key(row: Any) -> str:
    return str(getattr(row, "key", "") or getattr(row, "name", ""))


def _spoken(row: Any) -> str:
    told = (getattr(row, name, "") for name in ("name", "lead", "time", "words", "basis", "whom", "state", "note"))
    return " ".join(part for part in told if part)
