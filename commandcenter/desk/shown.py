"""An incident as this seat may see it: from its end masked, until somebody says here why the names are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from commandcenter.domain import privacy
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.subjects import folded
from commandcenter.journal.reading.privacy import masked_incident

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.domain.event import Fact
    from commandcenter.domain.timeline import Entry
    from commandcenter.domain.whistle import Whistle
    from commandcenter.journal.reading.incidents import Incident

State = TypeVar("State")


def is_masked(desk: Desk, whistle: Whistle) -> bool:
    """Whether this seat sees the personal data of an incident masked now. A running one is never masked."""
    if not privacy.masked(whistle):
        return False
    limit = desk.reference.limit(privacy.UNMASK)
    minutes = limit.milliseconds / MINUTE if limit is not None else 0.0
    return desk.read.privacy.of(whistle.id).open_at(desk.clock.now(), desk.node, minutes) is None


def shown_incident(desk: Desk, whistle: str) -> Incident:
    """Everything of one whistle."""
    found = desk.read.incidents.incident(whistle)
    if not is_masked(desk, found.whistle):
        return found
    return masked_incident(found, privacy.masked_facts(desk.read.incidents.facts(whistle)))


def shown_facts(desk: Desk, whistle: Whistle) -> list[Fact]:
    """Every entry of an incident by the time it happened."""
    facts = desk.read.incidents.facts(whistle.id)
    return privacy.masked_facts(facts) if is_masked(desk, whistle) else facts


def shown_timeline(desk: Desk, incident: Incident) -> list[Entry]:
    """The timeline of an incident with the marks its folds have set; worked out once while nothing is masked."""
    from commandcenter.domain.timeline import entries

    marks = {key: code for state in incident.report_ins for key, code in state.irregular}
    if is_masked(desk, incident.whistle):
        return entries(shown_facts(desk, incident.whistle), marks)
    return desk.read.incidents.timeline(incident.whistle.id, marks)


def shown_matters(desk: Desk, whistle: Whistle, kind: type[State], family: str) -> list[State]:
    """What of a family belongs to an incident, in the order it was opened."""
    found = desk.read.matters.of(kind, family, parent=whistle.id)
    if not is_masked(desk, whistle):
        return found
    facts = desk.read.incidents.facts_of
    subjects = [str(getattr(state, "subject", "")) for state in found]
    return [folded(subject, privacy.masked_facts(facts(subject))) for subject in subjects]
