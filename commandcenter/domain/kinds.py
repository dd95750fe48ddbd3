"""Event kinds and their versions. Kinds are names of their own, never class paths; old versions are lifted in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.subjects import FAMILIES

Body = Mapping[str, Any]
Upcaster = Callable[[Body], Body]

_RECORD = ("listed", "amended", "retired", "restored")
_CLOCKED = ("deadline_raised", "deadline_acknowledged")

_VERBS: Mapping[str, tuple[str, ...]] = {
    "shift": (
        *(*_RECORD, "replanned", "signed_in", "sign_in_withdrawn", "substituted", "left", "zero_reported"),
        "zero_withdrawn",
    ),
    "handover": ("opened", "dropped", "read", "remarked", "counted", "signed"),
    "person": (*_RECORD, "verified"),
    "unit": (*_RECORD, "verified"),
    "call": (
        *("logged", "amended", "read_back", "left_unread", "back_asked", "called_back", "linked", "unlinked", "struck"),
        *("restored", "revealed", *_CLOCKED),
    ),
    "duty_note": ("written", "struck"),
    "occasion": ("reminded", "done", "reopened"),
    "call_list": ("drawn_up", "ticked", "unticked", "added", "closed", "reopened"),
    "seat": ("signed_in", "signed_out"),
    "case": (
        *("registered", "imported", "adopted", "refused", "dispatched", "signed", "disputed", "contacted", "handled"),
        *("extension_asked", "consulted", "suspended", "whistled", "fed_back", "verified", "called_back", "redone"),
        *("closed", "looked_back", "archived", "noted", "pressed", "revealed", "amended", "attached", "detached"),
        *("procedure_set", "step_ticked", "step_unticked", "merged", "absorbed", "split", "linked", "unlinked"),
        "also_told",
        *("escalation_taken", "end_moved"),
        *("escalated", "updated", "noticed", "handed", "submitted", "instructed", "dispute_ruled"),
        *("extension_granted", "extension_denied", "suspension_asked", "suspension_denied", "suspension_reviewed"),
        *_CLOCKED,
    ),
    "whistle": (
        *("blown", "undone", "false_alarm", "stood_down", "drill_ended", "closed", "reopened", "place_set", "titled"),
        *("told", "fact_set", "confirmed", "leader_left", "leader_arrived", "noted", "note_struck", "cue_taken"),
        *("guessed", "acted", "assembly_set", "joined", "archived", "drill_resumed", *_CLOCKED),
    ),
    "report_in": (
        *("listed", "called", "answered", "left", "arrived", "signed_in", "tasked", "working", "done", "standing_by"),
        *("release_approved", "back", "refused", "replaced", "cancelled", "never_came", "left_early", "cleared"),
        *("withdrawn", "call_tried", "read_back", "promised", "head_counted", "lost", "found", "wrong_place", "undone"),
        *_CLOCKED,
    ),
    "drill_run": (
        *("started", "linked", "paused", "resumed", "sped", "jumped", "delivered", "received", "late", "uncovered"),
        *(
            "seen",
            "unseen",
            "called",
            "answered",
            "graded",
            "unit_graded",
            "judged",
            "ended",
            "terminated",
            "debriefed",
        ),
        *("debrief_amended", "evaluated", "summed_up", "summary_amended", "filed", "noted", "printed"),
    ),
    "post": (
        *("proposed", "sited", "set_up", "amended", "group_opened", "group_closed", "met", "decided", "decision_done"),
        *("decision_dropped", "decision_ordered", "shift_changed", "handed_over", "taken_back", "ended", "withdrawn"),
        *("resumed", "archived", *_CLOCKED),
    ),
    "order": ("given", "acknowledged", "progressed", "done", "dropped", "lapsed", "reopened", *_CLOCKED),
    "supply": ("taken", "returned", "consumed", "damaged", "written_off", "struck"),
    "monthly": ("written", "checked"),
    "transfer": ("listed", "amended", "stepped", "checked", "struck"),
    "sitrep": ("issued", "phoned", "drafted", "signed", "countersigned", "delivered", *_CLOCKED),
    "review": (
        *("finding_set", "finding_dropped", "action_set", "action_dropped", "action_done", "kept", "signed", "printed"),
    ),
    "kept_review": ("kept",),
    "print": ("made",),
    "privacy": ("opened", "kept", "keep_ended", "signed", "destroyed"),
    "admission": ("received", "checked", "acted", "registered", "returned", "noted", *_CLOCKED),
    "supervision": (
        *("opened", "matter_added", "reminded", "reported", "collected", "briefed", "evaluated", "lettered"),
        *("rectification_opened", "rectified", "closed", *_CLOCKED),
    ),
    "muster": (
        *("drafted", "amended", "met", "sent", "accepted", "returned", "sounded", "work_started", "finished", "passed"),
        *("sent_back", "closed", "dropped", "member_came", "member_left", "member_excused", "tasked", "task_done"),
        *("task_reopened", "noticed", "judged", "graded", "noted", *_CLOCKED),
    ),
    "warning": (
        *("received", "judged", "called", "tried", "try_struck", "target_dropped", "measure_added", "measure_ticked"),
        *("responded", "transferred", "extended", "changed", "ended", "whistled", "noted", "closed", *_CLOCKED),
    ),
    "patrol": (
        *(
            "planned",
            "reassigned",
            "cancelled",
            "restored",
            "signed_in",
            "stopped",
            "checked",
            "found",
            "photographed",
            "handled",
        ),
        *("reported", "whistle_asked", "looked", "rechecked", "ended", "entered", "made_up", "told_on", *_CLOCKED),
    ),
    "attendance": ("opened", "amended", "entered", "struck", "closed"),
    "foresight": ("raised", "judged", "dispatched", "watched", "recurred", "closed", *_CLOCKED),
    "topic": (
        *("opened", "amended", "studied", "hazard_listed", "hazard_assessed", "hazard_dropped", "progressed"),
        *("looked_back", "dispatched", "issued", "look_back_set", "look_back_done", "measured", "closed"),
        *_CLOCKED,
    ),
    "joint": (
        *("opened", "analysed", "returned", "asked_upward", "upward_reviewed", "upward_answered", "lead_named"),
        *("partner_listed", "surveyed", "met", "duty_added", "duty_signed", "duty_refused", "refusal_ruled"),
        *("duty_moved", "duty_dropped", "table_issued", "signed", "step_recorded", "fed_back", "urged", "verified"),
        *("closed", "looked_back", "judged", *_CLOCKED),
    ),
    "erasure_request": ("opened", "cases_added", "case_dropped", "signed", "done", "cleared", "declined", *_CLOCKED),
    "problem": (
        *("opened", "amended", "cases_joined", "case_left", "assessed", "measured", "measure_done", "rechecked"),
        *("kept", "closed", "recurred", "noted", *_CLOCKED),
    ),
    "consultation": (
        *("opened", "amended", "item_added", "item_dropped", "item_moved", "item_discussed", "attended", "held"),
        *("decided", "decision_ended", "minuted", "closed", "called_off", *_CLOCKED),
    ),
    "proposal": (
        *("opened", "amended", "discussed", "voted", "adopted", "rejected", "carried_out", "surveyed", "closed"),
        *("withdrawn", "noted", *_CLOCKED),
    ),
}

KINDS: Mapping[str, int] = {
    f"{family}.{verb}": 1 for family in FAMILIES for verb in (*_VERBS.get(family, _RECORD), ERASED)
}
"""Every kind this program writes, with its current version."""

UPCASTERS: dict[tuple[str, int], Upcaster] = {}
"""(kind, version) → how its body is lifted to the next version."""


def lifted(kind: str, version: int, body: Body) -> Body:
    """The body in the current version of its kind. Newer and unknown ones come back untouched."""
    current = KINDS.get(kind, version)
    while version < current:
        step = UPCASTERS.get((kind, version))
        if step is None:
            break
        body = step(body)
        version += 1
    return body


def understood(kind: str, version: int) -> bool:
    """Whether this program can fold the event."""
    return kind in KINDS and version <= KINDS[kind]
