"""What belongs to the case that is shown: attached files and other cases of the same matter, with their two sheets."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.case import Case
from commandcenter.ui.cases.attachments import AttachmentSheet, AttachmentStrip, Files
from commandcenter.ui.cases.joined import JoinedStrip, JoinSheet, absorbed_of
from commandcenter.ui.parts.basic import Line
from commandcenter.ui.parts.screen import Context

LOW = 860
"""Below this height of the screen the two strips are one line each, so that the story keeps its room."""


class Belongings(QWidget):
    """The two strips in the detail. ``host`` is what the sheets lie over, and where files may be dropped."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__()
        self._context, self._host = context, host
        self._files = Files(context, self)
        self.files = AttachmentStrip(context.look, self._files)
        self.joined = JoinedStrip(context.look)
        self.line = Line()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.joined, self.files, self.line):
            layout.addWidget(part)
        self.files.pressed.connect(self.open_files)
        self._files.take_drops(host)
        self.case = Case()
        self.file_sheet: AttachmentSheet | None = None
        self.join_sheet: JoinSheet | None = None
        self.hide()

    def show_case(self, case: Case) -> None:
        """Show what belongs to a case; open sheets follow."""
        desk = self._context.desk
        self.case = case
        self._files.case = case.id
        self._absorbed = absorbed_of(desk, case) if case.absorbed else []
        standing = [*case.files, *(one for other in self._absorbed for one in other.files)]
        low = self._host.height() < self._context.look.px(LOW)
        self.files.show_files(standing, low=low)
        self.joined.show_case(desk, case, self._absorbed, low=low)
        shown = bool(standing) or not self.joined.isHidden()
        self.line.setVisible(shown)
        self.setVisible(shown)
        if self.file_sheet is not None and self.file_sheet.case.id == case.id:
            self.file_sheet.show_case(case, self._absorbed)
        if self.join_sheet is not None and self.join_sheet.case.id == case.id:
            self.join_sheet.show_case(case)

    def open_files(self) -> None:
        """A: the attachments."""
        if not self.case.known or self.file_sheet is not None:
            return
        self.file_sheet = AttachmentSheet(self._context, self._files, self._host)
        self.file_sheet.closed.connect(self._on_files_closed)
        self.file_sheet.show_case(self.case, self._absorbed)
        self.file_sheet.open_sheet()

    def _on_files_closed(self) -> None:
        if self.file_sheet is not None:
            self.file_sheet.deleteLater()
            self.file_sheet = None

    def open_joined(self) -> None:
        """I: other cases of the same matter."""
        if not self.case.known or self.join_sheet is not None:
            return
        self.join_sheet = JoinSheet(self._context, self._host)
        self.join_sheet.closed.connect(self._on_join_closed)
        self.join_sheet.show_case(self.case)
        self.join_sheet.open_sheet()

    def _on_join_closed(self) -> None:
        if self.join_sheet is not None:
            self.join_sheet.deleteLater()
            self.join_sheet = None

    def paste(self) -> None:
        """Ctrl+V over a case: what lies in the clipboard is attached to it."""
        if self.case.known:
            self._files.add_pasted(self.case.id)
