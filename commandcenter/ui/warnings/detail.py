"""One warning: its head with the three scales, its steps, who has to answer, the checklist, who was moved, its text and log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.event import Fact
from commandcenter.domain.warning import CALLS_BEFORE_VISIT, Target, Warning, answer_due
from commandcenter.domain.whistle import Whistle
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Line, Panel, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factlist import FactList, Known, ScrolledFacts
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.stagecells import StageCells
from commandcenter.ui.parts.timeline import Timeline
from commandcenter.ui.theme.look import Look
from commandcenter.ui.warnings.rows import (
    MeasurePainter,
    MeasureRow,
    TargetPainter,
    TargetRow,
    answer_clock,
    measure_key,
    spoken,
    target_key,
    tier_word,
    way_word,
)
from commandcenter.ui.warnings.story import cells, log_rows
from commandcenter.ui.words import COLOURS, SCALE_CODES, SCALES, listed, word

LOW = 600
"""Below this height of the detail the log gives way to the list."""


class ScaleChips(QWidget):
    """The three scales side by side, each a neutral chip with its name: they are never mixed (domain.md 2.6)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: tuple[Chip, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def chips(self) -> Sequence[Chip]:
        """What is shown."""
        return self._chips

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show the scales."""
        self._chips = tuple(chips)
        self.setAccessibleName("; ".join(chip.text for chip in chips))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = sum(paint.chip_width(self._look, chip) + self._look.px(6) for chip in self._chips)
        return QSize(width, self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        x = 0.0
        for chip in self._chips:
            width = paint.chip_width(self._look, chip)
            paint.chip(p, self._look, QRectF(x, 0, width, self._look.px(24)), chip)
            x += width + self._look.px(6)


@dataclass(frozen=True, slots=True)
class Shown:
    """A warning with its log and the whistles blown on it."""

    state: Warning
    facts: tuple[Fact, ...]
    whistles: tuple[Whistle, ...]


class WarningDetail(QWidget):
    """The right side of the screen. ``acted`` emits the code of a button that was pressed."""

    acted = Signal(str)

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.desk = look, desk
        self.shown: Shown | None = None
        self._codes: dict[QWidget, str] = {}
        self._build()

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._build_head())
        middle = QHBoxLayout()
        middle.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._build_called(), 6)
        left.addWidget(self._build_log(), 3)
        middle.addLayout(left, 64)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._build_measures(), 3)
        right.addWidget(self._build_facts(), 2)
        middle.addLayout(right, 36)
        outer.addLayout(middle, 1)

    def _button(self, words: str, key: str, icon: str, code: str, kind: str = "ghost", *, small: bool = True) -> Button:
        button = Button(self.look, words, key=key, icon=icon, kind=kind, small=small)
        self._codes[button] = code
        button.clicked.connect(self._on_button)
        return button

    def _build_head(self) -> Panel:
        look = self.look
        panel = Panel(look)
        self.title = ElidedLabel(look, "", "fact")
        self.caption = ElidedLabel(look, "", "caption", "2")
        self.chips = ScaleChips(look)
        self.due_name = Label(look, "", "caption", "3")
        self.due = Label(look, "", "screen")
        for label in (self.due_name, self.due):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.next = self._button("", ".", "", "next", "primary", small=False)
        self.blow = self._button(self.tr("Emergency whistle"), "F9", "siren", "blow", "plain", small=False)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title, 1)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 14, 10)
        head.setSpacing(12)
        words = column(gap=2)
        words.addLayout(first)
        words.addWidget(self.caption)
        head.addLayout(words, 1)
        head.addLayout(column(self.due_name, self.due, gap=0))
        head.addWidget(self.next)
        head.addWidget(self.blow)
        panel.body.addLayout(head)
        scales = QHBoxLayout()
        scales.setContentsMargins(16, 0, 14, 10)
        scales.addWidget(self.chips)
        scales.addStretch(1)
        panel.body.addLayout(scales)
        panel.body.addWidget(Line())
        self.stages = StageCells(look)
        panel.body.addWidget(self.stages)
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return panel

    def _build_called(self) -> Panel:
        look = self.look
        self.called = Panel(look, self.tr("Call and answer"))
        self.called.add_to_head(self._button(self.tr("More"), "A", "plus", "called"))
        self.target_painter = TargetPainter(look, self)
        self.target_model = KeyedRows(target_key, spoken, self)
        self.targets = RowList(look, self.target_model, self.target_painter, self.tr("Call and answer"))
        self.nobody = Empty(look, "phone-call", self.tr("Nobody is on the list yet"), "")
        self.who = QStackedWidget()
        self.who.addWidget(self.targets)
        self.who.addWidget(self.nobody)
        self.called.body.addWidget(self.who, 1)
        return self.called

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps the list of those who have to answer; the log gives way."""
        super().resizeEvent(event)
        self.log_panel.setVisible(self.height() >= self.look.px(LOW))

    def _build_log(self) -> Panel:
        panel = self.log_panel = Panel(self.look, self.tr("Log"))
        panel.add_to_head(self._button(self.tr("Note"), "L", "plus", "note"))
        self.log = Timeline(self.look, self.tr("Log"))
        panel.body.addWidget(self.log, 1)
        return panel

    def _build_measures(self) -> Panel:
        look = self.look
        self.measure_panel = Panel(look, self.tr("Measures"))
        self.measure_panel.add_to_head(self._button(self.tr("Add"), "M", "plus", "measure"))
        self.measure_painter = MeasurePainter(look, self)
        self.measure_model = KeyedRows(measure_key, spoken, self)
        self.measures = RowList(look, self.measure_model, self.measure_painter, self.tr("Measures"))
        self.measures.header.hide()
        self.no_measures = Empty(
            look, "list-checks", self.tr("No checklist yet"), self.tr("It begins once it was judged.")
        )
        self.what = QStackedWidget()
        self.what.addWidget(self.measures)
        self.what.addWidget(self.no_measures)
        self.measure_panel.body.addWidget(self.what, 1)
        return self.measure_panel

    def _build_facts(self) -> Panel:
        self.fact_panel = Panel(self.look, self.tr("What is known"), head=40)
        for words, key, code in (
            (self.tr("Transfer"), "T", "transfer"),
            (self.tr("Shift"), "S", "shift"),
            (self.tr("Response"), "R", "response"),
        ):
            self.fact_panel.add_to_head(self._button(words, key, "", code))
        self.facts = FactList(self.look, lead=72)
        self.fact_scroll = ScrolledFacts(self.facts)
        self.fact_panel.body.addWidget(self.fact_scroll, 1)
        return self.fact_panel

    def _on_button(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget) and sender in self._codes:
            self.acted.emit(self._codes[sender])

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_warning(self, shown: Shown, now: int) -> None:
        """Show a warning."""
        self.shown = shown
        state = shown.state
        self.title.setText(state.title)
        self.caption.setText(self._caption(state, now))
        self.chips.show_chips(self._scales(shown))
        code, words = self.next_word(state)
        self.next.setVisible(bool(code))
        self.next.set_text(words)
        for button, name in self._codes.items():
            if name not in ("next", "blow"):
                button.setVisible(self._offered(state, name))
        self.blow.setVisible(state.open)
        self._show_targets(state, now)
        self.what.setCurrentWidget(self.measures if state.measures else self.no_measures)
        self.measure_model.show([MeasureRow(one, one.by) for one in state.measures])
        done = sum(1 for one in state.measures if one.done_at is not None)
        self.measure_panel.caption.setText(f"{done} / {len(state.measures)}" if state.measures else "")
        self.log.show_rows(log_rows(shown.facts, state, self._person, self.target_name))
        self.facts.show_facts(self._known(shown, now))
        self.tick(now)

    @staticmethod
    def _offered(state: Warning, code: str) -> bool:
        if not state.open:
            return False
        if code == "called":
            return state.touches is True and state.over_at is None
        return state.touches is True or code == "note"

    def next_word(self, state: Warning) -> tuple[str, str]:
        """The step that comes next and its words; empty when it is over."""
        if not state.open:
            return "", ""
        if state.judged_at is None:
            return "judged", self.tr("Judge")
        if state.touches is False or (state.over_at is not None and not state.waiting):
            return "closed", self.tr("Sum up")
        if not state.rounds:
            return "called", self.tr("Make the list")
        if state.waiting:
            return "answer", self.tr("Next call")
        return "ended", self.tr("Lifted")

    def tick(self, now: int) -> None:
        """A second has passed."""
        if self.shown is None:
            return
        state = self.shown.state
        self.target_painter.now = self.measure_painter.now = now
        self.targets.view.viewport().update()
        self.stages.show_cells(cells(state, now))
        dues = [due for one in state.waiting if (due := answer_due(state, one)) is not None] if state.rounds else []
        due = min(dues, default=None)
        self.due_name.setVisible(state.until is not None or due is not None)
        self.due.setVisible(state.until is not None or due is not None)
        if due is not None:
            words, level = answer_clock(state.rounds[-1].at, due, now)
            self.due_name.setText(self.tr("everybody answers until {time}").format(time=when.clock(due)))
            self.due.setText(words)
            self.due.set_tone({"over": "red", "warn": "amb"}.get(level, "1"))
        elif state.until is not None:
            self.due_name.setText(self.tr("holds until"))
            self.due.setText(when.moment(state.until, now))
            self.due.set_tone("1" if state.open else "3")

    def _person(self, person: str) -> str:
        found = self.desk.reference.directory.people.get(person)
        return found.name if found else ""

    def target_name(self, key: str) -> str:
        """The name of a target by its key."""
        target = next((one for one in self.shown.state.targets if one.key == key), None) if self.shown else None
        return self._name_of(target) if target is not None else key

    def _name_of(self, target: Target) -> str:
        if target.unit:
            return self.desk.reference.unit_name(target.unit)
        return target.name or self._person(target.person) or target.key

    def _caption(self, state: Warning, now: int) -> str:
        span = ""
        if state.since is not None:
            span = self.tr("from {time}").format(time=when.moment(state.since, now))
        parts = (
            state.number,
            state.issuer,
            state.area,
            span,
            self.tr("through {source}").format(source=state.source),
            state.source_number,
        )
        return " · ".join(part for part in parts if part)

    def _scales(self, shown: Shown) -> list[Chip]:
        """Warning level, response level, event grade: three scales, three chips."""
        state = shown.state
        guess = next((one.guesses["event"] for one in shown.whistles if "event" in one.guesses), None)
        event = word(SCALE_CODES, guess.value) if guess is not None and guess.value else ""
        told = (
            ("warning", word(COLOURS, state.colour), "triangle-alert"),
            ("response", word(SCALE_CODES, state.response) if state.response else "", "siren"),
            ("event", event, "circle-help"),
        )
        unknown = self.tr("unknown")
        return [
            Chip(f"{word(SCALES, scale)} {value or unknown}", icon, "plain" if value else "unknown")
            for scale, value, icon in told
        ]

    def _show_targets(self, state: Warning, now: int) -> None:
        self.who.setCurrentWidget(self.targets if state.targets else self.nobody)
        if not state.targets:
            then = self.tr("Judge first whether it touches us.")
            if state.touches is False:
                then = self.tr("It does not touch us.")
            elif state.judged_at is not None:
                then = self.tr("A makes the list of those who have to answer.")
            self.nobody.say(self.tr("Nobody is on the list yet"), then)
            self.called.caption.setText("")
            return
        self.target_model.show(
            [self._target_row(state, one, place, now) for place, one in enumerate(self._ordered(state), 1)]
        )
        kinds = {
            "call": self.tr("first telling"),
            "change": self.tr("told anew after the change"),
            "end": self.tr("told of the end"),
        }
        waiting = len(state.waiting)
        told = self.tr("answered {n} / {of}").format(n=len(state.called) - waiting, of=len(state.called))
        self.called.caption.setText(f"{kinds[state.rounds[-1].kind]} · {told}")

    @staticmethod
    def _ordered(state: Warning) -> list[Target]:
        """Fixed for the whole warning: in the order they were put on the list, so that no row moves under the hand."""
        return list(state.targets)

    def _target_row(self, state: Warning, target: Target, place: int, now: int) -> TargetRow:
        unit = self.desk.reference.units.get(target.unit)
        person = self.desk.reference.directory.people.get(target.person)
        contact = unit.contacts[0] if unit is not None and unit.contacts else None
        answer = target.answer(state.round)
        tries = target.tries_in(state.round)
        last = ""
        if tries and answer is None:
            told = tries[-1]
            last = self.tr("{way} {time}, no answer").format(way=way_word(told.way), time=when.clock(told.at))
        answered = ""
        if answer is not None:
            answered = f"{when.moment(answer.at, now)} {answer.answered_by} · {way_word(answer.way)}"
        due = answer_due(state, target) if answer is None and not target.dropped else None
        return TargetRow(
            key=target.key,
            place=place,
            tier=tier_word(target.tier),
            name=self._name_of(target),
            contact=contact.name if contact else "" if person is None else person.name,
            phone=(unit.duty_phone if unit else "") or (person.phone if person else "") or target.phone,
            tries=len(tries),
            last=last,
            chip=self._chip(target, state, len(tries)),
            answered=answered,
            due_at=due,
            started_at=max(state.rounds[-1].at, target.listed_at),
            unit=target.unit,
            dropped=target.dropped,
        )

    def _chip(self, target: Target, state: Warning, tries: int) -> Chip:
        if target.dropped:
            return Chip(self.tr("Struck"), "circle-x", "plain")
        if target.answer(state.round) is not None:
            return Chip(self.tr("Answered"), "circle-check", "done")
        if tries >= CALLS_BEFORE_VISIT:
            return Chip(self.tr("Go there"), "footprints", "warn")
        if tries:
            return Chip(self.tr("Call again"), "phone-missed", "warn")
        return Chip(self.tr("To call"), "phone", "plain")

    def _known(self, shown: Shown, now: int) -> list[Known]:
        state = shown.state
        places = self.desk.reference.directory.places
        names = listed(places[key].name for key in state.places if key in places)
        moved = state.transfer
        transfer = ""
        tone = "1"
        if moved.planned is not None:
            unknown = self.tr("unknown")
            transfer = self.tr("to be moved {planned}, moved {moved}, refused {refused}").format(
                planned=moved.planned,
                moved=moved.moved if moved.moved is not None else unknown,
                refused=moved.refused if moved.refused is not None else unknown,
            )
            tone = "ok" if moved.agrees else "amb"
        shift = ""
        if state.shift_at is not None:
            until = when.moment(state.shift_until, now) if state.shift_until is not None else self.tr("open")
            shift = self.tr("{leader} on site, until {time}").format(leader=state.shift_leader, time=until)
        whistles = listed(one.number for one in shown.whistles)
        return [
            Known(self.tr("Text"), state.words, "2"),
            Known(self.tr("Touches"), names),
            Known(self.tr("Look for"), state.hazards),
            Known(self.tr("Transfer"), transfer, tone),
            Known(self.tr("Shift"), shift),
            Known(self.tr("Whistle"), whistles),
            Known(self.tr("Lifted"), state.over_words),
            Known(self.tr("Summary"), state.summary),
        ]

    def target(self) -> TargetRow | None:
        """The target the keyboard is on."""
        found = self.target_model.row(self.targets.view.place)
        return found if isinstance(found, TargetRow) else None

    def measure(self) -> MeasureRow | None:
        """The measure the keyboard is on."""
        found = self.measure_model.row(self.measures.view.place)
        return found if isinstance(found, MeasureRow) else None
