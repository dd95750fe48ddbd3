"""The duty log in the user's words: a sentence for every line the journal gives."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.journal.reading.duty_log import LogLine
from commandcenter.ui.call_words import OUTCOMES, call_word
from commandcenter.ui.patrol_words import CALLS as PATROL_CALLS
from commandcenter.ui.patrol_words import TOLD as PATROL_TOLD
from commandcenter.ui.patrol_words import patrol_word
from commandcenter.ui.words import COLOURS, GRADES, clock_word

translate = QCoreApplication.translate
Names = Callable[[str], str]

ICONS: Mapping[str, str] = {
    "whistle": "whistle",
    "report_in": "users",
    "post": "tent",
    "sitrep": "file-text",
    "warning": "triangle-alert",
    "muster": "users-round",
    "joint": "handshake",
    "supervision": "eye",
    "shift": "user-check",
    "handover": "repeat",
    "consultation": "users",
    "attendance": "list-checks",
    "foresight": "trending-up",
    "occasion": "calendar-days",
    "call": "phone",
    "call_list": "phone-call",
    "patrol": "footprints",
    "roster_import": "file-down",
    "drill_run": "target",
    "order": "flag",
}

LINES: Mapping[str, str] = {
    "whistle.blown": QT_TRANSLATE_NOOP("DutyLog", "Emergency whistle {number} {title} {place_words}"),
    "whistle.undone": QT_TRANSLATE_NOOP("DutyLog", "Whistle taken back {number}"),
    "whistle.false_alarm": QT_TRANSLATE_NOOP("DutyLog", "False alarm {number} {words}"),
    "whistle.stood_down": QT_TRANSLATE_NOOP("DutyLog", "Stand-down {number} {title}"),
    "whistle.drill_ended": QT_TRANSLATE_NOOP("DutyLog", "Drill ended {number}"),
    "whistle.closed": QT_TRANSLATE_NOOP("DutyLog", "Incident closed {number} {title}"),
    "whistle.reopened": QT_TRANSLATE_NOOP("DutyLog", "Incident open again {number}"),
    "whistle.told": QT_TRANSLATE_NOOP("DutyLog", "{told}, {number} {receiver}"),
    "whistle.confirmed": QT_TRANSLATE_NOOP("DutyLog", "A leader signed {number}"),
    "whistle.leader_arrived": QT_TRANSLATE_NOOP("DutyLog", "Leader on the scene {name} {number}"),
    "report_in.refused": QT_TRANSLATE_NOOP("DutyLog", "{unit} refuses, {number} {words}"),
    "report_in.never_came": QT_TRANSLATE_NOOP("DutyLog", "{unit} never came, {number}"),
    "report_in.left_early": QT_TRANSLATE_NOOP("DutyLog", "{unit} left early, {number}"),
    "report_in.lost": QT_TRANSLATE_NOOP("DutyLog", "No contact with {unit}, {number}"),
    "report_in.found": QT_TRANSLATE_NOOP("DutyLog", "Contact again with {unit}, {number}"),
    "post.set_up": QT_TRANSLATE_NOOP("DutyLog", "Command post set up {place_words} {commander}, {number}"),
    "post.handed_over": QT_TRANSLATE_NOOP("DutyLog", "Command handed over to {to}, {number}"),
    "post.taken_back": QT_TRANSLATE_NOOP("DutyLog", "Command taken back, {number}"),
    "post.ended": QT_TRANSLATE_NOOP("DutyLog", "Command post ended, {number}"),
    "post.withdrawn": QT_TRANSLATE_NOOP("DutyLog", "Command post withdrawn, {number}"),
    "post.shift_changed": QT_TRANSLATE_NOOP("DutyLog", "Shift at the post {out} → {into}, {number}"),
    "post.decided": QT_TRANSLATE_NOOP("DutyLog", "Decision: {words}"),
    "sitrep.phoned": QT_TRANSLATE_NOOP("DutyLog", "{stage} told by phone, {number} {receiver}"),
    "sitrep.issued": QT_TRANSLATE_NOOP("DutyLog", "{stage} delivered, {number} {receiver}"),
    "sitrep.delivered": QT_TRANSLATE_NOOP("DutyLog", "{stage} delivered, {number} {receiver}"),
    "warning.received": QT_TRANSLATE_NOOP("DutyLog", "Warning received: {title} {colour}"),
    "warning.changed": QT_TRANSLATE_NOOP("DutyLog", "Warning changed to {colour}: {title}"),
    "warning.ended": QT_TRANSLATE_NOOP("DutyLog", "Warning lifted: {title}"),
    "warning.extended": QT_TRANSLATE_NOOP("DutyLog", "Warning goes on: {title}"),
    "warning.called": QT_TRANSLATE_NOOP("DutyLog", "Called to the warning: {title}"),
    "warning.whistled": QT_TRANSLATE_NOOP("DutyLog", "A whistle was blown for the warning {title}"),
    "warning.closed": QT_TRANSLATE_NOOP("DutyLog", "Warning summed up: {title}"),
    "muster.sent": QT_TRANSLATE_NOOP("DutyLog", "Muster whistle {number} {title}"),
    "muster.met": QT_TRANSLATE_NOOP("DutyLog", "Meeting on muster {number}"),
    "muster.work_started": QT_TRANSLATE_NOOP("DutyLog", "Work on site, muster {number}"),
    "muster.closed": QT_TRANSLATE_NOOP("DutyLog", "Muster closed {number} {title}"),
    "muster.dropped": QT_TRANSLATE_NOOP("DutyLog", "Muster given up {number}"),
    "joint.opened": QT_TRANSLATE_NOOP("DutyLog", "Joint whistle {number} {title}"),
    "joint.lead_named": QT_TRANSLATE_NOOP("DutyLog", "Joint whistle {number}: {unit} leads"),
    "joint.met": QT_TRANSLATE_NOOP("DutyLog", "Joint meeting {number}"),
    "joint.table_issued": QT_TRANSLATE_NOOP("DutyLog", "Table of duties issued {number}"),
    "joint.closed": QT_TRANSLATE_NOOP("DutyLog", "Joint whistle closed {number} {title}"),
    "joint.returned": QT_TRANSLATE_NOOP("DutyLog", "Joint whistle returned {number}"),
    "supervision.opened": QT_TRANSLATE_NOOP("DutyLog", "Supervision whistle {number} {unit}"),
    "supervision.reminded": QT_TRANSLATE_NOOP("DutyLog", "Supervision whistle {number}: reminded"),
    "supervision.closed": QT_TRANSLATE_NOOP("DutyLog", "Supervision whistle closed {number}"),
    "shift.signed_in": QT_TRANSLATE_NOOP("DutyLog", "Signed in: {people}"),
    "shift.substituted": QT_TRANSLATE_NOOP("DutyLog", "{by} stands in for {person} {words}"),
    "shift.left": QT_TRANSLATE_NOOP("DutyLog", "Left the post: {person} {words}"),
    "shift.zero_reported": QT_TRANSLATE_NOOP("DutyLog", "Zero report to the district {receiver} {reason}"),
    "shift.zero_withdrawn": QT_TRANSLATE_NOOP("DutyLog", "Zero report taken back"),
    "handover.opened": QT_TRANSLATE_NOOP("DutyLog", "Hand-over begins {reason}"),
    "handover.dropped": QT_TRANSLATE_NOOP("DutyLog", "Taken back: no hand-over"),
    "handover.signed": QT_TRANSLATE_NOOP("DutyLog", "Hand-over signed: {person}"),
    "consultation.held": QT_TRANSLATE_NOOP("DutyLog", "Consultation held {number} {title}"),
    "consultation.minuted": QT_TRANSLATE_NOOP("DutyLog", "Minutes of the consultation signed {number}"),
    "attendance.closed": QT_TRANSLATE_NOOP("DutyLog", "Sheet of attendance closed {title}"),
    "foresight.raised": QT_TRANSLATE_NOOP("DutyLog", "Foresight: a spot came up, {n} cases"),
    "occasion.reminded": QT_TRANSLATE_NOOP("DutyLog", "Due: {title} {due}"),
    "occasion.done": QT_TRANSLATE_NOOP("DutyLog", "Done: {title} {words}"),
    "call.logged": QT_TRANSLATE_NOOP("DutyLog", "Call {number} {unit} {who}: {said}"),
    "call_list.drawn_up": QT_TRANSLATE_NOOP("DutyLog", "Call list drawn up {title}"),
    "call_list.closed": QT_TRANSLATE_NOOP("DutyLog", "Call list done {title}"),
    "patrol.found": QT_TRANSLATE_NOOP("DutyLog", "Patrol found at {place}: {words}"),
    "patrol.reported": QT_TRANSLATE_NOOP("DutyLog", "Patrol at {place}: {grade} case {number} {words}"),
    "roster_import.listed": QT_TRANSLATE_NOOP("DutyLog", "Roster taken over from {title}, {counts}"),
    "roster_import.retired": QT_TRANSLATE_NOOP("DutyLog", "Roster taken over from {title}: taken back"),
    "patrol.ended": QT_TRANSLATE_NOOP("DutyLog", "Patrol ended at {place}"),
    "patrol.told_on": QT_TRANSLATE_NOOP("DutyLog", "Missed patrol at {place}: {whom} {person} {call} {words}"),
    "drill_run.started": QT_TRANSLATE_NOOP("DutyLog", "Drill begins {number} {title}"),
    "drill_run.ended": QT_TRANSLATE_NOOP("DutyLog", "Drill ends {number} {title}"),
    "drill_run.terminated": QT_TRANSLATE_NOOP("DutyLog", "Drill broken off {number} {words}"),
}
"""Kind of event → its sentence. A gap that has nothing to say leaves no blank."""

TOLD: Mapping[str, str] = {
    "leader": QT_TRANSLATE_NOOP("DutyLog", "Main leader told"),
    "district_phone": QT_TRANSLATE_NOOP("DutyLog", "District told by phone"),
    "district_written": QT_TRANSLATE_NOOP("DutyLog", "District told in writing"),
}
STAGES: Mapping[str, str] = {
    "initial": QT_TRANSLATE_NOOP("DutyLog", "Initial report"),
    "update": QT_TRANSLATE_NOOP("DutyLog", "Update"),
    "final": QT_TRANSLATE_NOOP("DutyLog", "Final report"),
    "supplement": QT_TRANSLATE_NOOP("DutyLog", "Supplement"),
}
_OVER = QT_TRANSLATE_NOOP("DutyLog", "{unit} {clock} overdue, {number}")
_WARN = QT_TRANSLATE_NOOP("DutyLog", "{number} {clock}: most of the time is gone")
_MISSED = QT_TRANSLATE_NOOP("DutyLog", "Patrol missed at {place}")
_DRILL = QT_TRANSLATE_NOOP("DutyLog", "[drill] {words}")


def _word(table: Mapping[str, str], code: str) -> str:
    return translate("DutyLog", table[code]) if code in table else code


def log_icon(line: LogLine) -> str:
    """The icon of a line."""
    if line.by_hand:
        return "pencil"
    return "circle-alert" if line.level == "alarm" else ICONS.get(line.family, "circle")


def log_sentence(line: LogLine, person: Names, unit: Names, place: Names) -> str:
    """What a line says. ``person``, ``unit`` and ``place`` turn ids into names."""
    if line.by_hand:
        return line.words.get("words") or (translate("DutyLog", "erased by law") if line.erased else "")
    if line.kind.endswith(".deadline_raised"):
        pattern = str(_MISSED if line.family == "patrol" else _OVER if line.level == "alarm" else _WARN)
    else:
        pattern = LINES.get(line.kind, "{number} {title} {words}")
    words = _filled(translate("DutyLog", pattern), _values(line, person, unit, place))
    return _filled(translate("DutyLog", str(_DRILL)), {"words": words}) if line.mode == "drill" else words


def _values(line: LogLine, person: Names, unit: Names, place: Names) -> Mapping[str, str]:
    facts = line.facts

    def named(name: str) -> str:
        told = facts.get(name)
        return person(told) if isinstance(told, str) and told else ""

    people = facts.get("people")
    many = [person(str(one)) for one in people] if isinstance(people, list) else [named("person")]
    stage, colour, count = facts.get("stage"), facts.get("colour"), facts.get("count")
    values: dict[str, str] = dict(line.words)
    values |= {
        "number": line.number,
        "title": line.title or line.words.get("title", ""),
        "unit": unit(line.unit) if line.unit else "",
        "person": named("person"),
        "by": named("by"),
        "people": "、".join(name for name in many if name),
        "commander": line.words.get("commander", "") or named("commander"),
        "clock": clock_word(str(facts.get("clock", ""))) if facts.get("clock") else "",
        "colour": translate("Words", COLOURS[colour][1]) if isinstance(colour, str) and colour in COLOURS else "",
        "stage": _word(STAGES, str(stage)) if stage else "",
        "told": _word(TOLD, str(facts.get("to", ""))),
        "whom": patrol_word(PATROL_TOLD, str(facts.get("whom", ""))),
        "call": patrol_word(PATROL_CALLS, str(facts.get("result", ""))) if line.family == "patrol" else "",
        "to": line.words.get("to", "") or _text(facts.get("to")),
        "place": place(line.title) if line.family == "patrol" and line.title else "",
        "place_words": line.words.get("place_words", "") or _place(facts.get("place"), place),
        "due": _text(facts.get("due")),
        "grade": translate("Words", GRADES[grade][0]) if (grade := _text(facts.get("grade"))) in GRADES else "",
        "counts": _counts(facts.get("fields")),
        "n": str(count) if isinstance(count, int) else str(line.count),
    }
    if line.family == "call" and not values.get("said"):
        values["said"] = call_word(OUTCOMES, str(facts.get("result", "")))
    if line.family == "warning" and not values["title"]:
        values["title"] = line.words.get("words", "")
    return values


def _counts(fields: Any) -> str:
    """How much came with a roster."""
    told = fields.get("counts") if isinstance(fields, Mapping) else None
    if not isinstance(told, Mapping):
        return ""
    words = translate("DutyLog", "new {new}, changed {changed}, gone {gone}")
    return words.format(**{name: told.get(name, 0) for name in ("new", "changed", "gone")})


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _place(value: Any, place: Names) -> str:
    return place(value) if isinstance(value, str) and value else ""


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    """The sentence with its gaps filled; a person's braces are only characters."""
    pieces = pattern.split("{")
    told = pieces[0]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}")
        value = " ".join(values.get(name, "").split())
        told = (
            f"{told}{value}{rest}"
            if value
            else f"{told.rstrip('，,：: ') if rest[:1] in ('', ' ', '，', ',') else told}{rest}"
        )
    return told.strip(" ，,：:")
