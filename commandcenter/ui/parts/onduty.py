"""Who may be proposed to sign: never somebody who is neither at the seat nor on duty."""

from __future__ import annotations

from collections.abc import Collection

from commandcenter.desk.desk import Desk
from commandcenter.desk.on_duty import on_duty


def leader_on_duty(desk: Desk) -> str:
    """The id of the leader of the running shift; empty when none is planned."""
    return on_duty(desk.read, desk.clock.now()).leader


def proposed_leader(desk: Desk, leaders: Collection[str]) -> str:
    """Who of the leaders is proposed to sign: who is signed in here, else who is on duty, else nobody."""
    for person in (desk.who().actor, leader_on_duty(desk)):
        if person in leaders:
            return person
    return ""
