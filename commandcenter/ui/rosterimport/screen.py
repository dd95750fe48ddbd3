"""Importing a roster: file, columns, differences, mending, taking over. The file stays as it is; one act writes, one takes back.

All work on the file is done by a job in a child process; whoever presses Esc leaves without a trace.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.jobs import Job
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.roster_import import RosterImport
from commandcenter.exchange.roster_cells import SKIP, TEXT, Mend, Spot
from commandcenter.exchange.roster_file import Seen
from commandcenter.exchange.roster_holes import Hole
from commandcenter.journal.journal import Changes
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.facts import Card
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.parts.stagebar import StageBar
from commandcenter.ui.rosterimport.comparepage import ComparePage
from commandcenter.ui.rosterimport.draft import Draft
from commandcenter.ui.rosterimport.filepage import FilePage
from commandcenter.ui.rosterimport.rawrows import OriginalSheet
from commandcenter.ui.rosterimport.sheets import AskBack, AskDay, AskExport, AskField, AskHoles, AskText
from commandcenter.ui.rosterimport.steps import (
    COLUMNS,
    DIFFERENCES,
    FAULTS,
    FILE,
    STEPS,
    TAKE,
    hints_at,
    paper_rows,
    rejected_rows,
    stages,
)
from commandcenter.ui.rosterimport.words import LIKE, fault_words, left_words
from commandcenter.ui.wording import refusal

log = logging.getLogger(__name__)

JOBS = "commandcenter.desk.roster_job"
SHIFT = Qt.KeyboardModifier.ShiftModifier
LOOK, TAKE_OVER, TAKE_BACK, EXPORT, SAVE = "look", "take_over", "take_back", "export", "save"


class RosterImportScreen(Screen):
    """One import at a time. ``draft`` is what is under way, ``step`` where the keyboard works."""

    name = "rosterimport"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.draft = Draft()
        self.step = FILE
        self.job: Job | None = None
        self._doing = ""
        self._before: Draft | None = None
        self._holes: list[Hole] = []
        self._left: Draft | None = None
        self._moving = False
        self.holes_sheet: AskHoles | None = None
        self._build()
        for keys, way in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Ctrl+O", self.browse),
            ("Ctrl+E", self.file.export_roster),
            ("Ctrl+Shift+E", self.file.export_units),
            ("Ctrl+P", self.print_differences),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)
        self.setAcceptDrops(True)
        self._show_step()

    def title(self) -> str:
        return self.tr("Import a roster")

    def caption(self) -> str:
        newest = next((one for one in self.desk.reference.roster_imports if one.active), None)
        return self.tr("last taken over {day}").format(day=when.day(newest.at)) if newest is not None else ""

    def where(self) -> Mapping[str, Any]:
        return {"resume": (self.draft, self.step)} if self.draft.path else {}

    def hints(self) -> Hints:
        return hints_at("" if self.job is not None else self.step, left=self._left is not None)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.bar = StageBar(look)
        self.bar.picked.connect(self._on_step)
        self.file_name = ElidedLabel(look, "", "name", "1")
        self.file_name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.file_note = Label(look, "", "caption", "3")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.working = Label(look, "", "body", "2")
        self.another = Button(look, self.tr("Another file"), key="Ctrl O", icon="file-spreadsheet")
        self.another.clicked.connect(self.browse)
        self.top = top = QFrame()
        top.setProperty("panel", "true")
        line = QHBoxLayout(top)
        line.setContentsMargins(14, 6, 14, 6)
        line.setSpacing(14)
        line.addWidget(self.bar, 3)
        line.addWidget(self.working)
        line.addWidget(self.progress)
        line.addWidget(self.file_name, 1)
        line.addWidget(self.file_note)
        line.addWidget(self.another)
        self.file = FilePage(self.context)
        self.page = ComparePage(self.context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.file)
        self.stack.addWidget(self.page)
        self.card = Card(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        look.changed.connect(self._fit)
        outer.addWidget(top)
        outer.addWidget(self.card)
        outer.addWidget(self.stack, 1)
        page = self.page
        self.file.chosen.connect(self.choose)
        self.file.export_wanted.connect(self.ask_export)
        self.file.back_wanted.connect(self.ask_back)
        page.changed.connect(self._show_bar)
        page.column_view.opened.connect(self._on_column)
        page.view.opened.connect(self._on_difference)
        page.faults.view.opened.connect(self._on_fault)
        for button, act in (
            (page.as_note, self._as_note),
            (page.not_used, self._not_used),
            (page.new_button, self._as_new),
            (page.save_button, self.save_faults),
            (page.print_button, self.print_differences),
            (page.take_button, self.take_over),
            (page.since_button, self.ask_day),
        ):
            button.clicked.connect(act)
        for widget in self._keyboards().values():
            widget.installEventFilter(self)

    def _keyboards(self) -> dict[str, QWidget]:
        """Where the keyboard is at each step."""
        page = self.page
        return {
            FILE: self.file.line,
            COLUMNS: page.column_view,
            DIFFERENCES: page.view,
            FAULTS: page.faults.view,
            TAKE: page.take_button,
        }

    # -- where it stands -------------------------------------------------------------------------------------------

    def _show_step(self) -> None:
        self.stack.setCurrentWidget(self.file if self.step == FILE else self.page)
        self._moving = True  # what is hidden may hand the keyboard on; the step stays
        self.page.show_step(self.step)
        self._moving = False
        self._show_bar()
        if self.isVisible() and self.window().isActiveWindow():
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        page = self.page
        if self.step == FILE:
            self.file.focus_first()
            return
        view = {COLUMNS: page.column_view, DIFFERENCES: page.view, FAULTS: page.faults.view}.get(self.step)
        if view is not None and view.place < 0:
            view.go(0)
        if self.step == TAKE and not page.take_button.isEnabled():
            page.view.setFocus()
            return
        self._keyboards()[self.step].setFocus()
        page.look_again(mending=self.step == FAULTS)

    def _show_bar(self) -> None:
        working = self.job is not None
        self.bar.show_steps(stages(self.draft), self.step, back=not working)
        at_file = self.step == FILE
        self.file_name.setText("" if at_file else self.draft.seen.file)
        sheets = len(self.draft.seen.sheets)
        self.file_note.setText(self.tr("sheets {n} · opened to read only, never changed").format(n=sheets))
        wide = self.width() > self.look.px(1500)
        self.file_name.setVisible(not at_file and wide)
        self.file_note.setVisible(not at_file and wide)
        self.another.setVisible(not at_file)
        self.another.setEnabled(not working)
        self.progress.setVisible(working)
        self.working.setVisible(working)
        self.stack.setEnabled(not working)
        self.services.hints_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The step follows the keyboard, wherever a click or Tab took it."""
        if event.type() == QEvent.Type.FocusIn and not self._moving:
            for step, widget in self._keyboards().items():
                if widget is watched and step != self.step and (step == FILE) == (self.step == FILE):
                    self.step = step
                    self.page.look_again(mending=step == FAULTS)
                    self._show_step()
        return False

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "resume" in what and self.job is None:
            self.draft, self.step = what["resume"]
            self.page.show_draft(self.draft)
            self._show_step()
        elif what.get("file") and self.job is None:
            self.choose(str(what["file"]))

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"place", "person", "appointment", "absence", "unit", "roster_import"})

    def reload(self, changes: Changes) -> None:
        if not self.desk.reference.founded:
            return
        self.file.show_earlier(self.desk.reference.roster_imports)
        moved = "*" not in changes.subjects and bool(changes.families() - {"roster_import"})
        if moved and self.job is None and self.step != FILE:
            self._look()  # what it was held against is another now

    def focusInEvent(self, event: object) -> None:
        self._take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.top.setFixedHeight(self.look.px(70))
        self.progress.setFixedWidth(self.look.px(160))
        self._show_bar()

    # -- the file --------------------------------------------------------------------------------------------------

    def browse(self) -> None:
        """Ctrl+O: look for a file; what is under way is given up once another is chosen."""
        if self.job is None:
            self.file.field.browse()

    def choose(self, path: str) -> None:
        """A file was chosen, typed or dropped: read it. Nothing is written."""
        if self.job is not None:
            return
        self._before = self.draft
        self.draft = Draft(path=path, since=at_local(local_date(self.now())))
        self._left = None
        self.file.show_trouble("")
        self.card.say("", "")
        self._look()

    def _look(self) -> None:
        """Read the file and hold it against the roster of now."""
        options = self.draft.options(self.now(), self.services.settings.import_columns)
        self._start(LOOK, "look_into", {"path": self.draft.path, "options": options})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.job is None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if path:
            event.acceptProposedAction()
            self.choose(path)

    # -- the ways on and back --------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Ctrl+Enter: read the file, then take over."""
        if self.job is not None:
            return
        if self.step == FILE:
            self.file.send()
        else:
            self.take_over()

    def leave(self) -> None:
        """Esc: stop the work, else give up without a trace, else go to the roster."""
        if self.job is not None:
            self.job.cancel()
        elif self.step == FILE:
            self.services.go.emit(Go("roster"))
        else:
            self._give_up()

    def _give_up(self) -> None:
        self.draft = Draft()
        self.step = FILE
        self.card.say("", "")
        self.file.line.clear()
        self.page.show_draft(self.draft)
        self._show_step()

    def _on_step(self, code: str) -> None:
        if self.job is not None:
            return
        if code == FILE:
            self._give_up()
        else:
            self._go_step(code)

    def _go_step(self, step: str) -> None:
        self.step = step
        self._show_step()

    def _walk(self, by: int) -> None:
        place = STEPS.index(self.step) + by
        if 0 <= place < len(STEPS):
            step = STEPS[place]
            if step == FAULTS and not self.draft.seen.faults:
                self.step = step
                self._walk(by)
                return
            self._go_step(step)

    # -- columns ---------------------------------------------------------------------------------------------------

    def _on_column(self, _place: int) -> None:
        here = self.page.column
        if here is not None and here.column is not None and self.job is None:
            AskField(self.context, self, here, self._give)

    def _give(self, sheet: str, letter: str, field: str) -> None:
        self.draft.give(sheet, letter, field)
        self._look()

    def _as_note(self) -> None:
        self._give_here("note")

    def _not_used(self) -> None:
        self._give_here("")

    def _give_here(self, field: str) -> None:
        here = self.page.column
        if here is not None and here.column is not None and self.job is None:
            self._give(here.sheet, here.column.letter, field)

    # -- cells -----------------------------------------------------------------------------------------------------

    def _on_difference(self, _place: int) -> None:
        self.change_here()

    def _on_fault(self, _place: int) -> None:
        """Enter: take the mending that suggests itself, or type one."""
        fault = self.page.fault
        if fault is None or self.job is not None:
            return
        if fault.mend is None:
            self.change_here()
            return
        self._mend(fault.spot, fault.mend)

    def change_here(self) -> None:
        """F2: type what a cell should say."""
        spot = self.page.spot
        if self.step == COLUMNS:
            self._on_column(0)
            return
        if spot is None or spot.column < 0 or self.job is not None:
            self.services.toast.emit(Toast(self.tr("This does not stand in the file; it can only be ticked.")))
            return
        fault = self.page.fault if self.step == FAULTS else None
        words = fault_words(fault) if fault is not None else ""
        AskText(self.context, self, spot, self.draft.text_at(spot), words, self._mend_text)

    def _mend_text(self, spot: Spot, text: str) -> None:
        fault = self.page.fault if self.step == FAULTS else None
        if fault is not None and fault.code in LIKE and fault.spot == spot and text.strip() == fault.text:
            words = self.tr("“{text}” is not in the roster: N enters it as new, Enter takes {like}")
            told = words.format(text=fault.text, like=fault.facts.get("like", ""))
            self.services.toast.emit(Toast(told, kind="warn", seconds=10))
            return
        self._mend(spot, Mend(TEXT, text))

    def _as_new(self) -> None:
        """N: that is its name, it is only like another: a new street or alley (or unit), in all rows that name it."""
        fault = self.page.fault
        if fault is None or self.job is not None:
            return
        if fault.code not in LIKE:
            self.services.toast.emit(Toast(self.tr("Only a name that is like another can be entered as new.")))
            return
        self.draft.as_new(fault)
        self._look()

    def _mend(self, spot: Spot, mend: Mend) -> None:
        self.draft.mend(spot, mend)
        self._look()

    def _leave_row_out(self) -> None:
        fault = self.page.fault
        if fault is not None and self.job is None:
            self._mend(Spot(fault.spot.sheet, fault.spot.row), Mend(SKIP))

    def show_original(self) -> None:
        """G: more of the original around what is looked at."""
        spot = self.page.spot
        if spot is None:
            return
        sheet = OriginalSheet(self.look, self.window(), self.tr("Original"))
        sheet.caption.setText(self.tr("{sheet} · row {row}").format(sheet=spot.sheet, row=spot.row))
        rows = self.draft.around(spot, sheet.ROWS)
        fault = self.step == FAULTS
        sheet.rows.show_rows(self.draft.sheet(spot.sheet), rows, spot.row, spot.column, fault=fault)
        sheet.present()

    def ask_day(self) -> None:
        """D: the day from which it holds."""
        if self.job is None:
            AskDay(self.context, self, self.draft.since, self._since)

    def _since(self, since: int) -> None:
        self.draft.since, self.draft.since_chosen = since, True
        self._look()

    # -- taking over and back --------------------------------------------------------------------------------------

    def take_over(self) -> None:
        """Ctrl+Enter: write, once somebody has seen which posts it leaves empty."""
        if self.job is not None or self.step == FILE or not self.draft.taken:
            return
        self._holes = self.draft.holes(self.desk.reference.directory, self.now())
        if not self._holes:
            self._write()
            return
        self.holes_sheet = AskHoles(self.context, self, self._holes)
        self.holes_sheet.accepted.connect(self._write)

    def _write(self) -> None:
        """The one step that writes."""
        kept = self.services.settings.import_columns
        if self.draft.remember and self.draft.columns:
            self.services.settings_wanted.emit({"import_columns": self.draft.remembered(kept)})
        options = self.draft.options(self.now(), kept) | {"keys": self.draft.keys(), "who": self._who()}
        self._start(TAKE_OVER, "take_over", {"path": self.draft.path, "options": options})

    def _who(self) -> dict[str, str]:
        who = self.desk.who()
        return {"actor": who.actor, "role": who.role, "seat": who.seat, "assurance": who.assurance}

    def ask_back(self, told: RosterImport) -> None:
        """Take an import back as a whole, once somebody said why."""
        if self.job is None:
            AskBack(self.context, self, told, self._take_back)

    def _take_back(self, key: str, reason: str) -> None:
        options = {"key": key, "now": self.now(), "reason": reason, "who": self._who()}
        self._start(TAKE_BACK, "take_back", {"options": options})

    # -- out -------------------------------------------------------------------------------------------------------

    def ask_export(self, what: str) -> None:
        """Write the roster or the units to a table."""
        if self.job is None and self.step == FILE:
            AskExport(self.context, self, what, self._export)

    def _export(self, what: str, path: str) -> None:
        self._start(EXPORT, "write_out", {"path": path, "options": {"what": what, "now": self.now()}})

    def save_faults(self) -> None:
        """S: the rows that could not be read, or that the import just taken over left behind, as a table beside the file."""
        draft = self._left if self.step == FILE else self.draft
        if self.job is None and draft is not None and draft.seen.faults:
            self._start(SAVE, "save_faults", {"path": draft.path, "options": rejected_rows(draft)})

    def print_differences(self) -> None:
        """Ctrl+P: the differences on paper."""
        if self.step == FILE or not self.draft.seen.differences:
            return
        options = paper_rows(self.draft, self.desk.reference.directory, self.now())
        print_form(self.context, self, ("roster_differences", "office/main"), options=options)

    # -- work ------------------------------------------------------------------------------------------------------

    def _start(self, doing: str, function: str, arguments: Mapping[str, Any]) -> None:
        words = {
            LOOK: self.tr("Reading the table"),
            TAKE_OVER: self.tr("Taking over"),
            TAKE_BACK: self.tr("Taking back"),
            EXPORT: self.tr("Writing the table"),
            SAVE: self.tr("Writing the table"),
        }
        job = self.desk.start_job("roster", f"{JOBS}:{function}", {**self.desk.child_arguments(), **arguments})
        self.job, self._doing = job, doing
        self.working.setText(words[doing])
        self.progress.setRange(0, 0)
        job.progressed.connect(self._on_progress)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self.setFocus()
        self._show_bar()

    def _on_progress(self, at: tuple[int, int]) -> None:
        done, total = at
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _end_work(self) -> str:
        doing, self._doing, self.job = self._doing, "", None
        return doing

    def _on_done(self, result: Any) -> None:
        doing = self._end_work()
        if doing == LOOK:
            self._on_looked(result)
            return
        if doing == TAKE_OVER:
            words = self.tr("{n} taken over from {file}; Z takes it back as a whole")
            self.services.toast.emit(
                Toast(words.format(n=result["taken"], file=self.draft.seen.file), kind="done", seconds=10)
            )
            self._left = self.draft if self.draft.seen.faults else None
            self._give_up()
            self.card.say(*left_words(self._left.seen if self._left is not None else None, self._holes))
        elif doing == TAKE_BACK:
            words = self.tr("Taken back; both stand in the history")
            if result["kept"]:
                words = self.tr("Taken back but for {n} that were changed since").format(n=result["kept"])
            self.services.toast.emit(Toast(words, kind="warn" if result["kept"] else "done", seconds=10))
            self._left = None
            self.card.say("", "")
        else:
            words = self.tr("{n} rows lie at {path}").format(n=result["rows"], path=result["path"])
            self.services.toast.emit(Toast(words, kind="done", seconds=12))
        self._show_step()
        if doing == TAKE_OVER and self.isVisible() and self.window().isActiveWindow():
            self.file.earlier.view.setFocus()  # Z and S are meant there, not letters of a path

    def _on_looked(self, seen: Seen) -> None:
        first = self.step == FILE
        self.draft.seen = seen
        self._before = None
        if first and seen.day is not None and seen.day != self.draft.since and not self.draft.since_chosen:
            self.draft.since, self.draft.since_chosen = seen.day, True
            self._look()
            return
        if first:
            self.step = DIFFERENCES if self.draft.usable else COLUMNS
        elif self.step == FAULTS and not seen.faults:
            self.step = DIFFERENCES
        self.page.show_draft(self.draft)
        self._show_step()

    def _on_failed(self, trouble: Trouble) -> None:
        doing = self._end_work()
        facts = dict(trouble.facts)
        if trouble.code == "crashed":
            detail = str(facts.get("detail", ""))
            log.error("the job %s broke off: %s", doing, detail)
            facts["detail"] = detail.strip().splitlines()[-1] if detail.strip() else ""
        words = refusal(trouble.code, facts, self.desk.reference.unit_name)
        if self.step == FILE:
            self.draft = self._before or Draft()
            self.file.show_trouble(words)
        else:
            self.card.say(words, self.tr("Nothing was written."))
        if not self.isVisible():
            self.services.toast.emit(Toast(words, kind="warn", seconds=10))
        self._show_step()

    def _on_cancelled(self) -> None:
        self._end_work()
        if self.step == FILE:
            self.draft = Draft()
        self._show_step()

    # -- keys ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """F2 changes a value here; elsewhere it registers a case."""
        ours = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if ours and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2 and self.step != FILE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.leave()
            return
        ways = (
            self._ways(shift=modifiers == SHIFT)
            if self.job is None and modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT)
            else {}
        )
        if key in ways:
            ways[Qt.Key(key)]()
        else:
            super().keyPressEvent(event)

    def _ways(self, *, shift: bool) -> Mapping[Qt.Key, Callable[[], None]]:
        """Plain key → what it does at this step."""
        if shift:
            return {Qt.Key.Key_X: self.page.tick_like} if self.step == DIFFERENCES else {}
        if self.step == FILE:
            return {Qt.Key.Key_Z: self.file.ask_back, Qt.Key.Key_S: self.save_faults}
        ways: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: self._step_back,
            Qt.Key.Key_Right: self._step_on,
            Qt.Key.Key_G: self.show_original,
            Qt.Key.Key_D: self.ask_day,
            Qt.Key.Key_S: self.save_faults,
            Qt.Key.Key_F2: self.change_here,
            Qt.Key.Key_1: self.page.show_all,
            Qt.Key.Key_2: self.page.show_new,
            Qt.Key.Key_3: self.page.show_changed,
            Qt.Key.Key_4: self.page.show_gone,
        }
        if self.step == COLUMNS:
            ways[Qt.Key.Key_Delete] = self._not_used
        elif self.step == FAULTS:
            ways |= {Qt.Key.Key_Delete: self._leave_row_out, Qt.Key.Key_N: self._as_new}
        elif self.step == DIFFERENCES:
            ways[Qt.Key.Key_X] = self.page.tick_here
        return ways

    def _step_back(self) -> None:
        self._walk(-1)

    def _step_on(self) -> None:
        self._walk(1)
