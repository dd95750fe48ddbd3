"""Commands as a person, a script or a confused program might send them: every kind, about what is there and what is not.

Fields are filled by their names and types, so a new command is sent here as soon as it is registered. One seed tells the
whole story again.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any, Protocol

from commandcenter.domain import (
    acts,  # noqa: F401  (registers every command)
    transfer,
)
from commandcenter.domain.admission_acts import AdmissionCommand, ReceiveTask
from commandcenter.domain.case import ANSWERS, SATISFACTIONS, SERVICES
from commandcenter.domain.case_acts import CaseCommand, ImportCases, Matter, RegisterCase
from commandcenter.domain.case_file_acts import AttachFile, DetachFile
from commandcenter.domain.case_join_acts import LINKS, LinkCases, MergeCases, UnlinkCases
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.command_post_acts import PostCommand
from commandcenter.domain.deadline import THRESHOLDS
from commandcenter.domain.gate import LACKS
from commandcenter.domain.joint import REFUSAL_REASONS, RESULTS, RULINGS, UPPER_ANSWERS, VARIANTS
from commandcenter.domain.joint_acts import JointCommand, OpenJoint
from commandcenter.domain.limit import GRADES
from commandcenter.domain.muster_acts import DraftMuster, MusterCommand
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.record import AmendRecord, ListFromProgram, ListRecord
from commandcenter.domain.report_in import MILESTONES, OUTCOMES, REASONS
from commandcenter.domain.report_in_acts import Conclude, LogCall, ReportInCommand
from commandcenter.domain.sitrep import ITEMS
from commandcenter.domain.supervision_acts import ListSupervision, SupervisedMatter, SupervisionCommand
from commandcenter.domain.supply_acts import SupplyCommand, TakeSupply
from commandcenter.domain.transfer_acts import ListHousehold, TransferCommand
from commandcenter.domain.warning_acts import ReceiveWarning, WarningCommand
from commandcenter.domain.whistle import FACTS, STAGES, TOLD
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall, WhistleCommand
from hostile import FIELDS, fields, words
from small_office import UNITS


class Looked(Protocol):
    """What the sender knows: the subjects there are, the newest events, the time."""

    @property
    def now(self) -> int: ...

    def subjects(self, prefix: str) -> list[str]: ...

    def entries(self) -> list[str]:
        """Ids of events, as ``node:seq``."""


_CODES: Mapping[str, tuple[Any, ...]] = {
    "service": SERVICES,
    "satisfaction": (*SATISFACTIONS, ""),
    "told": (*ANSWERS, "已说明"),
    "milestone": MILESTONES,
    "outcome": OUTCOMES,
    "reason": (*REASONS, *REFUSAL_REASONS, "secret", "legal_route"),
    "grade": GRADES,
    "stage": STAGES,
    "to": (*TOLD, *transfer.STAGES, "区指挥中心"),
    "fact": FACTS,
    "threshold": THRESHOLDS,
    "clock": ("answer", "leave", "arrive", "resolve", "judge", "contact", "order", "leader", "sign:S03", "update_1"),
    "verb": ("acknowledged", "progressed", "done", "dropped", "reopened", "came", "left", "excused"),
    "way": ("returned", "consumed", "damaged", "written_off", "phone", "visit", "message"),
    "scope": ("all", "fire"),
    "by": ("dissolved", "downgraded"),
    "hint": ("upwind", "upslope", "outside_cordon"),
    "cleared": ("gear", "cleaned"),
    "kept": ("log", "photos"),
    "priority": ("minor", "elderly", "treatment"),
    "sort": ("problem", "good", "situation", "verbal_order", "rainstorm"),
    "colour": ("red", "orange", "yellow", "blue", ""),
    "lack": LACKS,
    "variant": VARIANTS,
    "ruling": RULINGS,
    "answer": UPPER_ANSWERS,
    "side": ("own", "peer"),
    "step": ("table", "verification", "1", "2", "3", "4"),
    "procedure": ("W1", "W2", ""),
    "category": ("living", ""),
    "level": ("plan", "training", "coordination", "L1", "L2", "L3", "first"),
    "kind": ("emergency", "muster", "joint", "supervision"),
    "mode": ("real", "drill"),
    "plan": ("RQ", "", "none"),
    "drill": ("SC01", "", "none"),
    "relation": ("", "direct", "dispatch", "request", "report"),
    "duty": ("", "lead", "assist"),
    "channel": ("", "phone", "radio", "face"),
    "due_on": ("2026-08-01", "", "2026-02-30"),
    "result": (*RESULTS, "solved", "explained", "no_answer", "busy", "reached"),
    "role": ("leader", "clerk", "steward"),
    "assurance": ("none", "pin", "second"),
    "person": ("P1", "P2", "nobody"),
    "first": ("P1", "P2"),
    "second": ("P2", "P3", "P1"),
    "commander": ("P1", ""),
    "place": ("J07", "", "A3-B1"),
    "community": ("A3", ""),
    "group": ("警戒交通", ""),
    "source": ("12345", ""),
    "source_number": ("", "1", "2", "3", "4", "5"),
    "shift": ("none",),
    "id": ("", "id1", "id2", "id3"),
    "finding": ("", "id1", "in_list", "emergency", "outside"),
}
OF_AN_INCIDENT = (WhistleCommand, PostCommand, TakeSupply, SupplyCommand, ListHousehold, TransferCommand)
SLOW = (MusterCommand, WarningCommand, JointCommand, SupervisionCommand, AdmissionCommand)
_TEXT = ("", " ", "道路积水", "王某某来电", "'); --", "已到场 6 人", "长" * 500, "\u0000")
_COUNTS = (None, 0, 1, 6, -1, 2**40, 10**30)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The types of a command's fields; to work them out costs more than to do the command."""
    return typing.get_type_hints(kind)


