"""Data and backups: where the data lies and how it is, backups and their folder, checks, restoring, importing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from commandcenter import __version__
from commandcenter.desk.backup_place import PlaceFacts, look_at_place
from commandcenter.desk.chores import CHORES
from commandcenter.desk.desk import KEEP_BACKUPS, BackupFile, Desk
from commandcenter.desk.jobs import Job
from commandcenter.desk.read import Read
from commandcenter.domain.clock import MINUTE, epoch_ms, local
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.status import Status
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints
from commandcenter.ui.settings import data_model as model
from commandcenter.ui.settings.backup_rows import BackupPainter, backup_key, spoken_backup
from commandcenter.ui.settings.data_model import BackupRow, Outcome
from commandcenter.ui.settings.lines import SettingLine
from commandcenter.ui.settings.restore_sheet import RestoreSheet
from commandcenter.ui.settings.section import Section
from commandcenter.ui.wording import trouble

translate = QCoreApplication.translate

BACKUP_FILTER = "*.ccb"
FOLDER, SIZE, ENTRIES, SEATS, SEARCH, FORKS, UNKNOWN, PROGRAM = range(8)
_LEVELS = {
    "done": ("circle-check", "ok", "true"),
    "look": ("info", "acc", "true"),
    "failed": ("triangle-alert", "amb", "warn"),
}


@dataclass(frozen=True, slots=True)
class DataState:
    """What a look at journal and backups found."""

    status: Status
    backups: tuple[BackupFile, ...]
    place: PlaceFacts


class DataSection(Section):
    """The state of the data and what can be done with it at the left, the backups at the right."""

    name = "data"
    icon = "database"
    families = frozenset({"node"})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._job: Job | None = None
        self._sheet: FormSheet | RestoreSheet | None = None
        self._archive = Path()
        self._state: DataState | None = None
        self._asked_at: int | None = None
        self._build()
        self.desk.told.connect(self._on_told)
        self.services.settings_changed.connect(self._ask)

    @staticmethod
    def words() -> str:
        return translate("Settings", "Data and backups")

    @staticmethod
    def counted(desk: Desk) -> str:
        return ""

    def caption(self) -> str:
        return self.tr("everything acknowledged is on the disk; a backup is for the day the disk breaks")

    def hints(self) -> Hints:
        return (
            ("B", self.tr("back up now")),
            ("Enter", self.tr("try out, restore")),
            ("O", self.tr("restore from a file")),
            ("F", self.tr("backup folder")),
            ("V", self.tr("check")),
            ("R", self.tr("fold anew")),
            ("I", self.tr("import")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._build_state())
        left.addWidget(self._build_care())
        self.pages = QStackedWidget()
        self.pages.addWidget(QWidget())
        self.pages.addWidget(self._build_job())
        self.pages.addWidget(self._build_outcome())
        left.addWidget(self.pages)
        left.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(left, 11)
        layout.addWidget(self._build_backups(), 9)
        self.look.changed.connect(self._fit)
        self._fit()
        self._show_job()

    def _build_state(self) -> Panel:
        panel = Panel(self.look, self.tr("The data on this computer"), "", head=40)
        names = [
            self.tr("Folder"),
            self.tr("Size of the file"),
            self.tr("Entries"),
            self.tr("Written by"),
            self.tr("Search"),
            self.tr("Written twice"),
            self.tr("Not understood"),
            self.tr("Program"),
        ]
        self.facts = FactGrid(self.look, names)
        panel.body.addWidget(self.facts)
        return panel

    def _build_care(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Looking after it"), self.tr("work goes on beside each of these"), head=40)
        self.verify_button = Button(look, self.tr("Check"), key="V", icon="shield-check", small=True)
        self.rebuild_button = Button(look, self.tr("Fold anew"), key="R", icon="refresh-cw", small=True)
        self.import_button = Button(look, self.tr("Import"), key="I", icon="folder-input", small=True)
        self.verify_button.clicked.connect(self.verify)
        self.rebuild_button.clicked.connect(self.rebuild)
        self.import_button.clicked.connect(self.open_import)
        self.verify_line = SettingLine(
            look,
            "shield-check",
            self.tr("Check every entry"),
            self.tr(
                "Chain, signatures and private parts of the whole journal. It is done by itself every Sunday night."
            ),
            self.verify_button,
        )
        self.rebuild_line = SettingLine(
            look,
            "refresh-cw",
            self.tr("Fold the tables anew"),
            self.tr("Lists and boards are worked out from the entries again. For when a screen looks wrong."),
            self.rebuild_button,
        )
        self.import_line = SettingLine(
            look,
            "folder-input",
            self.tr("Bring in a workbook"),
            self.tr("Old cases and categories; with a look into the file and a dry run first."),
            self.import_button,
        )
        for line in (self.verify_line, self.rebuild_line, self.import_line):
            panel.body.addWidget(line)
        return panel

    def _build_job(self) -> QFrame:
        look = self.look
        frame = QFrame()
        frame.setProperty("panel", "true")
        self.job_title = Label(look, "", "name")
        self.job_words = ElidedLabel(look, "", "caption", "2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop_button = Button(look, self.tr("Stop"), key="Esc", small=True)
        self.stop_button.clicked.connect(self.stop)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(14, 12, 14, 14)
        inner.setSpacing(8)
        inner.addLayout(row(self.job_title, self.job_words, self.stop_button, gap=10))
        inner.addWidget(self.bar)
        inner.addStretch(1)
        return frame

    def _build_outcome(self) -> QFrame:
        look = self.look
        self.outcome = QFrame()
        self.outcome.setProperty("panel", "true")
        self._outcome: Outcome | None = None
        self.outcome_mark = Label(look)
        self.outcome_title = Label(look, "", "name")
        self.outcome_title.setWordWrap(True)
        self.outcome_words = Label(look, "", "body", "2")
        self.outcome_words.setWordWrap(True)
        self.outcome_then = Label(look, "", "caption", "3")
        self.outcome_then.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.outcome_title, self.outcome_words, self.outcome_then):
            words.addWidget(label)
        words.addStretch(1)
        line = QHBoxLayout(self.outcome)
        line.setContentsMargins(14, 12, 14, 12)
        line.setSpacing(12)
        line.addWidget(self.outcome_mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return self.outcome

    def _build_backups(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Backups"), "")
        self.backup_panel = panel
        self.backup_button = Button(look, self.tr("Back up now"), key="B", icon="archive", kind="primary", small=True)
        self.backup_button.clicked.connect(self.back_up)
        panel.add_to_head(self.backup_button)
        self.folder_words = ElidedLabel(look, "", "body")
        self.place_mark = Label(look)
        self.place_words = Label(look, "", "caption", "2")
        self.place_words.setWordWrap(True)
        self.folder_button = Button(look, self.tr("Another folder"), key="F", icon="folder-open", small=True)
        self.folder_button.clicked.connect(self.choose_folder)
        self.times = Label(look, "", "caption", "3")
        self.times.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.folder_words)
        place = QHBoxLayout()
        place.setSpacing(6)
        place.addWidget(self.place_mark, 0, Qt.AlignmentFlag.AlignTop)
        place.addWidget(self.place_words, 1)
        words.addLayout(place)
        words.addWidget(self.times)
        line = QHBoxLayout()
        line.setContentsMargins(14, 10, 12, 10)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addLayout(line)
        self.model = KeyedRows(backup_key, spoken_backup, self)
        self.list = RowList(look, self.model, BackupPainter(look, self), self.tr("Backups"))
        self.view = self.list.view
        self.view.opened.connect(self._on_opened)
        self.view.moved.connect(self._on_moved)
        empty = Empty(
            look, "archive", self.tr("No backup in this folder yet"), self.tr("Press B and make the first one.")
        )
        self.listing = QStackedWidget()
        self.listing.addWidget(self.list)
        self.listing.addWidget(empty)
        panel.body.addWidget(self.listing, 1)
        self.file_button = Button(look, self.tr("From a file"), key="O", icon="folder-open", small=True)
        self.restore_button = Button(look, self.tr("Try out, restore"), key="Enter", icon="rotate-ccw", small=True)
        self.file_button.clicked.connect(self.choose_file)
        self.restore_button.clicked.connect(self.rehearse_chosen)
        self.foot = ElidedLabel(look, "", "caption", "3")
        panel.add_foot(self.foot, self.file_button, self.restore_button)
        return panel

    def _fit(self) -> None:
        low = self.height() < self.look.px(620)
        for line in (self.verify_line, self.rebuild_line, self.import_line):
            line.note.setVisible(not low)
        size = self.look.px(15)
        self.place_mark.setPixmap(self.look.icon("triangle-alert", "amb", size))
        self._show_outcome()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        self._ask()

    def _ask(self) -> None:
        """Look at file, backups and their folder beside the window: a folder on the network may take its time."""
        self._asked_at = self.desk.clock.now()
        desk = self.desk
        look = look_at_place(desk.folder, str(desk.backup_folder))

        def work(read: Read) -> DataState:
            place = look(read)
            return DataState(read.status.status(), tuple(desk.backups()), place)

        answer = desk.ask(work)
        answer.done.connect(self._on_state)
        answer.failed.connect(self._on_not_looked)

    def _on_not_looked(self, error: object) -> None:
        code, facts = getattr(error, "code", "crashed"), getattr(error, "facts", {"detail": type(error).__name__})
        self._tell(Outcome("failed", self.tr("The state of the data is not known"), trouble(code, facts)))

    def _on_state(self, state: DataState) -> None:
        self._state = state
        self._show_status(state.status)
        self._show_place(state.place)
        rows = model.rows_of(state.backups)
        self.model.show(rows)
        self.listing.setCurrentIndex(0 if rows else 1)
        if self.view.place < 0 and rows:
            self.view.go(0)
        now = self.desk.clock.now()
        newest = rows[0].made_at if rows else None
        self.backup_panel.caption.setText(self.tr("newest: {when}").format(when=model.age_words(newest, now)))
        total = sum(one.size for one in rows)
        self.foot.setText(self.tr("backups {n}, {size}").format(n=len(rows), size=model.size_words(total)))
        self._show_buttons()

    def _show_status(self, status: Status) -> None:
        tell = self.facts.tell
        tell(FOLDER, str(self.desk.folder))
        tell(SIZE, model.size_words(status.size_bytes))
        tell(ENTRIES, self.tr("{n}; only added to, never deleted").format(n=f"{status.events:,}"))
        seats = self.tr("seats {n}; here {letter}, node {node}")
        tell(SEATS, seats.format(n=status.nodes, letter=self.desk.letter, node=self.desk.node))
        if status.index_lag:
            tell(SEARCH, self.tr("cases that wait to be made searchable: {n}").format(n=status.index_lag))
        else:
            tell(SEARCH, self.tr("every case can be found"))
        forks = self.tr("entries {n}; a folder was copied and both copies were written to").format(n=status.forks)
        tell(FORKS, forks if status.forks else self.tr("none"), warn=status.forks > 0)
        unknown = self.tr("entries of a newer program, which are kept: {n}").format(n=status.not_understood)
        tell(UNKNOWN, unknown if status.not_understood else self.tr("none"), warn=status.not_understood > 0)
        tell(PROGRAM, __version__)

    def _show_place(self, place: PlaceFacts) -> None:
        self.folder_words.setText(place.place)
        words, warn = model.place_words(place)
        self.place_words.setText(words)
        self.place_words.set_tone("amb" if warn else "2")
        self.place_mark.setVisible(warn)
        due = CHORES["backup"].get_next_fire_time(None, local(self.desk.clock.now()))
        times = self.tr("Next by itself at {time}, every six hours; the newest {n} of these are kept.")
        self.times.setText(times.format(time=when.clock(epoch_ms(due)), n=KEEP_BACKUPS))

    def _show_buttons(self) -> None:
        free = self._job is None
        for button in (self.verify_button, self.rebuild_button, self.backup_button, self.file_button):
            button.setEnabled(free)
        self.restore_button.setEnabled(free and self.chosen() is not None)

    def chosen(self) -> BackupRow | None:
        """The backup the mark is on."""
        found = self.model.row(self.view.place)
        return found if isinstance(found, BackupRow) else None

    def _on_moved(self, _place: int) -> None:
        self._show_buttons()

    def tick(self, now: int) -> None:
        self._show_job()
        if self._asked_at is None or now - self._asked_at >= MINUTE:
            self._ask()

    # -- jobs ------------------------------------------------------------------------------------------------------

    def _start(self, job: Job) -> None:
        self._job = job
        self._outcome = None
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._show_buttons()
        self._show_job()
        self.stop_button.setFocus()

    def _on_progressed(self, _told: object) -> None:
        self._show_job()

    def _show_job(self) -> None:
        """The job that was begun here, else what the desk does by itself."""
        current = self.desk.bulk.current
        job = self._job or current
        if job is None:
            self.pages.setCurrentIndex(2 if self._outcome is not None else 0)
            return
        self.pages.setCurrentIndex(1)
        self.job_title.setText(model.job_word(job.title))
        done, total = job.at
        if job is not current and current is not None:
            self.job_words.setText(self.tr("waits for: {job}").format(job=model.job_word(current.title)))
        else:
            self.job_words.setText(f"{done * 100 // total} %" if total else "")
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _ended(self, outcome: Outcome) -> None:
        had = self.stop_button.hasFocus()
        self._job = None
        self._tell(outcome)
        self._show_buttons()
        self._ask()
        if had:
            self.view.setFocus()

    def _tell(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._show_outcome()
        self._show_job()

    def _show_outcome(self) -> None:
        outcome = self._outcome
        if outcome is None:
            return
        icon, tone, panel = _LEVELS[outcome.level]
        self.outcome_mark.setPixmap(self.look.icon(icon, tone, self.look.px(20)))
        for label, words in (
            (self.outcome_title, outcome.title),
            (self.outcome_words, outcome.words),
            (self.outcome_then, outcome.then),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self.outcome.setProperty("panel", panel)
        self.outcome.style().unpolish(self.outcome)
        self.outcome.style().polish(self.outcome)
        self.outcome.setAccessibleName(f"{outcome.title}. {outcome.words} {outcome.then}".strip())

    def _on_failed(self, told: Trouble) -> None:
        title = self._job.title if self._job is not None else ""
        self._ended(model.failed(title, told.code, told.facts))

    def _on_cancelled(self) -> None:
        self._ended(model.cancelled(self._job.title if self._job is not None else ""))

    def _on_told(self, told: object) -> None:
        if told in ("backed_up", "indexed") and self.isVisible():
            self._ask()

    def stop(self) -> None:
        """Esc: stop the job that is at work."""
        job = self._job or self.desk.bulk.current
        if job is not None:
            self.job_words.setText(self.tr("stopping at its next step"))
            job.cancel()

    # -- acting ----------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """B: a backup now; the rotation of those made by themselves leaves it alone."""
        if self._job is None:
            job = self.desk.back_up()
            job.done.connect(self._on_backed_up)
            self._start(job)

    def _on_backed_up(self, found: Mapping[str, Any]) -> None:
        self._ended(model.backed_up(found))

    def verify(self) -> None:
        """V: check the whole journal."""
        if self._job is None:
            job = self.desk.verify()
            job.done.connect(self._on_verified)
            self._start(job)

    def _on_verified(self, found: Mapping[str, Any]) -> None:
        self._ended(model.verified(found))

    def rebuild(self) -> None:
        """R: fold all tables anew."""
        if self._job is None:
            job = self.desk.rebuild()
            job.done.connect(self._on_rebuilt)
            self._start(job)

    def _on_rebuilt(self, found: Mapping[str, Any]) -> None:
        self._ended(model.rebuilt(found))

    def open_import(self) -> None:
        """I: the import screen."""
        self.services.go.emit(Go("importing"))

    # -- the folder of the backups -----------------------------------------------------------------------------------

    def choose_folder(self) -> None:
        """F: another folder for the backups."""
        field = Field(
            "folder",
            self.tr("Folder for backups"),
            kind="folder",
            value=str(self.desk.backup_folder),
            wide=True,
            hint=self.tr("empty: in the data folder"),
        )
        self._open(self.tr("Another folder for the backups"), field, self.tr("Use it"), self._on_folder)
        if isinstance(self._sheet, FormSheet):
            self._sheet.caption.setText(self.tr("best on another disk; the old backups stay where they are"))

    def _open(self, title: str, field: Field, send: str, taken: Any) -> None:
        sheet = FormSheet(self.look, self.host, title, [field], send=send, now=self.desk.clock.now)
        self._sheet = sheet
        sheet.submitted.connect(taken)
        sheet.open_sheet()

    def _on_folder(self, values: dict[str, Any]) -> None:
        place = str(values["folder"])
        if not place:
            self._take_folder("")
            return
        answer = self.desk.ask(look_at_place(self.desk.folder, place))
        answer.done.connect(self._on_looked)
        answer.failed.connect(self._on_place_failed)

    def _on_looked(self, facts: PlaceFacts) -> None:
        problem = model.place_problem(facts)
        if problem and isinstance(self._sheet, FormSheet):
            self._sheet.form.mark_wrong("folder")
            self._sheet.say(problem)
            return
        self._take_folder(facts.place)

    def _on_place_failed(self, error: object) -> None:
        if isinstance(self._sheet, FormSheet):
            self._sheet.say(trouble("crashed", {"detail": type(error).__name__}))

    def _take_folder(self, place: str) -> None:
        own = str(self.desk.folder / "backups")
        self.services.settings_wanted.emit({"backup_folder": "" if place == own else place})
        if isinstance(self._sheet, FormSheet):
            self._sheet.finish()
        self._ask()

    # -- restoring -------------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """O: a backup from anywhere."""
        if self._job is not None:
            return
        words = self.tr("Backups ({pattern})").format(pattern=BACKUP_FILTER)
        field = Field(
            "file",
            self.tr("File of the backup"),
            kind="open_file",
            value=str(self.desk.backup_folder),
            wide=True,
            required=True,
            filter=words,
        )
        self._open(self.tr("Restore from a file"), field, self.tr("Try it out"), self._on_file)
        if isinstance(self._sheet, FormSheet):
            self._sheet.caption.setText(self.tr("first it is only tried out; nothing is changed"))

    def _on_file(self, values: dict[str, Any]) -> None:
        if isinstance(self._sheet, FormSheet):
            self._sheet.finish()
        self._rehearse(Path(str(values["file"])).expanduser())

    def _on_opened(self, _place: int) -> None:
        self.rehearse_chosen()

    def rehearse_chosen(self) -> None:
        """Enter on a backup: try it out, then offer to restore it."""
        chosen = self.chosen()
        if chosen is not None and self._job is None:
            self._rehearse(chosen.path)

    def _rehearse(self, archive: Path) -> None:
        self._archive = archive
        job = self.desk.rehearse(archive)
        job.done.connect(self._on_rehearsed)
        self._start(job)

    def _on_rehearsed(self, found: Mapping[str, Any]) -> None:
        title = self.tr("The backup is good")
        words = self.tr("{file}: entries {n}, all whole.").format(file=self._archive.name, n=found["events"])
        self._ended(Outcome("done", title, words, self.tr("Only tried out; nothing was changed.")))
        running = sum(1 for line in self.desk.read.incidents.running("") if line.state.stage == "running")
        sheet = RestoreSheet(
            self.look,
            self.host,
            self._archive,
            found,
            here=self.desk.read.status.position(),
            running=running,
            now=self.desk.clock.now(),
        )
        self._sheet = sheet
        sheet.decided.connect(self._on_restore)
        sheet.open_sheet()

    def _on_restore(self) -> None:
        sheet = self._sheet
        if not isinstance(sheet, RestoreSheet):
            return
        current = self.desk.bulk.current
        if current is not None:
            words = self.tr("The desk is busy: {job}. Press again when it is done.")
            sheet.say(words.format(job=model.job_word(current.title)))
            return
        try:
            found = self.desk.restore(self._archive)
        except Trouble as told:
            sheet.say(trouble(told.code, told.facts))
            return
        sheet.dismiss()
        words = self.tr("In place: entries {n}, cases {cases}, whistles {whistles}. Sign in again at this seat.")
        then = self.tr("What was here before lies in the data folder under before-restore.")
        told_words = words.format(n=found.events, cases=found.cases, whistles=found.whistles)
        self._ended(Outcome("done", self.tr("Restored"), told_words, then))

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, event: QKeyEvent) -> bool:
        if event.modifiers():
            return False
        key = event.key()
        ways = {
            Qt.Key.Key_B: self.back_up,
            Qt.Key.Key_V: self.verify,
            Qt.Key.Key_R: self.rebuild,
            Qt.Key.Key_I: self.open_import,
            Qt.Key.Key_F: self.choose_folder,
            Qt.Key.Key_O: self.choose_file,
        }
        if key == Qt.Key.Key_Escape and self._job is not None:
            self.stop()
        elif Qt.Key(key) in ways:
            ways[Qt.Key(key)]()
        else:
            return False
        return True

    def come(self) -> None:
        (self.view if self.model.rowCount() else self.backup_button).setFocus()
