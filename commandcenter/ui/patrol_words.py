"""The words for the codes of patrols and attendance, and the sentences of their refusals."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

translate = QCoreApplication.translate

STAGES: Mapping[str, str] = {
    "planned": QT_TRANSLATE_NOOP("Patrol", "Planned"),
    "signed_in": QT_TRANSLATE_NOOP("Patrol", "Signed in"),
    "walking": QT_TRANSLATE_NOOP("Patrol", "Walking"),
    "finding": QT_TRANSLATE_NOOP("Patrol", "Decide"),
    "ended": QT_TRANSLATE_NOOP("Patrol", "Ended"),
    "cancelled": QT_TRANSLATE_NOOP("Patrol", "Taken off"),
    "missed": QT_TRANSLATE_NOOP("Patrol", "Missed"),
}
REASONS: Mapping[str, str] = {
    "routine": QT_TRANSLATE_NOOP("Patrol", "by plan"),
    "warning": QT_TRANSLATE_NOOP("Patrol", "after a warning"),
    "campaign": QT_TRANSLATE_NOOP("Patrol", "campaign"),
    "look_back": QT_TRANSLATE_NOOP("Patrol", "look again"),
    "make_up": QT_TRANSLATE_NOOP("Patrol", "to make up for a miss"),
    "own": QT_TRANSLATE_NOOP("Patrol", "unplanned"),
}
HOWS: Mapping[str, str] = {
    "talk": QT_TRANSLATE_NOOP("Patrol", "talked to"),
    "clean": QT_TRANSLATE_NOOP("Patrol", "cleaned"),
    "move": QT_TRANSLATE_NOOP("Patrol", "moved"),
    "other": QT_TRANSLATE_NOOP("Patrol", "otherwise"),
}
DUTIES: Mapping[str, str] = {
    "patrol": QT_TRANSLATE_NOOP("Patrol", "patrol"),
    "visit": QT_TRANSLATE_NOOP("Patrol", "visit"),
    "act": QT_TRANSLATE_NOOP("Patrol", "act"),
    "report": QT_TRANSLATE_NOOP("Patrol", "report"),
    "record": QT_TRANSLATE_NOOP("Patrol", "record"),
    "brush": QT_TRANSLATE_NOOP("Patrol", "brush"),
}
LOOKS: Mapping[str, str] = {
    "closed": QT_TRANSLATE_NOOP("Patrol", "done with"),
    "kept": QT_TRANSLATE_NOOP("Patrol", "still there"),
}
MAKE_UPS: Mapping[str, str] = {
    "sent": QT_TRANSLATE_NOOP("Patrol", "Make-up sent"),
    "begun": QT_TRANSLATE_NOOP("Patrol", "Making up"),
    "walked": QT_TRANSLATE_NOOP("Patrol", "Made up for"),
}
TOLD: Mapping[str, str] = {
    "deputy": QT_TRANSLATE_NOOP("Patrol", "the deputy"),
    "community": QT_TRANSLATE_NOOP("Patrol", "the community"),
}
CALLS: Mapping[str, str] = {
    "reached": QT_TRANSLATE_NOOP("Patrol", "told"),
    "no_answer": QT_TRANSLATE_NOOP("Patrol", "no answer"),
}
CHECKS: Mapping[str, str] = {
    "fine": QT_TRANSLATE_NOOP("Patrol", "fine"),
    "bad": QT_TRANSLATE_NOOP("Patrol", "not fine"),
}
WEATHERS: Mapping[str, str] = {
    "clear": QT_TRANSLATE_NOOP("Patrol", "clear"),
    "cloudy": QT_TRANSLATE_NOOP("Patrol", "cloudy"),
    "rain": QT_TRANSLATE_NOOP("Patrol", "rain"),
    "snow": QT_TRANSLATE_NOOP("Patrol", "snow"),
    "wind": QT_TRANSLATE_NOOP("Patrol", "wind"),
    "haze": QT_TRANSLATE_NOOP("Patrol", "haze"),
    "hot": QT_TRANSLATE_NOOP("Patrol", "heat"),
}
HOLIDAYS: Mapping[str, str] = {
    "walk": QT_TRANSLATE_NOOP("Patrol", "walk on days off, too"),
    "skip": QT_TRANSLATE_NOOP("Patrol", "leave out days off"),
    "shift": QT_TRANSLATE_NOOP("Patrol", "on the next working day"),
}
TURNS: Mapping[str, str] = {
    "each": QT_TRANSLATE_NOOP("Patrol", "everybody"),
    "in_turn": QT_TRANSLATE_NOOP("Patrol", "in turn"),
}
FORMS: Mapping[str, str] = {
    "enforcement": QT_TRANSLATE_NOOP("Patrol", "enforcement on the ground"),
    "chief": QT_TRANSLATE_NOOP("Patrol", "cadres as chiefs"),
    "double_report": QT_TRANSLATE_NOOP("Patrol", "double report-in"),
    "clean_up": QT_TRANSLATE_NOOP("Patrol", "weekend clean-up"),
}
CLOCKS: Mapping[str, str] = {
    "patrol_deputy": QT_TRANSLATE_NOOP("Patrol", "missed patrol, the deputy is to be told"),
    "patrol_community": QT_TRANSLATE_NOOP("Patrol", "missed patrol, the community is to be told"),
}
REFUSALS: Mapping[str, str] = {
    "patrol_unknown": QT_TRANSLATE_NOOP("Refusal", "This patrol is not known here."),
    "patrol_stage": QT_TRANSLATE_NOOP("Refusal", "This patrol stands at “{patrol_stage}”; this step does not follow."),
    "patrol_missed": QT_TRANSLATE_NOOP(
        "Refusal", "Its window ended at {at}: it is missed. Set out anew (N) to make up for it."
    ),
    "patrol_not_missed": QT_TRANSLATE_NOOP("Refusal", "This turn is not missed, or another walk made up for it."),
    "patrol_telling_wrong": QT_TRANSLATE_NOOP("Refusal", "Choose who was told, and what came of the call."),
    "patrol_not_yet": QT_TRANSLATE_NOOP("Refusal", "This turn is on {day}."),
    "patrol_turn_wrong": QT_TRANSLATE_NOOP("Refusal", "This turn has no day or no id."),
    "patrol_place_missing": QT_TRANSLATE_NOOP("Refusal", "Choose the street or alley."),
    "patrol_window_wrong": QT_TRANSLATE_NOOP("Refusal", "A window needs a beginning and an end, like 07:00-10:00."),
    "patrol_weekdays_wrong": QT_TRANSLATE_NOOP("Refusal", "Weekdays are 1 (Monday) to 7 (Sunday)."),
    "patrol_weeks_wrong": QT_TRANSLATE_NOOP("Refusal", "With weekdays the interval is 1 or whole weeks: 7, 14, 21…"),
    "patrol_until_wrong": QT_TRANSLATE_NOOP("Refusal", "It ends before it begins."),
    "patrol_plan_wrong": QT_TRANSLATE_NOOP("Refusal", "Choose what happens on days off and who walks."),
    "patrol_items_missing": QT_TRANSLATE_NOOP("Refusal", "A checklist needs its items, one on a line."),
    "patrol_item_twice": QT_TRANSLATE_NOOP("Refusal", "An item stands there twice."),
    "patrol_reason_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose why somebody is sent."),
    "patrol_times": QT_TRANSLATE_NOOP("Refusal", "The end lies before the beginning."),
    "patrol_place_unknown": QT_TRANSLATE_NOOP("Refusal", "No street of the roster stands there."),
    "patrol_person_unknown": QT_TRANSLATE_NOOP("Refusal", "Nobody of the roster, or several of one name, stand there."),
    "patrol_number_taken": QT_TRANSLATE_NOOP("Refusal", "This number belongs to another walk of the sheet."),
    "patrol_columns_missing": QT_TRANSLATE_NOOP(
        "Refusal", "Choose the columns of the street, of who walked and of when."
    ),
    "attendance_columns_missing": QT_TRANSLATE_NOOP("Refusal", "Choose the column of the names."),
    "length_unreadable": QT_TRANSLATE_NOOP("Refusal", "The length cannot be read."),
    "json_unreadable": QT_TRANSLATE_NOOP("Refusal", "This JSON holds no list of records."),
    "patrol_person_missing": QT_TRANSLATE_NOOP("Refusal", "Choose who walks."),
    "spot_unknown": QT_TRANSLATE_NOOP("Refusal", "This spot is not known here."),
    "spot_closed": QT_TRANSLATE_NOOP("Refusal", "This spot is done with already."),
    "spot_own": QT_TRANSLATE_NOOP("Refusal", "It was found on this very walk; the next one looks again."),
    "spots_too_many": QT_TRANSLATE_NOOP("Refusal", "One walk looks at {most} spots at the most."),
    "spots_unseen": QT_TRANSLATE_NOOP(
        "Refusal", "Open spots not looked at: {count}. Look at them (R), or write why not."
    ),
    "patrol_look_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose: done with, or still there."),
    "finding_unknown": QT_TRANSLATE_NOOP("Refusal", "This finding is not known here."),
    "finding_undecided": QT_TRANSLATE_NOOP(
        "Refusal", "Decide on the finding first: handled on the spot (H), or reported (G)."
    ),
    "finding_settled": QT_TRANSLATE_NOOP("Refusal", "It was decided on already."),
    "how_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose how it was handled."),
    "check_unknown": QT_TRANSLATE_NOOP("Refusal", "Say of each item: fine, or not."),
    "weather_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the weather."),
    "patrol_duty_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose under which duty it is entered."),
    "attendance_unknown": QT_TRANSLATE_NOOP("Refusal", "This occasion is not known here."),
    "attendance_closed": QT_TRANSLATE_NOOP("Refusal", "This sheet is closed."),
    "attendance_form_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the form of report-in."),
    "attendance_hours": QT_TRANSLATE_NOOP("Refusal", "Hours lie between 0 and 24."),
    "line_unknown": QT_TRANSLATE_NOOP("Refusal", "This line does not stand there any more."),
    "attendance_too_many": QT_TRANSLATE_NOOP("Refusal", "At most {most} lines in one sheet."),
}


def patrol_word(table: Mapping[str, str], code: str) -> str:
    """The word for a code; the code itself when it has none."""
    return translate("Patrol", table[code]) if code in table else code


def patrol_clock(clock: str) -> str:
    """The word for a clock of a patrol; empty when it is none."""
    return patrol_word(CLOCKS, clock) if clock in CLOCKS else ""
