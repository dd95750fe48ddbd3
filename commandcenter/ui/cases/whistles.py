"""The whistles of a case: which they are, how they stand, and where they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import Case
from commandcenter.domain.joint import Joint
from commandcenter.domain.muster import Muster
from commandcenter.ui.parts.screen import Go

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OfCase:
    """A whistle blown for a case: what it is called, whether it still sounds, and where it is shown."""

    words: str
    open: bool
    go: Go


def whistles_of(desk: Desk, case: Case) -> list[OfCase]:
    """The whistles of a case in the order they were blown; one that is not known here yet is left out."""
    found = [_one(desk, whistle) for whistle in case.whistles]
    return [one for one in found if one is not None]


def _one(desk: Desk, whistle: str) -> OfCase | None:
    muster = desk.read.matters.one(Muster, f"muster/{whistle}")
    if muster.known:
        words = translate("CaseWhistles", "Muster whistle {number}").format(number=muster.number)
        return OfCase(words, muster.closed_at is None, Go("muster", {"muster": whistle}))
    joint = desk.read.matters.one(Joint, f"joint/{whistle}")
    if joint.known:
        words = translate("CaseWhistles", "Joint whistle {number}").format(number=joint.number)
        return OfCase(words, joint.closed_at is None, Go("joint", {"joint": whistle}))
    emergency = desk.read.incidents.whistle(whistle)
    if not emergency.known:
        return None
    words = translate("CaseWhistles", "Emergency whistle {number}").format(number=emergency.number)
    where = "post" if emergency.closed_at is None else "review"
    return OfCase(words, emergency.closed_at is None, Go(where, {"whistle": whistle}))
