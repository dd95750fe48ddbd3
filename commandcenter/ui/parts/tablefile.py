"""A small list out of the program: where to is asked, a child process writes it whole, and a note tells where it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.domain.clock import local
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal

JOB = "commandcenter.desk.figures_job:export_figures"


class TableFile(QObject):
    """Asks where to, starts the job, says how it ended."""

    def __init__(
        self, context: Context, host: QWidget, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        super().__init__(context.services)
        self._context, self._title = context, title
        self._heads, self._rows = list(heads), [list(one) for one in rows]
        moment = local(context.desk.clock.now()).strftime("%Y%m%d-%H%M")
        plain = re.sub(r"[^\w-]+", "", title)
        path = proposed_path(f"{plain}-{moment}.xlsx")
        field = Field(
            "path", self.tr("Write to"), "save_file", wide=True, required=True, value=path, filter="*.xlsx *.csv"
        )
        now = context.desk.clock.now
        self.sheet = FormSheet(
            context.look, host.window(), self.tr("Export this list"), [field], send=self.tr("Write"), now=now
        )
        self.sheet.caption.setText(self.tr("{n} rows as they are shown").format(n=len(self._rows)))
        self._open = True
        self.sheet.submitted.connect(self._on_submitted)
        self.sheet.closed.connect(self._on_closed)
        self.sheet.open_sheet()

    def _on_closed(self) -> None:
        self._open = False

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        desk = self._context.desk
        path = str(values["path"])
        name = path.replace("\\", "/").rpartition("/")[2]
        arguments = {
            **desk.child_arguments(),
            "path": path if "." in name else f"{path}.xlsx",
            "title": self._title,
            "headings": self._heads,
            "rows": self._rows,
        }
        job = desk.start_job("export", JOB, arguments)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self.deleteLater)

    def _on_done(self, told: Mapping[str, Any]) -> None:
        words = self.tr("{n} rows were written to {path}.").format(n=told["rows"], path=told["path"])
        self._context.services.toast.emit(Toast(words, kind="done", seconds=10))
        if self._open:
            self.sheet.finish()
        self.deleteLater()

    def _on_failed(self, trouble: Trouble) -> None:
        words = refusal(trouble.code, trouble.facts, self._context.desk.reference.unit_name)
        if self._open:
            self.sheet.say(words)
        else:
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=10))


def save_table(
    context: Context, host: QWidget, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> FormSheet:
    """Ctrl+E: ask where a list goes, and write it there."""
    return TableFile(context, host, title, heads, rows).sheet
