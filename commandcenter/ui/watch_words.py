"""The words of the duty watch: what is read aloud at a hand-over, limits of fatigue, days, and the sentences of its refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.ui import when

if TYPE_CHECKING:
    from commandcenter.domain.handover import Clock, Item

translate = QCoreApplication.translate

SORTS: Mapping[str, str] = {
    "incident": QT_TRANSLATE_NOOP("Watch", "Incident {number} {words}{running}"),
    "report": QT_TRANSLATE_NOOP("Watch", "Report owed: {clock} {number}"),
    "clock": QT_TRANSLATE_NOOP("Watch", "Clock runs: {words} {clock} {number}"),
    "late": QT_TRANSLATE_NOOP("Watch", "Clock has run out: {words} {clock} {number}"),
    "patrol": QT_TRANSLATE_NOOP("Watch", "Patrols missed: {n}"),
    "suspended": QT_TRANSLATE_NOOP("Watch", "Suspended case near its review: {number} {words}"),
    "joint": QT_TRANSLATE_NOOP("Watch", "Joint whistle {number} {words}"),
    "muster": QT_TRANSLATE_NOOP("Watch", "Muster whistle {number} {words}"),
    "supervision": QT_TRANSLATE_NOOP("Watch", "Supervision whistle {number} {words}"),
    "warning": QT_TRANSLATE_NOOP("Watch", "Warning in force: {words}"),
    "call": QT_TRANSLATE_NOOP("Watch", "Call: {words}"),
    "equipment": QT_TRANSLATE_NOOP("Watch", "Equipment: {words}, {code} of {n}"),
    "substitution": QT_TRANSLATE_NOOP("Watch", "Substitution: {words}"),
    "remark": QT_TRANSLATE_NOOP("Watch", "Remark: {words}"),
}

CODES: Mapping[tuple[str, str], str] = {
    ("call", "read_back"): QT_TRANSLATE_NOOP("Watch", "Call not read back: {words}"),
    ("call", "call_back"): QT_TRANSLATE_NOOP("Watch", "Call back promised: {words}"),
    ("case", "unsigned"): QT_TRANSLATE_NOOP("Watch", "Cases not signed for: {n}"),
    ("case", "to_judge"): QT_TRANSLATE_NOOP("Watch", "Cases to dispatch: {n}"),
    ("case", "overdue"): QT_TRANSLATE_NOOP("Watch", "Cases overdue: {n}"),
    ("case", "near"): QT_TRANSLATE_NOOP("Watch", "Cases near their limit: {n}"),
    ("open", "lost"): QT_TRANSLATE_NOOP("Watch", "No contact with {words} {number}"),
    ("open", "trapped"): QT_TRANSLATE_NOOP("Watch", "Trapped: {n}, {words} {number}"),
    ("open", "order"): QT_TRANSLATE_NOOP("Watch", "Order not done: {words}"),
    ("open", "decision"): QT_TRANSLATE_NOOP("Watch", "Decision not done: {words}"),
    ("open", "supply"): QT_TRANSLATE_NOOP("Watch", "Not returned: {words} {n}"),
    ("open", "transfer"): QT_TRANSLATE_NOOP("Watch", "Households that wait: {n}"),
}

STRAINS: Mapping[str, str] = {
    "duty.consecutive": QT_TRANSLATE_NOOP("Watch", "on end {value} h, limit {most} h"),
    "duty.rest": QT_TRANSLATE_NOOP("Watch", "rest {value} h, limit {most} h"),
    "duty.week": QT_TRANSLATE_NOOP("Watch", "{value} shifts in the week, limit {most}"),
    "duty.month": QT_TRANSLATE_NOOP("Watch", "{value} shifts in the month, limit {most}"),
}

DAYS: Mapping[str, str] = {
    "work": QT_TRANSLATE_NOOP("Watch", "Working days"),
    "weekend": QT_TRANSLATE_NOOP("Watch", "Weekends"),
    "holiday": QT_TRANSLATE_NOOP("Watch", "Holidays"),
}

REFUSALS: Mapping[str, str] = {
    "shift_person_twice": QT_TRANSLATE_NOOP("Refusal", "The same person stands there twice."),
    "rota_unknown": QT_TRANSLATE_NOOP("Refusal", "There is no rotation yet. Enter one first."),
    "rota_empty": QT_TRANSLATE_NOOP("Refusal", "A rotation needs at least one post."),
    "rota_role_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the post is."),
    "rota_cycle_empty": QT_TRANSLATE_NOOP("Refusal", "A post needs somebody who takes turns."),
    "rota_team_empty": QT_TRANSLATE_NOOP("Refusal", "A turn in the cycle has nobody in it."),
    "rota_days_unknown": QT_TRANSLATE_NOOP("Refusal", "Only weekends and holidays are counted apart."),
    "rota_hour_wrong": QT_TRANSLATE_NOOP("Refusal", "The hand-over is a time of day, such as 08:30."),
    "rota_person_in_two_cycles": QT_TRANSLATE_NOOP(
        "Refusal", "Somebody stands in two cycles of the same post and could meet themselves on one shift."
    ),
    "plan_too_long": QT_TRANSLATE_NOOP("Refusal", "At most {most} days are planned at once."),
    "fatigue_reason": QT_TRANSLATE_NOOP(
        "Refusal",
        "A limit of fatigue is passed ({limit}: {value}, limit {most}). Write why; in an emergency tick that it is one.",
    ),
    "on_shift_already": QT_TRANSLATE_NOOP("Refusal", "This person stands on the shift already."),
    "shift_over": QT_TRANSLATE_NOOP("Refusal", "This shift is over."),
    "swap_same": QT_TRANSLATE_NOOP("Refusal", "Choose two people and two shifts."),
    "left_already": QT_TRANSLATE_NOOP("Refusal", "Left at {at} already."),
    "not_signed_in": QT_TRANSLATE_NOOP("Refusal", "This person has not signed in for the shift."),
    "not_relieved": QT_TRANSLATE_NOOP(
        "Refusal", "Not relieved yet: both sides sign first. To leave all the same a leader has to sign."
    ),
    "leader_needed": QT_TRANSLATE_NOOP("Refusal", "A leader other than who leaves has to sign for it."),
    "not_quiet": QT_TRANSLATE_NOOP("Refusal", "The shift was not quiet: incidents {count}. No zero report."),
    "reported_already": QT_TRANSLATE_NOOP("Refusal", "Reported at {at} already."),
    "handover_done": QT_TRANSLATE_NOOP("Refusal", "This shift was handed over at {at} already."),
    "handover_not_begun": QT_TRANSLATE_NOOP("Refusal", "No hand-over has begun. Begin it first (B)."),
    "handover_early": QT_TRANSLATE_NOOP(
        "Refusal", "The shift runs until {at}. A hand-over before that needs a reason."
    ),
    "nobody_came": QT_TRANSLATE_NOOP("Refusal", "Nobody who takes over has come: they sign in first (S)."),
    "zero_early": QT_TRANSLATE_NOOP("Refusal", "The shift runs until {at}. A zero report now needs a reason."),
    "sign_in_first": QT_TRANSLATE_NOOP("Refusal", "Sign in at this seat first (F10)."),
    "handover_item_unknown": QT_TRANSLATE_NOOP("Refusal", "This item is not known here."),
    "handover_side": QT_TRANSLATE_NOOP("Refusal", "Choose who goes or who comes."),
    "handover_red": QT_TRANSLATE_NOOP("Refusal", "Items that need a remark: {count}. Write it first (N)."),
    "equipment_unknown": QT_TRANSLATE_NOOP("Refusal", "This equipment is not counted any more."),
    "equipment_uncounted": QT_TRANSLATE_NOOP("Refusal", "Equipment not counted: {count}. Count it together (C)."),
    "count_missing": QT_TRANSLATE_NOOP("Refusal", "Enter how many there are."),
    "signed_already": QT_TRANSLATE_NOOP("Refusal", "This person has signed already."),
    "name_not_signed": QT_TRANSLATE_NOOP(
        "Refusal", "{person} has no PIN: they sign themselves and write their own name. Nobody signs for another."
    ),
    "no_shift_follows": QT_TRANSLATE_NOOP("Refusal", "No shift follows this one. Plan it first (Alt+7, shift plan)."),
}


def item_words(item: Item, now: int, unit_name: str = "") -> str:
    """What is read aloud of an item. ``unit_name`` is said instead of a unit's id."""
    from commandcenter.ui.words import clock_word

    sort = "late" if item.sort == "clock" and item.due_at is not None and item.due_at <= now else item.sort
    source = CODES.get((item.sort, item.code)) or SORTS.get(sort, "{words}")
    told = {
        "words": unit_name or item.words,
        "number": item.number,
        "n": item.count,
        "code": item.code,
        "clock": clock_word(item.code) if item.sort in ("report", "clock") else "",
        "running": "",
    }
    if item.clocks:
        told["running"] = translate("Watch", ": clocks {n}").format(n=len(item.clocks))
    # a gap that stays empty leaves no blank behind
    return " ".join(translate("Watch", source).format(**told).split()).replace("： ", "：")


