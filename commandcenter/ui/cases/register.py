"""F2: registering a case in half a minute, by keys alone. What is typed is looked up at once; nothing is decided by itself."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.desk import intake
from commandcenter.desk.desk import Desk
from commandcenter.desk.map_watch import MapWatch
from commandcenter.desk.read import Read
from commandcenter.domain import case_acts as acts
from commandcenter.domain.call import Call
from commandcenter.domain.call_acts import TurnIntoCase
from commandcenter.domain.case import CHANNELS, NATURES, SERVICES
from commandcenter.domain.case_dispatch_acts import DispatchCase, HandOverCase
from commandcenter.domain.case_join_acts import LinkCases, MergeCases
from commandcenter.domain.case_likeness import Coming, Standing
from commandcenter.domain.case_limits import Traits, end_of
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.limit import GRADES, grade_key
from commandcenter.domain.roster import CHIEFS, Answering, Place
from commandcenter.domain.whereabouts import NOWHERE, in_short
from commandcenter.journal.initials import initials
from commandcenter.ui import when
from commandcenter.ui.cases.filters import nature_word
from commandcenter.ui.cases.register_panel import MERGE, AlikePanel, Answer, AnswerCard
from commandcenter.ui.duty_words import evidence_words, reason_words
from commandcenter.ui.map_words import near_words
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.finder import Finder, Match
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.roster_words import holder_words
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate

REGISTER_DRAFT = "case.register"
PAUSE_MS = 120
"""So long after the last key it is asked what may be the same."""

_PLACE_KINDS: Mapping[str, str] = {
    "community": QT_TRANSLATE_NOOP("Roster", "Community"),
    "grid": QT_TRANSLATE_NOOP("Roster", "Grid"),
    "street": QT_TRANSLATE_NOOP("Roster", "Street"),
    "alley": QT_TRANSLATE_NOOP("Roster", "Alley"),
    "building": QT_TRANSLATE_NOOP("Roster", "Building"),
    "site": QT_TRANSLATE_NOOP("Roster", "Unit of society"),
    "assembly": QT_TRANSLATE_NOOP("Roster", "Assembly point"),
    "shelter": QT_TRANSLATE_NOOP("Roster", "Shelter"),
    "landmark": QT_TRANSLATE_NOOP("Roster", "Landmark"),
    "post_site": QT_TRANSLATE_NOOP("Roster", "Site for a command post"),
    "store": QT_TRANSLATE_NOOP("Roster", "Store of supplies"),
}

LOW = 640
"""Below this height of the screen the card has fewer lines."""

SAVE, DISPATCH, WHISTLE = "save", "dispatch", "whistle"


class RegisterSheet(FormSheet):
    """The form, and beside it what was found. ``command`` gives what was entered, by the way it was sent.

    ``opened`` asks to see a case that may be the same; what was typed stays as a draft.
    """

    opened = Signal(str)

    def __init__(self, look: Look, desk: Desk, host: QWidget, call: Call | None = None) -> None:
        self._desk = desk
        self._call = call
        self.way = SAVE
        self.case = ""
        self._coming = Coming()
        self._known: list[Standing] = []
        self._worded: list[Standing] = []
        self._asked = 0
        self.lead = intake.Lead()
        self.there = NOWHERE
        self._map: MapWatch | None = None
        super().__init__(
            look,
            host,
            translate("Register", "Register a case"),
            self._fields(),
            send=translate("Register", "Register"),
            width=1180,
            now=desk.clock.now,
        )
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_for_alike)
        self.form.changed.connect(self._look_up)
        self.form.changed.connect(self._pause.start)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self.draft = REGISTER_DRAFT if call is None else f"{REGISTER_DRAFT}.{call.id}"
        self.keep_draft(self.draft, desk.save_draft, desk.drafts().get(self.draft, ""))
        if call is not None:
            self._take_call(call)
        self._look_up()
        self._look_for_alike()

    # -- building --------------------------------------------------------------------------------------------------

    def _fields(self) -> list[Field]:
        channels = [(code, word(CHANNEL_WORDS, code)) for code in CHANNELS]
        grades = [(code, word(GRADE_WORDS, code)) for code in GRADES]
        natures = [(code, nature_word(code)) for code in NATURES]
        return [
            Field("title", translate("Register", "Matter, in a few words"), required=True, wide=True),
            Field(
                "place",
                translate("Register", "Place"),
                kind="find",
                find=self._places,
                hint=translate("Register", "name, part of it, initials or number"),
            ),
            Field(
                "category",
                translate("Register", "Kind"),
                kind="find",
                find=self._kinds,
                hint=translate("Register", "words or initials"),
            ),
            Field(
                "text",
                translate("Register", "In the caller's words"),
                kind="lines",
                wide=True,
                height=64,
                hint=translate("Register", "Enter goes on; Shift+Enter begins a new line"),
                goes_on=True,
            ),
            Field("reporter", translate("Register", "Caller")),
            Field("phone", translate("Register", "Phone")),
            Field("channel", translate("Register", "How found"), kind="choice", choices=channels, value="hotline"),
            Field("grade", translate("Register", "Grade"), kind="choice", choices=grades, value="general"),
            Field("nature", translate("Register", "Nature"), kind="choice", choices=natures, value="appeal"),
            Field(
                "collective",
                translate("Register", "People who say the same"),
                kind="number",
                hint=translate("Register", "empty for one"),
            ),
            Field("source_number", translate("Register", "Number of its source")),
            Field("anonymous", " ", kind="check", hint=translate("Register", "wants to stay anonymous")),
            Field("proactive", " ", kind="check", hint=translate("Register", "found by ourselves, nobody complained")),
        ]

    def _build(self) -> None:
        look = self.look
        self.answer = AnswerCard(look)
        self.alike = AlikePanel(look)
        self.body.removeWidget(self._scroll)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self.answer)
        side.addWidget(self.alike, 1)
        side.addLayout(self._hand_over_row())
        both = QHBoxLayout()
        both.setSpacing(18)
        both.addWidget(self._scroll, 6)
        both.addLayout(side, 5)
        self.body.addLayout(both, 1)
        self.dispatch_button = Button(look, translate("Register", "Register and dispatch"), key="Ctrl Shift Enter")
        self.dispatch_button.clicked.connect(self.send_and_dispatch)
        self.add_button(self.dispatch_button)
        self.alike.left.connect(self.form.focus_first)
        self.alike.opened.connect(self._open)
        self.alike.changed.connect(self._show_button)
        ways = (
            ("Ctrl+Shift+Return", self.send_and_dispatch),
            ("Ctrl+Shift+Enter", self.send_and_dispatch),
            ("F4", self.alike.focus),
            *(
                zip(
                    ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"),
                    (self._to_110, self._to_119, self._to_120, self._to_122),
                    strict=True,
                )
            ),
        )
        for keys, way in ways:
            QShortcut(QKeySequence(keys), self).activated.connect(way)

    def _hand_over_row(self) -> QHBoxLayout:
        """One key each: registered and handed over at once. The case stays and is tracked."""
        buttons: list[Button] = []
        for service, way in zip(SERVICES, (self._to_110, self._to_119, self._to_120, self._to_122), strict=True):
            button = Button(self.look, service, key=f"Ctrl {len(buttons) + 1}", small=True)
            button.clicked.connect(way)
            buttons.append(button)
        return row(
            Label(self.look, translate("Register", "Register and hand to"), "caption", "2"), None, *buttons, gap=6
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit):
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # -- finding ---------------------------------------------------------------------------------------------------

    def _places(self, words: str) -> Sequence[Match]:
        if not words:
            directory = self._desk.reference.directory
            return [Match(place.id, place.name, self._told_apart(place)) for place in intake.every_place(directory)]
        named = intake.where_is(self._desk.reference, words)
        return [
            Match(
                place.id,
                named.words if place is named.place else place.name,
                self._told_apart(place),
                intake.surely(place, words),
            )
            for place in intake.places_for(self._desk.reference, words)
        ]

    def _told_apart(self, place: Place) -> str:
        """What tells a place from others of a like name: community, kind, length, grid."""
        directory = self._desk.reference.directory
        community = directory.places.get(place.community)
        street = directory.street_of(place)
        length = translate("Register", "{n} m").format(n=round(place.length_m)) if place.length_m else ""
        grids = " ".join((place.grids or (street.grids if street is not None else ()))[:2])
        if place is self.located and self.there.grid:
            grids = self.there.grid
        parts = (
            community.name if community else "",
            translate("Roster", _PLACE_KINDS.get(place.kind, place.kind)),
            length,
            grids,
        )
        return " · ".join(part for part in parts if part)

    def _kinds(self, words: str) -> Sequence[Match]:
        """The kinds that the words mean: those whose words or initials begin so first, of the last level before the others."""
        found = []
        for key, path in self._desk.reference.categories.items():
            name = "/".join(path)
            near = kind_near(path, words)
            if near is not None:
                found.append(((near, len(name) if words else 0, name), Match(key, name, sure=near < LOOSE)))
        return [match for _, match in sorted(found, key=_rank)]

    def _take_call(self, call: Call) -> None:
        """What was taken down on the telephone stands in the form; what a draft of before says stays.

        Where it is and the matter in short are proposed from what was said. Who rings the duty room is found by the command
        centre, a chief or grid worker who rings by their own walks (domain.md 1-24e…g).
        """
        if not self._desk.drafts().get(self.draft, ""):
            self.form.set_text("channel", self._channel_of(call))
            there = self._desk.reference.whereabouts(call.said)
            if there.place is not None:
                self._finder("place").choose(Match(there.place.id, there.words))
            self.form.set_text("title", in_short(call.said, there.words))
            self.begin_at("title")
        person = self._desk.reference.directory.people.get(call.person)
        who = call.who or (person.name if person is not None else "")
        for name, text in (("text", call.said), ("reporter", who), ("phone", call.phone)):
            if text and not self.form.text(name):
                self.form.set_text(name, text)

    def _channel_of(self, call: Call) -> str:
        roles = {post.role for post in self._desk.reference.directory.posts_of(call.person)} if call.person else set()
        if roles & {*CHIEFS, "deputy", "steward"}:
            return "chief"
        return "grid" if "grid_worker" in roles else "centre"

    def put_place(self, place: str) -> None:
        """Where it is was chosen on the map: the place (its id) stands in the form."""
        known = self._desk.reference.directory.places.get(place)
        if known is not None:
            self._finder("place").choose(Match(known.id, known.name))

    def _finder(self, name: str) -> Finder:
        widget = self.form.widgets[name]
        assert isinstance(widget, Finder)
        return widget

    @property
    def located(self) -> Place | None:
        """The place of the roster that what is typed means."""
        return self.there.place

    @property
    def category(self) -> str:
        """The kind that was found; empty while there is none."""
        return self._finder("category").key

    def _look_up(self) -> None:
        """Place, grid, chief, duty unit and limit for what stands in the fields now."""
        reference = self._desk.reference
        directory = reference.directory
        chosen = directory.places.get(self._finder("place").key)
        told = self.form.text("place")
        title = self.form.text("title")
        if (
            told or title
        ) and self._map is None:  # the first words wake the map; what it knows is looked up once it is there
            self._map = MapWatch.of(self._desk)
            self._map.changed.connect(self._look_up)
        self.there = intake.where_is(reference, told)
        if chosen is not None and self.there.place is not chosen:
            self.there = reference.whereabouts_of(chosen)
        elif self.there.place is None and title:
            self.there = reference.whereabouts(title)
        who = self.there.answering
        community = who.community.id if who is not None and who.community is not None else ""
        self.lead = intake.lead_for(
            self._desk,
            category=self.category,
            title=title,
            text=self.form.text("text"),
            place=self.located.id if self.located else "",
            community=community,
        )
        self._coming = Coming(
            title=title,
            text=self.form.text("text"),
            place=self.located.id if self.located else "",
            community=community,
            category=self.category,
            phone=self.form.text("phone"),
            source_number=self.form.text("source_number"),
            received_at=self._desk.clock.now(),
        )
        self._show_answer(who)

    def _preview(self) -> Place | None:
        """The place that Enter would take, shown before it is taken."""
        finder = self._finder("place")
        return self._desk.reference.directory.places.get(finder.first) if finder.showing() else None

    def _show_answer(self, who: Answering | None) -> None:
        shown = self._preview() or self.located
        if shown is not None and shown is not self.located:
            who = self._desk.reference.directory.answers_for(shown)
        lately = intake.at_place_lately(self._known, self._coming)
        words = translate("Register", "at this place in {days} days: {n}")
        lead, why = self._lead_words(who)
        place, where, chief = self._place_words(shown), self._told_apart(shown) if shown else "", self._chief_words(who)
        if shown is not None and shown is self.located and self.there.assembly is not None:
            where = f"{where} · {near_words(self.there.assembly)}"
        lately_words = words.format(days=intake.weights().days, n=lately) if lately else ""
        if self.host.height() < self.look.px(LOW):  # fewer lines, each whole; the list below says the rest
            place, where = " · ".join(part for part in (place, where) if part), ""
            chief, lately_words = chief.partition("\n")[0], ""
        self.answer.show_answer(
            Answer(
                place=place,
                where=where,
                chief=chief,
                near=self._near_words(who),
                lately=lately_words,
                lead=lead,
                why=why,
                limit=self._limit_words(),
            )
        )

    def _place_words(self, shown: Place | None) -> str:
        if shown is not None:
            take = translate("Register", "{place} · Enter takes it")
            return self.there.words if shown is self.located else take.format(place=shown.name)
        if self.form.text("place"):
            return translate("Register", "Not in the roster: kept in words")
        return translate("Register", "Type the place: who answers for it stands here")

    def _chief_words(self, who: Answering | None) -> str:
        if who is None:
            return ""
        holders = (who.chief, who.secretary if who.chief is None else None, *who.stewards[:1])
        told = [holder_words(one) for one in holders if one is not None]
        return "\n".join(told) or translate("Register", "Nobody in the roster answers for this place")

    def _near_words(self, who: Answering | None) -> str:
        if who is None:
            return ""
        near = self._desk.reference.directory.similar(who.street or who.place)
        names = "、".join(f"{place.name}（{self._community(place)}）" for place in near[:3])
        return translate("Register", "sounds like: {names}").format(names=names) if names else ""

    def _community(self, place: Place) -> str:
        found = self._desk.reference.directory.places.get(place.community)
        return found.name if found is not None else when.UNKNOWN

    def _lead_words(self, who: Answering | None) -> tuple[str, str]:
        unit = self._desk.reference.unit_name(self.lead.unit) if self.lead.unit else ""
        community = who.community.name if who is not None and who.community is not None else ""
        if not unit and not community:
            return translate("Register", "Who leads: choose the kind first"), ""
        lead = translate("Register", "leads: {unit}").format(unit=unit or when.UNKNOWN)
        parts = [lead, translate("Register", "assists: {unit}").format(unit=community) if community else ""]
        return " · ".join(part for part in parts if part), self._why()

    def _why(self) -> str:
        """Why this unit is proposed, in one sentence."""
        if self.lead.reason is not None:
            return reason_words(self.lead.reason)
        if self.lead.evidence is not None:
            return evidence_words(self.lead.evidence)
        return translate("Register", "leads most cases of this kind") if self.lead.unit else ""

    def _limit_words(self) -> str:
        reference, now = self._desk.reference, self._desk.clock.now()
        grade = self.form.text("grade")
        path = reference.categories.get(self.category, ())
        traits = Traits(grade, self.form.text("channel"), tuple(path), self.form.text("nature"))
        end = end_of(reference.case_limits, traits, now, reference.calendar, reference.limit(grade_key(grade)))
        if end is None:
            return translate("Register", "No limit for this order")
        words = translate("Register", "Limit: until {due} · {left}").format(
            due=when.moment(end.due_at, now), left=when.left(end.due_at - now)
        )
        return translate("Register", "{words} · provisional").format(words=words) if end.given.provisional else words

    # -- what may be the same ---------------------------------------------------------------------------------------

    def _look_for_alike(self) -> None:
        """By index at once; by words in a worker, whose answer joins the list when it comes."""
        self._asked += 1
        number, coming = self._asked, self._coming
        self._known = intake.known_alike(self._desk.read, coming)
        self._show_alike()

        def work(read: Read) -> tuple[int, list[Standing]]:
            return number, intake.worded_alike(read, coming)

        self._desk.ask(work).done.connect(self._on_worded)

    def _on_worded(self, told: tuple[int, list[Standing]]) -> None:
        number, found = told
        if number == self._asked and self.isVisible():
            self._worded = found
            self._show_alike()

    def _show_alike(self) -> None:
        found = intake.scored(self._coming, [*self._known, *self._worded])
        self.alike.show_alike(found, self._desk.clock.now())
        self._show_answer(self.there.answering)
        self._show_button()

    def _open(self, case: str) -> None:
        self.dismiss()
        self.opened.emit(case)

    def _show_button(self) -> None:
        merged = MERGE in self.alike.decided.values()
        words = translate("Register", "Register and merge") if merged else translate("Register", "Register")
        self.send_button.set_text(words)
        self.dispatch_button.setEnabled(not merged)

    # -- sending ---------------------------------------------------------------------------------------------------

    def send(self) -> None:
        self._send_by(SAVE)

    def send_and_dispatch(self) -> None:
        """Ctrl+Shift+Enter: registered and dispatched to the unit that is proposed, with the community of the place."""
        if not self.lead.unit:
            self.say(translate("Register", "Who leads is not known yet: register it, then choose the units."))
            return
        if not self.dispatch_button.isEnabled():
            return
        self._send_by(DISPATCH)

    def _send_by(self, way: str) -> None:
        """A kind that is none is refused; where every second counts it goes along as words."""
        self.way = way
        if self._wrong_kind and way in (SAVE, DISPATCH):
            self.form.mark_wrong("category")
            self._say_kind()
            return
        super().send()

    @property
    def _wrong_kind(self) -> str:
        """The words in the field of the kind when there is no such kind."""
        return "" if self.category else self.form.text("category")

    def _say_kind(self) -> None:
        told = translate("Register", "There is no kind “{words}”: ↓ shows all, or leave it empty.")
        self.say(told.format(words=self._wrong_kind) if self._wrong_kind else "")

    def _on_focus(self, _before: QWidget | None, _after: QWidget | None) -> None:
        """The field of the kind was left: what is no kind is said at once."""
        if _before is self._finder("category"):
            self._say_kind()

    def _to_110(self) -> None:
        self._send_by("110")

    def _to_119(self) -> None:
        self._send_by("119")

    def _to_120(self) -> None:
        self._send_by("120")

    def _to_122(self) -> None:
        self._send_by("122")

    def send_for_whistle(self) -> bool:
        """F9: what is typed is registered on the way, if the matter is named; else it stays as a draft. True if it was sent."""
        self.case = ""
        if self.form.text("title"):
            self._send_by(WHISTLE)
        return bool(self.case)

    def _kind_words(self) -> str:
        words = self._wrong_kind
        return translate("Register", "Kind, in words: {words}").format(words=words) if words else ""

    def command(self, values: dict[str, Any]) -> Command:
        """The command for what was entered: registering, and with it what was decided about it, all or nothing."""
        self.case = case = self._desk.new_id()
        place = self.located
        matter = acts.Matter(
            title=values["title"],
            text="\n".join(part for part in (values["text"], self._kind_words()) if part),
            channel=values["channel"],
            grade=values["grade"],
            category=self.category,
            place=place.id if place else "",
            place_words=values["place"],
            community=self._coming.community,
            grid=self.there.grid,
            reporter=values["reporter"],
            phone=values["phone"],
            anonymous=values["anonymous"],
            nature=values["nature"],
            collective=values["collective"] or 0,
            proactive=values["proactive"],
            source_number=values["source_number"],
        )
        commands: list[Command] = [acts.RegisterCase(matter=matter, case=case)]
        if self._call is not None:
            commands = [TurnIntoCase(call=self._call.id, matter=matter, case=case)]
        into = next((key for key, way in self.alike.decided.items() if way == MERGE), "")
        links = [key for key, way in self.alike.decided.items() if way != MERGE]
        commands += [LinkCases(case=case, other=other, reason="repeat") for other in links]
        if self.way in SERVICES:
            commands.append(HandOverCase(case=case, service=self.way))
        elif self.way == DISPATCH:
            others = (matter.community,) if matter.community in self._desk.reference.units else ()
            commands.append(DispatchCase(case=case, lead=self.lead.unit, others=others))
        if into:
            commands.append(MergeCases(case=into, duplicates=(case,)))
        return Batch(commands=tuple(commands), channel="phone")


LOOSE = 4
"""From here on it is a guess: letters from the middle of the initials."""


def kind_near(path: Sequence[str], words: str) -> int | None:
    """How near words or initials come to a kind, nearest 0; ``LOOSE`` is a guess, None no answer. An empty text means all."""
    wanted = words.strip().lower().replace(" ", "")
    levels = [level.lower() for level in path]
    if not levels:
        return None
    if not wanted or wanted in (levels[-1], "/".join(levels)):
        return 0
    spelt = [initials(level).split() for level in path]

    def begins(place: int) -> bool:
        return levels[place].startswith(wanted) or any(told.startswith(wanted) for told in spelt[place])

    whole = ["".join(told) for told in product(*spelt)]
    if begins(len(levels) - 1):
        return 1
    if any(begins(place) for place in range(len(levels) - 1)) or any(told.startswith(wanted) for told in whole):
        return 2
    if wanted in "/".join(levels):
        return 3
    return LOOSE if any(wanted in told for level in spelt for told in level) else None


def _rank(found: tuple[tuple[int, int, str], Match]) -> tuple[int, int, str]:
    return found[0]
