"""What can be done on the roster: each act opens its form or menu and sends its command; a saved place is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.command import Command
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import CHIEFS, Holder, Person, Place
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.leaving import Left, StillHeld, ask_rest
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.rosterhand import RosterHand
from commandcenter.ui.parts.screen import Context, Go, Phone, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.roster.assign import AssignSheet
from commandcenter.ui.roster.community import CommunitySheet, GridSheet
from commandcenter.ui.roster.gaps import HoleRow
from commandcenter.ui.roster.painters import kind_word
from commandcenter.ui.roster.search import leading
from commandcenter.ui.roster.sendout import open_patrol
from commandcenter.ui.roster.service import ServiceSheet
from commandcenter.ui.roster.sheets import POINTS, ClosePlaceSheet, EndSheet, PersonSheet, PlaceSheet, RosterSheet
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.roster.team import KEPT_KINDS, TeamRow
from commandcenter.ui.roster.tree import chief_role, communities_of, target_of
from commandcenter.ui.roster_words import called_as
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import ROLES, word

SHOW_TURN = "roster.turn"
"""The action of the note that somebody was sent to walk."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the keyboard is on: a place or a person; ``post`` the row of the team that is lit, ``first`` the leading post."""

    standing: Standing
    place: Place | None = None
    person: Person | None = None
    post: TeamRow | None = None
    first: TeamRow | None = None
    in_tree: bool = False

    @property
    def who(self) -> Person | None:
        """Who is meant: the holder of the lit post, else the person, else whoever leads the place."""
        people = self.standing.directory.people
        if self.post is not None:
            return people.get(self.post.person)
        if self.person is not None:
            return self.person
        return people.get(self.first.person) if self.first is not None else None