def item_lines(item: Item) -> Sequence[str]:
    """What is gathered in an item, a line each: the cases of a sort, the walks that were missed."""
    return tuple(item.words.split("；")) if item.sort in ("case", "patrol") and item.words else ()


def clock_lines(item: Item, now: int, units: Mapping[str, str]) -> Sequence[str]:
    """The clocks of an incident as they are read aloud: those that have run out by what they are, then the others by time.

    ``units`` are the names of units by id.
    """
    late: dict[str, list[Clock]] = {}
    ahead: dict[tuple[int, str], list[Clock]] = {}
    for one in item.clocks:
        if one.due_at <= now:
            late.setdefault(one.name, []).append(one)
        else:
            ahead.setdefault((one.due_at, one.name), []).append(one)

    def names(clocks: Sequence[Clock]) -> str:
        return "、".join(units.get(one.unit, one.unit) for one in clocks if one.unit)

    return [
        *(_late_words(name, clocks, now, names(clocks)) for name, clocks in late.items()),
        *(
            " ".join(part for part in (when.moment(due_at, now), _clock(name), names(clocks)) if part)
            for (due_at, name), clocks in ahead.items()
        ),
    ]


def _clock(name: str) -> str:
    from commandcenter.ui.words import clock_word

    return clock_word(name)


