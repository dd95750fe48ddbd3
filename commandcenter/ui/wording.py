"""Sentences for refusals and troubles, in the user's language: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.ui import (
    bank_words,
    call_words,
    case_words,
    duty_words,
    file_words,
    foresight_words,
    intake_words,
    map_words,
    obligation_words,
    patrol_words,
    roster_words,
    slow_words,
    watch_words,
    when,
)
from commandcenter.ui.words import CLOCKS, MUSTER_STAGES, OVERLAYS, STAGES, STEPS, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

_REFUSALS: Mapping[str, str] = {
    "no_unit": QT_TRANSLATE_NOOP("Refusal", "No department is chosen. Choose a plan, or press A and add one."),
    "too_many_units": QT_TRANSLATE_NOOP("Refusal", "At most {most} departments fit on one board."),
    "unit_unknown": QT_TRANSLATE_NOOP("Refusal", "This unit is not in the list of units."),
    "unit_twice": QT_TRANSLATE_NOOP("Refusal", "A department is chosen twice."),
    "drill_without_plan": QT_TRANSLATE_NOOP("Refusal", "A drill starts only from a drill plan. Choose one."),
    "modes_mixed": QT_TRANSLATE_NOOP("Refusal", "A drill and a real matter cannot be linked."),
    "case_unknown": QT_TRANSLATE_NOOP("Refusal", "This case is not known here."),
    "whistle_unknown": QT_TRANSLATE_NOOP("Refusal", "This whistle is not known here."),
    "whistle_undone": QT_TRANSLATE_NOOP("Refusal", "This whistle was taken back."),
    "whistle_closed": QT_TRANSLATE_NOOP(
        "Refusal", "This incident is closed. Only late entries from before the end are taken."
    ),
    "undo_too_late": QT_TRANSLATE_NOOP("Refusal", "The ten seconds are over. Declare a false alarm instead."),
    "drill_stays_inside": QT_TRANSLATE_NOOP("Refusal", "This is a drill: nothing of it is reported outside."),
    "already_called": QT_TRANSLATE_NOOP("Refusal", "Somebody has been called already. Declare a false alarm instead."),
    "already_over": QT_TRANSLATE_NOOP("Refusal", "It has been ended already."),
    "reason_needed": QT_TRANSLATE_NOOP("Refusal", "A reason is needed."),
    "words_needed": QT_TRANSLATE_NOOP("Refusal", "The words are missing: write what or why, then send it."),
    "name_needed": QT_TRANSLATE_NOOP("Refusal", "Write who said so, or sign in at the seat."),
    "owner_needed": QT_TRANSLATE_NOOP("Refusal", "Write who is responsible."),
    "receiver_needed": QT_TRANSLATE_NOOP("Refusal", "Write who takes over."),
    "not_listed": QT_TRANSLATE_NOOP("Refusal", "This unit is not on the board. If it came unasked, enter it as such."),
    "already_listed": QT_TRANSLATE_NOOP("Refusal", "It is already in the list."),
    "milestone_unknown": QT_TRANSLATE_NOOP("Refusal", "This step does not exist."),
    "already_closed": QT_TRANSLATE_NOOP("Refusal", "This report-in was ended at {at}: {outcome}. Undo that first."),
    "already_recorded": QT_TRANSLATE_NOOP("Refusal", "“{milestone}” is already recorded at {at}. Undo it first."),
    "before_listing": QT_TRANSLATE_NOOP("Refusal", "The unit was only listed at {listed_at}. Enter a later time."),
    "future_time": QT_TRANSLATE_NOOP("Refusal", "{at} lies in the future. Check the time."),
    "out_of_order": QT_TRANSLATE_NOOP(
        "Refusal", "“{milestone}” cannot be on that side of “{other}” at {at}. Check the time."
    ),
    "not_arrived": QT_TRANSLATE_NOOP("Refusal", "This unit has not arrived."),
    "count_needed": QT_TRANSLATE_NOOP("Refusal", "A release needs a head count: how many people leave?"),
    "count_differs": QT_TRANSLATE_NOOP(
        "Refusal", "{arrived} arrived, {out} leave. Check the count, or write why it differs."
    ),
    "count_negative": QT_TRANSLATE_NOOP("Refusal", "A number of people cannot be negative."),
    "no_next_step": QT_TRANSLATE_NOOP("Refusal", "There is no next step for this unit."),
    "nothing_to_undo": QT_TRANSLATE_NOOP("Refusal", "There is nothing to undo."),
    "not_answered": QT_TRANSLATE_NOOP("Refusal", "This unit has not answered yet."),
    "nothing_promised": QT_TRANSLATE_NOOP("Refusal", "Enter the promised time or the number of people."),
    "promise_in_past": QT_TRANSLATE_NOOP("Refusal", "The promised time has passed already."),
    "not_lost": QT_TRANSLATE_NOOP("Refusal", "There is contact with this unit."),
    "already_on_scene": QT_TRANSLATE_NOOP(
        "Refusal", "This unit is on the scene. Release it, or record that it left early."
    ),
    "substitute_needed": QT_TRANSLATE_NOOP("Refusal", "Choose the unit that comes instead."),
    "outcome_unknown": QT_TRANSLATE_NOOP("Refusal", "This outcome does not exist."),
    "contact_lost": QT_TRANSLATE_NOOP("Refusal", "Contact is lost with: {units}. Clear that up before the stand-down."),
    "proof_missing": QT_TRANSLATE_NOOP(
        "Refusal", "There is no proof yet for: {units}. Enter a head count or who was told."
    ),
    "people_trapped": QT_TRANSLATE_NOOP(
        "Refusal", "On record as trapped: {count}. Set the key fact right, or write why it is over all the same."
    ),
    "release_reason_needed": QT_TRANSLATE_NOOP("Refusal", "A release needs a reason. Choose one, or write it."),
    "post_stands": QT_TRANSLATE_NOOP("Refusal", "A command post stands already. Stand down instead."),
    "scale_unknown": QT_TRANSLATE_NOOP("Refusal", "This scale does not exist."),
    "security_not_graded": QT_TRANSLATE_NOOP(
        "Refusal", "The law grades no social-security event. Leave the grade open, or choose another kind."
    ),
    "action_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what was done."),
    "not_ended": QT_TRANSLATE_NOOP("Refusal", "This drill still runs."),
    "not_closed": QT_TRANSLATE_NOOP("Refusal", "Only a closed incident goes to the archive. Close it first."),
    "still_open": QT_TRANSLATE_NOOP("Refusal", "Not yet back or ended: {units}."),
    "not_over": QT_TRANSLATE_NOOP("Refusal", "Stand down first."),
    "final_report_missing": QT_TRANSLATE_NOOP(
        "Refusal", "The final report is missing. Send it, or write why there is none."
    ),
    "report_order": QT_TRANSLATE_NOOP(
        "Refusal", "This report does not follow now: initial, updates, then the final one after the end."
    ),
    "reached_needed": QT_TRANSLATE_NOOP("Refusal", "Write who was reached."),
    "signer_needed": QT_TRANSLATE_NOOP("Refusal", "Write who signs."),
    "not_signed": QT_TRANSLATE_NOOP("Refusal", "The report is not signed yet. Sign it, or record the consent."),
    "nothing_to_sign": QT_TRANSLATE_NOOP("Refusal", "There is nothing to sign."),
    "report_signed": QT_TRANSLATE_NOOP(
        "Refusal", "This report is signed and stands. What is learnt later goes into the next one."
    ),
    "review_signed": QT_TRANSLATE_NOOP("Refusal", "This version is signed in this role already."),
    "version_missing": QT_TRANSLATE_NOOP("Refusal", "Version {version} was not kept, or its text was erased by law."),
    "not_a_drill": QT_TRANSLATE_NOOP("Refusal", "This is not a drill."),
    "post_missing": QT_TRANSLATE_NOOP("Refusal", "There is no command post yet."),
    "commander_needed": QT_TRANSLATE_NOOP("Refusal", "A command post needs a commander."),
    "place_needed": QT_TRANSLATE_NOOP("Refusal", "Write the place."),
    "people_on_scene": QT_TRANSLATE_NOOP("Refusal", "Still on the scene: {units}."),
    "not_handed_over": QT_TRANSLATE_NOOP("Refusal", "Command was not handed over."),
    "post_set_up": QT_TRANSLATE_NOOP("Refusal", "The command post stands already."),
    "group_unknown": QT_TRANSLATE_NOOP("Refusal", "There is no such group at the post."),
    "hint_unknown": QT_TRANSLATE_NOOP("Refusal", "This point is not on the list."),
    "decision_unknown": QT_TRANSLATE_NOOP("Refusal", "This decision is not known here."),
    "decision_not_open": QT_TRANSLATE_NOOP("Refusal", "This decision is not open any more."),
    "two_names_needed": QT_TRANSLATE_NOOP("Refusal", "Two different people have to sign: who goes and who comes."),
    "items_unread": QT_TRANSLATE_NOOP(
        "Refusal", "{count} open items were not read aloud. Read them, or write why not."
    ),
    "scope_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "It is either the whole command or the fire-fighting that is handed over."
    ),
    "handed_over_already": QT_TRANSLATE_NOOP("Refusal", "Command was handed over to {to} already."),
    "not_withdrawn": QT_TRANSLATE_NOOP("Refusal", "Count and withdraw the post first."),
    "supplies_out": QT_TRANSLATE_NOOP(
        "Refusal", "{count} takings of supplies are not accounted for. Return or write them off, or write why not."
    ),
    "transfers_open": QT_TRANSLATE_NOOP(
        "Refusal",
        "The list of people to move does not agree: {waiting} still wait, difference {count}. Settle it, or write why not.",
    ),
    "item_needed": QT_TRANSLATE_NOOP("Refusal", "Write what is taken."),
    "quantity_needed": QT_TRANSLATE_NOOP("Refusal", "Write how many."),
    "taker_needed": QT_TRANSLATE_NOOP("Refusal", "Write who takes it."),
    "supply_unknown": QT_TRANSLATE_NOOP("Refusal", "This taking of supplies is not known here."),
    "supply_way_unknown": QT_TRANSLATE_NOOP("Refusal", "It is returned, consumed, damaged or written off."),
    "more_than_open": QT_TRANSLATE_NOOP("Refusal", "Only {rest} are still out."),
    "address_needed": QT_TRANSLATE_NOOP("Refusal", "Write the address."),
    "household_needed": QT_TRANSLATE_NOOP("Refusal", "Write how many households."),
    "household_unknown": QT_TRANSLATE_NOOP("Refusal", "This household is not on the list."),
    "stage_unknown": QT_TRANSLATE_NOOP("Refusal", "This state does not exist."),
    "priority_unknown": QT_TRANSLATE_NOOP("Refusal", "This group of people is not on the list."),
    "move_not_possible": QT_TRANSLATE_NOOP(
        "Refusal", "That does not follow: nobody of this household can come into that state now."
    ),
    "more_than_there": QT_TRANSLATE_NOOP("Refusal", "Only {there} people are in that state."),
    "more_moved": QT_TRANSLATE_NOOP("Refusal", "{there} people were entered already; there cannot be fewer."),
    "nobody_moved": QT_TRANSLATE_NOOP("Refusal", "Nobody of this household has moved yet."),
    "fact_unknown": QT_TRANSLATE_NOOP("Refusal", "This key fact does not exist."),
    "already_told": QT_TRANSLATE_NOOP("Refusal", "That was already told at {at}."),
    "due_in_past": QT_TRANSLATE_NOOP("Refusal", "The due time has passed already."),
    "order_not_open": QT_TRANSLATE_NOOP("Refusal", "This order is not open any more."),
    "order_unknown": QT_TRANSLATE_NOOP("Refusal", "This order is not known here."),
    "title_missing": QT_TRANSLATE_NOOP("Refusal", "Write in a few words what it is about."),
    "channel_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose how the matter came in."),
    "grade_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose a grade."),
    "already_there": QT_TRANSLATE_NOOP("Refusal", "A case with this source number is already here."),
    "stage": QT_TRANSLATE_NOOP("Refusal", "Not possible now: the case is “{stage}”."),
    "no_lead": QT_TRANSLATE_NOOP("Refusal", "No section is ticked. Tick the one that leads, then dispatch."),
    "lead_is_community": QT_TRANSLATE_NOOP(
        "Refusal", "A community may not be made the leading handler. Choose a section or department."
    ),
    "not_dispatched_to": QT_TRANSLATE_NOOP("Refusal", "The case was not dispatched to this unit."),
    "already_signed": QT_TRANSLATE_NOOP("Refusal", "This unit has signed already."),
    "too_many_disputes": QT_TRANSLATE_NOOP("Refusal", "It was disputed twice; now it is decided."),
    "limit_is_over": QT_TRANSLATE_NOOP("Refusal", "More time can only be asked for before the limit runs out."),
    "feedback_incomplete": QT_TRANSLATE_NOOP(
        "Refusal", "Both feedbacks are needed: what the citizen was told and what the hotline was told."
    ),
    "tries_too_close": QT_TRANSLATE_NOOP(
        "Refusal", "Too soon after the call before: the next one in vain counts from {at}."
    ),
    "own_work": QT_TRANSLATE_NOOP(
        "Refusal", "Somebody else than the handler has to verify. Change the person at the seat."
    ),
    "anonymous": QT_TRANSLATE_NOOP("Refusal", "The case is anonymous; nobody can be called."),
    "result_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the result."),
    "nothing_changed": QT_TRANSLATE_NOOP("Refusal", "Nothing was changed."),
    "not_founded": QT_TRANSLATE_NOOP("Refusal", "There is no office here yet."),
    "folder_not_empty": QT_TRANSLATE_NOOP("Refusal", "The folder is not empty: {folder}. Name another one."),
    "already_founded": QT_TRANSLATE_NOOP("Refusal", "There is an office here already."),
    "formula_empty": QT_TRANSLATE_NOOP("Refusal", "Tick at least one count of the part and one of the whole."),
    "formula_counts_twice": QT_TRANSLATE_NOOP(
        "Refusal", "Some cases would be counted twice: the counts ticked together overlap."
    ),
    "formula_part_outside": QT_TRANSLATE_NOOP("Refusal", "The part must lie within the whole, or it is no rate."),
    "formula_ground_unknown": QT_TRANSLATE_NOOP("Refusal", "This program does not know one of the grounds."),
    "formula_bound": QT_TRANSLATE_NOOP(
        "Refusal", "Target and band are per cent from 0 to 100, the lower end not above the upper."
    ),
    "month_wrong": QT_TRANSLATE_NOOP("Refusal", "“{month}” is no month."),
    "too_many_examples": QT_TRANSLATE_NOOP("Refusal", "At most {most} cases are told as examples."),
    "list_column_unknown": QT_TRANSLATE_NOOP("Refusal", "This list has columns that cannot be written: {columns}."),
    "name_too_long": QT_TRANSLATE_NOOP("Refusal", "The name is too long: at most {most} characters."),
    "view_unreadable": QT_TRANSLATE_NOOP("Refusal", "The saved view cannot be read. Save it anew."),
    "drill_level_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose how much trouble there is: easy, medium or hard."),
    "drill_run_unknown": QT_TRANSLATE_NOOP("Refusal", "This drill is not known here."),
    "drill_run_over": QT_TRANSLATE_NOOP("Refusal", "This drill has ended."),
    "drill_run_filed": QT_TRANSLATE_NOOP("Refusal", "This drill is filed; nothing of it changes any more."),
    "drill_stage": QT_TRANSLATE_NOOP(
        "Refusal", "Not possible now: end, debrief, evaluate, sum up, file - in this order."
    ),
    "drill_paused": QT_TRANSLATE_NOOP("Refusal", "The drill is paused. Go on with Space first."),
    "whistle_of_other_drill": QT_TRANSLATE_NOOP("Refusal", "This whistle belongs to another drill."),
    "speed_unknown": QT_TRANSLATE_NOOP("Refusal", "The scene clock goes 1 to {most} times as fast."),
    "no_inject_left": QT_TRANSLATE_NOOP("Refusal", "Every inject was given."),
    "inject_unknown": QT_TRANSLATE_NOOP("Refusal", "This inject is not in the script."),
    "inject_delivered": QT_TRANSLATE_NOOP("Refusal", "This inject was given already."),
    "inject_not_delivered": QT_TRANSLATE_NOOP("Refusal", "This inject was not given yet."),
    "before_inject": QT_TRANSLATE_NOOP("Refusal", "That was before the inject came. Check the time."),
    "injects_ungraded": QT_TRANSLATE_NOOP(
        "Refusal", "{n} injects have no grade yet. A takes what the record suggests."
    ),
    "not_solo": QT_TRANSLATE_NOOP("Refusal", "Only somebody who trains alone has covered injects."),
    "call_unknown": QT_TRANSLATE_NOOP("Refusal", "This call is not known here."),
    "grade_wrong": QT_TRANSLATE_NOOP("Refusal", "Choose one of the grades."),
    "aim_unknown": QT_TRANSLATE_NOOP("Refusal", "This aim is not in the drill plan."),
    "drill_retired": QT_TRANSLATE_NOOP("Refusal", "This drill plan is out of use. Bring it back first."),
    "drill_without_script": QT_TRANSLATE_NOOP("Refusal", "There is no script yet. Write at least one inject."),
    "drill_not_approved": QT_TRANSLATE_NOOP(
        "Refusal", "This drill plan has not been approved. Submit it, or train alone with it."
    ),
    "scenario_unknown": QT_TRANSLATE_NOOP("Refusal", "This scenario is not in the library."),
    "drill_is_scenario": QT_TRANSLATE_NOOP(
        "Refusal", "A scenario of the library needs no approval. Make a drill from it first."
    ),
    "drill_incomplete": QT_TRANSLATE_NOOP(
        "Refusal", "Before it is submitted it needs aims, a script and a stop word. The check says what is missing."
    ),
    "already_approved": QT_TRANSLATE_NOOP("Refusal", "It is approved as it stands."),
    "drill_not_submitted": QT_TRANSLATE_NOOP("Refusal", "It was not submitted, or was changed since. Submit it again."),
    "approver_needed": QT_TRANSLATE_NOOP("Refusal", "Say which leader approves it, or sign in at the seat."),
    "inject_minute_wrong": QT_TRANSLATE_NOOP("Refusal", "Write the minutes after the start as a number from 0 on."),
    "plan_code_wrong": QT_TRANSLATE_NOOP("Refusal", "Write a code of letters, digits and hyphens, such as HZ-01."),
    "plan_code_taken": QT_TRANSLATE_NOOP("Refusal", "“{plan}” is the code of a plan already, in use or retired."),
    "person_unknown": QT_TRANSLATE_NOOP("Refusal", "This person is not in the roster."),
    "pin_needed": QT_TRANSLATE_NOOP("Refusal", "The PIN is missing or wrong."),
    "two_people_needed": QT_TRANSLATE_NOOP(
        "Refusal", "Two different people have to sign. The second one signs in with F10 first."
    ),
    "not_your_signature": QT_TRANSLATE_NOOP(
        "Refusal", "Only who is signed in at this seat signs. Switch with F10, then sign."
    ),
    "nothing_to_erase": QT_TRANSLATE_NOOP("Refusal", "There is nothing to erase."),
    "limit_not_positive": QT_TRANSLATE_NOOP("Refusal", "A limit must be greater than zero."),
    "hours_missing": QT_TRANSLATE_NOOP("Refusal", "Write one to six periods a day, like 09:00-12:00 13:30-17:30."),
    "hours_overlap": QT_TRANSLATE_NOOP(
        "Refusal", "Each period must end after it begins, and begin after the one before."
    ),
    "hours_twice": QT_TRANSLATE_NOOP("Refusal", "Hours from {day} on stand in the list already."),
    "condition_missing": QT_TRANSLATE_NOOP(
        "Refusal", "Name at least one condition. For all orders of a grade, change the limit of the grade."
    ),
    "nature_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the citizen wants from the list."),
    "escalation_clock_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose what the rule watches."),
    "escalation_role_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose before whom the order is brought."),
    "escalation_person_missing": QT_TRANSLATE_NOOP("Refusal", "Choose the leader the rule names."),
    "person_missing": QT_TRANSLATE_NOOP("Refusal", "Say which leader took note; nobody is signed in here."),
    "limit_out_of_range": QT_TRANSLATE_NOOP("Refusal", "Between {least} and {most}."),
    "not_a_date": QT_TRANSLATE_NOOP("Refusal", "“{text}” is not a date. Write it like 2026-07-24."),
    "plan_unit_twice": QT_TRANSLATE_NOOP("Refusal", "A unit stands twice in the plan."),
    "text_too_long": QT_TRANSLATE_NOOP("Refusal", "The text is too long: {most} characters at most."),
    "item_unknown": QT_TRANSLATE_NOOP("Refusal", "This entry is gone."),
    "not_on_shift": QT_TRANSLATE_NOOP("Refusal", "This person is not on the shift."),
    "nothing_raised": QT_TRANSLATE_NOOP("Refusal", "There is no alarm here to take note of."),
    "threshold_unknown": QT_TRANSLATE_NOOP("Refusal", "This reminder does not exist."),
    "call_result_unknown": QT_TRANSLATE_NOOP("Refusal", "Say how the call ended: reached, busy or no answer."),
    "receiver_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose who was told: the main leader or the district."),
    "order_verb_unknown": QT_TRANSLATE_NOOP("Refusal", "This cannot be done with an order."),
    "level_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Choose what the finding belongs to: plan, training, equipment, coordination or information."
    ),
    "field_unknown": QT_TRANSLATE_NOOP("Refusal", "These fields do not exist here: {fields}."),
    "shift_unknown": QT_TRANSLATE_NOOP("Refusal", "This shift is not known here."),
    "shift_times_wrong": QT_TRANSLATE_NOOP("Refusal", "A shift has to end after it begins. Check the times."),
    "shift_empty": QT_TRANSLATE_NOOP("Refusal", "Nobody is on this shift. Choose who is on duty."),
    "limit_unit_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose the unit of time of the limit."),
    "limit_basis_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Choose how well the limit is founded: verified, own or unverified."
    ),
    "calendar_days_missing": QT_TRANSLATE_NOOP("Refusal", "The calendar has no days."),
    "category_path_wrong": QT_TRANSLATE_NOOP(
        "Refusal", "A category has one to three levels. Write it like “Water/Drains/Blocked”."
    ),
    "office_missing": QT_TRANSLATE_NOOP("Refusal", "The data of the office has no office in it."),
    "letter_missing": QT_TRANSLATE_NOOP("Refusal", "Choose a letter for this desk."),
    "unknown_family": QT_TRANSLATE_NOOP("Refusal", "This kind of record does not exist here."),
    "document_unknown": QT_TRANSLATE_NOOP("Refusal", "This paper does not exist: {document}."),
    "nothing_to_print": QT_TRANSLATE_NOOP("Refusal", "There is nothing here to print yet."),
    "no_word_copy": QT_TRANSLATE_NOOP("Refusal", "There is no Word copy of “{document}”."),
    "privacy_running": QT_TRANSLATE_NOOP(
        "Refusal", "The incident is still going on; its data are open to the duty room."
    ),
    "privacy_destroyed": QT_TRANSLATE_NOOP("Refusal", "The personal data were destroyed at {at}."),
    "erasure_reason_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose why personal data are to be erased."),
    "list_empty": QT_TRANSLATE_NOOP("Refusal", "There is no case on the list."),
    "too_many_cases": QT_TRANSLATE_NOOP("Refusal", "At most {most} cases stand on one list; make another one."),
    "case_archived": QT_TRANSLATE_NOOP("Refusal", "The case is archived; it is kept and read, no longer edited."),
    "erasure_unknown": QT_TRANSLATE_NOOP("Refusal", "This request to erase is not known here."),
    "erasure_ended": QT_TRANSLATE_NOOP("Refusal", "This request is carried out or declined already."),
    "erasure_open_cases": QT_TRANSLATE_NOOP(
        "Refusal", "{n} cases on the list are still in hand. End them first, or take them off the list."
    ),
    "privacy_kept": QT_TRANSLATE_NOOP("Refusal", "They are kept as evidence until {until}. End that first."),
    "nobody_signed_in": QT_TRANSLATE_NOOP("Refusal", "Sign in first: it is logged who opens personal data."),
    "assessment_needed": QT_TRANSLATE_NOOP("Refusal", "Write the assessment: why they have to be kept, and for what."),
    "not_kept": QT_TRANSLATE_NOOP("Refusal", "They are not kept as evidence."),
    "signatures_missing": QT_TRANSLATE_NOOP("Refusal", "Two people have to sign the list; {count} did."),
    "not_due_yet": QT_TRANSLATE_NOOP("Refusal", "They are destroyed on {at}; until then they are only masked."),
    "not_of_whistle": QT_TRANSLATE_NOOP("Refusal", "This does not belong to the incident."),
    "rows_missing": QT_TRANSLATE_NOOP("Refusal", "Nothing is written yet."),
    "too_many_rows": QT_TRANSLATE_NOOP("Refusal", "{most} rows at most in one go."),
    "rows_refused": QT_TRANSLATE_NOOP("Refusal", "{count} rows cannot be entered as they stand; nothing was entered."),
    "row_unread": QT_TRANSLATE_NOOP("Refusal", "This row cannot be read: {text}"),
    "number_unknown": QT_TRANSLATE_NOOP("Refusal", "Nothing here has the number “{number}”."),
    "form_needed": QT_TRANSLATE_NOOP("Refusal", "Choose what was printed."),
    "way_unknown": QT_TRANSLATE_NOOP("Refusal", "This way of printing does not exist: {way}."),
    "report_missing": QT_TRANSLATE_NOOP("Refusal", "This report has not been sent yet, so there is nothing to print."),
    "export_kind_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Files of the kind “{suffix}” cannot be written. Choose one of: {known}."
    ),
    "sheet_unknown": QT_TRANSLATE_NOOP("Refusal", "There is no sheet “{sheet}” in {file}. Choose another one."),
    "column_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "There is no column “{column}” in the sheet “{sheet}”. Choose another one."
    ),
    "choice_unreadable": QT_TRANSLATE_NOOP("Refusal", "“{choice}” cannot be read. Check how it is written."),
    "not_sample": QT_TRANSLATE_NOOP(
        "Refusal", "The office in {path} is a real one; only the sample office is played with. Leave out --data."
    ),
    "not_a_workbook": QT_TRANSLATE_NOOP(
        "Refusal", "“{file}” is {found}, not a workbook. Choose an .xlsx, .xls, .ods or .csv file; nothing was changed."
    ),
    "workbook_protected": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{file}” is protected by a password. Remove it in the spreadsheet program and choose the file again.",
    ),
    "workbook_empty": QT_TRANSLATE_NOOP("Refusal", "There are no rows in “{file}”. Choose another file."),
    "workbook_too_large": QT_TRANSLATE_NOOP(
        "Refusal", "“{file}” is too large to be a list of cases. Export a smaller part; nothing was changed."
    ),
    "watch_folder_missing": QT_TRANSLATE_NOOP(
        "Refusal", "The folder {path} is not there. Connect it, or watch another one."
    ),
    "no_usable_columns": QT_TRANSLATE_NOOP(
        "Refusal", "In “{file}” these columns were not recognised: {missing}. Say which column is which."
    ),
    "gate_category": QT_TRANSLATE_NOOP(
        "Refusal", "Choose which kind of matter it is: one of the kinds a whistle is for."
    ),
    "gate_lack_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Say what is missing here: authority, resources or other departments."
    ),
    "gate_solvable": QT_TRANSLATE_NOOP(
        "Refusal", "Nothing is missing to solve this here, so no whistle is needed. Dispatch it as a case."
    ),
    "gate_tried": QT_TRANSLATE_NOOP("Refusal", "Write what was tried here first and what came of it."),
    "muster_level": QT_TRANSLATE_NOOP("Refusal", "Choose the level: street, community or branch."),
    "muster_unknown": QT_TRANSLATE_NOOP("Refusal", "This muster is not known here."),
    "muster_over": QT_TRANSLATE_NOOP("Refusal", "This muster is over; nothing more is entered."),
    "muster_stage": QT_TRANSLATE_NOOP("Refusal", "Not possible now: the muster is at “{muster_stage}”."),
    "muster_sounded": QT_TRANSLATE_NOOP("Refusal", "The whistle has sounded; what was written stays as it is."),
    "muster_target": QT_TRANSLATE_NOOP(
        "Refusal", "{unit} is not called at this level: a street calls departments, a community calls sections."
    ),
    "muster_result": QT_TRANSLATE_NOOP("Refusal", "Choose how it ends: closed or long-term."),
    "present_needed": QT_TRANSLATE_NOOP("Refusal", "Write who was present."),
    "decision_needed": QT_TRANSLATE_NOOP("Refusal", "Write what was decided."),
    "meeting_early": QT_TRANSLATE_NOOP("Refusal", "The draft is from {at}; a meeting before it cannot have judged it."),
    "document_needed": QT_TRANSLATE_NOOP("Refusal", "Write the number under which it was sent."),
    "way_needed": QT_TRANSLATE_NOOP("Refusal", "Say by which way it was sent."),
    "before_meeting": QT_TRANSLATE_NOOP("Refusal", "The meeting was at {at}. Enter a later time."),
    "before_sending": QT_TRANSLATE_NOOP("Refusal", "It was sent at {at}. Enter a later time."),
    "no_member": QT_TRANSLATE_NOOP("Refusal", "No member is called yet."),
    "member_twice": QT_TRANSLATE_NOOP("Refusal", "A member stands there twice."),
    "member_needed": QT_TRANSLATE_NOOP("Refusal", "Write who it is."),
    "members_only": QT_TRANSLATE_NOOP("Refusal", "Only a branch calls members; here units report in."),
    "people_not_units": QT_TRANSLATE_NOOP("Refusal", "A branch calls its members, not units."),
    "units_not_people": QT_TRANSLATE_NOOP("Refusal", "At this level units are called, not people."),
    "people_not_rated": QT_TRANSLATE_NOOP("Refusal", "Members are not rated; only their attendance is kept."),
    "meet_place_needed": QT_TRANSLATE_NOOP("Refusal", "Write where to meet."),
    "hours_wrong": QT_TRANSLATE_NOOP("Refusal", "Write the hours as a number from 0 to 1000."),
    "nobody_there": QT_TRANSLATE_NOOP("Refusal", "Nobody has reported in yet."),
    "leader_needed": QT_TRANSLATE_NOOP("Refusal", "Write who leads."),
    "tasks_open": QT_TRANSLATE_NOOP("Refusal", "Still open on site: {count}. Tick them, or record why not."),
    "evidence_needed": QT_TRANSLATE_NOOP("Refusal", "Write what was done and what proves it."),
    "appraisal_missing": QT_TRANSLATE_NOOP("Refusal", "Not yet appraised: {count}. Enter it, or write why not."),
    "notice_missing": QT_TRANSLATE_NOOP("Refusal", "A community whistle closes only with its public notice."),
    "notice_level": QT_TRANSLATE_NOOP("Refusal", "Only a community whistle has a public notice."),
    "notice_confidential": QT_TRANSLATE_NOOP("Refusal", "This kind of matter is confidential; it gets no notice."),
    "notice_personal": QT_TRANSLATE_NOOP(
        "Refusal", "A number or the name of the person who reported it stands in the notice. Take it out."
    ),
    "where_needed": QT_TRANSLATE_NOOP("Refusal", "Write where it is put up."),
    "cause_needed": QT_TRANSLATE_NOOP("Refusal", "Write where the problem came from."),
    "warning_sort": QT_TRANSLATE_NOOP("Refusal", "Choose what the warning is about."),
    "colour_needed": QT_TRANSLATE_NOOP("Refusal", "Choose the colour of the warning."),
    "source_needed": QT_TRANSLATE_NOOP("Refusal", "Write where the warning came from."),
    "warning_times": QT_TRANSLATE_NOOP("Refusal", "It has to end after it begins. Check the times."),
    "warning_unknown": QT_TRANSLATE_NOOP("Refusal", "This warning is not known here."),
    "warning_closed": QT_TRANSLATE_NOOP("Refusal", "This warning is summed up; nothing more is entered."),
    "warning_over": QT_TRANSLATE_NOOP("Refusal", "This warning was lifted already."),
    "warning_not_over": QT_TRANSLATE_NOOP("Refusal", "The warning still holds. Enter its end first."),
    "already_calling": QT_TRANSLATE_NOOP("Refusal", "The calls have begun; enter a change of the warning instead."),
    "places_needed": QT_TRANSLATE_NOOP("Refusal", "Say which places it touches, or what to look for."),
    "place_unknown": QT_TRANSLATE_NOOP("Refusal", "This place is not in the roster."),
    "not_judged": QT_TRANSLATE_NOOP("Refusal", "Judge first whether it touches us."),
    "does_not_touch": QT_TRANSLATE_NOOP("Refusal", "It does not touch us, so nobody is called."),
    "no_target": QT_TRANSLATE_NOOP("Refusal", "Nobody is on the list yet."),
    "too_many_targets": QT_TRANSLATE_NOOP("Refusal", "At most {most} fit on one list."),
    "target_unknown": QT_TRANSLATE_NOOP("Refusal", "This one is not on the list."),
    "try_way": QT_TRANSLATE_NOOP("Refusal", "Choose how it was tried."),
    "already_answered": QT_TRANSLATE_NOOP("Refusal", "It has answered at {at} already."),
    "message_is_no_answer": QT_TRANSLATE_NOOP(
        "Refusal", "A message that was received is no answer: somebody has to speak."
    ),
    "response_level": QT_TRANSLATE_NOOP("Refusal", "Choose the response level."),
    "planned_needed": QT_TRANSLATE_NOOP("Refusal", "Write how many people are to be moved."),
    "moved_too_many": QT_TRANSLATE_NOOP("Refusal", "{told} are told, but only {planned} were to be moved. Check both."),
    "refusal_words": QT_TRANSLATE_NOOP("Refusal", "Write who refused to go and what was done about it."),
    "answers_missing": QT_TRANSLATE_NOOP("Refusal", "Not told of the end yet: {count}. Call them, or write why not."),
    "transfer_differs": QT_TRANSLATE_NOOP(
        "Refusal", "{planned} were to be moved, {moved} were. Make it agree, or write why not."
    ),
    "nothing_graded": QT_TRANSLATE_NOOP("Refusal", "Nothing is graded yet."),
    "aspect_unknown": QT_TRANSLATE_NOOP("Refusal", "This is not graded here."),
    "appraisal_grade_unknown": QT_TRANSLATE_NOOP("Refusal", "Choose a grade: excellent, good, fair or poor."),
    "source_no_code": QT_TRANSLATE_NOOP(
        "Refusal", "“{source}” is no code of a source. Use up to 40 letters and digits, no blanks."
    ),
}

_TROUBLES: Mapping[str, str] = {
    "disk_full": QT_TRANSLATE_NOOP("Trouble", "The disk is full; nothing was saved. Free some space and press Retry."),
    "read_only": QT_TRANSLATE_NOOP(
        "Trouble", "The data folder cannot be written to: {path}. Check its rights and press Retry."
    ),
    "torn": QT_TRANSLATE_NOOP(
        "Trouble", "The data file is damaged ({detail}). Restore the last backup; the damaged file is kept."
    ),
    "locked": QT_TRANSLATE_NOOP("Trouble", "Another program holds the data file. Close it and press Retry."),
    "newer": QT_TRANSLATE_NOOP(
        "Trouble", "This data was written by a newer program (version {schema}, known {known}). Install the newer one."
    ),
    "wrong_key": QT_TRANSLATE_NOOP(
        "Trouble", "The data file cannot be read: it is encrypted and the key is missing or wrong, or it is damaged."
    ),
    "io": QT_TRANSLATE_NOOP("Trouble", "The disk reports an error: {detail}. Check the disk and press Retry."),
    "not_found": QT_TRANSLATE_NOOP("Trouble", "There is no such file: {path}"),
    "bad_backup": QT_TRANSLATE_NOOP(
        "Trouble", "This backup is damaged or not a backup ({part}). Choose another one; nothing was changed."
    ),
    "attachment_bad": QT_TRANSLATE_NOOP(
        "Trouble",
        "{count} attached files are missing or altered. The entries are whole; bring the files back from a backup.",
    ),
    "in_use": QT_TRANSLATE_NOOP("Trouble", "Another window of the program is open on this folder (process {pid})."),
    "bad_place": QT_TRANSLATE_NOOP(
        "Trouble",
        "The folder {path} lies on a network drive or in a synchronised folder ({detail}); data would be lost there. Choose a folder on this computer's own disk.",
    ),
    "desk_gone": QT_TRANSLATE_NOOP("Trouble", "The window that holds the data has closed. Try again."),
    "not_allowed": QT_TRANSLATE_NOOP("Trouble", "The open window does not take commands from here. Try again."),
    "bad_message": QT_TRANSLATE_NOOP(
        "Trouble", "The open window is of another version of the program. Close it first."
    ),
    "no_chinese_font": QT_TRANSLATE_NOOP(
        "Trouble", "No Chinese font was found. Install one (on Debian: fonts-noto-cjk)."
    ),
    "crashed": QT_TRANSLATE_NOOP(
        "Trouble", "An error of the program ({detail}). Nothing was saved; the error was written to the log."
    ),
    "no_glyph": QT_TRANSLATE_NOOP(
        "Trouble", "No font here has the signs “{text}”. Leave them out, or install a font that has them."
    ),
    "font_unreadable": QT_TRANSLATE_NOOP("Trouble", "A font cannot be read: {path}. Install it anew."),
    "printer_gone": QT_TRANSLATE_NOOP("Trouble", "The printer “{printer}” is gone. Choose another one."),
    "printer_refused": QT_TRANSLATE_NOOP(
        "Trouble", "“{printer}” did not take the pages. Look whether it is switched on, or save the PDF."
    ),
    "given_up": QT_TRANSLATE_NOOP("Trouble", "“{printer}” did not take the pages and was given up."),
    "print_warning": QT_TRANSLATE_NOOP(
        "Trouble", "The paper could not be set without a fault ({detail}). Nothing was printed."
    ),
}

SPEAKERS = (
    obligation_words,
    call_words,
    slow_words,
    bank_words,
    duty_words,
    case_words,
    intake_words,
    foresight_words,
    roster_words,
    map_words,
    watch_words,
    patrol_words,
)
"""Every module with sentences for the refusals of its part."""
_TABLES: tuple[Mapping[str, str], ...] = (_REFUSALS, *(speaker.REFUSALS for speaker in SPEAKERS))
"""Every table of sentences for refusals."""


def row_reason(code: str) -> str:
    """Why a row of a workbook was not taken, in words."""
    return translate("Row", file_words.ROWS[code]) if code in file_words.ROWS else refusal(code, {})


def refusal(code: str, facts: Mapping[str, Any], names: Callable[[str], str] | None = None) -> str:
    """The sentence for a refusal. ``names`` turns a unit's id into its name."""
    template = next((table[code] for table in _TABLES if code in table), None)
    if template is None:
        return trouble(code, facts)
    if code == "map_file_broken":
        facts = {**facts, "first": refusal(str(facts.get("first")), facts.get("facts") or {})}
    return _filled(translate("Refusal", template), facts, names)


