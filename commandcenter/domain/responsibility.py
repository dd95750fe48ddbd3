"""The responsibility list (职责清单): what the street answers for, in what part, on what basis, and who leads the rest.

Six blocks; three role words; for an item in which the street only takes part the leading department has to be named, and
a case of that kind goes to it by whistle or transfer instead of being handled here. Each item tells whether it stands in
the base list that all streets share or was added or taken off here, with the reason and the procedure. Source: domain.md
3-26 to 3-32.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

BLOCKS = ("party", "safety", "city", "community", "living", "support")
"""党群工作, 平安建设, 城市管理, 社区建设, 民生保障, 综合保障 (3-27)."""

PARTS = ("hold", "organise", "assist")
"""负责/承担, 组织/协调, 参与/协助/配合 (3-28)."""

BASES = ("law", "regulation", "rule", "city", "department", "untold")
"""On what an item rests: 法律, 法规, 规章, 市级文件, 部门文件; ``untold`` where the list that was brought does not say."""

ORIGINS = ("base", "added", "removed")
"""The base list of all streets, an addition of our own, an item taken off here (共同底单, 加法, 减法; 3-31)."""

PRINTED_SHARES: Mapping[str, float] = {"hold": 0.241, "organise": 0.345, "assist": 0.414}
"""How the trial list of 111 items splits by role word (3-28): what our own split is held against."""

MOST_DEPARTMENTAL = 0.15
"""Papers of departments are to be less than this share of all sources (3-32)."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list.

    ``number`` is what people call it by. ``lead`` names the leading department, ``lead_unit`` is its id where the office has
    it among its units; ``unit`` is the section that works on it here. ``kinds`` are written categories or their first
    levels (``供排水``, ``供排水/道路积水``), ``words`` terms that tell such a case when it has no category. ``since`` is the
    day (``YYYY-MM-DD``) from which the item stands so; ``reason`` and ``procedure`` tell why and by which decision.
    """

    id: str
    number: str
    block: str
    text: str
    part: str
    lead: str = ""
    lead_unit: str = ""
    unit: str = ""
    basis: str = ""
    basis_type: str = "untold"
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    origin: str = "base"
    reason: str = ""
    procedure: str = ""
    since: str = ""
    active: bool = True

    @property
    def in_force(self) -> bool:
        """Whether the street answers for it now."""
        return self.active and self.origin != "removed"


def texts(told: object) -> tuple[str, ...]:
    """A list of texts out of a record, each once and without blanks; nothing when it is no list."""
    if not isinstance(told, list | tuple):
        return ()
    return tuple(dict.fromkeys(text for one in told if (text := str(one).strip())))


def item_of(record: Record) -> Item:
    """The item in a record, with gaps where fields are missing."""
    told = {name: str(record.get(name, "") or "") for name in _TEXTS}
    return Item(
        record.id,
        **{name: text for name, text in told.items() if text or name not in ("basis_type", "origin")},
        kinds=texts(record.get("kinds")),
        words=texts(record.get("words")),
        active=record.active,
    )


_TEXTS = (
    *("number", "block", "text", "part", "lead", "lead_unit", "unit", "basis", "basis_type", "origin"),
    *("reason", "procedure", "since"),
)


def number_key(number: str) -> tuple[int, str]:
    """How numbers of items are put in order: ``2`` before ``10``, what is no number last."""
    digits = "".join(char for char in number if "0" <= char <= "9")
    return (int(digits[:9]) if digits else 10**9, number)


def in_order(items: Iterable[Item]) -> list[Item]:
    """Items block by block, each by its number."""
    return sorted(items, key=lambda item: (_place(BLOCKS, item.block), number_key(item.number), item.id))


def _place(order: Sequence[str], code: str) -> int:
    return order.index(code) if code in order else len(order)


def covers(kind: str, path: Sequence[str]) -> int:
    """How many levels of a category a written kind names; 0 when the category does not lie below it."""
    levels = tuple(level.strip() for level in kind.split("/") if level.strip())
    return len(levels) if levels and tuple(path[: len(levels)]) == levels else 0


@dataclass(frozen=True, slots=True)
class Shares:
    """How a list splits. ``counts`` by role word, ``sources`` by sort of basis; shares are of the items that tell it."""

    counts: Mapping[str, int]
    sources: Mapping[str, int]

    @property
    def whole(self) -> int:
        """The items that were counted."""
        return sum(self.counts.values())

    def of(self, part: str) -> float | None:
        """The share of a role word; None of an empty list."""
        return self.counts.get(part, 0) / self.whole if self.whole else None

    @property
    def departmental(self) -> float | None:
        """The share of departmental papers among the sources that are told; None when none is."""
        told = sum(count for basis, count in self.sources.items() if basis != "untold")
        return self.sources.get("department", 0) / told if told else None


def shares(items: Iterable[Item]) -> Shares:
    """Count the items in force."""
    counts, sources = dict.fromkeys(PARTS, 0), dict.fromkeys(BASES, 0)
    for item in items:
        if item.in_force:
            counts[item.part] = counts.get(item.part, 0) + 1
            sources[item.basis_type] = sources.get(item.basis_type, 0) + 1
    return Shares(counts, sources)


def case_split(items: Iterable[Item], cases: Mapping[tuple[str, ...], int]) -> dict[str, int]:
    """How real cases split by role word: ``cases`` counts them by category path; ``none`` counts those outside the list.

    A category belongs to the item that names most of its levels; of several that name as many, to the first of the list.
    """
    ordered = [item for item in in_order(items) if item.in_force]
    found = dict.fromkeys((*PARTS, "none"), 0)
    for path, count in cases.items():
        best = max(ordered, key=lambda item: depth(item, path), default=None)
        part = best.part if best is not None and depth(best, path) else "none"
        found[part] = found.get(part, 0) + count
    return found


def depth(item: Item, path: Sequence[str]) -> int:
    """How many levels of a category an item names, by the kind of its that fits best."""
    return max((covers(kind, path) for kind in item.kinds), default=0)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


@demands("responsibility")
def _check(fields: Mapping[str, Any]) -> None:
    """Refuses ``duty_text_missing``, ``duty_block_unknown``, ``duty_part_unknown``, ``duty_lead_missing``,
    ``duty_basis_unknown``, ``duty_origin_unknown``, ``duty_reason_missing`` and ``not_a_date``.
    """

    def text(name: str) -> str:
        return str(fields.get(name) or "").strip()

    if not text("text") or not text("number"):
        raise Refused("duty_text_missing")
    if fields.get("block") not in BLOCKS:
        raise Refused("duty_block_unknown")
    if fields.get("part") not in PARTS:
        raise Refused("duty_part_unknown")
    if fields.get("part") == "assist" and not (text("lead") or text("lead_unit")):
        raise Refused("duty_lead_missing", number=text("number"))
    if fields.get("basis_type", "untold") not in BASES:
        raise Refused("duty_basis_unknown")
    if fields.get("origin", "base") not in ORIGINS:
        raise Refused("duty_origin_unknown")
    if fields.get("origin", "base") != "base" and not (text("reason") and text("procedure")):
        raise Refused("duty_reason_missing")
    if text("since") and not _is_day(text("since")):
        raise Refused("not_a_date", text=text("since"))