def _late_words(name: str, clocks: Sequence[Clock], now: int, names: str) -> str:
    since = when.moment(clocks[0].due_at, now)
    if not names:
        return translate("Watch", "{clock} late since {time}").format(clock=_clock(name), time=since)
    words = translate("Watch", "{clock} late since {time}, {n}: {names}")
    return words.format(clock=_clock(name), time=since, n=len(clocks), names=names)


def _next_words(item: Item, now: int, clocks: Sequence[str]) -> str:
    """How many clocks of an incident have run out, and which is the next."""
    late = sum(one.due_at <= now for one in item.clocks)
    told = [translate("Watch", "late {n}").format(n=late)] if late else []
    if late < len(item.clocks):
        following = clocks[len({one.name for one in item.clocks if one.due_at <= now})]
        told.append(translate("Watch", "next {clock}").format(clock=following))
    return "；".join(told)


def item_note(item: Item, now: int, clocks: Sequence[str] = ()) -> str:
    """What stands behind an item: until when, or since when it is late; of an incident (``clock_lines``) the next of its clocks."""
    if item.sort in ("case", "patrol"):
        return "；".join(clocks)
    if item.due_at is None:
        return ""
    if clocks:
        return _next_words(item, now, clocks)
    if item.sort in ("call", "remark"):
        return when.moment(item.due_at, now)
    if item.sort == "substitution":
        return when.date_with_weekday(item.due_at)
    if item.due_at <= now and item.sort != "warning":
        return translate("Watch", "late since {time}").format(time=when.moment(item.due_at, now))
    return translate("Watch", "by {time}").format(time=when.moment(item.due_at, now))


def strain_words(key: str, value: object, most: object) -> str:
    """A limit of fatigue that is passed."""
    return translate("Watch", STRAINS[key]).format(value=value, most=most) if key in STRAINS else key


def strain_name(key: str) -> str:
    """The short name of a limit of fatigue."""
    names = {
        "duty.consecutive": translate("Watch", "hours on end"),
        "duty.rest": translate("Watch", "rest between shifts"),
        "duty.week": translate("Watch", "shifts in a week"),
        "duty.month": translate("Watch", "shifts in a month"),
    }
    return names.get(key, key)


def day_word(kind: str) -> str:
    """The word for a sort of days."""
    return translate("Watch", DAYS[kind]) if kind in DAYS else kind
