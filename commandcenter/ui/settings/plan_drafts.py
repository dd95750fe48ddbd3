"""The working copies of the plans: kept as drafts until they are published, so that neither Esc nor a crash loses one."""

from __future__ import annotations

import json

from commandcenter.desk.desk import Desk
from commandcenter.domain.record import Record
from commandcenter.ui.settings import plan_model as model

DRAFT = "plan."


class PlanDrafts:
    """The plans as they stand and as they are being edited. A plan that was never published exists only here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._copies: dict[str, model.Copy] = {}
        self.records: dict[str, Record] = {}
        for key, text in desk.read.status.drafts().items():
            if key.startswith(DRAFT):
                told = json.loads(text)
                if isinstance(told, dict):
                    self._copies[key.removeprefix(DRAFT)] = told

    def read(self) -> None:
        """Read the plans anew; a copy that says what the plan says is forgotten."""
        self.records = self._desk.read.reference.records("plan")
        for plan, told in self._copies.items():
            standing = model.working_copy(self.record(plan))
            self._copies[plan] = standing | {part: told[part] for part in model.PARTS if part in told}
        self._copies = {plan: edited for plan, edited in self._copies.items() if self.changed(plan)}

    def record(self, plan: str) -> Record:
        """The plan as it stands; an unknown one under its subject when it was never published."""
        return self.records.get(plan, Record(subject=f"plan/{plan}"))

    @property
    def unpublished(self) -> list[str]:
        """The plans that were never published, by code."""
        return sorted(plan for plan in self._copies if plan not in self.records)

    def copy(self, plan: str) -> model.Copy:
        """The working copy of a plan."""
        if plan not in self._copies:
            self._copies[plan] = model.working_copy(self.record(plan))
        return self._copies[plan]

    def begin(self, plan: str, begun: model.Copy) -> None:
        """Begin a plan that does not exist yet."""
        self._copies[plan] = begun
        self.keep(plan)

    def changed(self, plan: str) -> list[str]:
        """The parts that differ from the plan as it stands."""
        edited = self._copies.get(plan)
        return model.changed_parts(self.record(plan), edited) if edited is not None else []

    def keep(self, plan: str) -> None:
        """Write the working copy down, or forget it when nothing differs."""
        if plan in self._copies:
            text = json.dumps(self._copies[plan], ensure_ascii=False) if self.changed(plan) else ""
            self._desk.save_draft(f"{DRAFT}{plan}", text)

    def drop(self, plan: str) -> None:
        """Forget the working copy."""
        self._copies.pop(plan, None)
        self._desk.save_draft(f"{DRAFT}{plan}", "")
