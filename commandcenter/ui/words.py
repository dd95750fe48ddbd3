"""The words for codes on the screen. Codes are in the data; the translation turns them into the user's language."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.ui.bank_words import bank_clock
from commandcenter.ui.patrol_words import patrol_clock
from commandcenter.ui.slow_words import slow_clock

translate = QCoreApplication.translate

STEPS: Mapping[str, tuple[str, str]] = {
    "": (QT_TRANSLATE_NOOP("Words", "To call"), "phone"),
    "called": (QT_TRANSLATE_NOOP("Words", "Called"), "send"),
    "answered": (QT_TRANSLATE_NOOP("Words", "Answered"), "check"),
    "left": (QT_TRANSLATE_NOOP("Words", "On the way"), "navigation"),
    "arrived": (QT_TRANSLATE_NOOP("Words", "Arrived"), "map-pin"),
    "signed_in": (QT_TRANSLATE_NOOP("Words", "Signed in"), "map-pin"),
    "tasked": (QT_TRANSLATE_NOOP("Words", "Tasked"), "flag"),
    "working": (QT_TRANSLATE_NOOP("Words", "Working"), "wrench"),
    "done": (QT_TRANSLATE_NOOP("Words", "Done"), "circle-check"),
    "standing_by": (QT_TRANSLATE_NOOP("Words", "Standing by"), "circle-pause"),
    "release_approved": (QT_TRANSLATE_NOOP("Words", "Released"), "log-out"),
    "back": (QT_TRANSLATE_NOOP("Words", "Back at base"), "house"),
}
"""Milestone → (word, icon)."""

OVERLAYS: Mapping[str, tuple[str, str]] = {
    "late": (QT_TRANSLATE_NOOP("Words", "Overdue"), "octagon-alert"),
    "silent": (QT_TRANSLATE_NOOP("Words", "No answer"), "phone-missed"),
    "lost": (QT_TRANSLATE_NOOP("Words", "Contact lost"), "octagon-alert"),
    "refused": (QT_TRANSLATE_NOOP("Words", "Refused"), "ban"),
    "replaced": (QT_TRANSLATE_NOOP("Words", "Replaced"), "repeat"),
    "cancelled": (QT_TRANSLATE_NOOP("Words", "Cancelled"), "circle-x"),
    "informed": (QT_TRANSLATE_NOOP("Words", "Told that it is over"), "circle-check"),
    "never_came": (QT_TRANSLATE_NOOP("Words", "Never came"), "user-x"),
    "left_early": (QT_TRANSLATE_NOOP("Words", "Left early"), "log-out"),
    "cleared": (QT_TRANSLATE_NOOP("Words", "Cleared up"), "circle-check"),
    "back": (QT_TRANSLATE_NOOP("Words", "Back at base"), "house"),
}
"""Overlay or outcome → (word, icon)."""

RELATIONS: Mapping[str, tuple[str, str]] = {
    "direct": (QT_TRANSLATE_NOOP("Words", "D|relation"), QT_TRANSLATE_NOOP("Words", "direct: our own force")),
    "dispatch": (QT_TRANSLATE_NOOP("Words", "C|relation"), QT_TRANSLATE_NOOP("Words", "may be called in")),
    "request": (QT_TRANSLATE_NOOP("Words", "R|relation"), QT_TRANSLATE_NOOP("Words", "asked for support")),
    "report": (QT_TRANSLATE_NOOP("Words", "I|relation"), QT_TRANSLATE_NOOP("Words", "informed")),
}
"""Relation → (one character, what it means)."""

GRADES: Mapping[str, tuple[str, str]] = {
    "urgent": (QT_TRANSLATE_NOOP("Words", "Urgent"), "chevrons-up"),
    "prompt": (QT_TRANSLATE_NOOP("Words", "Prompt"), "chevron-up"),
    "general": (QT_TRANSLATE_NOOP("Words", "General"), "minus"),
    "complex": (QT_TRANSLATE_NOOP("Words", "Complex"), "minus"),
}
"""Case grade → (word, icon): shape only, hue is left for time."""

STAGES: Mapping[str, tuple[str, str]] = {
    "to_judge": (QT_TRANSLATE_NOOP("Words", "To dispatch"), "inbox"),
    "refused": (QT_TRANSLATE_NOOP("Words", "Not accepted"), "ban"),
    "dispatched": (QT_TRANSLATE_NOOP("Words", "Dispatched"), "send"),
    "disputed": (QT_TRANSLATE_NOOP("Words", "Disputed"), "circle-help"),
    "owned": (QT_TRANSLATE_NOOP("Words", "Signed for"), "user-check"),
    "contacted": (QT_TRANSLATE_NOOP("Words", "Citizen contacted"), "phone-call"),
    "handling": (QT_TRANSLATE_NOOP("Words", "In hand"), "wrench"),
    "extending": (QT_TRANSLATE_NOOP("Words", "Extension asked"), "hourglass"),
    "whistled": (QT_TRANSLATE_NOOP("Words", "Whistle blown"), "whistle"),
    "consulting": (QT_TRANSLATE_NOOP("Words", "Consultation"), "users-round"),
    "suspended": (QT_TRANSLATE_NOOP("Words", "Suspended"), "pause"),
    "fed_back": (QT_TRANSLATE_NOOP("Words", "Fed back"), "message-square-text"),
    "verified": (QT_TRANSLATE_NOOP("Words", "Verified"), "eye"),
    "call_back": (QT_TRANSLATE_NOOP("Words", "Called back"), "phone"),
    "redo": (QT_TRANSLATE_NOOP("Words", "To redo"), "rotate-ccw"),
    "closed": (QT_TRANSLATE_NOOP("Words", "Closed"), "circle-check"),
    "looked_back": (QT_TRANSLATE_NOOP("Words", "Looked back"), "circle-check"),
    "archived": (QT_TRANSLATE_NOOP("Words", "Archived"), "archive"),
    "history": (QT_TRANSLATE_NOOP("Words", "History"), "archive"),
    "merged": (QT_TRANSLATE_NOOP("Words", "Merged"), "merge"),
}
"""Case stage → (word, icon)."""

CHANNELS: Mapping[str, tuple[str, str]] = {
    "district": (QT_TRANSLATE_NOOP("Words", "District assignment"), "landmark"),
    "hotline": (QT_TRANSLATE_NOOP("Words", "12345 hotline"), "phone"),
    "section": (QT_TRANSLATE_NOOP("Words", "Section's own work"), "building"),
    "petition": (QT_TRANSLATE_NOOP("Words", "Petition or visit"), "mail"),
    "centre": (QT_TRANSLATE_NOOP("Words", "Command centre"), "cctv"),
    "chief": (QT_TRANSLATE_NOOP("Words", "Chief or steward"), "footprints"),
    "grid": (QT_TRANSLATE_NOOP("Words", "Grid worker"), "grid-3x3"),
    "incident": (QT_TRANSLATE_NOOP("Words", "Emergency"), "siren"),
    "other": (QT_TRANSLATE_NOOP("Words", "Other"), "ellipsis"),
}
"""The nine channels → (word, icon)."""

CLOCKS: Mapping[str, str] = {
    "step": QT_TRANSLATE_NOOP("Words", "step"),
    "admission_check": QT_TRANSLATE_NOOP("Words", "check of a task"),
    "admission_report": QT_TRANSLATE_NOOP("Words", "report after an emergency"),
    "answer": QT_TRANSLATE_NOOP("Words", "answer"),
    "answer_request": QT_TRANSLATE_NOOP("Words", "answer to the request to erase"),
    "leave": QT_TRANSLATE_NOOP("Words", "leave"),
    "arrive": QT_TRANSLATE_NOOP("Words", "arrive"),
    "judge": QT_TRANSLATE_NOOP("Words", "dispatch"),
    "sign": QT_TRANSLATE_NOOP("Words", "sign"),
    "contact": QT_TRANSLATE_NOOP("Words", "contact the citizen"),
    "resolve": QT_TRANSLATE_NOOP("Words", "resolve"),
    "redone": QT_TRANSLATE_NOOP("Words", "redone too often"),
    "dispute": QT_TRANSLATE_NOOP("Words", "ruling on the duty"),
    "feed_back": QT_TRANSLATE_NOOP("Words", "feed back"),
    "verify": QT_TRANSLATE_NOOP("Words", "verify"),
    "decide": QT_TRANSLATE_NOOP("Words", "decide on doing it again"),
    "redo": QT_TRANSLATE_NOOP("Words", "do it again"),
    "suspend_review": QT_TRANSLATE_NOOP("Words", "review of the suspension"),
    "look_back": QT_TRANSLATE_NOOP("Words", "look back"),
    "order": QT_TRANSLATE_NOOP("Words", "order"),
    "first_meeting": QT_TRANSLATE_NOOP("Words", "first meeting at the post"),
    "meeting": QT_TRANSLATE_NOOP("Words", "next meeting at the post"),
    "post_shift": QT_TRANSLATE_NOOP("Words", "change of shift at the post"),
    "decision": QT_TRANSLATE_NOOP("Words", "decision"),
    "par": QT_TRANSLATE_NOOP("Words", "head count"),
    "leader": QT_TRANSLATE_NOOP("Words", "tell the leader"),
    "confirm": QT_TRANSLATE_NOOP("Words", "a leader signs"),
    "leader_leave": QT_TRANSLATE_NOOP("Words", "leader leaves"),
    "leader_arrive": QT_TRANSLATE_NOOP("Words", "leader on the scene"),
    "district_phone": QT_TRANSLATE_NOOP("Words", "phone the district"),
    "district_written": QT_TRANSLATE_NOOP("Words", "written report to the district"),
    "update": QT_TRANSLATE_NOOP("Words", "next report"),
    "final": QT_TRANSLATE_NOOP("Words", "final report"),
    "muster_meeting": QT_TRANSLATE_NOOP("Words", "meeting"),
    "muster_answer": QT_TRANSLATE_NOOP("Words", "answer of the team"),
    "muster_members": QT_TRANSLATE_NOOP("Words", "members sign in"),
    "muster_task": QT_TRANSLATE_NOOP("Words", "decided on site"),
    "muster_appraisal": QT_TRANSLATE_NOOP("Words", "appraisal"),
    "warning_answer": QT_TRANSLATE_NOOP("Words", "answer to the warning"),
}

MUSTER_STAGES: Mapping[str, str] = {
    "draft": QT_TRANSLATE_NOOP("Muster", "Draft"),
    "judged": QT_TRANSLATE_NOOP("Muster", "Meeting"),
    "sent": QT_TRANSLATE_NOOP("Muster", "Sent to the team"),
    "accepted": QT_TRANSLATE_NOOP("Muster", "Team accepts"),
    "sounded": QT_TRANSLATE_NOOP("Muster", "Whistle sounds"),
    "reporting": QT_TRANSLATE_NOOP("Muster", "Reporting in"),
    "working": QT_TRANSLATE_NOOP("Muster", "Work on site"),
    "done": QT_TRANSLATE_NOOP("Muster", "Done, to check"),
    "appraising": QT_TRANSLATE_NOOP("Muster", "Appraisal"),
    "closed": QT_TRANSLATE_NOOP("Muster", "Closed"),
    "returned": QT_TRANSLATE_NOOP("Muster", "Returned"),
    "dropped": QT_TRANSLATE_NOOP("Muster", "Given up"),
    "long_term": QT_TRANSLATE_NOOP("Muster", "Long-term"),
}
"""Stage of a muster whistle (M0 to M9 and those beside them)."""

COLOURS: Mapping[str, tuple[str, str]] = {
    "red": (QT_TRANSLATE_NOOP("Words", "level 1 · red"), QT_TRANSLATE_NOOP("Words", "red")),
    "orange": (QT_TRANSLATE_NOOP("Words", "level 2 · orange"), QT_TRANSLATE_NOOP("Words", "orange")),
    "yellow": (QT_TRANSLATE_NOOP("Words", "level 3 · yellow"), QT_TRANSLATE_NOOP("Words", "yellow")),
    "blue": (QT_TRANSLATE_NOOP("Words", "level 4 · blue"), QT_TRANSLATE_NOOP("Words", "blue")),
}
"""Warning colour → (level and colour, the colour alone). Words only: red on the screen means something else here."""

REASONS: Mapping[str, str] = {
    "not_our_duty": QT_TRANSLATE_NOOP("Words", "not our duty"),
    "short_of_forces": QT_TRANSLATE_NOOP("Words", "short of forces"),
    "busy_elsewhere": QT_TRANSLATE_NOOP("Words", "busy with another call"),
    "needs_superior": QT_TRANSLATE_NOOP("Words", "superior must approve"),
    "other": QT_TRANSLATE_NOOP("Words", "other"),
    "task_done": QT_TRANSLATE_NOOP("Words", "task done"),
    "relieved": QT_TRANSLATE_NOOP("Words", "relieved by others"),
    "not_needed": QT_TRANSLATE_NOOP("Words", "not needed any more"),
    "unsafe": QT_TRANSLATE_NOOP("Words", "too dangerous to stay"),
    "stand_down": QT_TRANSLATE_NOOP("Words", "stand-down"),
    "false_alarm": QT_TRANSLATE_NOOP("Words", "false alarm"),
    "drill_ended": QT_TRANSLATE_NOOP("Words", "drill ended"),
}

ROLES: Mapping[str, str] = {
    "street_chief": QT_TRANSLATE_NOOP("Words", "Street chief"),
    "alley_chief": QT_TRANSLATE_NOOP("Words", "Alley chief"),
    "deputy": QT_TRANSLATE_NOOP("Words", "Deputy"),
    "steward": QT_TRANSLATE_NOOP("Words", "Alley steward"),
    "building_keeper": QT_TRANSLATE_NOOP("Words", "Building keeper"),
    "unit_keeper": QT_TRANSLATE_NOOP("Words", "Unit keeper"),
    "grid_worker": QT_TRANSLATE_NOOP("Words", "Grid worker"),
    "secretary": QT_TRANSLATE_NOOP("Words", "Community secretary"),
    "leader": QT_TRANSLATE_NOOP("Words", "Leader"),
    "head": QT_TRANSLATE_NOOP("Words", "Head"),
    "clerk": QT_TRANSLATE_NOOP("Words", "Duty clerk"),
    "member": QT_TRANSLATE_NOOP("Words", "Member"),
    "community": QT_TRANSLATE_NOOP("Words", "Community on duty"),
    "squad": QT_TRANSLATE_NOOP("Words", "Response squad"),
}

FACTS: Mapping[str, str] = {
    "hazard": QT_TRANSLATE_NOOP("Words", "Situation"),
    "trapped": QT_TRANSLATE_NOOP("Words", "Trapped"),
    "injured": QT_TRANSLATE_NOOP("Words", "Injured"),
    "evacuated": QT_TRANSLATE_NOOP("Words", "Evacuated"),
    "dead": QT_TRANSLATE_NOOP("Words", "Dead"),
    "missing": QT_TRANSLATE_NOOP("Words", "Missing"),
    "affected": QT_TRANSLATE_NOOP("Words", "Extent"),
    "property": QT_TRANSLATE_NOOP("Words", "Property lost"),
    "began": QT_TRANSLATE_NOOP("Words", "Began at"),
    "informant": QT_TRANSLATE_NOOP("Words", "Informant"),
}


SCALES: Mapping[str, str] = {
    "kind": QT_TRANSLATE_NOOP("Words", "Kind of event (first guess)"),
    "event": QT_TRANSLATE_NOOP("Words", "Event grade (first guess)"),
    "warning": QT_TRANSLATE_NOOP("Words", "Warning level"),
    "response": QT_TRANSLATE_NOOP("Words", "Response level"),
}
"""The scales of an emergency, never mixed (domain.md 2.6)."""

SCALE_CODES: Mapping[str, str] = {
    "natural": QT_TRANSLATE_NOOP("Words", "Natural disaster"),
    "accident": QT_TRANSLATE_NOOP("Words", "Accident"),
    "health": QT_TRANSLATE_NOOP("Words", "Public health"),
    "security": QT_TRANSLATE_NOOP("Words", "Social security"),
    "extreme": QT_TRANSLATE_NOOP("Words", "Extremely serious"),
    "major": QT_TRANSLATE_NOOP("Words", "Serious"),
    "larger": QT_TRANSLATE_NOOP("Words", "Larger"),
    "general": QT_TRANSLATE_NOOP("Words", "Ordinary"),
    "red": QT_TRANSLATE_NOOP("Words", "Red"),
    "orange": QT_TRANSLATE_NOOP("Words", "Orange"),
    "yellow": QT_TRANSLATE_NOOP("Words", "Yellow"),
    "blue": QT_TRANSLATE_NOOP("Words", "Blue"),
    "first": QT_TRANSLATE_NOOP("Words", "Level 1"),
    "second": QT_TRANSLATE_NOOP("Words", "Level 2"),
    "third": QT_TRANSLATE_NOOP("Words", "Level 3"),
    "fourth": QT_TRANSLATE_NOOP("Words", "Level 4"),
}
"""The codes of all scales; none stands on two of them."""

PHASES: Mapping[str, str] = {
    "received": QT_TRANSLATE_NOOP("Words", "Received"),
    "judged": QT_TRANSLATE_NOOP("Words", "First guess"),
    "blown": QT_TRANSLATE_NOOP("Words", "Whistle"),
    "leaders_told": QT_TRANSLATE_NOOP("Words", "Leaders told"),
    "district_told": QT_TRANSLATE_NOOP("Words", "District told"),
    "leaving": QT_TRANSLATE_NOOP("Words", "Leader there"),
    "first_response": QT_TRANSLATE_NOOP("Words", "First response"),
    "post": QT_TRANSLATE_NOOP("Words", "Post"),
    "working": QT_TRANSLATE_NOOP("Words", "At work"),
    "handed_over": QT_TRANSLATE_NOOP("Words", "Hand-over"),
    "stood_down": QT_TRANSLATE_NOOP("Words", "Stand-down"),
    "released": QT_TRANSLATE_NOOP("Words", "Withdrawal"),
    "reported": QT_TRANSLATE_NOOP("Words", "Final report"),
    "reviewed": QT_TRANSLATE_NOOP("Words", "Review"),
    "archived": QT_TRANSLATE_NOOP("Words", "Archive"),
}
"""The phases of an emergency, E0 to E12."""

ACTIONS: Mapping[str, str] = {
    "evacuate": QT_TRANSLATE_NOOP("Words", "Evacuation"),
    "cordon": QT_TRANSLATE_NOOP("Words", "Cordon"),
    "guide": QT_TRANSLATE_NOOP("Words", "Guiding the rescue"),
    "shut_off": QT_TRANSLATE_NOOP("Words", "Water, power, gas shut off"),
    "self_rescue": QT_TRANSLATE_NOOP("Words", "Residents helping themselves"),
    "medical": QT_TRANSLATE_NOOP("Words", "First aid"),
    "warn": QT_TRANSLATE_NOOP("Words", "Warning residents"),
    "other": QT_TRANSLATE_NOOP("Words", "Other first response"),
}
"""First response (先期处置)."""


DRILL_STATUS: Mapping[str, tuple[str, str]] = {
    "scenario": (QT_TRANSLATE_NOOP("Words", "Scenario"), "book-open"),
    "draft": (QT_TRANSLATE_NOOP("Words", "Draft|drill"), "pencil"),
    "submitted": (QT_TRANSLATE_NOOP("Words", "Submitted"), "send"),
    "returned": (QT_TRANSLATE_NOOP("Words", "Given back"), "undo-2"),
    "approved": (QT_TRANSLATE_NOOP("Words", "Approved"), "badge-check"),
    "held": (QT_TRANSLATE_NOOP("Words", "Held"), "circle-check"),
}
"""Status of a drill plan → (word, icon)."""

DRILL_FORMS: Mapping[str, str] = {
    "tabletop": QT_TRANSLATE_NOOP("Words", "Tabletop"),
    "live": QT_TRANSLATE_NOOP("Words", "Live"),
}
DRILL_CONTENTS: Mapping[str, str] = {
    "single": QT_TRANSLATE_NOOP("Words", "Single item"),
    "composite": QT_TRANSLATE_NOOP("Words", "Composite"),
}
DRILL_PURPOSES: Mapping[str, str] = {
    "test": QT_TRANSLATE_NOOP("Words", "Test|drill"),
    "demonstrate": QT_TRANSLATE_NOOP("Words", "Demonstration"),
    "study": QT_TRANSLATE_NOOP("Words", "Study"),
}
DRILL_ROLES: Mapping[str, str] = {
    "director": QT_TRANSLATE_NOOP("Words", "Director"),
    "planner": QT_TRANSLATE_NOOP("Words", "Planner"),
    "controller": QT_TRANSLATE_NOOP("Words", "Control"),
    "player": QT_TRANSLATE_NOOP("Words", "Players"),
    "simulator": QT_TRANSLATE_NOOP("Words", "Simulation"),
    "evaluator": QT_TRANSLATE_NOOP("Words", "Evaluation|role"),
    "observer": QT_TRANSLATE_NOOP("Words", "Observers"),
}
"""总指挥, 策划, 控制, 参演, 模拟, 评估, 观摩."""

INJECT_CHANNELS: Mapping[str, str] = {
    "phone": QT_TRANSLATE_NOOP("Words", "Phone|inject"),
    "radio": QT_TRANSLATE_NOOP("Words", "Radio"),
    "face": QT_TRANSLATE_NOOP("Words", "Face to face|inject"),
    "network": QT_TRANSLATE_NOOP("Words", "Net"),
    "paper": QT_TRANSLATE_NOOP("Words", "Paper|inject"),
}
INJECT_TRIGGERS: Mapping[str, str] = {
    "clock": QT_TRANSLATE_NOOP("Words", "by the clock"),
    "hand": QT_TRANSLATE_NOOP("Words", "by hand"),
}
DRILL_GRADES: Mapping[str, str] = {
    "excellent": QT_TRANSLATE_NOOP("Words", "A|grade"),
    "good": QT_TRANSLATE_NOOP("Words", "B|grade"),
    "fair": QT_TRANSLATE_NOOP("Words", "C|grade"),
    "poor": QT_TRANSLATE_NOOP("Words", "D|grade"),
}
"""优良中差, one character each."""

CUE_CONDITIONS: Mapping[str, str] = {
    "": QT_TRANSLATE_NOOP("Words", "always"),
    "trapped": QT_TRANSLATE_NOOP("Words", "somebody is trapped"),
    "injured": QT_TRANSLATE_NOOP("Words", "somebody is injured"),
    "evacuated": QT_TRANSLATE_NOOP("Words", "people were evacuated"),
    "nobody_arrived": QT_TRANSLATE_NOOP("Words", "nobody has arrived"),
    "post": QT_TRANSLATE_NOOP("Words", "the post stands"),
    "no_post": QT_TRANSLATE_NOOP("Words", "there is no post yet"),
}
"""When a reminder of a plan is to the point."""


def word(table: Mapping[str, str] | Mapping[str, tuple[str, str]], code: str) -> str:
    """The word for a code in the user's language; the code itself when it has none."""
    found = table.get(code)
    if found is None:
        return code
    text = found if isinstance(found, str) else found[0]
    return translate("Words", text).partition("|")[0]


