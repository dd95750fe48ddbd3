"""The acts on many cases: what each asks for, the command it makes of a case, and what came of it in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.desk.engine import Foreseen
from commandcenter.desk.reference import Reference
from commandcenter.domain.case import Case
from commandcenter.domain.case_acts import AmendCase, NoteCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, PressCase
from commandcenter.domain.case_ending_acts import CloseCase
from commandcenter.domain.case_join_acts import LinkCases
from commandcenter.domain.command import Command, Draft
from commandcenter.domain.limit import GRADES as GRADE_CODES
from commandcenter.domain.masking import mask_known
from commandcenter.ui import when
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.words import GRADES, word

# mypy: disable-error-code="dict-item,arg-type"

translate = QCoreApplication.translate

OWN = "own"
"""The community of each case's own place."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its name, its words, the letter of its key, its icon."""

    name: str
    words: str
    letter: str
    icon: str


ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        Act("dispatch", QT_TRANSLATE_NOOP("BulkActs", "Dispatch"), "D", "send"),
        Act("press", QT_TRANSLATE_NOOP("BulkActs", "Press for action"), "U", "bell-ring"),
        Act("grade", QT_TRANSLATE_NOOP("BulkActs", "Change the grade"), "G", "chevrons-up"),
        Act("category", QT_TRANSLATE_NOOP("BulkActs", "Change the kind"), "K", "list-filter"),
        Act("place", QT_TRANSLATE_NOOP("BulkActs", "Assign place and community"), "P", "map-pin"),
        Act("note", QT_TRANSLATE_NOOP("BulkActs", "Write a note"), "N", "message-square-text"),
        Act("link", QT_TRANSLATE_NOOP("BulkActs", "Link with each other"), "L", "link"),
        Act("close", QT_TRANSLATE_NOOP("BulkActs", "Close as explained"), "E", "circle-check"),
    )
}


def act_word(name: str) -> str:
    """An act in words."""
    return translate("BulkActs", ACTS[name].words)


def fields_of(name: str, reference: Reference) -> list[Field]:
    """What an act asks for."""
    choose = ("", translate("BulkActs", "choose …"))
    units = [unit for unit in reference.units.values() if unit.active]
    words = Field("words", translate("BulkActs", "Words, the same for all of them"), wide=True)
    if name == "dispatch":
        leads = [(u.id, u.name) for u in units if u.kind in ("section", "department")]
        own = (OWN, translate("BulkActs", "that of each case's place"))
        communities = [
            own,
            ("", translate("BulkActs", "none")),
            *((u.id, u.name) for u in units if u.kind == "community"),
        ]
        return [
            Field("lead", translate("BulkActs", "Section that leads"), "choice", "", [choose, *leads], required=True),
            Field("community", translate("BulkActs", "Community"), "choice", OWN, communities),
            words,
        ]
    if name == "grade":
        grades = [(code, word(GRADES, code)) for code in GRADE_CODES]
        return [
            Field("grade", translate("BulkActs", "Grade"), "choice", "", [choose, *grades], required=True, wide=True)
        ]
    if name == "category":
        kinds = sorted(((key, "/".join(path)) for key, path in reference.categories.items()), key=lambda pair: pair[1])
        label = translate("BulkActs", "Kind: type initials or a part")
        return [Field("category", label, "choice", "", [choose, *kinds], required=True, wide=True)]
    if name == "place":
        places = [(p.id, p.name) for p in reference.directory.places.values() if p.active]
        label = translate("BulkActs", "Place or community: type initials or a part")
        return [Field("place", label, "choice", "", [choose, *places], required=True, wide=True)]
    if name == "note":
        return [Field("words", translate("BulkActs", "Note"), "lines", required=True, wide=True)]
    if name == "close":
        return [
            Field("words", translate("BulkActs", "What was explained"), "lines", required=True, wide=True),
            Field("cause", translate("BulkActs", "Root cause"), wide=True),
        ]
    return [words]


Make = Callable[[Case], Command]


def maker(name: str, values: Mapping[str, Any], cases: Sequence[Case], reference: Reference) -> Make:
    """From what was entered to the command for one case. ``values`` are those of the form."""
    words = str(values.get("words", ""))
    if name == "dispatch":
        return lambda case: _dispatch(case, values, reference)
    if name == "press":
        return lambda case: PressCase(case=case.id, words=words)
    if name in ("grade", "category"):
        return lambda case: AmendCase(case=case.id, fields={name: str(values[name])})
    if name == "place":
        fields = _place(str(values["place"]), reference)
        return lambda case: AmendCase(case=case.id, fields=fields)
    if name == "note":
        return lambda case: NoteCase(case=case.id, words=words)
    if name == "link":
        first = cases[0].id if cases else ""
        return lambda case: LinkCases(case=case.id, other=first, words=words)
    return lambda case: CloseCase(case=case.id, result="explained", words=words, cause=str(values.get("cause", "")))


