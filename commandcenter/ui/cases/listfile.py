"""The list as it is shown, out of the program: to a file in a child process, or on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.desk.listing_job import list_table
from commandcenter.desk.read import Read
from commandcenter.domain.clock import local
from commandcenter.domain.office import OFFICE
from commandcenter.journal.reading.case_query import CaseQuery
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.cases.columns import Placed
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal

MOST_ON_PAPER = 1000
JOB = "commandcenter.desk.listing_job:export_list"


class _Exporting(QObject):
    """Asks where to, starts the job, says how it ended."""

    def __init__(
        self, context: Context, host: QWidget, query: CaseQuery, columns: Sequence[Placed], words: str
    ) -> None:
        super().__init__(context.services)
        self._context, self._query, self._columns = context, query, [one.name for one in columns]
        fields = [
            Field("path", self.tr("Write to"), "save_file", wide=True, required=True, value=self._proposed(words),
                  hint=self.tr("path of the file, ending in .xlsx or .csv"), filter="*.xlsx *.csv"),
            Field("masked", self.tr("Personal data"), "check", True, hint=self.tr("masked"), wide=True),
        ]  # fmt: skip
        self.sheet = FormSheet(context.look, host, self.tr("Export this list"), fields, send=self.tr("Write"),
                               width=620, now=context.desk.clock.now)  # fmt: skip
        told = [self.tr("ticked cases: {n}").format(n=len(query.ids))] if query.ids else []
        told += [words] if words and not query.ids else []
        self.sheet.caption.setText(" · ".join(told))
        self.sheet.say_below(
            self.tr(
                "The columns, the order and the filters of the screen. A text that looks like a formula stays a text."
            )
        )
        self._open = True
        self.sheet.submitted.connect(self._on_submitted)
        self.sheet.closed.connect(self._on_closed)
        self.sheet.begin_at("path")
        self.sheet.open_sheet()

    def _proposed(self, words: str) -> str:
        """A file named after the list and the moment, so that none is written over."""
        told = self.tr("ticked") if self._query.ids else words.partition(" · ")[0]
        plain = re.sub(r"[^\w-]+", "", told)
        moment = local(self._context.desk.clock.now()).strftime("%Y%m%d-%H%M")
        name = self.tr("Cases-{list}-{moment}").format(list=plain, moment=moment)
        return proposed_path(f"{name}.xlsx")

    def _on_closed(self) -> None:
        """Esc: a file that is being written is written all the same, and a note tells when it is there."""
        self._open = False

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        desk = self._context.desk
        path = str(values["path"])
        name = path.replace("\\", "/").rpartition("/")[2]
        options = {
            "query": asdict(self._query),
            "columns": self._columns,
            "masked": bool(values["masked"]),
            "now": desk.clock.now(),
        }
        arguments = {**desk.child_arguments(), "path": path if "." in name else f"{path}.xlsx", "options": options}
        job = desk.start_job("export", JOB, arguments)
        job.progressed.connect(self._on_progressed)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self.deleteLater)
        self.sheet.send_button.setEnabled(False)
        self.sheet.say(self.tr("writing …"))

    def _on_progressed(self, at: tuple[int, int]) -> None:
        if not self._open:
            return
        done, total = at
        self.sheet.say(self.tr("writing: {n} of {total}").format(n=f"{done:,}", total=f"{total:,}"))

    def _on_done(self, told: Mapping[str, Any]) -> None:
        words = self.tr("Cases written: {n} · {path}").format(n=f"{told['cases']:,}", path=told["path"])
        self._context.services.toast.emit(Toast(words, kind="done", seconds=10))
        if self._open:
            self.sheet.finish()
        self.deleteLater()

    def _on_failed(self, trouble: Trouble) -> None:
        words = refusal(trouble.code, trouble.facts, self._context.desk.reference.unit_name)
        if self._open:
            self.sheet.send_button.setEnabled(True)
            self.sheet.say(words)
        else:
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=10))


def open_export(context: Context, host: QWidget, query: CaseQuery, columns: Sequence[Placed], words: str) -> FormSheet:
    """Ctrl+E: ask where the list goes. ``words`` are the filters, told in the head of the sheet."""
    return _Exporting(context, host, query, columns, words).sheet


class _ListPrint(QObject):
    """Reads the list beside the window's thread, then shows the paper."""

    def __init__(
        self, context: Context, host: QWidget, query: CaseQuery, columns: Sequence[Placed], words: str
    ) -> None:
        super().__init__(host)
        self._context, self._host, self._words = context, host, words
        names, now = [one.name for one in columns], context.desk.clock.now()

        def work(read: Read) -> dict[str, Any]:
            return list_table(read, query, names, now, MOST_ON_PAPER)

        context.desk.ask(work).done.connect(self._on_read)

    def _on_read(self, told: dict[str, Any]) -> None:
        print_form(self._context, self._host, ("case_list", OFFICE), options={**told, "words": self._words})
        self.deleteLater()


def print_list(context: Context, host: QWidget, query: CaseQuery, columns: Sequence[Placed], words: str) -> None:
    """Ctrl+P: the list on paper, masked."""
    _ListPrint(context, host, query, columns, words)
