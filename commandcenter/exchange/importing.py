"""Importing a workbook of cases: look at it, rehearse it, bring it in block by block, and tell what came of each row.

The same pass over the rows does all three, so a rehearsal never promises what the import does not do. An import may stop
at any moment - cancelled, killed, disk full -: what was sent stays, and importing again brings only the rest. That rests
on one question, "is this row here already?", answered

- by ``(source, number)`` for rows with a number of their own. The source is how the sheet calls its number
  (``mapping.ColumnMap.source``), so a renamed or widened file is still the same source. A number that stands here under
  another title and another day is another system's number: the row is rejected as ``number_taken``, never dropped.
- by moment, title and text for rows without one.

A row that is here already may tell more than before (``Matter.told``): a newer limit, an end, an answer. That is brought to
its case by an entry of its own (``UpdateCases``) and counted as ``updated`` among the rows already there.

Within the file the same number twice with other words is rejected as ``number_twice_differs``; with the same words it is
already there, as the second sheet of an export often repeats the first.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from commandcenter.domain.case import CHANNELS, HISTORY_AFTER_MS
from commandcenter.domain.case_acts import ImportCases, Matter
from commandcenter.domain.case_update_acts import UpdateCases
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.mapping import LOOKED_AT, ColumnMap, recognise
from commandcenter.exchange.rows import Reference, RowReader
from commandcenter.exchange.workbook import Workbook, open_workbook
from commandcenter.journal.reading.foreign import ForeignReader, Standing

Submit = Callable[[Command], Mapping[str, Any]]
"""Sends a command and returns its report. Raises ``Refused`` and ``Trouble``; then nothing of it was written."""
Progress = Callable[[int, int], None]
"""Told how many rows of how many are done. Whatever it raises stops the import."""

LIVE = ("none", "all", "recent")
"""Which rows are adopted live: none, all, or those younger than ``HISTORY_AFTER_MS``. Or a set of (sheet, row)."""

MOST_NAMED = 200
"""So many cases that came in or were told anew are named in the report, so that they can be looked at."""

ASKED_AT_ONCE = 1000
ALONE = 2500
"""Rows of one command when nobody waits for the writer."""
FIRST, FEWEST, MOST = 40, 10, 400
SHARE_MS = 25
"""With a window open one command should keep the writer no longer than this, so that a key press is not felt."""

_SOURCE = re.compile(r"[\w.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose. ``sheets`` empty takes every visible sheet that can be used.

    ``columns``: sheet (empty: every sheet) → field → column letter or heading. ``remembered``: signature → choices of
    columns from before. ``source`` and ``channel`` empty are told by the sheet.
    """

    sheets: tuple[str, ...] = ()
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    remembered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    live: str | frozenset[tuple[str, int]] = "none"
    source: str = ""
    channel: str = ""

    def __post_init__(self) -> None:
        if isinstance(self.live, str) and self.live not in LIVE:
            raise Refused("choice_unreadable", choice=f"live={self.live}")
        if self.source and not _SOURCE.fullmatch(self.source):
            raise Refused("source_no_code", source=self.source)
        if self.channel and self.channel not in CHANNELS:
            raise Refused("channel_unknown", channel=self.channel)

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> Choice:
        """The choice in plain values, as it crosses processes: ``live`` may be a list of [sheet, row].

        Refuses ``choice_unreadable``, ``source_no_code``, ``channel_unknown``.
        """
        live = told.get("live", "none")
        if not isinstance(live, str):
            live = frozenset((str(sheet), int(row)) for sheet, row in live)
        return cls(
            sheets=tuple(map(str, told.get("sheets", ()))),
            columns=dict(told.get("columns", {})),
            remembered=dict(told.get("remembered", {})),
            live=live,
            source=str(told.get("source", "")),
            channel=str(told.get("channel", "")),
        )

    def adopts(self, sheet: str, row: int, matter: Matter, now: int) -> bool:
        """Whether a row comes in live; one that ended elsewhere never does."""
        if matter.outcome is not None:
            return False
        if isinstance(self.live, frozenset):
            return (sheet, row) in self.live
        return self.live == "all" or (self.live == "recent" and is_recent(matter, now))


