"""The steps of the roster import, their keys and how far each has come; what of a draft goes out: paper, rows not read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.roster import Directory
from commandcenter.ui.parts.screen import Hints
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.rosterimport.draft import Draft
from commandcenter.ui.rosterimport.words import doubt_words, fault_words, item_word, sort_word

translate = QCoreApplication.translate

FILE, COLUMNS, DIFFERENCES, FAULTS, TAKE = "file", "columns", "differences", "faults", "take"
STEPS = (COLUMNS, DIFFERENCES, FAULTS, TAKE)
"""The steps between which the arrows go, once there is a file."""


def hints_at(step: str, *, left: bool = False) -> Hints:
    """The keys of a step; of a job at work for an empty one. ``left``: a table was taken over and left rows behind."""
    if not step:
        return (("Esc", translate("Roster import", "stop")),)
    if step == FILE:
        return (
            ("Ctrl O", translate("Roster import", "look for a file")),
            ("Enter", translate("Roster import", "read it")),
            ("Z", translate("Roster import", "take an import back")),
            *((("S", translate("Roster import", "save the rows left behind")),) if left else ()),
            ("Ctrl E", translate("Roster import", "export the roster")),
            ("Esc", translate("Roster import", "to the roster")),
        )
    here: dict[str, Hints] = {
        COLUMNS: (
            ("Enter", translate("Roster import", "say what it gives")),
            ("Del", translate("Roster import", "do not use it")),
        ),
        DIFFERENCES: (
            ("X", translate("Roster import", "tick")),
            ("⇧ X", translate("Roster import", "all of this sort")),
            ("F2", translate("Roster import", "change")),
            ("1-4", translate("Roster import", "sort")),
        ),
        FAULTS: (
            ("Enter", translate("Roster import", "take the mending")),
            ("N", translate("Roster import", "that is its name: new")),
            ("F2", translate("Roster import", "type it")),
            ("Del", translate("Roster import", "leave the row out")),
        ),
        TAKE: (),
    }
    return (
        ("↑ ↓", translate("Roster import", "choose a row")),
        *here[step],
        ("G", translate("Roster import", "original")),
        ("D", translate("Roster import", "day")),
        ("← →", translate("Roster import", "step back, step on")),
        ("Ctrl Enter", translate("Roster import", "take over")),
        ("Esc", translate("Roster import", "give up, no trace")),
    )


def stages(draft: Draft) -> list[Step]:
    """The steps of an import with how far each has come."""
    seen = draft.seen
    there = bool(draft.path and seen.sheets)
    columns = ""
    if there:
        columns = translate("Roster import", "{used} columns, {open} to look at").format(
            used=draft.used, open=draft.open
        )
    return [
        Step(FILE, translate("Roster import", "1 File"), seen.file if there else ""),
        Step(COLUMNS, translate("Roster import", "2 Columns"), columns),
        Step(
            DIFFERENCES,
            translate("Roster import", "3 Differences"),
            translate("Roster import", "{n} found").format(n=len(seen.differences)) if there else "",
        ),
        Step(
            FAULTS,
            translate("Roster import", "4 Mending"),
            translate("Roster import", "{n} rows").format(n=seen.unreadable) if there else "",
        ),
        Step(
            TAKE,
            translate("Roster import", "5 Take over"),
            translate("Roster import", "{n} ticked").format(n=len(draft.taken)) if there else "",
        ),
    ]


def paper_rows(draft: Draft, directory: Directory, now: int) -> dict[str, Any]:
    """What the form ``roster_differences`` is made of."""
    rows = [
        [
            "√" if draft.ticked(one) else "",
            f"{one.spot.sheet} {one.spot.row}" if one.spot.row else "",
            *(sort_word(one.sort), item_word(one.item), one.where, one.before, one.after, doubt_words(one)),
        ]
        for one in draft.seen.differences
    ]
    faults = [[f"{one.spot.sheet} {one.spot.row}", fault_words(one)] for one in draft.seen.faults]
    holes = [[one.where, item_word(one.role), one.before] for one in draft.holes(directory, now)]
    return {"file": draft.seen.file, "since": draft.since, "rows": rows, "faults": faults, "holes": holes}


def rejected_rows(draft: Draft) -> dict[str, Any]:
    """The rows something of could not be read, each once with everything that is wrong with it."""
    words: dict[tuple[str, int], str] = {}
    for one in draft.seen.faults:
        spot = (one.spot.sheet, one.spot.row)
        words[spot] = "；".join(part for part in (words.get(spot, ""), fault_words(one)) if part)
    return {
        "rejected": [[sheet, row, f"{sheet}!{row}"] for sheet, row in words],
        "reasons": {f"{sheet}!{row}": text for (sheet, row), text in words.items()},
    }
