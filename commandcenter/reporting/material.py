"""What a form is made from: one matter as it stands, what hangs on it, the names behind the ids, and the moment of printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from commandcenter.domain import privacy
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.printed import Prints
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory
from commandcenter.domain.subjects import folded
from commandcenter.journal.reading.calls import CallReader
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.reading.duty_log import DutyLogReader
from commandcenter.journal.reading.incidents import Incident, IncidentReader
from commandcenter.journal.reading.matters import MatterReader
from commandcenter.journal.reading.patrols import PatrolReader
from commandcenter.journal.reading.privacy import PrivacyReader, masked_incident
from commandcenter.journal.reading.rates import RateReader
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.reporting import times
from commandcenter.reporting.background import NOBODY, Background
from commandcenter.reporting.registry import Form
from commandcenter.reporting.story import Story

State = TypeVar("State")


@dataclass(frozen=True)
class Material:
    """The material of one form. ``subject`` is what it is printed of, ``whistle`` the id of the whistle that belongs to.

    ``now`` is epoch milliseconds, ``printed_by`` a name, ``options`` what the form was asked for besides. The readers all
    look at one moment of the journal.
    """

    form: Form
    subject: str
    whistle: str
    now: int
    printed_by: str
    names: Background
    incidents: IncidentReader
    matters: MatterReader
    cases: CaseReader
    reference: ReferenceReader
    directory: Directory
    privacy: PrivacyReader
    rates: RateReader
    patrols: PatrolReader
    calls: CallReader
    duty_log: DutyLogReader
    options: Mapping[str, Any] = field(default_factory=dict)
    seat: str = ""
    prints: Prints = field(default_factory=Prints)

    @property
    def key(self) -> str:
        """The id of the matter: its subject without the family."""
        return self.subject.partition("/")[2]

    @cached_property
    def masked(self) -> bool:
        """Whether personal data are masked: the incident has ended, and nobody opened them at this seat with a reason."""
        if not self.whistle or not privacy.masked(self.incidents.whistle(self.whistle)):
            return False
        limit = self.names.limits.get(privacy.UNMASK)
        minutes = limit.milliseconds / MINUTE if limit is not None else 0
        return self.privacy.of(self.whistle).open_at(self.now, self.seat, minutes) is None

    def state(self, kind: type[State]) -> State:
        """The matter itself, masked where it has to be. Refuses ``nothing_to_print`` when nothing is known of it."""
        found = self.matters.one(kind, self.subject)
        if not getattr(found, "known", True):
            raise Refused("nothing_to_print")
        return self._shown(self.subject, found)

    def of(self, kind: type[State], family: str) -> list[State]:
        """What of a family belongs to the whistle, in the order it was opened, masked where it has to be."""
        found = self.matters.of(kind, family, parent=self.whistle)
        return [self._shown(str(getattr(state, "subject", "")), state) for state in found]

    def _shown(self, subject: str, state: State) -> State:
        if not self.masked or not subject:
            return state
        masked: State = folded(subject, privacy.masked_facts(self.incidents.facts_of(subject)))
        return masked

    @cached_property
    def incident(self) -> Incident:
        """Everything of the whistle, masked where it has to be. Refuses ``whistle_unknown``."""
        found = self.incidents.incident(self.whistle)
        if not found.whistle.known:
            raise Refused("whistle_unknown")
        return masked_incident(found, self.facts) if self.masked else found

    @cached_property
    def facts(self) -> list[Fact]:
        """Every entry of the whistle's incident by the time it happened, masked where it has to be."""
        found = self.incidents.facts(self.whistle)
        return privacy.masked_facts(found) if self.masked else found

    @cached_property
    def story(self) -> Story:
        """The incident as the older forms tell it."""
        return Story(self.incident, self.facts, self.names, self.now)

    def paper(self, *, title: str, number: str, mode: str) -> dict[str, Any]:
        """The part that is the same on every document: the office, the number, the mode, when and by whom it was printed."""
        return {
            "office": self.names.office,
            "drill": mode == DRILL,
            "sample": self.names.sample,
            "number": number,
            "title": title,
            "private": self.form.private,
            **({"handling": self.form.handling} if self.form.private else {}),
            "printed_at": times.stamp(self.now),
            "printed_by": self.printed_by or NOBODY,
            "stamp": self.now // 1000,
        }
