"""The screen of a family of matters: the list at the left; the steps, lines, facts and log of the chosen one at the right.

A subclass tells what there is (``acts``, ``steps``, ``facts``, ``lines``, ``log``); keys, hints and buttons follow from its acts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.event import Fact
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Line, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.factlist import FactList, Known, ScrolledFacts
from commandcenter.ui.parts.flow import Flow
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Hints, Screen
from commandcenter.ui.parts.stagebar import StageBar, Step
from commandcenter.ui.parts.timeline import Timeline, TimelineRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done: its key, its words, its icon, how it is begun, and for which state it is offered.

    ``state`` None is offered without one. ``step`` acts lead on: the first that fits is the next step (``.``). ``on_line``
    acts work on the chosen line. ``shown`` acts have a button in the head of what they belong to.
    """

    code: str
    key: Qt.Key
    words: str
    icon: str
    run: Callable[[], None]
    fits: Callable[[Any], bool] | None = None
    step: bool = False
    on_line: bool = False
    shown: bool = True


class MatterTab(Screen):
    """Base of the tabs of families of matters."""

    family = ""
    state_type: type[Any] = object
    cared: frozenset[str] = frozenset()
    shares = (40, 60)
    """The list, and what is known of the chosen matter."""
    detail_shares = (62, 38)
    """Lines and log, and the facts."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self.state: Any = None
        self.story: Sequence[Fact] = ()
        self.acting = Acting(context, self)
        self.acting.done.connect(self._on_done)
        self._acts = tuple(self.acts())
        self._buttons: dict[str, Button] = {}
        self._build()

    # -- what a subclass tells -------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Everything that can be done here."""
        raise NotImplementedError

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        """How a matter of the list and a line of the chosen one are painted."""
        raise NotImplementedError

    def nothing(self) -> tuple[str, str, str]:
        """Icon, words and what to do while the list is empty."""
        raise NotImplementedError

    def lines_title(self) -> str:
        """What the lines of a matter are called."""
        raise NotImplementedError

    def no_lines(self) -> str:
        """What stands there while a matter has no line."""
        return translate("MatterTab", "None yet")

    def filters(self) -> Sequence[str]:
        """The words of the filters; the first one shows what is open."""
        return (translate("MatterTab", "Open"), translate("MatterTab", "All"))

    def head(self, state: Any) -> tuple[str, str]:
        """Title and caption of a matter."""
        raise NotImplementedError

    def steps(self, state: Any) -> tuple[Sequence[Step], str]:
        """The steps of a matter and the one it stands at."""
        raise NotImplementedError

    def facts(self, state: Any) -> Sequence[Known]:
        """What is known of a matter."""
        raise NotImplementedError

    def lines(self, state: Any) -> Sequence[Any]:
        """The lines of a matter; each has an ``id``."""
        raise NotImplementedError

    def log(self, state: Any, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        """Its log."""
        raise NotImplementedError

    def more_hints(self) -> Hints:
        """Further keys of the screen."""
        return ()

    def found(self, place: int) -> list[Any]:
        """The matters behind a filter."""
        matters = self.desk.read.matters
        if place == 0:
            return matters.running(self.state_type, self.family)
        return list(reversed(matters.of(self.state_type, self.family)))

    def one(self, key: str) -> Any:
        """What is known of a matter in full."""
        return self.desk.read.matters.one(self.state_type, f"{self.family}/{key}")

    def story_of(self, key: str) -> Sequence[Fact]:
        """Its entries."""
        return self.desk.read.matters.facts(f"{self.family}/{key}")

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        list_painter, line_painter = self.row_painters()
        self.panel = Panel(look, self.title())
        self.filter = SegTabs(look, list(self.filters()))
        self.filter.picked.connect(self._on_filter)
        for act in self._acts:
            if act.fits is None and act.shown:
                self.panel.add_to_head(self._button(act))
        self.panel.body.addLayout(row(self.filter, None, margins=(12, 8, 12, 8)))
        self.panel.body.addWidget(Line())
        self.model = KeyedRows(_key, self._spoken, self)
        self.painter = list_painter
        self.view = RowView(look, self.model, list_painter, self.title())
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.panel.body.addWidget(RowList(look, self.model, list_painter, self.title(), view=self.view), 1)
        icon, words, then = self.nothing()
        self.empty = Empty(look, icon, words, then)
        self.detail = QWidget()
        self._build_detail(line_painter)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.detail)
        self.pages.addWidget(self.empty)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.panel, self.shares[0])
        layout.addWidget(self.pages, self.shares[1])

    def _build_detail(self, painter: RowPainter) -> None:
        look = self.look
        top = Panel(look)
        self.name_label = ElidedLabel(look, "", "fact")
        self.caption_label = ElidedLabel(look, "", "caption", "2")
        self.bar = StageBar(look)
        self.next = Button(look, "", key=".", kind="primary", icon="arrow-right")
        self.next.clicked.connect(self.next_step)
        heads = column(self.name_label, self.caption_label, gap=2)
        first = row(gap=12)
        first.addLayout(heads, 1)
        first.addWidget(self.next)
        inner = column(gap=6, margins=(14, 10, 14, 8))
        inner.addLayout(first)
        inner.addWidget(self.bar)
        self._more = Flow(6)
        for act in self._acts:
            if act.fits is not None and not act.on_line and not act.step and act.shown:
                self._more.addWidget(self._button(act))
        inner.addLayout(self._more)
        top.body.addLayout(inner)
        self.lines_panel = Panel(look, self.lines_title(), head=40)
        for act in self._acts:
            if act.on_line and act.shown:
                self.lines_panel.add_to_head(self._button(act))
        self.line_model = KeyedRows(_key, self._spoken_line, self)
        self.line_painter = painter
        self.line_view = RowView(look, self.line_model, painter, self.lines_title())
        self.line_view.opened.connect(self._on_line_opened)
        self.line_pages = QStackedWidget()
        self.line_pages.addWidget(RowList(look, self.line_model, painter, self.lines_title(), view=self.line_view))
        self.line_pages.addWidget(Empty(look, "circle", self.no_lines()))
        self.lines_panel.body.addWidget(self.line_pages, 1)
        facts = Panel(look, translate("MatterTab", "What is known"), head=40)
        self.fact_list = FactList(look, lead=76)
        facts.body.addWidget(ScrolledFacts(self.fact_list), 1)
        log = Panel(look, translate("MatterTab", "What happened"), head=40)
        self.timeline = Timeline(look, translate("MatterTab", "What happened"))
        self.timeline.painter.time_width = 84
        log.body.addLayout(row(self.timeline, margins=(8, 0, 0, 0)), 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.lines_panel, 5)
        left.addWidget(log, 4)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addLayout(left, self.detail_shares[0])
        below.addWidget(facts, self.detail_shares[1])
        outer = QVBoxLayout(self.detail)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(top)
        outer.addLayout(below, 1)

    def _button(self, act: Act) -> Button:
        button = Button(self.look, act.words, key=cap(act.key), icon=act.icon, small=True)
        button.setObjectName(act.code)
        button.clicked.connect(self._on_button)
        self._buttons[act.code] = button
        return button

    # -- showing ---------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & (self.cared | {self.family}))

    def where(self) -> Mapping[str, Any]:
        return {self.family: self.state.id} if self.state is not None else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get(self.family):
            self._wanted = str(what[self.family])
            self.load()

    def reload(self, changes: Changes) -> None:
        self.load()

    def tick(self, now: int) -> None:
        for painter, view in ((self.painter, self.view), (self.line_painter, self.line_view)):
            painter.now = now  # type: ignore[attr-defined]
            view.viewport().update()

    def load(self) -> None:
        """Read the list anew and show the one that was chosen."""
        now = self.now()
        self.painter.now = now  # type: ignore[attr-defined]
        self.line_painter.now = now  # type: ignore[attr-defined]
        states = self.found(self.filter.current)
        if self._wanted and all(state.id != self._wanted for state in states):
            extra = self.one(self._wanted)
            states = [extra, *states] if extra.known else states
        chosen = self._wanted or (self.state.id if self.state is not None else "")
        self._wanted = ""
        self.model.show(states)
        place = self.model.place_of(chosen) if chosen else -1
        place = 0 if place < 0 and states else place
        if place >= 0 and self.view.place != place:
            self.view.go(place)
        self._show(states[place].id if place >= 0 else "")

    def _show(self, key: str) -> None:
        self.state = self.one(key) if key else None
        if self.state is None:
            self.story = ()
            self.pages.setCurrentWidget(self.empty)
        else:
            self.story = tuple(self.story_of(key))
            self.pages.setCurrentWidget(self.detail)
            self._show_state(self.state)
        self.show_acts()

    def show_acts(self) -> None:
        """The buttons of what can be done now. Where their words find no room in a head icon and key stand alone, and where
        these find none the keys are told below.
        """
        following = self.following()
        shown = [act for act in self._acts if act.code in self._buttons and self.offers(act)]
        shown = [act for act in shown if act.on_line or following is None or following.key != act.key]
        for act in self._acts:
            if act.code in self._buttons:
                self._buttons[act.code].setVisible(act in shown)
        listed, of_all = self.shares[0] / sum(self.shares), self.width() - 36
        head = self.look.width(self.title(), "panel") + self.look.width(self.panel.caption.text(), "caption")
        self._fit([act for act in shown if act.fits is None], of_all * listed - head)
        room = (of_all * (1 - listed) - 12) * self.detail_shares[0] / sum(self.detail_shares)
        room -= self.look.width(self.lines_title(), "panel")
        self._fit([act for act in shown if act.on_line], room)
        self.services.hints_changed.emit()

    def _fit(self, acts: Sequence[Act], room: float) -> None:
        """Fit the buttons of a head into the room that its words leave."""
        room -= 26 + 2 * 8
        buttons = [self._buttons[act.code] for act in acts]
        for bare in (False, True):
            for act, button in zip(acts, buttons, strict=True):
                if button.text() != ("" if bare else act.words):
                    button.set_text("" if bare else act.words)
                    button.setAccessibleName(act.words)
                    button.setToolTip(act.words if bare else "")
            if self.width() <= 36 or sum(button.sizeHint().width() + 8 for button in buttons) <= room:
                return
        for button in buttons:
            room -= button.sizeHint().width() + 8
            button.setVisible(room >= 0)

    def _show_state(self, state: Any) -> None:
        title, caption = self.head(state)
        self.name_label.setText(title)
        self.caption_label.setText(caption)
        steps, at = self.steps(state)
        self.bar.show_steps(steps, at, back=False)
        following = self.following()
        self.next.setVisible(following is not None)
        if following is not None:
            self.next.set_text(following.words)
        lines = list(self.lines(state))
        self.line_model.show(lines)
        self.line_pages.setCurrentIndex(0 if lines else 1)
        self.fact_list.show_facts(self.facts(state))
        self.timeline.lines.show(list(self.log(state, self.story)))

    @property
    def line(self) -> Any:
        """The chosen line; None when there is none."""
        return self.line_model.row(self.line_view.place)

    def _spoken(self, state: Any) -> str:
        return " ".join(part for part in self.head(state) if part)

    def _spoken_line(self, line: Any) -> str:
        return str(getattr(line, "words", ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lines_panel.setMinimumHeight(self.look.px(150))
        self.show_acts()

    def person(self, key: str) -> str:
        """Who that is, by name; the id of somebody who is not in the roster."""
        found = self.desk.reference.directory.people.get(key)
        return found.name if found is not None else key

    # -- acting ----------------------------------------------------------------------------------------------------

    def offers(self, act: Act) -> bool:
        """Whether an act is offered now."""
        if act.fits is None:
            return True
        return self.state is not None and act.fits(self.state)

    def following(self) -> Act | None:
        """The next step of the chosen matter."""
        return next((act for act in self._acts if act.step and self.offers(act)), None)

    def next_step(self) -> None:
        """``.``: begin the next step."""
        act = self.following()
        if act is not None:
            act.run()

    def hints(self) -> Hints:
        keys: list[tuple[str, str]] = [("↑↓", translate("MatterTab", "choose"))]
        following = self.following()
        if following is not None:
            keys.append((".", following.words))
        if self.state is not None and self.line_model.rowCount():
            keys.append(("← →", translate("MatterTab", "to the lines")))
        taken = {following.key} if following is not None else set()
        for act in self._acts:
            if act is not following and act.key not in taken and self.offers(act):
                taken.add(act.key)
                keys.append((cap(act.key), act.words))
        return [*keys, *self.more_hints()]

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and key == Qt.Key.Key_Period:
            self.next_step()
        elif plain and key == Qt.Key.Key_Right:
            self._to_lines()
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.view.setFocus()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self.print_()
        else:
            act = next((act for act in self._acts if plain and act.key == key and self.offers(act)), None)
            if act is None:
                super().keyPressEvent(event)
            else:
                act.run()

    def print_(self) -> None:
        """Ctrl+P; nothing without a form."""

    def _to_lines(self) -> None:
        if self.line_model.rowCount():
            self.line_view.setFocus()
            if self.line_view.place < 0:
                self.line_view.go(0)

    def _on_button(self) -> None:
        code = self.sender().objectName()
        next(act for act in self._acts if act.code == code).run()

    def _on_filter(self, _place: int) -> None:
        self.load()

    def _on_moved(self, place: int) -> None:
        found = self.model.row(place)
        if found is not None and (self.state is None or self.state.id != found.id):
            self._show(found.id)

    def _on_opened(self, _place: int) -> None:
        self._to_lines()

    def _on_line_opened(self, _place: int) -> None:
        """Enter on a line: the first act on lines that fits."""
        act = next((act for act in self._acts if act.on_line and self.offers(act)), None)
        if act is not None:
            act.run()

    def _on_done(self, done: Done) -> None:
        made = [subject.partition("/")[2] for subject in done.subjects if subject.startswith(f"{self.family}/")]
        if made:
            self._wanted = made[0]
            self.load()


def _key(state: Any) -> str:
    return str(state.id)


def cap(key: Qt.Key) -> str:
    """A key as it stands on a cap."""
    return QKeySequence(key).toString()
