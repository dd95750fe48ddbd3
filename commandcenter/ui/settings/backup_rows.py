"""The rows of the list of backups: how one is painted and what a screen reader says of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.settings import data_model as model
from commandcenter.ui.settings.data_model import BackupRow
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class BackupPainter(RowPainter):
    """When it was made, how it came to be, its size, its name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("made", translate("Data", "Made"), 176),
                Column("kind", translate("Data", "How"), 90),
                Column("size", translate("Data", "Size"), 70, align="right"),
                Column("name", translate("Data", "File"), 120, 1, drop=1),
            ],
        )
        super().__init__(look, columns, parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: BackupRow) -> None:
        look = self.look
        if column == "made":
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon("archive", "tx3", size))
            words = f"{when.day(row.made_at)} {when.clock(row.made_at)}"
            paint.text(p, look, rect.adjusted(size + look.px(8), 0, 0, 0), words, "body", "tx1")
        elif column == "kind":
            paint.elided(p, look, rect, model.kind_word(row.kind), "body", "tx2")
        elif column == "size":
            paint.text(p, look, rect, model.size_words(row.size), "body", "tx2", paint.RIGHT)
        else:
            paint.elided(p, look, rect, row.path.name, "caption", "tx3")


def backup_key(entry: BackupRow) -> str:
    """What makes it one row."""
    return str(entry.path)


def spoken_backup(entry: BackupRow) -> str:
    """For a screen reader."""
    made = f"{when.day(entry.made_at)} {when.clock(entry.made_at)}"
    return f"{made}, {model.kind_word(entry.kind)}, {model.size_words(entry.size)}"
