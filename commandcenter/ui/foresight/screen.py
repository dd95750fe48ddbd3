"""Foresight (前瞻): where it gathers, which rule fired, what a word tells over all years, and whether last year's repair helped.

Everything counted over stored cases comes from a child process and is kept with its age; the alerts and the topic are a few
matters and are read at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.domain.clock import DAY, local
from commandcenter.domain.foresight import Foresight, tally
from commandcenter.domain.foresight_rule import Rule
from commandcenter.domain.topic import SMALLEST_SHARE, Study, Topic
from commandcenter.domain.topic_acts import FoundPoint, ListHazards
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.foresight import HotSpots, WordStudy
from commandcenter.ui import when
from commandcenter.ui.foresight.panels import HotPanel, RulesPanel, StudyPanel, words_of, words_text
from commandcenter.ui.foresight.rules import alert_rows
from commandcenter.ui.foresight.sheets import ForesightSheets
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.figurestrip import Figure, FigureStrip
from commandcenter.ui.parts.hazards import FILTERS, HazardPainter, filter_words, hazard_rows
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.parts.topic_hand import TopicHand
from commandcenter.ui.wording import refusal

DAYS = 90
STALE_MS = 60_000
MOST_LISTED = 60
FAMILIES = {"foresight", "foresight_rule", "topic", "place", "unit", "category"}


class ForesightScreen(Screen):
    """Tab 前瞻 of the study room."""

    name = "foresight"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._alerts: dict[str, Foresight] = {}
        self._topics: list[Topic] = []
        self.topic: Topic | None = None
        self.study: WordStudy | None = None
        self._words: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._wanted = ""
        self._looked = False
        self.watch = self.desk.foresight
        self.watch.answered.connect(self._on_answered)
        self.watch.evaluated.connect(self._on_evaluated)
        self.watch.failed.connect(self._on_failed)
        self.acting = Acting(context, self)
        self.sheets = ForesightSheets(context, self, self.acting)
        self.hand = TopicHand(context, self)
        self.hand.changed.connect(self._on_kept)
        self._build()

    def title(self) -> str:
        return self.tr("Foresight")

    def caption(self) -> str:
        if not self.watch.at:
            return self.tr("before anybody complains")
        return self.tr("before anybody complains · rules run {time}").format(
            time=when.moment(self.watch.at, self.now())
        )

    def hints(self) -> Hints:
        told = [("/", self.tr("words")), ("↑ ↓", self.tr("choose"))]
        if self._on_hazards():
            told += [("Enter", self.tr("assess")), ("L", self.tr("look back")), ("G", self.tr("progress"))]
            told.append(("D", self.tr("dispatch what is assessed")))
        else:
            told += [("D", self.tr("send")), ("Y", self.tr("useful")), ("X", self.tr("false"))]
            told += [("W", self.tr("watch")), ("Q", self.tr("close")), ("Enter", self.tr("its cases"))]
        told += [
            ("H", self.tr("list hazards")),
            ("M", self.tr("map")),
            ("E", self.tr("rules")),
            ("R", self.tr("count anew")),
        ]
        if self.topic is not None:
            told.append(("Ctrl P", self.tr("special report")))
        told.append(("C", self.tr("copy for the group")))
        return tuple(told)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.hot = HotPanel(look, self.desk)
        self.hot.modes.picked.connect(self._on_mode)
        self.hot.kinds.currentIndexChanged.connect(self._on_mode)
        self.hot.board.opened.connect(self._on_place)
        self.rules = RulesPanel(look)
        self.rules.view.opened.connect(self._on_alert)
        self.rules.view.moved.connect(self._on_moved)
        self.rules.rules.clicked.connect(self._choose_rule)
        self.words = StudyPanel(look)
        self.words.field.returnPressed.connect(self._on_words)
        self.words.field.left.connect(self._home)
        self.words.keep.clicked.connect(self._keep)
        self.funnel = FigureStrip(look)
        empty = Empty(
            look,
            "list-checks",
            self.tr("No hazard is listed"),
            self.tr("/ takes words, S keeps them as a topic, H lists the points told of in two years or more."),
        )
        self.hazards = ListPanel(look, self.tr("Hazards"), HazardPainter(look), empty, titled=True)
        self.hazards.view.opened.connect(self._assess)
        self.hazards.view.moved.connect(self._on_moved)
        self.filters = SegTabs(look, filter_words(None))
        self.filters.picked.connect(self._on_filter)
        self.hazards.add_to_head(self.filters)
        self.effect = FigureStrip(look, height=92)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.hot, 45)
        left.addWidget(self.rules, 55)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.words, 31)
        right.addWidget(self.funnel)
        right.addWidget(self.hazards, 45)
        right.addWidget(self.effect)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self._left, 622)
        outer.addLayout(right, 1182)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.look.px(760)
        self.effect.setVisible(not low)
        self.words.setMinimumHeight(self.look.px(0 if low else 220))

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "foresight" in what:
            self._wanted = str(what["foresight"])
            self._load()
        if "topic" in what:
            self._choose_topic(str(what["topic"]))
        if "words" in what:
            self.words.field.setText(str(what["words"]))
            self._on_words()

    def where(self) -> Mapping[str, Any]:
        row = self.rules.row
        return {"foresight": row.key} if row is not None else {}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def typing(self) -> bool:
        return self.words.field.hasFocus() and self.words.field.isModified()

    def reload(self, changes: Changes) -> None:
        self._load()
        self._ask_spots()
        if not self._looked:
            self._looked = True
            self.watch.look()

    def _load(self) -> None:
        matters, reference, now = self.desk.read.matters, self.desk.reference, self.now()
        alerts = matters.recent(Foresight, "foresight", now - 365 * DAY)
        self._alerts = {one.id: one for one in alerts}
        rows = alert_rows(alerts, reference, now)
        waiting = sum(row.asks for row in rows)
        self.rules.show_rows(rows, self.tr("{n} wait").format(n=waiting) if rows else "")
        if self._wanted:
            self.rules.view.go(max(0, self.rules.model.place_of(self._wanted)))
            self._wanted = ""
        elif rows and self.rules.view.place < 0:
            self.rules.view.go(0)
        counts = tally(alerts, now - 365 * DAY).values()
        self.rules.left.setText(self.tr("{n} rules").format(n=sum(rule.active for rule in reference.foresight_rules)))
        self.rules.right.setText(
            self.tr("a year: raised {raised}, useful {useful}, false {false}").format(
                raised=sum(one.raised for one in counts),
                useful=sum(one.useful for one in counts),
                false=sum(one.false for one in counts),
            )
        )
        self._topics = [one for one in matters.of(Topic, "topic") if one.closed_at is None]
        wanted = self.topic.id if self.topic is not None else ""
        self.topic = next((one for one in self._topics if one.id == wanted), None)
        if self.topic is None and not self._words[0] and self._topics:
            self._take_topic(self._topics[-1])
        self._show_study()
        self.services.hints_changed.emit()

    def tick(self, now: int) -> None:
        spots: HotSpots | None = self.watch.kept(self._spots_key())
        if spots is not None and now - spots.at > 2 * STALE_MS and now % 30_000 < 1000:
            self._show_spots(spots)

    # -- hot spots -------------------------------------------------------------------------------------------------

    def _spots_key(self) -> Hashable:
        return ("spots", DAYS, self.hot.kind, self.hot.mode == "night")

    def _ask_spots(self) -> None:
        key = self._spots_key()
        kept = self.watch.kept(key)
        if kept is not None:
            self._show_spots(kept)
        night = self.hot.mode == "night"
        self.watch.ask(key, "hot_spots", {"days": DAYS, "category": self.hot.kind, "night": night})

    def _show_spots(self, spots: HotSpots) -> None:
        if not self.hot.kind and self.hot.mode != "night":
            self.hot.offer_kinds(spots.kinds, self.desk.reference)
        age = self.now() - spots.at
        told = self.tr(" · counted {ago} ago").format(ago=when.rough(age)) if age > STALE_MS else ""
        self.hot.show_spots(spots, self.desk.reference, told)

    def _on_mode(self, _place: int) -> None:
        self._ask_spots()

    def _on_place(self, place: str) -> None:
        found = self.desk.reference.directory.places.get(place)
        name = found.kind if found is not None and found.kind in ("community", "grid") else "place"
        self.services.go.emit(Go("cases", {"view": "all", name: place}))

    # -- answers ---------------------------------------------------------------------------------------------------

    def _on_answered(self, key: Hashable, result: Any) -> None:
        if key == self._spots_key():
            self._show_spots(result)
        elif key == self._study_key():
            self.study = result
            self._show_study()
            self.services.hints_changed.emit()

    def _on_evaluated(self, _told: object) -> None:
        self.services.hints_changed.emit()

    def _on_failed(self, trouble: Any) -> None:
        if self.isVisible():
            self.services.toast.emit(Toast(refusal(trouble.code, trouble.facts), kind="warn", seconds=10))

    # -- words -----------------------------------------------------------------------------------------------------

    def _study_key(self) -> Hashable:
        return ("words", *self._words)

    def _on_words(self) -> None:
        """Enter in the field: count these words over all years."""
        include, exclude = words_of(self.words.field.text())
        if not include:
            self.services.toast.emit(Toast(self.tr("Type a word first."), kind="warn"))
            return
        self._words = (include, exclude)
        self.study = None
        self.topic = next((one for one in self._topics if (one.words.include, one.words.exclude) == self._words), None)
        self.words.field.setModified(False)
        self.words.caption.setText(self.tr("being counted …"))
        self._ask_words()
        self._show_study()
        self._to_hazards() if self.topic is not None else self._home()

    def _ask_words(self) -> None:
        include, exclude = self._words
        self.watch.ask(self._study_key(), "study_words", {"include": include, "exclude": exclude})

    def _choose_topic(self, key: str) -> None:
        found = next((one for one in self.desk.read.matters.of(Topic, "topic") if one.id == key), None)
        if found is not None:
            self._take_topic(found)
            self._show_study()

    def _take_topic(self, topic: Topic) -> None:
        self.topic = topic
        self._words = (topic.words.include, topic.words.exclude)
        self.study = self.watch.kept(self._study_key())
        self.words.field.setText(words_text(*self._words))
        self.words.field.setCursorPosition(0)

    def _counted(self) -> WordStudy | Study | None:
        """What is shown: the fresh study of these words, else the one that the topic keeps."""
        return self.study if self.study is not None else self.topic.study if self.topic is not None else None

    def _show_study(self) -> None:
        topic, study, now = self.topic, self._counted(), self.now()
        seen = local(study.at if isinstance(study, Study) else now)  # a kept study knows nothing of the months after it
        season = topic.season.months if topic is not None else ()
        self.words.show_study(study, season, (seen.year, seen.month), self._words)
        self.words.keep.setVisible(topic is None)
        if isinstance(study, WordStudy):
            told = self.tr("{n} cases by month").format(n=study.cases)
            if study.lag:
                told += self.tr(" · {n} cases are not searchable yet").format(n=study.lag)
            self.words.caption.setText(told)
        elif study is not None:
            told = self.tr("as kept on {day}, R counts anew").format(day=f"{local(study.at):%Y-%m-%d}")
            self.words.caption.setText(told)
        elif not self._words[0]:
            self.words.caption.setText("")
        self._show_funnel()
        rows = hazard_rows(topic, self.desk.reference, now, FILTERS[self.filters.current]) if topic is not None else []
        self.filters.set_words(filter_words(topic))
        name = f"{topic.number} {topic.name}" if topic is not None else ""
        self.hazards.show_rows(rows, name)
        self.hazards.title.setText(self.tr("Hazards"))
        self._show_effect()

    def _show_funnel(self) -> None:
        topic, study = self.topic, self._counted()
        cases = study.cases if study is not None else 0
        if isinstance(study, WordStudy):
            points, repeated = study.all_points, study.all_repeated
            both, years = study.repeated_cases, len(study.years)
        elif study is not None:
            points, repeated, both = study.points, study.repeated, study.repeated_cases
            years = len({month[:4] for month in study.by_month})
        else:
            points = repeated = both = years = 0
        hazards = topic.points if topic is not None else ()
        long_term = sum(one.progress == "long_term" for one in hazards)
        mended = [one for one in hazards if one.repaired_at is not None]
        looked = [one for one in hazards if one.looks]
        fine = sum(one.looks[-1].found == "fine" for one in looked)
        listed = len(hazards)

        def told(count: int) -> str:
            return str(count) if study is not None else "—"

        def share(part: int, whole: int) -> float | None:
            return part / whole if whole else None

        told_share = (
            self.tr("{p} % of the cases").format(p=round(100 * both / cases)) if cases >= SMALLEST_SHARE else ""
        )
        self.funnel.show_figures(
            [
                Figure(self.tr("Cases"), told(cases), self.tr("in {n} years").format(n=years), share(1, int(cases > 0)),
                       self.tr("at {n} points").format(n=points)),
                Figure(self.tr("Points told of again"), told(repeated), self.tr("in two years or more"), share(repeated, points),
                       told_share or self.tr("{n} cases").format(n=both)),
                Figure(self.tr("Hazards listed"), str(listed), self.tr("points"), share(listed, max(repeated, listed)),
                       self.tr("{n} long-term, with a reason").format(n=long_term)),
                Figure(self.tr("Repaired"), str(len(mended)), self.tr("points"), share(len(mended), listed),
                       self.tr("{n} not yet").format(n=listed - len(mended))),
                Figure(self.tr("Looked back"), f"{fine} / {len(looked)}", self.tr("hold"), share(fine, len(looked)),
                       self.tr("{n} came again").format(n=sum(one.looks[-1].found == "recurred" for one in looked))),
            ]
        )  # fmt: skip

    def _show_effect(self) -> None:
        effect = self.topic.effect if self.topic is not None else None
        honest = Figure(
            self.tr("What it does not prove"), "", words=self.tr("rain and habits of reporting differ from year to year"),
            note=self.tr("few cases: counts only, no shares"), wide=2,
        )  # fmt: skip
        if effect is None:
            words = self.tr("B compares the season with the former one") if self.topic is not None else "—"
            self.effect.show_figures([Figure(self.tr("Effect"), "", words=words, wide=2), honest])
            return
        points, before, after = effect.repaired
        others, was, now = effect.unrepaired
        until = f"{local(effect.until - 1):%m-%d}"
        self.effect.show_figures(
            [
                Figure(self.tr("Season {a} → {b}, the same days").format(a=effect.year - 1, b=effect.year),
                       f"{effect.before} → {effect.after}", self.tr("cases"), None,
                       self.tr("up to {day}, same words").format(day=until), wide=2),
                Figure(self.tr("Repaired points"), f"{before} → {after}", self.tr("cases at {n} points").format(n=points), None,
                       self.tr("not repaired: {was} → {now} at {n}").format(was=was, now=now, n=others), wide=2),
                honest,
            ]
        )  # fmt: skip

    def _on_filter(self, _place: int) -> None:
        self._show_study()

    def _keep(self) -> None:
        if self._words[0]:
            study = self._counted()
            self.hand.keep(*self._words, study.by_month if study is not None else {})

    def _on_kept(self, done: Any) -> None:
        key = str(done.report.get("topic", ""))
        if key:
            self._choose_topic(key)
            self._load()

    def _list_hazards(self) -> None:
        """H: the points told of in two years or more go on the topic's list, with the figures of the study."""
        topic, study = self.topic, self.study
        if topic is None:
            self._keep() if self._words[0] else self.words.field.setFocus()
            return
        if study is None:
            self._ask_words()
            self.services.toast.emit(Toast(self.tr("The words are being counted; press H again."), kind="plain"))
            return
        if not study.repeated:
            words = self.tr("No point was told of in two years or more.")
            self.services.toast.emit(Toast(words, kind="warn"))
            return
        points = tuple(
            FoundPoint(
                place=one.place,
                point="" if one.place else one.words,
                community=one.community,
                times=one.times,
                years=tuple(one.years),
                evidence=one.evidence,
            )
            for one in study.repeated[:MOST_LISTED]
        )
        command = ListHazards(
            topic=topic.id,
            points=points,
            cases=study.cases,
            all_points=study.all_points,
            repeated=study.all_repeated,
            repeated_cases=study.repeated_cases,
            excluded=study.excluded_all,
            by_month=dict(study.by_month),
        )
        self.hand.acting.send(command, self.tr("The points are on the list; Enter assesses one."))
        self.hazards.view.setFocus()

    # -- hands -----------------------------------------------------------------------------------------------------

    def _on_hazards(self) -> bool:
        return self.hazards.view.hasFocus()

    def _on_moved(self, _place: int) -> None:
        self.services.hints_changed.emit()

    @property
    def alert(self) -> Foresight | None:
        """The alert under the hand."""
        row = self.rules.row
        return self._alerts.get(row.key) if row is not None else None

    def _on_alert(self, _place: int) -> None:
        """Enter: what came again since it was watched, alone; else the case it was sent as and those it rests on."""
        alert = self.alert
        if alert is None or alert.now is None:
            return
        rests = (alert.now.case, *alert.now.other_cases, *alert.now.evidence)
        cases = list(alert.now.recurred) if alert.stage == "reopened" else [case for case in rests if case]
        if not cases:
            return
        what = {"case": cases[0]} if len(cases) == 1 else {"ids": cases}
        self.services.go.emit(Go("cases", what))

    def _hazard(self) -> Any:
        row = self.hazards.row
        return self.topic.hazard(row.key) if self.topic is not None and row is not None else None

    def _assess(self, _place: int = 0) -> None:
        hazard = self._hazard()
        if self.topic is not None and hazard is not None:
            self.hand.assess(self.topic, hazard)

    def _dispatch(self) -> None:
        if self._on_hazards():
            if self.topic is not None:
                self.hand.dispatch(self.topic)
        elif self.alert is not None:
            self.sheets.dispatch(self.alert)

    def _look_back(self) -> None:
        hazard = self._hazard()
        if self.topic is not None and hazard is not None:
            self.hand.look_back(self.topic, hazard)

    def _progress(self) -> None:
        hazard = self._hazard()
        if self.topic is not None and hazard is not None:
            self.hand.progress(self.topic, hazard)

    def _on_rule_alert(self, act: Callable[[Foresight], None]) -> None:
        if self.alert is not None:
            act(self.alert)

    def _again(self) -> None:
        """R: run the rules and count what is shown anew."""
        self.watch.forget()
        self.watch.look(again=True)
        self._ask_spots()
        if self._words[0]:
            self.study = None
            self._ask_words()
        self.services.toast.emit(Toast(self.tr("Rules and counts are run anew."), kind="plain"))

    def _copy(self) -> None:
        """C: the alert as a message for the group."""
        alert = self.alert
        if alert is None or alert.now is None:
            return
        rule, last = self.sheets.rule(alert), alert.now
        parts = [f"【未诉先办】{rule.name}：{self.sheets.where(alert)}，{last.count} 件。", rule.advice]
        QGuiApplication.clipboard().setText("".join(part for part in parts if part))
        self.services.toast.emit(Toast(self.tr("Copied for the group."), kind="done"))

    def _choose_rule(self) -> None:
        """E: which rule to change; the last entry makes a new one."""
        rules = self.desk.reference.foresight_rules
        counts = tally(list(self._alerts.values()), self.now() - 365 * DAY)

        def words(rule: Rule) -> str:
            one = counts.get(rule.id)
            told = self.tr("{name} · raised {n}, useful {useful}, false {false}").format(
                name=rule.name,
                n=one.raised if one else 0,
                useful=one.useful if one else 0,
                false=one.false if one else 0,
            )
            return told if rule.active else self.tr("{told} (off)").format(told=told)

        menu = menu_in(self)
        for rule in rules:
            menu.addAction(words(rule)).setData(rule.id)
        menu.addSeparator()
        menu.addAction(self.tr("New rule …")).setData("")
        menu.triggered.connect(self._on_rule_chosen)
        menu.popup(self.rules.rules.mapToGlobal(self.rules.rules.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _on_rule_chosen(self, action: QAction) -> None:
        rules = self.desk.reference.foresight_rules
        self.sheets.edit_rule(next((rule for rule in rules if rule.id == action.data()), None))

    def focusInEvent(self, event: object) -> None:
        """The keyboard goes to the reminders; without any it stays here, and the keys work all the same."""
        self._home()

    def _home(self) -> None:
        (self.rules.view if self.rules.model.rows else self).setFocus()

    def _to_hazards(self) -> None:
        (self.hazards.view if self.hazards.model.rows else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            if self.topic is not None:
                self.hand.print(self.topic)
            return
        if modifiers and key != Qt.Key.Key_Slash:
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_W, Qt.Key.Key_Q):
            acts = {
                Qt.Key.Key_Y: self.sheets.useful,
                Qt.Key.Key_X: self.sheets.false_alarm,
                Qt.Key.Key_W: self.sheets.watch,
                Qt.Key.Key_Q: self.sheets.close,
            }
            self._on_rule_alert(acts[Qt.Key(key)])
            return
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Slash: self._to_words,
            Qt.Key.Key_D: self._dispatch,
            Qt.Key.Key_H: self._list_hazards,
            Qt.Key.Key_L: self._look_back,
            Qt.Key.Key_G: self._progress,
            Qt.Key.Key_S: self._keep,
            Qt.Key.Key_M: self._to_board,
            Qt.Key.Key_E: self._choose_rule,
            Qt.Key.Key_R: self._again,
            Qt.Key.Key_C: self._copy,
            Qt.Key.Key_B: self._measure,
            Qt.Key.Key_Left: self._home,
            Qt.Key.Key_Right: self._to_hazards,
            Qt.Key.Key_Escape: self._home,
        }
        way = ways.get(key)
        if way is None:
            super().keyPressEvent(event)
            return
        way()

    def _to_words(self) -> None:
        self.words.field.setFocus()
        self.words.field.selectAll()

    def _to_board(self) -> None:
        """M: the board, at the spot of the alert under the hand."""
        if self.alert is not None and self.hot.mode != "hours":
            self.hot.board.choose(self.alert.spot)
        self.hot.board.setFocus()

    def _measure(self) -> None:
        if self.topic is not None:
            self.hand.measure(self.topic)
