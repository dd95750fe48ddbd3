"""The parts of the calm wallboard: head, counts, what presses first, intake, rates, last whistles, duty, sign-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.rates import Rate
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import CENTER, RIGHT
from commandcenter.ui.wallboard.ink import Ink, Pane, Panel

translate = QCoreApplication.translate

HOURS = 24


@dataclass(frozen=True, slots=True)
class HeadFace:
    """The head: whose wall it is, how it stands (with an icon and its tone), and the time. ``stale`` says since when."""

    office: str
    status: str
    icon: str
    tone: str
    date: str
    clock: str
    stale: str = ""


class Head(Pane):
    """Office and state at the left, date and clock at the right."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self._face: HeadFace | None = None

    def show_face(self, face: HeadFace) -> None:
        """Show the state and the time."""
        if face != self._face:
            self._face = face
            self.say(" · ".join(part for part in (face.office, face.status, face.stale, face.date, face.clock) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        face, ink = self._face, self.ink
        if face is None:
            return
        p = QPainter(self)
        rect = QRectF(self.rect())
        clock = ink.width("00:00:00", "figure") + 2
        ink.text(p, rect, face.clock, "figure", "tx1", RIGHT)
        right = rect.right() - clock - ink.px(30)
        date = ink.text(
            p, QRectF(rect.left(), rect.top(), right - rect.left(), rect.height()), face.date, "text", "tx2", RIGHT
        )
        right -= date + ink.px(24)
        if face.stale:
            right = self._paint_stale(p, face.stale, right)
        x = rect.left() + ink.text(p, rect, face.office, "title", "tx1") + ink.px(28)
        if face.status and x < right:
            x += ink.icon(p, x, rect.center().y(), face.icon, face.tone, 30) + ink.px(10)
            ink.text(p, QRectF(x, rect.top(), right - x, rect.height()), face.status, "text", "tx2")

    def _paint_stale(self, p: QPainter, words: str, right: float) -> float:
        """What is shown is old: the words in a dashed edge."""
        ink = self.ink
        width = ink.width(words, "small") + ink.px(28)
        box = QRectF(right - width, self.height() / 2 - ink.px(22), width, ink.px(44))
        ink.dashed(p, box)
        ink.text(p, box, words, "small", "tx2", CENTER)
        return box.left() - ink.px(20)


@dataclass(frozen=True, slots=True)
class CountFace:
    """A count: its name, the figure, a word behind it. ``level``: plain, over (red ground), warn (amber words)."""

    name: str
    icon: str
    figure: str
    note: str = ""
    level: str = "plain"


class Count(Pane):
    """A figure to be read from the far end of the room. ``compact`` puts the note aside."""

    def __init__(self, ink: Ink, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(ink, parent)
        self._face: CountFace | None = None
        self._compact = compact

    def show_face(self, face: CountFace) -> None:
        """Show a count."""
        if face != self._face:
            self._face = face
            self.say(f"{face.name} {face.figure}. {face.note}")

    def paintEvent(self, event: QPaintEvent) -> None:
        face, ink = self._face, self.ink
        if face is None:
            return
        p = QPainter(self)
        rect = QRectF(self.rect())
        over = face.level == "over"
        paint.rounded(p, rect, ink.px(8), ink.color("redS" if over else "bg1"), ink.color("red" if over else "ln"))
        tone = {"over": "red", "warn": "amb"}.get(face.level, "tx2")
        edge = ink.px(18 if self._compact else 24)
        top = QRectF(edge, ink.px(10), rect.width() - 2 * edge, ink.px(44))
        x = edge + ink.icon(p, edge, top.center().y(), face.icon, tone, 26) + ink.px(10)
        ink.text(
            p,
            QRectF(x, top.top(), top.right() - x, top.height()),
            face.name,
            "small" if self._compact else "text",
            tone,
        )
        role = "figure" if self._compact else "count"
        low = QRectF(edge, ink.px(52), rect.width() - 2 * edge, rect.height() - ink.px(60))
        width = ink.text(p, low, face.figure, role, "tx1")
        if not self._compact:
            note = QRectF(
                low.left() + width + ink.px(16), low.bottom() - ink.px(50), low.width() - width - ink.px(16), ink.px(40)
            )
            ink.text(p, note, face.note, "small", "tx1" if over else "tx2")


@dataclass(frozen=True, slots=True)
class DueFace:
    """An open case: when its limit runs out (``over`` is past it), where and what kind, the units."""

    when: str
    what: str
    units: str
    over: bool = False


class DueList(Panel):
    """What presses first. Places and categories only: no citizen's words on a wall."""

    ROW = 78

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._rows: tuple[DueFace, ...] = ()
        self._total = 0
        self._foot = ""

    def room(self) -> int:
        """How many rows there is room for."""
        return max(1, int((self.height() - self.ink.px(self.HEAD + 60)) // max(1, self.ink.px(self.ROW))))

    def show_rows(self, rows: Sequence[DueFace], total: int, foot: str) -> None:
        """Show cases; ``total`` is how many are open, ``foot`` a line below."""
        if (tuple(rows), total, foot) != (self._rows, self._total, self._foot):
            self._rows, self._total, self._foot = tuple(rows), total, foot
            spoken = "; ".join(f"{row.when} {row.what} {row.units}" for row in rows)
            self.say(f"{self.title}. {spoken}. {foot}")

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        shown = self._rows[: self.room()]
        self.aside = (
            translate("Wallboard", "first {n} of {all}").format(n=len(shown), all=self._total) if self._rows else ""
        )
        rect = self.ground(p)
        if not shown:
            self.nothing(p, rect, translate("Wallboard", "No open case"))
            return
        first = max(ink.width("00:00", "text"), *(ink.width(row.when, "text") for row in shown)) + ink.px(26)
        foot = QRectF(rect.left(), self.height() - ink.px(60), rect.width(), ink.px(60))
        height = (foot.top() - rect.top()) / self.room()
        for place, row in enumerate(shown):
            self._paint_row(p, row, QRectF(rect.left(), rect.top() + place * height, rect.width(), height), first)
        ink.hairline(p, 1, foot.top(), self.width() - 1)
        ink.text(p, foot, self._foot, "small", "tx2")

    def _paint_row(self, p: QPainter, row: DueFace, line: QRectF, first: float) -> None:
        ink = self.ink
        x = line.left()
        ink.text(p, QRectF(x, line.top(), first, line.height()), row.when, "text", "red" if row.over else "tx2")
        x += first
        if row.over:
            x += ink.icon(p, x, line.center().y(), "octagon-alert", "red", 28) + ink.px(10)
        least = min(ink.width(row.units, "small"), line.width() * 0.24)
        what = QRectF(x, line.top(), line.right() - x - least - ink.px(18), line.height())
        x += ink.text(p, what, row.what, "strong", "tx1") + ink.px(18)
        ink.text(p, QRectF(x, line.top(), line.right() - x, line.height()), row.units, "small", "tx2", RIGHT)
        ink.hairline(p, 1, line.bottom(), self.width() - 1)


class Intake(Panel):
    """Today's registrations by the hour: the running one lighter, those to come thin lines, the highest with its count."""

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._hours: tuple[int, ...] = ()
        self._hour = 0

    def show_hours(self, hours: Sequence[int], hour: int, aside: str) -> None:
        """Show how many came in each hour of the day; ``hour`` is the running one."""
        if (tuple(hours), hour, aside) != (self._hours, self._hour, self.aside):
            self._hours, self._hour, self.aside = tuple(hours), hour, aside
            spoken = ", ".join(f"{at}: {count}" for at, count in enumerate(hours) if count)
            self.say(f"{self.title}. {aside}. {spoken}")

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        most = max(self._hours, default=0)
        box = rect.adjusted(0, ink.px(44), 0, -ink.px(46))
        width = box.width() / HOURS
        for hour in range(HOURS):
            count = self._hours[hour] if hour < len(self._hours) else 0
            left = box.left() + hour * width + ink.px(3)
            if count:
                height = box.height() * count / most
                bar = QRectF(left, box.bottom() - height, width - ink.px(6), height)
                paint.rounded(p, bar, ink.px(3), ink.color("pip3" if hour == self._hour else "pip2"), None)
                if count == most and count not in self._hours[:hour]:
                    above = QRectF(bar.center().x() - ink.px(50), bar.top() - ink.px(38), ink.px(100), ink.px(36))
                    ink.text(p, above, str(count), "small", "tx2", CENTER)
            else:
                token = "ln2" if hour > self._hour else "pip1"
                p.fillRect(QRectF(left, box.bottom() - ink.px(2), width - ink.px(6), ink.px(2)), ink.color(token))
            if hour % 6 == 0:
                label = QRectF(left, box.bottom() + ink.px(4), 4 * width, ink.px(40))
                ink.text(p, label, str(hour), "small", "tx2")


@dataclass(frozen=True, slots=True)
class RateFace:
    """A rate: its name with numerator and denominator."""

    name: str
    rate: Rate

    @property
    def figure(self) -> str:
        """The percentage, or the counts while there are too few cases for one; a dash when nothing is due."""
        rate = self.rate
        if rate.percent is None:
            return "—"
        return f"{rate.good} / {rate.of}" if rate.small else f"{rate.percent:.1f}"


class Rates(Panel):
    """The three rates with what they are made of."""

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._faces: tuple[RateFace, ...] = ()

    def show_rates(self, faces: Sequence[RateFace], aside: str) -> None:
        """Show rates."""
        if (tuple(faces), aside) != (self._faces, self.aside):
            self._faces, self.aside = tuple(faces), aside
            spoken = "; ".join(f"{face.name} {self._spoken(face)}" for face in faces)
            self.say(f"{self.title}, {aside}. {spoken}. {self._formula()}")

    @staticmethod
    def _spoken(face: RateFace) -> str:
        counts = f"{face.rate.good} / {face.rate.of}"
        return counts if face.rate.small or face.rate.percent is None else f"{face.figure} %, {counts}"

    @staticmethod
    def _formula() -> str:
        return translate("Wallboard", "open and overdue counts as a failure")

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        foot = ink.px(46)
        height = (rect.height() - foot) / max(1, len(self._faces))
        for place, face in enumerate(self._faces):
            line = QRectF(rect.left(), rect.top() + place * height, rect.width(), height)
            self._paint_rate(p, face, line)
            ink.hairline(p, 1, line.bottom(), self.width() - 1)
        ink.text(p, QRectF(rect.left(), rect.bottom() - foot, rect.width(), foot), self._formula(), "small", "tx2")

    def _paint_rate(self, p: QPainter, face: RateFace, line: QRectF) -> None:
        ink, rate = self.ink, face.rate
        x = line.left() + ink.text(p, line, face.name, "text", "tx2") + ink.px(20)
        if rate.percent is None:
            ink.text(p, line, translate("Wallboard", "nothing due yet"), "small", "tx2", RIGHT)
        elif rate.small:
            width = ink.text(p, line, face.figure, "title", "tx1", RIGHT)
            room = QRectF(x, line.top(), line.right() - width - ink.px(20) - x, line.height())
            ink.text(p, room, translate("Wallboard", "too few for a rate"), "small", "tx3")
        else:
            sign = ink.width("%", "small") + ink.px(6)
            ink.text(p, line.adjusted(0, ink.px(8), 0, 0), "%", "small", "tx2", RIGHT)
            ink.text(p, line.adjusted(0, 0, -sign, 0), face.figure, "rate", "tx1", RIGHT)
            ink.text(p, QRectF(x, line.top(), ink.px(220), line.height()), f"{rate.good} / {rate.of}", "small", "tx2")


@dataclass(frozen=True, slots=True)
class WhistleFace:
    """A past whistle: when, real or drill, what and where, who came of how many."""

    when: str
    drill: bool
    what: str
    came: str


class Whistles(Panel):
    """The last whistles; a drill carries its word."""

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._faces: tuple[WhistleFace, ...] = ()
        self.aside = translate("Wallboard", "arrived / called")

    @property
    def count(self) -> int:
        """How many whistles are shown."""
        return len(self._faces)

    def show_whistles(self, faces: Sequence[WhistleFace]) -> None:
        """Show whistles, the newest first."""
        if tuple(faces) != self._faces:
            self._faces = tuple(faces)
            word = translate("Wallboard", "DRILL")
            self.say(
                f"{self.title}. "
                + "; ".join(f"{face.when} {word if face.drill else ''} {face.what} {face.came}" for face in faces)
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        if not self._faces:
            self.nothing(p, rect, translate("Wallboard", "No whistle was blown yet"))
            return
        height = ink.px(58)
        shown = self._faces[: max(1, int(rect.height() // height))]
        first = max(ink.width(face.when, "small") for face in shown) + ink.px(20)
        for place, face in enumerate(shown):
            line = QRectF(rect.left(), rect.top() + place * height, rect.width(), height)
            ink.text(p, line, face.when, "small", "tx2")
            x = line.left() + first
            if face.drill:
                x = self._paint_drill(p, x, line)
            came = ink.text(p, line, face.came, "small", "tx2", RIGHT)
            ink.text(
                p, QRectF(x, line.top(), line.right() - came - ink.px(16) - x, line.height()), face.what, "text", "tx1"
            )
            if place + 1 < len(shown):
                ink.hairline(p, 1, line.bottom(), self.width() - 1)

    def _paint_drill(self, p: QPainter, x: float, line: QRectF) -> float:
        """The word in an edge; neutral ink, because a drill that is over asks nothing."""
        ink = self.ink
        word = translate("Wallboard", "DRILL")
        width = ink.width(word, "small") + ink.px(20)
        box = QRectF(x, line.center().y() - ink.px(19), width, ink.px(38))
        paint.rounded(p, box, ink.px(5), None, ink.color("ln3"))
        ink.text(p, box, word, "small", "tx2", CENTER)
        return box.right() + ink.px(14)


@dataclass(frozen=True, slots=True)
class DutyFace:
    """Somebody on duty: role, name, whether they signed in. A telephone number is not for a wall."""

    role: str
    name: str
    here: bool


class Duty(Panel):
    """Who is on duty, and the next shift at the foot."""

    ROW = 66

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._faces: tuple[DutyFace, ...] = ()
        self._foot = ""

    def show_duty(self, faces: Sequence[DutyFace], aside: str, foot: str) -> None:
        """Show the people of the running shift; ``foot`` tells of the next."""
        if (tuple(faces), aside, foot) != (self._faces, self.aside, self._foot):
            self._faces, self.aside, self._foot = tuple(faces), aside, foot
            spoken = "; ".join(f"{face.role} {face.name} {self._state(face)}" for face in faces)
            self.say(f"{self.title} {aside}. {spoken}. {foot}")

    @staticmethod
    def _state(face: DutyFace) -> str:
        return translate("Wallboard", "at post") if face.here else translate("Wallboard", "not signed in")

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        foot = ink.px(60)
        if not self._faces:
            self.nothing(p, rect.adjusted(0, 0, 0, -foot), translate("Wallboard", "no shift is planned"))
        height = ink.px(self.ROW)
        room = max(1, int((rect.height() - foot) // height))
        column = max((ink.width(face.role, "small") for face in self._faces), default=0) + ink.px(20)
        for place, face in enumerate(self._faces[:room]):
            line = QRectF(rect.left(), rect.top() + place * height, rect.width(), height)
            ink.text(p, line, face.role, "small", "tx2")
            state = self._paint_state(p, face, line)
            x = line.left() + column
            ink.text(p, QRectF(x, line.top(), state - ink.px(12) - x, height), face.name, "strong", "tx1")
            ink.hairline(p, 1, line.bottom(), self.width() - 1)
        ink.hairline(p, 1, rect.bottom() - foot, self.width() - 1)
        ink.text(p, QRectF(rect.left(), rect.bottom() - foot, rect.width(), foot), self._foot, "small", "tx2")

    def _paint_state(self, p: QPainter, face: DutyFace, line: QRectF) -> float:
        ink = self.ink
        words = self._state(face)
        tone = "tx2" if face.here else "amb"
        width = ink.text(p, line, words, "small", tone, RIGHT)
        x = line.right() - width - ink.px(36)
        ink.icon(p, x, line.center().y(), "check" if face.here else "triangle-alert", tone, 26)
        return x


class SignIns(Panel):
    """The communities in two columns, each with a tick once somebody signed in."""

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._faces: tuple[DutyFace, ...] = ()

    @property
    def count(self) -> int:
        """How many communities are shown."""
        return len(self._faces)

    def show_communities(self, faces: Sequence[DutyFace]) -> None:
        """Show communities; ``role`` is the community's name."""
        if tuple(faces) != self._faces:
            self._faces = tuple(faces)
            self.aside = f"{sum(face.here for face in faces)} / {len(faces)}" if faces else ""
            missing = [face.role for face in faces if not face.here]
            words = translate("Wallboard", "not signed in") if missing else ""
            self.say(f"{self.title} {self.aside}. {words} {'、'.join(missing)}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        if not self._faces:
            self.nothing(p, rect, translate("Wallboard", "no shift is planned"))
            return
        lines = -(-len(self._faces) // 2)
        height = min(ink.px(58), (rect.height() - ink.px(12)) / lines)
        gap = ink.px(40)
        width = (rect.width() - gap) / 2
        for place, face in enumerate(self._faces):
            x = rect.left() + (place % 2) * (width + gap)
            line = QRectF(x, rect.top() + ink.px(6) + (place // 2) * height, width, height)
            ink.text(p, line.adjusted(0, 0, -ink.px(40), 0), face.role, "text", "tx1" if face.here else "amb")
            icon, tone = ("check", "tx2") if face.here else ("triangle-alert", "amb")
            ink.icon(p, line.right() - ink.px(28), line.center().y(), icon, tone, 28)
