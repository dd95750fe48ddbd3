"""Restoring, after the rehearsal: what the backup holds, what it would replace, and the button that does it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.theme.look import Look


class RestoreSheet(Sheet):
    """``decided`` asks to put the rehearsed backup in the place of the data here.

    ``found`` is what the rehearsal told; ``here`` the number of entries here now, ``running`` of incidents under way.
    """

    decided = Signal()

    def __init__(
        self, look: Look, host: QWidget, archive: Path, found: Mapping[str, Any], *, here: int, running: int, now: int
    ) -> None:
        super().__init__(look, host, "", width=660)
        self.title.setText(self.tr("Restore this backup"))
        self.caption.setText(archive.name)
        names = [self.tr("Written"), self.tr("Holds"), self.tr("Here now"), self.tr("Rehearsal"), self.tr("Afterwards")]
        self.facts = FactGrid(look, names, edge=0)
        age = when.rough(now - int(found["made_at"]))
        written = self.tr("{day} {time}, {ago} ago, by program {version}")
        self.facts.tell(
            0,
            written.format(
                day=when.day(found["made_at"]), time=when.clock(found["made_at"]), ago=age, version=found["program"]
            ),
        )
        holds = self.tr("entries {n}, cases {cases}, whistles {whistles}")
        self.facts.tell(1, holds.format(n=found["events"], cases=found["cases"], whistles=found["whistles"]))
        newer = here - int(found["events"])
        words = self.tr("entries {n}").format(n=here)
        if newer > 0:
            words += self.tr(", {n} of them not in the backup").format(n=newer)
        if running:
            words += self.tr("; incidents under way: {n}").format(n=running)
        self.facts.tell(2, words, warn=newer > 0 or running > 0)
        self.facts.tell(3, self.tr("it opens, every entry and signature is whole, the tables fold to the same"))
        after = self.tr(
            "The window stops for a moment. What is here now is moved aside in the data folder, not deleted. This seat "
            "goes on under a new node; sign in again."
        )
        self.facts.tell(4, after)
        self.body.addWidget(self.facts)
        self.body.addWidget(Label(look, self.tr("Nothing has been changed so far."), "caption", "3"))
        self.body.addStretch(1)
        self.cancel_button = Button(look, self.tr("Leave it"), key="Esc", kind="ghost")
        self.send_button = Button(look, self.tr("Put it in place"), key="Ctrl Enter", kind="danger")
        self.add_button(self.cancel_button)
        self.add_button(self.send_button)
        self.cancel_button.clicked.connect(self.dismiss)
        self.send_button.clicked.connect(self.decided)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.decided)
        self.closed.connect(self.deleteLater)

    def wanted_size(self) -> tuple[int, int]:
        """As high as the words are once they are as wide as the sheet."""
        width, height = super().wanted_size()
        layout = self.layout()
        return width, layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else height

    def open_sheet(self) -> None:
        """Show the sheet; the keyboard is on the way out."""
        self.say("")
        self.present(self.cancel_button)
