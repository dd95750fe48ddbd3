"""The checks of the data folder, as they are really performed: each tells what was found, not what is hoped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStorageInfo, Signal
from PySide6.QtGui import QFont, QTextLayout

from commandcenter.desk.desk import KEEP_BACKUPS, Desk
from commandcenter.desk.engine import Done
from commandcenter.desk.folder import free_bytes, network_reason, sync_reason
from commandcenter.desk.read import Read
from commandcenter.domain.clock import SECOND, epoch_ms, local
from commandcenter.domain.command import Batch
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.wording import trouble

translate = QCoreApplication.translate

GIB = 1024**3
LEAST_FREE = 2 * GIB
"""Below this the rotating backups of a grown office no longer fit beside its journal."""

DRAFT = "firstrun.check"
"""Where the trial text is written; it is taken away again at once."""

CHINESE = "街"
WHOLE = "ok"

OK, LOOK, WAIT = "ok", "look", "wait"


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, what was found, and ``level``: ok, look (somebody should), wait (under way)."""

    key: str
    name: str
    words: str
    level: str = WAIT


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What was found in and about the folder. Empty reasons are good; times are epoch milliseconds."""

    network: str
    synced: str
    free: int
    integrity: str
    events: int
    last_event: int | None
    read_back: str


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """The faces that stand in on paper, by the role they stand in for; ``trouble`` when there is no Chinese face."""

    stand_ins: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What is known of a place for backups: on which file system, how much is free, when the next is due."""

    whole_path: bool
    same_disk: bool | None
    network: str
    free: int
    next_at: int


def _look_at(folder: Path) -> Callable[[Read], FolderFacts]:
    def look(read: Read) -> FolderFacts:
        events = read.status.position()
        newest = read.status.facts_after(events - 1) if events else []
        return FolderFacts(
            network=network_reason(folder),
            synced=sync_reason(folder),
            free=free_bytes(folder),
            integrity=read.status.integrity(),
            events=events,
            last_event=newest[-1].recorded_at if newest else None,
            read_back=read.status.drafts().get(DRAFT, ""),
        )

    return look


def _look_at_paper(_read: Read) -> PaperFacts:
    from commandcenter.reporting.fonts import faces

    try:
        return PaperFacts(faces().substitutes)
    except Trouble as found:
        return PaperFacts(trouble=found)


def look_at_backups(folder: Path, place: str, now: int) -> Callable[[Read], BackupFacts]:
    """The question for what is known of a place for backups of a data folder."""

    def look(_read: Read) -> BackupFacts:
        from commandcenter.desk.chores import CHORES

        target = Path(place).expanduser()
        whole = target.is_absolute()
        due = CHORES["backup"].get_next_fire_time(None, local(now))
        return BackupFacts(
            whole_path=whole,
            same_disk=_device(target) == _device(folder) if whole else None,
            network=network_reason(target) if whole else "",
            free=free_bytes(target) if whole else 0,
            next_at=epoch_ms(due),
        )

    return look


def _device(place: Path) -> bytes:
    """The device of the nearest folder above a place that is there already."""
    for folder in (place, *place.parents):
        info = QStorageInfo(str(folder))
        if info.isValid():
            return bytes(info.device().data())
    return b""


def screen_family() -> str:
    """The family that really draws Chinese on this screen; empty when nothing can."""
    layout = QTextLayout(CHINESE, QFont())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    drawn = [run.rawFont() for run in runs if run.glyphIndexes() and all(run.glyphIndexes())]
    return drawn[0].familyName() if drawn else ""


