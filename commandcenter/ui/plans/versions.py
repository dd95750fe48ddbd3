"""The versions of a plan: what each changed, and how to begin again from an older one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.domain.record import Record, apply
from commandcenter.ui import when
from commandcenter.ui.parts.history import HistoryRow, HistoryView, author
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.workcopies import Copy, WorkCopies
from commandcenter.ui.plans import model
from commandcenter.ui.plans.changes import ChangeSheet, changes_between


class Writer(Protocol):
    """The plan that is shown and its working copy."""

    @property
    def shown(self) -> str:
        """Its id; empty when none is."""

    @property
    def usable(self) -> bool:
        """Whether it can be written."""

    def copy(self) -> Copy:
        """The working copy."""

    def changed(self) -> None:
        """It was changed."""


class Versions(QObject):
    """Answers the list of versions."""

    def __init__(
        self, context: Context, host: QWidget, writer: Writer, drafts: WorkCopies, history: HistoryView
    ) -> None:
        super().__init__(host)
        self._look, self._desk = context.look, context.desk
        self._host, self._writer, self._drafts, self._history = host, writer, drafts, history

    def _versions(self) -> list[tuple[str, Copy, str]]:
        """(id of the change, the plan as it was after it, its name), the newest first."""
        found: list[tuple[str, Copy, str]] = []
        record = Record(subject=f"plan/{self._writer.shown}")
        for fact in self._desk.read.reference.facts(record.subject):
            record = apply(record, fact)
            name = self.tr("version {n}").format(n=record.version)
            found.append((str(fact.id), model.working_copy(record), name))
        return found[::-1]

    def open_version(self, place: int) -> None:
        """Enter on a version: what it changed; on the draft: what is not published."""
        chosen = self._history.rows_model.row(place)
        if chosen is None:
            return
        if chosen.draft:
            self.show_changes()
            return
        versions = self._versions()
        at = next((n for n, (key, _, _) in enumerate(versions) if key == chosen.key), -1)
        if at >= 0:
            before = versions[at + 1][1] if at + 1 < len(versions) else model.working_copy(Record())
            self._show_diff(before, versions[at][1], versions[at][2])

    def show_changes(self) -> None:
        """Ctrl+D: what differs from the version in force."""
        record = self._drafts.record(self._writer.shown)
        if self._writer.shown:
            self._show_diff(model.working_copy(record), self._writer.copy(), self.tr("not published"))

    def _show_diff(self, old: Copy, new: Copy, caption: str) -> None:
        found = changes_between(old, new, self._desk.reference)
        ChangeSheet(
            self._look,
            self._host.window(),
            self.tr("What changed"),
            f"{self._writer.copy()['name']} · {caption}",
            found,
        ).open_sheet()

    def begin_from_version(self) -> None:
        """R on a version: its content becomes the working copy; publishing it makes a new version."""
        chosen = self._history.rows_model.row(self._history.place)
        found = next((told for key, told, _ in self._versions() if chosen is not None and key == chosen.key), None)
        if self._writer.usable and found is not None:
            self._writer.copy().update(found)
            self._writer.changed()

    def rows(self) -> list[HistoryRow]:
        """The versions of the plan that is shown, the newest first; a draft stands before them."""
        rows: list[HistoryRow] = []
        version = 0
        for change in self._desk.read.reference.record(f"plan/{self._writer.shown}").history:
            version += change.verb in ("listed", "amended")
            first = self.tr("{who}, {day}").format(who=author(self._desk, change), day=when.day(change.at))
            lead = {"retired": self.tr("retired"), "restored": self.tr("back")}.get(
                change.verb, self.tr("version {n}").format(n=version)
            )
            rows.append(HistoryRow(str(change.id), lead, first, change.reason))
        rows = rows[::-1]
        if self._drafts.changed(self._writer.shown):
            lead = self.tr("version {n}").format(n=version + 1)
            rows.insert(0, HistoryRow("draft", lead, self.tr("draft, not published"), "", True))
        return rows
