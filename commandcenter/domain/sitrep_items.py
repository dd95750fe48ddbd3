"""The ten items filled from what is on record, each with where it came from; a person's words are never rewritten.

Data, so Chinese in every language of the screen. What nobody knows is written as not known (不明, 待核), never as none or
zero (DESIGN rule 7). An update does not repeat the start: those items stay empty unless the record now says otherwise.
Source of the items: domain.md 2.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Protocol

from commandcenter.domain.clock import local
from commandcenter.domain.command_post import Post
from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.indicators import arrivals, called
from commandcenter.domain.key_facts import COUNT, KEY_FACTS, FactKind
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import MILESTONES, ReportIn
from commandcenter.domain.sitrep import ITEMS, START, SituationReport, Version
from commandcenter.domain.whistle import KeyFact, Whistle
from commandcenter.domain.whistle_scales import UNGRADED_KIND

UNKNOWN, TO_CHECK = "不明", "待核"
UNKNOWN_WORDS = (UNKNOWN, TO_CHECK, "待定")
"""How a text says that something is not known; the screen shows each as a chip."""

_FACT_NAMES = {
    "trapped": "被困",
    "injured": "受伤",
    "evacuated": "转移",
    "dead": "死亡",
    "missing": "失踪",
    "property": "财产损失",
    "affected": "",
}
_KINDS = {"natural": "自然灾害", "accident": "事故灾难", "health": "公共卫生", "security": "社会安全"}
_GRADES = {"extreme": "特别重大", "major": "重大", "larger": "较大", "general": "一般"}
_LOSS = ("dead", "missing", "injured", "trapped", "property")


class Names(Protocol):
    """The names behind ids."""

    def unit(self, key: str) -> str: ...

    def person(self, key: str) -> str: ...

    def place(self, key: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """The case a whistle was blown from: its number and when it came in (epoch milliseconds)."""

    number: str
    received_at: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from: ``kind`` (case, blown, guess, place, fact, note, leader, action, post,
    board, order, report, hand), when that
    was recorded, by whom, and which entry it is where it is one.
    """

    kind: str
    at: int | None = None
    by: str = ""
    id: EventId | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """What the record says of an item, and where it says so."""

    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person wrote into an item, when, and what the record said then."""

    text: str
    base: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it stands in the report being written.

    ``hint`` is what the record says by now where a person wrote something else before it said so. ``before`` is how the
    last report that told the item had it; ``changed`` whether this one says something else.
    """

    name: str
    text: str
    sources: tuple[Source, ...] = ()
    by_hand: bool = False
    hint: str = ""
    before: str = ""
    changed: bool = False
    auto: str = ""

    @property
    def unknown(self) -> bool:
        """Whether some of it is not known."""
        return any(word in self.text for word in UNKNOWN_WORDS)


@dataclass(frozen=True, slots=True)
class Record:
    """What the items are filled from."""

    whistle: Whistle
    report_ins: Sequence[ReportIn]
    post: Post
    orders: Sequence[Order]
    facts: Sequence[Fact] = ()
    kinds: Sequence[FactKind] = KEY_FACTS
    origin: Origin | None = None
    category: str = ""


# --- what the record says -----------------------------------------------------------------------------------------


def filled(record: Record, names: Names) -> dict[str, Filled]:
    """What is on record of each item."""
    return {
        "received_at": _received(record),
        "source": _informant(record),
        "happened_at": _of_words(record, "happened_at") or Filled(UNKNOWN),
        "place": _place(record, names),
        "nature": _nature(record),
        "extent": _of_words(record, "extent") or Filled(UNKNOWN),
        "loss": _loss(record),
        "trend": _of_words(record, "trend") or Filled(TO_CHECK),
        "measures": _measures(record, names),
        "needs": _of_words(record, "needs") or Filled(""),
    }


def told_time(at: int) -> str:
    """A moment as an official document writes it: 2026年7月17日1时14分."""
    then = local(at)
    return f"{then.year}年{then.month}月{then.day}日{then.hour}时{then.minute:02d}分"


def short_time(at: int) -> str:
    """1时33分."""
    then = local(at)
    return f"{then.hour}时{then.minute:02d}分"


def _blown(record: Record) -> Source:
    return Source("blown", record.whistle.blown_at, record.whistle.blown_by)


def _received(record: Record) -> Filled:
    if record.origin is not None:
        return Filled(told_time(record.origin.received_at), (Source("case", record.origin.received_at),))
    told = record.whistle.received_at
    return Filled(told_time(told if told is not None else record.whistle.blown_at), (_blown(record),))


