"""One form of one matter on its way to paper: set in a child process, saved, copied to Word, printed, put on record.

Nothing here waits: pages are set in one child process and handed to the printer in another, so that neither a long document
nor a printer that does not answer ever holds up a key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.jobs import Job
from commandcenter.domain.printed import RecordPrint
from commandcenter.journal.trouble import Trouble
from commandcenter.reporting.registry import Form, form_named
from commandcenter.ui import when
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.wording import trouble

_JOBS = "commandcenter.ui.parts.printer_job"


class Printers(QObject):
    """The printers of this computer, as they were when last asked. One for the whole window."""

    found = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.services)
        self._context = context
        self.known: Sequence[tuple[str, str]] = ()
        self._job: Job | None = None

    @classmethod
    def of(cls, context: Context) -> Printers:
        """Those of the window."""
        for child in context.services.children():
            if isinstance(child, Printers):
                return child
        return cls(context)

    @property
    def chosen(self) -> str:
        """The printer that was last chosen here, else the computer's default; empty when there is none."""
        names = [name for name, _ in self.known]
        wanted = self._context.services.settings.printer
        return wanted if wanted in names else names[0] if names else ""

    @property
    def silent(self) -> bool:
        """Whether a printer has not taken its pages yet."""
        return self._context.desk.printer.current is not None

    def look(self) -> None:
        """Ask the computer; ``found`` tells when the answer is there. While a printer holds its pages the old one stands."""
        if self.silent and (self._job is None or self._job.over):
            self.found.emit()
            return
        if self._job is None or self._job.over:
            desk = self._context.desk
            self._job = desk.start_job("printers", f"{_JOBS}:list_printers", {}, lane=desk.printer)
            self._job.done.connect(self._on_found)
            self._job.failed.connect(self._on_failed)

    def _on_found(self, known: Sequence[tuple[str, str]]) -> None:
        self.known = known
        self.found.emit()

    def _on_failed(self, _failed: Trouble) -> None:
        self.known = ()
        self.found.emit()


