"""Every family of subjects: its empty state, its fold, its clocks. The one place that knows all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from commandcenter.domain import record
from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.event import Fact
from commandcenter.domain.fold import causal_order

if TYPE_CHECKING:
    from commandcenter.domain.deadline import Deadline


def _no_deadlines(state: Any) -> list[Deadline]:
    return []


@dataclass(frozen=True, slots=True)
class Family:
    """How subjects of one family are folded. ``apply`` never raises."""

    name: str
    empty: Any
    apply: Callable[[Any, Fact], Any]
    deadlines: Callable[[Any], list[Deadline]] = _no_deadlines


_RECORDS = (
    "office",
    "node",
    "limit",
    "calendar",
    "case_view",
    "rota",
    "equipment",
    "category",
    "place",
    "appointment",
    "absence",
    "group",
    "branch",
    "staff",
    "roster_import",
    "plan",
    "drill",
    "formula",
    "matter_kind",
    "responsibility",
    "procedure",
    "warning_plan",
    "case_limit",
    "escalation",
    "foresight_rule",
    "patrol_plan",
    "patrol_list",
    "shape",
    "map_layer",
    "obligation",
)


def _person() -> Family:
    from commandcenter.domain import number_check

    return Family("person", record.Record(), number_check.apply)


def _unit() -> Family:
    from commandcenter.domain import number_check

    return Family("unit", record.Record(), number_check.apply)


def _call_list() -> Family:
    from commandcenter.domain import call_list

    return Family("call_list", call_list.CallList(), call_list.apply)


def _call() -> Family:
    from commandcenter.domain import call

    return Family("call", call.Call(), call.apply, call.deadlines)


def _occasion() -> Family:
    from commandcenter.domain import occasion

    return Family("occasion", occasion.Occasion(), occasion.apply)


def _duty_note() -> Family:
    from commandcenter.domain import duty_note

    return Family("duty_note", duty_note.Note(), duty_note.apply)


def _shift() -> Family:
    from commandcenter.domain import duty

    return Family("shift", duty.Shift(), duty.apply)


def _handover() -> Family:
    from commandcenter.domain import handover

    return Family("handover", handover.HandOver(), handover.apply)


def _seat() -> Family:
    from commandcenter.domain import office

    return Family("seat", office.Seat(), office.apply_seat)


def _case() -> Family:
    from commandcenter.domain import case, case_clocks, case_fold

    return Family("case", case.Case(), case_fold.apply, case_clocks.deadlines)


def _whistle() -> Family:
    from commandcenter.domain import whistle

    return Family("whistle", whistle.Whistle(), whistle.apply, whistle.deadlines)


def _report_in() -> Family:
    from commandcenter.domain import report_in

    return Family("report_in", report_in.ReportIn(), report_in.apply, report_in.deadlines)


def _post() -> Family:
    from commandcenter.domain import command_post

    return Family("post", command_post.Post(), command_post.apply, command_post.deadlines)


def _order() -> Family:
    from commandcenter.domain import order

    return Family("order", order.Order(), order.apply, order.deadlines)


def _supply() -> Family:
    from commandcenter.domain import supply

    return Family("supply", supply.Supply(), supply.apply)


def _transfer() -> Family:
    from commandcenter.domain import transfer

    return Family("transfer", transfer.Household(), transfer.apply)


def _sitrep() -> Family:
    from commandcenter.domain import sitrep

    return Family("sitrep", sitrep.SituationReport(), sitrep.apply, sitrep.deadlines)


def _review() -> Family:
    from commandcenter.domain import review

    return Family("review", review.Review(), review.apply)


def _kept_review() -> Family:
    from commandcenter.domain import review

    return Family("kept_review", review.KeptText(), review.apply_kept)


def _privacy() -> Family:
    from commandcenter.domain import privacy

    return Family("privacy", privacy.Privacy(), privacy.apply)


def _print() -> Family:
    from commandcenter.domain import printed

    return Family("print", printed.Prints(), printed.apply)


def _drill_run() -> Family:
    from commandcenter.domain import drill_run

    return Family("drill_run", drill_run.DrillRun(), drill_run.apply)


def _joint() -> Family:
    from commandcenter.domain import joint, joint_fold

    return Family("joint", joint.Joint(), joint_fold.apply, joint.deadlines)


def _muster() -> Family:
    from commandcenter.domain import muster

    return Family("muster", muster.Muster(), muster.apply, muster.deadlines)


def _warning() -> Family:
    from commandcenter.domain import warning

    return Family("warning", warning.Warning(), warning.apply, warning.deadlines)


def _foresight() -> Family:
    from commandcenter.domain import foresight

    return Family("foresight", foresight.Foresight(), foresight.apply, foresight.deadlines)


def _topic() -> Family:
    from commandcenter.domain import topic

    return Family("topic", topic.Topic(), topic.apply, topic.deadlines)


def _admission() -> Family:
    from commandcenter.domain import admission

    return Family("admission", admission.Admission(), admission.apply, admission.deadlines)


def _monthly() -> Family:
    from commandcenter.domain import monthly

    return Family("monthly", monthly.Monthly(), monthly.apply)


def _supervision() -> Family:
    from commandcenter.domain import supervision

    return Family("supervision", supervision.Supervision(), supervision.apply, supervision.deadlines)


def _problem() -> Family:
    from commandcenter.domain import problem

    return Family("problem", problem.Problem(), problem.apply, problem.deadlines)


def _consultation() -> Family:
    from commandcenter.domain import consultation

    return Family("consultation", consultation.Consultation(), consultation.apply, consultation.deadlines)


def _proposal() -> Family:
    from commandcenter.domain import proposal

    return Family("proposal", proposal.Proposal(), proposal.apply, proposal.deadlines)


def _patrol() -> Family:
    from commandcenter.domain import patrol

    return Family("patrol", patrol.Patrol(), patrol.apply, patrol.deadlines)


def _attendance() -> Family:
    from commandcenter.domain import attendance

    return Family("attendance", attendance.Attendance(), attendance.apply)


def _erasure_request() -> Family:
    from commandcenter.domain import erasure_request as request

    return Family("erasure_request", request.ErasureRequest(), request.apply, request.deadlines)


_MAKERS: Mapping[str, Callable[[], Family]] = {
    "person": _person,
    "unit": _unit,
    "call_list": _call_list,
    "call": _call,
    "duty_note": _duty_note,
    "occasion": _occasion,
    "erasure_request": _erasure_request,
    "patrol": _patrol,
    "attendance": _attendance,
    "problem": _problem,
    "consultation": _consultation,
    "proposal": _proposal,
    "admission": _admission,
    "monthly": _monthly,
    "supervision": _supervision,
    "muster": _muster,
    "warning": _warning,
    "joint": _joint,
    "drill_run": _drill_run,
    "foresight": _foresight,
    "topic": _topic,
    "shift": _shift,
    "handover": _handover,
    "seat": _seat,
    "case": _case,
    "whistle": _whistle,
    "report_in": _report_in,
    "post": _post,
    "order": _order,
    "supply": _supply,
    "transfer": _transfer,
    "sitrep": _sitrep,
    "review": _review,
    "kept_review": _kept_review,
    "print": _print,
    "privacy": _privacy,
}
"""The families with a state of their own. Each module is loaded with the first subject of its family: loading all of them
costs a start more than everything that its first window shows.
"""


class _Families(Mapping[str, Family]):
    """Every family by name; each is made when it is first asked for."""

    def __init__(self) -> None:
        self._made = {name: Family(name, record.Record(), record.apply) for name in _RECORDS}

    def __getitem__(self, name: str) -> Family:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = _MAKERS[name]()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter((*_RECORDS, *_MAKERS))

    def __len__(self) -> int:
        return len(_RECORDS) + len(_MAKERS)


FAMILIES: Mapping[str, Family] = _Families()

UNKNOWN = Family("", None, lambda state, fact: state)
"""Subjects of a newer program: kept, relayed, counted and shown, folded after the upgrade."""


def family_of(subject: str) -> Family:
    """The family of a subject; ``UNKNOWN`` for one this program does not know."""
    return FAMILIES.get(subject.partition("/")[0], UNKNOWN)


def named(subject: str) -> bool:
    """Whether the ids that its family needs stand in a subject; without them nothing is folded."""
    family, _, key = subject.partition("/")
    return bool(key) and (family != "report_in" or "/" in key)


def apply(state: Any, fact: Fact) -> Any:
    """Fold one fact into the state of its subject."""
    family = family_of(fact.subject)
    if fact.verb == ERASED or not named(fact.subject):
        return state
    return family.apply(state, fact)


def folded(subject: str, facts: Iterable[Fact]) -> Any:
    """The state of a subject: the fold of its facts in causal order."""
    family = family_of(subject)
    state = family.empty
    if named(subject):
        for fact in causal_order(facts):
            if fact.verb != ERASED:
                state = family.apply(state, fact)
    return state
