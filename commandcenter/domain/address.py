"""From what somebody says to a place, offline: street and number, estate and building, landmark, crossing.

Both the names of the office and the text are brought to one plain form (full-width letters, Chinese numerals, 栋 and 幢 and 号楼
become one), so 砚池胡同三号院, 砚池胡同３号 and 砚池胡同3號院 are the same spot. The most telling name in the text wins; what follows it
is read as number, unit, storey and room. A number nobody drew is set between its neighbours on its side of the street. Names a
tired ear could take for each other come with what tells them apart. Any text gives an answer or none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from commandcenter.domain import geo
from commandcenter.domain.geo import Point

if TYPE_CHECKING:
    from commandcenter.domain.map import OfficeMap, Shape
    from commandcenter.domain.roster import Directory, Place

LONGEST_TEXT = 4_000
"""So much of a text is looked at."""

RANK: Mapping[str, int] = {
    "building": 0,
    "site": 1,
    "alley": 2,
    "street": 3,
    "assembly": 4,
    "shelter": 4,
    "landmark": 4,
    "gate": 4,
    "post_site": 5,
    "store": 5,
    "community": 6,
    "camera": 7,
    "hydrant": 7,
}
"""Which kind a name means where two things have it; what is not here is found by no name (grids have codes)."""

_ESTATE = "estate"
_HAN = re.compile(r"[\u3400-\u9fff]")
_PAIR = re.compile(r"[\u3400-\u9fff]{2}")
_NUMERAL = re.compile(r"[零〇一二三四五六七八九十百两]+")
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_BLANKS = re.compile(r"\s+")
_BREAK = re.compile(r"[,，。.;；:：、！!？?“”\"'‘’（）()【】\[\]《》<>·/|]+")
_BUILDING = re.compile(r"(\d+)(?:号?楼栋|号楼|栋楼|栋|幢|座楼|#楼|#|＃)")
_DASH = re.compile(r"(?<!\d)[-—–_~]+|[-—–_~]+(?!\d)")
_NUMBERED = re.compile(r"^(.*?)([甲乙丙丁]?\d{1,5}|[a-z])(号楼|号院|号|座|院)$")
_NUMBER = re.compile(r",?(?:门牌)?([甲乙丙丁]?\d{1,5}|[a-z](?=座))(?:[-之](\d{1,4}))?(号楼|号院|号|座|院)?")
_INSIDE = re.compile(
    r",?(?:(?P<unit>\d{1,2})(?:单元|门洞|门))?(?:(?P<storey>\d{1,3})(?:层|楼))?(?:(?P<room>\d{3,4})(?:室|房|户)?)?"
)
_DASHED = re.compile(r"-(?P<unit>\d{1,2})(?:-(?P<room>\d{2,4}))?")
_CROSSING = re.compile(r"交叉|路口|交汇|交口|街口|巷口|口|与|和")
_ENDS = {"东": (1.0, 0.0), "西": (-1.0, 0.0), "南": (0.0, -1.0), "北": (0.0, 1.0)}
_SHORT: tuple[tuple[str, str], ...] = (
    (r",.*", ""),
    (r"小区", ""),
    (r"第(\d+)小学", r"\1小"),
    (r"第(\d+)中学", r"\1中"),
    (r"物业服务中心", "物业"),
    (r"物业站", "物业"),
    (r"街道办事处", "街道办"),
    (r"居民委员会|社区居委会", "居委会"),
    (r"大街", "街"),
    (r"地铁站", "站"),
    (r"号院|号楼", "号"),
)
"""How names are cut short when people speak."""
_MEET_M = 80.0


@dataclass(frozen=True, slots=True)
class Similar:
    """A place that could be meant instead. ``ours`` and ``theirs`` are the parts of the names that differ; ``metres`` between
    the two, None where one is on no map; ``community`` its community's name."""

    place: Place
    community: str
    metres: float | None
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Located:
    """What a text names. ``place`` is the place of the roster (of a house without a record its street's), ``shape`` the thing
    on the map where that is more exact.

    ``precise``: ``own`` (the thing itself), ``number`` (set between the numbers beside it), ``crossing``, ``end`` (of a street),
    ``estate``, ``street`` or ``community`` (their middle), ``roster`` (on no map: ``point`` is None). ``said`` is the plain form
    of the words it was found by; ``number``, ``unit``, ``storey``, ``room`` follow them.
    """

    place: Place | None
    shape: Shape | None
    point: Point | None
    precise: str
    said: str
    number: str = ""
    unit: str = ""
    storey: str = ""
    room: str = ""
    similar: tuple[Similar, ...] = ()


