"""What may be typed. The general options may stand before the command or after it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from PySide6.QtCore import QCoreApplication

from commandcenter import __version__
from commandcenter.desk.folder import default_folder
from commandcenter.domain.case import CHANNELS
from commandcenter.domain.clock import at_local
from commandcenter.journal.database import key_from
from commandcenter.journal.trouble import Trouble
from commandcenter.reporting.registry import FORMS

translate = QCoreApplication.translate

USAGE = 2
MOST_CASES = 5_000_000
VIEWS = ("open", "overdue", "all", "history", "closed")


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed. ``command`` is empty for the window; ``options`` are those of the command."""

    data: Path
    data_named: bool
    key: bytes | None
    json: bool = False
    command: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def child(self) -> tuple[str, str]:
        """Folder and key as the desk's jobs take them."""
        return str(self.data), self.key.hex() if self.key else ""


def understood(argv: Sequence[str]) -> Given:
    """The words as typed. Ends the program after help and version (0) and what is not understood (2)."""
    parser = _parser()
    told = vars(parser.parse_args(argv))
    named, key_file = told.pop("data"), told.pop("key_file")
    data = Path(named).expanduser() if named else default_folder()
    try:
        key = key_from(Path(key_file).read_text("ascii") if key_file else None)
    except (OSError, ValueError, Trouble):
        parser.error(
            translate("Terminal", "The key file cannot be read or holds no key of 64 hex digits: {path}").format(
                path=key_file
            )
        )
    command = "selftest" if told.pop("selftest") else str(told.pop("command") or "")
    return Given(data, bool(named), key, bool(told.pop("json")), command, told)


def folder_in(argv: Sequence[str]) -> Path:
    """The data folder that was typed, before the rest is understood."""
    named = _first(argv)[0]
    return Path(named).expanduser() if named else default_folder()


def for_a_window(argv: Sequence[str]) -> bool:
    """Whether nothing is asked for but the window."""
    return not _first(argv)[1]


def _first(argv: Sequence[str]) -> tuple[str, list[str]]:
    """The folder that was typed, and the words beside the general options that a window knows."""
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    first.add_argument("--data", default="")
    first.add_argument("--key-file")
    try:
        told, rest = first.parse_known_args(list(argv))
    except argparse.ArgumentError:
        return "", list(argv)
    return str(told.data), rest


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix if prefix is not None else translate("Terminal", "usage: "))


class _Parser(argparse.ArgumentParser):
    """Speaks the user's language in its headings."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, add_help=False, allow_abbrev=False, **options)
        self._positionals.title = translate("Terminal", "what")
        self._optionals.title = translate("Terminal", "options")
        self.add_argument("-h", "--help", action="help", help=translate("Terminal", "show this help and end"))

    def error(self, message: str) -> NoReturn:
        self.print_usage()
        self.exit(USAGE, translate("Terminal", "Not understood: {message}").format(message=_said(message)) + "\n")


def _said(message: str) -> str:
    """What the parser found wrong, in the user's language where it is one of the usual things."""
    usual = (
        (r".*invalid choice: '(.*?)' \(choose from (.*)\)", translate("Terminal", "there is no “{0}”; there are: {1}")),
        (r"the following arguments are required: (.*)", translate("Terminal", "{0} is missing")),
        (r"unrecognized arguments: (.*)", translate("Terminal", "too many words: {0}")),
        (r"argument (.*): expected one argument", translate("Terminal", "{0} wants a word behind it")),
    )
    for pattern, words in usual:
        found = re.fullmatch(pattern, message)
        if found is not None:
            return words.format(*found.groups())
    return message


