"""The side bar of the case centre: work views and channels, each with its count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, icon, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ViewRow:
    """An entry: a view (``view``) or a channel (``channel``), or a heading (both empty)."""

    key: str
    words: str
    icon: str = ""
    count: int | None = None
    tone: str = "tx2"
    view: str = ""
    channel: str = ""

    @property
    def heading(self) -> bool:
        """Whether it only names the entries below."""
        return not self.view and not self.channel


def view_words() -> list[tuple[str, str, str, str]]:
    """(view, words, icon, tone) in the order of the side bar."""
    return [
        ("open", translate("Views", "All in hand"), "folder-open", "tx2"),
        ("overdue", translate("Views", "Overdue"), "octagon-alert", "red"),
        ("soon", translate("Views", "Due within the hour"), "triangle-alert", "amb"),
        ("to_judge", translate("Views", "To dispatch"), "inbox", "tx2"),
        ("unsigned", translate("Views", "Not signed for"), "send", "tx2"),
        ("call_back", translate("Views", "To call back"), "phone", "tx2"),
        ("suspended", translate("Views", "Suspended"), "pause", "tx2"),
        ("closed", translate("Views", "Closed"), "circle-check", "tx2"),
        ("history", translate("Views", "History"), "archive", "tx2"),
        ("all", translate("Views", "Everything"), "list", "tx2"),
    ]


class _Painter(RowPainter):
    def is_heading(self, row: object) -> bool:
        return isinstance(row, ViewRow) and row.heading

    def paint_heading(self, p: QPainter, rect: QRect, row: ViewRow) -> None:
        p.fillRect(rect, self.look.color("bg1"))
        paint.text(p, self.look, rect.adjusted(14, 4, 0, 0), row.words, "caption", "tx3")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ViewRow) -> None:
        look = self.look
        if column == "icon":
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(row.icon, row.tone, size))
        elif column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1")
        elif row.count is not None:
            tone = row.tone if row.count and row.tone != "tx2" else "tx3"
            paint.text(p, look, rect, f"{row.count:,}", "caption", tone, paint.RIGHT)


class ViewBar(QFrame):
    """The side bar. ``picked`` emits the view and channel that are wanted."""

    picked = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("panel", "true")
        self._model = KeyedRows(_key, _spoken, self)
        columns = Columns(look, [Column("icon", "", 18), Column("words", "", 80, 1), Column("count", "", 48)])
        self.view = RowView(look, self._model, _Painter(look, columns, self, height=34), translate("Views", "Views"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.addWidget(self.view)
        self._quiet = False
        self.view.moved.connect(self._on_moved)
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_counts(self, counts: Mapping[str, int], channels: Mapping[str, int]) -> None:
        """Show how many cases each entry has."""
        rows = [ViewRow("h1", translate("Views", "Work views"))]
        rows += [
            ViewRow(f"v:{view}", words, icon_, counts.get(view), tone, view=view)
            for view, words, icon_, tone in view_words()
        ]
        rows.append(ViewRow("h2", translate("Views", "How found · in hand")))
        rows += [
            ViewRow(
                f"c:{channel}",
                word(CHANNELS, channel),
                icon(CHANNELS, channel),
                channels.get(channel, 0),
                channel=channel,
            )
            for channel in CHANNELS
        ]
        self._quiet = True
        self._model.show(rows)
        self._quiet = False

    def pick(self, view: str, channel: str = "") -> None:
        """Mark an entry as the one shown, without asking for it."""
        place = self._model.place_of(f"c:{channel}" if channel else f"v:{view}")
        self._quiet = True
        self.view.go(place)
        self._quiet = False

    def _on_moved(self, place: int) -> None:
        row = self._model.row(place)
        if not self._quiet and isinstance(row, ViewRow) and not row.heading:
            self.picked.emit(row.view or "open", row.channel)


def _key(row: ViewRow) -> str:
    return row.key


def _spoken(row: ViewRow) -> str:
    return f"{row.words} {row.count if row.count is not None else ''}"
