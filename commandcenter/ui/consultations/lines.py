"""The agenda as the screen lists it: every item with what it is about, and below it what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.desk.desk import Desk
from commandcenter.domain.consultation import Consultation, Decided, Item
from commandcenter.domain.problem import Problem
from commandcenter.domain.proposal import Proposal


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item (``decided`` None) or a decision on it. ``ordinal`` counts items from 1; ``title`` is what it is about."""

    id: str
    item: Item
    ordinal: int
    number: str = ""
    title: str = ""
    decided: Decided | None = None
    settled: bool = False

    @property
    def words(self) -> str:
        """What the line says, for reading aloud."""
        return (
            self.decided.words if self.decided is not None else f"{self.number} {self.title or self.item.words}".strip()
        )


def titles(desk: Desk, items: Sequence[Item]) -> dict[str, tuple[str, str]]:
    """Number and title of what items are about, by ``about/key``. Bounded by the agenda."""
    cases = [item.key for item in items if item.about == "case"]
    found = {f"case/{row.id}": (row.number, row.title) for row in desk.read.cases.by_id(cases)} if cases else {}
    for item in items:
        if item.about == "problem":
            problem = desk.read.matters.one(Problem, f"problem/{item.key}")
            found[f"problem/{item.key}"] = (problem.number, problem.title)
        elif item.about == "proposal":
            proposal = desk.read.matters.one(Proposal, f"proposal/{item.key}")
            found[f"proposal/{item.key}"] = (proposal.number, proposal.title)
    return found


def lines_of(desk: Desk, state: Consultation) -> list[AgendaLine]:
    """The lines of an agenda in its order."""
    known = titles(desk, state.agenda)
    found = []
    for place, item in enumerate(state.agenda, start=1):
        number, title = known.get(f"{item.about}/{item.key}", ("", ""))
        own = [one for one in state.decisions if one.item == item.id]
        settled = bool(own) or bool(item.discussed)
        found.append(AgendaLine(item.id, item, place, number, title, settled=settled))
        found += [AgendaLine(f"{item.id}/{one.id}", item, place, number, title, one) for one in own]
    return found


def silent(state: Consultation) -> Item | None:
    """The first item with neither a decision nor what was said on it."""
    decided = {one.item for one in state.decisions}
    return next((item for item in state.agenda if item.id not in decided and not item.discussed), None)
