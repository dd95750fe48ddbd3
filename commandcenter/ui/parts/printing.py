"""A finished PDF to a printer of this computer, page by page, as the paper was set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

DPI = 300
"""Fine enough for 10.5 pt Song strokes; a page is then 2480 × 3508 points."""


def printers() -> Sequence[tuple[str, str]]:
    """(name, description) of the printers this computer knows, the default one first."""
    default = QPrinterInfo.defaultPrinterName()
    found = [(one.printerName(), one.description() or one.printerName()) for one in QPrinterInfo.availablePrinters()]
    return sorted(found, key=lambda one: (one[0] != default, one[0]))


def printer_named(name: str, copies: int) -> QPrinter:
    """A printer set to A4 without margins: the document brings its own."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    set_up(printer, copies)
    return printer


def set_up(printer: QPrinter, copies: int) -> None:
    """A4 upright, full page, 300 dpi."""
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setCopyCount(max(1, copies))


def print_pages(document: QPdfDocument, printer: QPrinter, title: str) -> bool:
    """Send all pages; False when the printer did not take them."""
    printer.setDocName(title)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    target = printer.pageLayout().fullRectPixels(printer.resolution())
    for page in range(document.pageCount()):
        if page and not printer.newPage():
            painter.end()
            return False
        painter.drawImage(target, document.render(page, QSize(target.width(), target.height())))
    return painter.end()
