"""The roster on paper: the wall list, the signboard of a street, cards for the pocket, and a call list to tick by hand.

Fields of a signboard: domain.md 4.3. It hangs in the street, so of volunteers it tells the name and no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from commandcenter.domain.call_list import CallList, Line
from commandcenter.domain.event import REAL
from commandcenter.domain.leadership import KEEPERS
from commandcenter.domain.patrol_plan import checklist_of, patrol_plan_of
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import CHIEFS, Directory, Holder, Place
from commandcenter.reporting import blocks, times
from commandcenter.reporting.background import NOBODY
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import NONE, UNKNOWN, word

STANDARD = "without"
"""The checklist of the ten withouts, which a signboard names where the plan of the street names none."""
_KINDS = {"street": "街", "alley": "巷"}
_SPARE = 3


def wall_list(material: Material) -> dict[str, Any]:
    """上墙名录: every street and alley of the office or a community with whoever answers for it, a table a community."""
    directory = material.directory
    whole = _place(material) is None
    streets = directory.streets()
    tables: list[Block] = []
    for community in _communities(material):
        secretary = next(iter(directory.holders(f"unit/{community.id}", "secretary")), None)
        caption = f"{community.name}　书记：{_called(secretary)}"
        tables.append(_wall_table(directory, [one for one in streets if one.community == community.id], caption))
    loose = [one for one in streets if one.community not in directory.places] if whole else []
    if loose:
        tables.append(_wall_table(directory, loose, "未定社区"))
    if not tables:
        raise Refused("nothing_to_print")
    pieces = []
    if whole:
        filled = sum(1 for street in streets if directory.holders(f"place/{street.id}", *CHIEFS))
        told = f"全街道{len(streets)}条街巷，有街巷长{filled}条。"
        pieces = [blocks.note(f"{told}名录时点：{times.moment(material.now)}。")]
    return _paper(material, "wall_list", "街巷长名录", [*pieces, *tables], flipped=True)


def _wall_table(directory: Directory, streets: Sequence[Place], caption: str) -> Block:
    return blocks.table(
        ("街巷", "街巷长（职务）", "电话", "替补", "小巷管家", "楼院、社会单位管理员"),
        [_wall_row(directory, street) for street in streets],
        (25, 38, 27, 34, 50, 0),
        caption=caption,
        empty="还没有街巷。",
    )


def _wall_row(directory: Directory, street: Place) -> tuple[str, ...]:
    told = directory.answers_for(street)
    chief = told.chief
    post = f"（{chief.person.post}）" if chief is not None and chief.person.post else ""
    return (
        street.name,
        f"{chief.person.name}{post}" if chief is not None else "空缺",
        (chief.person.phone or UNKNOWN) if chief is not None else NONE,
        _lines(_called(holder) for holder in told.deputies),
        _lines(_called(holder) for holder in told.stewards),
        _lines(f"{_where(directory, holder)} {_called(holder)}" for holder in told.keepers),
    )


def signboard(material: Material) -> dict[str, Any]:
    """街巷长公示牌: one street or alley on a page, or every one of a community."""
    directory = material.directory
    streets = _streets(material)
    lists = material.reference.records("patrol_list")
    plans = [patrol_plan_of(record) for record in material.reference.records("patrol_plan").values() if record.active]
    boards = []
    for street in streets:
        told = directory.answers_for(street)
        keys = [one.checklist for one in plans if one.place == street.id and one.role in CHIEFS]
        record = lists.get(STANDARD) or lists.get(next(iter(keys), ""))
        standard = checklist_of(record) if record is not None and record.active else None
        units = [one.name for one in directory.below(street.id) if one.kind == "site"]
        boards.append(
            {
                "name": street.name,
                "kind": _KINDS[street.kind],
                "community": told.community.name if told.community else UNKNOWN,
                "fields": [
                    _pair("长度", f"{round(street.length_m)}米" if street.length_m else UNKNOWN),
                    _pair("所属社区", told.community.name if told.community else UNKNOWN),
                    _pair("街巷长", _public(told.chief)),
                    _pair("联系电话", (told.chief.person.phone or UNKNOWN) if told.chief else NONE),
                    _pair("替补", "、".join(_public(one) for one in told.deputies) or NONE),
                    _pair("小巷管家", "、".join(one.person.name for one in told.stewards) or NONE),
                    _pair("社会单位", "、".join(units) or NONE),
                    _pair("值班电话", material.names.phone or UNKNOWN),
                ],
                "standard": standard.name if standard is not None else "",
                "items": [item.words for item in standard.items] if standard is not None else [],
            }
        )
    data = _paper(material, "signboard", "街巷长公示牌", [], flipped=True)
    return data | {"boards": boards}


def pocket_cards(material: Material) -> dict[str, Any]:
    """口袋卡: a card a street with whom to call there, eight on a page, to be cut out."""
    directory = material.directory
    cards = []
    for street in _streets(material):
        told = directory.answers_for(street)
        rows = [_pair("街长" if street.kind == "street" else "巷长", _called(told.chief))]
        rows += [_pair("替补", _called(holder)) for holder in told.deputies]
        upper = directory.places.get(street.street)
        above = next(iter(directory.holders(f"place/{upper.id}", *CHIEFS)), None) if upper is not None else None
        if above is not None:
            rows.append(_pair("上级街长", _called(above)))
        rows.append(_pair("社区书记", _called(told.secretary)))
        rows += [_pair("管家", _called(holder)) for holder in told.stewards]
        rows += [_pair(_where(directory, holder), _called(holder)) for holder in told.keepers]
        cards.append(
            {
                "code": street.id,
                "name": street.name,
                "community": told.community.name if told.community else UNKNOWN,
                "grids": "、".join(street.grids),
                "rows": rows,
                "duty": material.names.phone or UNKNOWN,
                "assembly": told.assembly.name if told.assembly else UNKNOWN,
                "note": street.note,
            }
        )
    return _paper(material, "pocket_cards", "街巷口袋卡", []) | {"cards": cards}


def call_list(material: Material) -> dict[str, Any]:
    """叫应名单: whom to call in which order, with what came of the calls so far and room for the next ones."""
    state = material.state(CallList)
    reached = state.reached()
    rows = [_call_row(material, state, place, line) for place, line in enumerate(state.lines, start=1)]
    pieces = [
        blocks.pairs(
            [
                ("事由", state.title or UNKNOWN),
                ("拟定", f"{times.moment(state.opened_at)}　{material.names.person(state.actor) or NOBODY}"),
                ("进展", f"共{len(rows)}人，已接通{reached}人，未接通{len(rows) - reached}人"),
            ]
        ),
        blocks.table(
            ("序", "姓名", "岗位", "电话", "结果", "接通", "答复"),
            rows,
            (9, 18, 0, 29, 30, 19, 22),
            centred=(0, 5),
            height=9,
            spare=_SPARE,
        ),
        blocks.note("没有接通的稍后再拨，拨了没有接通也要记；号码有误的，记下正确号码，回来改名录。"),
        blocks.signatures(["叫应人", "带班领导"]),
    ]
    return _paper(material, "roster_call_list", "叫应名单", pieces)


def _call_row(material: Material, state: CallList, place: int, line: Line) -> tuple[object, ...]:
    person = material.directory.people.get(line.person)
    tick = state.tick(line.person)
    family, _, key = line.target.partition("/")
    where = material.names.place(key) if family == "place" else material.names.unit(key) if family == "unit" else ""
    post = f"{where} {word('roster_role', line.role)}".strip() if line.role else where
    if line.instead_of:
        post = f"{post}（代{material.names.person(line.instead_of)}）"
    calls = len(state.calls(line.person))
    told = f"{word('number_call', tick.result)} {times.short_clock(tick.at)}" if tick is not None else ""
    if calls > 1:
        told = f"{told}（第{calls}次）"
    return (
        place,
        material.names.person(line.person),
        post,
        (person.phone if person is not None else "") or UNKNOWN,
        told,
        "" if tick is not None and tick.result == "reached" else "□是 □否",
        "",
    )


# --- what the papers share -----------------------------------------------------------------------------------------


def _paper(
    material: Material, name: str, title: str, pieces: Sequence[Block], *, flipped: bool = False
) -> dict[str, Any]:
    paper = material.paper(title=title, number="", mode=REAL)
    day = times.day(material.now)
    return {"document": name, "paper": paper, "date": day, "flipped": flipped, "blocks": list(pieces)}


def _place(material: Material) -> Place | None:
    """The place a paper is printed of; None for the office. Refuses ``nothing_to_print``."""
    family, _, key = material.subject.partition("/")
    if family == "office":
        return None
    place = material.directory.places.get(key)
    if place is None:
        raise Refused("nothing_to_print")
    return place


def _communities(material: Material) -> list[Place]:
    """The community that is asked for, or all."""
    place = _place(material)
    if place is not None:
        return [place] if place.kind == "community" else []
    return list(material.directory.of_kind("community"))


def _streets(material: Material) -> list[Place]:
    """The street that is asked for with its alleys, those of a community, or all. Refuses ``nothing_to_print``."""
    place, streets = _place(material), material.directory.streets()
    if place is not None and place.kind == "community":
        streets = tuple(street for street in streets if street.community == place.id)
    elif place is not None:
        streets = tuple(street for street in streets if place.id in (street.id, street.street))
    if not streets:
        raise Refused("nothing_to_print")
    return list(streets)


def _where(directory: Directory, holder: Holder) -> str:
    place = directory.places.get(holder.target.partition("/")[2])
    return place.name if place is not None and holder.role in KEEPERS else ""


def _called(holder: Holder | None) -> str:
    """Name and number of whoever is to be called: of who stands in while somebody is away."""
    if holder is None:
        return UNKNOWN
    person = holder.reached or holder.person
    told = f"{person.name} {person.phone or UNKNOWN}"
    return f"{told}（代）" if person is not holder.person else told


def _public(holder: Holder | None) -> str:
    if holder is None:
        return "空缺"
    return f"{holder.person.name}（{holder.person.post}）" if holder.person.post else holder.person.name


def _lines(told: Iterable[str]) -> str:
    return "\n".join(told) or NONE


def _pair(name: str, text: str) -> dict[str, str]:
    return {"name": name, "text": text}
