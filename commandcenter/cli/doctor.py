"""What the program stands on: versions, fonts, folders, and how the data file is. Reads only, beside an open window."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any

from PySide6.QtCore import QCoreApplication, qVersion

from commandcenter import __version__
from commandcenter.cli.arguments import Given
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.folder import free_bytes, holder_of, network_reason, sync_reason
from commandcenter.desk.read import Read
from commandcenter.desk.settings import load_settings
from commandcenter.journal.database import BACKUP_SUFFIX, FILE_NAME, SCHEMA, sqlite_version
from commandcenter.journal.trouble import Trouble, trouble_in
from commandcenter.reporting import fonts
from commandcenter.resource import resource
from commandcenter.ui import when, wording
from commandcenter.ui.firstrun.checks import screen_family
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

LIBRARIES = ("PySide6-Essentials", "sqlcipher3", "sqlmodel", "pyqtgraph", "APScheduler", "typst", "python-calamine")
MIB = 1 << 20


@dataclass(slots=True)
class Found:
    """What was found: lines for the person, values for machines; ``failed`` stands in the values when something is bad."""

    lines: list[str] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)

    def good(self, words: str) -> None:
        """Something as it should be."""
        self.lines.append(f"  ✓ {words}")

    def bad(self, code: str, words: str) -> None:
        """Something that somebody must see to."""
        self.lines.append(f"  ✗ {words}")
        self.told.setdefault("failed", code)

    def head(self, words: str) -> None:
        """A heading."""
        self.lines.append(words)


def examine(given: Given) -> Found:
    """Look at everything once."""
    found = Found()
    _versions(found)
    _fonts(given, found)
    _folder(given, found)
    _data(given, found)
    return found


def _versions(found: Found) -> None:
    versions = {"commandcenter": __version__, "Python": platform.python_version(), "Qt": qVersion()}
    versions |= {"SQLite": sqlite_version()} | dict(_libraries())
    found.head(translate("Doctor", "Program"))
    found.good(" · ".join(f"{name} {version}" for name, version in versions.items()))
    found.good(f"{platform.system()} {platform.release()} {platform.machine()} · {sys.executable}")
    found.told["versions"] = versions


def _libraries() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue  # a built program carries the library without its label


def _fonts(given: Given, found: Found) -> None:
    found.head(translate("Doctor", "Fonts"))
    settings = load_settings(given.data)
    Look(settings.theme, settings.scale)  # the screens' own fonts, as a window would have them
    screen = screen_family()
    found.told["fonts"] = {"screen": screen}
    if screen:
        found.good(translate("Doctor", "Chinese on the screen: {family}").format(family=screen))
    else:
        found.bad("no_chinese_font", wording.trouble("no_chinese_font", {}))
    try:
        chosen = fonts.faces()
    except Trouble as trouble:
        found.bad(trouble.code, wording.trouble(trouble.code, trouble.facts))
        return
    found.told["fonts"] |= {role: chain[0] for role, chain in chosen.chains.items()}
    for role, family in chosen.substitutes:
        found.good(translate("Doctor", "On paper {family} stands in for {role}").format(family=family, role=role))
    if not chosen.substitutes:
        found.good(translate("Doctor", "On paper every official face is here"))


def _folder(given: Given, found: Found) -> None:
    folder = given.data
    found.head(translate("Doctor", "Folders"))
    found.told |= {"data": str(folder), "resources": str(resource("")), "free_bytes": free_bytes(folder)}
    found.good(translate("Doctor", "Program files: {path}").format(path=resource("")))
    found.good(translate("Doctor", "Data: {path}, {n} MB free").format(path=folder, n=f"{free_bytes(folder) // MIB:,}"))
    reason = network_reason(folder) or sync_reason(folder)
    if reason:
        found.bad("bad_place", wording.trouble("bad_place", {"path": folder, "detail": reason}))
    holder = holder_of(folder)
    found.told["window_open"] = holder is not None
    if holder is not None:
        found.good(translate("Doctor", "A window is open on it (process {pid})").format(pid=holder.pid))
    backups = load_settings(folder).backup_folder or str(folder / "backups")
    made = sorted(given.data.joinpath(backups).glob(f"*{BACKUP_SUFFIX}"), key=lambda path: path.stat().st_mtime)
    found.told["backups"] = len(made)
    if made:
        at = when.moment(made[-1].stat().st_mtime_ns // 1_000_000, SystemClock().now())
        found.good(
            translate("Doctor", "{n} backups in {path}, the newest of {at}").format(n=len(made), path=backups, at=at)
        )
    else:
        found.good(translate("Doctor", "No backup yet in {path}").format(path=backups))


def _data(given: Given, found: Found) -> None:
    found.head(translate("Doctor", "Data file"))
    if not (given.data / FILE_NAME).exists():
        found.good(translate("Doctor", "None yet; it is made when the program first opens here"))
        return
    try:
        _look_into(given, found)
    except Exception as error:
        trouble = trouble_in(error)
        if trouble is None:
            raise
        found.bad(trouble.code, wording.trouble(trouble.code, trouble.facts))


def _look_into(given: Given, found: Found) -> None:
    read = Read(given.data, given.key)
    try:
        status, integrity, schema = read.status.status(), read.status.integrity(), read.status.schema()
        office = read.reference.records("office").get("main")
        cases = read.cases.counts(SystemClock().now())
        files = read.attached_files()
    finally:
        read.close()
    found.told["database"] = {
        "schema": schema,
        "events": status.events,
        "computers": status.nodes,
        "forks": status.forks,
        "index_lag": status.index_lag,
        "not_understood": status.not_understood,
        "bytes": status.size_bytes,
        "integrity": integrity,
        "open_cases": cases["open"],
    }
    if office is not None:
        found.told["office"] = str(office.get("name", ""))
        found.good(translate("Doctor", "Office: {name}").format(name=office.get("name", "")))
    if integrity == "ok":
        found.good(translate("Doctor", "The file is whole: {n} MB").format(n=f"{status.size_bytes / MIB:,.1f}"))
    else:
        found.bad("torn", wording.trouble("torn", {"detail": integrity}))
    if schema == SCHEMA:
        found.good(translate("Doctor", "Form {schema}, as this program writes it").format(schema=schema))
    else:
        found.good(
            translate("Doctor", "Form {schema}; opening it brings it to {known}, after a backup").format(
                schema=schema, known=SCHEMA
            )
        )
    words = translate("Doctor", "{events} entries of {nodes} computers; {cases} open cases; {lag} not yet searchable")
    found.good(
        words.format(events=f"{status.events:,}", nodes=status.nodes, cases=f"{cases['open']:,}", lag=status.index_lag)
    )
    found.told["attachments"] = {
        "files": files.files,
        "bytes": files.size,
        "bad": len(files.bad),
        "unused": files.unused,
    }
    if files.bad:
        found.bad("attachment_bad", wording.trouble("attachment_bad", {"count": len(files.bad)}))
    elif files.files:
        words = translate("Doctor", "{n} attached files are there, {size} MB; verify reads them to their ends")
        found.good(words.format(n=f"{files.files:,}", size=f"{files.size / MIB:,.1f}"))
    if status.not_understood:
        found.good(
            translate("Doctor", "{n} entries come from a newer program and are kept as they are").format(
                n=status.not_understood
            )
        )
    if status.forks:
        found.good(translate("Doctor", "{n} chains were continued in two places; both are kept").format(n=status.forks))
