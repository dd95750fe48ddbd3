"""The words of the roster import for codes: what a column gives, what is changed, why it is doubtful, what could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.exchange.roster_cells import NEW, SPLIT, TEXT, Fault
from commandcenter.exchange.roster_difference import Difference
from commandcenter.exchange.roster_file import Seen
from commandcenter.exchange.roster_holes import Hole

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

NAMED = 12
"""So many empty posts are named one by one."""

ROLES: Mapping[str, str] = {
    "chief": QT_TRANSLATE_NOOP("Roster import", "Chief"),
    "deputy": QT_TRANSLATE_NOOP("Roster import", "Deputy"),
    "steward": QT_TRANSLATE_NOOP("Roster import", "Steward"),
    "building_keeper": QT_TRANSLATE_NOOP("Roster import", "Building keeper"),
    "unit_keeper": QT_TRANSLATE_NOOP("Roster import", "Unit keeper"),
    "grid_worker": QT_TRANSLATE_NOOP("Roster import", "Grid worker"),
    "secretary": QT_TRANSLATE_NOOP("Roster import", "Secretary"),
}
PARTS: Mapping[str, str] = {
    "phone": QT_TRANSLATE_NOOP("Roster import", "{role} · phone"),
    "post": QT_TRANSLATE_NOOP("Roster import", "{role} · post"),
    "name": QT_TRANSLATE_NOOP("Roster import", "{role} · name"),
}
FIELDS: Mapping[str, str] = {
    "code": QT_TRANSLATE_NOOP("Roster import", "Place · code"),
    "place": QT_TRANSLATE_NOOP("Roster import", "Place · name"),
    "kind": QT_TRANSLATE_NOOP("Roster import", "Place · kind"),
    "community": QT_TRANSLATE_NOOP("Roster import", "Community"),
    "grid": QT_TRANSLATE_NOOP("Roster import", "Grid"),
    "street": QT_TRANSLATE_NOOP("Roster import", "Belongs to street"),
    "length": QT_TRANSLATE_NOOP("Roster import", "Length in metres"),
    "note": QT_TRANSLATE_NOOP("Roster import", "Place · remarks"),
    "role": QT_TRANSLATE_NOOP("Roster import", "Role"),
    "name": QT_TRANSLATE_NOOP("Roster import", "Name"),
    "phone": QT_TRANSLATE_NOOP("Roster import", "Phone"),
    "post": QT_TRANSLATE_NOOP("Roster import", "Post"),
    "since": QT_TRANSLATE_NOOP("Roster import", "In office since"),
    "remark": QT_TRANSLATE_NOOP("Roster import", "Remark on the post"),
    "unit": QT_TRANSLATE_NOOP("Roster import", "Unit · name"),
    "unit_code": QT_TRANSLATE_NOOP("Roster import", "Unit · code"),
    "unit_kind": QT_TRANSLATE_NOOP("Roster import", "Unit · kind"),
    "relation": QT_TRANSLATE_NOOP("Roster import", "Unit · relation"),
    "level": QT_TRANSLATE_NOOP("Roster import", "Unit · level"),
    "address": QT_TRANSLATE_NOOP("Roster import", "Unit · address"),
    "duty_phone": QT_TRANSLATE_NOOP("Roster import", "Duty number"),
    "contact": QT_TRANSLATE_NOOP("Roster import", "Contact"),
    "contact_phone": QT_TRANSLATE_NOOP("Roster import", "Contact · phone"),
    "contact_post": QT_TRANSLATE_NOOP("Roster import", "Contact · post"),
    "contacts": QT_TRANSLATE_NOOP("Roster import", "Contacts"),
}
"""What a column may give besides people at posts, and what of a place or unit may differ."""

SORTS: Mapping[str, tuple[str, str]] = {
    "new": (QT_TRANSLATE_NOOP("Roster import", "new"), "ok"),
    "changed": (QT_TRANSLATE_NOOP("Roster import", "changed"), "tx2"),
    "gone": (QT_TRANSLATE_NOOP("Roster import", "not in the table"), "tx3"),
}
"""A sort of difference: its word and ink."""

DOUBTS: Mapping[str, str] = {
    "empty_cell": QT_TRANSLATE_NOOP("Roster import", "empty in the table, no dismissal"),
    "not_in_table": QT_TRANSLATE_NOOP("Roster import", "not deleted; tick to retire"),
    "seen_lately": QT_TRANSLATE_NOOP("Roster import", "walked on {day}"),
    "also_holds": QT_TRANSLATE_NOOP("Roster import", "also {role} of {where}"),
    "two_with_number": QT_TRANSLATE_NOOP("Roster import", "{name} has the same number"),
    "numbers_differ": QT_TRANSLATE_NOOP("Roster import", "several numbers in the table"),
    "same_name": QT_TRANSLATE_NOOP("Roster import", "{name} is known by {phone}"),
    "several_of_name": QT_TRANSLATE_NOOP("Roster import", "{count} people are called {name}"),
    "like_name": QT_TRANSLATE_NOOP("Roster import", "like {name}"),
    "several_told": QT_TRANSLATE_NOOP("Roster import", "{count} told for one post"),
    "begun_later": QT_TRANSLATE_NOOP("Roster import", "in office since {day} only"),
    "renamed": QT_TRANSLATE_NOOP("Roster import", "another name under this code"),
    "kind_differs": QT_TRANSLATE_NOOP("Roster import", "kind or relation differs"),
    "community_differs": QT_TRANSLATE_NOOP("Roster import", "lies in another community"),
}
"""Why a difference is not ticked by itself."""

_CALM = ("not_in_table",)

FAULTS: Mapping[str, str] = {
    "phone_short": QT_TRANSLATE_NOOP("Roster import", "the number lacks a digit"),
    "phone_long": QT_TRANSLATE_NOOP("Roster import", "the number has a digit too many"),
    "phone_unreadable": QT_TRANSLATE_NOOP("Roster import", "“{text}” is no number"),
    "two_numbers": QT_TRANSLATE_NOOP("Roster import", "two numbers in one cell"),
    "community_unknown": QT_TRANSLATE_NOOP("Roster import", "community “{text}” not found"),
    "community_missing": QT_TRANSLATE_NOOP("Roster import", "which community?"),
    "place_like": QT_TRANSLATE_NOOP("Roster import", "street “{text}” not found"),
    "place_unknown": QT_TRANSLATE_NOOP("Roster import", "place “{text}” not found"),
    "place_missing": QT_TRANSLATE_NOOP("Roster import", "no place is named"),
    "place_ambiguous": QT_TRANSLATE_NOOP("Roster import", "“{text}”: {count} places have this name"),
    "two_people": QT_TRANSLATE_NOOP("Roster import", "two people in one cell: “{text}”"),
    "name_unreadable": QT_TRANSLATE_NOOP("Roster import", "“{text}” is no name"),
    "name_missing": QT_TRANSLATE_NOOP("Roster import", "a number without a name"),
    "role_unknown": QT_TRANSLATE_NOOP("Roster import", "role “{text}” is not known"),
    "role_missing": QT_TRANSLATE_NOOP("Roster import", "which role?"),
    "since_unreadable": QT_TRANSLATE_NOOP("Roster import", "“{text}” is no day"),
    "formula": QT_TRANSLATE_NOOP("Roster import", "looks like a formula: “{text}”"),
    "has_left": QT_TRANSLATE_NOOP("Roster import", "“{text}”: is this person still there?"),
    "not_read": QT_TRANSLATE_NOOP("Roster import", "nothing is read from row {row} on: split the table"),
    "unit_like": QT_TRANSLATE_NOOP("Roster import", "unit “{text}” not found"),
    "unit_unknown": QT_TRANSLATE_NOOP("Roster import", "unit “{text}” not found"),
    "unit_missing": QT_TRANSLATE_NOOP("Roster import", "no unit is named"),
}
"""What of a row could not be understood."""

MENDS: Mapping[str, str] = {
    "phone_short": QT_TRANSLATE_NOOP("Roster import", "make it {text}"),
    "place_like": QT_TRANSLATE_NOOP("Roster import", "it is {text}"),
    "unit_like": QT_TRANSLATE_NOOP("Roster import", "it is {text}"),
    "formula": QT_TRANSLATE_NOOP("Roster import", "read as text"),
    "": QT_TRANSLATE_NOOP("Roster import", "should be {text}"),
}
"""The mending that suggests itself."""

FOUND_BY: Mapping[str, str] = {
    "heading": QT_TRANSLATE_NOOP("Roster import", "by its heading"),
    "content": QT_TRANSLATE_NOOP("Roster import", "by what stands in it; please check"),
    "remembered": QT_TRANSLATE_NOOP("Roster import", "as last time"),
    "hand": QT_TRANSLATE_NOOP("Roster import", "by hand"),
}
"""How it was found what a column gives."""


LIKE = ("place_like", "unit_like")
"""What is not known by its name but resembles something known: it is that one, or it is new."""


def _say(text: str) -> str:
    return translate("Roster import", text)


def field_word(field: str) -> str:
    """What a column gives; empty is an unused one."""
    if not field:
        return translate("Roster import", "not used")
    return item_word(field, parted=True)


WHOLE: Mapping[str, str] = {
    "place": QT_TRANSLATE_NOOP("Roster import", "Place"),
    "unit": QT_TRANSLATE_NOOP("Roster import", "Unit"),
}
"""A place or a unit as a whole is new or gone."""


def item_word(item: str, *, parted: bool = False) -> str:
    """What is changed: a role, its number or post, a fact of a place or unit. ``parted`` as the columns say it."""
    if item in WHOLE and not parted:
        return _say(WHOLE[item])
    if item in ROLES:
        return _say(ROLES[item])
    role, _, part = item.rpartition("_")
    if role in ROLES and part in PARTS:
        words = _say(PARTS[part]).format(role=_say(ROLES[role]))
        return words if parted else words.replace(" · ", "")
    return _say(FIELDS[item]) if item in FIELDS else item


def sort_word(sort: str) -> str:
    """The word of a sort of difference."""
    return _say(SORTS[sort][0])


def doubt_words(one: Difference) -> str:
    """Why a difference is doubtful; empty when it is not."""
    if one.doubt not in DOUBTS:
        return one.doubt
    facts: dict[str, Any] = dict(one.facts)
    if "role" in facts:
        facts["role"] = item_word(str(facts["role"]))
    return _say(DOUBTS[one.doubt]).format(**facts)


def alarming(one: Difference) -> bool:
    """Whether the doubt asks for a look; what is only not in the table does not."""
    return bool(one.doubt) and one.doubt not in _CALM


def fault_words(one: Fault) -> str:
    """What could not be understood."""
    template = _say(FAULTS[one.code]) if one.code in FAULTS else one.code
    return template.format(text=one.text, **{name: value for name, value in one.facts.items() if name != "text"})


def mend_words(one: Fault) -> str:
    """The mending that suggests itself; empty when none does."""
    if one.mend is None:
        return ""
    if one.mend.act == SPLIT:
        return translate("Roster import", "split: chief and deputy")
    if one.mend.act == NEW:
        return translate("Roster import", "a new place")
    if one.mend.act != TEXT:
        return translate("Roster import", "leave it out")
    short = f"…{one.mend.text[-4:]}" if one.code == "phone_short" else one.mend.text
    return _say(MENDS.get(one.code, MENDS[""])).format(text=short)


def hole_words(one: Hole) -> str:
    """A post that nobody holds after taking over: place, role, and who leaves it."""
    words = translate("Roster import", "{where} {role}").format(where=one.where, role=item_word(one.role))
    return (
        words if not one.before else translate("Roster import", "{post} ({name})").format(post=words, name=one.before)
    )


def holes_words(holes: Sequence[Hole]) -> str:
    """The first of them in one line, and how many more there are."""
    told = "、".join(hole_words(one) for one in holes[:NAMED])
    more = len(holes) - NAMED
    return told if more <= 0 else translate("Roster import", "{told} and {n} more").format(told=told, n=more)


def left_words(seen: Seen | None, holes: Sequence[Hole]) -> tuple[str, str]:
    """What a table that is taken over left: rows that could not be read (``seen``), posts nobody holds; and what helps."""
    left, helps = [], [translate("Roster import", "The table is taken over.")]
    if seen is not None:
        rows = list(dict.fromkeys(str(one.spot.row) for one in seen.faults))
        words = translate("Roster import", "Left behind, not imported: {n} rows ({rows})")
        told = "、".join(rows[:NAMED]) + ("…" if len(rows) > NAMED else "")
        left.append(words.format(n=seen.unreadable, rows=told))
        helps.append(
            translate("Roster import", "S saves these rows as a table to be mended and read; Z takes all of it back.")
        )
    if holes:
        left.append(translate("Roster import", "Nobody answers now for: {posts}").format(posts=holes_words(holes)))
        helps.append(translate("Roster import", "The chiefs' screen lists these posts as vacant."))
    return ("\n".join(left), " ".join(helps)) if left else ("", "")


def found_word(by: str) -> str:
    """How it was found what a column gives."""
    return _say(FOUND_BY[by]) if by in FOUND_BY else ""