class RosterActs(QObject):
    """The acts. ``shown`` asks for a place to be shown."""

    shown = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.acting = Acting(context, host)
        self.acting.done.connect(self._on_acted)
        context.services.undo.connect(self._on_toast)
        self._turn = ""
        self.hand = RosterHand(context, self.acting, self)
        self.sheet: AssignSheet | RosterSheet | ServiceSheet | None = None
        self.menu: QMenu | None = None
        self._chosen = Chosen(Standing())
        self._left: Left | None = None
        self.rest: StillHeld | None = None

    def _may(self, chosen: Chosen) -> bool:
        """Whether anything can be changed: not while another day is shown."""
        self._chosen = chosen
        if chosen.standing.past:
            words = self.tr("The roster of another day is shown; D leads back to today")
            self._context.services.toast.emit(Toast(words, kind="warn"))
        return not chosen.standing.past

    # -- calling ---------------------------------------------------------------------------------------------------

    def call(self, chosen: Chosen) -> None:
        """P: the number of the chosen post, else of whoever answers for the place; what came of it proves the number."""
        if not self._may(chosen):
            return
        directory, post = chosen.standing.directory, chosen.post
        person, what = None, ""
        if post is not None and post.person:
            holder = self._holder(chosen, post)
            person = (holder.reached or holder.person) if holder is not None else directory.people.get(post.person)
            what = f"{called_as(holder) if holder is not None else word(ROLES, post.role)} · {post.where}"
        elif chosen.person is not None:
            person, what = chosen.person, chosen.person.post
        elif chosen.place is not None:
            holder = leading(directory, chosen.place)
            if holder is not None:
                person = holder.reached or holder.person
                what = f"{called_as(holder)} · {chosen.place.name}"
        if person is None:
            words = self.tr("Nobody answers here yet; R assigns somebody")
            self._context.services.toast.emit(Toast(words, kind="warn"))
            return
        self.phone(person.id, person.name, what, person.phone)

    def _holder(self, chosen: Chosen, post: TeamRow) -> Holder | None:
        holders = chosen.standing.directory.holders(post.target, post.role)
        return next((one for one in holders if one.appointment == post.appointment), None)

    def phone(self, person: str, name: str, what: str, number: str) -> None:
        """Show a number to dial."""
        self._context.services.phone.emit(Phone(name, what, number, person=person))

    # -- changing --------------------------------------------------------------------------------------------------

    def edit(self, chosen: Chosen) -> None:
        """E: on a post the person, elsewhere the place."""
        if not self._may(chosen):
            return
        if chosen.post is not None and chosen.post.vacant:
            self._assign(chosen.post)
        elif chosen.post is not None:
            self._open(PersonSheet(*self._base(), chosen.post.person, chosen.post))
        else:
            self.edit_place(chosen)

    def edit_place(self, chosen: Chosen) -> None:
        """The form of the place, or of somebody without one."""
        if not self._may(chosen):
            return
        place = chosen.place
        if place is not None and place.kind == "community":
            self._open(CommunitySheet(*self._base(), place))
        elif place is not None:
            self._open(PlaceSheet(*self._base(), place))
        elif chosen.person is not None:
            self._open(PersonSheet(*self._base(), chosen.person.id))

    def replace(self, chosen: Chosen) -> None:
        """R: a lit post changes hands, elsewhere the chief's."""
        post = chosen.post or chosen.first
        if post is not None and self._may(chosen):
            self._assign(post)

    def assign_chief(self, chosen: Chosen) -> None:
        """The leading post of the place."""
        if chosen.first is not None and self._may(chosen):
            self._assign(chosen.first)

    def _assign(self, post: TeamRow) -> None:
        look, desk, host = self._base()
        sheet = AssignSheet(look, desk, host, post)
        sheet.decided.connect(self.send)
        self.sheet = sheet
        sheet.open_sheet()

    def fill(self, chosen: Chosen, hole: HoleRow) -> None:
        """The button of a gap: assign, say who stands in, call, see the turn somebody was sent on, or enter the number."""
        people = chosen.standing.directory.people
        if hole.sort == "sent":
            self._show_turn(hole.turn)
        elif hole.sort == "overdue" and hole.person:
            what = f"{word(ROLES, hole.role)} · {hole.name}"
            self.phone(hole.person, hole.who, what, hole.phone)
        elif not self._may(chosen):
            return
        elif hole.sort == "silent":
            self._open(PersonSheet(*self._base(), hole.person))
        elif hole.sort == "uncovered":
            self.away(people[hole.person])
        else:
            role = hole.role or (chosen.first.role if chosen.first is not None else "")
            self._assign(TeamRow(role, hole.target, hole.name))

    def end(self, chosen: Chosen) -> None:
        """Del: a lit post ends, on the tree the place goes out of use; both ask why."""
        place, directory = chosen.place, chosen.standing.directory
        if chosen.post is not None:
            if not chosen.post.vacant and self._may(chosen):
                self._open(EndSheet(*self._base(), chosen.post))
        elif place is not None and chosen.in_tree and self._may(chosen):
            inside = (one for one in directory.places.values() if one.community == place.id)
            if place.kind == "community" and any(one.active and one.kind != "grid" for one in inside):
                self._warn(self.tr("Streets and buildings lie in this community; move them first"))
            elif any(below.kind == "alley" for below in directory.below(place.id)):
                self._warn(self.tr("Alleys belong to this street; move them first"))
            else:
                self._open(ClosePlaceSheet(*self._base(), place))

    # -- away, numbers, walks --------------------------------------------------------------------------------------

    def leave(self, chosen: Chosen) -> None:
        """B: the person is away, or back."""
        person = chosen.who
        if person is None or not self._may(chosen):
            return
        absence = chosen.standing.directory.away(person.id)
        if absence is None:
            self.away(person)
            return
        told = self.tr("{name} is back").format(name=person.name)
        self.offer([(f"back:{absence.id}", told), (f"away:{person.id}", self.tr("Another time away"))])

    def away(self, person: Person) -> None:
        """The form of an absence."""
        self.hand.absence(person)

    def verify(self, chosen: Chosen) -> None:
        """V: what came of a call that was made."""
        if chosen.who is not None and self._may(chosen):
            self.hand.verify(chosen.who)

    def patrol(self, chosen: Chosen) -> None:
        """X: somebody is sent to walk the street."""
        if chosen.place is not None and chosen.place.kind in ("street", "alley") and self._may(chosen):
            open_patrol(self._context.desk, self.acting, chosen.standing, chosen.place)

    def turn(self, chosen: Chosen) -> None:
        """O: the turn somebody was sent on, else the turns of the place."""
        place = chosen.place
        if place is not None and place.kind in ("street", "alley"):
            sent = chosen.standing.sent.get(place.id)
            self._show_turn(sent.id if sent is not None else "", place.id)

    def _show_turn(self, patrol: str, place: str = "") -> None:
        self._context.services.go.emit(Go("patrols", {"patrol": patrol} if patrol else {"place": place}))

    def _on_acted(self, done: Done) -> None:
        """Somebody was sent: the turn is one key away."""
        self._turn = str(done.report.get("patrol", ""))
        if self._turn:
            words = self.tr("Sent; the turn stands among those of the day")
            toast = Toast(words, kind="done", action=SHOW_TURN, action_word=self.tr("see it"), key="O")
            self._context.services.toast.emit(toast)

    def _on_toast(self, action: str) -> None:
        if action == SHOW_TURN and self._turn:
            self._show_turn(self._turn)

    def service(self, chosen: Chosen, names: Mapping[str, str]) -> None:
        """I: what somebody held, when they were away, how their number was proved."""
        if chosen.who is not None:
            sheet = ServiceSheet(self._context.look, self._context.desk, self._host.window(), chosen.who, names)
            self.sheet = sheet
            sheet.open_sheet()

    # -- adding ----------------------------------------------------------------------------------------------------

    def add(self, chosen: Chosen, beside: QWidget | None = None) -> None:
        """A: a menu of what can be added here."""
        if self._may(chosen):
            self.offer(self._additions(chosen), beside)

    def _additions(self, chosen: Chosen) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        place, directory = chosen.place, chosen.standing.directory
        if place is not None and place.kind in ("street", "alley"):
            roles = ["deputy", "steward"]
            if not directory.holders(target_of(place.id), *CHIEFS):
                roles.insert(0, chief_role(place))
            found += [(f"role:{role}", word(ROLES, role)) for role in roles]
        elif place is not None and place.kind in KEPT_KINDS:
            role = KEPT_KINDS[place.kind]
            found.append((f"role:{role}", word(ROLES, role)))
        elif place is not None and place.kind == "community":
            found += [(f"role:{role}", word(ROLES, role)) for role in ("secretary", "member")]
        if found:
            found.append(("", ""))
        grids = ("grid",) if communities_of(directory) else ()
        kinds = ("community", *grids, "street", "alley", "building", "site", *POINTS)
        found += [(f"place:{kind}", self.tr("New: {kind}").format(kind=kind_word(kind))) for kind in kinds]
        return [*found, ("", ""), ("person:", self.tr("New person"))]

    def offer(self, lines: Sequence[tuple[str, str]], beside: QWidget | None = None) -> None:
        """A menu of acts: (``sort:code``, words); an empty one parts them."""
        menu = menu_in(self._host)
        for code, words in lines:
            if code:
                menu.addAction(words).setData(code)
            else:
                menu.addSeparator()
        menu.triggered.connect(self._on_offered)
        self.menu = menu
        over = beside if beside is not None and beside.isVisible() else self._host
        corner = over.rect().bottomLeft() if over is beside else over.rect().center() - QPoint(120, 120)
        menu.popup(over.mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])

    def _on_offered(self, action: QAction) -> None:
        sort, _, code = str(action.data()).partition(":")
        place = self._chosen.place
        people = self._context.desk.reference.directory.people
        if sort == "role" and place is not None:
            target = f"unit/{place.id}" if place.kind == "community" else target_of(place.id)
            self._assign(TeamRow(code, target, place.name))
        elif code == "community":
            self._open(CommunitySheet(*self._base()))
        elif code == "grid":
            self._open(GridSheet(*self._base(), place))
        elif sort == "place":
            self._open(PlaceSheet(*self._base(), None, code, place))
        elif sort == "person":
            self._open(PersonSheet(*self._base()))
        elif sort == "away":
            self.away(people[code])
        elif sort == "back":
            absence = next((one for one in self._chosen.standing.directory.absences if one.id == code), None)
            if absence is not None:
                self.hand.back(absence)

    # -- sending ---------------------------------------------------------------------------------------------------

    def _base(self) -> tuple[Any, Any, QWidget]:
        return self._context.look, self._context.desk, self._host

    def _warn(self, words: str) -> None:
        self._context.services.toast.emit(Toast(words, kind="warn"))

    def _open(self, sheet: RosterSheet) -> None:
        sheet.submitted.connect(self._on_submitted)
        self.sheet = sheet
        sheet.open_sheet()

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        sheet = self.sheet
        if not isinstance(sheet, RosterSheet):
            return
        try:
            command = sheet.command(values)
        except Refused as refused:
            sheet.say(refusal(refused.code, refused.facts))
            return
        if command is None:
            sheet.say(self.tr("Nothing was changed."))
            return
        self.send(command)

    def send(self, command: Command) -> None:
        """Send a command; the open form closes once it is saved."""
        said = self.tr("Entered; the history keeps what was before")
        sheet = self.sheet
        self._left = sheet.left if isinstance(sheet, AssignSheet | EndSheet) else None
        Sending(self._context, command, said, sheet).done.connect(self._on_saved)

    def _on_saved(self, done: Any) -> None:
        """Show the place that was entered; after a grid its community. Who has left a post and still has others is named."""
        left, self._left = self._left, None
        if left is not None:
            self.rest = ask_rest(self._context, self._host, left)
        places = self._context.desk.reference.directory.places
        keys = [subject.partition("/")[2] for subject in done.subjects if subject.startswith("place/")]
        shown = [key for key in keys if key in places and places[key].kind != "grid"]
        if shown:
            self.shown.emit(shown[-1])
