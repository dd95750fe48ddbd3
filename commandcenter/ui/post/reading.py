"""What a line for a unit will do, in words, from the very value that is sent; and what to do about one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.clock import local
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.unit_line import NAMED, UnitLine, Unread
from commandcenter.ui.words import OVERLAYS, REASONS, STEPS, listed, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

_ACTS: Mapping[str, str] = {
    "count": QT_TRANSLATE_NOOP("Reading", "head count"),
    "promised": QT_TRANSLATE_NOOP("Reading", "promised"),
    "replaced": QT_TRANSLATE_NOOP("Reading", "replaced by {other}"),
    "wrong_place": QT_TRANSLATE_NOOP("Reading", "at the wrong place"),
    "no_answer": QT_TRANSLATE_NOOP("Reading", "rung, no answer"),
    "busy": QT_TRANSLATE_NOOP("Reading", "rung, busy"),
    "reached": QT_TRANSLATE_NOOP("Reading", "rung, reached"),
    "read_back": QT_TRANSLATE_NOOP("Reading", "order read back"),
    "lost": QT_TRANSLATE_NOOP("Reading", "contact lost"),
    "found": QT_TRANSLATE_NOOP("Reading", "contact again"),
    "undo": QT_TRANSLATE_NOOP("Reading", "take back the last entry"),
    "unasked": QT_TRANSLATE_NOOP("Reading", "{other} came unasked"),
}
_UNREAD: Mapping[str, str] = {
    "ordinals_wrong": QT_TRANSLATE_NOOP("Reading", "“{text}”: write numbers from 1 to 60, such as 3,5-8"),
    "act_missing": QT_TRANSLATE_NOOP("Reading", "“{text}”: write what it did behind it, such as 到, 应, 出, 撤"),
    "act_unknown": QT_TRANSLATE_NOOP(
        "Reading", "“{text}” is no act: 应 出 到 处 完 撤 归, 预 错 拒 替 未接 清点; / before it makes it a note"
    ),
    "count_missing": QT_TRANSLATE_NOOP("Reading", "write how many people, such as 6"),
    "time_missing": QT_TRANSLATE_NOOP("Reading", "write the promised time or the number, such as 14:35 6"),
    "reason_missing": QT_TRANSLATE_NOOP("Reading", "write the reason behind it, such as {example}"),
    "words_missing": QT_TRANSLATE_NOOP("Reading", "write why or where behind it"),
    "other_missing": QT_TRANSLATE_NOOP("Reading", "write which unit: its number, its code or its name"),
    "one_only": QT_TRANSLATE_NOOP("Reading", "this holds for one unit alone; write a line for each"),
    "too_much": QT_TRANSLATE_NOOP("Reading", "nothing belongs behind it"),
    "not_corrected": QT_TRANSLATE_NOOP("Reading", "only a step can be corrected; take others back with 撤回"),
    "not_on_board": QT_TRANSLATE_NOOP("Reading", "no such unit on the board: {text}; 先到 puts one on it"),
    "other_unknown": QT_TRANSLATE_NOOP("Reading", "“{text}” is no unit; write its code such as D22, or its name"),
    "count_negative": QT_TRANSLATE_NOOP("Reading", "“{text}”: a number of people cannot be negative"),
    "count_is_place": QT_TRANSLATE_NOOP(
        "Reading", "“{text}” is no number of people: write 6 or 6人; / before it makes it a note"
    ),
    "two_lines": QT_TRANSLATE_NOOP("Reading", "“{text}” is a line of its own: send this one without it, then that one"),
    "which_unit": QT_TRANSLATE_NOOP("Reading", "which one? {text}"),
    "time_ahead": QT_TRANSLATE_NOOP("Reading", "{text} has not come yet: write a time that has passed"),
    "not_recorded": QT_TRANSLATE_NOOP("Reading", "it has no such step yet; write it without 改"),
}


def spoken_act(line: UnitLine, other: str = "") -> str:
    """The act of a line in the words of the chips."""
    if line.act == "replaced" and not (other or line.other):
        return word(OVERLAYS, line.act)
    if line.act in _ACTS:
        return translate("Reading", _ACTS[line.act]).format(other=other or line.other)
    return word(STEPS, line.act) if line.act in STEPS else word(OVERLAYS, line.act)


def reading(
    line: UnitLine, states: Mapping[int, ReportIn], name: Callable[[str], str], at: int | None, other: str = ""
) -> str:
    """What a line will do. ``at`` is the moment it will be entered for, ``other`` the name of the unit it names."""
    units = "、".join(f"{number} {name(states[number].unit)}" for number in line.ordinals if number in states)
    said = line.words
    if said and line.act in NAMED:
        said = translate("Reading", "said by {name}").format(name=said)
    parts = (
        translate("Reading", "correct:") if line.again else "",
        units,
        spoken_act(line, other),
        translate("Reading", "count {n}").format(n=line.people) if line.people is not None else "",
        local(at).strftime("%H:%M") if at is not None else "",
        translate("Reading", "read back") if line.read_back else "",
        word(REASONS, line.reason) if line.reason else "",
        said,
        "· Enter",
    )
    return " ".join(part for part in parts if part)


def advice(unread: Unread, last: int = 0) -> str:
    """Why a line cannot be sent and what to do. ``last`` is the highest number on the board, 0 when it is not known."""
    if last and unread.code in ("ordinals_wrong", "not_on_board"):
        words = translate("Reading", "“{text}”: the board has only 1–{last}; 先到 puts another on it")
        return words.format(text=unread.text, last=last)
    example = "力量不足" if unread.act == "refused" else "完成"
    words = translate("Reading", _UNREAD[unread.code]).format(text=unread.text, example=example)
    act = spoken_act(UnitLine((), unread.act)) if unread.act and unread.act != "unasked" else ""
    return listed((act, words))