def is_recent(matter: Matter, now: int) -> bool:
    """Whether a matter is young enough to be offered live rather than as history."""
    return matter.outcome is None and (matter.received_at or 0) >= now - HISTORY_AFTER_MS


class Rejection(NamedTuple):
    """A row that was not taken: where it stands as a spreadsheet shows it, and why."""

    sheet: str
    row: int
    reason: str


@dataclass(slots=True)
class SheetReport:
    """What came of one sheet. ``rows`` without heading and empty rows."""

    name: str
    rows: int = 0
    created: int = 0
    already_there: int = 0
    rejected: int = 0
    updated: int = 0


@dataclass(slots=True)
class Report:
    """What came of an import, or would come of it (``dry_run``).

    ``live``: how many of the created came in live; None where nothing can. ``ended``: how many of them ended elsewhere.
    ``cases``: ids of the created, then of those told anew, ``MOST_NAMED`` at most; ``batch``: all of them, as a filter
    of cases. ``noted``: what could not be taken over from rows that were taken.
    """

    file: str
    sources: tuple[str, ...] = ()
    dry_run: bool = False
    cancelled: bool = False
    live: int | None = None
    ended: int = 0
    cases: list[str] = field(default_factory=list)
    batch: str = ""
    seconds: float = 0.0
    sheets: list[SheetReport] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    noted: Counter[str] = field(default_factory=Counter)

    @property
    def created(self) -> int:
        """How many cases were made."""
        return sum(sheet.created for sheet in self.sheets)

    @property
    def already_there(self) -> int:
        """How many rows stood here already, or earlier in the same file."""
        return sum(sheet.already_there for sheet in self.sheets)

    @property
    def updated(self) -> int:
        """How many of those that stood here already were told more of."""
        return sum(sheet.updated for sheet in self.sheets)

    def to_plain(self) -> dict[str, Any]:
        """The report as JSON values; ``created``, ``already_there`` and ``rejected`` come first and are for machines."""
        adopted: dict[str, Any] = {}
        if self.live is not None:
            history = self.created - self.live - self.ended
            adopted = {"live": self.live, "ended": self.ended, "history": history}
            adopted |= {"cases": list(self.cases), "batch": self.batch}
        return {
            "created": self.created,
            "already_there": self.already_there,
            "updated": self.updated,
            "rejected": [line._asdict() for line in self.rejected],
            **adopted,
            "cancelled": self.cancelled,
            "dry_run": self.dry_run,
            "file": self.file,
            "sources": list(self.sources),
            "sheets": [
                {
                    name: getattr(sheet, name)
                    for name in ("name", "rows", "created", "already_there", "rejected", "updated")
                }
                for sheet in self.sheets
            ],
            "noted": dict(self.noted),
            "seconds": round(self.seconds, 3),
        }


# --- what is in the file ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Prepared:
    """An opened workbook with what was chosen, the sheets that will be read and the columns of each."""

    workbook: Workbook
    choice: Choice
    sheets: tuple[ColumnMap, ...]
    left_out: tuple[ColumnMap, ...] = ()


def prepare(path: Path, choice: Choice) -> Prepared:
    """Open a workbook and settle sheets and columns. Nothing is read beyond the first rows.

    Refuses what ``open_workbook`` refuses, ``sheet_unknown``, ``column_unknown``, ``workbook_empty``, and
    ``no_usable_columns`` with ``missing`` when no sheet, or one that was asked for, has a title or text and a time.
    """
    workbook = open_workbook(path)
    wanted = choice.sheets or tuple(sheet.name for sheet in workbook.sheets if not sheet.hidden)
    maps = [_columns(workbook, sheet, choice) for sheet in wanted]
    usable = tuple(columns for columns in maps if not columns.missing)
    if not any(columns.columns for columns in maps):
        raise Refused("workbook_empty", file=workbook.name)
    if not usable or (choice.sheets and len(usable) < len(maps)):
        bad = next(columns for columns in maps if columns.missing and (columns.columns or choice.sheets))
        raise Refused("no_usable_columns", file=workbook.name, sheet=bad.sheet, missing=", ".join(bad.missing))
    return Prepared(workbook, choice, usable, tuple(columns for columns in maps if columns.missing))


