"""The folder of exports: which one is watched, when it was last looked into, and which files wait for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit

from commandcenter.ui import when
from commandcenter.ui.parts.basic import Panel, column, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.facts import Facts
from commandcenter.ui.parts.paths import PathField
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.wording import refusal

MOST_ASKING = 3

translate = QCoreApplication.translate


class WatchPanel(Panel):
    """``wanted`` emits the folder to watch, empty for none; ``read_wanted`` a file that needs a person.

    ``waiting`` tells that files began or ceased to wait for one.
    """

    wanted = Signal(str)
    read_wanted = Signal(str)
    waiting = Signal()

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, translate("WatchPanel", "Folder imported by itself"))
        self._context = context
        self._asking: list[Mapping[str, Any]] = []
        self._low = False
        self._waited = False
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Folder imported by itself"))
        self.line.setPlaceholderText(self.tr("folder where another system puts its exports"))
        self.line.returnPressed.connect(self._send)
        self.field = PathField(look, self.line, "folder")
        self.field.chosen.connect(self._on_chosen)
        self.watch = Button(look, self.tr("Watch it"), icon="eye")
        self.watch.clicked.connect(self._send)
        self.stop = Button(look, self.tr("Stop watching"), icon="eye-off")
        self.stop.clicked.connect(self._stop)
        self.read = Button(look, self.tr("Read the first one"), icon="file-spreadsheet")
        self.read.clicked.connect(self._read)
        self.facts = Facts(look)
        inner = column(self.field, gap=10, margins=(14, 12, 14, 12))
        inner.addWidget(self.facts)
        inner.addLayout(row(self.watch, self.stop, self.read, None))
        self.body.addLayout(inner)
        self.line.textEdited.connect(self._show)
        self._watched = context.services.settings.watch_folder
        if self._watched:
            self._listen()
        self.line.setText(self._watched)
        self._show()

    @property
    def waits(self) -> bool:
        """Whether something stands here that a person must see: files that ask, a folder that cannot be read."""
        return bool(self._watched and (self._asking or self._context.desk.exports.trouble))

    def set_low(self, low: bool) -> None:
        """Where there is little height, the facts are told in the head, except what a person must see."""
        if low != self._low:
            self._low = low
            self._show()

    def _listen(self) -> None:
        exports = self._context.desk.exports
        exports.looked.connect(self._show)
        exports.asking.connect(self._on_asking)

    def _send(self) -> None:
        wanted = self.line.text().strip()
        if wanted != self._watched:
            if not self._watched:
                self._listen()
            self._watched = wanted
            self._asking.clear()
            self.wanted.emit(wanted)
        self._show()

    def _on_chosen(self, _path: str) -> None:
        self._send()

    def _stop(self) -> None:
        self.line.clear()
        self._watched = ""
        exports = self._context.desk.exports
        exports.looked.disconnect(self._show)
        exports.asking.disconnect(self._on_asking)
        self._asking.clear()
        self.wanted.emit("")
        self._show()

    def _on_asking(self, told: Mapping[str, Any]) -> None:
        self._asking.append(told)
        self._show()

    def _read(self) -> None:
        if self._asking:
            self.read_wanted.emit(str(self._asking.pop(0)["file"]))
            self._show()

    def _show(self, _text: str = "") -> None:
        watched = self._watched
        wanted = self.line.text().strip()
        self.watch.setVisible(not watched or wanted != watched)
        self.watch.setEnabled(bool(wanted))
        self.stop.setVisible(bool(watched))
        self.read.setVisible(bool(self._asking))
        if not watched:
            self._tell(
                ("clock", self.tr("Looked into every half minute; what is new and whole is imported by itself, once.")),
                ("lock", self.tr("Files are only read. Those whose columns are not recognised wait for you.")),
            )
            return
        exports, names = self._context.desk.exports, self._context.desk.reference.unit_name
        lines: list[tuple[str, str] | tuple[str, str, str]] = []
        if exports.trouble:
            words = refusal(exports.trouble, {"path": watched}, names)
            lines.append(("triangle-alert", words, "amb"))
        elif exports.last_look is None:
            lines.append(("clock", self.tr("Not yet looked into since the start.")))
        else:
            at = when.clock(exports.last_look)
            words = self.tr("Last look {at}; files not yet whole: {n}").format(at=at, n=exports.waiting)
            lines.append(("clock", words))
        for told in self._asking[:MOST_ASKING]:
            why = refusal(str(told["code"]), told["facts"], names)
            lines.append(("circle-help", why, "amb"))
        self._tell(*lines)

    def _tell(self, *lines: tuple[str, str] | tuple[str, str, str]) -> None:
        waits = self.waits
        self.facts.say(*lines)
        self.facts.setVisible(waits or not self._low)
        self.caption.setText("" if waits or not self._low else lines[0][1])
        if waits != self._waited:
            self._waited = waits
            self.waiting.emit()
