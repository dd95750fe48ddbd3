"""What runs, above everything: the incidents that burn, and beside them the joint whistle (联动) that presses most.

While nothing runs there is nothing here, and the board gets the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.event import DRILL
from commandcenter.journal.reading.incidents import WhistleRow
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.screen import Context, Go
from commandcenter.ui.theme.look import Look

if TYPE_CHECKING:
    from commandcenter.domain.joint import Joint

translate = QCoreApplication.translate

STRIP, LOW_STRIP = 62, 50
NARROW = 760
"""A strip narrower than this (pixels at 100 %) says its button in one word."""
CRAMPED = 560
"""One narrower than this has no room for a button."""
TIGHT = 380
"""A joint whistle narrower than this tells no figures: beside an incident its name is enough."""
CROWDED = 1150
"""Where there is no more room than this, the incident takes it from the joint whistle beside it."""


@dataclass(frozen=True, slots=True)
class IncidentFace:
    """A running whistle as the overview shows it."""

    whistle: str
    mode: str
    title: str
    line: str
    elapsed: str
    arrived: int
    units: int
    late: int
    over: str = ""
    """Why nothing burns any more while it is not closed yet: ``false_alarm``, ``stood_down``."""


def over_word(over: str) -> str:
    """The word for an incident whose danger was called over; empty while it burns."""
    words = {"false_alarm": translate("Overview", "False alarm"), "stood_down": translate("Overview", "Stood down")}
    return words.get(over, "")


def _symbol(face: IncidentFace) -> str:
    return "circle-check" if face.over else "megaphone" if face.mode == DRILL else "siren"


class _Strip(QAbstractButton):
    """A bar of two lines with figures at its right; lower in a low window."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        look.changed.connect(self._fit)
        self._fit()

    def fit(self, low: bool) -> None:
        """Take the height of a low window, or of a high one."""
        self._low = low
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(LOW_STRIP if self._low else STRIP))

    def _on_clicked(self) -> None:
        raise NotImplementedError

    def _figures(self, p: QPainter, right: float, figures: Sequence[tuple[str, str, QColor]]) -> float:
        """Figures with their names above them, from the right end; where they begin is told."""
        look, middle = self._look, self.height() / 2
        for title, figure, ink in figures:
            width = max(look.width(figure, "tile"), look.width(title, "caption")) + look.px(18)
            right -= width
            paint.text(p, look, QRectF(right, middle - look.px(22), width, look.px(20)), title, "caption", "tx2")
            paint.text(p, look, QRectF(right, middle - look.px(2), width, look.px(24)), figure, "tile", ink)
        return right

    def _lines(self, p: QPainter, left: float, right: float, title: str, line: str) -> None:
        look, room, middle = self._look, round(right - left), round(self.height() / 2)
        paint.elided(p, look, QRect(round(left), middle - look.px(24), room, look.px(24)), title, "tile", "tx1")
        paint.elided(p, look, QRect(round(left), middle + look.px(1), room, look.px(20)), line, "caption", "tx2")

    def _focus(self, p: QPainter) -> None:
        if self.hasFocus():
            paint.focus_ring(p, self._look, QRectF(self.rect()).adjusted(1, 1, -1, -1), 6)