class FolderChecks(QObject):
    """Performs the checks of the data folder; ``changed`` after each that came in. ``run`` does them anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._token = ""
        self._written_at = self._took = 0
        self._checks: dict[str, Check] = {}
        self.free = 0
        self._begin()

    @property
    def checks(self) -> tuple[Check, ...]:
        """All checks in order."""
        return tuple(self._checks.values())

    def count(self, level: str) -> int:
        """How many checks stand at a level."""
        return sum(check.level == level for check in self._checks.values())

    def _begin(self) -> None:
        names = {
            "place": translate("FirstRun", "On this computer's disk"),
            "synced": translate("FirstRun", "Not synchronised"),
            "written": translate("FirstRun", "Can be written"),
            "room": translate("FirstRun", "Free space"),
            "whole": translate("FirstRun", "Data file whole"),
            "screen": translate("FirstRun", "Chinese on the screen"),
            "paper": translate("FirstRun", "Chinese on paper"),
            "clock": translate("FirstRun", "Clock"),
        }
        looking = translate("FirstRun", "looking …")
        self._checks = {key: Check(key, name, looking) for key, name in names.items()}

    def run(self) -> None:
        """Look at everything. A text is written to the data file, flushed, and read back over another connection."""
        self._begin()
        self._token = self._desk.new_id()
        self._written_at = self._desk.clock.steady()
        self._desk.save_draft(DRAFT, self._token)
        behind = self._desk.submit(Batch(commands=()))  # answered by the writer once the text before it is on the disk
        behind.done.connect(self._on_written)
        behind.failed.connect(self._on_not_written)
        paper = self._desk.ask(_look_at_paper)
        paper.done.connect(self._on_paper)
        paper.failed.connect(self._on_failed)
        self._look_at_screen()
        self.changed.emit()

    def _found(self, key: str, words: str, *, good: bool) -> None:
        self._checks[key] = Check(key, self._checks[key].name, words, OK if good else LOOK)

    def _look_at_screen(self) -> None:
        family = screen_family()
        words = family or translate("FirstRun", "no font has Chinese; on Debian install fonts-noto-cjk")
        self._found("screen", words, good=bool(family))

    def _on_written(self, _done: Done) -> None:
        self._took = self._desk.clock.steady() - self._written_at
        answer = self._desk.ask(_look_at(self._desk.folder))
        answer.done.connect(self._on_folder)
        answer.failed.connect(self._on_failed)

    def _on_not_written(self, not_saved: object) -> None:
        self._say_trouble("written", not_saved)
        self.changed.emit()

    def _on_failed(self, error: object) -> None:
        """A check could not be made: each that still waits says why."""
        for check in self.checks:
            if check.level == WAIT:
                self._say_trouble(check.key, error)
        self.changed.emit()

    def _say_trouble(self, key: str, error: object) -> None:
        words = trouble(getattr(error, "code", "crashed"), getattr(error, "facts", {"detail": type(error).__name__}))
        self._found(key, words, good=False)

    def _on_paper(self, paper: PaperFacts) -> None:
        if paper.trouble is not None:
            self._say_trouble("paper", paper.trouble)
        elif paper.stand_ins:
            roles = "、".join(role for role, _ in paper.stand_ins)
            words = translate("FirstRun", "there; others stand in for {roles}, and the page says so").format(
                roles=roles
            )
            self._found("paper", words, good=True)
        else:
            self._found("paper", translate("FirstRun", "every official face is here"), good=True)
        self.changed.emit()

    def _on_folder(self, facts: FolderFacts) -> None:
        self.free = facts.free
        self._desk.save_draft(DRAFT, "")
        local = translate("FirstRun", "no network drive")
        network = translate("FirstRun", "a network drive ({name}): data would be lost there").format(name=facts.network)
        self._found("place", network if facts.network else local, good=not facts.network)
        synced = translate("FirstRun", "lies in {name}, which copies files behind the program's back").format(
            name=facts.synced
        )
        free = translate("FirstRun", "in no folder of a cloud disk")
        self._found("synced", synced if facts.synced else free, good=not facts.synced)
        self._found_written(facts)
        room = translate("FirstRun", "{free} free").format(free=size_words(facts.free))
        if facts.free < LEAST_FREE:
            room = translate("FirstRun", "only {free}; {least} are needed").format(
                free=size_words(facts.free), least=size_words(LEAST_FREE)
            )
        self._found("room", room, good=facts.free >= LEAST_FREE)
        whole = translate("FirstRun", "checked page by page, entries {n}").format(n=facts.events)
        self._found("whole", whole if facts.integrity == WHOLE else facts.integrity, good=facts.integrity == WHOLE)
        self._found_clock(facts)
        self.changed.emit()

    def _found_written(self, facts: FolderFacts) -> None:
        if facts.read_back == self._token:
            words = translate("FirstRun", "written, flushed and read back in {n} ms").format(n=self._took)
            self._found("written", words, good=True)
        else:
            words = translate("FirstRun", "what was written could not be read back")
            self._found("written", words, good=False)

    def _found_clock(self, facts: FolderFacts) -> None:
        now = self._desk.clock.now()
        shown = f"{when.day(now)} {when.clock_seconds(now)}"
        if facts.last_event is not None and facts.last_event > now + SECOND:
            ahead = when.rough(facts.last_event - now)
            words = translate("FirstRun", "{time} is {span} before the last entry; set the computer's clock")
            self._found("clock", words.format(time=shown, span=ahead), good=False)
            return
        words = translate("FirstRun", "{time}, not before the last entry").format(time=shown)
        self._found("clock", words, good=True)


def backup_checks(facts: BackupFacts) -> tuple[Check, ...]:
    """What is told of a place for backups."""
    if not facts.whole_path:
        words = translate("FirstRun", "write the whole path, or look for the folder")
        return (Check("path", translate("FirstRun", "Path"), words, LOOK),)
    same = translate("FirstRun", "the data's own disk; if it breaks, both are gone")
    other = translate("FirstRun", "another disk than the data, {free} free").format(free=size_words(facts.free))
    if facts.network:
        other = translate("FirstRun", "on the network ({name})").format(name=facts.network)
    times = translate("FirstRun", "first at {time}; the newest {n} are kept").format(
        time=when.clock(facts.next_at), n=KEEP_BACKUPS
    )
    proof = translate("FirstRun", "with the start; reopened and counted before it counts")
    return (
        Check(
            "disk",
            translate("FirstRun", "Another disk"),
            same if facts.same_disk else other,
            LOOK if facts.same_disk else OK,
        ),
        Check("times", translate("FirstRun", "By itself"), times, OK),
        Check("first", translate("FirstRun", "First backup"), proof, WAIT),
    )


def size_words(size: int) -> str:
    """A size as people say it: ``212 GB``, ``640 MB``."""
    return (
        f"{size / GIB:.0f} GB"
        if size >= 10 * GIB
        else f"{size / GIB:.1f} GB"
        if size >= GIB
        else f"{size // 1024**2} MB"
    )
