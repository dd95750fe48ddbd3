"""Topics (专题): the list, how far each has come, its hazards one by one, its look-backs and what its seasons brought."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local
from commandcenter.domain.topic import STAGES, Hazard, Topic
from commandcenter.journal.journal import Changes
from commandcenter.ui.foresight_words import LIKELIHOODS, LOOKS, PROGRESS, foresight_word
from commandcenter.ui.foresight_words import STAGES as STAGE_WORDS
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label, Panel, clear, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.days import short_day
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.figurestrip import Figure, FigureStrip
from commandcenter.ui.parts.hazards import FILTERS, HazardPainter, filter_words, hazard_rows, point_name
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.parts.stagebar import StageBar, Step
from commandcenter.ui.parts.topic_hand import TopicHand
from commandcenter.ui.parts.yearcurve import YearCurve, years_of
from commandcenter.ui.theme.look import Look

FAMILIES = {"topic", "place", "unit"}


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic as the list shows it."""

    key: str
    name: str
    words: str
    state: str
    note: str
    late: bool


def topic_row(topic: Topic, now: int, points: str, due: str) -> TopicRow:
    """The row of a topic; ``points`` and ``due`` are sentences with gaps for a number and a day."""
    waiting = [turn for turn in topic.rounds if turn.done_at is None]
    note = due.format(day=f"{local(waiting[0].due_at):%Y-%m-%d}") if waiting and topic.closed_at is None else ""
    return TopicRow(
        key=topic.id,
        name=topic.name,
        words=f"{topic.number} · {points.format(n=len(topic.points))}",
        state=foresight_word(STAGE_WORDS, topic.stage),
        note=note,
        late=any(turn.due_at < now for turn in waiting) and topic.closed_at is None,
    )


class TopicPainter(RowPainter):
    """Paints a topic in three lines."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 200, 1)]), height=84)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look, px = self.look, self.look.px
        told: TopicRow = row
        state = look.width(told.state, "caption")
        line = QRect(rect.left(), rect.top() + px(10), rect.width() - state - px(8), px(20))
        paint.elided(p, look, line, told.name, "strong", "tx1")
        at = QRect(rect.right() - state, line.top(), state + 2, px(20))
        paint.elided(p, look, at, told.state, "caption", "tx2", paint.RIGHT)
        second = QRect(rect.left(), line.top() + px(22), rect.width(), px(20))
        paint.elided(p, look, second, told.words, "caption", "tx2")
        third = second.translated(0, px(21))
        if told.late:
            p.drawPixmap(third.left(), third.top() + px(3), look.icon("triangle-alert", "amb", px(14)))
            third = third.adjusted(px(20), 0, 0, 0)
        paint.elided(p, look, third, told.note, "caption", "amb" if told.late else "tx3")


class HazardCard(Panel):
    """One hazard in words: the three questions, who repairs, how, and every look-back."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, " ", "", parent, head=40)
        names = [
            self.tr("Told of"),
            self.tr("Community"),
            self.tr("Cause"),
            self.tr("How likely"),
            self.tr("When it comes"),
            self.tr("What it would do"),
            self.tr("Who repairs"),
            self.tr("Measure"),
            self.tr("Progress"),
            self.tr("By"),
        ]
        self.grid = FactGrid(look, names, edge=0)
        self.looks = QVBoxLayout()
        self.looks.setSpacing(4)
        inner = column(margins=(14, 10, 14, 12), gap=10)
        inner.addWidget(self.grid)
        inner.addLayout(self.looks)
        inner.addStretch(1)
        self.body.addLayout(inner)

    def show_hazard(self, hazard: Hazard | None, reference: Reference) -> None:
        """Show a hazard; None shows nothing."""
        clear(self.looks)
        if hazard is None:
            self.title.setText(self.tr("Hazard"))
            for place in range(len(self.grid.values)):
                self.grid.tell(place, "—")
            return
        self.title.setText(point_name(hazard, reference))
        years = "、".join(str(year) for year in hazard.years)
        community = reference.directory.places.get(hazard.community)
        facts = (
            self.tr("{n} cases in {years}").format(n=hazard.times, years=years or "—"),
            community.name if community is not None else "—",
            hazard.cause,
            foresight_word(LIKELIHOODS, hazard.likelihood),
            hazard.expected,
            hazard.consequence,
            reference.unit_name(hazard.repairer) if hazard.repairer else "",
            hazard.measure,
            foresight_word(PROGRESS, hazard.progress),
            short_day(hazard.due_at),
        )
        for place, fact in enumerate(facts):
            self.grid.tell(place, fact or "—")
        for one in reversed(hazard.looks[-6:]):
            told = f"{one.year} · {local(one.at):%Y-%m-%d} · {foresight_word(LOOKS, one.found)} {one.words}".strip()
            line = Label(self._look, told, "caption", "2")
            line.setWordWrap(True)
            self.looks.addWidget(line)