def _dispatch(case: Case, values: Mapping[str, Any], reference: Reference) -> Command:
    community = str(values["community"])
    if community == OWN:
        community = case.community if case.community in reference.units else ""
    others = (community,) if community else ()
    return DispatchCase(case=case.id, lead=str(values["lead"]), others=others, words=str(values.get("words", "")))


def _place(key: str, reference: Reference) -> dict[str, str]:
    place = reference.directory.places.get(key)
    if place is None:
        return {"place": key}
    if place.kind == "community":
        return {"community": key}
    return {"place": key, **({"community": place.community} if place.community else {})}


def needs_others(name: str) -> bool:
    """Whether the first of the cases is the one the others are tied to, and nothing is done to it."""
    return name == "link"


# --- in words -------------------------------------------------------------------------------------------------------


def outcome_words(foreseen: Foreseen, case: Case, now: int, reference: Reference) -> str:
    """What would come of a command, in words."""
    return " · ".join(dict.fromkeys(_draft_words(draft, case, now, reference) for draft in foreseen.drafts[:1]))


def _draft_words(draft: Draft, case: Case, now: int, reference: Reference) -> str:
    body, verb = draft.body, draft.kind.partition(".")[2]
    if verb == "dispatched":
        lines = body.get("assignees", ())
        names = [reference.unit_name(str(line["unit"])) for line in lines]
        told = translate("BulkActs", "to {units}").format(units=" + ".join(names))
        return told + _due(body.get("due_at"), case, now)
    if verb == "pressed":
        names = [reference.unit_name(line.unit) for line in case.assignees]
        return translate("BulkActs", "presses {units}").format(units="、".join(names))
    if verb == "amended":
        return _amended(body, case, now, reference)
    if verb == "linked":
        return translate("BulkActs", "linked")
    if verb == "closed":
        return translate("BulkActs", "closed as explained")
    return translate("BulkActs", "note written")


def _amended(body: Mapping[str, Any], case: Case, now: int, reference: Reference) -> str:
    parts = []
    if "grade" in body:
        parts.append(f"{word(GRADES, case.grade)} → {word(GRADES, str(body['grade']))}")
    if "category" in body:
        parts.append(f"{_path(case.category, reference)} → {_path(str(body['category']), reference)}")
    for name in ("community", "place"):
        if name in body:
            parts.append(f"{_place_name(getattr(case, name), reference)} → {_place_name(str(body[name]), reference)}")
    return " · ".join(parts) + _due(body.get("due_at"), case, now)


def _due(due: Any, case: Case, now: int) -> str:
    if not isinstance(due, int) or due == case.due_at:
        return ""
    before = when.moment(case.due_at, now) if case.due_at is not None else translate("BulkActs", "none")
    return " · " + translate("BulkActs", "limit {before} → {after}").format(before=before, after=when.moment(due, now))


def _path(category: str, reference: Reference) -> str:
    return "/".join(reference.categories.get(category, ())) or translate("BulkActs", "none")


def _place_name(key: str, reference: Reference) -> str:
    place = reference.directory.places.get(key)
    return place.name if place else translate("BulkActs", "none")


_KEPT: Mapping[str, str] = {
    "said": QT_TRANSLATE_NOOP("BulkActs", "was said and stays said"),
    "first_dispatch": QT_TRANSLATE_NOOP("BulkActs", "a first dispatch stays; dispatch to somebody else instead"),
    "signed": QT_TRANSLATE_NOOP("BulkActs", "a receiver has signed"),
    "changed_since": QT_TRANSLATE_NOOP("BulkActs", "changed since by somebody"),
    "nothing": QT_TRANSLATE_NOOP("BulkActs", "nothing to take back"),
}


def kept_words(reason: str) -> str:
    """Why something is not taken back."""
    return translate("BulkActs", _KEPT.get(reason, reason))


def case_words(case: Case) -> str:
    """A case in a line."""
    return f"{short_number(case.number)}  {mask_known(case.title, case.reporter)}"
