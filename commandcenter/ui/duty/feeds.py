"""Calls and log of the shift as the duty screen and the hand-over take them: one small place where they come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from commandcenter.desk.handover_list import Waits
from commandcenter.ui.duty.panels import CallLine, LogRow

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.read import Read


def calls_of(desk: Desk, start: int, end: int) -> tuple[list[CallLine], str]:
    """The calls of a span and a word about them."""
    return [], ""


def log_of(desk: Desk, start: int, end: int) -> tuple[list[LogRow], str]:
    """The log of a span and a word about it."""
    return [], ""


def waiting_calls(read: Read, start: int, end: int) -> Iterable[Waits]:
    """The calls that nobody read back."""
    return ()


def remarks_waiting(read: Read, start: int, end: int) -> Iterable[Waits]:
    """What was written by hand for the next shift."""
    return ()
