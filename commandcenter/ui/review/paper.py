"""The paper beside the review: what would be printed now, page by page; save it, print it, copy it to Word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui.parts.basic import KeyCaps, Label, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.pageview import PageView
from commandcenter.ui.parts.paperwork import PaperWork
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

SETTLE_MS = 250

DOCUMENTS = ("review", "call_sheet", "sign_in_sheet", "whistle_order", "situation_report", "hand_over", "command_log")


def document_words() -> dict[str, str]:
    """The short names of the papers."""
    return {
        "review": translate("Paper", "Review"),
        "call_sheet": translate("Paper", "Call sheet"),
        "sign_in_sheet": translate("Paper", "Sign-in"),
        "whistle_order": translate("Paper", "Whistle order"),
        "situation_report": translate("Paper", "Report"),
        "hand_over": translate("Paper", "Hand-over"),
        "command_log": translate("Paper", "Log"),
    }


class PaperPanel(Panel):
    """The preview with its buttons. It sets the pages anew, a moment after something changed, in a child process."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, translate("Paper", "Print preview"), translate("Paper", "A4, official layout"))
        self._incident: Incident | None = None
        self._document = "review"
        self.version = 0
        self.work = PaperWork(context, host)
        self.work.pressed.connect(self._on_pressed)
        self.work.failed.connect(self._on_failed)
        self.work.recorded.connect(self._on_recorded)
        self._build(context.look)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.work.press)

    def _build(self, look: Look) -> None:
        self.night_button = Button(look, self.tr("Night paper"), key="L", small=True, kind="ghost")
        self.save_button = Button(look, self.tr("Save PDF"), key="Ctrl S", icon="file-down", small=True)
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", kind="primary", small=True)
        for button in (self.night_button, self.save_button, self.print_button):
            self.add_to_head(button)
        self.night_button.clicked.connect(self.toggle_night)
        self.save_button.clicked.connect(self.work.save)
        self.print_button.clicked.connect(self.work.print_now)
        self._documents: tuple[str, ...] = ("review",)
        self.tabs = SegTabs(look, [document_words()["review"]])
        self.tabs.picked.connect(self._on_tab)
        self.body.addLayout(row(self.tabs, None, margins=(10, 8, 10, 8)))
        self.view = PageView(look)
        self.view.turned.connect(self._show_page)
        self.body.addWidget(self.view, 1)
        self.pages = Label(look, "", "caption", "2")
        self.changed_note = Label(look, "", "caption", "amb")
        self.add_foot(self.pages, None, self.changed_note, KeyCaps(look, "PgUp"), KeyCaps(look, "PgDn"))

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def shown(self) -> bool:
        """Whether the chosen paper stands there as it would be printed now."""
        return self.work.shown and not self._settle.isActive()

    def show_incident(self, incident: Incident | None) -> None:
        """Show the papers of an incident as it stands now."""
        self._show_tabs(incident)
        other = incident is None or self._incident is None or incident.whistle.id != self._incident.whistle.id
        self._incident = incident
        if incident is None:
            self.work.drop()
            self.view.show_note(self.tr("No incident is chosen."))
            return
        if other or self.work.form is None:
            self.version = 0
            self._take()
        self._settle.start()

    def show_version(self, number: int) -> None:
        """Show a signed version of the review as it was kept; 0 is the review as it stands now."""
        self.version = number
        self.show_document("review")
        self._take()
        self.work.press()

    def show_document(self, document: str) -> None:
        """Show another paper of the incident."""
        if document in self._documents:
            self.tabs.pick(self._documents.index(document))

    def _show_tabs(self, incident: Incident | None) -> None:
        """Only papers there is something for."""
        has = {
            "situation_report": incident is not None and bool(incident.sitreps),
            "hand_over": incident is not None and incident.post.known,
        }
        documents = tuple(name for name in DOCUMENTS if has.get(name, True))
        if documents != self._documents:
            self._documents = documents
            words = document_words()
            self.tabs.set_words([words[name] for name in documents])
            if self._document not in documents:
                self._document = "review"
                self.work.drop()
            self.tabs.blockSignals(True)
            self.tabs.pick(documents.index(self._document))
            self.tabs.blockSignals(False)

    def toggle_night(self) -> None:
        """L: tint the paper on the screen, or not."""
        self.view.set_night(not self.view.night)

    def turn(self, by: int) -> None:
        """PgUp, PgDn."""
        self.view.turn(by)

    def _on_tab(self, place: int) -> None:
        self._document = self._documents[place]
        self._take()
        self.work.press()

    def _take(self) -> None:
        if self._incident is not None:
            self.view.show_note("")
            kept = self.version and self._document == "review"
            options = {"version": self.version} if kept else {}
            self.work.take(self._document, f"whistle/{self._incident.whistle.id}", options)

    def _show_page(self, page: int) -> None:
        count = self.view.document.pageCount()
        self.pages.setText(self.tr("Page {n} of {m}").format(n=page + 1, m=count) if count else "")

    def _on_pressed(self) -> None:
        self.view.show_pdf(self.work.result["pdf"])
        kept = self.version and self._document == "review"
        told = self.tr("version {n} as it was signed; Esc: as it stands now").format(n=self.version) if kept else ""
        self.changed_note.setText(told or self.work.changed_words())

    def _on_failed(self, words: str) -> None:
        self.view.show_note(words)

    def _on_recorded(self) -> None:
        """Printed: the next one is a reprint, and says so."""
        self.work.press()
