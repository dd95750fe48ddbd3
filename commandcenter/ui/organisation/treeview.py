"""The view of the tree."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent

from commandcenter.ui.organisation.painters import NodePainter
from commandcenter.ui.organisation.tree import Node
from commandcenter.ui.parts.rows import RowView


class TreeView(RowView):
    """The tree. A click on the mark folds."""

    folded = Signal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        painter = self.itemDelegate()
        if index.isValid() and isinstance(painter, NodePainter):
            node: Node = index.model().row(index.row())  # type: ignore[attr-defined]
            if node.folds and event.position().x() < painter.mark_end(node):
                self.folded.emit(index.row())
