"""What the search (Ctrl+K) offers to do: the commands of the window, and every screen by its name or initials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from commandcenter.ui.shell.finder import CommandEntry
from commandcenter.ui.shell.rooms import Room

translate = QCoreApplication.translate

GO = "go:"
"""How a command of the search begins that leads to a screen."""

INITIALS: Mapping[str, str] = {
    "muster": "jj jjbds cs",
    "joint": "ld lhlds cs",
    "supervision": "jd jdgls cs",
    "warnings": "yj yjjy cs",
    "post": "zhb bdb",
    "tasks": "rw zhb wz zy",
    "reports": "xxbs bs zhb",
    "organ": "jg zhb",
    "drills": "yl ylfa",
    "exercise": "ylss yl drl",
    "evaluation": "ylpg yl",
    "plans": "ya ylya",
    "cases": "aj ajzx",
    "consultations": "hs aj",
    "problems": "wtk jcwtk aj",
    "proposals": "ta jmta aj",
    "responsibility": "zzqd qd aj",
    "procedures": "lc bllc aj",
    "rates": "sl ydp slydp yp",
    "foresight": "qz yp rd mdyj",
    "topics": "zt ztyj yp",
    "organisation": "jg zz jgml",
    "map": "dt xqdt",
    "patrols": "xc xcjl",
    "rosterimport": "drml ml",
    "duty": "zb zs jjb",
    "rota": "pb zbb",
    "calls": "ld ldd dh",
    "dutylog": "zbrz rz",
    "obligations": "rc dqsx",
    "study": "yp tj cstj zb",
}
"""Pinyin initials by which the search finds a screen."""


def entries(rooms: Sequence[Room]) -> list[CommandEntry]:
    """What the window can do, and every screen by name."""
    return [
        CommandEntry("blow", translate("Window", "Blow a whistle"), "cs", "F9", "whistle"),
        CommandEntry("register", translate("Window", "Register a case"), "dj djaj", "F2", "plus"),
        CommandEntry("call", translate("Window", "Take a call down"), "jdh jd", "F3", "phone"),
        CommandEntry("import", translate("Window", "Import a workbook"), "dr drbg", "", "folder-input"),
        CommandEntry("seat", translate("Window", "Change who sits here"), "hr hzr", "F10", "user"),
        CommandEntry("theme", translate("Window", "Switch day and night theme"), "ztqh qhzt", "", "moon"),
        CommandEntry("mute", translate("Window", "Mute the alarm tone for ten minutes"), "jy", "", "bell-off"),
        CommandEntry("backup", translate("Window", "Back up now"), "bf", "", "archive"),
        CommandEntry("back_entry", translate("Window", "Enter what was written by hand"), "bl blsgjl", "", "pencil"),
        CommandEntry("kit", translate("Window", "Print the paper kit for a dead computer"), "yjk dyyjk", "", "printer"),
        CommandEntry("keys", translate("Window", "Show all keys"), "kjj", "F1", "keyboard"),
        CommandEntry("wallboard", translate("Window", "Open the wallboard"), "dp", "F12", "monitor"),
        *_ways_to(rooms),
    ]


def _ways_to(rooms: Sequence[Room]) -> list[CommandEntry]:
    """Every screen by name: each can be reached from the search as well as by its tab."""
    found = []
    for room in rooms:
        for screen, word in room.tabs or ((room.entry.name, ""),):
            if screen in INITIALS:
                words = " · ".join(part for part in (room.entry.word, word) if part)
                keys = room.entry.key if screen == room.screens[0] else ""
                found.append(CommandEntry(f"{GO}{screen}", words, INITIALS[screen], keys, room.entry.icon))
    return found