class PaperWork(QObject):
    """The work on one form at a time. ``pressed`` tells that its pages are there, ``failed`` says why they are not."""

    pressed = Signal()
    failed = Signal(str)
    recorded = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._form: Form | None = None
        self._subject = ""
        self._options: Mapping[str, Any] = {}
        self._job: Job | None = None
        self._wanted = False
        self._then = ""
        self._sheet: FormSheet | None = None
        self._saying = ""
        self.result: dict[str, Any] = {}

    # -- what it is about ------------------------------------------------------------------------------------------

    @property
    def form(self) -> Form | None:
        """The form at work."""
        return self._form

    @property
    def shown(self) -> bool:
        """Whether its pages are there, as they would be printed now."""
        return bool(self.result)

    def take(self, form: str, subject: str, options: Mapping[str, Any] | None = None) -> None:
        """Take up a form (its key) of a matter (its subject); ``press`` sets it."""
        self._form, self._subject, self._options = form_named(form), subject, options or {}
        self.result = {}

    def drop(self) -> None:
        """There is nothing to print."""
        self._form, self._subject, self.result = None, "", {}

    def changed_since(self) -> int | None:
        """When it was last printed, if it says something else now."""
        earlier = self.result.get("earlier")
        if not earlier:
            return None
        at, digest, _ = earlier[-1]
        return int(at) if digest != self.result["digest"] else None

    def changed_words(self) -> str:
        """That it was printed before and says something else now; empty when not."""
        at = self.changed_since()
        return (
            "" if at is None else self.tr("changed since the print of {time}").format(time=when.moment(at, self._now()))
        )

    def _now(self) -> int:
        return self._context.desk.clock.now()

    # -- the pages -------------------------------------------------------------------------------------------------

    def press(self) -> None:
        """Set the pages anew; while some are being set, once more afterwards."""
        if self._form is None:
            return
        if self._job is not None and not self._job.over:
            self._wanted = True
            return
        self._wanted = False
        self._job = self._context.desk.print_document(self._form.key, self._subject, options=self._options)
        self._job.done.connect(self._on_pressed)
        self._job.failed.connect(self._on_failed)

    def _on_pressed(self, result: dict[str, Any]) -> None:
        if self._wanted:
            self.press()
            return
        if self._form is None or result["form"] != self._form.key:
            return
        self.result = result
        self.pressed.emit()
        if self._then:
            self._then = ""
            self.print_now()

    def _on_failed(self, failed: Trouble) -> None:
        if self._wanted:
            self.press()
            return
        self.result = {}
        self._then = ""
        self.failed.emit(trouble(failed.code, failed.facts) if failed.code != "report_missing" else self._no_report())

    def _no_report(self) -> str:
        return self.tr("No situation report was made in this incident.")

    def _ready(self) -> bool:
        if not self.result:
            self._toast(self.tr("The pages are still being set."), "warn")
            return False
        return True

    def say(self, words: str) -> None:
        """Say in a note what is in the way."""
        self._toast(words, "warn", 8)

    def _toast(self, words: str, kind: str = "plain", seconds: int = 6) -> None:
        self._context.services.toast.emit(Toast(words, kind=kind, seconds=seconds))

    # -- files -----------------------------------------------------------------------------------------------------

    def file_name(self, suffix: str = ".pdf") -> str:
        """What the file is called when nobody names it: number and form."""
        number = str(self.result.get("number", ""))
        name = self._form.name if self._form is not None else ""
        return f"{number} {name}{suffix}".strip()

    def save(self) -> None:
        """Ask where, then write the PDF there, whole or not at all."""
        if self._ready():
            self._ask_file(self.tr("Save as PDF"), ".pdf", "PDF (*.pdf)")
            if self._sheet is not None:
                self._sheet.submitted.connect(self._save_pdf)

    def save_word(self) -> None:
        """Ask where, then write the Word copy there."""
        if self._form is None or not self._form.word:
            self._toast(self.tr("There is no Word copy of this form."), "warn")
            return
        if self._ready():
            self._ask_file(self.tr("Save a Word copy"), ".docx", "Word (*.docx)")
            if self._sheet is not None:
                self._sheet.submitted.connect(self._save_docx)

    def _ask_file(self, title: str, suffix: str, kinds: str) -> None:
        home = Path.home() / "Documents"
        proposal = (home if home.is_dir() else Path.home()) / self.file_name(suffix)
        field = Field(
            "path",
            self.tr("File"),
            kind="save_file",
            value=str(proposal),
            required=True,
            wide=True,
            filter=kinds,
        )
        self._open(title, [field], self.tr("Save"), 760)

    def _open(self, title: str, fields: Sequence[Field], send: str, width: int) -> None:
        look = self._context.look
        self._sheet = FormSheet(look, self._host, title, fields, send=send, width=width, now=self._now)
        self._sheet.closed.connect(self._forget_sheet)
        self._sheet.open_sheet()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _save_pdf(self, values: dict[str, Any]) -> None:
        if self._form is None:
            return
        target = _with_suffix(values["path"], ".pdf")
        job = self._context.desk.print_document(self._form.key, self._subject, target, options=self._options)
        self._follow_saving(job, target)
        job.done.connect(self._on_pdf)

    def _save_docx(self, values: dict[str, Any]) -> None:
        if self._form is None:
            return
        target = _with_suffix(values["path"], ".docx")
        job = self._context.desk.word_copy(self._form.key, self._subject, target, options=self._options)
        self._follow_saving(job, target)
        job.done.connect(self._on_docx)

    def _follow_saving(self, job: Job, target: Path) -> None:
        self._saying = self.tr("Saved: {path}").format(path=target)
        job.failed.connect(self._on_save_failed)

    def _on_pdf(self, result: dict[str, Any]) -> None:
        self._finish_sheet()
        self._remember(result, "pdf", self._saying)

    def _on_docx(self, result: dict[str, Any]) -> None:
        self._finish_sheet()
        self._remember(result, "word", self._saying)

    def _on_save_failed(self, failed: Trouble) -> None:
        if self._sheet is not None:
            self._sheet.say(trouble(failed.code, failed.facts))

    def _finish_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.finish()

    # -- the printer -----------------------------------------------------------------------------------------------

    def print_now(self) -> None:
        """One key: one copy to the printer that was last chosen, else the computer's own; asks when there is no such."""
        if not self.result:
            self._then = "print"
            self._toast(self.tr("Printing: {form}").format(form=self._form.name if self._form else ""))
            return
        printers = Printers.of(self._context)
        if printers.silent:
            self.ask_printer()
        elif printers.chosen:
            self._send(printers.chosen, 1)
        else:
            self._when_found("now")

    def ask_printer(self) -> None:
        """Ask which printer and how many copies. One that has not taken its pages yet can be given up here."""
        if self._ready():
            self._when_found("ask")

    def _when_found(self, then: str) -> None:
        printers = Printers.of(self._context)
        self._then_found = then
        printers.found.connect(self._on_printers)
        printers.look()

    def _on_printers(self) -> None:
        printers = Printers.of(self._context)
        printers.found.disconnect(self._on_printers)
        if not printers.known:
            self._toast(self.tr("This computer knows no printer. Save the PDF and print it elsewhere."), "warn", 8)
        elif self._then_found == "now" and not printers.silent:
            self._send(printers.chosen, 1)
        else:
            self._ask(printers)

    def _ask(self, printers: Printers) -> None:
        fields = [
            Field(
                "printer", self.tr("Printer"), kind="choice", choices=printers.known, value=printers.chosen, wide=True
            ),
            Field("copies", self.tr("Copies"), kind="number", value=1, least=1),
        ]
        self._open(self.tr("Print"), fields, self.tr("Print"), 520)
        if self._sheet is not None:
            self._sheet.caption.setText(self.file_name(""))
            self._sheet.submitted.connect(self._print_to)
            if printers.silent:
                self._sheet.say(self.tr("A printer has not taken its pages yet. Printing now gives it up."))

    def _print_to(self, values: dict[str, Any]) -> None:
        self._finish_sheet()
        self._context.services.settings_wanted.emit({"printer": values["printer"]})
        if Printers.of(self._context).silent:
            self._context.desk.printer.abandon()
        self._send(values["printer"], values["copies"] or 1)

    def _send(self, printer: str, copies: int) -> None:
        sending = _ToPrinter(self._context, dict(self.result), printer, copies, self.file_name(""))
        sending.recorded.connect(self.recorded)

    def _remember(self, result: Mapping[str, Any], way: str, said: str, copies: int = 1) -> None:
        _record(self._context, result, way, said, copies).done.connect(self._on_recorded)

    def _on_recorded(self, _done: object) -> None:
        self.recorded.emit()


