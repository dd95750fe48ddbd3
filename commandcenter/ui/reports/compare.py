"""Ctrl+D: the report being written beside what was reported before, item by item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from commandcenter.domain.sitrep_items import Item, changed_spans
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.reports.words import item_word
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

PAD = 10


class _Table(QWidget):
    """Name, before, now; what is gone is struck through, what is new is blue."""

    def __init__(self, look: Look, items: Sequence[Item]) -> None:
        super().__init__()
        self._look = look
        self._items = tuple(items)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            "; ".join(f"{item_word(item.name)}: {item.before} → {item.text or item.before}" for item in items)
        )

    def _widths(self, width: int) -> tuple[int, int]:
        name = self._look.px(112)
        return name, (width - name - 4 * PAD) // 2

    def _layout(self, text: str, width: int, old: str | None) -> QTextLayout:
        look = self._look
        layout = QTextLayout(text, look.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if old is not None:
            spans = []
            for start, end in changed_spans(old, text):
                span = QTextLayout.FormatRange()
                span.start, span.length = start, end - start
                span.format.setForeground(look.color("acc"))
                span.format.setFontWeight(600)
                spans.append(span)
            layout.setFormats(spans)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, y))
            y += look.line("body")
        layout.endLayout()
        return layout

    def _height(self, item: Item, width: int) -> int:
        _, half = self._widths(width)
        lines = max(self._layout(text, half, None).lineCount() for text in (item.before or "—", item.text or "—"))
        return lines * self._look.line("body") + 2 * PAD

    def fit(self, width: int) -> None:
        """Take the height all rows need at a width."""
        self.setFixedHeight(self._look.px(32) + sum(self._height(item, width) for item in self._items))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(860), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        name, half = self._widths(self.width())
        head = look.px(32)
        before, now = QRect(name + 2 * PAD, 0, half, head), QRect(name + half + 3 * PAD, 0, half, head)
        paint.text(p, look, before, translate("Compare", "As reported"), "caption", "tx3")
        paint.text(p, look, now, translate("Compare", "In this report"), "caption", "tx3")
        top = head
        for item in self._items:
            height = self._height(item, self.width())
            p.fillRect(0, top, self.width(), 1, look.color("ln"))
            paint.elided(p, look, QRect(PAD, top + PAD, name, look.line("body")), item_word(item.name), "body", "tx2")
            old = self._layout(item.before or "—", half, None)
            font = QFont(look.font("body"))
            if item.changed:
                font.setStrikeOut(True)
                old.setFont(font)
            p.setPen(look.color("tx3" if item.changed or not item.before else "tx2"))
            self._draw(p, old, QPointF(before.left(), top + PAD))
            silent = not item.text
            text = item.text or (translate("Compare", "not repeated") if item.before else "—")
            fresh = self._layout(text, half, item.before if item.changed else None)
            p.setPen(look.color("tx3" if silent else "tx1"))
            self._draw(p, fresh, QPointF(now.left(), top + PAD))
            top += height

    @staticmethod
    def _draw(p: QPainter, layout: QTextLayout, at: QPointF) -> None:
        layout.draw(p, at)


class CompareSheet(Sheet):
    """Esc or Enter goes back."""

    def __init__(self, look: Look, host: QWidget, items: Sequence[Item], caption: str) -> None:
        super().__init__(look, host, translate("Compare", "Item by item"), width=980)
        self.caption.setText(caption)
        self.table = _Table(look, items)
        self.table.fit(look.px(980) - 48)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.table)
        scroll.setMinimumHeight(min(self.table.height() + 4, look.px(520)))
        self.body.addWidget(scroll, 1)
        back = Button(look, translate("Compare", "Back"), key="Esc", kind="primary")
        back.clicked.connect(self.dismiss)
        self.add_button(back)
        self._way_back = back

    def open_sheet(self) -> None:
        """Show it with the keyboard on the way back."""
        self.present(self._way_back)
