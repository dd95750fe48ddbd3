"""What the office's own closed cases teach: which unit usually led a case like this. Counted, smoothed, never automatic.

Counts of what a case shows (its kind, its community, its place, pairs of neighbouring characters of its title) against
the unit that led it; the score of a unit is its smoothed log-odds over those counts. Everything that is said can be
traced to counts: "of 41 cases of this kind here 36 were led by …", with the newest of those cases at hand. What stands in
fewer than ``LEAST`` cases is dropped, so that no rare word of a citizen is kept.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

LEAST = 5
"""A pair of characters that stands in fewer cases teaches nothing and is not kept."""
MOST_PAIRS = 6_000
"""So many pairs of characters are kept, those in most cases first."""
MOST_PLACES = 4_000
EXAMPLES = 12
"""So many of the newest cases are kept with each count that can be opened."""
SMOOTH = 0.5
PAIR_WEIGHT = 0.35
"""Pairs of one title overlap and say the same thing several times: each counts for less than a kind."""
VERSION = 1

_SILENT = frozenset("的了是在有和及与等请对为被将把也都还就不我您你他她它这那个们吗呢啊吧")
"""Characters that say nothing of who must act."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A closed case as far as it teaches: its id, who led it, what it shows."""

    case: str
    unit: str
    category: str = ""
    community: str = ""
    place: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a unit is suggested: ``rule`` (kind_here, place, kind, words, community), how many cases show the same, how many of
    them it led, the newest of those, and for ``words`` which.
    """

    rule: str
    of: int
    led: int
    cases: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit out of what was learned. ``score`` is its log-odds against all others, ``share`` its part of the whole (0 to 1)."""

    unit: str
    score: float
    share: float
    evidence: tuple[Evidence, ...]


Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned from ``cases`` closed cases at ``learned_at`` (epoch milliseconds).

    ``units`` counts cases by the unit that led; ``kinds``, ``here`` (kind and community), ``places``, ``communities`` and
    ``pairs`` count what was shown by unit; ``examples`` holds the newest cases of a count by ``rule``, key and unit.
    """

    cases: int = 0
    learned_at: int = 0
    units: Mapping[str, int] = field(default_factory=dict)
    kinds: Counts = field(default_factory=dict)
    here: Counts = field(default_factory=dict)
    places: Counts = field(default_factory=dict)
    communities: Counts = field(default_factory=dict)
    pairs: Counts = field(default_factory=dict)
    examples: Mapping[str, Sequence[str]] = field(default_factory=dict)


def pairs_of(title: str) -> list[str]:
    """The pairs of neighbouring characters of a title that can tell something, each once, in order."""
    text = unicodedata.normalize("NFKC", title).lower()
    found = (text[at : at + 2] for at in range(len(text) - 1) if _tells(text[at]) and _tells(text[at + 1]))
    return list(dict.fromkeys(found))


def _tells(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" and char not in _SILENT


def _here(category: str, community: str) -> str:
    return f"{category}\n{community}" if category and community else ""


def learn(lessons: Iterable[Lesson], at: int) -> Model:
    """Count closed cases, the newest first. Memory grows with what differs, which is bounded, not with how many there are."""
    units: Counter[str] = Counter()
    tables: dict[str, dict[str, Counter[str]]] = {
        name: {} for name in ("kinds", "here", "places", "communities", "pairs")
    }
    examples: dict[str, list[str]] = {}
    count = 0
    for lesson in lessons:
        if not lesson.unit:
            continue
        count += 1
        units[lesson.unit] += 1
        shown = (
            ("kinds", lesson.category),
            ("here", _here(lesson.category, lesson.community)),
            ("places", lesson.place),
            ("communities", lesson.community),
        )
        for name, key in shown:
            if not key:
                continue
            tables[name].setdefault(key, Counter())[lesson.unit] += 1
            if name != "communities":
                kept = examples.setdefault(f"{name}\n{key}\n{lesson.unit}", [])
                if len(kept) < EXAMPLES:
                    kept.append(lesson.case)
        for pair in pairs_of(lesson.title):
            tables["pairs"].setdefault(pair, Counter())[lesson.unit] += 1
    pairs = _commonest(tables["pairs"], MOST_PAIRS, LEAST)
    places = _commonest(tables["places"], MOST_PLACES, 2)
    opened = {key: cases for key, cases in examples.items() if _kept(key, places)}
    return Model(count, at, dict(units), tables["kinds"], tables["here"], places, tables["communities"], pairs, opened)


def _kept(key: str, places: Counts) -> bool:
    name, _, rest = key.partition("\n")
    return name != "places" or rest.partition("\n")[0] in places


def _commonest(table: Mapping[str, Counter[str]], most: int, least: int) -> dict[str, dict[str, int]]:
    told = [(key, counts) for key, counts in table.items() if counts.total() >= least]
    told.sort(key=lambda pair: (-pair[1].total(), pair[0]))
    return {key: dict(counts) for key, counts in told[:most]}


def suggest(model: Model, lesson: Lesson, most: int = 3) -> list[Suggestion]:
    """The units that usually led cases like this one, the likeliest first. Nothing that was not seen before is suggested.

    Cost grows with the number of units and the length of the title, not with the number of cases.
    """
    shown: list[tuple[str, Mapping[str, int], float]] = []
    here = model.here.get(_here(lesson.category, lesson.community))
    for counts, weight in (
        (model.kinds.get(lesson.category), 1.0),
        (here, 1.0),
        (model.places.get(lesson.place) if lesson.place else None, 0.5),
        (model.communities.get(lesson.community) if lesson.community else None, 0.3),
    ):
        if counts:
            shown.append(("", counts, weight))
    pairs = [(pair, model.pairs[pair]) for pair in pairs_of(lesson.title) if pair in model.pairs]
    shown += [(pair, counts, PAIR_WEIGHT) for pair, counts in pairs]
    if not shown or not model.cases:
        return []
    seen = {unit for _, counts, _ in shown for unit in counts}
    scores = {unit: _score(model, unit, shown) for unit in seen}
    top = max(scores.values())
    total = sum(math.exp(score - top) for score in scores.values())
    ordered = sorted(scores, key=lambda unit: (-scores[unit], unit))[:most]
    return [
        Suggestion(unit, scores[unit], math.exp(scores[unit] - top) / total, _evidence(model, lesson, unit, pairs))
        for unit in ordered
    ]


def _score(model: Model, unit: str, shown: Sequence[tuple[str, Mapping[str, int], float]]) -> float:
    """The smoothed log of how often the unit leads, and for everything shown by how much more often it does then."""
    many = len(model.units)
    base = (model.units.get(unit, 0) + SMOOTH) / (model.cases + SMOOTH * many)
    score = math.log(base)
    for _, counts, weight in shown:
        then = (counts.get(unit, 0) + SMOOTH * many * base) / (sum(counts.values()) + SMOOTH * many)
        score += weight * math.log(then / base)
    return score


def _evidence(
    model: Model, lesson: Lesson, unit: str, pairs: Sequence[tuple[str, Mapping[str, int]]]
) -> tuple[Evidence, ...]:
    found = []
    here = _here(lesson.category, lesson.community)
    for rule, name, key, table in (
        ("kind_here", "here", here, model.here),
        ("kind", "kinds", lesson.category, model.kinds),
        ("place", "places", lesson.place, model.places),
    ):
        counts = table.get(key) if key else None
        if counts and counts.get(unit):
            cases = tuple(model.examples.get(f"{name}\n{key}\n{unit}", ()))
            found.append(Evidence(rule, sum(counts.values()), counts[unit], cases))
    told = [(counts.get(unit, 0), sum(counts.values()), pair) for pair, counts in pairs if counts.get(unit)]
    telling = sorted(told, key=lambda one: (-one[0] / one[1], -one[1], one[2]))[:2]
    found += [Evidence("words", whole, led, (), pair) for led, whole, pair in telling if 2 * led > whole]
    return tuple(found)


def hit_rate(model: Model, held_out: Iterable[Lesson]) -> tuple[int, int, int]:
    """How the suggestions do on cases they were not learned from: (cases, right at the first place, right within three)."""
    count = first = within = 0
    for lesson in held_out:
        count += 1
        units = [one.unit for one in suggest(model, lesson)]
        first += units[:1] == [lesson.unit]
        within += lesson.unit in units
    return count, first, within


def to_plain(model: Model) -> dict[str, Any]:
    """The model as JSON values."""
    return {"version": VERSION} | {name: _plain(getattr(model, name)) for name in Model.__slots__}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, list | tuple) else value


def from_plain(told: Any) -> Model | None:
    """The model out of JSON values; None where they are none of this version, so that it is learned anew."""
    if not isinstance(told, Mapping) or told.get("version") != VERSION:
        return None
    tables = ("kinds", "here", "places", "communities", "pairs")
    fine = (
        type(told.get("cases")) is int
        and type(told.get("learned_at")) is int
        and _counts(told.get("units"))
        and all(isinstance(told.get(name), Mapping) and all(map(_counts, told[name].values())) for name in tables)
        and isinstance(told.get("examples"), Mapping)
        and all(isinstance(cases, list) and all(map(_text, cases)) for cases in told["examples"].values())
    )
    return Model(**{name: told[name] for name in Model.__slots__}) if fine else None


def _counts(told: object) -> bool:
    return isinstance(told, Mapping) and all(type(count) is int and count >= 0 for count in told.values())


def _text(told: object) -> bool:
    return isinstance(told, str)
