"""The two sides of a hand-over: who goes, who comes, and who of them has signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.seat import at_post, may_come
from commandcenter.ui import when

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.on_duty import OnDuty
    from commandcenter.domain.handover import HandOver
    from commandcenter.ui.duty.aloud import HandOverPanel

translate = QCoreApplication.translate


def _name(desk: Desk, person: str) -> str:
    found = desk.reference.directory.people.get(person)
    return found.name if found is not None else "?"


def show_sides(panel: HandOverPanel, desk: Desk, watch: OnDuty, state: HandOver) -> None:
    """Fill the two cards."""
    coming = [line.person for line in may_come(watch.plan, watch.following, watch.shift) if line.role == "clerk"]
    came = {
        person: shift.signed_in[person]
        for person in coming
        for shift in (watch.plan, watch.following)
        if at_post(shift, person)
    }
    first = [line.person for line in watch.following.of("clerk")]
    names = {
        "out": [line.person for line in watch.shift.of("clerk")],
        "into": [person for person in coming if person in came or person in first],
    }
    for side, card in (("out", panel.out), ("into", panel.into)):
        signed = state.signed(side)
        if signed:
            people = [one.person for one in signed] if state.closed_at is not None else names[side]
            times = "、".join(f"{_name(desk, one.person)} {when.clock(one.at)}" for one in signed)
            words = translate("DutySides", "signed {names}").format(names=times)
            card.show_side("、".join(_name(desk, one) for one in people), words, signed=True)
            continue
        if side == "out":
            told = translate("DutySides", "may sign once all is read")
        elif not watch.following.known:
            told = translate("DutySides", "no shift is planned")
        elif came:
            times = "、".join(when.clock(at) for at in sorted(came.values()))
            told = translate("DutySides", "at post {times}").format(times=times)
        else:
            told = translate("DutySides", "nobody has come yet")
        card.show_side("、".join(_name(desk, one) for one in names[side]) or "—", told, signed=False)


def handed_words(desk: Desk, state: HandOver) -> str:
    """That a hand-over is signed by both: from whom to whom."""
    out, into = ("、".join(_name(desk, one.person) for one in state.signed(side)) for side in ("out", "into"))
    words = translate("DutySides", "Handed over, {n} items read: {out} → {into}, who is on duty now")
    return words.format(n=len(state.read), out=out, into=into)