def _general(parser: argparse.ArgumentParser, *, default: Any = argparse.SUPPRESS) -> None:
    add = parser.add_argument
    add(
        "--data",
        metavar="DIR",
        default=default,
        help=translate("Terminal", "the data folder; without it the usual one of this user"),
    )
    add("--key-file", metavar="FILE", default=default, help=translate("Terminal", "the key of an encrypted data file"))
    add(
        "--json",
        action="store_true",
        default=default,
        help=translate("Terminal", "the last line is the result as JSON"),
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="commandcenter",
        description=translate("Terminal", "The street's command centre. Without a command the window opens."),
    )
    _general(parser, default=None)
    parser.add_argument(
        "--version", action="version", version=__version__, help=translate("Terminal", "show the version and end")
    )
    parser.add_argument(
        "--selftest", action="store_true", help=translate("Terminal", "open everything once, unseen, and end")
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=translate("Terminal", "commands"), parser_class=_Parser
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        _general(made)
        return made

    _import(command("import", translate("Terminal", "bring in a workbook of cases, or of categories")))
    _export(command("export", translate("Terminal", "write cases to a workbook (.xlsx) or a text file (.csv)")))
    review = command("review", translate("Terminal", "print the review of an incident"))
    review.add_argument(
        "number", metavar="NUMBER", help=translate("Terminal", "the number of the whistle, like YJ-2026-0716-A01")
    )
    review.add_argument("--pdf", metavar="FILE", required=True, help=translate("Terminal", "the file to write"))
    paper = command("print", translate("Terminal", "any form as a PDF or a Word copy; “kit” is the paper kit of today"))
    paper.add_argument(
        "number",
        metavar="NUMBER",
        nargs="?",
        default="",
        help=translate("Terminal", "the number of the matter; the kit needs none"),
    )
    paper.add_argument(
        "--form",
        required=True,
        choices=tuple(FORMS),
        metavar="FORM",
        help=translate("Terminal", "one of: {forms}").format(forms=" ".join(FORMS)),
    )
    files = paper.add_mutually_exclusive_group(required=True)
    files.add_argument("--pdf", metavar="FILE", help=translate("Terminal", "the file to write"))
    files.add_argument("--word", metavar="FILE", help=translate("Terminal", "a copy to be edited"))
    command("verify", translate("Terminal", "check file, chains and signatures; name the first bad entry"))
    command("rebuild", translate("Terminal", "fold everything that is shown anew from the journal"))
    backup = command("backup", translate("Terminal", "make a backup, reopened and counted before it counts as good"))
    backup.add_argument("file", metavar="FILE")
    restore = command(
        "restore", translate("Terminal", "rehearse a backup, then put it in the place of the data; what stood is kept")
    )
    restore.add_argument("file", metavar="FILE")
    restore.add_argument("--rehearse-only", action="store_true", help=translate("Terminal", "only try the backup out"))
    demo = command(
        "demo", translate("Terminal", "play the whole job unseen in a sample office: pictures and printed review")
    )
    demo.add_argument("--out", metavar="DIR", required=True, help=translate("Terminal", "where pictures and paper go"))
    _generate(
        command(
            "generate", translate("Terminal", "make an office of any size to try things on: invented orders of years")
        )
    )
    command("doctor", translate("Terminal", "versions, fonts, folders, and how the data file is"))
    return parser


def _import(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar="FILE")
    add(
        "--sheet",
        action="append",
        default=[],
        metavar="NAME",
        help=translate("Terminal", "only this sheet; may be repeated"),
    )
    add(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        type=_mapped,
        help=translate("Terminal", "which column holds a field, by letter or heading; may be repeated"),
    )
    add(
        "--live",
        choices=("none", "all", "recent"),
        default="none",
        help=translate("Terminal", "rows to take on with running clocks; the others come in as history"),
    )
    add("--source", default="", metavar="CODE", help=translate("Terminal", "where the numbers of the rows come from"))
    add(
        "--channel",
        default="",
        choices=("", *CHANNELS),
        help=translate("Terminal", "how the matters reached the office"),
    )
    add("--dry-run", action="store_true", help=translate("Terminal", "tell what would come of it, write nothing"))
    add(
        "--categories",
        action="store_true",
        help=translate("Terminal", "the file holds the three-level tree of categories"),
    )
    add(
        "--office",
        default="",
        metavar="NAME",
        help=translate("Terminal", "the office to found when the folder is fresh"),
    )


def _generate(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("folder", metavar="FOLDER", help=translate("Terminal", "an empty folder, or one that is not there yet"))
    add("--cases", type=_counted, default=100_000, metavar="N", help=translate("Terminal", "how many cases"))
    add("--years", type=_years, default=10, metavar="N", help=translate("Terminal", "over how many years, up to 30"))
    add("--seed", type=int, default=7, metavar="N", help=translate("Terminal", "the same seed makes the same office"))
    add(
        "--until",
        type=_day,
        default=None,
        metavar="YYYY-MM-DD",
        help=translate("Terminal", "the evening the office has reached; without it this minute"),
    )


def _counted(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST_CASES:
        raise argparse.ArgumentTypeError(
            translate("Terminal", "“{text}” is no number from 1 to {most}").format(text=text, most=f"{MOST_CASES:,}")
        )
    return int(text)


def _years(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 30:
        raise argparse.ArgumentTypeError(
            translate("Terminal", "“{text}” is no number from 1 to {most}").format(text=text, most=30)
        )
    return int(text)


def _day(text: str) -> int:
    try:
        return at_local(date.fromisoformat(text), 20)
    except ValueError:
        raise argparse.ArgumentTypeError(
            translate("Terminal", "“{text}” is no day like 2026-07-16").format(text=text)
        ) from None


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("cases",), metavar="cases")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--view", choices=VIEWS, default="all", help=translate("Terminal", "which cases"))
    parser.add_argument(
        "--plain", action="store_true", help=translate("Terminal", "with names and telephone numbers, not hidden")
    )


def _mapped(text: str) -> tuple[str, str]:
    name, sign, column = text.partition("=")
    if not sign or not name.strip() or not column.strip():
        raise argparse.ArgumentTypeError(translate("Terminal", "“{text}” is not FIELD=COLUMN").format(text=text))
    return name.strip(), column.strip()
