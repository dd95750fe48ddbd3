"""The timeline of an incident in the user's words. Which entries are shown is decided in ``domain/timeline``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.event import PLAYED, EventId
from commandcenter.domain.timeline import Entry
from commandcenter.domain.whistle import EXERCISED
from commandcenter.ui import when
from commandcenter.ui.incident_words import TRANSFER, said
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.words import (
    ACTIONS,
    FACTS,
    OVERLAYS,
    REASONS,
    SCALE_CODES,
    SCALES,
    STEPS,
    clock_word,
    icon,
    listed,
    with_words,
    word,
)

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate
Names = Callable[[str], str]

KINDS = ("all", "situation", "order", "system")

_WHISTLE: Mapping[str, tuple[str, str, str]] = {
    "undone": (QT_TRANSLATE_NOOP("Log", "Whistle taken back"), "undo-2", "order"),
    "false_alarm": (QT_TRANSLATE_NOOP("Log", "False alarm: {words}"), "circle-x", "order"),
    "stood_down": (
        QT_TRANSLATE_NOOP("Log", "Stand-down: {words} {residual_risk} {despite}"),
        "flag-triangle-right",
        "order",
    ),
    "drill_ended": (QT_TRANSLATE_NOOP("Log", "Drill ended {words}"), "flag-triangle-right", "order"),
    "closed": (QT_TRANSLATE_NOOP("Log", "Incident closed {words}"), "archive", "order"),
    "reopened": (QT_TRANSLATE_NOOP("Log", "Opened again"), "rotate-ccw", "order"),
    "place_set": (QT_TRANSLATE_NOOP("Log", "Place: {place_words}"), "map-pin", "situation"),
    "titled": (QT_TRANSLATE_NOOP("Log", "Title: {title}"), "pencil", "system"),
    "confirmed": (QT_TRANSLATE_NOOP("Log", "A leader signed the whistle: {person} {words}"), "badge-check", "system"),
    "leader_left": (QT_TRANSLATE_NOOP("Log", "Leader left for the scene: {name} {vehicle}"), "navigation", "system"),
    "leader_arrived": (QT_TRANSLATE_NOOP("Log", "Leader on the scene: {name}"), "map-pin", "system"),
    "assembly_set": (QT_TRANSLATE_NOOP("Log", "Assembly point: {place_words}"), "map-pin", "situation"),
    "joined": (QT_TRANSLATE_NOOP("Log", "Another call about it: {words}"), "phone-call", "situation"),
    "archived": (QT_TRANSLATE_NOOP("Log", "To the archive: {words}"), "archive", "system"),
    "drill_resumed": (QT_TRANSLATE_NOOP("Log", "The drill goes on"), "rotate-ccw", "order"),
    "note_struck": (QT_TRANSLATE_NOOP("Log", "A line was struck"), "pencil", "system"),
    "private_erased": (QT_TRANSLATE_NOOP("Log", "Personal data erased by law"), "shield", "system"),
}
_POST: Mapping[str, tuple[str, str, str]] = {
    "set_up": (QT_TRANSLATE_NOOP("Log", "Command post set up: {place_words}, commander {commander}"), "tent", "order"),
    "amended": (QT_TRANSLATE_NOOP("Log", "Command post: {place_words}, commander {commander}"), "tent", "system"),
    "group_opened": (QT_TRANSLATE_NOOP("Log", "Group {group}: {lead}"), "users", "system"),
    "group_closed": (QT_TRANSLATE_NOOP("Log", "Group {group} closed"), "users", "system"),
    "handed_over": (QT_TRANSLATE_NOOP("Log", "Command handed over to {to}: {words}"), "handshake", "order"),
    "taken_back": (QT_TRANSLATE_NOOP("Log", "Command taken back {words}"), "handshake", "order"),
    "withdrawn": (QT_TRANSLATE_NOOP("Log", "Command post withdrawn {words}"), "tent", "order"),
    "proposed": (QT_TRANSLATE_NOOP("Log", "A command post is proposed: {words}"), "tent", "system"),
    "sited": (QT_TRANSLATE_NOOP("Log", "Site of the post: {place_words}"), "map-pin", "system"),
    "met": (QT_TRANSLATE_NOOP("Log", "Meeting: {words}"), "users", "situation"),
    "decided": (QT_TRANSLATE_NOOP("Log", "Decision {number}: {words}"), "flag", "order"),
    "decision_done": (QT_TRANSLATE_NOOP("Log", "Decision carried out: {words}"), "circle-check", "system"),
    "decision_dropped": (QT_TRANSLATE_NOOP("Log", "Decision given up: {words}"), "circle-x", "system"),
    "decision_ordered": (QT_TRANSLATE_NOOP("Log", "The decision becomes an order"), "flag", "system"),
    "shift_changed": (QT_TRANSLATE_NOOP("Log", "Shift at the post: {out} → {into}"), "repeat", "order"),
    "ended": (QT_TRANSLATE_NOOP("Log", "Command post ended {words}"), "flag-triangle-right", "order"),
    "archived": (QT_TRANSLATE_NOOP("Log", "Papers of the post archived {words}"), "archive", "system"),
    "resumed": (QT_TRANSLATE_NOOP("Log", "The post goes on"), "rotate-ccw", "system"),
}
_ORDERS: Mapping[str, tuple[str, str, str]] = {
    "given": (QT_TRANSLATE_NOOP("Log", "Order: {words}"), "flag", "order"),
    "acknowledged": (QT_TRANSLATE_NOOP("Log", "Order taken: {order}"), "check", "system"),
    "progressed": (QT_TRANSLATE_NOOP("Log", "How far: {order} {words}"), "wrench", "situation"),
    "done": (QT_TRANSLATE_NOOP("Log", "Done: {order} {words}"), "circle-check", "system"),
    "dropped": (QT_TRANSLATE_NOOP("Log", "Order dropped: {order} {words}"), "circle-x", "system"),
    "lapsed": (
        QT_TRANSLATE_NOOP("Log", "Order ended with the incident, no result told: {order}"),
        "circle-x",
        "system",
    ),
    "reopened": (QT_TRANSLATE_NOOP("Log", "Order open again: {order}"), "rotate-ccw", "system"),
}
_COUNTED: Mapping[str, tuple[str, str]] = {
    "supply.taken": (QT_TRANSLATE_NOOP("Log", "Taken: {item} {quantity}{measure} {unit}"), "package"),
    "supply.returned": (QT_TRANSLATE_NOOP("Log", "Supplies back: {quantity}"), "package"),
    "supply.consumed": (QT_TRANSLATE_NOOP("Log", "Supplies used up: {quantity}"), "package"),
    "supply.damaged": (QT_TRANSLATE_NOOP("Log", "Supplies damaged: {quantity}"), "package"),
    "supply.written_off": (QT_TRANSLATE_NOOP("Log", "Supplies written off: {quantity}"), "package"),
    "supply.struck": (QT_TRANSLATE_NOOP("Log", "An entry of supplies is struck"), "pencil"),
    "transfer.listed": (QT_TRANSLATE_NOOP("Log", "To move: {households} households, {people} people"), "users"),
    "transfer.amended": (QT_TRANSLATE_NOOP("Log", "A household to move is amended"), "pencil"),
    "transfer.stepped": (QT_TRANSLATE_NOOP("Log", "People who move: {to}, {people} people"), "navigation"),
    "transfer.checked": (QT_TRANSLATE_NOOP("Log", "Head count of those moved: {people}"), "check"),
    "transfer.struck": (QT_TRANSLATE_NOOP("Log", "An entry of people who move is struck"), "pencil"),
}
"""Supplies and people who move: codes and counts, no names."""
_TOLD: Mapping[str, str] = {
    "leader": QT_TRANSLATE_NOOP("Log", "Main leader told"),
    "district_phone": QT_TRANSLATE_NOOP("Log", "District told by phone"),
    "district_written": QT_TRANSLATE_NOOP("Log", "District told in writing"),
}
_REPORTS: Mapping[str, tuple[str, str, str]] = {
    "phoned": (QT_TRANSLATE_NOOP("Log", "{stage} told by phone"), "phone-outgoing", "order"),
    "drafted": (QT_TRANSLATE_NOOP("Log", "{stage} laid before the signer"), "pencil", "system"),
    "signed": (QT_TRANSLATE_NOOP("Log", "{stage} signed"), "badge-check", "system"),
    "countersigned": (QT_TRANSLATE_NOOP("Log", "{stage} signed afterwards"), "badge-check", "system"),
    "delivered": (QT_TRANSLATE_NOOP("Log", "{stage} delivered"), "file-text", "order"),
    "issued": (QT_TRANSLATE_NOOP("Log", "{stage} delivered"), "file-text", "order"),
}
_STAGE: Mapping[str, str] = {
    "initial": QT_TRANSLATE_NOOP("Log", "Initial report"),
    "update": QT_TRANSLATE_NOOP("Log", "Update {n}"),
    "final": QT_TRANSLATE_NOOP("Log", "Final report"),
    "supplement": QT_TRANSLATE_NOOP("Log", "Supplement"),
}
_ACTS: Mapping[str, str] = {
    "withdrawn": QT_TRANSLATE_NOOP("Log", "withdrawn: {what}"),
    "read_back": QT_TRANSLATE_NOOP("Log", "read the order back"),
    "head_counted": QT_TRANSLATE_NOOP("Log", "head count: {people}"),
    "lost": QT_TRANSLATE_NOOP("Log", "contact lost"),
    "found": QT_TRANSLATE_NOOP("Log", "contact again"),
    "wrong_place": QT_TRANSLATE_NOOP("Log", "is at the wrong place"),
    "undone": QT_TRANSLATE_NOOP("Log", "taken off the board"),
}


Kept = dict[EventId, tuple[Entry, TimelineRow]]
"""Lines with the entry each was worded from."""


def incident_rows(
    entries: Sequence[Entry], start: int, person: Names, unit: Names, kept: Kept | None = None
) -> list[TimelineRow]:
    """The lines of an incident. Mere acknowledgements and amber notices are left out: they are on the tiles.

    Whoever shows an incident again and again hands in ``kept``, and forgets it with the names of people and units.
    """
    rows = []
    for entry in entries:
        if entry.verb == "deadline_acknowledged" or (entry.verb == "deadline_raised" and entry.level != "alarm"):
            continue
        before = kept.get(entry.id) if kept is not None else None
        if before is None or before[0] is not entry:
            before = entry, _row(entry, start, person, unit)
            if kept is not None:
                kept[entry.id] = before
        rows.append(before[1])
    return rows


def _row(entry: Entry, start: int, person: Names, unit: Names) -> TimelineRow:
    words, symbol, sort = _line(entry, unit)
    if entry.erased:
        words = translate("Log", "the words were erased by law")
    author = _author(entry, person)
    struck = entry.struck or entry.withdrawn
    return TimelineRow(str(entry.id), when.since(entry.at, start)[2:], symbol, words, author, sort, struck=struck)


def _author(entry: Entry, person: Names) -> str:
    told_by = str(entry.words.get("told_by", ""))
    orderer = str(entry.words.get("orderer", ""))
    played = translate("Log", "played by a script") if entry.actor == PLAYED else ""
    who = told_by or orderer or played or (person(entry.actor) if entry.actor else "")
    if entry.verb == "deadline_raised":
        who = translate("Log", "system")
    late = translate("Log", "entered late") if entry.late else ""
    odd = translate("Log", "out of order") if entry.irregular else ""
    return " · ".join(part for part in (who, late, odd) if part)


def _line(entry: Entry, unit: Names) -> tuple[str, str, str]:
    family = entry.kind.partition(".")[0]
    if entry.verb == "deadline_raised":
        return _overdue(entry, unit), "octagon-alert", "alarm"
    if family == "report_in":
        return _report_in(entry, unit)
    if family == "sitrep":
        return _report(entry)
    if family == "order":
        template, symbol, sort = _ORDERS.get(entry.verb, (entry.kind, "circle", "system"))
        words = _filled(translate("Log", template), entry)
        return (f"{words} → {unit(entry.unit)}" if entry.unit and entry.verb == "given" else words), symbol, sort
    if family in ("supply", "transfer") and entry.kind in _COUNTED:
        return _counted(entry, unit)
    if family == "post":
        template, symbol, sort = _POST.get(entry.verb, (entry.kind, "circle", "system"))
        return _filled(translate("Log", template), entry), symbol, sort
    return _whistle(entry, unit)


def _report(entry: Entry) -> tuple[str, str, str]:
    """A step of an information report: told by phone, laid before the signer, signed, signed afterwards, delivered."""
    told = translate("Log", _STAGE.get(str(entry.facts.get("stage")), "")).format(n=_number(entry, "ordinal") - 1)
    if entry.facts.get("to") == EXERCISED:
        told = translate("Log", "{stage} (exercise, told to nobody outside)").format(stage=told)
    template, symbol, sort = _REPORTS.get(entry.verb, ("{stage}", "file-text", "order"))
    words = translate("Log", template).format(stage=told)
    if entry.facts.get("oral"):
        words = translate("Log", "{stage} agreed to by word of mouth, signature owed").format(stage=told)
    who = str(entry.words.get("receiver", "") or entry.words.get("signer", ""))
    said = f"{words} → {who}" if who else words
    return with_words(said, str(entry.words.get("words", ""))), symbol, sort


def _whistle(entry: Entry, unit: Names) -> tuple[str, str, str]:
    if entry.verb == "blown":
        units = entry.facts.get("units")
        count = len(units) if isinstance(units, list | tuple) else 0
        words = translate("Log", "Whistle {number}, departments {n}").format(
            number=entry.facts.get("number", ""), n=count
        )
        return words, "whistle", "order"
    if entry.verb == "cue_taken":
        words = translate("Log", "Seen to, as the plan says: {text}").format(text=entry.facts.get("text", ""))
        return words, "list-checks", "system"
    if entry.verb == "noted":
        symbol = "phone-call" if entry.facts.get("call") else "message-square-text"
        return str(entry.words.get("words", "")), symbol, "situation"
    if entry.verb == "told":
        words = translate("Log", _TOLD.get(str(entry.facts.get("to")), ""))
        said = str(entry.words.get("words", ""))
        return with_words(words, said), "phone-outgoing", "system"
    if entry.verb == "guessed":
        code = str(entry.facts.get("value", ""))
        told = word(SCALE_CODES, code) if code else translate("Log", "unknown")
        scale = f"{word(SCALES, str(entry.facts.get('scale', '')))} {told}"
        return with_words(scale, str(entry.words.get("words", ""))), "gauge", "situation"
    if entry.verb == "acted":
        heads = entry.facts.get("people")
        people = translate("Log", "count {n}").format(n=heads) if isinstance(heads, int) else ""
        done = listed((word(ACTIONS, str(entry.facts.get("action", ""))), people))
        return with_words(done, str(entry.words.get("words", ""))), "shield", "situation"
    if entry.verb == "fact_set":
        name = word(FACTS, str(entry.facts.get("fact", "")))
        value = entry.facts.get("value")
        told = str(value) if value is not None else ""
        said = str(entry.words.get("words", ""))
        shown = " ".join(part for part in (told, said) if part) or translate("Log", "unknown")
        return with_words(name, shown), "info", "situation"
    template, symbol, sort = _WHISTLE.get(entry.verb, (entry.kind, "circle", "system"))
    return _filled(translate("Log", template), entry), symbol, sort


def _report_in(entry: Entry, unit: Names) -> tuple[str, str, str]:
    name = unit(entry.unit)
    said = str(entry.words.get("words", ""))
    people = entry.facts.get("people")
    if entry.verb in STEPS and entry.verb:
        step = word(STEPS, entry.verb)
        parts = [f"{name} {step}"]
        if isinstance(people, int):
            parts.append(translate("Log", "count {n}").format(n=people))
        if entry.facts.get("read_back"):
            parts.append(translate("Log", "read back"))
        if entry.facts.get("unasked"):
            parts.append(translate("Log", "came unasked"))
        return with_words(listed(parts), said), icon(STEPS, entry.verb), "system"
    ended = entry.ending or entry.verb
    if ended in OVERLAYS:
        reason = word(REASONS, str(entry.facts.get("reason", ""))) if entry.facts.get("reason") else ""
        other = unit(str(entry.facts["unit"])) if entry.facts.get("unit") else ""
        words = " · ".join(part for part in (f"{name} {word(OVERLAYS, ended)}", reason, other) if part)
        alarm = entry.verb in ("refused", "never_came", "left_early")
        return with_words(words, said), icon(OVERLAYS, ended), "alarm" if alarm else "system"
    if entry.verb == "call_tried":
        results = {
            "no_answer": translate("Log", "called, no answer"),
            "busy": translate("Log", "called, busy"),
            "reached": translate("Log", "called, reached"),
        }
        result = str(entry.facts.get("result", ""))
        which = _number(entry, "contact")
        who = translate("Log", "contact {n}").format(n=which + 1) if which else ""
        return (
            " ".join(part for part in (name, who, results.get(result, result)) if part),
            "phone-call" if result == "reached" else "phone-missed",
            "system",
        )
    if entry.verb == "promised":
        at = entry.facts.get("at")
        told = translate("Log", "promises {time}").format(time=when.clock(at)) if isinstance(at, int) else ""
        count = translate("Log", "count {n}").format(n=people) if isinstance(people, int) else ""
        return f"{name} {listed((told, count))}", "clock", "system"
    if entry.verb == "listed":
        return translate("Log", "{unit} added to the board").format(unit=name), "plus", "system"
    what = word(STEPS, entry.corrects_kind.partition(".")[2]) if entry.corrects_kind else ""
    words = translate("Log", _ACTS.get(entry.verb, entry.verb)).format(what=what, people=people)
    words = with_words(words, said) if entry.verb in ("wrong_place", "lost", "found") else words
    symbol = "octagon-alert" if entry.verb == "lost" else "undo-2" if entry.verb == "withdrawn" else "check"
    return f"{name} {words}", symbol, "alarm" if entry.verb == "lost" else "system"


def _overdue(entry: Entry, unit: Names) -> str:
    clock = clock_word(str(entry.facts.get("clock", "")))
    who = unit(entry.unit) if entry.unit else ""
    return translate("Log", "{unit} over the limit: {clock}").format(unit=who, clock=clock).strip()


_WORDS = (
    *("words", "residual_risk", "place_words", "title", "commander", "lead", "to", "order"),
    *("person", "name", "vehicle", "despite", "out", "into"),
)


def _filled(template: str, entry: Entry) -> str:
    words = template
    for name in _WORDS:
        words = words.replace("{" + name + "}", str(entry.words.get(name, "")))
    for name in ("group", "number"):
        words = words.replace("{" + name + "}", str(entry.facts.get(name, "")))
    return words.strip(" :：")


def _counted(entry: Entry, unit: Names) -> tuple[str, str, str]:
    template, symbol = _COUNTED[entry.kind]
    words = translate("Log", template)
    known = {"to": said(TRANSFER, str(entry.facts.get("to", ""))), "unit": unit(entry.unit) if entry.unit else ""}
    for name in ("item", "quantity", "measure", "households", "people", "to", "unit"):
        value = known.get(name, entry.facts.get(name, translate("Log", "unknown")))
        words = words.replace("{" + name + "}", str(value))
    return words.strip(), symbol, "system"


def _number(entry: Entry, name: str) -> int:
    value = entry.facts.get(name)
    return value if isinstance(value, int) else 0
