"""The desk: what a screen sees of the workstation. Submit a command, hear what changed, read, start long work."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from commandcenter.desk import seeds
from commandcenter.desk.background import Answer, Background
from commandcenter.desk.clock import Clock
from commandcenter.desk.conductor import Conductor
from commandcenter.desk.engine import Done, Engine, NotSaved, Outcome, RefusedBy, Request
from commandcenter.desk.folder import FolderLock
from commandcenter.desk.garbage import Garbage
from commandcenter.desk.jobs import Job, Lane
from commandcenter.desk.link import LinkServer, answer_submit
from commandcenter.desk.on_duty import main_leader, on_duty
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.desk.ticker import Ticker, escalates, raising
from commandcenter.desk.writer import Writer
from commandcenter.domain.command import Batch, Command, Who
from commandcenter.journal import indexing
from commandcenter.journal.canonical import FOLD_VERSION, fold_version
from commandcenter.journal.database import BACKUP_SUFFIX
from commandcenter.journal.ids import uuid7
from commandcenter.journal.journal import INDEX_AT_ONCE, Changes, open_journal
from commandcenter.journal.trouble import Trouble

if TYPE_CHECKING:
    from commandcenter.desk.bulk import BulkRun, Foresight
    from commandcenter.desk.chores import Chores
    from commandcenter.desk.erasures import Erasures
    from commandcenter.desk.filing import Filing
    from commandcenter.desk.foresight import ForesightWatch
    from commandcenter.desk.lessons import Lessons
    from commandcenter.desk.obligations import Obligations
    from commandcenter.desk.watching import FolderWatch
    from commandcenter.domain.privacy_acts import DestroyPersonalData
    from commandcenter.domain.record import ListFromProgram
    from commandcenter.journal.backup import Rehearsed

COALESCE_MS = 20
"""Changes of a burst are told together; one key press still reaches the screen well within a blink."""
BULK, BULK_MS = 40, 300
"""Bulk work, that many subjects within so many milliseconds, is told a few times a second: the screens are for whoever presses keys meanwhile."""
INDEX_STEP = 200
INDEX_IN_CHILD = 2000
KEEP_BACKUPS = 30
ASK_AGAIN_MS = 60_000
"""What could not be raised - the disk was full - is tried again after this long."""

log = logging.getLogger(__name__)

ALL = Changes(frozenset({"*"}))
"""Everything may have changed: restored, rebuilt, or written by another process."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup on the disk: when it was written (epoch milliseconds) and how large it is (bytes)."""

    path: Path
    made_at: int
    size: int


class Ticket(QObject):
    """The answer to a command, on the window's thread. Exactly one of the three signals is emitted."""

    done = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, request: Request, parent: QObject) -> None:
        super().__init__(parent)
        self.request = request
        self.outcome: Outcome | None = None


