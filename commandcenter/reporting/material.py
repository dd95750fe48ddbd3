"""What a form is made from: one matter as it stands, what hangs on it, the names behind the ids, and the moment of printing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.printed import Prints
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Directory
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.reading.incidents import Incident, IncidentReader
from commandcenter.journal.reading.matters import MatterReader
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
    options: Mapping[str, Any] = field(default_factory=dict)
    prints: Prints = field(default_factory=Prints)

    @property
    def key(self) -> str:
        """The id of the matter: its subject without the family."""
        return self.subject.partition("/")[2]

    def state(self, kind: type[State]) -> State:
        """The matter itself. Refuses ``nothing_to_print`` when nothing is known of it."""
        found = self.matters.one(kind, self.subject)
        if not getattr(found, "known", True):
            raise Refused("nothing_to_print")
        return found

    @cached_property
    def incident(self) -> Incident:
        """Everything of the whistle. Refuses ``whistle_unknown``."""
        found = self.incidents.incident(self.whistle)
        if not found.whistle.known:
            raise Refused("whistle_unknown")
        return found

    @cached_property
    def facts(self) -> list[Fact]:
        """Every entry of the whistle's incident by the time it happened."""
        return self.incidents.facts(self.whistle)

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
            "printed_at": times.stamp(self.now),
            "printed_by": self.printed_by or NOBODY,
            "stamp": self.now // 1000,
        }