def trouble(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a trouble of the world."""
    template = _TROUBLES.get(code)
    if template is None:
        return translate("Trouble", "Not possible ({code}).").format(code=code)
    return _filled(translate("Trouble", template), facts, None)


def known(code: str) -> bool:
    """Whether there is a sentence for a code."""
    return code in _TROUBLES or any(code in table for table in _TABLES)


_BANK_STAGES = {
    "problem_stage": bank_words.PROBLEM_STAGES,
    "consultation_stage": bank_words.CONSULTATION_STAGES,
    "proposal_stage": bank_words.PROPOSAL_STAGES,
}


def _filled(sentence: str, facts: Mapping[str, Any], names: Callable[[str], str] | None) -> str:
    """User text is put in as text: braces in it mean nothing."""
    result = sentence
    for name, value in facts.items():
        result = result.replace("{" + name + "}", _said(name, value, names))
    while "{" in result and "}" in result[result.index("{") :]:
        start = result.index("{")
        result = result[:start] + when.UNKNOWN + result[result.index("}", start) + 1 :]
    return result


def _said(name: str, value: Any, names: Callable[[str], str] | None) -> str:
    if name in ("at", "listed_at") and isinstance(value, int):
        return when.clock_seconds(value)
    if name == "day" and isinstance(value, int):
        return when.day(value)
    if name in ("milestone", "other"):
        return word(STEPS, str(value))
    if name == "outcome":
        return word(OVERLAYS, str(value))
    if name == "muster_stage":
        return translate("Muster", MUSTER_STAGES[str(value)]) if str(value) in MUSTER_STAGES else str(value)
    if name == "joint_stage":
        return slow_words.slow_word(slow_words.JOINT_STAGES, str(value))
    if name == "supervision_stage":
        return slow_words.slow_word(slow_words.SUPERVISION_STAGES, str(value))
    if name == "patrol_stage":
        return patrol_words.patrol_word(patrol_words.STAGES, str(value))
    if name in _BANK_STAGES:
        return bank_words.bank_word(_BANK_STAGES[name], str(value))
    if name == "limit" and str(value) in watch_words.STRAINS:
        return watch_words.strain_name(str(value))
    if name == "stage":
        return word(STAGES, str(value))
    if name == "found" and (value in file_words.FILES or value in map_words.FILES):
        return translate("File", file_words.FILES.get(value) or map_words.FILES[value])
    if name in ("kind", "known") and value in map_words.KINDS:
        return map_words.kind_word(value)
    if name == "sort" and value in map_words.SORTS:
        return translate("Map", map_words.SORTS[value])
    if name == "missing":
        parts = str(value).split(", ")
        return "、".join(
            translate("Column", file_words.COLUMNS[part]) if part in file_words.COLUMNS else part for part in parts
        )
    if name == "detail" and str(value).partition(" ")[0] in file_words.FAULTS:
        what, _, where = str(value).partition(" ")
        return " ".join(part for part in (translate("Fault", file_words.FAULTS[what]), where) if part)
    if name == "clock":
        return word(CLOCKS, str(value))
    if name == "units" and isinstance(value, list | tuple):
        return "、".join(names(str(unit)) if names else str(unit) for unit in value)
    if name == "unit" and names:
        return names(str(value))
    return when.UNKNOWN if value is None else str(value)