class Desk(QObject):
    """One workstation at work. Build it, then ``open``; ``close`` ends it in order."""

    changed = Signal(object)
    not_saved = Signal(object)
    ticked = Signal(object)
    clock_jumped = Signal(object)
    raise_wanted = Signal()
    told = Signal(object)
    crashed = Signal(object)

    _settled = Signal(object)
    _committed = Signal(object)
    _asked = Signal(object)
    _indexed = Signal()

    def __init__(self, folder: Path, clock: Clock, *, key: bytes | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.clock = clock
        self._key = key
        self._tickets: dict[str, Ticket] = {}
        self._pending = Changes()
        self._lately_told: deque[Changes] = deque(maxlen=16)
        self._flow, self._flow_began = (0, 0), QElapsedTimer()
        self._coalesce = QTimer(self)
        self._coalesce.setSingleShot(True)
        self._coalesce.setInterval(COALESCE_MS)
        self._coalesce.timeout.connect(self._tell)
        # queued in any case: an answer that is there at once must wait until whoever asks has connected to the ticket
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)
        self._committed.connect(self._on_committed)
        self._asked.connect(self._on_asked)
        self._indexed.connect(self.index_behind)
        self.ticker = Ticker(clock, self)
        self.ticker.ticked.connect(self._on_tick)
        self.ticker.jumped.connect(self._on_jumped)
        self.conductor = Conductor(self)
        self._garbage = Garbage(self)
        self.bulk = Lane("bulk", self)
        self.press = Lane("press", self)
        self.printer = Lane("printer", self)
        self.study = Lane("study", self)
        self._exports: FolderWatch | None = None
        self._foresight: ForesightWatch | None = None
        self._chores: Chores | None = None
        self.obligations: Obligations | None = None
        self._erasures: Erasures | None = None
        self._seeding = QTimer(self)
        self._seeding.setSingleShot(True)
        self._seeding.timeout.connect(self.bring_seeds)
        self._next_due: int | None = 0
        self._closed = False
        self.left_open = False
        self.reference = Reference(now=clock.now)
        self.backup_folder = folder / "backups"

    # -- life ------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Take the folder, open the journal, answer the local socket. Raises ``Trouble``."""
        self._lock = FolderLock.take(self.folder)
        try:
            self.left_open = self._lock.left_open
            self._start()
            self._server = LinkServer(self._lock.token, self._answer)
            self._lock.publish(self._server.address)
            self._garbage.start()
        except BaseException:
            self._lock.release()
            raise

    def _start(self) -> None:
        journal = open_journal(
            self.folder, self.clock.now, key=self._key, before_migration=self._back_up_before_migration
        )
        self._engine = Engine(journal, self.clock.now)
        self.node = journal.node
        self.letter = journal.letter
        self.read = Read(self.folder, self._key)
        self._draft_texts: dict[str, str] = {}
        self.reference.read_from(self.read.reference)
        self._writer = Writer(self._engine, self._committed.emit, self.crashed.emit)
        self._background = Background(self.folder, self._key, self)

    def _back_up_before_migration(self, schema: int) -> None:
        from commandcenter.journal.backup import before_migration  # only a file of an older program needs it

        before_migration(self.folder, self.backup_folder, self.clock.now, key=self._key)(schema)

    def begin(self) -> None:
        """Start ticking and housekeeping; called after the first window is painted."""
        self.ticker.start()
        from commandcenter.desk.upkeep import upkeep  # the scheduler is heavy, and the window stands by now
        from commandcenter.journal.attachments import VIEWED

        self._chores, self.obligations = upkeep(self)
        if (self.folder / VIEWED).exists():  # a crash left it
            self.filing.clear_viewed()
        if fold_version(self._engine.journal.connection) != FOLD_VERSION:
            self.rebuild()
        self.index_behind()
        self._seeding.start(seeds.WAIT_MS)

    def close(self) -> None:
        """End in order: clock, housekeeping, socket, jobs, writer, journal, lock. Nothing is told any more."""
        self._closed = True
        self._coalesce.stop()
        self._seeding.stop()
        self.ticker.stop()
        if self._chores is not None:
            self._chores.stop()
        if self._exports is not None:
            self._exports.stop()
        self._server.close()
        self.bulk.close()
        self.press.close()
        self.printer.close()
        self.study.close()
        try:
            self._stop()
        except Trouble as trouble:  # everything acknowledged is on the disk; only the tidying failed
            log.error("the journal was not closed in order: %s", trouble)
        finally:
            self._lock.release()
            self._garbage.stop()

    @cached_property
    def filing(self) -> Filing:
        """The files attached to cases; loaded with the first one."""
        from commandcenter.desk.filing import Filing

        return Filing(self.folder, self)

    @cached_property
    def lessons(self) -> Lessons:
        """What the closed cases teach of who must act; loaded with the first question."""
        from commandcenter.desk.lessons import Lessons

        return Lessons(self)

    def _stop(self) -> None:
        if "filing" in self.__dict__:
            self.filing.close()
        self._writer.stop()
        self._background.close()
        self.read.close()
        self._engine.journal.close()

    # -- commands --------------------------------------------------------------------------------------------------

    def submit(self, command: Command, *, who: Who | None = None, id: str = "") -> Ticket:
        """Send a command to the writer. The ticket answers on this thread, after the commit."""
        request = Request(command, id or uuid7(self.clock.now()), who)
        ticket = Ticket(request, self)
        self._tickets[request.id] = ticket
        self._writer.submit(request).add_done_callback(self._in_writer(request.id))
        return ticket

    def _in_writer(self, key: str) -> Callable[[Future[Outcome]], None]:
        def settle(future: Future[Outcome]) -> None:
            error = future.exception()
            outcome = future.result() if error is None else NotSaved("crashed", {"detail": str(error)})
            self._settled.emit((key, outcome))

        return settle

    def _on_settled(self, told: tuple[str, Outcome]) -> None:
        key, outcome = told
        ticket = self._tickets.pop(key, None)
        if ticket is None or self._closed:
            return
        ticket.outcome = outcome
        if isinstance(outcome, Done):
            self._note(outcome.changes)
            self._tell()
            ticket.done.emit(outcome)
        elif isinstance(outcome, RefusedBy):
            ticket.refused.emit(outcome)
        else:
            self.not_saved.emit(ticket)
            ticket.failed.emit(outcome)
        ticket.deleteLater()

    @property
    def quiet(self) -> bool:
        """Every command has its answer and every screen was told."""
        return not self._tickets and not self._coalesce.isActive()

    def again(self, ticket_request: Request) -> Ticket:
        """Send a command that could not be saved once more, under its own id."""
        return self.submit(ticket_request.command, who=ticket_request.who, id=ticket_request.id)

    def foresee(self, commands: Sequence[Command]) -> Foresight:
        """What would come of commands now; nothing is written. The answer comes on this thread."""
        from commandcenter.desk.bulk import Foresight

        return Foresight(self._writer, commands, self)

    def carry_out(self, commands: Sequence[Command]) -> BulkRun:
        """Send many commands, each an act of its own, a few at a time."""
        from commandcenter.desk.bulk import BulkRun

        return BulkRun(self, commands, self)

    def new_id(self) -> str:
        """A fresh random id (UUIDv7) for a record that a screen enters."""
        return uuid7(self.clock.now())

    def save_draft(self, key: str, text: str) -> None:
        """Keep a typed text that was not sent yet; it survives a crash."""
        self._draft_texts[key] = text

        def work(engine: Engine) -> None:
            engine.save_draft(key, text)
            if self._draft_texts.get(key) is text:
                self._draft_texts.pop(key, None)

        self._writer.run(work).add_done_callback(_logged)

    def drafts(self) -> dict[str, str]:
        """Texts typed at this seat and not yet sent, also those on their way to the disk: a form opened again has them."""
        under_way = dict(self._draft_texts)
        return {key: text for key, text in {**self.read.status.drafts(), **under_way}.items() if text}

    def who(self) -> Who:
        """Who sits at this seat."""
        seat = self.read.reference.seat(self.node)
        return Who(seat.person, seat.role, self.node, seat.assurance)

    # -- what changed ----------------------------------------------------------------------------------------------

    def _on_committed(self, changes: Changes) -> None:
        if self._closed or not self._note(changes):
            return
        wait = BULK_MS if self._is_bulk(len(changes.subjects)) else COALESCE_MS
        if not self._coalesce.isActive() or self._coalesce.remainingTime() > wait:
            self._coalesce.start(wait)

    def _is_bulk(self, subjects: int) -> bool:
        """Whether so much comes in from elsewhere, by one command or by many small ones."""
        passed = self._flow_began.elapsed() if self._flow_began.isValid() else 2 * BULK_MS
        if passed >= BULK_MS:
            self._flow = (self._flow[1] if passed < 2 * BULK_MS else 0, 0)
            self._flow_began.start()
        self._flow = (self._flow[0], self._flow[1] + subjects)
        return sum(self._flow) >= BULK

    def _note(self, changes: Changes) -> bool:
        """Keep changes until they are told; False for those told already: a command's answer and its commit bring the same."""
        if any(changes is told for told in self._lately_told):
            return False
        self._lately_told.append(changes)
        self._pending = self._pending | changes
        return True

    def _tell(self) -> None:
        self._coalesce.stop()
        changes, self._pending = self._pending, Changes()
        if not changes.subjects:
            return
        if "*" in changes.subjects:
            self.reference.forget_all()
        else:
            self.reference.forget(changes.families())
        self._next_due = 0
        self.changed.emit(changes)
        if self.bulk.current is None and ("*" in changes.subjects or len(changes.subjects) > INDEX_AT_ONCE):
            self.index_behind()  # whoever wrote it: this window, another process, the founding

    def reread(self) -> None:
        """Everything may have changed: forget snapshots and tell every screen."""
        self._pending = self._pending | ALL
        self._tell()

    # -- the clock -------------------------------------------------------------------------------------------------

    def _on_tick(self, now: int) -> None:
        self.ticked.emit(now)
        if self.ticker.calm:
            return
        if self._next_due == 0:
            self._next_due = self.read.incidents.next_due()
        if self._next_due is None or self._next_due > now:
            return
        due = self.read.incidents.due(now)
        leaders = self._leaders(now) if escalates(due) else ("", "")
        commands = raising(due, *leaders)
        if commands:
            who = Who(role="system", seat=self.node)
            key = f"tick:{commands[0][0]}:{len(commands)}:{now}"
            self.submit(Batch(commands=tuple(command for _, command in commands), channel="system"), who=who, id=key)
            self._next_due = now + ASK_AGAIN_MS  # or as soon as these are on the disk

    def _leaders(self, now: int) -> tuple[str, str]:
        """Who hears of an order: the leader of the running shift, the main leader."""
        return on_duty(self.read, now).leader, main_leader(self.reference.directory)

    def _on_jumped(self, delta: int) -> None:
        self._next_due = 0
        self.clock_jumped.emit(delta)

    def ask(self, work: Callable[[Read], Any]) -> Answer:
        """Run a read that is too long for the window's thread; the answer comes by signal."""
        return self._background.ask(work)

    # -- long work -------------------------------------------------------------------------------------------------

    def start_job(self, title: str, name: str, arguments: Mapping[str, Any], *, lane: Lane | None = None) -> Job:
        """Start ``package.module:function`` in a child process."""
        return (lane or self.bulk).start(title, name, arguments)

    def print_document(
        self, form: str, subject: str, target: Path | None = None, *, options: Mapping[str, Any] | None = None
    ) -> Job:
        """Press a form of a matter to PDF in a child process that stays warm; with ``target`` into that file too.

        The result is that of ``printing_job.print_document``.
        """
        return self._printing("print_document", form, subject, target, options)

    def word_copy(self, form: str, subject: str, target: Path, *, options: Mapping[str, Any] | None = None) -> Job:
        """Write a Word copy of a form in the same child process; the result is that of ``printing_job.word_copy``."""
        return self._printing("word_copy", form, subject, target, options)

    def _printing(
        self, job: str, form: str, subject: str, target: Path | None, options: Mapping[str, Any] | None
    ) -> Job:
        arguments = {
            **self.child_arguments(),
            "form": form,
            "subject": subject,
            "target": str(target) if target is not None else "",
            "options": dict(options or {}),
            "printed_by": self.who().actor,
            "seat": self.node,
            "now": self.clock.now(),
        }
        return self.start_job("print", f"commandcenter.desk.printing_job:{job}", arguments, lane=self.press)

    def child_arguments(self) -> dict[str, Any]:
        """What a child process needs to reach this desk's data."""
        return {"folder": str(self.folder), "key": self._key.hex() if self._key else ""}

    def rebuild(self) -> Job:
        """Fold all projections anew, in a child process."""
        job = self.start_job("rebuild", "commandcenter.desk.work:rebuild_projections", self.child_arguments())
        job.done.connect(self._on_rebuilt)
        return job

    def _on_rebuilt(self, _result: object) -> None:
        self.reread()
        self.index_behind()

    def index_behind(self) -> None:
        """Make searchable what bulk work has left behind: a little here, a lot in a child process."""
        if self._closed:
            return
        waiting = self.read.cases.index_lag()
        if not waiting:
            return
        if waiting > INDEX_IN_CHILD:
            if self.bulk.current is None or self.bulk.current.title != "index":
                job = self.start_job("index", "commandcenter.desk.work:index_cases", self.child_arguments())
                job.done.connect(self._on_indexed)
            return

        def work(engine: Engine) -> int:
            return indexing.index_batch(engine.journal.connection, INDEX_STEP)

        self._writer.run(work).add_done_callback(self._in_index)

    def _in_index(self, future: Future[object]) -> None:
        _logged(future)
        if future.exception() is None and future.result():
            self._indexed.emit()

    def _on_indexed(self, _result: object) -> None:
        self.told.emit("indexed")
        self.foresight.look()

    @property
    def exports(self) -> FolderWatch:
        """The watch over the folder where other systems put their exports; it rests until it is told one."""
        if self._exports is None:
            from commandcenter.desk.watching import FolderWatch  # no window waits for it

            self._exports = FolderWatch(self, self)
        return self._exports

    @property
    def foresight(self) -> ForesightWatch:
        """The rules of foresight at work, and the answers kept for their screens."""
        if self._foresight is None:
            from commandcenter.desk.foresight import ForesightWatch  # no window waits for it

            self._foresight = ForesightWatch(self)
        return self._foresight

    @property
    def erasures(self) -> Erasures:
        """What follows erasures: files, backups, what was learned."""
        if self._erasures is None:
            from commandcenter.desk.erasures import Erasures  # no window waits for it

            self._erasures = Erasures(self)
        return self._erasures

    def chore(self, name: str) -> None:
        """Do a chore that is due."""
        if name == "backup":
            self.back_up(automatic=True)
        elif name == "integrity":
            job = self.start_job("integrity", "commandcenter.desk.work:check_integrity", self.child_arguments())
            job.failed.connect(self._on_chore_failed)
        elif name == "privacy":
            from commandcenter.desk import destruction  # asked for once an hour

            for command in destruction.due_now(self.read, self.reference, self.clock.now()):
                self.destroy_personal_data(command)
            self.erasures.follow()
        elif name == "foresight":
            self.foresight.look()
        elif name == "lessons":
            self.lessons.freshen()
        elif name == "high_water":
            self._writer.run(lambda engine: engine.journal.save_high_water()).add_done_callback(_logged)
        elif name == "checkpoint":
            if self.bulk.current is None:
                self.index_behind()  # where an earlier step met a disk that was busy
            self._writer.run(lambda engine: engine.journal.checkpoint()).add_done_callback(_logged)

    def destroy_personal_data(self, command: DestroyPersonalData) -> Ticket:
        """Erase the personal data of an incident; once that is on the disk, its printed files in the data folder go too."""
        ticket = self.submit(command)
        ticket.done.connect(self._on_destroyed)
        return ticket

    def _on_destroyed(self, done: Done) -> None:
        for subject in done.subjects:
            family, _, key = subject.partition("/")
            if family == "privacy":
                arguments = {**self.child_arguments(), "number": self.read.incidents.whistle(key).number}
                self.start_job("copies", "commandcenter.desk.destruction:remove_copies", arguments)

    def _on_chore_failed(self, trouble: Trouble) -> None:
        self.told.emit(trouble)

    def back_up(self, target: Path | None = None, *, automatic: bool = False) -> Job:
        """Back up in a child process, to ``target`` or into the backup folder; only automatic ones are rotated."""
        from commandcenter.journal.backup import stamp_of

        name = f"{'auto' if automatic else 'hand'}-{stamp_of(self.clock.now())}{BACKUP_SUFFIX}"
        arguments = {
            **self.child_arguments(),
            "target": str(target or self.backup_folder / name),
            "keep": KEEP_BACKUPS if automatic else 0,
            "now": self.clock.now(),
        }
        job = self.start_job("backup", "commandcenter.desk.work:make_backup", arguments)
        job.failed.connect(self._on_chore_failed)
        job.done.connect(self._on_backed_up)
        return job

    def _on_backed_up(self, _result: object) -> None:
        self.told.emit("backed_up")

    def verify(self) -> Job:
        """Walk the whole journal in a child process; the job's result is ``{"events", "nodes", "erased", "forks"}``.

        It fails with ``Trouble`` torn, naming the first event that is not whole.
        """
        return self.start_job("verify", "commandcenter.desk.work:verify_journal", self.child_arguments())

    def rehearse(self, archive: Path) -> Job:
        """Restore a backup into a scratch folder in a child process and look whether it is good.

        The result is ``{"events", "cases", "whistles", "made_at", "program"}``. It fails with ``Trouble`` bad_backup,
        not_found or newer.
        """
        arguments = {"archive": str(archive), "key": self.child_arguments()["key"]}
        return self.start_job("rehearse", "commandcenter.desk.work:rehearse_backup", arguments)

    def backups(self) -> list[BackupFile]:
        """The backups in the backup folder, the newest first."""
        found = []
        for path in self.backup_folder.glob(f"*{BACKUP_SUFFIX}"):
            told = path.stat()
            found.append(BackupFile(path, told.st_mtime_ns // 1_000_000, told.st_size))
        return sorted(found, key=lambda one: (-one.made_at, one.path.name))

    def last_backup(self) -> int | None:
        """When the newest backup was made (epoch milliseconds); None when there is none."""
        made = [path.stat().st_mtime_ns // 1_000_000 for path in self.backup_folder.glob(f"*{BACKUP_SUFFIX}")]
        return max(made, default=None)

    def restore(self, archive: Path) -> Rehearsed:
        """Put a rehearsed backup in the place of this desk's data and go on with it. Raises ``Trouble``.

        The one act that stops the desk for a moment. Whoever asks has rehearsed the archive in a process of its own.
        """
        from commandcenter.journal import backup

        try:
            self._stop()
            found = backup.restore(archive, self.folder, self.clock.now, key=self._key, rehearsed=True)
        finally:
            self._start()
        self.reread()
        self.index_behind()
        self.bring_seeds()
        return found

    # -- what a newer program brings -------------------------------------------------------------------------------

    def bring_seeds(self) -> None:
        """List what the program knows and this office, founded by an older one, has never known."""
        self.ask(seeds.lacking(self.clock.now())).done.connect(self._on_lacking)

    def _on_lacking(self, command: ListFromProgram | None) -> None:
        if command is not None:
            self.submit(command, who=Who(role="system", seat=self.node))

    # -- other processes -------------------------------------------------------------------------------------------

    def _answer(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        """Called in a thread of the local socket."""
        ask = told.get("ask")
        if ask == "submit":
            return answer_submit(told, lambda request: self._writer.submit(request).result())
        if ask in ("reread", "raise", "restore"):
            future: Future[Any] = Future()
            self._asked.emit((ask, told, future))
            return {"is": "done", "subjects": [], "report": future.result()}
        raise ValueError(f"no such request: {ask!r}")

    def _on_asked(self, told: tuple[str, Mapping[str, Any], Future[Any]]) -> None:
        ask, facts, future = told
        try:
            future.set_result(self._do_asked(ask, facts))
        except Exception as error:  # noqa: BLE001  handed to the thread that asked
            future.set_exception(error)

    def _do_asked(self, ask: str, facts: Mapping[str, Any]) -> dict[str, Any]:
        if ask == "raise":
            self.raise_wanted.emit()
        elif ask == "restore":
            found = self.restore(Path(str(facts["path"])))
            return {"events": found.events, "cases": found.cases, "whistles": found.whistles}
        else:
            self.reread()
            self.index_behind()
        return {}


def _logged(future: Future[Any]) -> None:
    error = future.exception()
    if error is not None:
        log.error("background work failed", exc_info=error)
