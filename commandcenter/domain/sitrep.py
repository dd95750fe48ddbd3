"""Situation reports to the district: initial, numbered updates, final (初报 续报 终报), each with the ten basic items.

Ten items: domain.md 2.9 (a verified local rule). An update never repeats the start; every version is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from commandcenter.domain.clock import local
from commandcenter.domain.command import Command, Draft, World, required
from commandcenter.domain.command_post import Post
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.report_in import MILESTONES, ReportIn
from commandcenter.domain.value import whole
from commandcenter.domain.whistle import EXERCISED, Whistle

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


_COUNTED = {"trapped": "被困", "injured": "受伤", "evacuated": "疏散转移"}


def prefilled(stage: str, whistle: Whistle, states: Sequence[ReportIn], post: Post) -> dict[str, str]:
    """What is on record already, as the items of a report; the author corrects and completes it.

    Data, so Chinese in every language of the screen. A later report does not repeat the start. What nobody knows is
    written as not known yet, never as none.
    """
    here = sum(state.milestone("arrived") is not None for state in states)
    reached = sum(any(state.milestone(name) is not None for name in MILESTONES) for state in states)
    led = f"{post.commander_words}任现场总指挥" if post.known and post.commander_words else ""
    hazard = whistle.facts.get("hazard")
    found = {
        "loss": "，".join(_count(whistle, name, words) for name, words in _COUNTED.items()),
        "trend": hazard.words if hazard is not None else "",
        "measures": "，".join(
            part for part in (led, f"召集{len(states)}个单位，已通知{reached}个，到场{here}个") if part
        ),
    }
    if stage == "initial":
        at = local(whistle.blown_at).strftime("%Y-%m-%d %H:%M")
        found |= {"received_at": at, "happened_at": at, "place": whistle.place_words, "nature": whistle.title}
    return found


def _count(whistle: Whistle, name: str, words: str) -> str:
    fact = whistle.facts.get(name)
    return f"{words}待核" if fact is None or fact.value is None else f"{words}{fact.value}人"


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
    return replace(
        state,
        known=True,
        stage=str(fact.body.get("stage", "")),
        ordinal=whole(fact.body.get("ordinal")) or 0,
        issued_at=fact.happened_at,
        issued_by=fact.actor,
        items={str(k): str(v) for k, v in items.items()} if isinstance(items, Mapping) else {},
        receiver=fact.words("receiver"),
        signer=fact.words("signer"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueReport(Command):
    """Issue a report; it also stops the district's clocks. In a drill it is written for exercise and told to nobody.

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
        to = "district_written" if self.written else "district_phone"
        told = {"to": EXERCISED if whistle.mode == DRILL else to, "stage": self.stage}
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
