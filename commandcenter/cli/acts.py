"""What each command does: the desk's own jobs, with words around them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.cli.arguments import Given
from commandcenter.cli.terminal import Stopped, Terminal
from commandcenter.desk import importing_job, printing_job, work
from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import Door, open_door
from commandcenter.desk.engine import Done, Outcome, RefusedBy
from commandcenter.desk.read import Read
from commandcenter.domain.command import Command
from commandcenter.domain.office import OFFICE
from commandcenter.domain.printed import RecordPrint
from commandcenter.domain.refusal import Refused
from commandcenter.exchange import categories, importing
from commandcenter.exchange.founding import empty_office
from commandcenter.journal.database import FILE_NAME
from commandcenter.journal.ids import uuid7
from commandcenter.journal.trouble import Trouble, trouble_in
from commandcenter.reporting.registry import Form, form_named
from commandcenter.ui import when, wording

translate = QCoreApplication.translate

DONE, FAILED = 0, 1
SHOWN_REJECTIONS = 20
_NEW_OFFICE = "街道办事处"
"""The name of an office that is founded on the way, until somebody writes the real one (data, so Chinese)."""

Result = dict[str, Any]


def act(given: Given, terminal: Terminal) -> int:
    """Do the command; returns the exit code. What went wrong is said in a sentence, and stands in the result."""
    try:
        result = ACTS[given.command](given, terminal)
    except Stopped:
        terminal.complain(translate("Terminal", "Stopped. What had been written stands; nothing is half-written."))
        result = {"failed": "stopped"}
    except Refused as refused:
        terminal.complain(wording.refusal(refused.code, refused.facts))
        result = _failed(refused.code, refused.facts)
    except Exception as error:
        trouble = trouble_in(error)
        if trouble is None:
            raise
        terminal.complain(wording.trouble(trouble.code, trouble.facts))
        result = _failed(trouble.code, trouble.facts)
    terminal.result(result)
    return FAILED if "failed" in result else DONE


def _failed(code: str, facts: Mapping[str, Any]) -> Result:
    return {"failed": code, "facts": {name: str(value) for name, value in facts.items()}}


def _submit(door: Door, command: Command) -> Done:
    outcome: Outcome = door.submit(command)
    if isinstance(outcome, Done):
        return outcome
    if isinstance(outcome, RefusedBy):
        raise Refused(outcome.code, **outcome.facts)
    raise Trouble(outcome.code, **outcome.facts)


# --- import and export ------------------------------------------------------------------------------------------------


def _import(given: Given, terminal: Terminal) -> Result:
    """A fresh folder gets an empty office first - but only when the file can be read; a dry run leaves no trace."""
    path, options = Path(given.options["file"]), _choice(given.options)
    if given.options["categories"]:
        categories.read_categories(path)
    else:
        importing.prepare(path, importing.Choice.from_plain(options))
    if options["dry_run"] and not (given.data / FILE_NAME).exists():
        with tempfile.TemporaryDirectory() as scratch:
            _found(Path(scratch), None, given.options["office"])
            told = _bring_in(given, terminal, (scratch, ""), path, options)
    else:
        if not options["dry_run"]:
            _found(given.data, given.key, given.options["office"])
        told = _bring_in(given, terminal, given.child, path, options)
    _say_report(told, terminal)
    return told | ({"failed": "cancelled"} if told.get("cancelled") else {})


def _choice(options: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "sheets": options["sheet"],
        "columns": {"": dict(options["map"])} if options["map"] else {},
        "live": options["live"],
        "source": options["source"],
        "channel": options["channel"],
        "dry_run": options["dry_run"],
    }


def _found(folder: Path, key: bytes | None, name: str) -> None:
    now = SystemClock().now
    door = open_door(folder, now, key=key)
    try:
        if not _founded(folder, key):
            _submit(door, empty_office(name or _NEW_OFFICE, now(), lambda: uuid7(now())))
            door.tell("reread")
    finally:
        door.close()


def _founded(folder: Path, key: bytes | None) -> bool:
    read = Read(folder, key)
    try:
        return "main" in read.reference.records("office")
    finally:
        read.close()


def _bring_in(
    given: Given, terminal: Terminal, child: tuple[str, str], path: Path, options: Mapping[str, Any]
) -> dict[str, Any]:
    job = importing_job.import_categories if given.options["categories"] else importing_job.import_workbook
    with terminal.long(translate("Terminal", "Importing")) as progress:
        return job(progress, *child, str(path), options)


def _say_report(told: Mapping[str, Any], terminal: Terminal) -> None:
    words = translate("Terminal", "Would be created: {created} · already there: {already} · rejected: {rejected}")
    if not told.get("dry_run"):
        words = translate("Terminal", "Created: {created} · already there: {already} · rejected: {rejected}")
    rejected = told["rejected"]
    terminal.say(words.format(created=told["created"], already=told["already_there"], rejected=len(rejected)))
    for line in rejected[:SHOWN_REJECTIONS]:
        reason = wording.row_reason(line["reason"])
        terminal.say(
            translate("Terminal", "  {sheet}, row {row}: {reason}").format(
                sheet=line["sheet"], row=line["row"], reason=reason
            )
        )
    if len(rejected) > SHOWN_REJECTIONS:
        terminal.say(
            translate("Terminal", "  … and {n} more; all of them stand in the report").format(
                n=len(rejected) - SHOWN_REJECTIONS
            )
        )
    if told.get("report"):
        terminal.say(translate("Terminal", "Report: {path}, in the data folder").format(path=told["report"]))
    if told.get("cancelled"):
        terminal.complain(translate("Terminal", "Stopped before the end. Import the file again to bring in the rest."))


def _export(given: Given, terminal: Terminal) -> Result:
    options = {"view": given.options["view"], "masked": not given.options["plain"]}
    with terminal.long(translate("Terminal", "Exporting")) as progress:
        told = importing_job.export_cases(progress, *given.child, given.options["file"], options)
    terminal.say(translate("Terminal", "{n} cases written to {path}").format(n=told["cases"], path=told["path"]))
    return told


# --- paper ------------------------------------------------------------------------------------------------------------


def _review(given: Given, terminal: Terminal) -> Result:
    """Print, then put the print on record, as the screen does."""
    read = Read(given.data, given.key)
    try:
        whistle = read.incidents.by_number(given.options["number"])
    finally:
        read.close()
    if not whistle:
        raise Refused("whistle_unknown")
    return _put_on_paper(given, terminal, "review", f"whistle/{whistle}", "pdf", given.options["pdf"])


def _print(given: Given, terminal: Terminal) -> Result:
    """Any form of the matter with a number; the paper kit needs none."""
    form = form_named(given.options["form"])
    subject = OFFICE if "office" in form.families else _subject(given, form, given.options["number"])
    way = "word" if given.options["word"] else "pdf"
    return _put_on_paper(given, terminal, form.key, subject, way, given.options[way])


def _subject(given: Given, form: Form, number: str) -> str:
    """The matter with a number, as the form is printed of it. Refuses ``number_unknown``."""
    read = Read(given.data, given.key)
    try:
        whistle = read.incidents.by_number(number)
        if whistle and "privacy" in form.families:
            return f"privacy/{whistle}"
        found = f"whistle/{whistle}" if whistle else read.matters.by_number(number)
    finally:
        read.close()
    if not found:
        raise Refused("number_unknown", number=number)
    return found


def _put_on_paper(given: Given, terminal: Terminal, form: str, subject: str, way: str, file: str) -> Result:
    target = Path(file).resolve()
    job = printing_job.word_copy if way == "word" else printing_job.print_document
    with terminal.long(translate("Terminal", "Printing")) as progress:
        printed = job(progress, *given.child, form, subject, str(target))
    door = open_door(given.data, SystemClock().now, key=given.key)
    try:
        about = {name: printed[name] for name in ("form", "subject", "digest", "vector", "number", "pages")}
        _submit(door, RecordPrint(**about, way=way))
    finally:
        door.close()
    words = translate("Terminal", "{number}: {n} pages written to {path}")
    if way == "word":
        words = translate("Terminal", "{number}: a copy to be edited written to {path}")
    terminal.say(words.format(number=printed["number"], n=printed["pages"], path=target))
    return {name: printed[name] for name in ("number", "mode", "pages", "digest")} | {"path": str(target)}


# --- the data file ----------------------------------------------------------------------------------------------------


def _verify(given: Given, terminal: Terminal) -> Result:
    with terminal.long(translate("Terminal", "Checking")) as progress:
        told = work.verify_journal(progress, *given.child)
    terminal.say(
        translate("Terminal", "Whole: {events} entries of {nodes} computers; {erased} erased by law").format(
            events=told["events"], nodes=told["nodes"], erased=told["erased"]
        )
    )
    if told["attachments"]:
        words = translate("Terminal", "Attached files, each read to its end: {n}; stored and used by nobody: {unused}")
        terminal.say(words.format(n=told["attachments"], unused=told["unused"]))
    if told["forks"]:
        terminal.say(
            translate("Terminal", "{n} chains were continued in two places; both are kept").format(n=told["forks"])
        )
    return dict(told)


def _rebuild(given: Given, terminal: Terminal) -> Result:
    Read(given.data, given.key).close()  # a file that is not there is told, not made
    door = open_door(given.data, SystemClock().now, key=given.key)
    try:
        with terminal.long(translate("Terminal", "Folding anew")) as progress:
            told = work.rebuild_projections(progress, *given.child)
        with terminal.long(translate("Terminal", "Indexing")) as progress:
            told["indexed"] = work.index_cases(progress, *given.child)
        door.tell("reread")
    finally:
        door.close()
    words = translate(
        "Terminal", "{events} entries folded to {subjects} subjects; {changed} differed from what was shown before"
    )
    terminal.say(words.format(events=told["events"], subjects=told["subjects"], changed=told["changed"]))
    terminal.say(translate("Terminal", "Digest: {digest}").format(digest=told["digest"]))
    return told


def _backup(given: Given, terminal: Terminal) -> Result:
    target = Path(given.options["file"]).resolve()
    with terminal.long(translate("Terminal", "Backing up")) as progress:
        told = work.make_backup(progress, *given.child, str(target), 0)
    terminal.say(
        translate("Terminal", "Backup of {events} entries, reopened and counted: {path}").format(
            events=told["events"], path=target
        )
    )
    return told


def _restore(given: Given, terminal: Terminal) -> Result:
    archive = str(Path(given.options["file"]).resolve())
    with terminal.long(translate("Terminal", "Rehearsing")) as progress:
        if given.options["rehearse_only"]:
            told = work.rehearse_backup(progress, archive, given.child[1])
        else:
            told = work.restore_backup(progress, *given.child, archive)
    words = translate("Terminal", "Rehearsed: {events} entries, {cases} cases, {whistles} whistles, made {at}")
    at = when.moment(int(str(told["made_at"])), SystemClock().now())
    terminal.say(words.format(events=told["events"], cases=told["cases"], whistles=told["whistles"], at=at))
    if not given.options["rehearse_only"]:
        terminal.say(
            translate(
                "Terminal", "Restored. What stood before lies in the data folder under before-restore, not deleted."
            )
        )
    return told


# --- the program itself -----------------------------------------------------------------------------------------------


def _doctor(given: Given, terminal: Terminal) -> Result:
    from commandcenter.cli.doctor import examine

    found = examine(given)
    for line in found.lines:
        terminal.say(line)
    return found.told


def _demo(given: Given, terminal: Terminal) -> Result:
    """Without a folder of its own the demonstration plays in one beside its pictures, never in the office's."""
    from commandcenter.demo.play import play

    out = Path(given.options["out"]).resolve()
    folder = given.data if given.data_named else out / "data"
    with terminal.long(translate("Terminal", "Playing")) as progress:
        told = play(out, folder, given.key, progress)
    terminal.say(translate("Terminal", "{number} played; {n} pictures and the review are in {path}").format(**told))
    return told


def _selftest(given: Given, terminal: Terminal) -> Result:
    from commandcenter.demo.play import play
    from commandcenter.exchange.coordinates import self_test

    self_test()
    with tempfile.TemporaryDirectory() as scratch, terminal.long(translate("Terminal", "Playing")) as progress:
        told = play(Path(scratch), Path(scratch) / "data", None, progress)
    terminal.say(translate("Terminal", "Self-test passed: {n} pictures, review of {number}").format(**told))
    return told


def _generate(given: Given, terminal: Terminal) -> Result:
    from commandcenter.cli.generating import make

    return make(given, terminal)


ACTS: Mapping[str, Callable[[Given, Terminal], Result]] = {
    "import": _import,
    "export": _export,
    "review": _review,
    "print": _print,
    "verify": _verify,
    "rebuild": _rebuild,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
    "demo": _demo,
    "generate": _generate,
    "selftest": _selftest,
}
