"""The special list (专项清单): duties that some unit would not take, out of the log alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.journal.reading.duty_disputes import Dispute
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns
from commandcenter.ui.responsibility.model import DisputeRow, dispute_rows
from commandcenter.ui.responsibility.painters import DisputePainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class DisputePage(QWidget):
    """The disputes; Enter goes to the matter."""

    def __init__(self, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.titles = [
            translate("Duty", "When"),
            translate("Duty", "What"),
            translate("Duty", "Unit"),
            translate("Duty", "Number"),
            translate("Duty", "Matter"),
            translate("Duty", "Reason"),
            translate("Duty", "In words"),
        ]
        names = ("at", "sort", "unit", "number", "title", "reason", "words")
        widths = ((110, 0, 0), (100, 0, 3), (150, 1, 0), (150, 0, 2), (160, 2, 1), (110, 0, 0), (160, 3, 0))
        columns = Columns(
            look,
            [
                Column(name, title, width, stretch, "left", drop)
                for name, title, (width, stretch, drop) in zip(names, self.titles, widths, strict=True)
            ],
        )
        empty = Empty(
            look, "list-checks", translate("Duty", "No duty was disputed"),
            translate("Duty", "Refused report-ins, disputed cases and refused joint duties come here by themselves."),
        )  # fmt: skip
        self.list = ListPanel(
            look, translate("Duty", "Special list of disputed duties"), DisputePainter(look, columns, height=38), empty,
            titled=True,
        )  # fmt: skip
        self.disputes: Sequence[Dispute] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    @property
    def rows(self) -> list[DisputeRow]:
        """What is shown."""
        return list(self.list.model.rows)

    @property
    def chosen(self) -> Dispute | None:
        """The dispute the keyboard is on."""
        place = self.list.view.place
        return self.disputes[place] if 0 <= place < len(self.disputes) else None

    def show_disputes(self, disputes: Sequence[Dispute]) -> None:
        """Show them."""
        self.disputes = disputes
        caption = translate("Duty", "{n} entries").format(n=len(disputes)) if disputes else ""
        self.list.show_rows(dispute_rows(self._desk.reference, disputes), caption)
