"""The side bar of the case centre: work views and channels with their counts, and the views people saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from commandcenter.domain.case_view import SavedView
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Line
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, icon, word

translate = QCoreApplication.translate


COUNTED_TO = 1000
"""What waits to be looked back at is counted up to so many: nobody reads how many more there are."""


@dataclass(frozen=True, slots=True)
class ViewRow:
    """An entry: a view (``view``), a channel (``channel``), a saved view (``saved``), or a heading (all empty)."""

    key: str
    words: str
    icon: str = ""
    count: int | None = None
    tone: str = "tx2"
    view: str = ""
    channel: str = ""
    saved: str = ""
    cap: str = ""

    @property
    def counted(self) -> str:
        """The count as it is shown; one that stopped counting says that there are more."""
        if self.count is None:
            return ""
        return f"{self.count:,}" + ("+" if self.view == "look_back" and self.count >= COUNTED_TO else "")

    @property
    def heading(self) -> bool:
        """Whether it only names the entries below."""
        return not (self.view or self.channel or self.saved)


def view_words() -> list[tuple[str, str, str, str]]:
    """(view, words, icon, tone) in the order of the side bar."""
    return [
        ("mine", translate("Views", "For me to do"), "user", "tx2"),
        ("open", translate("Views", "All in hand"), "folder-open", "tx2"),
        ("overdue", translate("Views", "Overdue"), "octagon-alert", "red"),
        ("soon", translate("Views", "Due within a day"), "triangle-alert", "amb"),
        ("to_judge", translate("Views", "To dispatch"), "inbox", "tx2"),
        ("unsigned", translate("Views", "Not signed for"), "send", "tx2"),
        ("call_back", translate("Views", "To call back"), "phone", "tx2"),
        ("repeated", translate("Views", "Repeated"), "repeat", "tx2"),
        ("collective", translate("Views", "Collective"), "users-round", "tx2"),
        ("proactive", translate("Views", "Before complaint"), "eye", "tx2"),
        ("escalated", translate("Views", "Before a leader"), "arrow-up", "amb"),
        ("suspended", translate("Views", "Suspended"), "pause", "tx2"),
        ("look_back", translate("Views", "To look back"), "history", "tx2"),
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
            caps = paint.keycaps_width(look, row.cap) if row.cap else 0  # wider than a count: the name makes room
            room = rect.adjusted(0, 0, -max(0, caps - look.px(48)), 0)
            paint.elided(p, look, room, row.words, "body", "tx1")
        elif row.cap:
            paint.keycaps(p, look, rect.right() - paint.keycaps_width(look, row.cap), rect.center().y() + 1, row.cap)
        elif row.count is not None:
            tone = row.tone if row.count and row.tone != "tx2" else "tx3"
            paint.text(p, look, rect, row.counted, "caption", tone, paint.RIGHT)


class ViewBar(QFrame):
    """The side bar. ``picked`` emits the view and channel that are wanted, ``saved_picked`` the id of a saved view;
    ``save_wanted`` that what is shown is to be saved under a name."""

    picked = Signal(str, str)
    saved_picked = Signal(str)
    save_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("panel", "true")
        self._model = KeyedRows(_key, _spoken, self)
        columns = Columns(look, [Column("icon", "", 18), Column("words", "", 80, 1), Column("count", "", 48)])
        self.view = RowView(look, self._model, _Painter(look, columns, self, height=31), translate("Views", "Views"))
        self.save = Button(
            look, translate("Views", "Save as a view"), icon="plus", key="Ctrl S", kind="ghost", small=True
        )
        self.save.clicked.connect(self.save_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self.view, 1)
        layout.addWidget(Line())
        layout.addWidget(self.save)
        self._quiet = False
        self.view.moved.connect(self._on_moved)
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_counts(
        self, counts: Mapping[str, int], channels: Mapping[str, int], saved: Sequence[SavedView] = ()
    ) -> None:
        """Show how many cases each entry has; a view that is not counted shows none."""
        rows = [ViewRow("h1", translate("Views", "Work views"))]
        rows += [
            ViewRow(f"v:{view}", words, icon_, counts.get(view), tone, view=view)
            for view, words, icon_, tone in view_words()
        ]
        if saved:
            rows.append(ViewRow("h3", translate("Views", "Saved views")))
            rows += [
                ViewRow(
                    f"s:{view.id}",
                    view.name,
                    "pin" if view.owner else "building",
                    saved=view.id,
                    cap=f"Ctrl {place}" if place < 10 else "",
                )
                for place, view in enumerate(saved, start=1)
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

    def pick(self, view: str, channel: str = "", saved: str = "") -> None:
        """Mark an entry as the one shown, without asking for it."""
        key = f"s:{saved}" if saved else f"c:{channel}" if channel and view == "open" else f"v:{view}"
        place = self._model.place_of(key)
        self._quiet = True
        if place >= 0:
            self.view.go(place)
        else:
            self.view.clearSelection()
        self._quiet = False

    def open_menu(self, host: QWidget) -> None:
        """The entries as a menu over ``host``."""
        menu = menu_in(host)
        for place in range(self._model.rowCount()):
            row = self._model.row(place)
            if row.heading:
                menu.addSeparator()
                continue
            count = f"\t{row.counted}" if row.counted else f"\t{row.cap.replace(' ', '+')}" if row.cap else ""
            menu.addAction(row.words.replace("&", "&&") + count).setData(place)
        menu.triggered.connect(self._on_menu)
        menu.setActiveAction(next(action for action in menu.actions() if not action.isSeparator()))
        menu.popup(host.mapToGlobal(QPoint(self._look.px(12), self._look.px(12))))

    def _on_menu(self, action: QAction) -> None:
        self.view.go(int(action.data()))
        self._on_moved(int(action.data()))

    def _on_moved(self, place: int) -> None:
        row = self._model.row(place)
        if self._quiet or not isinstance(row, ViewRow) or row.heading:
            return
        if row.saved:
            self.saved_picked.emit(row.saved)
        else:
            self.picked.emit(row.view or "open", row.channel)


def _key(row: ViewRow) -> str:
    return row.key


def _spoken(row: ViewRow) -> str:
    return f"{row.words} {row.counted or row.cap}"
