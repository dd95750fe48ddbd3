"""The form that sends somebody to walk a street: who, in which window, why, by which checklist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import HOUR
from commandcenter.domain.command import Command
from commandcenter.domain.patrol import REASONS as PATROL_REASONS
from commandcenter.domain.patrol_plan import WALKERS
from commandcenter.domain.patrol_planning_acts import AssignPatrol
from commandcenter.domain.roster import Place
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.patrol_words import REASONS, patrol_word
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

LONG = 3 * HOUR
"""The window that is proposed."""


def open_patrol(desk: Desk, acting: Acting, standing: Standing, place: Place) -> None:
    """Open the form for a street or alley; the chief is proposed, whoever is away is left out."""
    people: dict[str, tuple[str, str]] = {}
    for holder in standing.directory.holders(f"place/{place.id}", *WALKERS):
        person = holder.reached
        if person is not None:
            people.setdefault(person.id, (holder.role, f"{person.name} · {word(ROLES, holder.role)}"))
    now = desk.clock.now()
    lists = [one for one in desk.reference.patrol_lists.values() if one.active]
    reasons = [(code, patrol_word(REASONS, code)) for code in PATROL_REASONS if code != "own"]
    plan = next((one for one in desk.reference.patrol_plans.values() if one.active and one.place == place.id), None)
    fields = [
        Field(
            "person",
            translate("Roster", "Who walks"),
            "choice",
            choices=[(key, words) for key, (_, words) in people.items()],
            required=True,
        ),
        Field("reason", translate("Roster", "Why"), "choice", "routine", reasons),
        Field("start", translate("Roster", "From"), "clock", now, required=True),
        Field("end", translate("Roster", "Until"), "clock", now + LONG, required=True),
        Field(
            "checklist",
            translate("Roster", "Checklist"),
            "choice",
            plan.checklist if plan is not None else "",
            [("", translate("Roster", "none")), *((one.id, one.name) for one in lists)],
            wide=True,
        ),
    ]

    def make(v: Mapping[str, Any]) -> Command:
        if v["end"] <= v["start"]:
            raise ValueError("end")
        return AssignPatrol(
            place=place.id,
            role=people[v["person"]][0],
            person=v["person"],
            window_start=v["start"],
            window_end=v["end"],
            community=place.community,
            checklist=v["checklist"],
            reason=v["reason"],
        )

    acting.open(
        f"roster.patrol.{place.id}",
        translate("Roster", "Send on patrol"),
        place.name,
        fields,
        translate("Roster", "Send"),
        make,
    )