class _Target(NamedTuple):
    """What a name means: a place, a shape, or an estate of numbered houses."""

    kind: str
    id: str
    place: Place | None = None
    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    targets: tuple[_Target, ...]
    short: bool = False

    @property
    def best(self) -> _Target:
        return min(self.targets, key=lambda target: (RANK.get(target.kind, 9), target.id))


class _Hit(NamedTuple):
    at: int
    entry: _Entry


@dataclass(frozen=True, eq=False, repr=False)
class AddressBook:
    """All names of an office, filed to be found in a text. Built once after a change of the roster or the map."""

    directory: Directory
    office: OfficeMap | None = None

    # --- asking -------------------------------------------------------------------------------------------------

    def find(self, text: str) -> Located | None:
        """What a text names, None when it names nothing that is known."""
        told = plain(text[:LONGEST_TEXT])
        if not told:
            return None
        hits = self._hits(told)
        if not hits:
            return None
        first = self._chosen(told, hits)
        target = first.entry.best
        rest = told[first.at + len(first.entry.name) :]
        if target.kind in ("street", "alley", _ESTATE):
            found = self._along(first, target, rest, hits)
        else:
            found = self._thing(target, first.entry.name, rest)
        return found if found.place is not None else self._placed(found, told, hits)

    def place(self, text: str) -> Place | None:
        """The place of the roster a text names."""
        told = plain(text[:LONGEST_TEXT])
        hits = self._hits(told) if told else []
        if not hits:
            return None
        first = self._chosen(told, hits)
        target = first.entry.best
        if target.kind in ("street", "alley", _ESTATE):
            number = _number(told, first.at + len(first.entry.name))
            house = self._house(first.entry.name, number[1]) if number else None
            if house is not None and house.place is not None:
                return house.place
        return self._place_of(target) or self._place_beside(told, hits)

    def similar(self, place: Place) -> tuple[Similar, ...]:
        """Places a tired ear could take for this one, each with what tells the two apart."""
        here = self._point(place)
        found = []
        for other in self.directory.similar(place):
            there = self._point(other)
            community = self.directory.places.get(other.community)
            ours, theirs = differing(place.name, other.name)
            metres = geo.distance(here, there) if here is not None and there is not None else None
            found.append(Similar(other, community.name if community is not None else "", metres, ours, theirs))
        return tuple(found)

    def guesses(self, text: str, most: int = 4) -> tuple[Place, ...]:
        """Places whose names are nearest to a text that names none: they share most pairs of characters with it."""
        told = plain(text[:200])
        pairs = {told[at : at + 2] for at in range(len(told) - 1)}
        scored: list[tuple[float, str, Place]] = []
        for place in self.directory.places.values():
            if place.active and place.kind in RANK:
                name = plain(place.name)
                own = {name[at : at + 2] for at in range(len(name) - 1)}
                if own & pairs:
                    scored.append((-len(own & pairs) / len(own), place.id, place))
        return tuple(place for _, _, place in sorted(scored, key=lambda one: one[:2])[:most])

    # --- the names ----------------------------------------------------------------------------------------------

    def made_ready(self) -> AddressBook:
        """Itself with everything filed, so that no question has to wait for that."""
        for filed in (self._filed, self._numbered, self._cut_prefixes):
            len(filed)
        return self

    @cached_property
    def glance(self) -> re.Pattern[str] | None:
        """A pattern that stands in every text without blanks which names anything: who reads a million rows looks with it
        first. None where there is nothing to be named."""
        pairs = {_pair(entry.name) for entries in self._filed.values() for entry in entries}
        if not pairs:
            return None
        return re.compile("" if "" in pairs else "|".join(map(re.escape, sorted(pairs))))

    @cached_property
    def _filed(self) -> Mapping[str, list[_Entry]]:
        """Entries by their first two characters, the longest first."""
        named: dict[str, list[_Target]] = {}
        for name, target in self._names():
            named.setdefault(name, []).append(target)
        for estate in self._numbered:
            if estate not in named and len(_HAN.findall(estate)) >= 2:
                named[estate] = [_Target(_ESTATE, estate)]
        short: dict[str, set[_Target]] = {}
        for name, targets in named.items():
            if any(target.kind in ("camera", "hydrant") for target in targets):
                continue
            for cut in _cuts(name):
                if cut not in named and len(_HAN.findall(cut)) >= 2 and len(cut) >= 3:
                    short.setdefault(cut, set()).update(targets)
        filed: dict[str, list[_Entry]] = {}
        for name, targets in named.items():
            filed.setdefault(name[:2], []).append(_Entry(name, tuple(targets)))
        for name, meant in short.items():
            if len(meant) == 1:
                filed.setdefault(name[:2], []).append(_Entry(name, tuple(meant), short=True))
        for entries in filed.values():
            entries.sort(key=lambda entry: (-len(entry.name), entry.name))
        return filed

    def _names(self) -> Iterable[tuple[str, _Target]]:
        for place in self.directory.places.values():
            name = plain(place.name)
            if place.active and place.kind in RANK and len(_HAN.findall(name)) >= 2:
                shape = self.office.shape(place.id) if self.office is not None else None
                target = _Target(place.kind, place.id, place, shape)
                yield name, target
                for alias in shape.aliases if shape is not None else ():
                    if len(_HAN.findall(plain(alias))) >= 2:
                        yield plain(alias), target
        for shape in self._drawn:
            for alias in (shape.name, *shape.aliases):
                name = plain(alias)
                if len(_HAN.findall(name)) >= 2 and shape.kind in RANK:
                    yield name, _Target(shape.kind, shape.id, None, shape)

    @cached_property
    def _drawn(self) -> tuple[Shape, ...]:
        """What is on the map without being a place of the roster."""
        if self.office is None:
            return ()
        own = [shape for shape in self.office.shapes.values() if not shape.place]
        return tuple(shape for shape in (*own, *self.office.base) if shape.name)

    @cached_property
    def _numbered(self) -> Mapping[str, Mapping[str, _Target]]:
        """Plain name of a street or estate → number → the house."""
        found: dict[str, dict[str, _Target]] = {}
        for name, target in self._names():
            if target.kind in ("building", "site"):
                parts = _NUMBERED.match(name)
                if parts is not None and parts[1]:
                    found.setdefault(parts[1], {}).setdefault(parts[2], target)
        streets = {place.id: plain(place.name) for place in self.directory.streets()}
        for shape in self._houses:
            if shape.street in streets and shape.number:
                place = self.directory.places.get(shape.place) if shape.place else None
                target = _Target(shape.kind, shape.id, place, shape)
                name = plain(shape.name or (place.name if place is not None else ""))
                if not name or name.startswith(streets[shape.street]):
                    found.setdefault(streets[shape.street], {}).setdefault(plain(shape.number), target)
        return found

    @cached_property
    def _houses(self) -> tuple[Shape, ...]:
        return self.office.all_of("building", "site") if self.office is not None else ()

    # --- in a text ----------------------------------------------------------------------------------------------

    def _hits(self, told: str) -> list[_Hit]:
        """Every name that stands in a plain text. A number is never taken out of a longer one."""
        found: list[_Hit] = []
        filed = self._filed
        for at in range(len(told) - 1):
            for entry in filed.get(told[at : at + 2], ()):
                if told.startswith(entry.name, at) and _whole(told, at, entry.name):
                    found.append(_Hit(at, entry))
        return found

    def _chosen(self, told: str, hits: list[_Hit]) -> _Hit:
        """The most telling name: the whole text, else the longest with its number; communities and cameras only where nothing
        else is named. A name that is but a piece of a longer one (锦机里 in 锦机里社区) was not said."""
        spans = [(hit.at, hit.at + self._reach(told, hit), hit) for hit in hits]
        wide = [(start, end) for start, end, hit in spans if hit.entry.best.kind not in ("camera", "hydrant")]

        def rank(span: tuple[int, int, _Hit]) -> tuple[bool, bool, int, bool, int, int]:
            start, end, hit = span
            kind = hit.entry.best.kind
            whole = hit.entry.name == told
            general = kind in ("community", "camera", "hydrant")
            return not whole, general, start - end, hit.entry.short, RANK.get(kind, 9), start

        said = [
            (start, end, hit)
            for start, end, hit in spans
            if not any(a <= start and end <= b and b - a > end - start for a, b in wide)
        ]
        return min(said, key=rank)[2]

    def _reach(self, told: str, hit: _Hit) -> int:
        """How much of a text a name takes, the number of its house included."""
        reach = len(hit.entry.name)
        if hit.entry.best.kind in ("street", "alley", _ESTATE):
            number = _number(told, hit.at + reach)
            if number is not None and self._house(hit.entry.name, number[1]) is not None:
                reach += len(number[0])
        return reach

    def _place_beside(self, told: str, hits: list[_Hit]) -> Place | None:
        """The place another name in the text means, where the most telling one is that of a thing without a place (a gate)."""
        placed = [hit for hit in hits if self._place_of(hit.entry.best) is not None]
        return self._place_of(self._chosen(told, placed).entry.best) if placed else None

    def _placed(self, found: Located, told: str, hits: list[_Hit]) -> Located:
        place = self._place_beside(told, hits)
        return found if place is None else replace(found, place=place, similar=self._alike(place))

    def _house(self, prefix: str, number: str) -> _Target | None:
        names = (prefix,) if prefix in self._numbered else self._cut_prefixes.get(prefix, ())
        return self._numbered[names[0]].get(number) if len(names) == 1 else None

    @cached_property
    def _cut_prefixes(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for name in self._numbered:
            for cut in _cuts(name):
                found[cut] = (*found.get(cut, ()), name)
        return found

    # --- answers ------------------------------------------------------------------------------------------------

    def _thing(self, target: _Target, said: str, rest: str, number: str = "") -> Located:
        """A thing with a name of its own."""
        inside = _inside(rest) if target.kind in ("building", "site") else {}
        place = self._place_of(target)
        if target.shape is not None:
            precise = "community" if target.kind == "community" else "own"
            point: Point | None = target.shape.middle
        elif target.place is not None and self.office is not None:
            known = self.office.point_of(target.place, self.directory)
            point, precise = known if known is not None else (None, "roster")
        else:
            point, precise = None, "roster"
        return Located(
            place=place,
            shape=target.shape,
            point=point,
            precise=precise,
            said=said,
            number=number,
            similar=self._alike(place),
            **inside,
        )

    def _along(self, hit: _Hit, target: _Target, rest: str, hits: list[_Hit]) -> Located:
        """A street or an estate: its house, the crossing with another, one of its ends, its middle."""
        name = hit.entry.name
        number = _number(rest)
        if number is not None:
            house = self._house(name, number[1])
            tail = rest[number.end() :] if number[2] is None else f"-{number[2]}{rest[number.end() :]}"
            if house is not None:
                return self._thing(house, name + number[0], tail, number[1])
            between = self._between(name, target, number[1])
            if between is not None:
                said = name + number[0]
                place = target.place
                return Located(
                    place, None, between, "number", said, number[1], similar=self._alike(place), **_inside(tail)
                )
        told = number[1] if number is not None else ""
        if target.kind == _ESTATE:
            return self._estate(name, told)
        spot = self._crossing(hit, hits, rest) or self._end(target, rest)
        if spot is not None:
            return Located(target.place, target.shape, *spot, name, told, similar=self._alike(target.place))
        if target.shape is None:
            return self._thing(target, name, "", told)
        return Located(
            target.place, target.shape, target.shape.middle, "street", name, told, similar=self._alike(target.place)
        )

    def _estate(self, name: str, number: str) -> Located:
        houses = self._numbered.get(name, {})
        places = {self._place_of(target, street=True) for target in houses.values()}
        points = [target.shape.middle for target in houses.values() if target.shape is not None]
        place = places.pop() if len(places) == 1 else None
        if not points:
            return Located(place, None, None, "roster", name, number, similar=self._alike(place))
        middle = sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)
        return Located(place, None, middle, "estate", name, number, similar=self._alike(place))

    def _between(self, name: str, target: _Target, number: str) -> Point | None:
        """Where a number nobody drew lies: between the next lower and higher one of its side, along the street."""
        if target.shape is None or target.shape.geometry.sort != geo.LINE or not number.isdigit():
            return None
        wanted = int(number)
        line = max(target.shape.geometry.parts, key=geo.line_length)
        known = sorted(
            (int(told), geo.nearest_on_line(line, house.shape.middle).along, house.shape.middle)
            for told, house in self._numbered.get(name, {}).items()
            if told.isdigit() and house.shape is not None and int(told) % 2 == wanted % 2
        )
        lower = [one for one in known if one[0] < wanted]
        higher = [one for one in known if one[0] > wanted]
        if not lower or not higher:
            return None
        (low, _, first), (high, _, second) = lower[-1], higher[0]
        share = (wanted - low) / (high - low)
        return first[0] + share * (second[0] - first[0]), first[1] + share * (second[1] - first[1])

    def _crossing(self, hit: _Hit, hits: list[_Hit], rest: str) -> tuple[Point, str] | None:
        """Where the street meets another that is named beside it."""
        first = hit.entry.best.shape
        if first is None or first.geometry.sort != geo.LINE or not _CROSSING.search(rest):
            return None
        for other in hits:
            second = other.entry.best.shape
            if other.entry.best.kind not in ("street", "alley") or second is None or second.id == first.id:
                continue
            near = min(
                (geo.nearest_on(second.geometry, point) for line in first.geometry.lines() for point in _steps(line)),
                key=lambda one: one.metres,
            )
            if near.metres <= _MEET_M:
                return near.point, "crossing"
        return None

    def _end(self, target: _Target, rest: str) -> tuple[Point, str] | None:
        """The end of a street that 东口, 西口 and so on name."""
        if target.shape is None or target.shape.geometry.sort != geo.LINE:
            return None
        if len(rest) < 2 or rest[0] not in _ENDS or rest[1] not in "口头端":
            return None
        east, north = _ENDS[rest[0]]
        ends = [spot for line in target.shape.geometry.lines() for spot in (line[0], line[-1])]
        return max(ends, key=lambda spot: spot[0] * east + spot[1] * north), "end"

    def _place_of(self, target: _Target, *, street: bool = False) -> Place | None:
        """The place of a target; of a house the roster does not have its street."""
        if target.place is not None:
            return self.directory.street_of(target.place) if street else target.place
        if target.kind == _ESTATE:
            places = {self._place_of(house, street=True) for house in self._numbered.get(target.id, {}).values()}
            return places.pop() if len(places) == 1 else None
        return self.directory.places.get(target.shape.street) if target.shape is not None else None

    def _alike(self, place: Place | None) -> tuple[Similar, ...]:
        street = self.directory.street_of(place) if place is not None else None
        return self.similar(street) if street is not None else ()

    def _point(self, place: Place) -> Point | None:
        known = self.office.point_of(place, self.directory) if self.office is not None else None
        return known[0] if known is not None else None