def _columns(workbook: Workbook, sheet: str, choice: Choice) -> ColumnMap:
    rows = []
    for row in workbook.table(sheet):
        rows.append(row)
        if len(rows) == LOOKED_AT:
            break
    columns = recognise(sheet, rows)
    columns = columns.given(choice.remembered.get(columns.signature, {}))
    if choice.columns.get(""):
        try:
            columns = columns.given(choice.columns[""])
        except Refused:
            if choice.sheets or not columns.missing:
                raise
    return columns.given(choice.columns.get(sheet, {}))


class Line(NamedTuple):
    """A row that was looked at: the matter in it, or the code of what is wrong with it."""

    sheet: int
    row: int
    found: Matter | str


def _lines(prepared: Prepared, readers: Sequence[RowReader], seen: Callable[[int], None]) -> Iterator[Line]:
    """The rows of all sheets but headings and empty ones. ``seen`` is told every row of the file."""
    for index, (columns, reader) in enumerate(zip(prepared.sheets, readers, strict=True)):
        for number, cells in prepared.workbook.table(columns.sheet):
            seen(1)
            if number > columns.heading_row and (found := reader.read(cells)) is not None:
                yield Line(index, number, found)


def _readers(prepared: Prepared, reference: Reference, now: int) -> list[RowReader]:
    choice = prepared.choice
    return [
        RowReader(columns, reference, now, source=choice.source, channel=choice.channel) for columns in prepared.sheets
    ]


def preview(
    prepared: Prepared, reference: Reference, *, now: int, most: int = 50, progress: Progress | None = None
) -> dict[str, Any]:
    """What a file holds, as JSON values, without looking at what stands here already.

    ``sheets``: name, hidden, usable, missing, heading_row, signature, columns (letter, heading, field, by), rows, good,
    rejected (reason → count), oldest, newest, recent (how many are young enough to be offered live), first (the first
    ``most`` rows as they would come in). ``suggests``: live when most rows are recent, else history.
    """
    readers = _readers(prepared, reference, now)
    total = sum(prepared.workbook.table(columns.sheet).height for columns in prepared.sheets)
    told = [_SheetPreview(columns) for columns in prepared.sheets]
    done = 0

    def seen(rows: int) -> None:
        nonlocal done
        done += rows
        if progress is not None and done % ASKED_AT_ONCE == 0:
            progress(done, total)

    for line in _lines(prepared, readers, seen):
        told[line.sheet].take(line, now, most)
    good, recent = sum(sheet.good for sheet in told), sum(sheet.recent for sheet in told)
    hidden = {sheet.name: sheet.hidden for sheet in prepared.workbook.sheets}
    others = [_SheetPreview(columns) for columns in prepared.left_out]
    asked = {columns.sheet for columns in (*prepared.sheets, *prepared.left_out)}
    return {
        "file": prepared.workbook.name,
        "kind": prepared.workbook.kind,
        "sheets": [sheet.to_plain() | {"hidden": hidden[sheet.columns.sheet]} for sheet in (*told, *others)],
        "other_sheets": [sheet.name for sheet in prepared.workbook.sheets if sheet.name not in asked],
        "suggests": "live" if good and recent * 2 > good else "history",
    }