class _ToPrinter(QObject):
    """Pages on their way to a printer: told when they are taken, and only then on record."""

    recorded = Signal()

    def __init__(self, context: Context, result: dict[str, Any], printer: str, copies: int, title: str) -> None:
        super().__init__(context.services)
        self._context, self._result, self._printer, self._copies = context, result, printer, copies
        desk = context.desk
        arguments = {"pdf": result["pdf"], "printer": printer, "copies": copies, "title": title}
        job = desk.start_job("printer", f"{_JOBS}:send_to_printer", arguments, lane=desk.printer)
        job.done.connect(self._on_taken)
        job.failed.connect(self._on_refused)
        job.cancelled.connect(self.deleteLater)
        context.services.toast.emit(
            Toast(self.tr("Printing on {printer}: {title}").format(printer=printer, title=title))
        )

    def _on_taken(self, _result: object) -> None:
        said = self.tr("Sent to {printer}").format(printer=self._printer)
        _record(self._context, self._result, "printer", said, self._copies).done.connect(self._on_recorded)

    def _on_recorded(self, _done: object) -> None:
        self.recorded.emit()
        self.deleteLater()

    def _on_refused(self, failed: Trouble) -> None:
        words = trouble(failed.code, {"printer": self._printer} | dict(failed.facts))
        self._context.services.toast.emit(Toast(words, kind="warn", seconds=12))
        self.deleteLater()


def _record(context: Context, result: Mapping[str, Any], way: str, said: str, copies: int) -> Sending:
    """Put a print on record, with what it was made from."""
    command = RecordPrint(
        form=result["form"],
        subject=result["subject"],
        digest=result["digest"],
        vector=result["vector"],
        number=result["number"],
        way=way,
        pages=result["pages"],
        copies=copies,
    )
    return Sending(context, command, said)


def _with_suffix(told: str, suffix: str) -> Path:
    target = Path(told).expanduser()
    return target if target.suffix.lower() == suffix else target.with_name(f"{target.name}{suffix}")
