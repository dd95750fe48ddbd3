"""The chain of reports as steps below each other: done with how long it took, the running one with its clock and its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from commandcenter.domain.report_chain import DONE, RUNNING, Link
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.reports.words import join, link_word
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

NODE, LEFT, GAP = 26, 14, 10
_ICONS = {
    "phone": "phone",
    "written": "file-text",
    "update": "refresh-cw",
    "final": "flag-triangle-right",
    "supplement": "heart-pulse",
}


def limit_words(link: Link) -> str:
    """The limit of a step, and from when it counts."""
    if link.name == "supplement":
        return (
            translate("Chain", "until {day}").format(day=when.day(link.until)[5:])
            if link.until is not None
            else translate("Chain", "30 days; fire, traffic 7")
        )
    if not link.limit:
        return ""
    minutes = link.limit
    words = f"{minutes / 60:g}" if minutes >= 120 else f"{minutes:g}"
    pattern = translate("Chain", "limit {n} h") if minutes >= 120 else translate("Chain", "limit {n} min")
    if link.state == RUNNING or link.state == DONE:
        return pattern.format(n=words)
    if link.name == "final":
        return translate("Chain", "{limit} after the stand-down").format(limit=pattern.format(n=words))
    return translate("Chain", "{limit} after the last").format(limit=pattern.format(n=words))


def fact_lines(link: Link, now: int) -> list[str]:
    """What is known of a step, in one or two lines."""
    if link.state == DONE:
        back = translate("Chain", "read back") if link.read_back else ""
        told = translate("Chain", "by phone") if link.name == "phone" else translate("Chain", "delivered")
        receipt = translate("Chain", "receipt {n}").format(n=link.receipt) if link.receipt else ""
        first = join((f"{when.clock_seconds(link.at)} {told}", link.receiver, receipt or back))
        signed = ""
        if link.signer:
            pattern = translate("Chain", "{name} agreed by word of mouth, signature owed")
            signed = (pattern if link.unsigned else translate("Chain", "{name} signed")).format(name=link.signer)
        return [first, signed] if signed else [first]
    if link.state == RUNNING:
        due = translate("Chain", "due {time}").format(time=when.moment(link.due_at, now)) if link.due_at else ""
        return [part for part in (due, _step_words(link)) if part]
    if link.name == "update":
        return [translate("Chain", "counts by itself after each report")]
    if link.name == "final":
        return [translate("Chain", "starts with the stand-down")]
    if link.name == "supplement":
        return [translate("Chain", "when the dead, missing or injured change after the end")]
    return []


def _step_words(link: Link) -> str:
    words = {
        "due": translate("Chain", "not begun"),
        "phoned": translate("Chain", "told by phone, to be written"),
        "drafted": translate("Chain", "laid before the signer"),
        "signed": translate("Chain", "signed, to be delivered"),
    }
    if link.name == "phone":
        return ""
    if link.name == "supplement" and link.step == "due":
        return translate("Chain", "only when the casualties change")
    words_ = words.get(link.step, "")
    if link.unsigned:
        return join((words_, translate("Chain", "signature owed")))
    return words_


class ChainView(QWidget):
    """Paints the steps. ``phone`` and ``text`` are the buttons of the step that runs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._links: tuple[Link, ...] = ()
        self._current: Link | None = None
        self._now = 0
        self._drill = False
        self._act, self._key = "", ""
        self._rows: list[tuple[Link, QRect]] = []
        self.phone = Button(look, translate("Chain", "Told by phone"), key="F4", icon="phone", small=True, parent=self)
        self.text = Button(look, translate("Chain", "Copy the text"), key="F7", icon="copy", small=True, parent=self)
        for button in (self.phone, self.text):
            button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._lay_out)

    @property
    def links(self) -> Sequence[Link]:
        """The steps that are shown."""
        return self._links

    def show_chain(self, links: Sequence[Link], current: Link | None, now: int, *, drill: bool) -> None:
        """Show the steps; ``current`` is the one that is to be done now."""
        same = (tuple(links), current) == (self._links, self._current)
        self._links, self._current, self._now, self._drill = tuple(links), current, now, drill
        if not same:
            self.phone.set_kind("primary" if current is not None and current.name == "phone" else "plain")
            self._lay_out()
            self.setAccessibleName("; ".join(self._spoken(link) for link in links))
        self.update()

    def _spoken(self, link: Link) -> str:
        states = {
            DONE: translate("Chain", "done"),
            RUNNING: translate("Chain", "runs"),
        }
        return join((link_word(link), limit_words(link), states.get(link.state, ""), *fact_lines(link, self._now)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _height(self, link: Link) -> int:
        px = self._look.px
        height = px(28) + px(19) * len(fact_lines(link, self._now)) + px(8)
        if self._running(link):
            height += px(18) if link.due_at is not None else 0
            height += px(40)
        return height

    def _running(self, link: Link) -> bool:
        """Whether this is the step that is to be done now."""
        current = self._current
        return current is not None and (link.name, link.rank) == (current.name, current.rank)

    def _lay_out(self) -> None:
        px = self._look.px
        top, rows = px(8), []
        for link in self._links:
            rect = QRect(px(LEFT), top, max(40, self.width() - 2 * px(LEFT)), self._height(link))
            rows.append((link, rect))
            top += rect.height() + px(4)
        self._rows = rows
        self.setFixedHeight(top + px(6))
        at = next((rect for link, rect in rows if self._running(link)), None)
        for button in (self.phone, self.text):
            button.setVisible(at is not None)
        if at is not None:
            x = at.left() + px(NODE + GAP)
            y = at.bottom() - px(38)
            for button in (self.phone, self.text):
                button.resize(button.sizeHint())
                button.move(x, y)
                x += button.width() + px(8)
        self.update()

    def place_of_current(self) -> QRect:
        """Where the running step lies."""
        return next((rect for link, rect in self._rows if self._running(link)), QRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        for number, (link, rect) in enumerate(self._rows):
            if number + 1 < len(self._rows):
                self._paint_rod(p, link, rect, self._rows[number + 1][1])
            self._paint_link(p, link, rect)

    def _paint_rod(self, p: QPainter, link: Link, rect: QRect, below: QRect) -> None:
        look = self._look
        x = rect.left() + look.px(NODE) / 2
        top = rect.top() + look.px(NODE) + 3
        done = link.state == DONE
        p.fillRect(QRectF(x - 1, top, 2, below.top() - top), look.color("ok" if done else "ln2"))

    def _paint_link(self, p: QPainter, link: Link, rect: QRect) -> None:
        look, px = self._look, self._look.px
        self._paint_node(p, link, QRectF(rect.left(), rect.top() + 1, px(NODE), px(NODE)))
        x = rect.left() + px(NODE + GAP)
        width = rect.right() - x
        ink = {DONE: "ok", RUNNING: "tx1"}.get(link.state, "tx2")
        name = link_word(link)
        big = self._running(link)
        role = "tile" if big else "name"
        head = QRect(x, rect.top(), width, px(26))
        paint.text(p, look, head, name, role, ink)
        right, tone = self._time(link)
        used = look.width(right, "clock" if big else "caption")
        limit = head.adjusted(look.width(name, role) + px(8), px(1), -used - px(6), 0)
        paint.elided(p, look, limit, limit_words(link), "caption", "tx3")
        if right:
            color = look.color(tone, drill=self._drill)
            paint.text(p, look, head, right, "clock" if big else "caption", color, paint.RIGHT)
        y = rect.top() + px(27)
        for line in fact_lines(link, self._now):
            tone = "amb" if link.unsigned and line == fact_lines(link, self._now)[-1] else "tx2"
            paint.elided(p, look, QRect(x, y, width, px(19)), line, "caption", tone)
            y += px(19)
        if big and link.due_at is not None:
            self._paint_bar(p, link, QRectF(x, y + px(6), width, px(6)))

    def _paint_node(self, p: QPainter, link: Link, box: QRectF) -> None:
        look = self._look
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setBrush(look.color("accF") if link.state == RUNNING else look.color("bg2"))
        edge = "ok" if link.state == DONE else "acc" if link.state == RUNNING else "ln3"
        p.setPen(QPen(look.color(edge), 1.5))
        p.drawEllipse(box.adjusted(1, 1, -1, -1))
        size = look.px(14)
        icon = "check" if link.state == DONE else _ICONS.get(link.name, "circle")
        ink = "ok" if link.state == DONE else "onfill" if link.state == RUNNING else "tx3"
        p.drawPixmap(QPointF(box.center().x() - size / 2, box.center().y() - size / 2), look.icon(icon, ink, size))

    def _time(self, link: Link) -> tuple[str, str]:
        if link.state == DONE:
            if link.took is None or link.limit is None:
                return "", "tx3"
            taken = translate("Chain", "took {time}").format(time=when.span(link.took))
            return taken, "red" if link.late else "ok"
        left = link.left(self._now)
        if left is None:
            return "", "tx3"
        tone = "red" if left < 0 else "amb" if (link.used(self._now) or 0) >= 0.8 else "tx1"
        return ("+" if left < 0 else "") + when.span(left), tone

    def _paint_bar(self, p: QPainter, link: Link, box: QRectF) -> None:
        """The track of the limit: how much is used, and the share in figures."""
        look = self._look
        used = link.used(self._now) or 0.0
        words = f"{max(0, round(used * 100))} %"
        width = look.width("100 %", "caption") + look.px(8)
        track = box.adjusted(0, 0, -width, 0)
        paint.rounded(p, track, 3, look.color("pip0"), None)
        tone = "redF" if used >= 1 else "ambF" if used >= 0.8 else "acc"
        part = QRectF(track.left(), track.top(), track.width() * min(1.0, max(0.0, used)), track.height())
        if part.width() >= 1:
            paint.rounded(p, part, 3, look.color(tone, drill=self._drill), None)
        share = QRectF(track.right(), box.top() - look.px(7), width, look.px(20))
        paint.text(p, look, share, words, "caption", "tx2", paint.RIGHT)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(380), self.height())


class ChainPanel(QScrollArea):
    """The chain, scrolled to the running step where the window is low."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.view = ChainView(look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.view)
        self._current = ""

    def show_chain(self, links: Sequence[Link], current: Link | None, now: int, *, drill: bool) -> None:
        """Show the chain."""
        self.view.show_chain(links, current, now, drill=drill)
        key = f"{current.name}{current.rank}{current.step}" if current is not None else ""
        if key != self._current:
            self._current = key
            place = self.view.place_of_current()
            self.ensureVisible(0, place.bottom(), 0, 20)
