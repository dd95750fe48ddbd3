"""The words for codes of the command post, supplies and the transfer of people, as the screens say them."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

POST_STEPS: Mapping[str, str] = {
    "proposed": QT_TRANSLATE_NOOP("Incident", "Proposed"),
    "sited": QT_TRANSLATE_NOOP("Incident", "Site"),
    "set_up": QT_TRANSLATE_NOOP("Incident", "Set up"),
    "grouped": QT_TRANSLATE_NOOP("Incident", "Groups"),
    "running": QT_TRANSLATE_NOOP("Incident", "Running"),
    "relieved": QT_TRANSLATE_NOOP("Incident", "Shift"),
    "handed_over": QT_TRANSLATE_NOOP("Incident", "Hand over|step"),
    "ended": QT_TRANSLATE_NOOP("Incident", "Ended|step"),
    "counted": QT_TRANSLATE_NOOP("Incident", "Counted|step"),
    "archived": QT_TRANSLATE_NOOP("Incident", "Archived|step"),
}
"""The steps of a post's life."""

HINTS: Mapping[str, str] = {
    "upwind": QT_TRANSLATE_NOOP("Incident", "Upwind of smoke and gas"),
    "upslope": QT_TRANSLATE_NOOP("Incident", "Higher than water and leaks"),
    "outside_cordon": QT_TRANSLATE_NOOP("Incident", "Outside the cordon"),
    "power_road": QT_TRANSLATE_NOOP("Incident", "Power and a road close by"),
    "sheltered": QT_TRANSLATE_NOOP("Incident", "Sheltered from rain and sun"),
    "not_under": QT_TRANSLATE_NOOP("Incident", "Not under a wall, tree or wire"),
}
"""What a site is looked at for."""

CLEARED: Mapping[str, str] = {
    "gear": QT_TRANSLATE_NOOP("Incident", "all gear is back"),
    "signs": QT_TRANSLATE_NOOP("Incident", "signs and cordon are taken down"),
    "cleaned": QT_TRANSLATE_NOOP("Incident", "the site is cleaned"),
}

KEPT: Mapping[str, str] = {
    "log": QT_TRANSLATE_NOOP("Incident", "the full log"),
    "photos": QT_TRANSLATE_NOOP("Incident", "photos"),
    "sign_in": QT_TRANSLATE_NOOP("Incident", "sign-in sheets"),
}

ENDINGS: Mapping[str, str] = {
    "dissolved": QT_TRANSLATE_NOOP("Incident", "dissolved"),
    "downgraded": QT_TRANSLATE_NOOP("Incident", "downgraded"),
    "stand_down": QT_TRANSLATE_NOOP("Incident", "with the stand-down"),
    "false_alarm": QT_TRANSLATE_NOOP("Incident", "false alarm"),
    "drill_ended": QT_TRANSLATE_NOOP("Incident", "drill ended"),
    "closed": QT_TRANSLATE_NOOP("Incident", "incident closed"),
}

WAYS: Mapping[str, str] = {
    "returned": QT_TRANSLATE_NOOP("Incident", "returned"),
    "consumed": QT_TRANSLATE_NOOP("Incident", "used up"),
    "damaged": QT_TRANSLATE_NOOP("Incident", "damaged"),
    "written_off": QT_TRANSLATE_NOOP("Incident", "written off"),
}
"""What became of supplies."""

TRANSFER: Mapping[str, tuple[str, str]] = {
    "should": (QT_TRANSLATE_NOOP("Incident", "Should move"), "circle"),
    "contacted": (QT_TRANSLATE_NOOP("Incident", "Contacted"), "phone"),
    "moved": (QT_TRANSLATE_NOOP("Incident", "Moved out"), "navigation"),
    "sheltered": (QT_TRANSLATE_NOOP("Incident", "Sheltered"), "house"),
    "relatives": (QT_TRANSLATE_NOOP("Incident", "With relatives"), "users"),
    "returned": (QT_TRANSLATE_NOOP("Incident", "Returned home"), "circle-check"),
    "refused": (QT_TRANSLATE_NOOP("Incident", "Refused to move"), "ban"),
}
"""The states of people who are moved → (word, icon)."""

PRIORITIES: Mapping[str, tuple[str, str]] = {
    "minor": (QT_TRANSLATE_NOOP("Incident", "minor"), QT_TRANSLATE_NOOP("Incident", "M|minor")),
    "elderly": (QT_TRANSLATE_NOOP("Incident", "elderly"), QT_TRANSLATE_NOOP("Incident", "E|elderly")),
    "disabled": (QT_TRANSLATE_NOOP("Incident", "disabled"), QT_TRANSLATE_NOOP("Incident", "D|disabled")),
    "pregnant": (QT_TRANSLATE_NOOP("Incident", "pregnant or nursing"), QT_TRANSLATE_NOOP("Incident", "P|pregnant")),
    "treatment": (QT_TRANSLATE_NOOP("Incident", "needs treatment"), QT_TRANSLATE_NOOP("Incident", "T|treatment")),
}
"""Whom to think of first → (word, one character)."""

KNOWN: Mapping[str, str] = {
    "trapped": QT_TRANSLATE_NOOP("Incident", "trapped"),
    "injured": QT_TRANSLATE_NOOP("Incident", "injured"),
    "evacuated": QT_TRANSLATE_NOOP("Incident", "evacuated"),
    "moved": QT_TRANSLATE_NOOP("Incident", "moved by the list"),
    "asked": QT_TRANSLATE_NOOP("Incident", "called"),
    "answered": QT_TRANSLATE_NOOP("Incident", "answered"),
    "arrived": QT_TRANSLATE_NOOP("Incident", "arrived"),
    "on_scene": QT_TRANSLATE_NOOP("Incident", "units here"),
    "people": QT_TRANSLATE_NOOP("Incident", "people here"),
    "orders": QT_TRANSLATE_NOOP("Incident", "orders open"),
}
"""What is counted of an incident at a moment."""

OPEN: Mapping[str, str] = {
    "lost": QT_TRANSLATE_NOOP("Incident", "Contact lost: {unit}"),
    "trapped": QT_TRANSLATE_NOOP("Incident", "Trapped: {n}"),
    "order": QT_TRANSLATE_NOOP("Incident", "Order: {words} {unit}"),
    "decision": QT_TRANSLATE_NOOP("Incident", "Decision: {words} {unit}"),
    "supply": QT_TRANSLATE_NOOP("Incident", "Out: {words} {n} {unit}"),
    "transfer": QT_TRANSLATE_NOOP("Incident", "People still to move: {n}"),
}
"""What is read aloud when a shift changes."""


def said(table: Mapping[str, str] | Mapping[str, tuple[str, str]], code: str) -> str:
    """The word for a code in the user's language; the code itself when it has none."""
    found = table.get(code)
    if found is None:
        return code
    text = found if isinstance(found, str) else found[0]
    return translate("Incident", text).partition("|")[0]


def mark(code: str) -> str:
    """The one character of a group to think of first."""
    found = PRIORITIES.get(code)
    return translate("Incident", found[1]).partition("|")[0] if found else "?"
