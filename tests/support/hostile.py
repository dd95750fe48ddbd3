"""Facts as a broken or a newer program could have written them: every kind, with the wrong things in its body.

Each kind's own words are filled with what belongs there or with something that does not, so that the places where a value
is looked at are reached. Everything comes from one seed: ``random.Random`` is many times faster here than drawing each
leaf, and a failing seed tells the whole history again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

from commandcenter.domain.event import EventId, Fact
from commandcenter.domain.kinds import KINDS
from commandcenter.domain.report_in import MILESTONES

NODES = ("n1", "n2", "n3")
LAST_SEQ = 14

_WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 10**12, 2**53, 2**63 - 1, -(2**63), 2**63, 2**64 - 1, 10**30, -(10**30)),
    *(0.5, -2.5, 1.7e308, -1.7e308, 1e18, 5e-324),
    *("", "A3", "D01", "D0/1", "leader", "王某某", "\u0000", "'); --", "2026-02-30", "nan", " "),
    *([], {}, [None], [{}], {"": None}, [["unit", 1]], {"unit": {"unit": []}}, [{"unit": 3, "sign_due_at": "x"}]),
)

_RIGHT: Mapping[str, Any] = {
    "unit": ("D01", "D03", "A3"),
    "limits": ({"answer": 5, "leave": 10, "arrive": 30}, {"leader": 5, "update": 60, "final": 1440}),
    "fields": ({"name": "某", "kind": "alley"}, {"value": 5, "unit": "minute"}, {"path": ["供排水"]}),
    "assignees": ([{"unit": "D01", "role": "lead", "sign_due_at": 10**12}, {"unit": "A3"}],),
    "clock": ("answer", "leave", "arrive", "resolve", "order", "leader", "sign:D01"),
    "threshold": ("warn", "due"),
    "to": ("leader", "district_phone", "district_written"),
    "stage": ("initial", "update", "final", "supplement"),
    "members": (["D01", "D03"],),
    "up_to": ({"n1": 3},),
    "people": (0, 3, 6),
    "days": ({"2026-10-01": False},),
    "texts": ({"direct": "请报到"},),
    "items": ({"place": "望潮街"},),
    "due_at": (10**12 + 60_000,),
    "at": (10**12,),
    "received_at": (10**12,),
}

_USUAL = (
    *(
        "ordinal",
        "relation",
        "duty",
        "ask",
        "vehicles",
        "at",
        "expired",
        "number",
        "plan",
        "plan_version",
        "run",
        "place",
    ),
    *(
        "fact",
        "value",
        "group",
        "commander",
        "signed",
        "supporting",
        "id",
        "sort",
        "level",
        "finding",
        "due_on",
        "role",
    ),
    *("due_at", "grade", "history", "received_at", "reached", "passed", "solved", "satisfied", "whistle", "review_at"),
    *("result", "person", "assurance", "channel", "source", "source_number", "category", "community", "judge_due_at"),
    *("contact_due_at", "anonymous", "unasked", "read_back", "reason", "words", "title", "text", "told_by", "name"),
    *("path", "contacts", "injects", "starts_at", "ends_at", "people", "unit", "limits", "clock", "threshold", "case"),
    *("digest", "vector", "origin", "cause", "owner", "lead", "receiver", "signer", "place_words", "phone", "pin"),
)
_NAMES = tuple(dict.fromkeys((*_USUAL, *_RIGHT)))
_MARKED = {
    "listed": ("fields", "limits", "ordinal", "relation", "unasked", "ask"),
    "dispatched": ("assignees", "due_at", "grade"),
    "deadline_raised": ("clock", "threshold", "expired"),
    "deadline_acknowledged": ("clock",),
    "told": ("to", "stage"),
    "blown": ("limits", "number", "plan_version", "run"),
    "registered": ("received_at", "due_at", "judge_due_at", "contact_due_at", "source", "source_number"),
    "imported": ("received_at", "history", "source_number"),
    "suspended": ("review_at",),
    "handled": ("due_at",),
    "group_opened": ("group", "members"),
    "given": ("due_at", "unit"),
    "issued": ("stage", "ordinal"),
    "head_counted": ("people",),
    "promised": ("at", "people"),
    "private_erased": ("up_to",),
    "amended": ("fields",),
    "replanned": ("fields",),
    "substituted": ("person", "by", "role", "unit", "strains"),
    "left": ("person", "forced", "signed_by"),
    "read": ("key", "sort", "mark", "count", "due_at", "number", "code"),
    "counted": ("key", "name", "found", "wanted"),
    **dict.fromkeys(MILESTONES, ("people", "vehicles", "read_back")),
}

FIELDS: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "office": {"name": ("青榆街道",), "id": ("qingyu",)},
    "node": {"letter": ("B",), "public_key": ("00",)},
    "limit": {"value": (5, 0.5), "unit": ("minute", "working_day"), "basis": ("office",), "least": (1,), "most": (9,)},
    "calendar": {"days": ({"2026-10-01": False, "2026-10-10": True}, {"x": 1})},
    "category": {"path": (["供排水", "积水"],)},
    "unit": {
        "name": ("派出所",),
        "kind": ("department",),
        "relation": ("dispatch",),
        "duty_phone": ("110",),
        "limits": ({"answer": 5, "arrive": None}, {"answer": "5"}),
        "first_action": ("警戒",),
    },
    "place": {
        "name": ("望潮街",),
        "kind": ("street", "assembly"),
        "community": ("A3",),
        "street": ("J07", "p"),
        "grids": (["A3-01"],),
        "length_m": (120.5,),
        "note": ("窄",),
    },
    "person": {"post": ("值班员",), "pin": ("00:00",)},
    "appointment": {
        "person": ("P1",),
        "role": ("street_chief", "steward"),
        "target": ("place/p", "unit/A3"),
        "rank": (1,),
        "since": (10**12,),
        "until": (10**12 + 5, 5),
        "note": ("",),
    },
    "absence": {
        "person": ("P1", "P2"),
        "since": (10**12, 5),
        "until": (10**12 + 5, 5),
        "substitute": ("P2", "P1"),
        "reason": ("leave", "other"),
    },
    "group": {"name": ("巡河组",), "form": ("enforcement",), "units": (["D03"],), "since": (10**12,), "until": (5,)},
    "branch": {"name": ("第一支部",), "kind": ("branch",), "parent": ("b", "x"), "members": (12, -1), "place": ("A3",)},
    "staff": {"person": ("P1",), "kind": ("seconded_in",), "home": ("区水务局",), "unit": ("S03",), "since": (10**12,)},
    "plan": {
        "name": ("燃气",),
        "code": ("RQ",),
        "rank": (1,),
        "icon": ("gas",),
        "prompts": (["看风向"],),
        "units": ([{"unit": "D01", "ask": 3, "limits": {"arrive": 5}}, {"unit": "D01"}], [{"unit": None}]),
        "groups": ([{"name": "综合", "lead": "D01", "members": ["D03"]}], [{"name": "警戒", "members": 3}]),
        "first_five": ([{"text": "先拨119", "unit": "D01"}],),
        "texts": ({"direct": "请报到"}, {"direct": 5}),
    },
    "drill": {
        "name": ("演练",),
        "plan": ("RQ",),
        "goals": (["快"],),
        "injects": ([{"t_min": 5, "inject": "冒烟"}], [{"t_min": "soon"}], [{"t_min": None}], [{"t_min": []}]),
    },
    "shift": {
        "starts_at": (10**12,),
        "ends_at": (10**12 + 10**8,),
        "leader": ("P1",),
        "people": (
            [{"person": "P1"}],
            [{"person": "P1", "role": "clerk", "unit": ""}, {"person": "P2", "role": "community", "unit": "A3"}],
            ["P1"],
            [{"person": []}],
            [{"person": "P1", "role": ["clerk"]}],
            "P1",
        ),
    },
    "rota": {
        "since": ("2026-06-01", "soon", 5),
        "hour": (510, -1, "510"),
        "apart": (["holiday"], "holiday", 7),
        "posts": (
            [{"role": "leader", "cycle": [{"people": ["P1"]}]}],
            [{"role": "clerk", "cycle": [{"people": []}]}, 5],
            [{"role": [], "cycle": 7, "own": 3}],
            "P1",
        ),
    },
    "equipment": {"name": ("对讲机", 5), "count": (30, "30", -1), "measure": ("部", []), "rank": (1, "one")},
}
"""What records of each family hold, some of it wrong."""

WORDS: Mapping[str, tuple[Any, ...]] = {
    "name": ("王某某",),
    "phone": ("100-0000-0001",),
    "title": ("积水",),
    "text": ("院内积水",),
    "contacts": ([{"name": "贺值班", "post": "值班员", "phone": "110"}], [{"name": None}], ["x"]),
}


def fields(chance: Random, family: str) -> dict[str, Any]:
    """The fields of a record: mostly right, some wrong, some missing."""
    told = {name: chance.choice(values) for name, values in FIELDS.get(family, {}).items() if chance.random() < 0.9}
    for name in list(told):
        if chance.random() < 0.15:
            told[name] = wrong(chance)
    return told


def words(chance: Random) -> dict[str, Any]:
    """A private part: mostly right."""
    told = {name: chance.choice(values) for name, values in WORDS.items() if chance.random() < 0.7}
    if chance.random() < 0.2:
        told[chance.choice(_NAMES)] = wrong(chance)
    return told


def wrong(chance: Random, depth: int = 2) -> Any:
    """Anything JSON can hold."""
    pick = chance.random()
    if depth and pick < 0.15:
        return {chance.choice(_NAMES): wrong(chance, depth - 1) for _ in range(chance.randrange(4))}
    if depth and pick < 0.25:
        return [wrong(chance, depth - 1) for _ in range(chance.randrange(4))]
    return chance.choice(_WRONG)


def body(chance: Random, verb: str) -> dict[str, Any]:
    """A body for a verb: its own words mostly, each right or wrong, and others that have no business there."""
    names = list(_MARKED.get(verb, ())) + chance.sample(_NAMES, chance.randrange(5))
    return {name: _value(chance, name) for name in names if chance.random() < 0.9}


def _value(chance: Random, name: str) -> Any:
    right = _RIGHT.get(name)
    if right and chance.random() < 0.5:
        found = chance.choice(right)
        if isinstance(found, dict) and chance.random() < 0.5:
            return {**found, chance.choice(list(found)): wrong(chance, 1)}
        return found
    return wrong(chance)


def kind_of(chance: Random, family: str) -> str:
    """A kind of a family, known or not."""
    known = _kinds_of(family)
    return chance.choice([*known, f"{family}.of_tomorrow"]) if known else f"{family}.of_tomorrow"


@cache
def _kinds_of(family: str) -> list[str]:
    return [kind for kind in KINDS if kind.startswith(f"{family}.")]


def history(chance: Random, subject: str, most: int = LAST_SEQ) -> list[Fact]:
    """Facts on one subject, each with an id of its own. ``seen`` may lie, even in circles; instants are any instants."""
    family = subject.partition("/")[0]
    keys = chance.sample([(node, seq) for node in NODES for seq in range(1, LAST_SEQ)], chance.randint(1, most))
    return [_fact(chance, EventId(*key), subject, kind_of(chance, family)) for key in keys]


def _fact(chance: Random, key: EventId, subject: str, kind: str) -> Fact:
    family, _, verb = kind.partition(".")
    is_record = family in FIELDS and verb in ("listed", "amended") and chance.random() < 0.8
    return Fact(
        id=key,
        hlc=chance.choice((chance.randrange(2**40), chance.randrange(2**62))),
        happened_at=chance.choice((10**12 + chance.randrange(10**9), 0, -(2**42), 2**50)),
        recorded_at=10**12 + chance.randrange(10**9),
        subject=subject,
        kind=kind,
        mode=chance.choice(("real", "drill", "dream")),
        actor=chance.choice(("P1", "", "nobody")),
        role="",
        seat="",
        assurance="none",
        on_behalf_of="",
        channel=chance.choice(("", "phone", "import")),
        body={"fields": fields(chance, family)} if is_record else body(chance, verb),
        private=(words(chance) if chance.random() < 0.7 else body(chance, verb)) if chance.random() < 0.5 else None,
        seen={chance.choice(NODES): chance.randrange(LAST_SEQ) for _ in range(chance.randrange(3))},
        corrects=EventId(chance.choice(NODES), chance.randrange(1, LAST_SEQ)) if chance.random() < 0.3 else None,
    )