class RandomCommands:
    """Sends commands about what ``looked`` shows. ``wild`` is how often a field holds something that is not there."""

    def __init__(self, chance: Random, looked: Looked, *, wild: float = 0.08) -> None:
        self.chance = chance
        self.looked = looked
        self.wild = wild
        kinds = [kind for name, kind in sorted(Command.registry.items()) if name not in ("FoundOffice", "Batch")]
        self._groups = {
            "any": kinds,
            "report_in": [kind for kind in kinds if issubclass(kind, ReportInCommand)],
            "whistle": [kind for kind in kinds if issubclass(kind, OF_AN_INCIDENT)],
            "case": [kind for kind in kinds if issubclass(kind, CaseCommand)],
            "slow": [kind for kind in kinds if issubclass(kind, SLOW)],
        }

    def opening(self) -> list[Command]:
        """What gives the rest something to be about: a real whistle, a drill, some cases."""
        called = tuple(UnitCall(unit=unit) for unit, *_ in UNITS[:4])
        matters = [Matter(title="道路积水", source="12345", source_number=str(n), anonymous=n == 2) for n in range(3)]
        return [
            BlowWhistle(units=called, plan="RQ"),
            BlowWhistle(units=called, plan="RQ", mode="drill", drill="SC01"),
            *(RegisterCase(matter=matter) for matter in matters),
            *(
                DraftMuster(level=level, title="架空线整治", category="living", lacks=("authority",), tried="已劝导")
                for level in ("L1", "L2", "L3")
            ),
            *(OpenJoint(title="飞线整治", source="chief") for _ in range(3)),
            *(
                ListSupervision(unit=unit, matters=(SupervisedMatter(sort="landed", words="背街小巷整治"),))
                for unit, *_ in UNITS[:3]
            ),
            *(ReceiveTask(sender="区水务局", title="沙袋排查", task="三日内") for _ in range(2)),
            ReceiveWarning(sort="rainstorm", colour="red", words="暴雨红色预警", source="区应急局"),
            ImportCases(rows=(Matter(title="往年来信", received_at=self.looked.now - 400 * DAY),)),
        ]

    def next(self) -> Command:
        """A command; now and then several as one act."""
        if self.chance.random() < 0.05:
            return Batch(commands=tuple(self._filled(self._kind()) for _ in range(self.chance.randrange(4))))
        return self._filled(self._kind())

    def _kind(self) -> type[Command]:
        group = self.chance.choice((*("report_in", "whistle", "case") * 2, "slow", "any"))
        return self.chance.choice(self._groups[group])

    def _filled(self, kind: type) -> Any:
        hints = _hints(kind)
        given = {}
        for item in dataclasses.fields(kind):
            needed = item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
            if needed or self.chance.random() < 0.6:
                given[item.name] = self._value(item.name, hints[item.name])
        if self.chance.random() > self.wild:
            self._fit(kind, given)
        return kind(**given)

    def _fit(self, kind: type, given: dict[str, Any]) -> None:
        """Let fields that belong together name things that belong together."""
        if issubclass(kind, ReportInCommand):
            there = [subject.split("/", 2) for subject in self.looked.subjects("report_in/")]
            if there:
                _, given["whistle"], given["unit"] = self.chance.choice(there)
        if kind is ListRecord:
            family = self.chance.choice(list(FIELDS))
            given["subject"] = f"{family}/{self.chance.randrange(50)}"
            given["fields"] = fields(self.chance, family)
        if kind is ListFromProgram:
            families = [self.chance.choice(list(FIELDS)) for _ in range(2)]
            given["records"] = tuple(
                (f"{family}/{self.chance.randrange(50)}", fields(self.chance, family), {}) for family in families
            )
        if kind is AmendRecord:
            given["fields"] = fields(self.chance, given["subject"].partition("/")[0])
        if kind in (Conclude, LogCall):
            given.setdefault("told_by", "贺值班")
        if kind is MergeCases:
            given["duplicates"] = tuple(self._text("case") for _ in range(self.chance.randrange(1, 3)))
        if kind in (LinkCases, UnlinkCases):
            given["other"] = self._text("case")
            given["reason"] = self.chance.choice(LINKS)
            if kind is UnlinkCases:
                del given["reason"]
        if kind in (AttachFile, DetachFile):
            given["sha256"] = self.chance.choice(("a", "b")) * 64
        if kind is SupervisedMatter:
            given["sort"] = self.chance.choice(("landed", "statutory", "effect"))

    def _value(self, name: str, given: Any) -> Any:
        hint = self._of_union(given)
        if dataclasses.is_dataclass(hint):
            return self._filled(typing.cast("type", hint))
        origin = typing.get_origin(hint)
        if origin is typing.Literal:
            return self.chance.choice(typing.get_args(hint))
        if origin is tuple:
            inner, *rest = typing.get_args(hint)
            if rest != [...]:
                return tuple(self._value(name, part) for part in (inner, *rest))
            return tuple(self._value(name.removesuffix("s"), inner) for _ in range(self.chance.randrange(4)))
        if origin in (Mapping, dict) and typing.get_args(hint)[1] is int:
            return self._counted(name)
        if origin is Mapping and typing.get_args(hint)[1] is not str:
            return self._outcome()
        if origin in (Mapping, dict):
            return self._told(name) if typing.get_args(hint)[1] is str else self._mapping(name)
        if hint is bool:
            return self.chance.random() < (0.8 if name in ("reached", "passed") else 0.5)
        if hint in (int, float):
            found = self._number(name)
            return 1 if found is None and hint is given else found  # what may not be missing is not missing
        return self._text(name)

    def _outcome(self) -> dict[str, Any]:
        """What an order that ended elsewhere may tell, right and wrong."""
        told = {
            **{name: self._number("at") for name in ("dispatched_at", "contacted_at", "fed_back_at", "closed_at")},
            "lead": self._text("unit"),
            "others": [self._text("unit")],
            "solved": self.chance.choice((True, False, None, "yes")),
            "satisfied": self.chance.choice((True, False, None, 1)),
            "stage": self.chance.choice(("closed", "refused", "handling", "", 7)),
            "result": self._text("result"),
            "callbacks": self._number("people"),
        }
        return {name: value for name, value in told.items() if self.chance.random() < 0.6}

    def _of_union(self, hint: Any) -> Any:
        if typing.get_origin(hint) in (types.UnionType, typing.Union):
            parts = [part for part in typing.get_args(hint) if part is not types.NoneType]
            return parts[0]
        return hint

    def _number(self, name: str) -> int | None:
        now = self.looked.now
        if name == "happened_at":
            back = self.chance.choice((0, 0, 0, MINUTE, HOUR, DAY, -MINUTE // 2, -HOUR, 2**50))
            return self.chance.choice((None, None, None, now - back))
        if name in ("due_at", "received_at", "review_at", "at"):
            return self.chance.choice((None, now + HOUR, now - HOUR, now + DAY, 0, -1, 2**52, 2**70))
        if name in ("contact", "run"):
            return self.chance.randrange(3)
        return self.chance.choice(_COUNTS[1:] if name == "people" else _COUNTS)

    def _text(self, name: str) -> str:
        if self.chance.random() < self.wild:
            return self.chance.choice((*_TEXT, "nobody", "a/b", "/", "report_in/x/y"))
        prefix = {
            "whistle": "whistle/",
            "case": "case/",
            "muster": "muster/",
            "warning": "warning/",
            "joint": "joint/",
            "admission": "admission/",
        }.get(name)
        prefix = "supervision/" if name == "supervision" else prefix
        if prefix:
            return self._known(prefix).partition("/")[2]
        if name in ("order", "supply", "transfer"):
            return self._known(f"{name}/")
        if name in ("row", "redo", "item"):
            return f"A{self.chance.randrange(1, 4)}"
        if name == "decision":
            return self.chance.choice(self._decisions() or ["nothing"])
        if name == "subject":
            return self._known(self.chance.choice(("", "report_in/", "case/", "whistle/", "order/", "unit/")))
        if name in ("unit", "lead", "other", "substitute", "member"):
            return self.chance.choice([unit for unit, *_ in UNITS])
        if name == "entry":
            return self.chance.choice(self.looked.entries() or ["n1:1"])
        if name in _CODES:
            return str(self.chance.choice(_CODES[name]))
        return self.chance.choice(_TEXT)

    def _decisions(self) -> list[str]:
        """Ids that a paper world gives: some of them are those of decisions."""
        return [f"id{self.chance.randrange(3, 200)}" for _ in range(4)]

    def _known(self, prefix: str) -> str:
        there = self.looked.subjects(prefix)
        return self.chance.choice(there) if there else f"{prefix}nothing"

    def _told(self, name: str) -> dict[str, str]:
        """A mapping of texts."""
        names = {
            "cancels": [unit for unit, *_ in UNITS],
            "remarks": [unit for unit, *_ in UNITS],
            "items": list(ITEMS),
            "fields": ["channel", "grade", "category", "place", "community", "nonsense"],
            "private": ["title", "text", "place_words", "reporter", "phone", "nonsense"],
            "texts": ["direct", "dispatch"],
            "grades": ["arrival", "attitude", "effect", "nonsense"],
            "told": [unit for unit, *_ in UNITS],
            "absent": [unit for unit, *_ in UNITS],
            "guesses": ["kind", "level", "nonsense"],
        }.get(name, ["nonsense", "D01"])
        return {key: self._text(key) for key in names if self.chance.random() < 0.6}

    def _counted(self, name: str) -> dict[str, int]:
        """A mapping of counts."""
        if name == "releases":
            return {unit: self.chance.choice((0, 6, 6, 6, -1)) for unit, *_ in UNITS}
        names = {"by_month": ["2024-07", "2025-07", "2026-02", "nonsense"]}.get(name, ["copies", "backups", "nonsense"])
        return {key: self._number("people") or 0 for key in names if self.chance.random() < 0.6}

    def _mapping(self, name: str) -> dict[str, Any]:
        if name == "fields":
            return fields(self.chance, self.chance.choice(list(FIELDS)))
        return words(self.chance)


KINDS_SENT = frozenset(Command.registry) - {FoundOffice.__name__}