class TopicsScreen(Screen):
    """Tab 专题 of the study room."""

    name = "topics"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.topic: Topic | None = None
        self._all: dict[str, Topic] = {}
        self._wanted = ""
        self.hand = TopicHand(context, self)
        self.hand.changed.connect(self._on_done)
        self._build()

    def title(self) -> str:
        return self.tr("Topics")

    def caption(self) -> str:
        return self.tr("one word, its points, repaired and looked at before every season")

    def clearance(self) -> int:
        """Toasts leave the figures at the foot free."""
        return self.height() - self.effect.mapTo(self, QPoint(0, 0)).y() if self.effect.isVisible() else 0

    def hints(self) -> Hints:
        told = [("↑ ↓", self.tr("choose")), ("Tab", self.tr("to the hazards"))]
        if self.topic is None:
            return tuple(told)
        told += [("Enter", self.tr("assess")), ("G", self.tr("progress")), ("L", self.tr("look back"))]
        told += [("D", self.tr("dispatch")), ("N", self.tr("schedule")), ("B", self.tr("compare seasons"))]
        told += [("P", self.tr("report went out")), ("X", self.tr("off the list")), ("O", self.tr("its case"))]
        told += [
            ("F", self.tr("words")),
            ("I", self.tr("change")),
            ("E", self.tr("close")),
            ("Ctrl P", self.tr("special report")),
        ]
        return tuple(told)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        none = Empty(
            look, "folder-kanban", self.tr("No topic yet"), self.tr("In Foresight, / takes words and S keeps them.")
        )
        self.list = ListPanel(look, self.tr("Topics"), TopicPainter(look), none)
        self.list.view.moved.connect(self._on_moved)
        self.list.view.opened.connect(self._to_hazards)
        self.list.setFixedWidth(look.px(300))
        self.stages = StageBar(look)
        self.next = Button(look, "", icon="arrow-right", key=".", kind="primary", small=True)
        self.next.clicked.connect(self.next_step)
        self.paper = Button(look, self.tr("Special report"), icon="file-text", key="Ctrl P", small=True)
        self.paper.clicked.connect(self._print)
        self.head = Panel(look, " ", "")
        self.head.add_to_head(self.paper)
        self.head.add_to_head(self.next)
        self.head.body.addLayout(row(self.stages, margins=(14, 2, 14, 2)))
        self.curve = YearCurve(look)
        self.curve_panel = Panel(look, self.tr("Cases by month"), "")
        self.curve_panel.body.addWidget(self.curve)
        self.effect = FigureStrip(look, height=92)
        nothing = Empty(
            look, "list-checks", self.tr("No hazard is listed"), self.tr("F opens its words; H lists there.")
        )
        self.hazards = ListPanel(look, self.tr("Hazards"), HazardPainter(look), nothing, titled=True)
        self.hazards.view.moved.connect(self._on_hazard)
        self.hazards.view.opened.connect(self._assess)
        self.filters = SegTabs(look, filter_words(None))
        self.filters.picked.connect(self._on_filter)
        self.hazards.add_to_head(self.filters)
        self.card = HazardCard(look)
        self.card.setFixedWidth(look.px(380))
        main = QWidget()
        body = QVBoxLayout(main)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.head)
        body.addWidget(self.curve_panel, 30)
        lower = QHBoxLayout()
        lower.setSpacing(12)
        lower.addWidget(self.hazards, 1)
        lower.addWidget(self.card)
        body.addLayout(lower, 55)
        body.addWidget(self.effect)
        self.empty = Empty(
            look,
            "folder-kanban",
            self.tr("No topic yet"),
            self.tr("In Foresight, / takes words over all years and S keeps them as a topic."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(main)
        self.pages.addWidget(self.empty)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self.list)
        outer.addWidget(self.pages, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = self.look
        self.card.setVisible(self.width() >= look.px(1500))
        self.list.setFixedWidth(look.px(300 if self.width() >= look.px(1500) else 236))
        self.curve_panel.setVisible(self.height() >= look.px(700))

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "topic" in what:
            self._wanted = str(what["topic"])
            self._load()

    def where(self) -> Mapping[str, Any]:
        return {"topic": self.topic.id} if self.topic is not None else {}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        now = self.now()
        found = self.desk.read.matters.of(Topic, "topic")
        found.sort(key=lambda one: (one.closed_at is not None, -one.opened_at))
        self._all = {one.id: one for one in found}
        points, due = self.tr("{n} points"), self.tr("look-back by {day}")
        self.list.show_rows([topic_row(one, now, points, due) for one in found], str(len(found)) if found else "")
        wanted = self._wanted or (self.topic.id if self.topic is not None else "")
        self._wanted = ""
        place = self.list.model.place_of(wanted) if wanted else -1
        if found:
            self.list.view.go(max(0, place))
        self._choose(max(0, place))

    def _choose(self, place: int) -> None:
        found = self.list.model.row(place)
        self.topic = self._all.get(found.key) if found is not None else None
        self._show()
        self.services.hints_changed.emit()

    def _on_moved(self, place: int) -> None:
        if place >= 0:
            self._choose(place)

    def _on_done(self, _done: object) -> None:
        self._load()

    def _show(self) -> None:
        topic, now = self.topic, self.now()
        self.pages.setCurrentIndex(0 if topic is not None else 1)
        if topic is None:
            return
        words = " ".join((*topic.words.include, *(f"-{word}" for word in topic.words.exclude)))
        self.head.title.setText(f"{topic.number} {topic.name}")
        season = self.tr("season {first}–{last}").format(first=topic.season.first, last=topic.season.last)
        self.head.caption.setText(f"{words} · {season}")
        now_at = STAGES.index(topic.stage)
        steps = [
            Step(code, foresight_word(STAGE_WORDS, code), fact)
            for place, code in enumerate(STAGES)
            if (fact := self._fact(topic, code)) or place == now_at or now_at < place < len(STAGES) - 1
        ]
        self.stages.show_steps(
            steps,
            topic.stage,
            back=False,
        )
        told, _ = self._next()
        self.next.set_text(told)
        self.next.setVisible(bool(told))
        study = topic.study
        if study is not None:
            seen = local(study.at)
            self.curve.show_years(years_of(study.by_month, (seen.year, seen.month)), seen.year, topic.season.months)
            self.curve_panel.caption.setText(
                self.tr("{n} cases, as kept on {day}").format(n=study.cases, day=f"{seen:%Y-%m-%d}")
            )
        else:
            self.curve.show_years([], 0)
            self.curve_panel.caption.setText("")
        self.filters.set_words(filter_words(topic))
        which = FILTERS[self.filters.current]
        self.hazards.show_rows(hazard_rows(topic, self.desk.reference, now, which))
        if self.hazards.model.rows and self.hazards.view.place < 0:
            self.hazards.view.go(0)
        self.card.show_hazard(self._hazard(), self.desk.reference)
        self._show_effect(topic)

    def _fact(self, topic: Topic, stage: str) -> str:
        """The date under a stage."""
        done = [turn.done_at for turn in topic.rounds if turn.done_at is not None]
        told: dict[str, int | None] = {
            "opened": topic.opened_at,
            "listed": topic.study.at if topic.study is not None else None,
            "reported": topic.reported_at[-1] if topic.reported_at else None,
            "dispatched": topic.dispatched_at,
            "looked_back": done[-1] if done else None,
            "measured": topic.effect.at if topic.effect is not None else None,
            "closed": topic.closed_at,
        }
        return short_day(told[stage])

    def _show_effect(self, topic: Topic) -> None:
        honest = Figure(
            self.tr("What it does not prove"), "", words=self.tr("rain and habits of reporting differ from year to year"),
            note=self.tr("few cases: counts only, no shares"), wide=2,
        )  # fmt: skip
        waiting = [turn for turn in topic.rounds if turn.done_at is None]
        following = Figure(self.tr("Next look-back"), "", words=self.tr("N schedules it"))
        if waiting:
            turn = waiting[0]
            left = sum(one.look(turn.year) is None for one in topic.points)
            following = Figure(
                self.tr("Next look-back, season {year}").format(year=turn.year), str(left), self.tr("points to look at"),
                None, self.tr("by {day}").format(day=f"{local(turn.due_at):%Y-%m-%d}"),
            )  # fmt: skip
        effect = topic.effect
        if effect is None:
            words = self.tr("B compares the season with the former one")
            self.effect.show_figures([following, Figure(self.tr("Effect"), "", words=words, wide=2), honest])
            return
        points, before, after = effect.repaired
        others, was, now = effect.unrepaired
        self.effect.show_figures(
            [
                following,
                Figure(self.tr("Season {a} → {b}").format(a=effect.year - 1, b=effect.year),
                       f"{effect.before} → {effect.after}", self.tr("cases"), None,
                       self.tr("elsewhere {a} → {b}").format(a=effect.elsewhere[0], b=effect.elsewhere[1])),
                Figure(self.tr("Repaired points"), f"{before} → {after}", self.tr("cases at {n} points").format(n=points), None,
                       self.tr("not repaired: {was} → {now} at {n}").format(was=was, now=now, n=others)),
                honest,
            ]
        )  # fmt: skip

    # -- hands -----------------------------------------------------------------------------------------------------

    def _hazard(self) -> Hazard | None:
        found = self.hazards.row
        return self.topic.hazard(found.key) if self.topic is not None and found is not None else None

    def _on_hazard(self, _place: int) -> None:
        self.card.show_hazard(self._hazard(), self.desk.reference)

    def _on_filter(self, _place: int) -> None:
        self._show()

    def _to_hazards(self, _place: int = 0) -> None:
        (self.hazards.view if self.hazards.model.rows else self).setFocus()

    def _on_one(self, act: Callable[[Topic, Hazard], None]) -> None:
        hazard = self._hazard()
        if self.topic is not None and hazard is not None:
            act(self.topic, hazard)
        else:
            self._to_hazards()

    def _assess(self, _place: int = 0) -> None:
        self._on_one(self.hand.assess)

    def _on_topic(self, act: Callable[[Topic], None]) -> None:
        if self.topic is not None:
            act(self.topic)

    def _print(self) -> None:
        self._on_topic(self.hand.print)

    def _next(self) -> tuple[str, Callable[[], None] | None]:
        """What comes next: its words and what opens it."""
        topic = self.topic
        if topic is None or topic.closed_at is not None:
            return "", None
        if not topic.points:
            return self.tr("List hazards"), self._to_words
        if any(not one.assessed for one in topic.points):
            return self.tr("Assess"), self._assess_next
        if not topic.reported_at and not topic.dispatched_at:
            return self.tr("Report went out"), self._issue
        if any(one.progress == "assessed" for one in topic.points):
            return self.tr("Dispatch"), self._dispatch
        if not any(turn.done_at is None for turn in topic.rounds):
            return self.tr("Schedule the look-back"), self._schedule
        return self.tr("Look back"), self._look_next

    def next_step(self) -> None:
        """Open what comes next."""
        _, way = self._next()
        if way is not None:
            way()

    def _first(self, holds: Callable[[Hazard], bool], act: Callable[[Topic, Hazard], None]) -> None:
        topic = self.topic
        one = next((one for one in topic.points if holds(one)), None) if topic is not None else None
        if topic is not None and one is not None:
            place = self.hazards.model.place_of(one.id)
            if place >= 0:
                self.hazards.view.go(place)
            act(topic, one)

    def _assess_next(self) -> None:
        self._first(lambda one: not one.assessed, self.hand.assess)

    def _look_next(self) -> None:
        topic = self.topic
        years = [turn.year for turn in topic.rounds if turn.done_at is None] if topic is not None else []
        if years:
            self._first(lambda one: one.look(years[0]) is None, self.hand.look_back)

    def _issue(self) -> None:
        self._on_topic(self.hand.issue)

    def _dispatch(self) -> None:
        self._on_topic(self.hand.dispatch)

    def _schedule(self) -> None:
        self._on_topic(self.hand.schedule)

    def _to_words(self) -> None:
        if self.topic is not None:
            self.services.go.emit(Go("foresight", {"topic": self.topic.id}))

    def _to_case(self) -> None:
        hazard = self._hazard()
        cases = (
            [case for case in (hazard.case, *hazard.other_cases, *hazard.evidence) if case]
            if hazard is not None
            else []
        )
        if cases:
            self.services.go.emit(Go("cases", {"ids": cases}))

    def focusInEvent(self, event: object) -> None:
        """The keyboard goes to the list; without a topic it stays here."""
        self._home()

    def _home(self) -> None:
        (self.list.view if self.list.model.rows else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self._print()
            return
        on_one = {
            Qt.Key.Key_G: self.hand.progress,
            Qt.Key.Key_L: self.hand.look_back,
            Qt.Key.Key_X: self.hand.drop,
            Qt.Key.Key_A: self.hand.assess,
        }
        on_topic = {
            Qt.Key.Key_D: self.hand.dispatch,
            Qt.Key.Key_N: self.hand.schedule,
            Qt.Key.Key_B: self.hand.measure,
            Qt.Key.Key_P: self.hand.issue,
            Qt.Key.Key_E: self.hand.close,
            Qt.Key.Key_I: self.hand.amend,
        }
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Period: self.next_step,
            Qt.Key.Key_F: self._to_words,
            Qt.Key.Key_O: self._to_case,
            Qt.Key.Key_Left: self._home,
            Qt.Key.Key_Right: self._to_hazards,
            Qt.Key.Key_Escape: self._home,
        }
        if modifiers:
            super().keyPressEvent(event)
        elif key in on_one:
            self._on_one(on_one[Qt.Key(key)])
        elif key in on_topic:
            self._on_topic(on_topic[Qt.Key(key)])
        elif key in ways:
            ways[key]()
        else:
            super().keyPressEvent(event)
