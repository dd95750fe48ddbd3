"""Z: the nine channels in figures - today, this week, this month, this year, with their shares and what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.read import Read
from commandcenter.domain.case import CHANNELS
from commandcenter.journal.reading.channels import SPANS, Counted
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import word

TOTAL = ""
SMALL = 10
"""Below so many cases of a span no share is shown."""


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel, or all of them: for each span received, open, whole of the span, received in the span before."""

    channel: str
    figures: tuple[tuple[int, int, int, int], ...]


def rows_of(counted: Mapping[str, Counted]) -> list[ChannelRow]:
    """The nine channels and the whole; a channel this program does not know counts as ``other``."""
    found = []
    for channel in (*CHANNELS, TOTAL):
        figures = []
        for span in SPANS:
            one = counted[span]
            whole = one.received.total()
            figures.append((_of(one.received, channel), _of(one.open, channel), whole, _of(one.before, channel)))
        found.append(ChannelRow(channel, tuple(figures)))
    return found


def _of(counts: Mapping[str, int], channel: str) -> int:
    if channel == TOTAL:
        return sum(counts.values())
    strange = sum(n for key, n in counts.items() if key not in CHANNELS) if channel == "other" else 0
    return counts.get(channel, 0) + strange


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ChannelRow) -> None:
        look = self.look
        if column == "channel":
            words = self.tr("All channels") if row.channel == TOTAL else word(CHANNEL_WORDS, row.channel)
            paint.elided(p, look, rect, words, "strong" if row.channel == TOTAL else "body", "tx1")
            return
        received, still_open, whole, before = row.figures[SPANS.index(column)]
        half = rect.height() // 2
        above = QRect(rect.left(), rect.top() + look.px(2), rect.width(), half - look.px(1))
        below = QRect(rect.left(), rect.top() + half, rect.width(), half - look.px(5))
        share = f" · {received / whole:.0%}" if whole >= SMALL and row.channel != TOTAL else ""
        paint.text(p, look, above, f"{received:,}{share}", "strong", "tx1" if received else "tx3", paint.RIGHT)
        told = self.tr("open {open} · before {before}").format(open=f"{still_open:,}", before=f"{before:,}")
        paint.elided(p, look, below, told, "caption", "tx3", paint.RIGHT)
        if whole and row.channel != TOTAL:
            width = rect.width() * received / whole
            bar = QRectF(rect.left(), rect.bottom() - look.px(3), rect.width(), look.px(2))
            paint.rounded(p, bar, 1, look.color("pip0"), None)
            paint.rounded(p, QRectF(bar.left(), bar.top(), width, bar.height()), 1, look.color("pip2"), None)


def _key(row: ChannelRow) -> str:
    return row.channel


def _spoken(row: ChannelRow) -> str:
    return f"{row.channel} {' '.join(str(figure[0]) for figure in row.figures)}"


class ChannelSheet(Sheet):
    """The table. Enter shows the cases of a channel; R counts anew. ``chosen`` gives the channel, empty for all."""

    chosen = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, host, self.tr("Cases by channel"), width=900)
        look = context.look
        self._desk = context.desk
        self._rows: KeyedRows = KeyedRows(_key, _spoken, self)
        spans = {
            "day": self.tr("Today"),
            "week": self.tr("This week"),
            "month": self.tr("This month"),
            "year": self.tr("This year"),
        }
        columns = Columns(
            look,
            [
                Column("channel", self.tr("Channel"), 130, 1),
                *(Column(span, spans[span], 140, 1, "right") for span in SPANS),
            ],
        )
        self.list = RowList(look, self._rows, _Painter(look, columns, self, height=39), self.title.text())
        self.list.setMinimumHeight(look.px(36 + 39 * 10 + 2))
        self.body.addWidget(self.list, 1)
        self.age = Label(look, self.tr("counting …"), "caption", "3")
        self.body.addWidget(self.age)
        self.list.view.opened.connect(self._on_opened)
        self.say("")

    def open_sheet(self) -> None:
        """Show it and count; the figures come from a worker."""
        self.present(self.list.view)
        self.count()

    def count(self) -> None:
        """Count as of now."""
        now = self._desk.clock.now()

        def work(read: Read) -> tuple[int, dict[str, Counted]]:
            return now, read.channels.counts(now)

        self._desk.ask(work).done.connect(self._on_counted)

    def _on_counted(self, told: tuple[int, dict[str, Counted]]) -> None:
        at, counted = told
        self._rows.show(rows_of(counted))
        self.list.view.go(max(0, self.list.view.place))
        words = self.tr(
            "By the time received, history included; as of {time}. Before: yesterday, last week, month, year."
        )
        self.age.setText(words.format(time=when.clock_seconds(at)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.count()
        else:
            super().keyPressEvent(event)

    def _on_opened(self, place: int) -> None:
        row: ChannelRow | None = self._rows.row(place)
        if row is not None:
            self.dismiss()
            self.chosen.emit(row.channel)
