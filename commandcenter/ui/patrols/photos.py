"""Photos of a finding: chosen in a file window, copied into the store of attachments, and told to the journal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from commandcenter.domain.case_file_acts import AttachFile
from commandcenter.domain.patrol import Photo
from commandcenter.domain.patrol_acts import AttachPhoto
from commandcenter.domain.refusal import Refused
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.wording import refusal, trouble


class PhotoHand(QObject):
    """Adds photos to findings."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._patrol, self._finding = "", ""

    def browse(self, patrol: str, finding: str) -> None:
        """Choose photos; F9 and the clock go on meanwhile."""
        self._patrol, self._finding = patrol, finding
        dialog = QFileDialog(self._host.window(), self.tr("Photos of the finding"), str(Path.home()))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setWindowFlag(Qt.WindowType.Tool)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter("(*.jpg *.jpeg *.png *.heic *.webp)")
        dialog.filesSelected.connect(self._on_chosen)
        dialog.show()

    def _on_chosen(self, paths: list[str]) -> None:
        self.add(self._patrol, self._finding, [Path(path) for path in paths])

    def add(self, patrol: str, finding: str, sources: list[Path]) -> None:
        """Attach photos to a finding, one entry each."""
        self._patrol, self._finding = patrol, finding
        for source in sources:
            wish = self._context.desk.filing.take_in("", source, source.name)
            wish.done.connect(self._on_stored)
            wish.failed.connect(self._on_failed)

    def _on_stored(self, stored: AttachFile) -> None:
        told = {"sha256": stored.sha256, "size": stored.size, "media": stored.media, "name": stored.name}
        command = AttachPhoto(patrol=self._patrol, finding=self._finding, **told)  # type: ignore[arg-type]
        Sending(self._context, command, self.tr("Photo added"))

    def open(self, photos: Sequence[Photo], number: str) -> None:
        """Open photos with the system's own viewer, from copies that go with the end of the program."""
        for photo in photos:
            if photo.gone:
                self._context.services.toast.emit(Toast(self.tr("This photo was erased."), kind="warn"))
                continue
            wish = self._context.desk.filing.for_viewing(photo.sha256, photo.media, number)
            wish.done.connect(self._on_copied)
            wish.failed.connect(self._on_failed)

    def _on_copied(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program of this computer opens it: {path}").format(path=path)
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=12))

    def _on_failed(self, error: Refused | Trouble) -> None:
        words = refusal(error.code, error.facts) if isinstance(error, Refused) else trouble(error.code, error.facts)
        self._context.services.toast.emit(Toast(words, kind="warn", seconds=12))
