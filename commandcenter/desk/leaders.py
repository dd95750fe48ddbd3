"""Who leads now: whom an order is brought before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commandcenter.domain.office import OFFICE

if TYPE_CHECKING:
    from commandcenter.domain.roster import Directory
    from commandcenter.journal.reading.reference import ReferenceReader


def on_duty(reader: ReferenceReader, now: int) -> str:
    """The id of the leader of the shift that runs at ``now`` (epoch milliseconds); empty when none is planned."""
    lines = [line for _, shift in reader.shifts(now, now + 1) for line in shift.plan.get("people", ())]
    return next((str(line.get("person", "")) for line in lines if line.get("role") == "leader"), "")


def main_leader(directory: Directory) -> str:
    """The id of the first of the office's leaders; empty when the roster names none."""
    leaders = [post for post in directory.appointments if post.role == "leader" and post.target == OFFICE]
    return min(leaders, key=lambda post: (post.rank, post.id)).person if leaders else ""
