"""The board, the post and the facts as they stood at the moment of the replay, each painted in one go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.domain.key_facts import COUNT, KEY_FACTS
from commandcenter.domain.replay import Snapshot
from commandcenter.domain.report_in import ReportIn, overlay
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import FACTS, OVERLAYS, STEPS, icon, word

translate = QCoreApplication.translate
Names = Callable[[str], str]

CELL, CELL_WIDTH, SMALL = 24, 112, 34
_HERE = ("arrived", "signed_in", "tasked", "working", "done", "standing_by")
_ALARMS = ("late", "silent", "lost")


@dataclass(frozen=True, slots=True)
class UnitFace:
    """A department at a moment: ordinal, name, the icon of its state and the state in words; ``level`` is plain (not here),
    here, done, hot (late, silent, lost) or ended.
    """

    ordinal: int
    name: str
    icon: str
    state: str
    level: str


def unit_face(state: ReportIn, name: str, at: int) -> UnitFace:
    """The face of a department at a moment."""
    over = overlay(state, at)
    furthest = state.furthest
    if over in _ALARMS:
        lies = word(OVERLAYS, over)
        words = lies if not furthest else f"{lies} · {word(STEPS, furthest)}"
        return UnitFace(state.ordinal, name, icon(OVERLAYS, over), words, "hot")
    if over:
        return UnitFace(state.ordinal, name, icon(OVERLAYS, over), word(OVERLAYS, over), "ended")
    level = "done" if furthest in ("done", "release_approved", "back") else "here" if furthest in _HERE else "plain"
    return UnitFace(state.ordinal, name, icon(STEPS, furthest), word(STEPS, furthest), level)


class MomentBoard(QWidget):
    """Every department as a cell, in its fixed order. With little room a cell is its ordinal and its icon."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faces: tuple[UnitFace, ...] = ()
        self._drill = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def faces(self) -> Sequence[UnitFace]:
        """The departments as they are shown."""
        return self._faces

    def show_faces(self, faces: Sequence[UnitFace], *, drill: bool) -> None:
        """Show departments."""
        if (tuple(faces), drill) != (self._faces, self._drill):
            self._faces, self._drill = tuple(faces), drill
            self.update()

    def spoken(self) -> str:
        """What a screen reader says."""
        return "; ".join(f"{face.ordinal} {face.name} {face.state}" for face in self._faces)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(140))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p, px = self._look, QPainter(self), self._look.px
        if not self._faces:
            rect = QRect(px(14), 0, self.width() - px(28), self.height())
            paint.elided(p, look, rect, translate("Moment", "nobody is called yet"), "caption", "tx3")
            return
        rows = max(1, (self.height() - px(8)) // px(CELL))
        columns = -(-len(self._faces) // rows)
        width = (self.width() - px(16)) // max(1, columns)
        if width < px(CELL_WIDTH):
            self._paint_small(p)
            return
        for place, face in enumerate(self._faces):
            x = px(8) + place // rows * width
            y = px(4) + place % rows * px(CELL)
            self._paint_cell(p, face, QRect(x, y, width - px(8), px(CELL) - px(3)))

    def _ink(self, face: UnitFace) -> str:
        return {"hot": "red", "done": "ok", "here": "acc", "ended": "tx3"}.get(face.level, "tx2")

    def _paint_cell(self, p: QPainter, face: UnitFace, rect: QRect) -> None:
        look, px = self._look, self._look.px
        ink = look.color(self._ink(face), drill=self._drill)
        if face.level == "hot":
            paint.rounded(p, QRectF(rect), 3, look.color("redS", drill=self._drill), None)
        number = QRect(rect.left() + px(4), rect.top(), px(20), rect.height())
        paint.text(p, look, number, str(face.ordinal), "key", "tx3", paint.RIGHT)
        size = px(14)
        at = QPointF(number.right() + px(6), rect.center().y() - size / 2)
        p.drawPixmap(at, look.icon(face.icon, ink, size))
        left = round(at.x()) + size + px(6)
        state = look.width(face.state, "caption")
        room = rect.right() - left
        if room > state + px(60):
            paint.text(
                p, look, QRect(left, rect.top(), room - px(2), rect.height()), face.state, "caption", ink, paint.RIGHT
            )
            room -= state + px(8)
        name = "tx3" if face.level == "ended" else "tx1"
        paint.elided(p, look, QRect(left, rect.top(), room, rect.height()), face.name, "caption", name)

    def _paint_small(self, p: QPainter) -> None:
        look, px = self._look, self._look.px
        across = max(1, (self.width() - px(16)) // px(SMALL + 26))
        for place, face in enumerate(self._faces):
            x, y = px(8) + place % across * px(SMALL + 26), px(4) + place // across * px(CELL)
            box = QRectF(x, y, px(SMALL + 20), px(CELL - 4))
            ink = look.color(self._ink(face), drill=self._drill)
            hot = face.level == "hot"
            paint.rounded(p, box, 3, look.color("redS", drill=self._drill) if hot else look.color("bg2"), None)
            number = QRectF(box.left(), box.top(), px(24), box.height())
            paint.text(p, look, number, str(face.ordinal), "caption", "tx1", paint.RIGHT)
            size = px(14)
            p.drawPixmap(QPointF(number.right() + px(4), box.center().y() - size / 2), look.icon(face.icon, ink, size))


def facts_line(snapshot: Snapshot) -> str:
    """The key facts that were known at the moment, the counts first; what nobody had told is not in it."""
    found = []
    for kind in sorted(KEY_FACTS, key=lambda kind: kind.sort != COUNT):
        fact = snapshot.whistle.facts.get(kind.code)
        if fact is None or (fact.value is None and not fact.words):
            continue
        told = str(fact.value) if fact.value is not None else fact.words
        found.append(f"{word(FACTS, kind.code)} {told}")
    own = [fact for code, fact in snapshot.whistle.facts.items() if code not in {kind.code for kind in KEY_FACTS}]
    found += [f"{fact.name} {fact.value if fact.value is not None else fact.words}" for fact in own]
    return "　".join(found) or translate("Moment", "nothing known")


def post_line(snapshot: Snapshot) -> str:
    """The command post at the moment: where, who commands, since when; orders given and done."""
    post = snapshot.post
    parts = []
    if not post.known or post.set_up_at is None or post.set_up_at > snapshot.at:
        parts.append(translate("Moment", "no command post yet"))
    else:
        commander = post.commander_words
        told = translate("Moment", "command post since {time}").format(time=when.clock(post.set_up_at))
        parts += [part for part in (told, post.place_words, commander) if part]
    place = snapshot.whistle.place_words
    parts.insert(0, place or translate("Moment", "place to be confirmed"))
    done = sum(order.done_at is not None for order in snapshot.orders)
    if snapshot.orders:
        parts.append(translate("Moment", "orders {n} / {m} done").format(n=done, m=len(snapshot.orders)))
    told_up = sum(report.delivered_at is not None for report in snapshot.reports)
    if told_up:
        parts.append(translate("Moment", "reports {n}").format(n=told_up))
    return " · ".join(parts)
