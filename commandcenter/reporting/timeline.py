"""The timeline as it is printed: each entry of the incident as one Chinese line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.timeline import Entry
from commandcenter.reporting import times
from commandcenter.reporting.background import NOBODY, Background
from commandcenter.reporting.words import ERASED, UNKNOWN, sentence, tables, word


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. ``after`` is T+, ``clock`` the office's wall time, ``sort`` the kind of matter.

    ``text`` is the sentence with who said it and in which words. ``marks`` are 补录 (with the time of recording),
    更正 (crossed out: struck or withdrawn), 存疑. ``crossed`` lines are printed with a line through them. ``by`` is who
    recorded it.
    """

    at: int
    day: str
    after: str
    clock: str
    sort: str
    text: str
    marks: tuple[str, ...]
    crossed: bool
    level: str
    by: str


def lines(entries: Iterable[Entry], background: Background, start: int) -> list[Line]:
    """The printed lines of a timeline; ``start`` is when the whistle blew."""
    return [line(entry, background, start) for entry in entries]


def line(entry: Entry, background: Background, start: int) -> Line:
    """One printed line."""
    values = _values(entry, background)
    kind = f"report_in.{entry.ending}" if entry.ending else entry.kind
    pattern = tables()["line"].get(kind, tables()["line"]["unknown"])
    return Line(
        at=entry.at,
        day=times.day(entry.at),
        after=times.since(start, entry.at),
        clock=times.clock(entry.at),
        sort=word("family", entry.subject.partition("/")[0]),
        text=sentence(pattern, values) + _told(entry, pattern),
        marks=_marks(entry),
        crossed=entry.struck or entry.withdrawn,
        level=entry.level,
        by=_by(entry, background),
    )


def _by(entry: Entry, background: Background) -> str:
    if entry.verb.startswith("deadline_raised"):
        return word("channel", "system")
    name = background.person(entry.actor) or NOBODY
    channel = word("channel", entry.channel)
    return f"{name}·{channel}" if channel else name


def _marks(entry: Entry) -> tuple[str, ...]:
    marks = []
    if entry.late:
        marks.append(f"补录于{times.stamp(entry.recorded_at)}")
    if entry.struck:
        marks.append("已划去")
    if entry.withdrawn:
        marks.append("已撤回")
    if entry.irregular:
        marks.append(f"存疑：{word('irregular', entry.irregular)}")
    return tuple(marks)


def _told(entry: Entry, pattern: str) -> str:
    """Who said it and in which words, where the sentence does not hold them already."""
    in_sentence = "{note}" in pattern or "{value}" in pattern
    if entry.erased:
        return "" if in_sentence else ERASED
    said = "" if in_sentence or "{words}" in pattern else _text(entry.words.get("words"))
    by = _text(entry.words.get("told_by"))
    if by:
        return f"（{by}：{said}）" if said else f"（{by}报）"
    return f"：{said}" if said else ""


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> str:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _values(entry: Entry, background: Background) -> dict[str, str]:
    """Everything a sentence may ask for, as text."""
    facts, words = entry.facts, entry.words
    values = {name: _text(value) for name, value in words.items()}
    units = facts.get("units")
    values |= {
        "kind": entry.kind,
        "unit": background.unit(entry.unit) if entry.unit else "全体",
        "units": background.unit_list(units),
        "count": str(len(units)) if isinstance(units, list) else "",
        "whistle": word("whistle", str(facts.get("whistle", ""))),
        "relation": word("relation", str(facts.get("relation", ""))),
        "reason": word("reason", str(facts.get("reason", ""))) or values.get("reason", ""),
        "substitute": background.unit(str(facts.get("unit", ""))) if entry.kind == "report_in.replaced" else "",
        "read_back": "复述无误" if facts.get("read_back") else "",
        "oral": "口头同意，待补签" if facts.get("oral") else "",
        "unasked": "未召集，自行先到" if facts.get("unasked") else "",
        "expired": "发现时已久，只记录" if facts.get("expired") else "",
        "result": word("call_result", str(facts.get("result", ""))),
        "contact": _ordinal(facts.get("contact")),
        "clock": word("clock", _clock(str(facts.get("clock", "")))),
        "threshold": word("threshold", str(facts.get("threshold", ""))),
        "to": word("told", str(facts.get("to", ""))),
        "to_words": f"给{values['to']}" if values.get("to") else "",
        "stage": word("stage", str(facts.get("stage", ""))),
        "group": str(facts.get("group", "")),
        "lead": background.unit(values.get("lead", "")),
        "members": background.unit_list(facts.get("members")),
        "person": background.person(str(facts.get("person", ""))) or values.get("person") or values.get("name", ""),
        "scale": word("scale", str(facts.get("scale", ""))),
        "grade": word("grade", str(facts.get("value", ""))) or "待核",
        "action": word("action", str(facts.get("action", ""))),
        "commander": values.get("commander", "") or background.person(str(facts.get("commander", ""))),
        "place": background.place(str(facts.get("place", "")), values.get("place_words", "")),
        "fact": word("fact", str(facts.get("fact", ""))),
        "value": _value(entry),
        "note": _note(entry),
        "text": _text(facts.get("text")),
        "due_at": _time(facts.get("due_at")),
        "promised_at": _time(facts.get("at")),
        "target": _target(entry),
        "target_at": times.clock(entry.corrects_at) if entry.corrects_at is not None else "",
    }
    values |= {name: _number(facts.get(name)) for name in _NUMBERS}
    values |= {name: str(facts.get(name, "")) for name in ("number", "item", "measure", "grid")}
    if entry.subject.startswith("transfer/"):
        values |= {name: word("transfer_stage", str(facts.get(name, ""))) for name in ("from", "to")}
    if entry.kind == "post.ended":
        values["by"] = word("post_ending", str(facts.get("by", "")))
    if entry.kind == "post.handed_over":
        values["given"] = "灭火指挥移交" if facts.get("scope") == "fire" else "指挥权移交"
    hints = facts.get("hints")
    values["hints"] = "、".join(word("hint", str(name)) for name in hints) if isinstance(hints, list) else ""
    return values


_NUMBERS = ("ask", "people", "vehicles", "ordinal", "quantity", "households", "read")


def _clock(name: str) -> str:
    """The name of a clock without what it counts: ``meeting_2`` and ``decision:x`` carry more than that."""
    name = "decision" if name.startswith("decision:") else name
    return name.rstrip("0123456789").rstrip("_")


def _ordinal(value: Any) -> str:
    return str(value + 1) if isinstance(value, int) and not isinstance(value, bool) else ""


def _time(value: Any) -> str:
    return times.short_clock(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _value(entry: Entry) -> str:
    """A key fact as it was told: a count, words, both, or 不明."""
    if entry.erased:
        told = ERASED
    else:
        told = _text(entry.words.get("words"))
    number = _number(entry.facts.get("value"))
    if number:
        return f"{number}人（{told}）" if told else f"{number}人"
    return told or UNKNOWN


def _note(entry: Entry) -> str:
    sort = word("note", str(entry.facts.get("sort", "")))
    told = ERASED if entry.erased else _text(entry.words.get("words"))
    return f"{sort}：{told}" if sort else told


def _target(entry: Entry) -> str:
    verb = entry.corrects_kind.partition(".")[2]
    return tables()["milestone"].get(verb) or tables()["outcome"].get(verb) or verb
