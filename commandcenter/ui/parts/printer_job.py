"""A finished PDF to a printer of this computer, page by page, as the paper was set. Runs in a child process of its own.

A printer that is off, jammed or far away holds up whoever speaks to it, sometimes for minutes: so neither the window nor the
child that sets the pages ever does.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from commandcenter.journal.trouble import Trouble

Progress = Callable[[int, int], None]

DPI = 300
"""Fine enough for 10.5 pt Song strokes; a page is then 2480 × 3508 points."""


def list_printers(progress: Progress) -> list[tuple[str, str]]:
    """(name, description) of the printers this computer knows, the default one first."""
    _application()
    default = QPrinterInfo.defaultPrinterName()
    found = [(one.printerName(), one.description() or one.printerName()) for one in QPrinterInfo.availablePrinters()]
    progress(1, 1)
    return sorted(found, key=lambda one: (one[0] != default, one[0]))


def send_to_printer(progress: Progress, pdf: bytes, printer: str, copies: int, title: str) -> dict[str, Any]:
    """Send a PDF to a printer. Raises ``Trouble`` printer_gone, printer_refused.

    CUPS takes the document itself and says whether it did; elsewhere the pages are painted.
    """
    cups = _cups()
    if cups is not None:
        _hand_over(cups, pdf, printer, copies, title)
        progress(1, 1)
        return {"printer": printer}
    _application()
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise Trouble("printer_gone", printer=printer)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    set_up(device, copies)
    device.setDocName(title)
    if not paint(progress, pdf, device):
        raise Trouble("printer_refused", printer=printer)
    return {"printer": printer}


def _cups() -> ctypes.CDLL | None:
    """The print system of Linux and macOS; None where there is none."""
    if sys.platform == "win32":
        return None
    try:
        return ctypes.CDLL("libcups.dylib" if sys.platform == "darwin" else "libcups.so.2")
    except OSError:
        return None


def _hand_over(cups: ctypes.CDLL, pdf: bytes, printer: str, copies: int, title: str) -> None:
    """Qt does not tell whether CUPS took the pages, so they are handed over here. Raises ``Trouble``."""
    options = ctypes.c_void_p()
    count = 0
    for name, value in (("copies", str(max(1, copies))), ("media", "iso_a4_210x297mm")):
        count = cups.cupsAddOption(name.encode(), value.encode(), count, ctypes.byref(options))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(pdf)
        told = (printer.encode(), str(file).encode(), title.encode("utf-8", "replace"))
        job = cups.cupsPrintFile(*told, count, options)
    cups.cupsFreeOptions(count, options)
    if job == 0:
        gone = cups.cupsLastError() == _NOT_FOUND
        raise Trouble("printer_gone" if gone else "printer_refused", printer=printer)


_NOT_FOUND = 0x0406


def set_up(printer: QPrinter, copies: int) -> None:
    """A4 upright, full page, 300 dpi: the document brings its own margins."""
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setCopyCount(max(1, copies))


def paint(progress: Progress, pdf: bytes, printer: QPrinter) -> bool:
    """Paint all pages; False when the printer did not take them. Pages across are turned, so that they fill the sheet."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if not document.pageCount():
        return False
    painter = QPainter()
    if not painter.begin(printer):
        return False
    target = printer.pageLayout().fullRectPixels(printer.resolution())
    upright = QSize(target.width(), target.height())
    for page in range(document.pageCount()):
        progress(page, document.pageCount())
        if page and not printer.newPage():
            painter.end()
            return False
        size = document.pagePointSize(page)
        if size.width() > size.height():
            image = document.render(page, upright.transposed()).transformed(QTransform().rotate(90))
        else:
            image = document.render(page, upright)
        painter.drawImage(target, image)
    return painter.end() and printer.printerState() != QPrinter.PrinterState.Error


def _application() -> None:
    """Qt speaks to printers through an application; this one has no window and needs no screen."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QGuiApplication(["print"]))


_kept: list[QGuiApplication] = []
