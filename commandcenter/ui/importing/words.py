"""The words of the import screen for codes: fields of a case, what was left out, how a column was found."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

FIELDS: Mapping[str, str] = {
    "number": QT_TRANSLATE_NOOP("Importing", "Number"),
    "title": QT_TRANSLATE_NOOP("Importing", "Title"),
    "text": QT_TRANSLATE_NOOP("Importing", "Text"),
    "time": QT_TRANSLATE_NOOP("Importing", "Time received"),
    "reporter": QT_TRANSLATE_NOOP("Importing", "Reporter"),
    "phone": QT_TRANSLATE_NOOP("Importing", "Phone"),
    "place": QT_TRANSLATE_NOOP("Importing", "Place"),
    "community": QT_TRANSLATE_NOOP("Importing", "Community"),
    "category": QT_TRANSLATE_NOOP("Importing", "Category"),
    "channel": QT_TRANSLATE_NOOP("Importing", "Channel"),
    "grade": QT_TRANSLATE_NOOP("Importing", "Grade"),
    "due": QT_TRANSLATE_NOOP("Importing", "Due by"),
    "nature": QT_TRANSLATE_NOOP("Importing", "What is wanted"),
    "people": QT_TRANSLATE_NOOP("Importing", "How many people"),
    "lead": QT_TRANSLATE_NOOP("Importing", "Leading unit"),
    "others": QT_TRANSLATE_NOOP("Importing", "Co-handlers"),
    "dispatched": QT_TRANSLATE_NOOP("Importing", "Dispatched at"),
    "contacted": QT_TRANSLATE_NOOP("Importing", "Citizen reached at"),
    "fed_back": QT_TRANSLATE_NOOP("Importing", "Fed back at"),
    "closed": QT_TRANSLATE_NOOP("Importing", "Closed at"),
    "called_back": QT_TRANSLATE_NOOP("Importing", "Called back at"),
    "solved": QT_TRANSLATE_NOOP("Importing", "Solved?"),
    "satisfied": QT_TRANSLATE_NOOP("Importing", "Satisfied?"),
    "state": QT_TRANSLATE_NOOP("Importing", "State elsewhere"),
    "answer": QT_TRANSLATE_NOOP("Importing", "Answer given"),
}
"""What a case may take from a column."""

USES: Mapping[str, str] = {
    "number": QT_TRANSLATE_NOOP("Importing", "tells next time that the row is here already"),
    "title": QT_TRANSLATE_NOOP("Importing", "or the text: one of the two is needed"),
    "text": QT_TRANSLATE_NOOP("Importing", "what was said, searchable"),
    "time": QT_TRANSLATE_NOOP("Importing", "needed"),
    "reporter": QT_TRANSLATE_NOOP("Importing", "masked on the screen"),
    "phone": QT_TRANSLATE_NOOP("Importing", "masked on the screen"),
    "place": QT_TRANSLATE_NOOP("Importing", "names of the roster are found in it"),
    "community": QT_TRANSLATE_NOOP("Importing", "by its name"),
    "category": QT_TRANSLATE_NOOP("Importing", "path or last level of the tree"),
    "channel": QT_TRANSLATE_NOOP("Importing", "how it came in"),
    "grade": QT_TRANSLATE_NOOP("Importing", "how urgent it is"),
    "due": QT_TRANSLATE_NOOP("Importing", "a limit somebody else has set"),
    "nature": QT_TRANSLATE_NOOP("Importing", "appeal, advice, suggestion, report or praise"),
    "people": QT_TRANSLATE_NOOP("Importing", "who speak with one voice"),
    "lead": QT_TRANSLATE_NOOP("Importing", "by its name in the office"),
    "others": QT_TRANSLATE_NOOP("Importing", "by their names, parted by commas"),
    "dispatched": QT_TRANSLATE_NOOP("Importing", "how the order went elsewhere"),
    "contacted": QT_TRANSLATE_NOOP("Importing", "counts for the response rate"),
    "fed_back": QT_TRANSLATE_NOOP("Importing", "how the order went elsewhere"),
    "closed": QT_TRANSLATE_NOOP("Importing", "the order ended elsewhere: no clocks here"),
    "called_back": QT_TRANSLATE_NOOP("Importing", "when the citizen was asked"),
    "solved": QT_TRANSLATE_NOOP("Importing", "counts for the resolution rate"),
    "satisfied": QT_TRANSLATE_NOOP("Importing", "counts for the satisfaction rate"),
    "state": QT_TRANSLATE_NOOP("Importing", "whether the order still goes on"),
    "answer": QT_TRANSLATE_NOOP("Importing", "kept with the case"),
}
"""What a field is good for, in a few words."""

FAULTS: Mapping[str, tuple[str, ...]] = {
    "time_missing": ("time",),
    "time_unreadable": ("time",),
    "time_in_future": ("time",),
    "title_missing": ("title", "text"),
    "text_too_long": ("title", "text"),
    "number_rounded": ("number",),
    "number_twice_differs": ("number",),
    "number_taken": ("number",),
}
"""Why a row was not taken → the fields it is about."""

NOTES: Mapping[str, str] = {
    "category_unknown": QT_TRANSLATE_NOOP("Importing", "category not in the tree, left empty: {n}"),
    "due_unreadable": QT_TRANSLATE_NOOP("Importing", "limit not readable, left empty: {n}"),
    "unit_unknown": QT_TRANSLATE_NOOP("Importing", "unit not in the office, its name is kept: {n}"),
    "moment_unreadable": QT_TRANSLATE_NOOP("Importing", "time of handling not readable, left empty: {n}"),
    "moment_in_future": QT_TRANSLATE_NOOP("Importing", "time of handling lies in the future, left empty: {n}"),
    "ends_before_it_began": QT_TRANSLATE_NOOP(
        "Importing", "time of handling before the matter came in, left empty: {n}"
    ),
    "people_unreadable": QT_TRANSLATE_NOOP("Importing", "number of people not readable, left empty: {n}"),
}
"""What could not be taken over from rows that were taken."""

FOUND_BY: Mapping[str, str] = {
    "heading": QT_TRANSLATE_NOOP("Importing", "by its heading"),
    "content": QT_TRANSLATE_NOOP("Importing", "by what stands in it; please check"),
    "remembered": QT_TRANSLATE_NOOP("Importing", "as last time"),
    "hand": QT_TRANSLATE_NOOP("Importing", "by hand"),
}
"""How it was found what a column gives."""


def field_word(field: str) -> str:
    """The word for a field; empty is an unused column."""
    return translate("Importing", FIELDS[field]) if field else translate("Importing", "not used")


def use_word(field: str) -> str:
    """What a field is good for."""
    return translate("Importing", USES[field]) if field else translate("Importing", "the column is left out")


def note_word(note: str, count: int) -> str:
    """What was left empty, and how often."""
    template = translate("Importing", NOTES[note]) if note in NOTES else note + " {n}"
    return template.format(n=number(count))


def found_word(by: str) -> str:
    """How it was found what a column gives."""
    return translate("Importing", FOUND_BY[by]) if by in FOUND_BY else ""


def number(count: int) -> str:
    """A count with its thousands parted."""
    return f"{count:,}"
