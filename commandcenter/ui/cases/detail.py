"""One case: what it is, who answers for the place, its clocks, its two receivers, its story, and what can be done next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import Case
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_limits import limit_key, provisional
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.event import Fact
from commandcenter.domain.masking import mask_name, mask_phone
from commandcenter.domain.roster import Answering
from commandcenter.ui import when
from commandcenter.ui.cases.story import case_story
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.timeline import Timeline
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import GRADES, ROLES, STAGES, clock_word, word

NEXT_STEP: Mapping[str, str] = {
    "history": "adopt",
    "to_judge": "dispatch",
    "dispatched": "sign",
    "disputed": "dispatch",
    "owned": "contact",
    "contacted": "handle",
    "handling": "feed_back",
    "extending": "handle",
    "whistled": "feed_back",
    "consulting": "handle",
    "suspended": "handle",
    "redo": "handle",
    "fed_back": "verify",
    "verified": "call_back",
    "call_back": "close",
    "closed": "look_back",
}
"""Stage → the act that usually follows; one button, one key."""

LOW = 760
"""Below this height the dispatch shows fewer units at once, so that the story keeps its room."""


class ClockStrip(QWidget):
    """The clocks of a case as bars: how much of each limit is used, amber from 80 %, red past it, teal when met."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[Deadline] = ()
        self._now = 0
        self._names: Mapping[str, str] = {}
        self._provisional: frozenset[str] = frozenset()

    def show_clocks(
        self, lines: Sequence[Deadline], now: int, names: Mapping[str, str], provisional: frozenset[str] = frozenset()
    ) -> None:
        """Show clocks; ``names`` gives unit names for the signing clocks, ``provisional`` the clocks whose end may move."""
        self._lines, self._now, self._names, self._provisional = tuple(lines), now, names, provisional
        self.setAccessibleName("; ".join(self._spoken(line) for line in self._lines))
        self.setFixedHeight(self._look.px(26) * max(1, len(self._lines)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, now = self._look, self._now
        p = QPainter(self)
        y = 0
        for line in self._lines:
            rect = QRect(0, y, self.width(), look.px(26))
            self._paint_line(p, line, rect, now)
            y += look.px(26)

    def _name(self, line: Deadline) -> str:
        name = clock_word(line.name)
        return f"{name} · {self._names.get(line.name.partition(':')[2], '')}" if ":" in line.name else name

    def _spoken(self, line: Deadline) -> str:
        over = (line.met_at if line.met_at is not None else self._now) > line.due_at
        return f"{self._name(line)} {self._words(line, self._now, over, line.met_at is not None)}"

    def _paint_line(self, p: QPainter, line: Deadline, rect: QRect, now: int) -> None:
        look = self._look
        name = self._name(line)
        end = line.met_at if line.met_at is not None else now
        used = (end - line.started_at) / max(1, line.due_at - line.started_at)
        over = used > 1
        met = line.met_at is not None
        left = QRect(rect.left(), rect.top(), look.px(150), rect.height())
        paint.elided(p, look, left, name, "caption", "tx2")
        words = self._words(line, now, over, met)
        ink = "ok" if met and not over else "red" if over else "amb" if used >= 0.8 and not line.stopped else "tx2"
        icon = "circle-check" if met and not over else "octagon-alert" if over else "pause" if line.stopped else "clock"
        size = look.px(14)
        width = max(look.px(190), look.width(words, "caption") + size + look.px(10))
        right = QRect(rect.right() - width, rect.top(), width, rect.height())
        x = right.right() - look.width(words, "caption") - size - look.px(5)
        p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, ink, size))
        paint.text(p, look, right, words, "caption", ink, paint.RIGHT)
        bar = QRectF(left.right() + 8, rect.center().y() - 3, max(20, right.left() - left.right() - 24), 6)
        paint.rounded(p, bar, 3, look.color("pip0"), None)
        fill = "okF" if met and not over else "redF" if over else "ambF" if used >= 0.8 else "pip2"
        share = min(1.0, max(0.0, used))
        paint.rounded(p, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 3, look.color(fill), None)

    def _words(self, line: Deadline, now: int, over: bool, met: bool) -> str:
        words = self._time_words(line, now, over, met)
        mark = line.name in self._provisional and not met
        return self.tr("{words} · provisional").format(words=words) if mark else words

    def _time_words(self, line: Deadline, now: int, over: bool, met: bool) -> str:
        if line.met_at is not None:
            late = line.met_at - line.due_at
            if over:
                return self.tr("{time}, late by {span}").format(
                    time=when.moment(line.met_at, now), span=when.rough(late)
                )
            return self.tr("met {time}").format(time=when.moment(line.met_at, now))
        if line.stopped:
            return self.tr("clock stands")
        if over:
            return self.tr("over by {span}").format(span=when.rough(now - line.due_at))
        due = when.moment(line.due_at, now)
        return self.tr("left {span} · {due}").format(span=when.left(line.due_at - now), due=due)


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit that can get the case: its load, whether it is ticked, and its part."""

    unit: str
    name: str
    load: int
    ticked: bool
    part: str


class _ChoicePainter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Choice) -> None:
        look = self.look
        if column == "tick":
            size = look.px(16)
            box = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
            paint.rounded(
                p,
                box,
                3,
                look.color("accF") if row.ticked else look.color("inp"),
                None if row.ticked else look.color("ln3"),
            )
            if row.ticked:
                p.drawPixmap(box.topLeft(), look.icon("check", "onfill", size))
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name" if row.ticked else "body", "tx1")
        else:
            words = row.part or self.tr("{n} in hand").format(n=row.load)
            paint.text(p, look, rect, words, "caption", "acc" if row.part else "tx3", paint.RIGHT)


class ChoiceList(QFrame):
    """A short list of units; Space or a click ticks, the first ticked section leads."""

    changed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "raised")
        self._model = KeyedRows(_choice_key, _choice_spoken, self)
        columns = Columns(look, [Column("tick", "", 18), Column("name", "", 96, 1), Column("load", "", 62, drop=1)])
        self.view = RowView(look, self._model, _ChoicePainter(look, columns, self, height=32), name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)
        self.view.clicked.connect(self._on_clicked)
        self.view.opened.connect(self._toggle)
        self._look = look
        self.show_lines(4)

    def show_lines(self, count: int) -> None:
        """How many units are seen at once."""
        self.setFixedHeight(self._look.px(32 * count + 4))

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show units."""
        self._model.show(choices)

    @property
    def ticked(self) -> list[str]:
        """The ticked units in order."""
        return [row.unit for row in self._model.rows if row.ticked]

    def toggle_current(self) -> None:
        """Tick or untick the unit the keyboard is on."""
        if self.view.place >= 0:
            self._toggle(self.view.place)

    def _on_clicked(self, index: object) -> None:
        self._toggle(index.row())  # type: ignore[attr-defined]

    def _toggle(self, place: int) -> None:
        rows = list(self._model.rows)
        row = rows[place]
        rows[place] = Choice(row.unit, row.name, row.load, not row.ticked, "" if row.ticked else row.part)
        self._model.show(rows)
        self.changed.emit()


