"""A field for a path with a button that looks for it. The file window is not modal: F9 and the clock go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

KINDS = ("open_file", "save_file", "folder")


def proposed_path(name: str) -> str:
    """A file of this name where the person keeps documents, to be offered before anything is written."""
    home = Path.home()
    documents = home / "Documents"
    return str((documents if documents.is_dir() else home) / name)


class PathField(QWidget):
    """``line`` holds the path. ``kind``: open_file, save_file, folder; ``filter`` as Qt's file dialog takes it.

    ``chosen`` emits a path that was picked in the file window.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, line: QLineEdit, kind: str, filter: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._kind, self._filter = kind, filter
        self._dialog: QFileDialog | None = None
        self.button = Button(look, translate("PathField", "Look for it"), icon="folder-open")
        self.button.clicked.connect(self.browse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(line, 1)
        layout.addWidget(self.button)

    def browse(self) -> None:
        """Open the file window where the path points."""
        here = Path(self.line.text().strip() or str(Path.home())).expanduser()
        dialog = QFileDialog(self.window(), self.line.accessibleName(), str(here if here.is_dir() else here.parent))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setWindowFlag(Qt.WindowType.Tool)  # the keys of the window, F9 above all, work while it is open
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._filter:
            dialog.setNameFilter(self._filter)
        if self._kind == "folder":
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        elif self._kind == "save_file":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(here.name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.show()
        self._dialog = dialog

    def _on_chosen(self, path: str) -> None:
        self.line.setText(path)
        self.line.textEdited.emit(path)
        self.chosen.emit(path)
