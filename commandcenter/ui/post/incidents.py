"""Several incidents at once: a strip with each one's number, what it is, and the worst that stands there. F6 goes on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import arrivals
from commandcenter.domain.report_in import ALARM_ORDER, ReportIn, overlay
from commandcenter.domain.whistle import Whistle
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import OVERLAYS, icon, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class IncidentFace:
    """An incident on the strip: id, number, what it is, the worst state with its icon and count; ``level`` over or plain."""

    id: str
    number: str
    title: str
    worst: str
    icon: str
    level: str
    drill: bool
    burning: bool


def incident_face(whistle: Whistle, states: Sequence[ReportIn], now: int) -> IncidentFace:
    """The face of an incident: the worst overlay of its units with how many, else whether it is over or how many are here."""
    overs = [overlay(state, now) for state in states]
    worst = next((over for over in ALARM_ORDER if over in overs), "")
    if worst:
        words, symbol = f"{word(OVERLAYS, worst)} {overs.count(worst)}", icon(OVERLAYS, worst)
    elif whistle.false_alarm_at is not None:
        words, symbol = translate("Incidents", "false alarm"), "circle-x"
    elif whistle.stood_down_at is not None:
        words, symbol = translate("Incidents", "stood down"), "flag-triangle-right"
    else:
        came = arrivals(states)
        words, symbol = translate("Incidents", "here {n} / {m}").format(n=came.part, m=came.whole), "map-pin"
    return IncidentFace(
        whistle.id,
        whistle.number,
        f"{whistle.place_words} {whistle.title}".strip(),
        words,
        symbol,
        "over" if worst else "plain",
        whistle.mode == DRILL,
        whistle.burning,
    )


class IncidentStrip(QWidget):
    """All running incidents side by side; hidden while there is one. ``picked`` emits the id of the one to show."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faces: tuple[IncidentFace, ...] = ()
        self._shown = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(36))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def faces(self) -> Sequence[IncidentFace]:
        """What is shown."""
        return self._faces

    def show_incidents(self, faces: Sequence[IncidentFace], shown: str) -> None:
        """Show the running incidents, with the one whose board is seen."""
        found = tuple(faces)
        if (found, shown) != (self._faces, self._shown):
            self._faces, self._shown = found, shown
            told = (f"{one.number} {one.title} {one.worst}" for one in found)
            self.setAccessibleName(translate("Incidents", "Running incidents") + ": " + "; ".join(told))
            self.update()
        self.setVisible(len(found) > 1)

    def beside(self, by: int) -> str:
        """The id of the incident ``by`` places behind the shown one, round and round; empty when there is one alone."""
        ids = [one.id for one in self._faces]
        if len(ids) < 2 or self._shown not in ids:
            return ""
        return ids[(ids.index(self._shown) + by) % len(ids)]

    def _places(self) -> list[tuple[IncidentFace, QRectF]]:
        look = self._look
        gap, hint = look.px(6), look.px(96)
        width = (self.width() - hint - gap * len(self._faces)) / max(1, len(self._faces))
        width = min(width, float(look.px(520)))
        return [(one, QRectF(place * (width + gap), 0, width, self.height())) for place, one in enumerate(self._faces)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for one, rect in self._places():
            if rect.contains(event.position()):
                self.picked.emit(one.id)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        for one, rect in self._places():
            self._paint(p, one, rect)
        caps = paint.keycap_width(look, "F6")
        x = self.width() - caps - look.width(translate("Incidents", "next"), "caption") - look.px(8)
        behind = paint.keycap(p, look, x, self.height() / 2, "F6")
        hint = QRectF(behind + look.px(6), 0, look.px(80), self.height())
        paint.text(p, look, hint, translate("Incidents", "next"), "caption", "tx2")

    def _paint(self, p: QPainter, one: IncidentFace, rect: QRectF) -> None:
        look = self._look
        here = one.id == self._shown
        over = one.level == "over"
        edge = look.color("acc") if here else look.color("red", drill=one.drill) if over else look.color("ln3")
        ground = look.color("accS") if here else look.color("bg1")
        paint.rounded(p, rect.adjusted(1, 1, -1, -1), 6, ground, edge, 2 if here else 1)
        size = look.px(15)
        x = rect.left() + look.px(10)
        mode = "siren" if one.burning and not one.drill else "megaphone" if one.drill else "whistle"
        p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(mode, "tx2", size))
        x += size + look.px(6)
        ink = look.color("red", drill=one.drill) if over else look.color("tx2")
        wide = look.width(one.worst, "name") + size + look.px(6)
        right = rect.right() - look.px(10)
        room = round(right - wide - look.px(10) - x)
        words = look.elided(f"{one.number[-3:]} {one.title}", "name", room)
        paint.text(p, look, QRectF(x, 0, room + 4, rect.height()), words, "name", "tx1")
        at = right - wide
        p.drawPixmap(QPointF(at, rect.center().y() - size / 2), look.icon(one.icon, ink, size))
        worst = QRectF(at + size + look.px(6), 0, wide, rect.height())
        paint.text(p, look, worst, one.worst, "name", ink)
