"""The service record of a person: every post ever held, every time away, every call that was to prove the number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.number_check import STALE, number_age
from commandcenter.domain.roster import Person
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factlist import FactList, Known
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.roster.painters import away_word
from commandcenter.ui.roster.team import PastRow, service
from commandcenter.ui.roster.team_painters import PastPainter, past_spoken, until_words
from commandcenter.ui.roster_words import CALLS, NUMBERS, roster_face
from commandcenter.ui.theme.look import Look

WEEKS = 13
"""So many weeks of walks are counted."""
MOST_CALLS, MOST_AWAY = 6, 6


class ServiceSheet(Sheet):
    """The record. Nothing is changed here."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, person: Person, names: Mapping[str, str]) -> None:
        super().__init__(look, host, person.name, width=820)
        self.caption.setText(person.post)
        self._desk = desk
        self.model = KeyedRows(_key, past_spoken, self)
        self.posts = RowList(look, self.model, PastPainter(look, self, places=True), self.tr("Posts"))
        self.model.show(service(desk.reference.roster, person.id, names, desk.clock.now()))
        self.posts.setFixedHeight(look.px(36) + min(8, max(2, self.model.rowCount())) * look.px(33) + 4)
        self.body.addWidget(Label(look, self.tr("Posts"), "panel"))
        self.body.addWidget(self.posts)
        self.facts = FactList(look)
        self.facts.show_facts(self._facts(person))
        self.body.addWidget(self.facts)
        self.body.addStretch(1)
        self.close_button = Button(look, self.tr("Close"), key="Esc", kind="ghost")
        self.close_button.clicked.connect(self.dismiss)
        self.add_button(self.close_button)
        self.closed.connect(self.deleteLater)

    def open_sheet(self) -> None:
        """Show it."""
        self.present(self.posts.view)

    def _facts(self, person: Person) -> list[Known]:
        desk, now = self._desk, self._desk.clock.now()
        limit = desk.reference.limit(STALE)
        state = number_age(person, now, limit.milliseconds / DAY if limit is not None else 0)
        told = roster_face(NUMBERS, state)[0] if person.phone else self.tr("no number")
        facts = [Known(self.tr("Number"), f"{person.phone} · {told}".strip(" ·"))]
        facts.append(Known(self.tr("Calls that proved it"), "；".join(self._calls(person.id)) or when.UNKNOWN))
        facts.append(Known(self.tr("Away"), "；".join(self._away(person.id)) or self.tr("never")))
        today = local_date(now)
        walks = desk.read.patrols.figures(today - timedelta(weeks=WEEKS), today, now, person=person.id)
        words = self.tr("last {weeks} weeks: walks {done} of {planned}, findings {found}, missed {missed}")
        told = words.format(
            weeks=WEEKS,
            done=walks.done + walks.own,
            planned=walks.planned + walks.own,
            found=walks.findings,
            missed=walks.missed,
        )
        return [*facts, Known(self.tr("Patrols"), told)]

    def _calls(self, person: str) -> list[str]:
        people = self._desk.reference.directory.people
        found: list[str] = []
        for fact in reversed(self._desk.read.reference.facts(f"person/{person}")):
            if fact.verb == "verified" and len(found) < MOST_CALLS:
                told = fact.body.get("fields") or {}
                words = roster_face(CALLS, str(told.get("check", "")))[0]
                by = people.get(fact.actor)
                found.append(
                    " ".join(part for part in (when.day(fact.happened_at), words, by.name if by else "") if part)
                )
        return found

    def _away(self, person: str) -> list[str]:
        people = self._desk.reference.directory.people
        found = []
        for absence in self._desk.reference.roster.absences_of(person)[:MOST_AWAY]:
            instead = people.get(absence.substitute)
            words = f"{away_word(absence.reason)} {when.day(absence.since)} {until_words(absence.until or 0)}".strip()
            if instead is not None:
                words = self.tr("{words}, stood in: {name}").format(words=words, name=instead.name)
            found.append(words)
        return found


def _key(entry: PastRow) -> str:
    return entry.key
