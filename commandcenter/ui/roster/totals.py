"""The figures above the roster, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from commandcenter.ui import when
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.roster.gaps import Totals

translate = QCoreApplication.translate


def figures_of(told: Totals, *, past: bool) -> list[Figure]:
    """Eight figures. Of another day there are no walks and no proofs."""
    none_yet = translate("Roster", "none entered yet")
    covered, streets = told.covered
    helped, of = told.streets_with_stewards
    return [
        _pair(translate("Roster", "Street chiefs"), told.street_chiefs, told.chiefs_away[0]),
        _pair(translate("Roster", "Alley chiefs"), told.alley_chiefs, told.chiefs_away[1]),
        Figure(
            translate("Roster", "Alley stewards"),
            str(told.stewards),
            "",
            translate("Roster", "on {n} of {all} streets").format(n=helped, all=of) if of else none_yet,
            warn=helped < of,
        ),
        _pair(translate("Roster", "Building keepers"), told.building_keepers),
        _pair(translate("Roster", "Unit keepers"), told.unit_keepers),
        Figure(
            translate("Roster", "Streets covered"),
            _share(covered, streets),
            "%",
            translate("Roster", "{n} of {all} have a chief").format(n=covered, all=streets) if streets else none_yet,
            warn=covered < streets,
        ),
        _walked(told, past=past),
        _proved(told, past=past),
    ]


def _pair(label: str, pair: tuple[int, int], away: int = 0) -> Figure:
    filled, total = pair
    note = translate("Roster", "vacant {n}").format(n=total - filled)
    if filled == total:
        note = translate("Roster", "all in office") if total else translate("Roster", "none entered yet")
    if away:
        note = translate("Roster", "{note}, away {n}").format(note=note, n=away)
    return Figure(label, str(filled), f"/ {total}", note, warn=filled < total)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else when.UNKNOWN


def _walked(told: Totals, *, past: bool) -> Figure:
    done, planned = told.walked
    label = translate("Roster", "Walked this week")
    if past:
        return Figure(label, when.UNKNOWN, "", translate("Roster", "told of today only"))
    note = translate("Roster", "{done} of {planned} turns").format(done=done, planned=planned)
    if told.late:
        note = translate("Roster", "streets overdue {n}").format(n=told.late)
    elif not told.covered[1]:
        note = translate("Roster", "none entered yet")
    elif not planned:
        note = translate("Roster", "no turn yet")
    return Figure(label, _share(done, planned), "%" if planned else "", note, warn=told.late > 0)


def _proved(told: Totals, *, past: bool) -> Figure:
    proved, people = told.proved
    label = translate("Roster", "Numbers proved")
    if past:
        return Figure(label, when.UNKNOWN, "", translate("Roster", "told of today only"))
    note = translate("Roster", "none entered yet")
    if people:
        note = translate("Roster", "to prove {n}").format(n=people - proved)
        if proved == people:
            note = translate("Roster", "everybody")
    return Figure(label, _share(proved, people), "%" if people else "", note, warn=proved < people)