# --- plain forms ----------------------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """A text in the form names are compared in: half-width, small letters, digits for Chinese numerals, no blanks, and a comma
    for whatever parts it."""
    told = unicodedata.normalize("NFKC", text).lower().replace("號", "号")
    told = _BREAK.sub(",", _BLANKS.sub("", told)).strip(",")
    told = _NUMERAL.sub(lambda found: str(numeral(found[0])), told)
    told = _BUILDING.sub(r"\1号楼", told)
    return _DASH.sub("", told)


def numeral(text: str) -> int:
    """The number Chinese numerals mean: 十二 12, 二〇三 203, 一百零五 105. Signs that make no number are read one by one."""
    if "十" not in text and "百" not in text:
        return int("".join(str(_DIGITS[sign]) for sign in text[:12]))
    total = digit = 0
    seen = False
    for sign in text[:12]:
        if sign in "十百":
            total += (digit if seen else 1) * (10 if sign == "十" else 100)
            digit, seen = 0, False
        else:
            digit, seen = _DIGITS[sign], _DIGITS[sign] > 0
    return total + digit


def differing(first: str, second: str) -> tuple[str, str]:
    """The parts of two names that differ, without what they begin and end with alike; never a half word of nothing."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[start : len(first) - end] or first, second[start : len(second) - end] or second