def _informant(record: Record) -> Filled:
    told = _of_words(record, "source")
    if told is not None:
        return told
    if record.origin is not None:
        return Filled(f"案件{record.origin.number}", (Source("case", record.origin.received_at),))
    struck = {fact.corrects for fact in record.facts if fact.kind == "whistle.note_struck"}
    for fact in record.facts:
        first = fact.kind == "whistle.noted" and fact.body.get("sort", "situation") == "situation"
        if first and fact.id not in struck and fact.words("told_by"):
            return Filled(fact.words("told_by"), (Source("note", fact.happened_at, fact.actor, fact.id),))
    return Filled(UNKNOWN)


def _place(record: Record, names: Names) -> Filled:
    whistle = record.whistle
    name = names.place(whistle.place) if whistle.place else ""
    words = whistle.place_words
    text = f"{name}（{words}）" if name and words and words != name else name or words
    if not text:
        return Filled("待定", (_blown(record),))
    found = _last(record, "whistle.place_set")
    return Filled(text, (Source("place", found.happened_at, found.actor, found.id),) if found else (_blown(record),))


def _nature(record: Record) -> Filled:
    """Kind, event and the street's first guess of the grade; the law grades no social-security event."""
    guesses = record.whistle.guesses
    kind, grade = (guesses.get(scale) for scale in ("kind", "event"))
    kind_name = _KINDS.get(kind.value, "") if kind is not None else ""
    title = record.whistle.title or UNKNOWN
    parts = [part for part in (kind_name or record.category, title) if part and part != "通用"]
    sources = [_blown(record), *(Source("guess", one.at, one.by, one.id) for one in (kind, grade) if one is not None)]
    if kind is not None and kind.value == UNGRADED_KIND:
        return Filled("·".join(parts), tuple(sources))
    told = _GRADES.get(grade.value, "") if grade is not None else ""
    return Filled(f"{'·'.join(parts)}；初判{told or f'等级{TO_CHECK}'}", tuple(sources))


def _source(fact: KeyFact) -> Source:
    return Source("fact", fact.at, "", fact.id)


def _of_words(record: Record, item: str) -> Filled | None:
    """The facts of an item that were told, joined; None when none was."""
    found, sources = [], []
    for kind in record.kinds:
        fact = record.whistle.facts.get(kind.code)
        if kind.item != item or fact is None:
            continue
        text = _fact_text(kind, fact)
        if text:
            found.append(text)
            sources.append(_source(fact))
    return Filled("；".join(found), tuple(sources)) if found else None


def _fact_text(kind: FactKind, fact: KeyFact) -> str:
    name = kind.name or _FACT_NAMES.get(kind.code, "")
    if kind.sort == COUNT:
        if fact.value is None:
            return f"{name}{TO_CHECK}" if kind.name else ""
        return f"{name}{fact.value}{kind.unit}" + (f"（{fact.words}）" if fact.words else "")
    return f"{name}{fact.words}" if fact.words else ""


def _loss(record: Record) -> Filled:
    """Each casualty with its number or as to be checked; the property as told."""
    parts, sources = [], []
    own = [kind for kind in record.kinds if kind.item == "loss" and kind.code not in _LOSS]
    for kind in (*(kind for code in _LOSS for kind in record.kinds if kind.code == code), *own):
        fact = record.whistle.facts.get(kind.code)
        name = kind.name or _FACT_NAMES[kind.code]
        if fact is not None:
            sources.append(_source(fact))
        if kind.sort == COUNT:
            known = fact is not None and fact.value is not None
            parts.append(_fact_text(kind, fact) if fact is not None and known else f"{name}{TO_CHECK}")
        else:
            parts.append(f"{name}{fact.words if fact is not None and fact.words else UNKNOWN}")
    return Filled("，".join(parts), tuple(sources))


