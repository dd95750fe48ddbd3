"""What leaves the roster: call lists, paper, and contacts for a telephone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from commandcenter.domain.call_list import CallList, Line
from commandcenter.domain.call_list_acts import DrawUpCallList
from commandcenter.domain.clock import local
from commandcenter.domain.number_check import stale
from commandcenter.domain.office import OFFICE
from commandcenter.domain.roster import Person
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts.calllist import CallListSheet
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rosterhand import RosterHand
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.roster.acts import Chosen
from commandcenter.ui.roster.gaps import HoleRow, to_remind
from commandcenter.ui.roster.search import first_post
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.wording import refusal

JOB = "commandcenter.desk.contacts_job:export_contacts"
MOST_LISTS = 6


@dataclass(frozen=True, slots=True)
class Way:
    """A line of a menu: what it does (sort and code), and its words."""

    sort: str
    code: str
    words: str


class RosterOutward(QObject):
    """Menus of call lists and papers, and the export of contacts."""

    def __init__(self, context: Context, host: QWidget, hand: RosterHand) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._hand = hand
        self._chosen = Chosen(Standing())
        self._holes: Sequence[HoleRow] = ()
        self.menu: QMenu | None = None
        self.list_sheet: CallListSheet | None = None
        self.export_sheet: FormSheet | None = None
        hand.drawn_up.connect(self.open_list)

    # -- call lists ------------------------------------------------------------------------------------------------

    def call_lists(self, chosen: Chosen, holes: Sequence[HoleRow]) -> None:
        """L: lists that run, and what a new one can be drawn up for."""
        self._chosen, self._holes = chosen, holes
        running = list(reversed(self._context.desk.read.matters.running(CallList, "call_list")))[:MOST_LISTS]
        now = self._context.desk.clock.now()
        ways = [
            Way(
                "open",
                one.id,
                self.tr("{title} · reached {n} of {all} · {at}").format(
                    title=one.title, n=one.reached(), all=len(one.lines), at=when.moment(one.opened_at, now)
                ),
            )
            for one in running
        ]
        if ways:
            ways.append(Way("", "", ""))
        ways += self._new_lists(chosen)
        self._offer(ways)

    def _new_lists(self, chosen: Chosen) -> list[Way]:
        directory, place = chosen.standing.directory, chosen.place
        ways = []
        if place is not None:
            ways.append(Way("about", f"place/{place.id}", self.tr("New: {name}").format(name=place.name)))
            community = directory.places.get(place.community)
            if community is not None and community.id != place.id:
                words = self.tr("New: {name}").format(name=community.name)
                ways.append(Way("about", f"place/{community.id}", words))
        ways.append(Way("about", OFFICE, self.tr("New: the whole office")))
        late = to_remind(self._holes)
        if late:
            ways.append(Way("remind", "", self.tr("New: streets not walked in time ({n})").format(n=len(late))))
        old = self._stale()
        if old:
            ways.append(Way("stale", "", self.tr("New: numbers to prove ({n})").format(n=len(old))))
        groups = [one for one in self._context.desk.reference.groups.values() if one.active]
        if groups:
            ways.append(Way("", "", ""))
        ways += [Way("about", f"group/{one.id}", self.tr("New: {name}").format(name=one.name)) for one in groups]
        return ways

    def _stale(self) -> list[Person]:
        standing = self._chosen.standing
        return stale(standing.directory, standing.now, standing.stale_days)

    def remind_all(self, holes: Sequence[HoleRow]) -> None:
        """⇧U: a list of whom to call about streets that were not walked in time."""
        late = to_remind(holes)
        if not late:
            self._context.services.toast.emit(Toast(self.tr("Every street was walked in time"), kind="done"))
            return
        lines = tuple(Line(row.person, row.target, row.role) for row in late)
        self._draw_up(self.tr("Patrols to be made good {day}"), lines)

    def _draw_up(self, title: str, lines: tuple[Line, ...]) -> None:
        desk = self._context.desk
        once = {line.person: line for line in reversed(lines)}
        command = DrawUpCallList(
            title=title.format(day=when.day(desk.clock.now())), lines=tuple(reversed(once.values())), about=OFFICE
        )
        Sending(self._context, command).done.connect(self._on_drawn_up)

    def _on_drawn_up(self, done: Any) -> None:
        self.open_list(str(done.report["call_list"]))

    def open_list(self, call_list: str) -> None:
        """Show a list, with the mark on whom to call next."""
        self.list_sheet = CallListSheet(self._context, self._host, call_list)
        self.list_sheet.open_sheet()

    # -- paper -----------------------------------------------------------------------------------------------------

    def papers(self, chosen: Chosen) -> None:
        """Ctrl+P: wall list, signboard, pocket cards."""
        self._chosen = chosen
        place = chosen.place
        ways = []
        if place is not None and place.kind == "community":
            words = self.tr("Wall list of {name}").format(name=place.name)
            ways.append(Way("print", f"wall_list place/{place.id}", words))
        ways.append(Way("print", f"wall_list {OFFICE}", self.tr("Wall list of the office")))
        if place is not None and place.kind in ("street", "alley"):
            words = self.tr("Signboard of {name}").format(name=place.name)
            ways.append(Way("print", f"signboard place/{place.id}", words))
        if place is not None and place.kind in ("street", "alley", "community"):
            words = self.tr("Pocket cards of {name}").format(name=place.name)
            ways.append(Way("print", f"pocket_cards place/{place.id}", words))
        ways.append(Way("print", f"pocket_cards {OFFICE}", self.tr("Pocket cards of all streets")))
        self._offer(ways)

    # -- contacts --------------------------------------------------------------------------------------------------

    def export(self, chosen: Chosen) -> None:
        """C: contacts for a telephone, to a file."""
        desk = self._context.desk
        self._chosen = chosen
        scopes = [(OFFICE, self.tr("everybody who holds a post"))]
        if chosen.place is not None:
            scopes.insert(0, (f"place/{chosen.place.id}", chosen.place.name))
        scopes += [(f"group/{one.id}", one.name) for one in desk.reference.groups.values() if one.active]
        moment = local(desk.clock.now()).strftime("%Y%m%d")
        name = self.tr("Roster-{moment}").format(moment=moment)
        fields = [
            Field("about", self.tr("Who"), "choice", OFFICE, scopes),
            Field(
                "version",
                self.tr("Form of the file"),
                "choice",
                "3.0",
                [("3.0", self.tr("vCard 3.0, every telephone reads it")), ("4.0", "vCard 4.0")],
            ),
            Field("path", self.tr("Write to"), "save_file", str(proposed_path(f"{name}.vcf")), required=True, wide=True,
                  filter="*.vcf"),
        ]  # fmt: skip
        self.export_sheet = FormSheet(
            self._context.look,
            self._host.window(),
            self.tr("Contacts for a telephone"),
            fields,
            send=self.tr("Write"),
            now=desk.clock.now,
        )
        below = self.tr(
            "Names, posts and numbers leave the program with this file. Give it to nobody who has no business with them."
        )
        self.export_sheet.say_below(below)
        self.export_sheet.submitted.connect(self._on_export)
        self.export_sheet.closed.connect(self._on_export_closed)
        self.export_sheet.open_sheet()

    def _on_export_closed(self) -> None:
        self.export_sheet = None

    def _on_export(self, values: Mapping[str, Any]) -> None:
        desk = self._context.desk
        path = str(values["path"])
        options = {"about": values["about"], "version": values["version"], "now": desk.clock.now()}
        arguments = {**desk.child_arguments(), "path": path, "options": options}
        job = desk.start_job("contacts", JOB, arguments)
        job.done.connect(self._on_exported)
        job.failed.connect(self._on_failed)
        if self.export_sheet is not None:
            self.export_sheet.send_button.setEnabled(False)
            self.export_sheet.say(self.tr("writing …"))

    def _on_exported(self, told: Mapping[str, Any]) -> None:
        words = self.tr("Contacts written: {n} · {path}").format(n=told["people"], path=told["path"])
        if told["silent"]:
            words += " · " + self.tr("left out without a number: {n}").format(n=told["silent"])
        self._context.services.toast.emit(Toast(words, kind="done", seconds=10))
        if self.export_sheet is not None:
            self.export_sheet.finish()

    def _on_failed(self, trouble: Trouble) -> None:
        words = refusal(trouble.code, trouble.facts, self._context.desk.reference.unit_name)
        if self.export_sheet is None:
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=10))
            return
        self.export_sheet.send_button.setEnabled(True)
        self.export_sheet.say(words)

    # -- menus -----------------------------------------------------------------------------------------------------

    def _offer(self, ways: Sequence[Way]) -> None:
        menu = menu_in(self._host)
        for way in ways:
            if way.sort:
                menu.addAction(way.words).setData(f"{way.sort}|{way.code}")
            else:
                menu.addSeparator()
        menu.triggered.connect(self._on_offered)
        self.menu = menu
        middle, size = self._host.mapToGlobal(self._host.rect().center()), menu.sizeHint()
        menu.popup(middle - QPoint(size.width() // 2, size.height() // 2))
        menu.setActiveAction(menu.actions()[0])

    def _on_offered(self, action: QAction) -> None:
        sort, _, code = str(action.data()).partition("|")
        if sort == "open":
            self.open_list(code)
        elif sort == "about":
            self._hand.call_list(code, self._name_of(code))
        elif sort == "remind":
            self.remind_all(self._holes)
        elif sort == "stale":
            self._list_stale()
        elif sort == "print":
            form, _, subject = code.partition(" ")
            print_form(self._context, self._host, (form, subject))

    def _name_of(self, about: str) -> str:
        family, _, key = about.partition("/")
        reference = self._context.desk.reference
        if family == "place":
            return reference.directory.places[key].name
        if family == "group":
            return reference.groups[key].name
        return str(reference.office.get("name", ""))

    def _list_stale(self) -> None:
        directory = self._chosen.standing.directory
        lines = []
        for person in self._stale():
            post = first_post(directory, person.id)
            if post is not None:
                lines.append(Line(person.id, post.target, post.role))
        self._draw_up(self.tr("Numbers to prove {day}"), tuple(lines))
