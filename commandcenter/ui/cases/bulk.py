"""Acting on many cases: choose the act, see for each case what would come of it, do it, read the result, take it back.

What is shown before is decided by the same rules that decide then, without writing. A case that is refused stays as it is and
says why; the others are done, each as an act of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from commandcenter.desk.bulk import Carried
from commandcenter.desk.engine import Done
from commandcenter.desk.read import Read
from commandcenter.domain.case import Case
from commandcenter.domain.case_undo import may_undo, undoing
from commandcenter.domain.command import Command
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.ui.cases.bulk_acts import ACTS, act_word, kept_words
from commandcenter.ui.cases.bulk_sheet import BulkSheet
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.screen import Context, Toast

MOST = 500
"""So many cases at the most go through one act: each is looked at before and can be read through."""


class BulkActs(QObject):
    """The acts on the ticked cases. ``finished`` tells that a sheet was done with."""

    finished = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._query = CaseQuery()
        self._act = ""
        self._alone = ""
        self._done: list[tuple[Command, Case]] = []
        self.sheet: BulkSheet | None = None
        context.services.undo.connect(self._on_undo)

    # -- choosing --------------------------------------------------------------------------------------------------

    def open_menu(self, query: CaseQuery, alone: str = "") -> None:
        """B: what is to be done with the cases of a query. ``alone`` is the number of the one case where nothing is ticked."""
        self._query, self._alone = query, alone
        menu = menu_in(self._host)
        if alone:
            words = self.tr("Nothing is ticked: only {number}").format(number=short_number(alone))
            menu.addAction(words).setEnabled(False)
            menu.addSeparator()
        for act in ACTS.values():
            menu.addAction(f"{act_word(act.name)} (&{act.letter})").setData(act.name)
        back = self._may_go_back()
        if back:
            menu.addSeparator()
            words = self.tr("Take back the last act ({n} cases)").format(n=back)
            menu.addAction(f"{words}\tCtrl+Z").setData("undo")
        menu.triggered.connect(self._on_chosen)
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled() and action.data()))
        menu.popup(self._host.mapToGlobal(QPoint(self._host.width() // 3, 90)))

    def _on_chosen(self, action: QAction) -> None:
        if action.data() == "undo":
            self.undo()
        else:
            self.open(str(action.data()), self._query)

    def open(self, act: str, query: CaseQuery) -> None:
        """Read the cases beside the window's thread, then show what the act asks for."""
        self._act = act
        now = self._context.desk.clock.now()

        def work(read: Read) -> tuple[list[Case], int]:
            found = read.cases.ids(query, now, MOST)
            return [read.cases.case(case)[0] for case in found], read.cases.count(query, now)

        self._context.desk.ask(work).done.connect(self._on_read)

    def _on_read(self, told: tuple[list[Case], int]) -> None:
        cases, total = told
        if not cases:
            self._say(self.tr("No case is ticked."), "warn")
            return
        if total > len(cases):
            words = self.tr("{total} cases are ticked; at most {most} go at once. Narrow the list first.")
            self._say(words.format(total=f"{total:,}", most=MOST), "warn")
            return
        if self._act == "link" and len(cases) < 2:
            self._say(self.tr("Tick at least two cases to link them."), "warn")
            return
        self.sheet = BulkSheet(self._context, self._host, self._act, cases)
        if self._alone:
            words = self.tr("Nothing is ticked: only {number}").format(number=short_number(self._alone))
            self.sheet.caption.setText(words)
        self.sheet.carried.connect(self._on_carried)
        self.sheet.undo_wanted.connect(self.undo)
        self.sheet.closed.connect(self._on_closed)
        self.sheet.open_sheet()

    def _on_closed(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None and sheet.is_done:
            self.finished.emit()

    def _on_carried(self, told: Sequence[tuple[Carried, Case]]) -> None:
        self._done = [(one.command, before) for one, before in told if isinstance(one.outcome, Done)]
        if self._done:
            words = self.tr("{act}: {n} cases").format(act=act_word(self._act), n=len(self._done))
            if self._may_go_back():
                toast = Toast(words, "done", "cases.undo", self.tr("Take back"), "Ctrl+Z")
            else:
                toast = Toast(words, "done")
            self._context.services.toast.emit(toast)

    def _may_go_back(self) -> int:
        """How many of the last act could be taken back: what was said stays said, and a first dispatch stays."""
        return sum(may_undo(command, before) for command, before in self._done)

    # -- taking back -----------------------------------------------------------------------------------------------

    def _on_undo(self, action: str) -> None:
        if action == "cases.undo":
            self.undo()

    def undo(self) -> None:
        """Ctrl+Z: a correcting entry for each case of the last act where the rules know one."""
        if not self._done:
            self._say(self.tr("There is no act on many cases to take back."), "warn")
            return
        keys = tuple(before.id for _, before in self._done)

        def work(read: Read) -> dict[str, Case]:
            return {key: read.cases.case(key)[0] for key in keys}

        self._context.desk.ask(work).done.connect(self._on_present)

    def _on_present(self, present: Mapping[str, Case]) -> None:
        back: list[Command] = []
        kept: dict[str, int] = {}
        for command, before in self._done:
            answer: Command | str = undoing(command, before, present[before.id])
            if isinstance(answer, str):
                kept[answer] = kept.get(answer, 0) + 1
            else:
                back.append(answer)
        self._kept, self._done = kept, []
        if not back:
            self._say_undone(0)
            return
        run = self._context.desk.carry_out(back)
        run.finished.connect(self._on_undone)

    def _on_undone(self, carried: Sequence[Carried]) -> None:
        self._say_undone(sum(isinstance(one.outcome, Done) for one in carried))
        refused = sum(not isinstance(one.outcome, Done) for one in carried)
        if refused:
            self._say(self.tr("Refused when taken back: {n} cases").format(n=refused), "warn")

    def _say_undone(self, count: int) -> None:
        parts = [self.tr("Taken back by correcting entries: {n}").format(n=count)] if count else []
        parts += [
            self.tr("not taken back: {n} ({why})").format(n=n, why=kept_words(reason))
            for reason, n in self._kept.items()
        ]
        self._say(" · ".join(parts), "done" if count else "warn")
        if self.sheet is not None:
            self.sheet.say(" · ".join(parts))

    def _say(self, words: str, kind: str) -> None:
        self._context.services.toast.emit(Toast(words, kind=kind))
