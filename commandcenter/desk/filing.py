"""Filing: attached files are copied in, read and copied out in a thread of their own; the window never waits for a disk."""

from __future__ import annotations

import logging
import shutil
import threading
import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.attachment import FileKind, judged, kinds_of
from commandcenter.domain.case_file_acts import AttachFile
from commandcenter.domain.refusal import Refused
from commandcenter.journal import attachments
from commandcenter.journal.trouble import Trouble, telling, trouble_in
from commandcenter.resource import resource

log = logging.getLogger(__name__)


class Filed(QObject):
    """What came of a wish. Exactly one of the signals is emitted, on the window's thread.

    ``failed`` carries a ``Refused`` or a ``Trouble``.
    """

    done = Signal(object)
    failed = Signal(object)


class Filing(QObject):
    """The attached files of one data folder."""

    _settled = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._wishes: dict[int, Filed] = {}
        self._count = 0
        self._queue: SimpleQueue[tuple[int, Callable[[], Any]] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._settled.connect(self._on_settled)

    @cached_property
    def kinds(self) -> tuple[FileKind, ...]:
        """What may be attached: the program's own data."""
        told = tomllib.loads(resource("reference/attachments.toml").read_text("utf-8"))
        return kinds_of(told["kind"])

    def kind_of(self, media: str) -> FileKind | None:
        """The kind behind a media type; None for one this program does not know."""
        return next((kind for kind in self.kinds if kind.media == media), None)

    def take_in(self, case: str, source: Path | bytes, name: str) -> Filed:
        """Store a file or a pasted content; ``done`` gives the ``AttachFile`` that tells the journal of it."""

        def work() -> AttachFile:
            def judge(head: bytes, size: int) -> str:
                return judged(self.kinds, head, size, name).media

            stored = attachments.put(self._folder, source, judge)
            return AttachFile(case=case, sha256=stored.sha256, size=stored.size, media=stored.media, name=name)

        return self._ask(work)

    def read(self, sha256: str, make: Callable[[bytes], Any]) -> Filed:
        """Read a content and make something of it in the thread (a small picture); ``done`` gives what ``make`` gave."""
        return self._ask(lambda: make(attachments.get(self._folder, sha256)))

    def copy_out(self, sha256: str, target: Path) -> Filed:
        """Save a content elsewhere; ``done`` gives the path."""

        def work() -> Path:
            attachments.copy_out(self._folder, sha256, target)
            return target

        return self._ask(work)

    def for_viewing(self, sha256: str, media: str, number: str) -> Filed:
        """A copy for a viewer of the system, called by the number of its case; ``done`` gives its path."""
        kind = self.kind_of(media)
        target = self._folder / attachments.VIEWED / f"{number}-{sha256[:8]}{kind.ending if kind is not None else ''}"

        def work() -> Path:
            with telling(target):
                target.parent.mkdir(exist_ok=True)
            attachments.copy_out(self._folder, sha256, target)
            return target

        return self._ask(work)

    def clear_viewed(self) -> None:
        """Remove the copies made for viewers; one that is still open stays until the next time."""
        shutil.rmtree(self._folder / attachments.VIEWED, ignore_errors=True)

    def close(self) -> None:
        """Finish what is at work, then end the thread."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None
        self.clear_viewed()

    def _ask(self, work: Callable[[], Any]) -> Filed:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="desk-filing", daemon=True)
            self._thread.start()
        self._count += 1
        wish = Filed(self)
        self._wishes[self._count] = wish
        self._queue.put((self._count, work))
        return wish

    def _run(self) -> None:
        while (item := self._queue.get()) is not None:
            number, work = item
            try:
                self._settled.emit((number, work(), None))
            except Refused as refused:
                self._settled.emit((number, None, refused))
            except Exception as error:  # noqa: BLE001  told to whoever asked
                self._settled.emit((number, None, trouble_in(error) or error))

    def _on_settled(self, told: tuple[int, Any, Refused | Trouble | Exception | None]) -> None:
        number, result, error = told
        wish = self._wishes.pop(number)
        if error is None:
            wish.done.emit(result)
        else:
            if not isinstance(error, Refused | Trouble):
                log.error("filing failed", exc_info=error)
                error = Trouble("crashed", detail=str(error))
            wish.failed.emit(error)
        wish.deleteLater()