class _SheetPreview:
    def __init__(self, columns: ColumnMap) -> None:
        self.columns = columns
        self.rows = self.good = self.recent = 0
        self.rejected: Counter[str] = Counter()
        self.oldest: int | None = None
        self.newest: int | None = None
        self.first: list[dict[str, Any]] = []

    def take(self, line: Line, now: int, most: int) -> None:
        self.rows += 1
        matter = line.found
        if isinstance(matter, str):
            self.rejected[matter] += 1
        else:
            at = matter.received_at or 0
            self.good += 1
            self.recent += is_recent(matter, now)
            self.oldest = at if self.oldest is None else min(self.oldest, at)
            self.newest = at if self.newest is None else max(self.newest, at)
        if len(self.first) < most:
            shown = (
                {"reason": matter} if isinstance(matter, str) else _shown(matter) | {"recent": is_recent(matter, now)}
            )
            self.first.append({"row": line.row, **shown})

    def to_plain(self) -> dict[str, Any]:
        columns = self.columns
        return {
            "name": columns.sheet,
            "usable": not columns.missing,
            "missing": list(columns.missing),
            "heading_row": columns.heading_row,
            "signature": columns.signature,
            "source": columns.source,
            "columns": [
                {"letter": column.letter, "heading": column.heading, "field": column.field, "by": column.by}
                for column in columns.columns
            ],
            "rows": self.rows,
            "good": self.good,
            "rejected": dict(self.rejected),
            "oldest": self.oldest,
            "newest": self.newest,
            "recent": self.recent,
            "first": self.first,
        }


def _shown(matter: Matter) -> dict[str, Any]:
    names = (
        *("source_number", "received_at", "title", "text", "reporter", "phone", "place", "place_words", "community"),
        *("category", "channel", "grade", "due_at", "anonymous"),
    )
    return {name: getattr(matter, name) for name in names}


# --- bringing it in ---------------------------------------------------------------------------------------------------


class Watcher(Protocol):
    """Is told the rows of a rehearsal as they are settled."""

    def looked(self, sheet: str, matter: Matter) -> None:
        """A row could be read."""

    def would_create(self, sheet: str, row: int, matter: Matter) -> None:
        """A row would become a case."""


def rehearse(
    prepared: Prepared,
    reference: Reference,
    standing: ForeignReader,
    *,
    now: int,
    progress: Progress,
    watcher: Watcher | None = None,
) -> Report:
    """What ``run`` would report now. Writes nothing."""
    return _Import(prepared, reference, standing, now, progress, watcher=watcher).go()


def run(
    prepared: Prepared,
    reference: Reference,
    standing: ForeignReader,
    submit: Submit,
    *,
    now: int,
    steady: Callable[[], int],
    alone: bool,
    progress: Progress,
    batch: str = "",
) -> Report:
    """Bring the rows of a workbook in and report on every one.

    ``now`` is epoch milliseconds, ``steady`` tells milliseconds that never jump, ``alone`` that no window waits for the
    writer. ``batch`` marks the cases of this import. A ``Refused`` or ``Trouble`` of ``submit`` is raised as it came; what
    was sent before stays.
    """
    pace = _Pace(ALONE if alone else FIRST, steady=not alone)
    with _collector_at_rest(alone):
        return _Import(prepared, reference, standing, now, progress, submit, steady, pace, batch).go()


def _no_time() -> int:
    return 0


@contextmanager
def _collector_at_rest(really: bool) -> Iterator[None]:
    """Bulk work makes no cycles, and walking a hundred thousand living rows again and again costs a tenth of the time."""
    working = really and gc.isenabled()
    if working:
        gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


