"""Calls and log of the shift as the duty screen and the hand-over take them: one small place where they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.handover_list import Waits
from commandcenter.journal.reading.calls import days_needed
from commandcenter.ui import when
from commandcenter.ui.call_words import SHEET, call_word, short_number
from commandcenter.ui.duty.panels import CallLine, LogRow
from commandcenter.ui.log_words import log_icon, log_sentence

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.read import Read
    from commandcenter.journal.reading.calls import CallLine as Told

translate = QCoreApplication.translate

ICONS = {"in": "phone", "out": "phone-outgoing"}
READ_BACK, CALL_BACK = "read_back", "call_back"


def calls_of(desk: Desk, start: int, end: int) -> tuple[list[CallLine], str]:
    """The calls of a span and a word about them."""
    shown = desk.read.calls.of_span(start, end)
    counts = shown.counts
    words = translate(
        "DutyCalls", "{n} calls: in {came}, out {went}; not read back {unread}, to call back {uncalled}"
    ).format(n=counts.all, came=counts.came, went=counts.went, unread=counts.unread, uncalled=counts.uncalled)
    dated = days_needed(shown.lines)
    return [_row(desk, line, dated=line.key in dated) for line in shown.lines], words if counts.all else ""


def _row(desk: Desk, line: Told, *, dated: bool) -> CallLine:
    unit = desk.reference.unit_name(line.unit) if line.unit else ""
    people = desk.reference.directory.people
    person = people[line.person].name if line.person in people else ""
    taker = people[line.taker].name if line.taker in people else ""
    who = " ".join(part for part in (unit, person or line.who) if part) or line.phone or when.UNKNOWN
    state = ""
    if READ_BACK in line.waits:
        state = translate("DutyCalls", "not read back")
    elif CALL_BACK in line.waits:
        state = translate("DutyCalls", "call back")
    elif line.read_back:
        state = translate("DutyCalls", "read back")
    number = short_number(line, dated=dated)
    return CallLine(
        line.key,
        number,
        when.clock(line.at),
        ICONS.get(line.direction, "phone"),
        who,
        line.said or call_word(SHEET, line.sheet),
        taker,
        state,
        bool(line.waits),
    )


def log_of(desk: Desk, start: int, end: int) -> tuple[list[LogRow], str]:
    """The log of a span, the newest last, and how much of it people wrote."""
    told = desk.read.duty_log.of_span(start, end)
    reference = desk.reference
    people, places = reference.directory.people, reference.directory.places

    def person(key: str) -> str:
        return people[key].name if key in people else key

    def place(key: str) -> str:
        return places[key].name if key in places else key

    rows = [
        LogRow(
            str(line.id),
            when.clock(line.at),
            log_sentence(line, person, reference.unit_name, place),
            log_icon(line),
            line.by_hand,
            line.level in ("key", "alarm"),
        )
        for line in told.lines
        if not line.struck
    ]
    words = translate("DutyLogPanel", "writes itself; by hand {n}").format(n=told.by_hand)
    return rows, words


def waiting_calls(read: Read, start: int, end: int) -> Iterator[Waits]:
    """The calls that nobody read back, and the calls back that were promised, of any shift."""
    for line in read.calls.waiting():
        about = " ".join(part for part in (line.number, line.who, line.said) if part)
        yield Waits(line.id, about, line.at, line.key, line.waits[0] if line.waits else "")


def remarks_waiting(read: Read, start: int, end: int) -> Iterable[Waits]:
    """What was written by hand into the log for the next shift."""
    notes = read.duty_log.notes(start, end)
    return [Waits(str(note.id), note.words.get("words", ""), note.at, note.subject) for note in notes]