def _measures(record: Record, names: Names) -> Filled:
    """Leaders on the scene, the post, who came, who was brought out, what was ordered."""
    whistle, post = record.whistle, record.post
    parts: list[str] = []
    sources: list[Source] = []
    came = _last(record, "whistle.leader_arrived")
    if came is not None:
        name = names.person(str(came.body.get("person", "")))
        parts.append(f"{name or whistle.leader_words or '带班领导'}{short_time(came.happened_at)}到场指挥")
        sources.append(Source("leader", came.happened_at, came.actor, came.id))
    if post.known and (commander := post.commander_words or names.person(post.commander)):
        parts.append(f"{commander}任现场总指挥")
        sources.append(Source("post", post.set_up_at))
    asked = called(record.report_ins)
    reached = sum(any(state.milestone(name) is not None for name in MILESTONES) for state in asked)
    parts.append(f"召集{len(asked)}个单位，已通知{reached}个，到场{arrivals(record.report_ins).part}个")
    sources.append(Source("board"))
    for kind in record.kinds:
        fact = whistle.facts.get(kind.code)
        if kind.item == "measures" and fact is not None and (text := _fact_text(kind, fact)):
            parts.append(text)
            sources.append(_source(fact))
    for action in whistle.actions:
        if action.words:
            parts.append(action.words)
            sources.append(Source("action", action.at, "", action.id))
    done = [order for order in record.orders if order.done_at is not None]
    if done:
        parts.append("已完成：" + "、".join(order.words for order in done if order.words))
    going = sum(order.open for order in record.orders)
    if going:
        parts.append(f"另有{going}项指令在办" if done else f"{going}项指令在办")
    if record.orders:
        sources.append(Source("order", count=len(record.orders)))
    return Filled("；".join(part for part in parts if part), tuple(sources))


def _last(record: Record, kind: str) -> Fact | None:
    return next((fact for fact in reversed(record.facts) if fact.kind == kind), None)


# --- the report being written -------------------------------------------------------------------------------------


def standing(reports: Iterable[SituationReport], name: str) -> str:
    """How the reports delivered so far have an item: the last one that told it."""
    told = [one.items[name] for one in reports if one.delivered_at is not None and one.items.get(name)]
    return told[-1] if told else ""


def items_of(
    stage: str,
    now: Mapping[str, Filled],
    reports: Sequence[SituationReport],
    kept: Mapping[str, Kept],
) -> list[Item]:
    """The ten items of the report being written: what a person wrote stands, else what the record says."""
    delivered = [one for one in reports if one.delivered_at is not None]
    last = delivered[-1] if delivered else None
    return [_item(name, stage, now.get(name, Filled("")), last, delivered, kept.get(name)) for name in ITEMS]


def _item(
    name: str,
    stage: str,
    auto: Filled,
    last: SituationReport | None,
    delivered: Sequence[SituationReport],
    kept: Kept | None,
) -> Item:
    before = standing(delivered, name)
    version = last.version if last is not None else Version(0, 0, "")
    text, sources, by_hand, hint = auto.text, auto.sources, False, ""
    said_then = _auto_then(name, delivered)
    written = last is not None and any(name in one.version.by_hand for one in delivered)
    if kept is not None:
        text, by_hand = kept.text, True
        sources = (Source("hand", kept.at),)
        hint = auto.text if auto.text not in (kept.base, kept.text) else ""
    elif stage != "initial" and name in START:
        turned_out = bool(said_then) and auto.text != said_then
        text, sources = (auto.text, auto.sources) if turned_out else ("", (_report(last),) if last else ())
    elif last is not None and written and before:
        text, by_hand, sources = before, True, (_report(last),)
        hint = auto.text if auto.text not in (said_then, before) else ""
    elif last is not None and not said_then and not version.auto and before and not auto.text:
        text, sources = before, (_report(last),)
    changed = bool(text) and bool(before) and text != before
    return Item(name, text, sources, by_hand, hint, before, changed, auto.text)


def _auto_then(name: str, delivered: Sequence[SituationReport]) -> str:
    """What the record said of an item when the last report was written; empty when nobody kept that."""
    found = [one.version.auto[name] for one in delivered if name in one.version.auto]
    return found[-1] if found else ""


def _report(report: SituationReport | None) -> Source:
    if report is None:
        return Source("report")
    return Source("report", report.delivered_at, report.issued_by, None, report.ordinal)


# --- comparing ----------------------------------------------------------------------------------------------------

_WORDS = re.compile(r"\d+|[A-Za-z]+|.", re.DOTALL)


def changed_spans(before: str, after: str) -> list[tuple[int, int]]:
    """Which parts (start, end) of ``after`` are not in ``before``; figures and words are compared whole."""
    if not before:
        return []
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    starts = [0]
    for word in new:
        starts.append(starts[-1] + len(word))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (starts[low], starts[high])
        for tag, _, _, low, high in matcher.get_opcodes()
        if tag in ("replace", "insert") and high > low
    ]
