"""The acts on a drill plan before it runs: found it, submit it, approve it, return it (domain.md 2.7, L1 to L3).

Writing it is amending its record. The approval names the content it was given for, so whatever changes afterwards -
here, on another desk, at the same minute - makes the plan a draft again without anybody having to see to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command, Decision, Draft, World, required
from commandcenter.domain.drill import DrillPlan, drill_plan_of
from commandcenter.domain.event import DRILL
from commandcenter.domain.numbering import DRILL_MARK, whistle_number
from commandcenter.domain.record import Record, check, listed
from commandcenter.domain.refusal import Refused

SERIES = "FA"
"""方案: ``演-FA-2026-0720-A01``."""

_OWN = (
    *("injects", "goals", "units", "place", "place_words", "setting", "plan", "category", "grade", "laws", "sheet"),
    *("form", "content", "purpose", "safety", "stop_word", "cost", "minutes", "announcement"),
)
"""What a drill takes over from the scenario it is made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDrill(Command):
    """Begin a drill plan (立项): from a ``scenario``, or from nothing with ``fields`` that name at least its plan.

    ``fields`` win over what the scenario says; ``roles`` are private. The report tells the ``drill`` id.
    Refuses ``scenario_unknown`` and what the family refuses.
    """

    scenario: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    roles: dict[str, Any] = field(default_factory=dict)

    def decide(self, world: World) -> Decision:
        taken: dict[str, Any] = {}
        if self.scenario:
            record: Record = world.state(f"drill/{self.scenario}")
            if not record.known:
                raise Refused("scenario_unknown", drill=self.scenario)
            taken = {name: record.fields[name] for name in _OWN if name in record.fields}
            taken |= {"name": record.get("name", ""), "scenario": self.scenario}
        at = self.when(world)
        day = local_date(at)
        number = whistle_number(SERIES, DRILL, day, world.letter, world.take_number(DRILL_MARK + SERIES, day))
        key = world.new_id()
        fields = taken | self.fields | {"number": number, "designed": True}
        check(f"drill/{key}", fields)
        words = {f"role.{role}": told for role, told in self.roles.items()}
        return Decision([listed(f"drill/{key}", fields, words, at)], {"drill": key, "number": number})


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillAct(Command):
    """What the acts on a designed drill share."""

    drill: str

    def plan(self, world: World) -> DrillPlan:
        """The plan as it stands. Refuses ``not_listed`` and, for a scenario of the library, ``drill_is_scenario``."""
        record: Record = world.state(f"drill/{self.drill}")
        if not record.active:
            raise Refused("not_listed", subject=f"drill/{self.drill}")
        plan = drill_plan_of(record)
        if not plan.designed:
            raise Refused("drill_is_scenario")
        return plan

    def step(
        self, world: World, name: str, plan: DrillPlan, by: str, private: Mapping[str, str], turn: int = 0
    ) -> Draft:
        """A step of the approval, for exactly what stands in the plan now."""
        at = self.when(world)
        words = {key: text.strip() for key, text in private.items() if text.strip()}
        return Draft(
            subject=f"drill/{self.drill}",
            kind="drill.amended",
            body={"fields": {name: {"at": at, "by": by, "seal": plan.seal, "turn": turn or plan.submitted.turn}}},
            private={name: words},
            happened_at=at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitDrill(DrillAct):
    """Hand the plan to a leader (送审). Refuses ``drill_incomplete`` without aims, script or stop word; ``already_approved``."""

    def decide(self, world: World) -> Sequence[Draft]:
        plan = self.plan(world)
        lacking = [name for name in ("aims", "injects", "stop_word") if not getattr(plan, name)]
        if lacking:
            raise Refused("drill_incomplete", missing=lacking)
        if plan.approved:
            raise Refused("already_approved")
        return [self.step(world, "submitted", plan, world.who.actor, {}, plan.submitted.turn + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveDrill(DrillAct):
    """A leader approves the plan as it was submitted (审批). ``by`` is a person id; ``name`` where the roster has none.

    Refuses ``drill_not_submitted`` (also when it was changed after it was submitted) and ``approver_needed``.
    """

    by: str = ""
    name: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        plan = self.plan(world)
        if plan.status() != "submitted":
            raise Refused("drill_not_submitted")
        by = self.by or ("" if self.name.strip() else world.who.actor)
        if not by:
            required(self.name, "approver_needed")
        return [self.step(world, "approval", plan, by, {"name": self.name})]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDrill(DrillAct):
    """A leader gives the plan back with a reason. Refuses ``drill_not_submitted``, ``reason_needed``."""

    reason: str
    by: str = ""

    def decide(self, world: World) -> Sequence[Draft]:
        plan = self.plan(world)
        required(self.reason, "reason_needed")
        if plan.status() != "submitted":
            raise Refused("drill_not_submitted")
        return [self.step(world, "returned", plan, self.by or world.who.actor, {"reason": self.reason})]