@dataclass(slots=True)
class _Pace:
    """How many rows go into one command: as many as the writer digests in its share of time, when ``steady``."""

    rows: int = ALONE
    steady: bool = False

    def took(self, rows: int, milliseconds: int) -> None:
        if self.steady:
            self.rows = max(FEWEST, min(MOST, 2 * self.rows, rows * SHARE_MS // max(milliseconds, 1)))


@dataclass
class _Import:
    """One pass over the rows. Without ``submit`` it only counts."""

    prepared: Prepared
    reference: Reference
    standing: ForeignReader
    now: int
    progress: Progress
    submit: Submit | None = None
    steady: Callable[[], int] = _no_time
    pace: _Pace = field(default_factory=_Pace)
    batch: str = ""
    watcher: Watcher | None = None

    def __post_init__(self) -> None:
        self._choice, sheets = self.prepared.choice, self.prepared.sheets
        self._readers = _readers(self.prepared, self.reference, self.now)
        self._total = sum(self.prepared.workbook.table(columns.sheet).height for columns in sheets)
        self._done = 0
        self._seen: dict[tuple[str, str], int] = {}
        self._unasked: list[tuple[Line, Matter]] = []
        self._waiting: dict[bool, list[tuple[Line, Matter]]] = {False: [], True: []}
        self._told_of: dict[tuple[str, str], str] = {}
        self._news: dict[tuple[str, str], tuple[Line, Matter]] = {}
        self._report = Report(
            self.prepared.workbook.name,
            sources=tuple(dict.fromkeys(self._choice.source or columns.source for columns in sheets)),
            dry_run=self.submit is None,
            live=0,
            sheets=[SheetReport(columns.sheet) for columns in sheets],
        )

    def go(self) -> Report:
        """Read, send, report."""
        report = self._report
        report.cancelled = not (
            self._told() and self._read_all() and self._send(0) and self._bring_news() and self._told()
        )
        for reader in self._readers:
            report.noted += reader.noted
        place = {sheet.name: index for index, sheet in enumerate(report.sheets)}
        report.rejected.sort(key=lambda line: (place[line.sheet], line.row))
        return report

    def _read_all(self) -> bool:
        for line in _lines(self.prepared, self._readers, self._count):
            self._take(line)
            if len(self._unasked) >= ASKED_AT_ONCE:
                self._ask()
                if not (self._send(self.pace.rows) and self._told()):
                    return False
        self._ask()
        return True

    def _count(self, rows: int) -> None:
        self._done += rows

    def _told(self) -> bool:
        """Report progress; False when the caller wants to stop."""
        try:
            self.progress(self._done, self._total)
        except Exception:  # noqa: BLE001  whatever it raises is how a caller cancels; the report says so
            return False
        return True

    def _take(self, line: Line) -> None:
        """Settle what the file itself decides: faults, and numbers that came before."""
        sheet, matter = self._report.sheets[line.sheet], line.found
        sheet.rows += 1
        if isinstance(matter, str):
            self._reject(line, matter)
            return
        if self.watcher is not None:
            self.watcher.looked(sheet.name, matter)
        content = hash((matter.title, matter.text, matter.received_at, matter.reporter, matter.phone))
        key = (matter.source, matter.source_number or f"\n{content}")
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = content
            self._unasked.append((line, matter))
            self._told_of[key] = matter.told
        elif before == content:
            sheet.already_there += 1
            self._hear(line, matter, self._told_of.get(key, ""))
        else:
            self._reject(line, "number_twice_differs")

    def _hear(self, line: Line, matter: Matter, before: str) -> None:
        """Keep a row that tells more of a number than was told before; the last one of a file that does counts."""
        if matter.source_number and matter.told and matter.told != before:
            key = (matter.source, matter.source_number)
            self._told_of[key] = matter.told
            self._news[key] = (line, matter)

    def _bring_news(self) -> bool:
        """Tell the known cases what their source tells of them now; False when cancelled."""
        news = list(self._news.values())
        while news:
            block, news = news[: self.pace.rows], news[self.pace.rows :]
            unchanged: Counter[str] = Counter()
            if self.submit is not None:
                rows = tuple(matter for _, matter in block)
                started = self.steady()
                told = self.submit(UpdateCases(rows=rows, batch=self.batch, channel="import"))
                self.pace.took(len(block), self.steady() - started)
                unchanged.update(told["unchanged"])
                self._name(told["cases"])
            for line, matter in block:
                self._report.sheets[line.sheet].updated += not unchanged[matter.source_number]
            if news and not self._told():
                return False
        return True

    def _name(self, cases: Sequence[str]) -> None:
        self._report.cases += cases[: max(0, MOST_NAMED - len(self._report.cases))]

    def _reject(self, line: Line, reason: str) -> None:
        sheet = self._report.sheets[line.sheet]
        sheet.rejected += 1
        self._report.rejected.append(Rejection(sheet.name, line.row, reason))

    def _ask(self) -> None:
        """Settle what the cases that stand here decide; the rest waits to be sent."""
        asked, self._unasked = self._unasked, []
        for source in dict.fromkeys(matter.source for _, matter in asked):
            rows = [(line, matter) for line, matter in asked if matter.source == source]
            standing = self._standing(source, [matter for _, matter in rows])
            for line, matter in rows:
                found = standing.get(_identity(matter))
                if found is None:
                    live = self._choice.adopts(self._report.sheets[line.sheet].name, line.row, matter, self.now)
                    self._waiting[live].append((line, matter))
                elif _is_same(found, matter):
                    self._report.sheets[line.sheet].already_there += 1
                    self._hear(line, matter, found.told)
                else:
                    self._reject(line, "number_taken")

    def _standing(self, source: str, matters: Sequence[Matter]) -> dict[tuple[object, ...], Standing]:
        numbers = [matter.source_number for matter in matters if matter.source_number]
        instants = [matter.received_at or 0 for matter in matters if not matter.source_number]
        found: dict[tuple[object, ...], Standing] = {}
        for number, standing in self.standing.numbered(source, numbers).items():
            found[(number,)] = standing
        for standing in self.standing.unnumbered(source, instants):
            found[standing.received_at, standing.title, standing.text] = standing
        return found

    def _send(self, at_least: int) -> bool:
        """Send what waits in commands of the right size, leaving less than ``at_least``; False when cancelled."""
        for live, waiting in self._waiting.items():
            while waiting and len(waiting) >= at_least:
                block = waiting[: self.pace.rows]
                del waiting[: self.pace.rows]
                self._send_block(block, live)
                at_least = min(at_least, self.pace.rows)
                if waiting and not self._told():
                    return False
        return True

    def _send_block(self, block: Sequence[tuple[Line, Matter]], live: bool) -> None:
        already: Counter[str] = Counter()
        if self.submit is not None:
            rows = tuple(_adopted(matter, self.now) if live else matter for _, matter in block)
            started = self.steady()
            told = self.submit(ImportCases(rows=rows, live=live, batch=self.batch, channel="import"))
            self.pace.took(len(block), self.steady() - started)
            already.update(told["already_there"])
            self._name(told["cases"])
        for line, matter in block:
            sheet = self._report.sheets[line.sheet]
            if already[matter.source_number] > 0:  # somebody brought it in while we were reading
                already[matter.source_number] -= 1
                sheet.already_there += 1
            else:
                sheet.created += 1
                self._report.live = (self._report.live or 0) + live
                self._report.ended += matter.outcome is not None
                if self.watcher is not None:
                    self.watcher.would_create(sheet.name, line.row, matter)


def _identity(matter: Matter) -> tuple[object, ...]:
    if matter.source_number:
        return (matter.source_number,)
    return matter.received_at, matter.title, matter.text


def _is_same(standing: Standing, matter: Matter) -> bool:
    """Whether a standing case is the row's own matter: its title, or its day, still fits. Erased words fit anything."""
    if not standing.title or standing.title == matter.title:
        return True
    return local_date(standing.received_at) == local_date(matter.received_at or 0)


def _adopted(matter: Matter, now: int) -> Matter:
    """The matter as it comes in live: clocks run from now on, so a limit that ran out elsewhere is none here."""
    if matter.due_at is not None and matter.due_at <= now:
        return replace(matter, due_at=None)
    return matter
