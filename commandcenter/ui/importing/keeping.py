"""S on a report: the rows that were not taken go into a table of their own, beside the file they came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal, row_reason

SAVE = "commandcenter.desk.importing_job:save_rejected"


class RejectsKeeper(QObject):
    """Writes the rejected rows in a child process and says where they lie."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def keep(self, path: str, report: Mapping[str, Any]) -> None:
        """Save the rejected rows of a report about the file at ``path``."""
        rejected = [[one["sheet"], one["row"], one["reason"]] for one in report["rejected"]]
        if not rejected or not path:
            return
        reasons = {code: row_reason(code) for code in {str(reason) for _, _, reason in rejected}}
        arguments = {
            **self._context.desk.child_arguments(),
            "path": path,
            "options": {"rejected": rejected, "reasons": reasons},
        }
        job = self._context.desk.start_job("rejects", SAVE, arguments)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)

    def _on_done(self, told: Mapping[str, Any]) -> None:
        words = self.tr("The rejected rows lie at {path}").format(path=told["path"])
        self._context.services.toast.emit(Toast(words, kind="done", seconds=12))

    def _on_failed(self, trouble: Trouble) -> None:
        words = refusal(trouble.code, trouble.facts, self._context.desk.reference.unit_name)
        self._context.services.toast.emit(Toast(words, kind="warn", seconds=12))
