"""The review (Alt+6): figures, replay, times, lessons at the left, the paper at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.shown import is_masked, shown_facts, shown_incident
from commandcenter.domain.command import Batch
from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.printed import Prints, prints_subject
from commandcenter.domain.review import DropItem, FinishAction, KeepVersion, SignReview
from commandcenter.domain.timeline import entries
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Incident, WhistleRow
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, Panel, row
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.figures import FigureStrip
from commandcenter.ui.parts.incident_story import incident_rows
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.screen import Context, Hints, Screen, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.parts.unmasking import Unmasking
from commandcenter.ui.review.charts import CurveView, FormerView, former_rows
from commandcenter.ui.review.figures import head_figures, note_of, turning_points
from commandcenter.ui.review.gantt import Gantt, bar_of
from commandcenter.ui.review.lessons import (
    Lesson,
    LessonsPanel,
    lesson_command,
    lesson_sheet,
    lessons_of,
    proof_sheet,
)
from commandcenter.ui.review.paper import PaperPanel
from commandcenter.ui.review.replay import JUMP_MS, ReplayPanel
from commandcenter.ui.review.versions import VersionsView, changes_since, version_rows
from commandcenter.ui.wording import trouble
from commandcenter.ui.words import ROLES, word

MOST = 200
SIGNERS = ("special_team", "leader")


class ReviewScreen(Screen):
    """Alt+6. The newest incident stands first; O chooses another."""

    name = "review"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._whistle = ""
        self.incident: Incident | None = None
        self._rows: list[WhistleRow] = []
        self._lesson: Lesson | None = None
        self._low = False
        self._role = ""
        self._build()
        for keys, way in (("PgUp", self._page_back), ("PgDown", self._page_on)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def title(self) -> str:
        return self.tr("Review")

    def caption(self) -> str:
        if self.incident is None:
            return ""
        whistle = self.incident.whistle
        told = f"{whistle.number} · {whistle.title or whistle.place_words}"
        answering = self._answered(whistle)
        return f"{told} · {answering}" if answering else told

    def _answered(self, whistle: Whistle) -> str:
        """The chief who answered for the place on the day it happened, whoever it is now."""
        directory = self.desk.reference.directory.at(whistle.blown_at)
        place = directory.places.get(whistle.place)
        chief = directory.answers_for(place).chief if place is not None else None
        return f"{word(ROLES, chief.role)} {chief.person.name}" if chief is not None else ""

    def mode(self) -> str:
        return DRILL if self.incident is not None and self.incident.whistle.mode == DRILL else ""

    def where(self) -> Mapping[str, Any]:
        return {"whistle": self._whistle} if self._whistle else {}

    def hints(self) -> Hints:
        if self.incident is None:
            return ()
        return (
            ("O", self.tr("another incident")),
            ("Space", self.tr("play, pause")),
            ("← →", self.tr("10 s")),
            ("Shift ← →", self.tr("entry by entry")),
            ("B", self.tr("as known then")),
            ("C", self.tr("charts")),
            ("V", self.tr("versions")),
            ("N", self.tr("a lesson")),
            ("Enter", self.tr("change it")),
            ("X", self.tr("it is done")),
            ("Del", self.tr("take it out")),
            ("M", self.tr("sign")),
            ("Ctrl U", self.tr("show names")),
            ("Ctrl S", self.tr("save PDF")),
            ("Ctrl P", self.tr("print")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.pages = QStackedWidget()
        main = QWidget()
        self.pages.addWidget(main)
        self.pages.addWidget(
            Empty(
                look,
                "history",
                self.tr("No whistle has been blown yet"),
                self.tr("A review is assembled by itself from what is recorded during an incident or a drill."),
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(self.pages)
        columns = QHBoxLayout(main)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        columns.addLayout(self._build_left(), 1182)
        self.paper = PaperPanel(self.context, self)
        self.paper.setMinimumWidth(look.px(380))
        columns.addWidget(self.paper, 622)

    def _build_left(self) -> QVBoxLayout:
        look = self.look
        left = QVBoxLayout()
        left.setSpacing(10)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Incident"))
        self.choice.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.choice.activated.connect(self._on_choice)
        self.signed = Label(look, "", "caption", "2")
        left.addLayout(row(self.choice, KeyCaps(look, "O"), self.signed, None, gap=10))
        self.figures = FigureStrip(look)
        left.addWidget(self.figures)
        self.replay = ReplayPanel(look, self._unit_name)
        self.replay.moved.connect(self._on_moved)
        self._left = left
        left.addWidget(self.replay, 44)
        left.addWidget(self._build_charts(), 34)
        self.lessons = LessonsPanel(look)
        self.lessons.add.clicked.connect(self.add_lesson)
        self.lessons.opened.connect(self._open_lesson)
        self.versions = VersionsView(look)
        self.versions.opened.connect(self.paper_version)
        self.lessons.add_view(self.versions)
        left.addWidget(self.lessons, 22)
        return left

    def _build_charts(self) -> Panel:
        look = self.look
        self.charts = Panel(
            look, self.tr("Charts"), self.tr("minutes; after half an hour the scale is compressed"), head=40
        )
        self.chart_tabs = SegTabs(look, [self.tr("Times"), self.tr("Curve"), self.tr("Former incidents")])
        self.chart_tabs.picked.connect(self._on_chart)
        self.charts.add_to_head(KeyCaps(look, "C"))
        self.charts.add_to_head(self.chart_tabs)
        self.gantt = Gantt(look)
        self.curve = CurveView(look)
        self.former = FormerView(look)
        self._chart_pages = QStackedWidget()
        for view in (self.gantt, self.curve, self.former):
            self._chart_pages.addWidget(view)
        self.charts.body.addWidget(self._chart_pages, 1)
        return self.charts

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "whistle" in what:
            self._whistle = str(what["whistle"])
            self._load()
        if "paper" in what:
            self.paper.show_document(str(what["paper"]))

    def cares(self, changes: Changes) -> bool:
        return bool(
            changes.families()
            & {"whistle", "report_in", "post", "order", "sitrep", "review", "unit", "person", "privacy"}
        )

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        self._rows = self.desk.read.incidents.all(MOST)
        ids = [line.state.id for line in self._rows]
        if self._whistle not in ids:
            self._whistle = ids[0] if ids else ""
        self._show_choice()
        if not self._whistle:
            self.incident = None
            self.pages.setCurrentIndex(1)
            self.paper.show_incident(None)
            return
        self.pages.setCurrentIndex(0)
        self.incident = shown_incident(self.desk, self._whistle)
        self._show()
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _show_choice(self) -> None:
        self.choice.clear()
        for line in self._rows:
            state = line.state
            sort = self.tr("DRILL") if state.mode == DRILL else self.tr("REAL")
            title = state.title or state.place_words
            self.choice.addItem(f"{sort}  {state.number}  {title}  {when.day(state.blown_at)}", state.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._whistle)))

    def _show(self) -> None:
        incident = self.incident
        if incident is None:
            return
        whistle = incident.whistle
        drill = whistle.mode == DRILL
        end = whistle.closed_at if whistle.closed_at is not None else self.now()
        facts = shown_facts(self.desk, whistle)
        marks = {key: code for state in incident.report_ins for key, code in state.irregular}
        told = entries(facts, marks)
        end = max([end, *(entry.at for entry in told)])
        rows = incident_rows(told, whistle.blown_at, self._person, self._unit_name)
        self.figures.show_figures(head_figures(incident, self._unit_name, end))
        self.replay.show_incident(whistle, facts, told, rows, turning_points(whistle, told, self._unit_name), end)
        listed = [state for state in incident.report_ins if state.listed and not state.undone]
        self.gantt.show_bars(
            [bar_of(state, self._unit_name(state.unit), whistle.blown_at, end, note_of(state)) for state in listed],
            end - whistle.blown_at,
            drill=drill,
        )
        self.curve.show_incident(whistle, incident.report_ins, end - whistle.blown_at, drill=drill)
        before = self.desk.read.incidents.former(whistle) if whistle.plan else []
        self.former.show_rows(former_rows(whistle, incident.report_ins, before, end))
        self.lessons.show_lessons(lessons_of(incident.review), self.now(), drill=drill)
        self._show_versions(incident, facts, {line.key: line.words for line in rows})
        self._show_signatures(incident)
        self.paper.show_incident(incident)

    def _show_versions(self, incident: Incident, facts: Sequence[Fact], story: dict[str, str]) -> None:
        """The versions, and what changed since the newest of them or the last print, whichever was later."""
        review, now = incident.review, self.now()
        subject = prints_subject("review", f"whistle/{incident.whistle.id}")
        prints = self.desk.read.matters.one(Prints, subject).on_paper
        marks = [
            (one.at, one.vector, self.tr("the print of {time}").format(time=when.moment(one.at, now))) for one in prints
        ]
        marks += [
            (one.at, one.vector, self.tr("version {n} of {time}").format(n=one.number, time=when.moment(one.at, now)))
            for one in review.versions
        ]
        _, vector, since = max(marks, default=(0, "", ""))
        changes = changes_since(
            vector, facts, self.desk.read.incidents.review_facts(incident.whistle.id), story, self._person, now
        )
        self.versions.show_versions(version_rows(review, self._person, now), changes, since)
        self.lessons.show_changed(len(changes) if since else 0)

    def _show_signatures(self, incident: Incident) -> None:
        words = {"special_team": self.tr("special team"), "leader": self.tr("leader")}
        newest = incident.review.versions[-1].number if incident.review.versions else 0
        parts = [
            f"{words.get(one.role, one.role)} {self._person(one.by)} {when.moment(one.at, self.now())}"
            for one in incident.review.signatures
            if one.version == newest
        ]
        told = self.tr("signed: {names}").format(names="；".join(parts)) if parts else self.tr("not signed yet")
        self.signed.setText(" · ".join(part for part in (told, self._due(incident)) if part))

    def _due(self, incident: Incident) -> str:
        """By when the review has to be drafted and signed, as the office has set it."""
        over = incident.whistle.over_at
        if over is None or incident.review.signatures or incident.whistle.mode == DRILL:
            return ""
        limits = [(self.tr("draft by {day}"), "review.draft"), (self.tr("final by {day}"), "review.final")]
        found = []
        for words, key in limits:
            limit = self.desk.reference.limit(key)
            if limit is not None:
                found.append(words.format(day=when.day(limit.due(over, self.desk.reference.calendar))[5:]))
        return self.tr(", ").join(found)

    def _unit_name(self, unit: str) -> str:
        """The name a unit had on the day of the incident."""
        at = self.incident.whistle.blown_at if self.incident is not None else self.now()
        found = self.desk.reference.units_at(at).get(unit)
        return found.name if found is not None else unit

    def _person(self, person: str) -> str:
        found = self.desk.reference.directory.people.get(person)
        return found.name if found else person

    def _on_moved(self, after: int) -> None:
        self.gantt.show_moment(after)
        self.curve.show_moment(after)

    def _on_chart(self, place: int) -> None:
        self._chart_pages.setCurrentIndex(place)

    def next_view(self) -> None:
        """C: the next chart; in a low window lessons and versions come after the last one."""
        place = self.chart_tabs.current + 1
        if self._low:
            views = self._chart_pages.count()
            at = views + self.lessons.tabs.current if self.lessons.isVisible() else self.chart_tabs.current
            at = (at + 1) % (views + 2)
            self.charts.setVisible(at < views)
            self.lessons.setVisible(at >= views)
            if at < views:
                self.chart_tabs.pick(at)
            else:
                self.lessons.tabs.pick(at - views)
            return
        self.chart_tabs.pick(place % self._chart_pages.count())

    def change_lower(self) -> None:
        """V: lessons or versions."""
        if self._low and not self.lessons.isVisible():
            self.charts.hide()
            self.lessons.show()
            self.lessons.tabs.pick(1)
        else:
            self.lessons.tabs.pick(1 - self.lessons.tabs.current)
        self.lower_view().setFocus()

    def lower_view(self) -> QWidget:
        """The list that has the keyboard below."""
        return self.versions.list.view if self.lessons.tabs.current else self.lessons.list.view

    def paper_version(self, number: int) -> None:
        """Show a version as it was signed; 0 the review as it stands now."""
        self.paper.show_version(number)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _on_choice(self, _place: int) -> None:
        self._whistle = str(self.choice.currentData() or "")
        self._load()
        self._take_keyboard()

    def add_lesson(self) -> None:
        """N."""
        self._open_lesson(None)

    def _open_lesson(self, lesson: Lesson | None) -> None:
        if self.incident is None:
            return
        self._lesson = lesson
        self._sheet = lesson_sheet(self.look, self.desk, self, self.incident.whistle, lesson)
        self._sheet.submitted.connect(self._on_lesson)
        self._sheet.open_sheet()

    def _on_lesson(self, values: dict[str, Any]) -> None:
        Sending(
            self.context,
            lesson_command(self.desk, self._whistle, self._lesson, values),
            self.tr("Recorded"),
            self._sheet,
        )

    def _finish_lesson(self) -> None:
        """X: the change was made and verified."""
        lesson = self.lessons.chosen
        if lesson is None or lesson.action is None:
            self.services.toast.emit(Toast(self.tr("Choose a lesson with a change first")))
        else:
            self._lesson = lesson
            self._sheet = proof_sheet(self.look, self.desk, self, lesson)
            self._sheet.submitted.connect(self._on_proof)
            self._sheet.open_sheet()

    def _on_proof(self, values: dict[str, Any]) -> None:
        action = self._lesson.action if self._lesson is not None else None
        if action is not None:
            done = FinishAction(
                whistle=self._whistle, id=action.id, proof=values["proof"], verified_by=values["verified_by"]
            )
            Sending(self.context, done, self.tr("Done"), self._sheet)

    def _drop_lesson(self) -> None:
        """Del: take the change out, or the finding when there is no change."""
        lesson = self.lessons.chosen
        if lesson is not None:
            Sending(self.context, DropItem(whistle=self._whistle, id=lesson.key), self.tr("Taken out"))

    def _open_signing(self) -> None:
        menu = menu_in(self)
        words = (self.tr("Sign as the special team"), self.tr("Sign as the leader"))
        for role, text in zip(SIGNERS, words, strict=True):
            menu.addAction(text).setData(role)
        menu.triggered.connect(self._on_sign)
        menu.popup(self.mapToGlobal(QPoint(24, 64)))

    def _on_sign(self, action: Any) -> None:
        if not self.desk.who().actor:
            self.services.toast.emit(
                Toast(self.tr("Sign in at the seat first: who signs has to be known."), kind="warn")
            )
            return
        self._role = str(action.data())
        arguments = {
            **self.desk.child_arguments(),
            "whistle": self._whistle,
            "printed_by": self.desk.who().actor,
            "now": self.now(),
        }
        job = self.desk.start_job(
            "version", "commandcenter.desk.review_job:version_to_sign", arguments, lane=self.desk.press
        )
        job.done.connect(self._on_version)
        job.failed.connect(self._on_no_version)

    def _on_version(self, kept: dict[str, Any]) -> None:
        """What the review says now is kept and signed in one act."""
        commands = (KeepVersion(whistle=self._whistle, **kept), SignReview(whistle=self._whistle, role=self._role))
        Sending(self.context, Batch(commands=commands), self.tr("Signed"))

    def _on_no_version(self, failed: Trouble) -> None:
        self.services.toast.emit(Toast(trouble(failed.code, failed.facts), kind="warn", seconds=8))

    def _page_back(self) -> None:
        self.paper.turn(-1)

    def _page_on(self) -> None:
        self.paper.turn(1)

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """The lessons have it where they are seen; else it stays with the screen, never in a hidden list."""
        view = self.lower_view()
        if view.isVisible():
            view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        ways: dict[int, Any] = {
            Qt.Key.Key_O: self.choice.showPopup,
            Qt.Key.Key_Space: self.replay.play,
            Qt.Key.Key_Plus: self.replay.faster,
            Qt.Key.Key_Equal: self.replay.faster,
            Qt.Key.Key_Minus: self.replay.slower,
            Qt.Key.Key_B: self.replay.change_view,
            Qt.Key.Key_N: self.add_lesson,
            Qt.Key.Key_X: self._finish_lesson,
            Qt.Key.Key_Delete: self._drop_lesson,
            Qt.Key.Key_M: self._open_signing,
            Qt.Key.Key_L: self.paper.toggle_night,
            Qt.Key.Key_C: self.next_view,
            Qt.Key.Key_V: self.change_lower,
        }
        if self.incident is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and self.paper.version:
            self.paper.show_version(0)
        elif key == Qt.Key.Key_Plus and shift:
            self.replay.faster()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and shift:
            (self.replay.start if key == Qt.Key.Key_Home else self.replay.end)()
        elif not modifiers and key in ways:
            ways[key]()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not modifiers:
            self.replay.jump(-JUMP_MS if key == Qt.Key.Key_Left else JUMP_MS)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and shift:
            (self.replay.entry_before if key == Qt.Key.Key_Left else self.replay.entry_after)()
        elif control and key == Qt.Key.Key_S:
            self.paper.work.save()
        elif control and key == Qt.Key.Key_U:
            self._unmask()
        elif control and key == Qt.Key.Key_E:
            self.paper.work.save_word()
        elif control and key == Qt.Key.Key_P:
            self.paper.work.print_now()
        elif (
            modifiers == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_P
        ):
            self.paper.work.ask_printer()
        else:
            super().keyPressEvent(event)

    def _unmask(self) -> None:
        """Ctrl+U: personal data of an ended incident are shown after a reason was given."""
        if self.incident is not None and is_masked(self.desk, self.incident.whistle):
            Unmasking(self.context, self.window(), self.incident.whistle.id)

    def tick(self, now: int) -> None:
        """A running incident grows: the figures follow each minute, the rest when something happens."""
        incident = self.incident
        if incident is not None and incident.whistle.closed_at is None and now // 1000 % 60 == 0:
            self.figures.show_figures(head_figures(incident, self._unit_name, now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.look.px(800)
        if low != self._low:
            self._low = low
            self.charts.setVisible(not low)
            self.lessons.setVisible(True)
        self.paper.save_button.setVisible(self.width() >= self.look.px(1500))
        self.paper.night_button.setVisible(self.width() >= self.look.px(1500))