class IncidentStrip(_Strip):
    """One running whistle, as wide as there is room; a click or Alt+4 enters its command post."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._face: IncidentFace | None = None

    def show_face(self, face: IncidentFace) -> None:
        """Show a whistle."""
        if face != self._face:
            self._face = face
            self.setAccessibleName(
                f"{over_word(face.over)} {face.title} {face.line} {face.arrived} / {face.units}".strip()
            )
            self.setToolTip(f"{face.title}\n{face.line}")
            self.update()

    def _on_clicked(self) -> None:
        if self._face is not None:
            self.picked.emit(self._face.whistle)

    def paintEvent(self, event: QPaintEvent) -> None:
        face, look = self._face, self._look
        if face is None:
            return
        drill = face.mode == DRILL
        p = QPainter(self)
        rect = QRectF(self.rect())
        ground, edge, fill = ("bg1", "ln2", "bg3") if face.over else ("redS", "red", "redF")
        paint.rounded(p, rect, 6, look.color(ground, drill=drill), look.color(edge, drill=drill), 2)
        word = over_word(face.over) or (translate("Overview", "DRILL") if drill else translate("Overview", "REAL"))
        block = QRectF(rect.left() + 1, rect.top() + 1, look.px(86), rect.height() - 2)
        paint.rounded(p, block, 5, look.color(fill, drill=drill), None)
        ink = look.color("tx1") if face.over else look.color("onred", drill=drill)
        size = look.px(20)
        x = block.left() + look.px(12)
        p.drawPixmap(QPointF(x, block.center().y() - size / 2), look.icon(_symbol(face), ink, size))
        paint.text(p, look, block.adjusted(size + look.px(18), 0, 0, 0), word, "tile", ink)
        right = self._facts(p, face, rect, drill)
        self._lines(p, block.right() + look.px(14), right - look.px(12), face.title, face.line)
        self._focus(p)

    def _facts(self, p: QPainter, face: IncidentFace, rect: QRectF, drill: bool) -> float:
        look = self._look
        wide = self.width() >= look.px(NARROW)
        label = translate("Overview", "Enter the command post") if wide else translate("Overview", "Enter")
        right = rect.right() - look.px(8)
        if self.width() >= look.px(CRAMPED):  # the strip is a button itself
            width = look.width(label, "name") + paint.keycaps_width(look, "Alt 4") + look.px(34)
            button = QRectF(rect.right() - width - look.px(14), rect.center().y() - look.px(17), width, look.px(34))
            paint.rounded(p, button, 6, look.color("accF"), None)
            white = look.color("onfill")
            paint.text(p, look, button.adjusted(look.px(12), 0, 0, 0), label, "name", white)
            caps = button.left() + look.px(18) + look.width(label, "name")
            paint.keycaps(p, look, caps, button.center().y(), "Alt 4", white, white)
            right = button.left() - look.px(16)
        figures = (
            (translate("Overview", "late"), str(face.late), "red" if face.late else "tx1"),
            (translate("Overview", "arrived"), f"{face.arrived} / {face.units}", "tx1"),
            (translate("Overview", "elapsed"), face.elapsed, "tx1"),
        )
        told = [(title, figure, look.color(tone, drill=drill)) for title, figure, tone in figures]
        return self._figures(p, right, told)


@dataclass(frozen=True, slots=True)
class JointFace:
    """The joint whistle that presses most. ``left`` is how long its next clock has, or how late it is (``level`` over, or
    late where it is not one of our own); ``more`` is how many others run.
    """

    joint: str
    mode: str
    title: str
    line: str
    stage: str
    done: int
    duties: int
    left: str
    level: str = "plain"
    more: int = 0


class JointStrip(_Strip):
    """A joint whistle in the calm grey of what does not burn; a click leads to it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.face: JointFace | None = None

    def show_face(self, face: JointFace) -> None:
        """Show a joint whistle."""
        if face != self.face:
            self.face = face
            told = (translate("Overview", "JOINT"), face.title, face.line, face.stage, face.left)
            self.setAccessibleName(" ".join(part for part in told if part))
            self.setToolTip(f"{face.title}\n{face.line}")
            self.update()

    def _on_clicked(self) -> None:
        if self.face is not None:
            self.picked.emit(self.face.joint)

    def paintEvent(self, event: QPaintEvent) -> None:
        face, look = self.face, self._look
        if face is None:
            return
        p = QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, look.color("bg1"), look.color("ln2"))
        word = translate("Overview", "JOINT")
        size = look.px(20)
        block = QRectF(
            rect.left() + 1, rect.top() + 1, look.width(word, "tile") + size + look.px(32), rect.height() - 2
        )
        paint.rounded(p, block, 5, look.color("bg3"), None)
        x = block.left() + look.px(12)
        p.drawPixmap(QPointF(x, block.center().y() - size / 2), look.icon("whistle", "tx1", size))
        paint.text(p, look, block.adjusted(size + look.px(18), 0, 0, 0), word, "tile", "tx1")
        tone = {"over": "red", "late": "amb", "warn": "amb"}.get(face.level, "tx1")
        over = face.level in ("over", "late")
        figures = [(translate("Overview", "late") if over else translate("Overview", "left"), face.left, tone)]
        if face.duties:
            figures.append((translate("Overview", "duties done"), f"{face.done} / {face.duties}", "tx1"))
        figures.append((translate("Overview", "stage"), face.stage, "tx1"))
        drill = face.mode == DRILL
        told = [(title, figure, look.color(ink, drill=drill)) for title, figure, ink in figures if figure]
        if self.width() < look.px(TIGHT):
            told = []
        right = self._figures(p, rect.right() - look.px(8), told)
        self._lines(p, block.right() + look.px(14), right - look.px(12), face.title, face.line)
        self._focus(p)


