"""Every command there is: loading this registers them all under their names.

The floors that read need none of them, so a window stands before they are loaded.
"""

from __future__ import annotations

from commandcenter.domain import (  # noqa: F401  (loaded to register their commands)
    admission_acts,
    attendance,
    back_entry,
    call_acts,
    call_list_acts,
    case_acts,
    case_dispatch_acts,
    case_ending_acts,
    case_file_acts,
    case_handling_acts,
    case_join_acts,
    case_step_acts,
    case_update_acts,
    command_post_acts,
    consultation_acts,
    cue_acts,
    deadline_acts,
    drill_acts,
    drill_run_acts,
    duty_acts,
    ends_acts,
    erasure,
    erasure_request_acts,
    escalation_acts,
    foresight_acts,
    handover_acts,
    joint_acts,
    joint_table,
    map_acts,
    monthly,
    muster_acts,
    muster_work_acts,
    number_check,
    occasion,
    office,
    order,
    patrol_acts,
    patrol_entry_acts,
    patrol_planning_acts,
    printed,
    privacy_acts,
    problem_acts,
    proposal_acts,
    record,
    report_in_acts,
    review,
    sitrep_acts,
    supervision_acts,
    supply_acts,
    topic_acts,
    transfer_acts,
    warning_acts,
    whistle_acts,
    whistle_more_acts,
)
from commandcenter.domain.command import Command


def command_named(name: str) -> type[Command] | None:
    """The command with a name; None when there is none."""
    return Command.registry.get(name)
