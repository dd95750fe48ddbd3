"""The gate before a slow whistle: only what cannot be solved where it lies. The emergency whistle never passes through it.

Whoever blows says which of the seven kinds the matter is (七类吹哨事项, records ``matter_kind/<code>``), what is missing to
solve it here, and what was tried. Source: domain.md 1-21 to 1-23 (吹哨前提:没权限、没资源; the three questions), 2.2.1,
2.2.2; DESIGN rule 9.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.command import World, unique
from commandcenter.domain.event import Fact
from commandcenter.domain.record import demands
from commandcenter.domain.refusal import Refused

GATED = ("muster", "joint")
"""The kinds of whistle that pass the gate; the supervision whistle answers to its own list."""

LACKS = ("authority", "resources", "departments")
"""What is missing: 没权限, 没资源, or one department alone cannot do it (需多部门)."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a whistle is blown: the kind of matter, what is missing here, what was tried and what came of it.

    ``tried`` is words and lies in the private part of an event.
    """

    category: str = ""
    lacks: tuple[str, ...] = field(default=())
    tried: str = ""

    @property
    def body(self) -> dict[str, Any]:
        """The codes, for the body of an event."""
        return {"category": self.category, "lacks": list(self.lacks)}

    @property
    def private(self) -> dict[str, str]:
        """The words, for its private part."""
        return {"tried": self.tried.strip()} if self.tried.strip() else {}


def grounds_in(fact: Fact) -> Grounds:
    """The grounds told in an event; what is no text or code in it is left out. Never raises."""
    told = fact.body.get("lacks")
    lacks = unique(str(lack) for lack in told) if isinstance(told, list | tuple) else ()
    return Grounds(str(fact.body.get("category", "")), lacks, fact.words("tried"))


def missing(grounds: Grounds) -> tuple[str, ...]:
    """What still has to be said before the gate opens: ``category``, ``lacks``, ``tried``, in the order of asking."""
    lacks = any(lack in LACKS for lack in grounds.lacks)
    told = (("category", grounds.category.strip()), ("lacks", lacks), ("tried", grounds.tried.strip()))
    return tuple(name for name, said in told if not said)


def check(world: World, kind: str, grounds: Grounds) -> None:
    """Let a whistle of a kind pass, or refuse it. The emergency and the supervision whistle always pass.

    Refuses ``gate_category`` when the matter is none of the kinds in use, ``gate_lack_unknown``, ``gate_solvable`` when
    nothing is missing to solve it here, ``gate_tried`` when nothing is said of what was tried.
    """
    if kind not in GATED:
        return
    if not grounds.category or not world.state(f"matter_kind/{grounds.category}").active:
        raise Refused("gate_category")
    strange = [lack for lack in grounds.lacks if lack not in LACKS]
    if strange:
        raise Refused("gate_lack_unknown", lack=strange[0])
    if not grounds.lacks:
        raise Refused("gate_solvable")
    if not grounds.tried.strip():
        raise Refused("gate_tried")


@dataclass(frozen=True, slots=True)
class MatterKind:
    """One of the kinds of matters a whistle may be blown for: its name, whom it usually calls, whether it is confidential."""

    code: str
    name: str
    units: tuple[str, ...] = ()
    hint: str = ""
    confidential: bool = False


def matter_kind_of(code: str, fields: Mapping[str, Any]) -> MatterKind:
    """The kind in the fields of its record; missing parts are empty."""
    units: Sequence[Any] = fields.get("units") or ()
    return MatterKind(
        code,
        str(fields.get("name", code)),
        tuple(map(str, units)) if isinstance(units, list | tuple) else (),
        str(fields.get("hint", "")),
        fields.get("confidential") is True,
    )


@demands("matter_kind")
def _check_kind(fields: Mapping[str, Any]) -> None:
    if not str(fields.get("name", "")).strip():
        raise Refused("name_missing")