class Strips(QWidget):
    """What runs. ``incidents`` are the strips that burn, ``joint`` the one of a joint whistle."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk = context.desk
        self._running: list[WhistleRow] = []
        self._joints: list[Joint] = []
        self._low = False
        self.incidents: list[IncidentStrip] = []
        self.joint = JointStrip(context.look)
        self.joint.picked.connect(self._to_joint)
        self.joint.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.hide()

    def fit(self, low: bool) -> None:
        """Take the heights of a low window, or of a high one."""
        self._low = low
        for strip in (*self.incidents, self.joint):
            strip.fit(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """One incident has more room than the joint whistle beside it; several stand two in a row."""
        joint = 26 if self.width() < self._context.look.px(CROWDED) else 38
        joint = 50 if len(self._running) > 1 else joint
        self._grid.setColumnStretch(0, 100 - joint)
        self._grid.setColumnStretch(1, joint)

    def _lay(self) -> None:
        """Two in a row; the last of an odd number has the whole line."""
        shown: list[QWidget] = [*self.incidents[: len(self._running)], *([self.joint] if self._joints else [])]
        every: list[QWidget] = [*self.incidents, self.joint]
        for strip in every:
            self._grid.removeWidget(strip)
        for place, strip in enumerate(shown):
            alone = place == len(shown) - 1 and not place % 2
            self._grid.addWidget(strip, place // 2, place % 2, 1, 2 if alone else 1)
        for strip in every:
            strip.setVisible(strip in shown)
        self._share()

    def load_incidents(self, now: int) -> None:
        """Read what burns."""
        burning = [row for row in self._desk.read.incidents.running() if row.state.burning]
        self._running = sorted(burning, key=lambda row: row.state.over_at is not None)  # what is over stands last
        while len(self.incidents) < len(self._running):
            strip = IncidentStrip(self._context.look)
            strip.fit(self._low)
            strip.picked.connect(self._to_post)
            self.incidents.append(strip)
        self._place(now)

    def load_joints(self, now: int) -> None:
        """Read the joint whistles that run."""
        matters = self._desk.read.matters
        self._joints = []
        if matters.open_count("joint"):  # their rules are not for every start
            from commandcenter.domain.joint import Joint

            self._joints = [state for state in matters.running(Joint, "joint") if state.running]
        self._place(now)

    def _place(self, now: int) -> None:
        self._lay()
        self.setVisible(bool(self._running or self._joints))
        self.tick(now)

    def tick(self, now: int) -> None:
        """A second has passed."""
        for row, strip in zip(self._running, self.incidents, strict=False):
            strip.show_face(self._incident_face(row, now))
        if self._joints:
            self.joint.show_face(self._joint_face(now))

    def _incident_face(self, row: WhistleRow, now: int) -> IncidentFace:
        from commandcenter.domain.indicators import arrivals  # only an incident needs its rules, not every start
        from commandcenter.domain.report_in import overlay

        whistle = row.state
        states = self._desk.read.incidents.report_ins(whistle.id)
        arrived = arrivals(states)
        late = sum(overlay(state, now) in ("late", "silent", "lost") for state in states)
        place = self._desk.reference.places.get(whistle.place)
        where = whistle.place_words or (place.name if place else translate("OverviewScreen", "place to be confirmed"))
        post = self._desk.read.incidents.post(whistle.id)
        commander = post.commander_words or (
            self._person(post.commander) if post.commander else translate("OverviewScreen", "no command post yet")
        )
        return IncidentFace(
            whistle.id,
            whistle.mode,
            f"{where} {whistle.title}".strip(),
            f"{whistle.number} · {commander}",
            when.since(now, whistle.blown_at),
            arrived.part,
            arrived.whole,
            late,
            "stood_down" if whistle.stood_down_at else "false_alarm" if whistle.false_alarm_at else "",
        )

    def _joint_face(self, now: int) -> JointFace:
        from commandcenter.domain.joint import deadlines
        from commandcenter.ui.parts.days import office_time, over_by
        from commandcenter.ui.slow_words import JOINT_STAGES, slow_word

        ranked = []
        for place, one in enumerate(self._joints):
            open_ = [line for line in deadlines(one) if line.met_at is None and not line.stopped and not line.reminder]
            next_ = min(open_, key=lambda line: line.due_at, default=None)
            ranked.append((one.mode == DRILL, next_ is None, next_.due_at if next_ else 0, place, next_))
        *_, place, clock = min(ranked, key=lambda told: told[:4])
        state = self._joints[place]
        duties = [line for line in state.duties if line.live]
        lead = state.leads.get("own")
        more = len(self._joints) - 1
        parts = [
            translate("Overview", "DRILL") if state.mode == DRILL else "",
            state.number,
            translate("Overview", "led by {name}").format(name=lead.name) if lead else "",
            translate("Overview", "{n} more running").format(n=more) if more else "",
        ]
        left, level = "", "plain"
        if clock is not None:
            calendar = self._desk.reference.calendar
            if now > clock.due_at:
                left = over_by(calendar, clock.due_at, now) or when.rough(now - clock.due_at)
                duty = state.duty(clock.name.partition(":")[2].partition(".")[0])
                level = "late" if duty is not None and duty.relation != "direct" else "over"
            else:
                working = calendar.working_time_between(now, clock.due_at)
                left = office_time(working) if working else when.rough(clock.due_at - now)
                level = "warn" if now >= clock.warn_at else "plain"
        return JointFace(
            state.id,
            state.mode,
            state.title,
            " · ".join(part for part in parts if part),
            slow_word(JOINT_STAGES, state.stage),
            sum(bool(line.result) for line in duties),
            len(duties),
            left,
            level,
            more,
        )

    def _person(self, person: str) -> str:
        found = self._desk.reference.person(person)
        return found.name if found else person

    def _to_post(self, whistle: str) -> None:
        self._context.services.go.emit(Go("post", {"whistle": whistle}))

    def _to_joint(self, joint: str) -> None:
        self._context.services.go.emit(Go("joint", {"joint": joint}))
