"""The paper beside the review: what would be printed now, page by page; save it, print it, remember what was printed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.desk.jobs import Job
from commandcenter.domain.review import RecordPrint
from commandcenter.journal.reading.incidents import Incident
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts.basic import KeyCaps, Label, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.printing import print_pages, printer_named, printers
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import trouble

translate = QCoreApplication.translate

SETTLE_MS = 250
NIGHT = QColor("#EBE6D8")
"""Multiplied over the page, on the screen only."""

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


class PageView(QWidget):
    """One page of a PDF, as large as fits; a click or the wheel turns pages."""

    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._page = 0
        self._note = ""
        self.night = False
        self._images: dict[tuple[int, int, int], QImage] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Print preview"))

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document, on the same page where it has that many."""
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer
        self._images.clear()
        self._note = ""
        self.turn(0)

    def show_note(self, words: str) -> None:
        """Say why there is no page."""
        self.document.close()
        self._images.clear()
        self._note = words
        self.update()

    def set_night(self, night: bool) -> None:
        """Tint the paper for dark rooms, on the screen only."""
        self.night = night
        self.update()

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    def turn(self, by: int) -> None:
        """Go so many pages on or back."""
        self._page = max(0, min(self._page + by, self.document.pageCount() - 1))
        self.turned.emit(self._page)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turn(-1 if event.position().x() < self.width() / 3 else 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        p.fillRect(self.rect(), look.color("bg0"))
        if not self.document.pageCount():
            words = self._note or self.tr("The pages are being set.")
            p.setFont(look.font("body"))
            p.setPen(look.color("tx2"))
            p.drawText(
                self.rect().adjusted(24, 24, -24, -24), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words
            )
            return
        size = self.document.pagePointSize(self._page)
        scale = min((self.width() - 32) / size.width(), (self.height() - 32) / size.height())
        width, height = round(size.width() * scale), round(size.height() * scale)
        target = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        p.drawImage(target, self._image(width, height))
        if self.night:
            p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            p.fillRect(target, NIGHT)

    def _image(self, width: int, height: int) -> QImage:
        ratio = self.devicePixelRatio()
        key = (self._page, round(width * ratio), round(height * ratio))
        if key not in self._images:
            image = QImage(key[1], key[2], QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            painter.drawImage(0, 0, self.document.render(self._page, QSize(key[1], key[2])))
            painter.end()
            self._images[key] = image
        return self._images[key]


class PaperPanel(Panel):
    """The preview with its buttons. It sets the pages anew, a moment after something changed, in a child process."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, translate("Paper", "Print preview"), translate("Paper", "A4, official layout"))
        self._context, self._host = context, host
        self._incident: Incident | None = None
        self._document = "review"
        self._job: Job | None = None
        self._wanted = False
        self._result: dict[str, Any] = {}
        self._form: FormSheet | None = None
        self._build(context.look)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._press)

    def _build(self, look: Look) -> None:
        self.night_button = Button(look, self.tr("Night paper"), key="L", small=True, kind="ghost")
        self.save_button = Button(look, self.tr("Save PDF"), key="Ctrl S", icon="file-down", small=True)
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", kind="primary", small=True)
        for button in (self.night_button, self.save_button, self.print_button):
            self.add_to_head(button)
        self.night_button.clicked.connect(self.toggle_night)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.ask_printer)
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
        return bool(self._result)

    def show_incident(self, incident: Incident | None) -> None:
        """Show the papers of an incident as it stands now."""
        self._show_tabs(incident)
        other = incident is None or self._incident is None or incident.whistle.id != self._incident.whistle.id
        self._incident = incident
        if incident is None:
            self.view.show_note(self.tr("No incident is chosen."))
            return
        if other:
            self.view.show_note("")
            self._result = {}
        self._settle.start()

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
        self._result = {}
        self.view.show_note("")
        self._press()

    def _show_page(self, page: int) -> None:
        count = self.view.document.pageCount()
        self.pages.setText(self.tr("Page {n} of {m}").format(n=page + 1, m=count) if count else "")

    def _show_changed(self) -> None:
        """Whether the review says something else than its last print."""
        prints = self._incident.review.prints if self._incident is not None else ()
        words = ""
        if self._document == "review" and prints and self._result:
            at, digest, _ = prints[-1]
            if digest != self._result["digest"]:
                words = self.tr("changed since the print of {time}").format(time=when.moment(at, self._now()))
        self.changed_note.setText(words)

    def _now(self) -> int:
        return self._context.desk.clock.now()

    # -- pressing --------------------------------------------------------------------------------------------------

    def _press(self) -> None:
        if self._incident is None:
            return
        if self._job is not None and not self._job.over:
            self._wanted = True
            return
        self._wanted = False
        self._job = self._context.desk.print_document(self._document, self._incident.whistle.id)
        self._job.done.connect(self._on_pressed)
        self._job.failed.connect(self._on_failed)

    def _on_pressed(self, result: dict[str, Any]) -> None:
        if self._wanted:
            self._press()
            return
        self._result = result
        self.view.show_pdf(result["pdf"])
        self._show_changed()

    def _on_failed(self, failed: Trouble) -> None:
        if self._wanted:
            self._press()
            return
        self._result = {}
        if failed.code == "report_missing":
            self.view.show_note(self.tr("No situation report was made in this incident."))
        else:
            self.view.show_note(trouble(failed.code, failed.facts))

    # -- saving and printing ---------------------------------------------------------------------------------------

    def file_name(self) -> str:
        """What the file is called when nobody names it: number and paper."""
        number = self._incident.whistle.number if self._incident is not None else ""
        return f"{number} {document_words()[self._document]}.pdf"

    def save(self) -> None:
        """Ctrl+S: ask where, then write the PDF there, whole or not at all."""
        if not self._ready():
            return
        home = Path.home() / "Documents"
        proposal = (home if home.is_dir() else Path.home()) / self.file_name()
        field = Field(
            "path",
            self.tr("File"),
            kind="save_file",
            value=str(proposal),
            required=True,
            wide=True,
            filter="PDF (*.pdf)",
        )
        self._open(
            FormSheet(
                self._context.look,
                self._host,
                self.tr("Save as PDF"),
                [field],
                send=self.tr("Save"),
                width=760,
                now=self._now,
            )
        )
        if self._form is not None:
            self._form.submitted.connect(self._save_to)

    def _save_to(self, values: dict[str, Any]) -> None:
        if self._incident is None:
            return
        target = Path(values["path"]).expanduser()
        target = target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")
        job = self._context.desk.print_document(self._document, self._incident.whistle.id, target)
        self._saving = target
        job.done.connect(self._on_saved)
        job.failed.connect(self._on_save_failed)

    def _on_saved(self, result: dict[str, Any]) -> None:
        if self._form is not None:
            self._form.finish()
        self._remember(result, self.tr("Saved: {path}").format(path=self._saving))

    def _on_save_failed(self, failed: Trouble) -> None:
        if self._form is not None:
            self._form.say(trouble(failed.code, failed.facts))

    def ask_printer(self) -> None:
        """Ctrl+P: which printer, how many copies."""
        if not self._ready():
            return
        known = printers()
        if not known:
            words = self.tr("This computer knows no printer. Save the PDF and print it elsewhere.")
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=8))
            return
        fields = [
            Field("printer", self.tr("Printer"), kind="choice", choices=known, value=known[0][0], wide=True),
            Field("copies", self.tr("Copies"), kind="number", value=1, least=1),
        ]
        self._open(
            FormSheet(
                self._context.look,
                self._host,
                self.tr("Print"),
                fields,
                send=self.tr("Print"),
                width=520,
                now=self._now,
            )
        )
        if self._form is not None:
            self._form.caption.setText(self.file_name())
            self._form.submitted.connect(self._print_to)

    def _print_to(self, values: dict[str, Any]) -> None:
        printer = printer_named(values["printer"], values["copies"] or 1)
        if not print_pages(self.view.document, printer, self.file_name()):
            if self._form is not None:
                self._form.say(self.tr("The printer did not take the pages. Look whether it is switched on."))
            return
        if self._form is not None:
            self._form.finish()
        self._remember(self._result, self.tr("Sent to {printer}").format(printer=values["printer"]))

    def _ready(self) -> bool:
        """Whether the pages shown are those of the present state."""
        if self._incident is None or not self._result:
            self._context.services.toast.emit(Toast(self.tr("The pages are still being set."), kind="warn"))
            return False
        return True

    def _open(self, form: FormSheet) -> None:
        self._form = form
        form.open_sheet()

    def _remember(self, result: dict[str, Any], said: str) -> None:
        """A print of the review goes on record, so that later changes can be shown."""
        if self._document != "review" or self._incident is None:
            self._context.services.toast.emit(Toast(said, kind="done"))
            return
        vector = self._context.desk.read.status.vector()
        words = ",".join(f"{node}:{seq}" for node, seq in sorted(vector.items()))
        command = RecordPrint(whistle=self._incident.whistle.id, digest=result["digest"], vector=words)
        Sending(self._context, command, said)
