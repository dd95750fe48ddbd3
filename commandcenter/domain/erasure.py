"""Erasure of personal data: an event that two people sign. The private rows go, the chain stays whole.

Emergency Response Law art. 85: personal data gathered for an emergency is destroyed afterwards; PIPL art. 47.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.event import REAL, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

VERB = "private_erased"


def erased_up_to(body: Mapping[str, Any]) -> dict[str, int]:
    """Up to which number of each node an erasure reaches; what is no number reaches nothing."""
    told = body.get("up_to")
    if not isinstance(told, Mapping):
        return {}
    return {str(node): seq for node, value in told.items() if (seq := whole(value)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasePrivate(Command):
    """Erase the private parts of everything recorded on ``subject`` so far.

    ``first`` and ``second`` are two different known people. Refuses ``two_people_needed``, ``person_unknown``,
    ``reason_needed``, ``nothing_to_erase``.
    """

    subject: str
    first: str
    second: str
    reason: str

    def decide(self, world: World) -> Sequence[Draft]:
        if not self.first or not self.second or self.first == self.second:
            raise Refused("two_people_needed")
        for person in (self.first, self.second):
            if not world.state(f"person/{person}").known:
                raise Refused("person_unknown", person=person)
        heads = world.heads(self.subject)
        if not heads:
            raise Refused("nothing_to_erase")
        family = self.subject.partition("/")[0]
        body = {
            "up_to": dict(heads),
            "signed_by": [self.first, self.second],
            "reason": required(self.reason, "reason_needed"),
        }
        mode: Mode = getattr(world.state(self.subject), "mode", REAL)
        return [Draft(subject=self.subject, kind=f"{family}.{VERB}", body=body, mode=mode)]
