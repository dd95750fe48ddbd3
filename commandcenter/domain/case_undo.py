"""Taking back what was done to many cases at once: a correcting entry where the rules know one, else the reason why not.

Nothing is deleted (DESIGN rule 12). What was corrected is corrected back, as long as nobody changed it since; a dispatch goes
back to its former receivers while nobody signed. A pressing, a note or a closing was said and stays said.
"""

from __future__ import annotations

from typing import Any

from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import AmendCase
from commandcenter.domain.case_dispatch_acts import DispatchCase
from commandcenter.domain.case_join_acts import LinkCases, UnlinkCases
from commandcenter.domain.command import Command


def undoing(command: Command, before: Case, now: Case) -> Command | str:
    """The command that takes ``command`` back, or why there is none: ``said``, ``first_dispatch``, ``signed``,
    ``changed_since``, ``nothing``. ``before`` is the case before it, ``now`` as it stands."""
    if isinstance(command, AmendCase):
        return _amended_back(command, before, now)
    if isinstance(command, DispatchCase):
        return _dispatched_back(command, before, now)
    if isinstance(command, LinkCases):
        return _unlinked(command, before, now)
    return "said"


def may_undo(command: Command, before: Case) -> bool:
    """Whether there is a way back for ``command`` at all, were nothing done since. ``before`` is the case before it."""
    if isinstance(command, DispatchCase):
        return before.stage == "dispatched" and before.lead is not None
    return isinstance(command, AmendCase | LinkCases)


def _unlinked(command: LinkCases, before: Case, now: Case) -> Command | str:
    if command.other in before.links:
        return LinkCases(case=command.case, other=command.other, reason=before.links[command.other])
    return UnlinkCases(case=command.case, other=command.other) if command.other in now.links else "changed_since"


def _amended_back(command: AmendCase, before: Case, now: Case) -> Command | str:
    fields = {name: getattr(before, name) for name, told in command.fields.items() if getattr(before, name) != told}
    words = {
        name: getattr(before, name) for name, told in command.private.items() if getattr(before, name) != told.strip()
    }
    if not fields and not words:
        return "nothing"
    if any(getattr(now, name) != command.fields[name] for name in fields) or any(
        getattr(now, name) != command.private[name].strip() for name in words
    ):
        return "changed_since"
    told: dict[str, Any] = (
        {"due_at": before.due_at} if before.due_at is not None and before.due_at != now.due_at else {}
    )
    return AmendCase(case=command.case, fields=fields, private=words, **told)


def _dispatched_back(command: DispatchCase, before: Case, now: Case) -> Command | str:
    if not before.assignees or before.lead is None or before.stage != "dispatched":
        return "first_dispatch"
    if any(line.signed_at is not None for line in now.assignees):
        return "signed"
    units = {line.unit for line in now.assignees}
    if now.stage != "dispatched" or units != {command.lead, *command.others}:
        return "changed_since"
    lead = before.lead.unit
    others = tuple(line.unit for line in before.assignees if line.unit != lead)
    return DispatchCase(case=command.case, lead=lead, others=others, grade=before.grade, due_at=before.due_at)