def _choice_key(row: Choice) -> str:
    return row.unit


def _choice_spoken(row: Choice) -> str:
    return f"{row.name} {row.part or row.load}"


class CaseDetail(QFrame):
    """The panel at the right. Acts are emitted by name; the screen does them."""

    acted = Signal(str)
    dispatched = Signal(object)
    phoned = Signal(str, str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self.case: Case | None = None
        self.answering: Answering | None = None
        self._masked = True
        self.setProperty("panel", "true")
        self._build()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.number = Label(look, "", "name", "2")
        self.kind = ElidedLabel(look, "", "body", "2")
        self.where = Label(look, "", "caption", "3")
        head = QWidget()
        head.setFixedHeight(look.px(44))
        head.setLayout(row(self.number, self.kind, self.where, KeyCaps(look, "K J"), margins=(14, 0, 12, 0)))
        self.title = Label(look, "", "fact")
        self.title.setWordWrap(True)
        self.place = ElidedLabel(look, "", "body", "2")
        self.people = ElidedLabel(look, "", "body", "2")
        self.reporter = ElidedLabel(look, "", "body", "2")
        self.unmask = Button(look, self.tr("Show"), small=True, kind="ghost")
        self.unmask.clicked.connect(self._toggle_mask)
        facts = QVBoxLayout()
        facts.setContentsMargins(14, 10, 14, 10)
        facts.setSpacing(3)
        facts.addWidget(self.title)
        facts.addWidget(self.place)
        facts.addWidget(self.people)
        reporter = QHBoxLayout()
        reporter.addWidget(self.reporter, 1)
        reporter.addWidget(self.unmask)
        facts.addLayout(reporter)
        self.clocks = ClockStrip(look)
        clocks = QVBoxLayout()
        clocks.setContentsMargins(14, 8, 14, 8)
        clocks.addWidget(self.clocks)
        self.timeline = Timeline(look, self.tr("Story of the case"))
        self.timeline.painter.time_width = 84
        self._dispatch_box = self._build_dispatch()
        story = QWidget()
        story.setLayout(row(Label(look, self.tr("Story"), "strong"), None, margins=(14, 8, 14, 4)))
        for part in (head, Line()):
            outer.addWidget(part)
        outer.addLayout(facts)
        outer.addWidget(Line())
        outer.addLayout(clocks)
        outer.addWidget(Line())
        outer.addWidget(self._dispatch_box)
        outer.addWidget(story)
        outer.addWidget(self.timeline, 1)
        outer.addWidget(self._build_foot())

    def _build_dispatch(self) -> QWidget:
        look = self._look
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        self.dispatch_title = Label(look, self.tr("Dual dispatch"), "strong")
        hint = Label(look, self.tr("section and community at once"), "caption", "3")
        self._dispatch_head = QWidget()
        self._dispatch_head.setLayout(row(self.dispatch_title, hint, None))
        layout.addWidget(self._dispatch_head)
        self.sections = ChoiceList(look, self.tr("Sections"))
        self.communities = ChoiceList(look, self.tr("Communities"))
        lists = QHBoxLayout()
        lists.setSpacing(10)
        for words, key, part in (
            (self.tr("Section (the first leads)"), "1", self.sections),
            (self.tr("Community"), "2", self.communities),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addLayout(row(Label(look, words, "caption", "2"), None, KeyCaps(look, key)))
            column.addWidget(part)
            lists.addLayout(column)
        layout.addLayout(lists)
        self.basis = QLineEdit()
        self.basis.setPlaceholderText(self.tr("Note for the dispatch (may stay empty)"))
        self.basis.setAccessibleName(self.tr("Note for the dispatch"))
        self.dispatch_button = Button(look, self.tr("Dispatch"), key="Ctrl Enter", kind="primary")
        self.dispatch_button.clicked.connect(self.dispatch)
        line = QHBoxLayout()
        line.addWidget(self.basis, 1)
        line.addWidget(self.dispatch_button)
        layout.addLayout(line)
        layout.addSpacing(2)
        layout.addWidget(Line())
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return box

    def _build_foot(self) -> QFrame:
        look = self._look
        foot = QFrame()
        foot.setProperty("bar", "foot")
        self.note_button = Button(look, self.tr("Note"), key="N", icon="message-square-text")
        self.next_button = Button(look, "", key=".", icon="arrow-right")
        self.more_button = Button(look, self.tr("More"), key="M", icon="ellipsis")
        self.whistle_button = Button(look, self.tr("Whistle for this case"), key="F9", icon="whistle", kind="danger")
        for name, button in (
            ("note", self.note_button),
            ("next", self.next_button),
            ("more", self.more_button),
            ("whistle", self.whistle_button),
        ):
            button.setObjectName(name)
            button.clicked.connect(self._on_button)
        self._foot = QGridLayout(foot)
        self._foot.setContentsMargins(12, 10, 12, 10)
        self._foot.setSpacing(8)
        self._foot.setColumnStretch(3, 1)
        for place, button in enumerate((self.note_button, self.next_button, self.more_button)):
            self._foot.addWidget(button, 0, place)
        self._place_whistle()
        look.changed.connect(self._place_whistle)
        return foot

    def _place_whistle(self) -> None:
        """At the right of the other buttons, in one word where they leave no room for more, else below them."""
        buttons = (self.note_button, self.next_button, self.more_button, self.whistle_button)
        whole, short = self.tr("Whistle for this case"), self.tr("Whistle")
        self._foot.removeWidget(self.whistle_button)
        for words in (whole, short):
            self.whistle_button.setText(words)
            wide = sum(button.sizeHint().width() + 8 for button in buttons if not button.isHidden()) + 24
            if wide <= self.width():
                self._foot.addWidget(self.whistle_button, 0, 3, Qt.AlignmentFlag.AlignRight)
                return
        self.whistle_button.setText(whole)
        self._foot.addWidget(self.whistle_button, 1, 0, 1, 4, Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_whistle()
        low = self.height() < self._look.px(LOW)
        self._dispatch_head.setVisible(not low)
        for part in (self.sections, self.communities):
            part.show_lines(2 if low else 4)
        self.timeline.setMinimumHeight(self._look.px(60))

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def masked(self) -> bool:
        """Whether name and phone are masked."""
        return self._masked

    def show_case(self, case: Case, facts: Sequence[Fact], where: str) -> None:
        """Show a case with its story; ``where`` is its place in the list."""
        if self.case is None or self.case.id != case.id:
            self._masked = True
            self.basis.clear()
        self.case = case
        self.where.setText(where)
        now = self._desk.clock.now()
        reference = self._desk.reference
        self.number.setText(short_number(case.number))
        category = "/".join(reference.categories.get(case.category, ())) or ""
        parts = [word(GRADES, case.grade), word(STAGES, case.stage), category]
        self.kind.setText(" · ".join(part for part in parts if part))
        self.title.setText(case.title or (self.tr("the words were erased by law") if case.erased else case.number))
        self._show_place(case)
        self._show_reporter(case)
        self._show_clocks(case, now)
        self.timeline.show_rows(case_story(facts, now, self._person, reference.unit_name, self._category))
        self._show_dispatch(case)
        self._show_next(case)

    def _show_place(self, case: Case) -> None:
        directory = self._desk.reference.directory
        place = directory.places.get(case.place) or directory.locate(f"{case.place_words}{case.title}")
        self.answering = directory.answers_for(place) if place else None
        words = case.place_words or (place.name if place else self.tr("no place given"))
        if place is not None:
            community = directory.places.get(place.community)
            street = directory.street_of(place)
            grids = "、".join((street or place).grids[:2])
            extra = [community.name if community else "", self.tr("grid {names}").format(names=grids) if grids else ""]
            words = " · ".join([words, *(part for part in extra if part)])
        self.place.setText(words)
        chief = self.answering.chief if self.answering else None
        if chief is not None:
            told = f"{word(ROLES, chief.role)} {chief.person.name} {chief.person.phone}"
            steward = self.answering.stewards[0] if self.answering and self.answering.stewards else None
            if steward is not None:
                told += f" · {word(ROLES, steward.role)} {steward.person.name} {steward.person.phone}"
            self.people.setText(told)
        else:
            self.people.setText(self.tr("nobody in the roster answers for this place"))

    def _show_reporter(self, case: Case) -> None:
        if case.anonymous:
            words = self.tr("anonymous")
        elif case.erased or not (case.reporter or case.phone):
            words = self.tr("no name given")
        elif self._masked:
            words = f"{mask_name(case.reporter)} {mask_phone(case.phone)}"
        else:
            words = f"{case.reporter} {case.phone}"
        if case.source_number:
            words += " · " + self.tr("source no. {n}").format(n=case.source_number)
        self.reporter.setText(words)
        self.unmask.setVisible(bool(case.reporter or case.phone) and not case.anonymous)
        self.unmask.set_text(self.tr("Show") if self._masked else self.tr("Hide"))

    def _toggle_mask(self) -> None:
        self._masked = not self._masked
        if self.case is not None:
            self._show_reporter(self.case)
            if not self._masked:
                self.acted.emit("unmasked")

    def _show_dispatch(self, case: Case) -> None:
        may = case.stage in ("to_judge", "disputed") or (
            case.stage == "dispatched" and not any(line.signed_at for line in case.assignees)
        )
        self._dispatch_box.setVisible(may)
        if not may:
            return
        self.dispatch_button.set_text(self.tr("Dispatch") if case.stage == "to_judge" else self.tr("Change dispatch"))
        units = self._desk.reference.units.values()
        load = self._desk.read.cases.open_by("lead")
        standing = {line.unit for line in case.assignees}
        proposed = standing or self._proposed(case)
        sections = [unit for unit in units if unit.kind in ("section", "department") and unit.active]
        sections.sort(
            key=lambda unit: (unit.id not in proposed, unit.kind != "section", -load.get(unit.id, 0), unit.id)
        )
        lead = case.lead.unit if case.lead else next((unit.id for unit in sections if unit.id in proposed), "")
        self.sections.show_choices(
            [
                Choice(
                    unit.id, unit.name, load.get(unit.id, 0), unit.id in proposed, self._part(unit.id, lead, proposed)
                )
                for unit in sections
            ]
        )
        communities = [unit for unit in units if unit.kind == "community" and unit.active]
        communities.sort(key=lambda unit: (unit.id not in proposed, unit.id))
        self.communities.show_choices(
            [
                Choice(
                    unit.id,
                    unit.name,
                    load.get(unit.id, 0),
                    unit.id in proposed,
                    self.tr("assists") if unit.id in proposed else "",
                )
                for unit in communities
            ]
        )

    def _part(self, unit: str, lead: str, proposed: set[str]) -> str:
        if unit == lead:
            return self.tr("leads")
        return self.tr("assists") if unit in proposed else ""

    def _proposed(self, case: Case) -> set[str]:
        """The community of the place, and the section that leads most open cases of the same category."""
        found = set()
        if self.answering is not None and self.answering.community is not None:
            found.add(self.answering.community.id)
        elif case.community:
            found.add(case.community)
        likely = self._desk.read.cases.usual_lead(case.category)
        if likely:
            found.add(likely)
        return found & set(self._desk.reference.units)

    def _show_next(self, case: Case) -> None:
        step = NEXT_STEP.get(case.stage, "")
        if case.anonymous and step == "contact":
            step = "handle"
        words = {
            "adopt": self.tr("Take in hand"),
            "dispatch": self.tr("Dispatch"),
            "sign": self.tr("Signed for"),
            "contact": self.tr("Citizen contacted"),
            "handle": self.tr("Go on working"),
            "feed_back": self.tr("Feed back"),
            "verify": self.tr("Verify"),
            "call_back": self.tr("Call back"),
            "close": self.tr("Close"),
            "look_back": self.tr("Look back"),
        }
        self.next_button.set_text(words.get(step, ""))
        self.next_button.setVisible(bool(step))
        self._place_whistle()

    def _person(self, person: str) -> str:
        found = self._desk.reference.directory.people.get(person)
        return found.name if found else person

    def _category(self, category: str) -> str:
        return "/".join(self._desk.reference.categories.get(category, ())) or category

    def tick(self, now: int) -> None:
        """Let the clocks move."""
        if self.case is not None:
            self._show_clocks(self.case, now)

    def _show_clocks(self, case: Case, now: int) -> None:
        """The clocks; what counts working days of a year without an official table says so."""
        reference = self._desk.reference
        lines = deadlines(case)
        names = {unit.id: unit.name for unit in reference.units.values()}
        unsure = frozenset(
            line.name
            for line in lines
            if provisional(case, line, reference.limit(limit_key(case, line.name)), reference.calendar)
        )
        self.clocks.show_clocks(lines, now, names, unsure)

    # -- acting ----------------------------------------------------------------------------------------------------

    def dispatch(self) -> None:
        """Ctrl+Enter: dispatch to what is ticked."""
        if self.case is None or not self._dispatch_box.isVisible():
            return
        sections, communities = self.sections.ticked, self.communities.ticked
        lead = sections[0] if sections else ""
        self.dispatched.emit((self.case.id, lead, (*sections[1:], *communities), self.basis.text().strip()))

    def focus_dispatch(self, which: int = 1) -> None:
        """Put the keyboard into the list of sections (1) or communities (2)."""
        if self._dispatch_box.isVisible():
            part = self.sections if which == 1 else self.communities
            part.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if part.view.place < 0:
                part.view.go(0)

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(sender.objectName())
