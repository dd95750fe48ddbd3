"""From the rows of a foreign roster to what they tell: posts at places, facts of places, units - and what is not understood.

A place that stands once for many rows holds until another comes; a community may head a block. An edited cell is read as it
was mended. Nothing here raises, nothing is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from commandcenter.domain.roster import Place
from commandcenter.exchange.cells import line_of, text_of, time_of
from commandcenter.exchange.mapping import ColumnMap, plain_heading
from commandcenter.exchange.roster_cells import (
    NEW,
    SKIP,
    SPLIT,
    TEXT,
    Fault,
    Mend,
    Spot,
    cut,
    has_left,
    is_name,
    is_prose,
    parts_of,
    people_in,
    phone_in,
    plain,
    sum_in,
)
from commandcenter.exchange.roster_columns import BY_PERSON, ROLE_FIELDS, UNITS, Rows, layout_of
from commandcenter.exchange.roster_ground import Ground, kind_of, tight
from commandcenter.exchange.roster_words import ROLES, alike, field_of_heading, nearest, said
from commandcenter.exchange.workbook import Cell

NEW_PLACE = "new/"
"""How the target of a post begins whose place is not in the roster yet."""

ALONE = ("chief", "secretary")
"""Posts that one person holds: two names in a cell are not two holders."""

_FACTS = ("length", "note", "kind", "grid", "street")
_SUMS = ("合计", "总计", "小计", "共计", "注:", "注：", "说明:", "说明：", "备注:", "备注：", "填表", "制表", "审核")
_NOTES = ("注", "说明", "备注", "填报", "联系人", "联系电话", "监督电话")
"""A cell of its own that says this, perhaps with a colon and more behind it, begins a footnote."""

Edits = Mapping[tuple[str, int, int], Mend]


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody at a post, as a row tells it. ``target`` is ``place/…``, ``unit/…`` or begins with ``NEW_PLACE``."""

    spot: Spot
    target: str
    role: str
    name: str
    phone: str = ""
    post: str = ""
    since: int | None = None
    remark: str = ""
    phone_column: int = -1
    post_column: int = -1


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """What a row tells of a place: a field (length, note, kind, grid, street, community, name) and its text."""

    spot: Spot
    target: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place that the roster does not have. ``target`` names it within the file."""

    spot: Spot
    target: str
    name: str
    kind: str
    community: str


@dataclass(frozen=True, slots=True)
class UnitTold:
    """A unit in a row: our id (empty when it is not known), what is told of it, its contacts as (name, post, phone)."""

    spot: Spot
    unit: str
    name: str
    fields: Mapping[str, str]
    contacts: Sequence[tuple[str, str, str]] = ()


@dataclass
class Reading:
    """What the sheets of a file tell."""

    posts: list[Post] = field(default_factory=list)
    facts: list[PlaceFact] = field(default_factory=list)
    found: dict[str, PlaceFound] = field(default_factory=dict)
    units: list[UnitTold] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, Spot] = field(default_factory=dict)
    scope: dict[str, set[str]] = field(default_factory=dict)
    """The roles the file speaks of at a target."""
    unsure: set[tuple[str, str]] = field(default_factory=set)
    """Targets and roles of which something could not be read: what is not told of them is not missing."""
    rows: dict[tuple[str, int], str] = field(default_factory=dict)
    """The rows that were read, with the target (or unit) each is about; empty when it could not be told."""
    empty: int = 0
    remarks: int = 0
    """Rows that are about no place: sums, footnotes, who filled the table in."""
    roles: Counter[str] = field(default_factory=Counter)


class SheetReader:
    """Reads the rows of one sheet into a ``Reading``."""

    def __init__(self, columns: ColumnMap, ground: Ground, edits: Edits, reading: Reading, title: str = "") -> None:
        self.layout = layout_of(columns)
        self._columns, self._ground, self._edits, self._reading = columns, ground, edits, reading
        self._by_field: dict[str, list[int]] = {}
        for column in columns.columns:
            if column.field:
                self._by_field.setdefault(column.field, []).append(column.index)
        self._role_columns = self._groups()
        self._heading = {column.index: column.heading for column in columns.columns if column.field}
        self._usual_role = said("role", columns.sheet) or said("role", title)
        self._community = ""
        self._place = ""
        self._unit: UnitTold | None = None
        self._row = 0
        self._cells: list[Cell] = []

    def read(self, rows: Rows) -> None:
        """Read every row below the heading."""
        for number, cells in rows:
            if number <= self._columns.heading_row:
                continue
            self._row, self._cells = number, self._mended(number, cells)
            if not any(map(line_of, self._cells)):
                self._reading.empty += 1
            elif self._left_out() or self._is_heading() or self._is_block():
                continue
            elif self._is_remark():
                self._reading.remarks += 1
            else:
                self._reading.rows[(self._columns.sheet, number)] = ""
                self._read_row()
        self._end_unit()

    def _read_row(self) -> None:
        if self.layout == UNITS:
            self._read_unit()
        elif self.layout == BY_PERSON:
            self._read_person()
        else:
            self._read_street()

    # -- cells -----------------------------------------------------------------------------------------------------

    def _mended(self, number: int, cells: Sequence[Cell]) -> list[Cell]:
        told = list(cells)
        for column in self._columns.columns:
            edit = self._edits.get((self._columns.sheet, number, column.index))
            if edit is not None and (edit.act in (TEXT, SKIP) or edit.text):
                told += [""] * (column.index + 1 - len(told))
                told[column.index] = "" if edit.act == SKIP else edit.text
        return told

    def _edit(self, column: int) -> str:
        edit = self._edits.get((self._columns.sheet, self._row, column))
        return edit.act if edit is not None else ""

    def _cell(self, column: int) -> Cell:
        return self._cells[column] if 0 <= column < len(self._cells) else ""

    def _column(self, name: str) -> int:
        return self._by_field.get(name, [-1])[0]

    def _text(self, name: str) -> str:
        """The text a field's column has here, one that looks like a formula is a fault and says nothing."""
        return self._text_at(self._column(name))

    def _text_at(self, column: int) -> str:
        cell = self._cell(column)
        meant = sum_in(cell)
        if meant is not None and self._edit(column) != TEXT:
            self._fault(column, "formula", Mend(TEXT, meant))
            return ""
        return plain(cell)

    def _spot(self, column: int = -1) -> Spot:
        return Spot(self._columns.sheet, self._row, column)

    def _fault(self, column: int, code: str, mend: Mend | None = None, **facts: str) -> None:
        self._reading.faults.append(Fault(self._spot(column), code, line_of(self._cell(column)), mend, facts))

    # -- rows that are none ----------------------------------------------------------------------------------------

    def _left_out(self) -> bool:
        """Whether somebody said that the row is left out."""
        return self._edit(-1) == SKIP

    def _is_heading(self) -> bool:
        texts = [line_of(cell) for cell in self._cells if line_of(cell)]
        known = sum(bool(field_of_heading(plain_heading(text))) for text in texts)
        return known > 1 and 2 * known >= len(texts)

    def _is_block(self) -> bool:
        """A community alone in a row heads those below it."""
        texts = [text for text in map(line_of, self._cells) if text]
        if self.layout == UNITS or len(texts) != 1:
            return False
        told = tight(texts[0]).rstrip(":：").lstrip("一二三四五六七八九十0123456789、.()（）")
        found = self._ground.communities.get(told)
        if found is None:
            return False
        self._community, self._place = found, ""
        return True

    def _is_remark(self) -> bool:
        """A sum, a footnote, who filled the table in: a row that is about no place."""
        texts = [line_of(cell) for cell in self._cells if line_of(cell)]
        if texts[0].startswith(_SUMS) or re.split("[:：]", texts[0])[0].strip() in _NOTES:
            return True
        used = [text for index in self._heading if (text := line_of(self._cell(index)))]
        if not used:
            return len(texts) == 1
        place = line_of(self._cell(self._column("place")))
        return used == [place] and is_prose(place) and tight(place) not in self._ground.names

    # -- places ----------------------------------------------------------------------------------------------------

    def _community_here(self) -> str | None:
        """The community this row tells, or the one that holds; None when it is told and not known (a fault)."""
        text = self._text("community")
        if text:
            found = self._ground.communities.get(tight(text))
            if found is None:
                name = self._like_community(tight(text))
                self._mark_named(self._text("place"))
                self._fault(
                    self._column("community"), "community_unknown", Mend(TEXT, name) if name else None, like=name
                )
                return None
            self._community = found
        return self._community

    def _like_community(self, text: str) -> str:
        """The name of the one community that is like a text; empty when it is not clear."""
        near = {key for name, key in self._ground.communities.items() if alike(name, text)}
        found = self._ground.directory.places.get(next(iter(near))) if len(near) == 1 else None
        return found.name if found is not None else ""

    def _mark_named(self, text: str) -> None:
        """A place that is named in a row that cannot be read is not missing from the file."""
        for place in self._ground.names.get(tight(text), ()):
            target = f"place/{place.id}"
            self._reading.places.setdefault(target, self._spot(self._column("place")))
            self._reading.unsure |= {(target, role) for role in ROLES}

    def _place_here(self, community: str, role: str = "") -> str:
        """The target of the place this row is about; empty when there is none (then a fault was told)."""
        code, text = self._text("code"), self._text("place")
        known = self._ground.directory.places.get(code) if code else None
        column = self._column("place")
        if known is not None and known.active and (not text or self._like_code(known, text)):
            target = f"place/{known.id}"
            if text and tight(known.name) != tight(text):
                self._reading.facts.append(PlaceFact(self._spot(column), target, "name", text))
        elif text:
            target = self._by_name(text, community, column, role)
        elif code:
            self._fault(self._column("code"), "place_unknown")
            return ""
        elif self._place:
            return self._place
        else:
            self._fault(column, "place_missing")
            return ""
        self._place = target
        if target:
            self._reading.places.setdefault(target, self._spot(column))
        return target

    def _like_code(self, place: Place, text: str) -> bool:
        """Whether a place under a code may be the one a row names: another place of that name is meant otherwise."""
        others = self._ground.names.get(tight(text), ())
        return tight(place.name) == tight(text) or not others

    def _by_name(self, text: str, community: str, column: int, role: str) -> str:
        wanted = {"grid_worker": ("grid",)}.get(role, ())
        named = self._ground.names.get(tight(text), [])
        fits = [
            place for place in named if (place.kind in wanted if wanted else place.kind not in ("community", "grid"))
        ]
        if len(fits) > 1 and community:
            fits = [place for place in fits if place.community == community] or fits
        kind = said("kind", self._text("kind"))
        if len(fits) > 1 and kind:
            fits = [place for place in fits if place.kind == kind] or fits
        if len(fits) == 1:
            return f"place/{fits[0].id}"
        if fits:
            self._fault(column, "place_ambiguous", count=str(len(fits)))
            return ""
        target = f"{NEW_PLACE}{community}/{tight(text)}"
        if target in self._reading.found:
            return target
        kind = kind or kind_of(text, role)
        like = nearest(tight(text), self._ground.names_beside(kind, tight(text)))
        new = self._edit(column) == NEW
        if like and not new:
            name = self._ground.names[like][0].name
            self._mark_named(name)
            self._fault(column, "place_like", Mend(TEXT, name), like=name)
            return ""
        if new and not community:
            self._fault(column, "community_missing")
            return ""
        if not community or (is_prose(text) and not new):
            self._fault(column, "place_unknown")
            return ""
        self._reading.found[target] = PlaceFound(self._spot(column), target, text, kind, community)
        return target

    def _tell_facts(self, target: str, community: str | None) -> None:
        for name in _FACTS:
            text = text_of(self._cell(self._column(name))) if name == "note" else self._text(name)
            text = plain(text) and (text if name != "note" else text.strip())
            if text:
                self._reading.facts.append(PlaceFact(self._spot(self._column(name)), target, name, text))
        if community and self._text("community") and not target.startswith(NEW_PLACE):
            self._reading.facts.append(PlaceFact(self._spot(self._column("community")), target, "community", community))

    # -- a row a street --------------------------------------------------------------------------------------------

    def _groups(self) -> list[tuple[str, int, int, int]]:
        """The columns of people from the left: role, place of the name, of the number, of the title (-1: none)."""
        found: list[tuple[str, int, int, int]] = []
        for column in self._columns.columns:
            if column.field in ROLES:
                found.append((column.field, column.index, -1, -1))
            elif column.field in ROLE_FIELDS:
                role, _, part = column.field.rpartition("_")
                for at in range(len(found) - 1, -1, -1):
                    held, name, phone, post = found[at]
                    if held == role and (phone if part == "phone" else post) < 0:
                        found[at] = (
                            (held, name, column.index, post) if part == "phone" else (held, name, phone, column.index)
                        )
                        break
        return found

    def _read_street(self) -> None:
        community = self._community_here()
        if community is None:
            return
        continued = not self._text("place") and not self._text("code")
        target = self._place_here(community)
        if not target:
            return
        self._reading.rows[(self._columns.sheet, self._row)] = target
        if not continued:
            self._tell_facts(target, community)
        since = self._since()
        for role, name, phone, post in self._role_columns:
            at = self._target_of(role, target, community)
            self._reading.scope.setdefault(at, set()).add(role)
            faults = len(self._reading.faults)
            for one in self._people(role, name, phone, post):
                self._tell(replace(one, target=at if one.role == role else target, since=since))
            if any(fault.spot.column == name for fault in self._reading.faults[faults:]):
                self._reading.unsure.add((at, role))

    def _target_of(self, role: str, target: str, community: str) -> str:
        if role != "secretary":
            return target
        place = self._ground.directory.places.get(target.partition("/")[2])
        return f"unit/{place.community if place is not None and place.community else community}"

    def _people(self, role: str, name: int, phone: int, post: int) -> Iterator[Post]:
        """The people in the cells of one role."""
        meant = sum_in(self._cell(name))
        if meant is not None and self._edit(name) != TEXT:
            self._fault(name, "formula", Mend(TEXT, meant))
            return
        if has_left(self._cell(name)) and self._edit(name) != TEXT:
            self._fault(name, "has_left")
            return
        people = people_in(self._cell(name), self._ground.people)
        if len(people) > 1 and role in ALONE and self._edit(name) != SPLIT:
            self._fault(name, "two_people", Mend(SPLIT), role=role)
            return
        if not people and plain(self._cell(phone)):
            self._fault(phone, "name_missing")
            return
        phones = parts_of(self._cell(phone), len(people))
        posts = parts_of(self._cell(post), len(people))
        for at, (who, beside) in enumerate(people):
            if not (is_name(who) or who in self._ground.people or (who and role == "contact")):
                self._fault(name, "name_unreadable")
                continue
            number = self._phone(phone if not beside else name, beside or phones[at], who)
            kept = role if at == 0 or role not in ALONE else "deputy"
            title = plain(posts[at])
            yield Post(self._spot(name), "", kept, who, number, title, phone_column=phone, post_column=post)

    def _phone(self, column: int, cell: Cell, who: str) -> str:
        if column < 0 or not line_of(cell):
            return ""
        meant = sum_in(cell)
        if meant is not None and self._edit(column) != TEXT:
            number, wrong, mend = phone_in(meant, self._ground.numbers, self._ground.phones.get(who, ()))
            self._fault(column, "formula", Mend(TEXT, number) if not wrong and number else mend)
            return ""
        number, wrong, mend = phone_in(cell, self._ground.numbers, self._ground.phones.get(who, ()))
        if wrong:
            whole = line_of(self._cell(column))
            if mend is not None and mend.act == TEXT and line_of(cell) != whole:
                mend = Mend(TEXT, whole.replace(line_of(cell), mend.text))  # the number stands beside a name
            self._fault(column, wrong, mend, name=who)
        return number

    def _since(self) -> int | None:
        column = self._column("since")
        text = plain(self._cell(column))
        if not text:
            return None
        found = time_of(self._cell(column))
        if found is None:
            self._fault(column, "since_unreadable")
        return found

    def _tell(self, post: Post) -> None:
        self._reading.posts.append(post)
        self._reading.roles[post.role] += 1
        self._reading.scope.setdefault(post.target, set()).add(post.role)

    # -- a row a person --------------------------------------------------------------------------------------------

    def _read_person(self) -> None:
        community = self._community_here()
        if community is None:
            return
        told = self._text("role")
        role = said("role", told) if told else self._usual_role
        name = self._column("name")
        if not plain(self._cell(name)) and not role:
            target = self._place_here(community)
            if target:
                self._reading.rows[(self._columns.sheet, self._row)] = target
                self._tell_facts(target, community)
            return
        if not role:
            code = "role_unknown" if told else "role_missing"
            self._fault(self._column("role") if told else name, code)
            return
        targets = self._targets(role, community)
        if not targets:
            return
        self._reading.rows[(self._columns.sheet, self._row)] = targets[0]
        since, remark = self._since(), self._text("remark")
        columns = (name, self._column("phone"), self._column("post"))
        faults = len(self._reading.faults)
        people = list(self._people(role, *columns)) if plain(self._cell(name)) else []
        unsure = any(fault.spot.column == name for fault in self._reading.faults[faults:])
        for target in targets:
            if unsure:
                self._reading.unsure.add((target, role))
            if not target.startswith("unit/"):
                self._tell_facts(target, community)
            self._reading.scope.setdefault(target, set()).add(role)
            for one in people:
                self._tell(replace(one, target=target, since=since, remark=remark))

    def _targets(self, role: str, community: str) -> list[str]:
        """The places a person answers for in this row; several may stand in one cell."""
        text = self._text("place")
        if role == "secretary":
            coded = self._ground.directory.places.get(self._text("code"))
            found = self._ground.communities.get(tight(text), "") or community
            if coded is not None and coded.kind == "community":
                found = coded.id
            if not found:
                self._fault(self._column("community"), "community_missing")
            return [f"unit/{found}"] if found else []
        if role == "grid_worker" and not text and self._text("grid"):
            grid = self._ground.directory.places.get(self._text("grid"))
            if grid is not None and grid.active and grid.kind == "grid":
                return [f"place/{grid.id}"]
        parts = [part for part in cut(text) if part] if text and not self._text("code") else []
        if len(parts) > 1 and all(tight(part) in self._ground.names for part in parts):
            column = self._column("place")
            found_ = [self._by_name(part, community, column, role) for part in parts]
            for target in found_:
                self._reading.places.setdefault(target, self._spot(column))
            return [target for target in found_ if target]
        target = self._place_here(community, role)
        return [target] if target else []

    # -- a row a unit ----------------------------------------------------------------------------------------------

    def _read_unit(self) -> None:
        name, code = self._text("unit"), self._text("unit_code")
        if name or code:
            self._end_unit()
            unit = code if code in self._ground.units else self._ground.unit_names.get(tight(name), "")
            if not unit and name and self._edit(self._column("unit")) != NEW:
                like = nearest(tight(name), self._ground.unit_names)
                if like:
                    real = str(self._ground.units[self._ground.unit_names[like]].get("name", like))
                    self._fault(self._column("unit"), "unit_like", Mend(TEXT, real), like=real)
                    return
            if not name and not unit:
                self._fault(self._column("unit_code"), "unit_unknown")
                return
            fields = {one: text for one in ("relation", "unit_kind", "level", "address") if (text := self._text(one))}
            duty = self._column("duty_phone")
            number = self._phone(duty, self._cell(duty), name)
            self._unit = UnitTold(
                self._spot(self._column("unit")), unit, name, fields | ({"duty_phone": number} if number else {})
            )
        if self._unit is None:
            self._fault(self._column("unit"), "unit_missing")
            return
        self._reading.rows[(self._columns.sheet, self._row)] = f"unit/{self._unit.unit or self._unit.name}"
        self._unit = replace(self._unit, contacts=(*self._unit.contacts, *self._contacts()))

    def _contacts(self) -> Iterator[tuple[str, str, str]]:
        starts = self._by_field.get("contact", [])
        for at, column in enumerate(starts):
            end = starts[at + 1] if at + 1 < len(starts) else len(self._columns.columns)
            phone = next((one for one in self._by_field.get("contact_phone", []) if column < one < end), -1)
            post = next((one for one in self._by_field.get("contact_post", []) if column < one < end), -1)
            for one in self._people("contact", column, phone, post):
                yield one.name, one.post, one.phone

    def _end_unit(self) -> None:
        if self._unit is not None:
            self._reading.units.append(self._unit)
            self._unit = None
