"""Situation reports to the district: initial, numbered updates, final (初报 续报 终报), each with the ten basic items.

Ten items: domain.md 2.9 (a verified local rule). An update never repeats the start; every version is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused

ITEMS = (
    "received_at",
    "source",
    "happened_at",
    "place",
    "nature",
    "extent",
    "loss",
    "trend",
    "measures",
    "needs",
)


@dataclass(frozen=True, slots=True)
class SituationReport:
    """The folded state of one report. ``ordinal`` counts the reports of the incident from 1."""

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    stage: str = ""
    ordinal: int = 0
    issued_at: int = 0
    issued_by: str = ""
    items: Mapping[str, str] = field(default_factory=dict)
    receiver: str = ""
    signer: str = ""
    irregular: tuple[tuple[EventId, str], ...] = ()


def apply(state: SituationReport, fact: Fact) -> SituationReport:
    """Fold one fact; never raises."""
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if fact.verb != "issued":
        return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))
    items = (fact.private or {}).get("items")
    ordinal = fact.body.get("ordinal")
    return replace(
        state,
        known=True,
        stage=str(fact.body.get("stage", "")),
        ordinal=ordinal if isinstance(ordinal, int) else 0,
        issued_at=fact.happened_at,
        issued_by=fact.actor,
        items={str(k): str(v) for k, v in items.items()} if isinstance(items, Mapping) else {},
        receiver=fact.words("receiver"),
        signer=fact.words("signer"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueReport(Command):
    """Issue a report; it also stops the district's clocks.

    Refuses ``report_order`` when the stage does not follow (initial first, final only after the end, nothing after the
    final but a supplement) and ``words_needed`` when nothing is in it.
    """

    whistle: str
    stage: str
    items: dict[str, str]
    receiver: str = ""
    signer: str = ""
    written: bool = True

    def decide(self, world: World) -> Sequence[Draft]:
        whistle = world.state(f"whistle/{self.whistle}")
        if not whistle.known or whistle.undone_at is not None:
            raise Refused("whistle_unknown")
        before = [stage for stage, _ in whistle.reports]
        self._check_stage(whistle.stood_down_at is not None or whistle.false_alarm_at is not None, before)
        items = {name: self.items[name].strip() for name in ITEMS if self.items.get(name, "").strip()}
        required("".join(items.values()), "words_needed")
        at = self.when(world)
        private = {"items": items} | {
            k: v.strip() for k, v in (("receiver", self.receiver), ("signer", self.signer)) if v.strip()
        }
        told = {"to": "district_written" if self.written else "district_phone", "stage": self.stage}
        return [
            Draft(
                subject=f"sitrep/{self.whistle}/{world.new_id()}",
                kind="sitrep.issued",
                body={"stage": self.stage, "ordinal": len(before) + 1},
                private=private,
                mode=whistle.mode,
                happened_at=at,
            ),
            Draft(
                subject=whistle.subject,
                kind="whistle.told",
                body=told,
                private={"told_by": self.receiver.strip()} if self.receiver.strip() else None,
                mode=whistle.mode,
                happened_at=at,
            ),
        ]

    def _check_stage(self, over: bool, before: list[str]) -> None:
        allowed = {
            "initial": not before,
            "update": bool(before) and "final" not in before,
            "final": bool(before) and "final" not in before and over,
            "supplement": "final" in before,
        }
        if not allowed.get(self.stage, False):
            raise Refused("report_order", stage=self.stage)
