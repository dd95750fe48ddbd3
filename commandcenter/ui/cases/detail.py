"""One case: what it is, who answers for the place, its clocks, its two receivers, its story, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.intake import lead_for
from commandcenter.domain.case import Case
from commandcenter.domain.case_clock_names import DECIDE, FEED_BACK, REDO, RESOLVE, SIGN
from commandcenter.domain.case_clocks import deadlines
from commandcenter.domain.case_limits import limit_key, provisional
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.event import Fact
from commandcenter.domain.limit import WORKED_MS
from commandcenter.domain.masking import mask_known, mask_name, mask_phone
from commandcenter.domain.privacy import masked_facts
from commandcenter.domain.roster import Answering
from commandcenter.ui.cases.choicelist import Choice, ChoiceList
from commandcenter.ui.cases.clockstrip import ClockStrip
from commandcenter.ui.cases.daystrip import DayStrip
from commandcenter.ui.cases.foot import CaseFoot
from commandcenter.ui.cases.marks import Marks, marks_of
from commandcenter.ui.cases.receivers import Receivers
from commandcenter.ui.cases.steps import next_step, step_words
from commandcenter.ui.cases.story import case_story
from commandcenter.ui.cases.story_told import answer_in, yes_or_no
from commandcenter.ui.cases.whistles import OfCase, whistles_of
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import amber_at, short_number, soon_ms
from commandcenter.ui.parts.limitwords import given_words
from commandcenter.ui.parts.timeline import Timeline, TimelineRow
from commandcenter.ui.roster_words import holder_words
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import GRADES, ROLES, STAGES, clock_word, word

TINY = 560
"""Below this height - a small window with large type - a dispatch shows one unit at once, the clock that ends first and no caller."""
LOW = 760
"""Below this height the dispatch shows fewer units at once, so that the story keeps its room."""


class CaseDetail(QFrame):
    """The panel at the right. Acts are emitted by name; the screen does them."""

    acted = Signal(str)
    dispatched = Signal(object)
    phoned = Signal(str, str)
    shown = Signal(object)
    remasked = Signal()

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self.case: Case | None = None
        self.answering: Answering | None = None
        self.whistles: list[OfCase] = []
        self._masked = True
        self._may_unmask = False
        self._seen_until = 0
        self._story: list[TimelineRow] = []
        self._key_only = False
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
        self.marks = Marks(look)
        self.whistle_line = Button(look, "", key="S", icon="whistle", small=True, kind="ghost")
        self.whistle_line.setObjectName("to_whistle")
        self.whistle_line.clicked.connect(self._on_button)
        reporter = QHBoxLayout()
        reporter.addWidget(self.reporter, 1)
        reporter.addWidget(self.unmask)
        facts.addLayout(reporter)
        facts.addSpacing(3)
        facts.addWidget(self.marks)
        self.citizen_says = ElidedLabel(look, "", "body", "2")
        facts.addWidget(self.citizen_says)
        facts.addWidget(self.whistle_line, 0, Qt.AlignmentFlag.AlignLeft)
        self.receiver_list = Receivers(look, self._desk.reference.unit_name)
        self.days = DayStrip(look)
        self.clocks = ClockStrip(look)
        clocks = QVBoxLayout()
        clocks.setContentsMargins(14, 8, 14, 8)
        clocks.setSpacing(4)
        clocks.addWidget(self.receiver_list)
        clocks.addWidget(self.clocks)
        self.timeline = Timeline(look, self.tr("Story of the case"))
        self.timeline.painter.time_width = 84
        self._dispatch_box = self._build_dispatch()
        story = QWidget()
        self.story_count = Label(look, "", "caption", "3")
        self.story_filter = Button(look, "", key="T", small=True, kind="ghost")
        self.story_filter.clicked.connect(self.toggle_story)
        head_of_story = row(Label(look, self.tr("Story"), "strong"), None, self.story_count, self.story_filter)
        head_of_story.setContentsMargins(14, 6, 14, 2)
        story.setLayout(head_of_story)
        for part in (head, Line()):
            outer.addWidget(part)
        outer.addLayout(facts)
        outer.addWidget(Line())
        outer.addWidget(self.days)
        outer.addLayout(clocks)
        outer.addWidget(Line())
        outer.addWidget(self._dispatch_box)
        outer.addWidget(story)
        outer.addWidget(self.timeline, 1)
        self.foot = CaseFoot(look)
        self.foot.acted.connect(self.acted)
        self.more_button = self.foot.more
        outer.addWidget(self.foot)
        self._outer, self._above_story = outer, story

    def add_above_story(self, part: QWidget) -> None:
        """Put a part of somebody else's above the story; it shows the case that ``shown`` gives it."""
        self._outer.insertWidget(self._outer.indexOf(self._above_story), part)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()
        self._show_people()

    def _fit_height(self) -> None:
        low = self._fit()
        self.title.setFixedHeight(max(0, self.title.heightForWidth(max(0, self.width() - 30))))  # -1: not laid out yet
        self._dispatch_head.setVisible(not low)
        self.days.show_low(low)
        for part in (self.sections, self.communities):
            part.show_lines(1 if self._tiny() else 2 if low else 4)
        self.timeline.setMinimumHeight(self._look.px(40 if self._tiny() else 60))

    def _tiny(self) -> bool:
        return self.height() < self._look.px(TINY) and not self._dispatch_box.isHidden()

    def _fit(self) -> bool:
        """Whether the panel is low. Then, while it is dispatched, what the dispatch shows too gives way to the story."""
        low = self.height() < self._look.px(LOW)
        case = self.case
        self.reporter.setVisible(not self._tiny())
        self.unmask.setVisible(not self._tiny() and self._may_unmask)
        dispatching = low and not self._dispatch_box.isHidden()
        self.people.setVisible(not dispatching)
        received = case is not None and bool(case.assignees) and case.stage != "to_judge"
        self.receiver_list.setVisible(received and not dispatching)
        return low

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
        parts = [word(GRADES, case.grade), word(STAGES, "redo" if case.to_redo else case.stage), category]
        self.kind.setText(" · ".join(part for part in parts if part))
        told = self.shown_words(case.title, case)
        self.title.setText(told or (self.tr("the words were erased by law") if case.erased else case.number))
        self._show_place(case)
        self._show_reporter(case)
        self.marks.show_marks(marks_of(case))
        self.whistles = whistles_of(self._desk, case)
        self.whistle_line.setVisible(bool(self.whistles))
        self.whistle_line.set_text("、".join(one.words for one in self.whistles))
        self._show_dispatch(case)
        self._fit_height()
        self._show_clocks(case, now)
        facts = masked_facts(facts, case.reporter) if self._masked else facts
        self._show_end(case, facts)
        self._story = case_story(facts, now, self._person, reference.unit_name, self._category, self._number)
        self._show_story()
        self._show_next(case)
        self.shown.emit(case)

    def _show_end(self, case: Case, facts: Sequence[Fact]) -> None:
        """What the citizen says of the end and what they were told, by whomever it was handled; hidden while nothing is known."""
        answer = answer_in(facts)
        self.citizen_says.setVisible(
            case.stage in ("closed", "looked_back", "archived")
            or bool(answer)
            or case.solved is not None
            or case.satisfied is not None
        )
        parts = [
            self.tr("solved? {answer}").format(answer=yes_or_no(case.solved)),
            self.tr("satisfied? {answer}").format(answer=yes_or_no(case.satisfied)),
        ]
        if answer:
            parts.append(self.tr("answer: {words}").replace("{words}", answer))
        words = " · ".join(parts)
        self.citizen_says.setText(words)
        self.citizen_says.setToolTip(words)

    def _show_place(self, case: Case) -> None:
        """The place and who answers for it: of an ended case those of its last day, whoever has come since."""
        directory = self._desk.reference.directory
        if not case.open and case.closed_at is not None:
            directory = directory.at(case.closed_at)
        place = directory.places.get(case.place) or directory.locate(f"{case.place_words}{case.title}")
        self.answering = directory.answers_for(place) if place else None
        words = self.shown_words(case.place_words, case) or (place.name if place else self.tr("no place given"))
        if place is not None:
            community = directory.places.get(place.community)
            street = directory.street_of(place)
            grids = case.grid or "、".join((street or place).grids[:2])
            extra = [community.name if community else "", self.tr("grid {names}").format(names=grids) if grids else ""]
            words = " · ".join([words, *(part for part in extra if part)])
        self.place.setText(words)
        self._show_people()

    def _show_people(self) -> None:
        """Chief and steward with their numbers; in a narrow panel the steward's number gives way, never half a number."""
        chief = self.answering.chief if self.answering else None
        if chief is None:
            self.people.setText(self.tr("nobody in the roster answers for this place"))
            return
        told = holder_words(chief)
        steward = self.answering.stewards[0] if self.answering and self.answering.stewards else None
        if steward is not None:
            told += f" · {word(ROLES, steward.role)} {steward.person.name}"
            whole = f"{told} {steward.person.phone}"
            room = self.width() - self._look.px(28)
            told = whole if self._look.width(whole, "body") <= room else told
        self.people.setText(told)

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
        self._may_unmask = bool(case.reporter or case.phone) and not case.anonymous
        self.unmask.setVisible(self._may_unmask)
        self.unmask.set_text(self.tr("Show") if self._masked else self.tr("Hide"))

    def shown_words(self, text: str, case: Case) -> str:
        """A citizen's words as they may be seen now."""
        return mask_known(text, case.reporter) if self._masked else text

    def _toggle_mask(self) -> None:
        if self._masked:
            self.acted.emit("unmask")
        else:
            self.hide_person()

    def show_person(self, case: str, until: int) -> None:
        """Show name, number and words of the case that is shown, until then (epoch milliseconds)."""
        if self.case is not None and self.case.id == case:
            self._masked, self._seen_until = False, until
            self.remasked.emit()

    def hide_person(self) -> None:
        """Mask them again."""
        self._masked = True
        self.remasked.emit()

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
        there = self._desk.read.cases.open_by("community")  # a community answers for what lies in it, whoever leads
        standing = {line.unit for line in case.assignees}
        proposed, likely = (standing, "") if standing else self._proposed(case)
        sections = [unit for unit in units if unit.kind in ("section", "department") and unit.active]
        sections.sort(
            key=lambda unit: (unit.id not in proposed, unit.kind != "section", -load.get(unit.id, 0), unit.id)
        )
        lead = case.lead.unit if case.lead else likely
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
                    there.get(unit.id, 0),
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

    def _proposed(self, case: Case) -> tuple[set[str], str]:
        """The community of the place and who is proposed to lead, and the latter alone: the unit named while registering."""
        who = self.answering
        community = who.community.id if who is not None and who.community is not None else case.community
        place = who.place.id if who is not None else case.place
        likely = lead_for(
            self._desk, category=case.category, title=case.title, text=case.text, place=place, community=community
        ).unit
        return {community, likely} & set(self._desk.reference.units), likely

    def _show_next(self, case: Case) -> None:
        self.foot.show_next(step_words(next_step(case)))

    def _person(self, person: str) -> str:
        found = self._desk.reference.directory.people.get(person)
        return found.name if found else person

    def _number(self, case: str) -> str:
        return next((short_number(found.number) for found in self._desk.read.cases.by_id([case])), case)

    def _category(self, category: str) -> str:
        return "/".join(self._desk.reference.categories.get(category, ())) or category

    def tick(self, now: int) -> None:
        """Let the clocks move."""
        if self.case is not None:
            if not self._masked and now >= self._seen_until:
                self.hide_person()
            self._show_clocks(self.case, now)

    def _show_clocks(self, case: Case, now: int) -> None:
        """The clocks; what counts working days of a year without an official table says so."""
        reference = self._desk.reference
        soon = soon_ms(reference)
        self.receiver_list.show_case(case, now, soon)
        every = [replace(line, amber_at=amber_at(line.warn_at, line.due_at, soon)) for line in deadlines(case)]
        lines = [line for line in every if _shown(line, receivers=not self.receiver_list.isHidden())]
        if self._tiny():
            lines = sorted(lines, key=_end)[:1]
        names = {unit.id: unit.name for unit in reference.units.values()}
        names |= {line.id: line.step.text for line in case.checklist.lines}
        unsure = frozenset(
            line.name
            for line in every
            if provisional(case, line, reference.limit(limit_key(case, line.name)), reference.calendar)
        )
        self.clocks.show_clocks(lines, now, names, unsure)
        self.clocks.setVisible(bool(lines))
        own = {line.name: line for line in every if line.name in (RESOLVE, REDO, DECIDE)}
        resolve = own.get(DECIDE) or own.get(REDO) or own.get(RESOLVE)
        met, paused = (resolve.met_at, resolve.stopped) if resolve is not None else (None, False)
        due = resolve.due_at if resolve is not None else None
        deciding = resolve is not None and resolve.name == DECIDE
        told = given_words(case.given) if case.redo_at is None else ""
        self.days.show_limit(
            resolve.started_at if resolve is not None and deciding else case.received_at,
            due,
            now,
            reference.calendar,
            met_at=met,
            paused=paused,
            worked=case.given.unit in WORKED_MS and not deciding,
            warn_at=resolve.warn_at if resolve is not None else None,
            told=clock_word(DECIDE) if deciding else told,
            unsure=resolve is not None and resolve.name in unsure,
        )

    # -- acting ----------------------------------------------------------------------------------------------------

    def dispatch(self) -> None:
        """Ctrl+Enter: dispatch to what is ticked."""
        if self.case is None or not self._dispatch_box.isVisible():
            return
        sections, communities = self.sections.ticked, self.communities.ticked
        lead = sections[0] if sections else ""
        self.dispatched.emit((self.case.id, lead, (*sections[1:], *communities), self.basis.text().strip()))

    def let_lead(self, unit: str) -> None:
        """Tick a unit as the one that leads; the dispatch stays with the person."""
        if self._dispatch_box.isVisible():
            self.sections.let_lead(unit, self.tr("leads"), self.tr("assists"))

    def toggle_story(self) -> None:
        """T: the whole story or its key entries."""
        self._key_only = not self._key_only
        self._show_story()

    def _show_story(self) -> None:
        key = [line for line in self._story if line.sort != "system"]
        self.timeline.show_rows(key if self._key_only else self._story)
        self.story_count.setText(self.tr("{n} entries").format(n=len(self._story)))
        fewer = self.tr("key entries: {n}").format(n=len(key))
        self.story_filter.set_text(self.tr("all entries") if self._key_only else fewer)
        self.story_filter.setVisible(len(key) < len(self._story))

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


def _end(line: Deadline) -> int:
    return line.due_at


def _shown(line: Deadline, *, receivers: bool) -> bool:
    """Whether a clock stands in the strip: one that still runs, and is shown neither beside a receiver nor by days."""
    elsewhere = (RESOLVE, REDO, SIGN, FEED_BACK) if receivers else (RESOLVE, REDO)
    return not line.reminder and line.met_at is None and line.name.partition(":")[0] not in elsewhere