def icon(table: Mapping[str, tuple[str, str]], code: str) -> str:
    """The icon for a code."""
    found = table.get(code)
    return found[1] if found else "circle"


def with_words(what: str, said: str) -> str:
    """What happened and, behind a colon of the user's language, what was said about it; only the first when nothing was."""
    return translate("Words", "{what}: {words}").format(what=what, words=said) if said else what


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence with the comma of the user's language between them; empty ones are left out."""
    return translate("Words", ", ").join(part for part in parts if part)


def role_word(role: str) -> str:
    """To whom an order is brought: the leader on duty, the main leader, a named one."""
    words = {
        "on_duty": translate("Words", "leader on duty"),
        "main": translate("Words", "main leader"),
        "named": translate("Words", "a named leader"),
    }
    return words.get(role, role)


def clock_word(clock: str) -> str:
    """The word for a clock; ``sign:A1`` and ``update_2`` carry more than their name."""
    if clock.startswith("escalate:"):
        return translate("Words", "to the leader: {clock}").format(clock=clock_word(clock.rpartition(":")[2]))
    slow = slow_clock(clock) or bank_clock(clock) or patrol_clock(clock)
    if slow:
        return slow
    name = clock.removeprefix("remind:").partition(":")[0]
    if name not in CLOCKS:
        name = name.rpartition("_")[0]
    return word(CLOCKS, name)
