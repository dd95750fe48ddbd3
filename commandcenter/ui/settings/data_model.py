"""What the data section tells, without a widget: sizes, the kinds of backups, the jobs of the desk by name, outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.backup_place import PlaceFacts
from commandcenter.desk.desk import BackupFile
from commandcenter.ui import when
from commandcenter.ui.wording import trouble

translate = QCoreApplication.translate

KIB, MIB, GIB = 1024, 1024**2, 1024**3


def size_words(size: int) -> str:
    """A size in bytes as people say it: ``212 GB``, ``1.4 MB``, ``96 KB``."""
    for unit, name in ((GIB, "GB"), (MIB, "MB")):
        if size >= unit:
            return f"{size / unit:.0f} {name}" if size >= 10 * unit else f"{size / unit:.1f} {name}"
    return f"{-(-size // KIB)} KB"


def job_word(title: str) -> str:
    """What the desk is doing, by the title of its job."""
    words = {
        "backup": translate("Data", "Backing up"),
        "verify": translate("Data", "Checking every entry"),
        "integrity": translate("Data", "Weekly check of the file"),
        "rebuild": translate("Data", "Folding everything anew"),
        "index": translate("Data", "Filling the search"),
        "rehearse": translate("Data", "Trying the backup out"),
        "import": translate("Data", "Importing"),
        "export": translate("Data", "Exporting"),
    }
    return words.get(title, translate("Data", "Other work"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: ``level`` is done, look or failed; ``words`` say what is, ``then`` what is not broken or to do."""

    level: str
    title: str
    words: str
    then: str = ""


def verified(found: Mapping[str, Any]) -> Outcome:
    """The whole journal was checked and is whole; what is no fault but should be known stands below."""
    words = translate("Data", "Entries: {n}, seats: {nodes}. Chain, signatures and private parts all agree.")
    notes = []
    if found["erased"]:
        notes.append(translate("Data", "Private parts erased by law: {n}.").format(n=found["erased"]))
    if found["forks"]:
        notes.append(
            translate("Data", "Entries written twice by a copied folder: {n}; both are kept.").format(n=found["forks"])
        )
    title = translate("Data", "The data is whole")
    return Outcome("done", title, words.format(n=found["events"], nodes=found["nodes"]), " ".join(notes))


def rebuilt(found: Mapping[str, Any]) -> Outcome:
    """Everything was folded anew; lines that differed are told."""
    words = translate("Data", "Entries folded anew: {n}, about so many matters: {m}.")
    words = words.format(n=found["events"], m=found["subjects"])
    if found["changed"]:
        then = translate("Data", "Lines of the tables that differed and were put right: {n}.").format(
            n=found["changed"]
        )
        return Outcome("look", translate("Data", "Folded anew, tables put right"), words, then)
    return Outcome("done", translate("Data", "Folded anew, nothing differed"), words)


def backed_up(found: Mapping[str, Any]) -> Outcome:
    """A backup was made, opened again and counted."""
    words = translate("Data", "{file}: entries {n}, opened again and counted.")
    title = translate("Data", "Backup made")
    return Outcome("done", title, words.format(file=Path(str(found["target"])).name, n=found["events"]))


def failed(title: str, code: str, facts: Mapping[str, Any]) -> Outcome:
    """A job did not end well: what happened, and what is not broken."""
    unharmed = {
        "backup": translate("Data", "The data itself was only read; the older backups are still there."),
        "rehearse": translate("Data", "The data here was not touched."),
        "verify": translate(
            "Data", "Whistles and cases go on. Keep the newest good backup and restore it when it is calm."
        ),
        "rebuild": translate("Data", "No entry was changed; what is folded so far is right, the rest is as before."),
    }
    name = translate("Data", "{job}: failed").format(job=job_word(title))
    return Outcome("failed", name, trouble(code, facts), unharmed.get(title, ""))


def cancelled(title: str) -> Outcome:
    """Somebody stopped a job."""
    name = translate("Data", "{job}: stopped").format(job=job_word(title))
    return Outcome("look", name, translate("Data", "Nothing was left half done; it can be begun again."))


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup in the list: its file, when it was written, its size in bytes, how it came to be."""

    path: Path
    made_at: int
    size: int
    kind: str


def kind_word(kind: str) -> str:
    """How a backup came to be."""
    words = {
        "auto": translate("Data", "by itself"),
        "before": translate("Data", "before an update"),
        "hand": translate("Data", "by hand"),
    }
    return words[kind]


def rows_of(files: Sequence[BackupFile]) -> list[BackupRow]:
    """The backups, the newest first; how each came to be is in its name."""
    rows = []
    for file in files:
        name = file.path.name
        kind = "auto" if name.startswith("auto-") else "before" if name.startswith("before-") else "hand"
        rows.append(BackupRow(file.path, file.made_at, file.size, kind))
    return rows


def place_problem(facts: PlaceFacts) -> str:
    """Why backups cannot lie in a place; empty when they can."""
    if not facts.whole_path:
        return translate("Data", "“{place}” is no whole path. Write it from the root, or look for the folder.").format(
            place=facts.place
        )
    if facts.trouble is not None:
        words = translate("Data", "Nothing can be written to {place}. Choose another folder, or give it the right.")
        return words.format(place=facts.place)
    return ""


def place_words(facts: PlaceFacts) -> tuple[str, bool]:
    """What a place is worth, and whether somebody should look."""
    problem = place_problem(facts)
    if problem:
        return problem, True
    free = size_words(facts.free)
    if facts.network:
        words = translate("Data", "on the network ({name}), {free} free")
        return words.format(name=facts.network, free=free), False
    if facts.same_disk:
        words = translate("Data", "the data's own disk, {free} free; if it breaks, both are gone")
        return words.format(free=free), True
    return translate("Data", "another disk than the data, {free} free").format(free=free), False


def age_words(made_at: int | None, now: int) -> str:
    """When the newest backup was made."""
    if made_at is None:
        return translate("Data", "none yet")
    words = translate("Data", "{time}, {ago} ago")
    return words.format(time=when.moment_word(made_at, now), ago=when.rough(now - made_at))
