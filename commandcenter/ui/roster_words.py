"""The words of the roster: why somebody is away, how a number stands, groups, branches, staff, and what is refused there."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.roster import Answering, Holder
from commandcenter.ui import when
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

ABSENCES: Mapping[str, str] = {
    "leave": QT_TRANSLATE_NOOP("Roster words", "on leave"),
    "business": QT_TRANSLATE_NOOP("Roster words", "on business"),
    "training": QT_TRANSLATE_NOOP("Roster words", "in training"),
    "other": QT_TRANSLATE_NOOP("Roster words", "away"),
}

NUMBERS: Mapping[str, tuple[str, str, str]] = {
    "fresh": (QT_TRANSLATE_NOOP("Roster words", "proved"), "circle-check", "done"),
    "old": (QT_TRANSLATE_NOOP("Roster words", "proof too old"), "clock", "warn"),
    "never": (QT_TRANSLATE_NOOP("Roster words", "never proved"), "circle", "plain"),
    "unanswered": (QT_TRANSLATE_NOOP("Roster words", "did not answer"), "phone-missed", "warn"),
    "wrong": (QT_TRANSLATE_NOOP("Roster words", "wrong number"), "phone-off", "red"),
}
"""How a number stands → word, icon, level."""

CALLS: Mapping[str, tuple[str, str, str]] = {
    "reached": (QT_TRANSLATE_NOOP("Roster words", "reached"), "check", "done"),
    "no_answer": (QT_TRANSLATE_NOOP("Roster words", "no answer"), "phone-missed", "warn"),
    "wrong": (QT_TRANSLATE_NOOP("Roster words", "wrong number"), "phone-off", "red"),
}

FORMS: Mapping[str, str] = {
    "enforcement": QT_TRANSLATE_NOOP("Roster words", "Forces report to the joint platform"),
    "chiefs": QT_TRANSLATE_NOOP("Roster words", "Cadres report as chiefs"),
    "double_report": QT_TRANSLATE_NOOP("Roster words", "Double report"),
    "clean_up": QT_TRANSLATE_NOOP("Roster words", "Weekend clean-up"),
    "other": QT_TRANSLATE_NOOP("Roster words", "Other group"),
}

BRANCHES: Mapping[str, str] = {
    "work_committee": QT_TRANSLATE_NOOP("Roster words", "Work committee"),
    "committee": QT_TRANSLATE_NOOP("Roster words", "Party committee"),
    "general_branch": QT_TRANSLATE_NOOP("Roster words", "General branch"),
    "branch": QT_TRANSLATE_NOOP("Roster words", "Branch"),
    "group": QT_TRANSLATE_NOOP("Roster words", "Party group"),
}

STAFF: Mapping[str, str] = {
    "seconded_in": QT_TRANSLATE_NOOP("Roster words", "Seconded to us"),
    "seconded_out": QT_TRANSLATE_NOOP("Roster words", "Seconded by us"),
    "auxiliary": QT_TRANSLATE_NOOP("Roster words", "Auxiliary"),
    "contract": QT_TRANSLATE_NOOP("Roster words", "On contract"),
}

UNITS: Mapping[str, str] = {
    "section": QT_TRANSLATE_NOOP("Roster words", "Office"),
    "community": QT_TRANSLATE_NOOP("Roster words", "Community"),
    "department": QT_TRANSLATE_NOOP("Roster words", "Department or station"),
    "force": QT_TRANSLATE_NOOP("Roster words", "Own force"),
}

REFUSALS: Mapping[str, str] = {
    "post_not_text": QT_TRANSLATE_NOOP("Refusal", "Write the post in words."),
    "place_kind_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the kind of place."),
    "length_not_positive": QT_TRANSLATE_NOOP("Refusal", "A length is a number of metres and not below zero."),
    "goods_unreadable": QT_TRANSLATE_NOOP("Refusal", "A line of the store's goods cannot be read."),
    "role_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose a post."),
    "role_held": QT_TRANSLATE_NOOP("Refusal", "{name} holds this post already."),
    "phone_wrong": QT_TRANSLATE_NOOP("Refusal", "“{phone}” is not a number that can be dialled. Check it."),
    "phone_taken": QT_TRANSLATE_NOOP("Refusal", "{phone} is the number of {name}. Check the number, or the name."),
    "appointment_incomplete": QT_TRANSLATE_NOOP("Refusal", "Choose who takes the post, and where."),
    "grid_name_wrong": QT_TRANSLATE_NOOP("Refusal", "“{grid}” is no name for a grid. Write it like A1-01."),
    "grid_taken": QT_TRANSLATE_NOOP("Refusal", "“{grid}” is there already. Give the grid another name."),
    "name_missing": QT_TRANSLATE_NOOP("Refusal", "Write a name."),
    "unit_kind_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the kind of unit."),
    "unit_relation_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the relation: direct, dispatch, request or report."),
    "person_missing": QT_TRANSLATE_NOOP("Refusal", "Choose who it is about."),
    "dates_wrong": QT_TRANSLATE_NOOP("Refusal", "The end does not lie behind the beginning. Check both days."),
    "stands_in_for_self": QT_TRANSLATE_NOOP("Refusal", "Nobody stands in for themselves. Choose somebody else."),
    "absence_reason_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose why they are away."),
    "number_result_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what came of the call."),
    "number_missing": QT_TRANSLATE_NOOP("Refusal", "There is no number to prove. Enter it first."),
    "nobody_to_call": QT_TRANSLATE_NOOP("Refusal", "Nobody is left to call there."),
    "too_many_lines": QT_TRANSLATE_NOOP("Refusal", "More than {most} people cannot be called one by one."),
    "call_list_unknown": QT_TRANSLATE_NOOP("Refusal", "This call list is not known here."),
    "call_list_closed": QT_TRANSLATE_NOOP("Refusal", "This call list is closed. Open it again first."),
    "not_on_call_list": QT_TRANSLATE_NOOP("Refusal", "This person does not stand on the call list."),
    "group_form_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the form of report-in."),
    "branch_kind_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what kind of party organisation it is."),
    "staff_kind_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose how this person comes to serve here."),
    "roster_file_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "No sheet of “{file}” looks like a roster or a list of units. Say which column gives what."
    ),
    "roster_moved": QT_TRANSLATE_NOOP(
        "Refusal", "The roster or “{file}” has changed since it was compared. Nothing was written; look at it again."
    ),
    "place_not_taken": QT_TRANSLATE_NOOP("Refusal", "“{name}” is new and not ticked. Tick the place as well."),
    "home_unit_missing": QT_TRANSLATE_NOOP("Refusal", "Write the home unit."),
}
"""Why something of the roster was not done."""


def roster_word(table: Mapping[str, str], code: str) -> str:
    """The word for a code of one of the tables; the code where a newer program brought it."""
    return translate("Roster words", table[code]) if code in table else code


def holder_words(holder: Holder) -> str:
    """Post, who is in it and the number to call: of somebody who is away that of who stands in."""
    post = f"{word(ROLES, holder.role)} {holder.person.name}"
    if holder.away is None:
        return f"{post} {holder.person.phone}".strip()
    why = roster_word(ABSENCES, holder.away.reason)
    if holder.stand_in is None:
        return translate("Roster words", "{post} ({why}, nobody stands in)").format(post=post, why=why)
    who = f"{holder.stand_in.name} {holder.stand_in.phone}".strip()
    return translate("Roster words", "{post} ({why}), for them {who}").format(post=post, why=why, who=who)


def answers_words(holder: Holder) -> str:
    """Who answers at a post today, with number: somebody who stands in before whoever is away, why and until when."""
    if holder.away is None:
        return f"{holder.person.name} {holder.person.phone}".strip()
    told = {"name": holder.person.name, "why": away_words(holder)}
    if holder.stand_in is None:
        return translate("Roster words", "nobody stands in for {name} ({why})").format(**told)
    who = f"{holder.stand_in.name} {holder.stand_in.phone}".strip()
    return translate("Roster words", "{who}, stands in for {name} ({why})").format(who=who, **told)


def away_words(holder: Holder) -> str:
    """Why somebody is away and until when; empty for who is there."""
    if holder.away is None:
        return ""
    why = roster_word(ABSENCES, holder.away.reason)
    if not holder.away.until:
        return why
    return translate("Roster words", "{why} until {day}").format(why=why, day=when.day(holder.away.until))


def first_reached(who: Answering) -> Holder | None:
    """Who is called first about a place: the chief, the keepers, a deputy, the secretary - whoever of them is there."""
    holders = [one for one in (who.chief, *who.keepers, *who.deputies, who.secretary) if one is not None]
    return next((one for one in holders if one.reached is not None), holders[0] if holders else None)


def called_as(holder: Holder) -> str:
    """What a number to call is that of: the post; of somebody who stands in also for whom, why and until when."""
    role = word(ROLES, holder.role)
    if holder.away is None or holder.stand_in is None:
        return " · ".join(part for part in (role, away_words(holder)) if part)
    told = {"role": role, "name": holder.person.name, "why": away_words(holder)}
    return translate("Roster words", "stands in for the {role} {name} ({why})").format(**told)


def post_words(holder: Holder) -> str:
    """The post of whoever is reached: of who stands in, for which post."""
    role = word(ROLES, holder.role)
    return role if holder.away is None else translate("Roster words", "for the {role}").format(role=role)


def roster_face(table: Mapping[str, tuple[str, str, str]], code: str) -> tuple[str, str, str]:
    """Word, icon and level of a code."""
    told, icon, level = table.get(code, (code, "", "plain"))
    return translate("Roster words", told), icon, level