def _number(told: str, at: int = 0) -> re.Match[str] | None:
    """The house number that stands here: with 号, 院 or 座 behind it, or as the last thing said. 一直 and 两户 are none."""
    found = _NUMBER.match(told, at)
    if found is None or not (found[3] or found[2] or found.end() == len(told)):
        return None
    return found


def _cuts(name: str) -> set[str]:
    """The short forms of a plain name, without the name itself."""
    found = {name}
    for pattern, short in _SHORT:
        found |= {re.sub(pattern, short, one) for one in found}
    return found - {name}


def _pair(name: str) -> str:
    """The first two Chinese characters that stand together in a plain name; empty where none do."""
    found = _PAIR.search(name)
    return found[0] if found is not None else ""


def _whole(told: str, at: int, name: str) -> bool:
    """Whether a name in a text is not the piece of a longer number."""
    before = told[at - 1] if at else ""
    after = told[at + len(name)] if at + len(name) < len(told) else ""
    return not (name[0].isdigit() and before.isdigit()) and not (name[-1].isdigit() and after.isdigit())


def _inside(rest: str) -> dict[str, str]:
    """Unit, storey and room that follow a building: 2单元3层301室, -2-301."""
    found = _DASHED.match(rest) or _INSIDE.match(rest)
    return {name: value for name, value in found.groupdict().items() if value} if found is not None else {}


def _steps(line: tuple[Point, ...]) -> Iterable[Point]:
    """Points of a line not farther apart than twenty metres."""
    whole = geo.line_length(line)
    for step in range(int(whole // 20) + 1):
        yield geo.along(line, step * 20.0)
    yield line[-1]
