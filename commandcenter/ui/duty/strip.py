"""The strip of who is on duty: one face a post, the communities together in the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

ICONS = {
    "here": ("check", "ok"),
    "missing": ("triangle-alert", "amb"),
    "left": ("log-out", "tx3"),
    "forced": ("triangle-alert", "amb"),
    "none": ("circle-help", "amb"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody on duty: role, name, what they are, number, how they stand (a key of ``ICONS``) and the word for it.

    ``instead`` names for whom they stand in. ``person`` is empty for the communities together.
    """

    key: str
    role: str
    name: str
    post: str = ""
    phone: str = ""
    state: str = "none"
    state_word: str = ""
    person: str = ""
    instead: str = ""


class TeamStrip(QWidget):
    """The faces side by side; left and right move, Enter opens."""

    opened = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._faces: tuple[Face, ...] = ()
        self.place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleName(name)
        look.changed.connect(self._on_look)

    def sizeHint(self) -> QSize:
        return QSize(800, self._look.px(112))

    @property
    def faces(self) -> Sequence[Face]:
        """Who is shown."""
        return self._faces

    @property
    def chosen(self) -> Face | None:
        """The face with the keyboard's mark."""
        return self._faces[self.place] if 0 <= self.place < len(self._faces) else None

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show who is on duty."""
        self._faces = tuple(faces)
        self.place = max(0, min(self.place, len(faces) - 1))
        told = "; ".join(f"{face.role} {face.name} {face.phone} {face.state_word}" for face in faces)
        self.setAccessibleName(f"{self._name}: {told}")
        self.update()

    def _on_look(self) -> None:
        self.updateGeometry()
        self.update()

    def _cell(self, place: int) -> QRect:
        count = max(1, len(self._faces))
        left = self.width() * place // count
        return QRect(left, 0, self.width() * (place + 1) // count - left, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self.place + (1 if key == Qt.Key.Key_Right else -1))
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.opened.emit(self.place)
        else:
            event.ignore()

    def _go(self, place: int) -> None:
        self.place = max(0, min(place, len(self._faces) - 1))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._go(next((place for place in range(len(self._faces)) if self._cell(place).contains(at)), self.place))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        paint.rounded(p, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, look.color("bg1"), look.color("ln"))
        for place, face in enumerate(self._faces):
            cell = self._cell(place)
            if place:
                p.fillRect(cell.left(), look.px(10), 1, cell.height() - look.px(20), look.color("ln"))
            if self.hasFocus() and place == self.place:
                paint.focus_ring(p, look, QRectF(cell).adjusted(4, 4, -4, -4), 4)
            self._paint_face(p, cell.adjusted(look.px(14), look.px(10), -look.px(10), -look.px(8)), face)

    def _paint_face(self, p: QPainter, rect: QRect, face: Face) -> None:
        look = self._look
        line = rect.height() // 4
        lines = [QRect(rect.left(), rect.top() + place * line, rect.width(), line) for place in range(4)]
        size = look.px(14)
        state = size + look.px(6) + look.width(face.state_word, "caption")
        phone = look.width(face.phone, "caption") + look.px(10) if face.phone else 0
        above = phone + state > rect.width()  # no room beside the number: it stands in the corner
        role = lines[0].adjusted(0, 0, -state - look.px(6) if above else 0, 0)
        paint.elided(p, look, role, face.role, "caption", "tx3")
        paint.elided(p, look, lines[1].adjusted(0, -2, 0, 2), face.name, "panel", "tx1")
        paint.elided(p, look, lines[2], face.instead or face.post, "caption", "amb" if face.instead else "tx2")
        if face.phone:
            paint.elided(p, look, lines[3], face.phone, "caption", "tx2")
        icon, tone = ICONS[face.state]
        here = lines[0] if above else lines[3]
        x = max(here.left(), here.right() - state) if above else here.left() + phone
        p.drawPixmap(QPointF(x, here.center().y() - size / 2), look.icon(icon, tone, size))
        behind = QRect(x + size + look.px(5), here.top(), max(0, here.right() - x - size - look.px(5)), line)
        paint.elided(p, look, behind, face.state_word, "caption", tone)
