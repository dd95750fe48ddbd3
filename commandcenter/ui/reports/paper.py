"""The page beside the items: the report as it would be printed now, set anew a moment after something changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.whistle import Whistle
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.pageview import PageView
from commandcenter.ui.parts.paperwork import PaperWork
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.reports.reading import Shown

translate = QCoreApplication.translate

SETTLE_MS = 400


class PagePanel(Panel):
    """F07 as a page. Nothing here waits for it."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, translate("Page", "Preview"), translate("Page", "F07 information report"))
        look = context.look
        self._context = context
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._work = PaperWork(context, host)
        self._work.pressed.connect(self._on_pressed)
        self._work.failed.connect(self._on_failed)
        self._settle.timeout.connect(self._press)
        self._asked: dict[str, Any] = {}
        self._build(look)

    def _build(self, look: Any) -> None:
        self.save_button = Button(look, self.tr("Save PDF"), key="Ctrl S", small=True)
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", kind="primary", small=True)
        self.save_button.clicked.connect(self._work.save)
        self.print_button.clicked.connect(self._work.print_now)
        for button in (self.save_button, self.print_button):
            self.add_to_head(button)
        self.view = PageView(look)
        self.body.addWidget(self.view, 1)
        self.state = Label(look, "", "caption", "3")
        self.changed = Label(look, "", "caption", "amb")
        self.add_foot(self.state, None, self.changed)

    @property
    def work(self) -> PaperWork:
        """Saving, printing, a Word copy."""
        return self._work

    @property
    def asked(self) -> tuple[str, dict[str, Any]] | None:
        """The subject and the options of the page that is shown."""
        if not self._asked:
            return None
        frozen = not str(self._asked["subject"]).endswith("/draft")
        return str(self._asked["subject"]), {} if frozen else {"draft": self._asked["draft"]}

    @property
    def settled(self) -> bool:
        """Whether the page shows what stands in the items."""
        return self._work.shown and not self._settle.isActive()

    def show_report(self, shown: Shown | None, now: int) -> None:
        """Show the page of what is being written, or of the report that was delivered when nothing was begun."""
        if shown is None:
            self._asked = {}
            self._settle.stop()
            self._work.drop()
            self.view.show_note(self.tr("No incident is chosen."))
            return
        whistle: Whistle = shown.incident.whistle
        report = shown.report
        draft = {
            "stage": shown.stage,
            "ordinal": shown.ordinal,
            "items": shown.texts,
            "signer": report.signer,
            "oral": report.unsigned,
            "receiver": report.receiver,
            "at": report.issued_at if shown.frozen else 0,
        }
        subject = report.subject if shown.frozen else f"sitrep/{whistle.id}/draft"
        asked = {"subject": subject, "draft": draft}
        if asked != self._asked:
            self._asked = asked
            self._work.take("situation_report", subject, {} if shown.frozen else {"draft": draft})
            self._settle.start()
        upto = self.tr("from the record up to {time}").format(time=when.clock_seconds(now))
        self.state.setText(self.tr("signed: the text stands") if shown.frozen else upto)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._asked and not self._work.shown:
            self._settle.start()

    def _press(self) -> None:
        if self.isVisible():
            self._work.press()

    def _on_pressed(self) -> None:
        self.view.show_pdf(self._work.result["pdf"])
        self.changed.setText(self._work.changed_words())

    def _on_failed(self, words: str) -> None:
        self.view.show_note(words)
