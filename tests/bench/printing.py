"""``review_pdf`` and ``review_pdf_500``: a review becomes a PDF in a warm press, the second with a log of 500 lines.

Every turn prints another document: the words of its people differ from line to line, so nothing is remembered from the
turn before. Baseline: the same document with the same texts, tables, faces and sizes, set by QTextDocument → QPdfWriter;
without marks, page figures and curve. The text layer of ours has to give back every line of the log.
"""

from __future__ import annotations

from typing import Any

from commandcenter.reporting.press import compile_pdf, readable
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from tests.bench.frame import Figure, child, collector_at_rest, held, median, timed, turns
from tests.bench.frame import answer as tell
from tests.bench.qt_review import load_faces, qt_pdf
from tests.bench.stage import Stage
from tests.reporting.paper_text import squeezed, without_standing_matter

ROUNDS = 7
MOST, MOST_MS = 1, 2000
LINES = 500


def review_pdf(stage: Stage) -> Figure:
    """The review of a played incident."""
    return _figure("review_pdf", stage, 0)


def review_pdf_500(stage: Stage) -> Figure:
    """The same with a log of 500 lines."""
    return _figure("review_pdf_500", stage, LINES)


def _figure(name: str, stage: Stage, lines: int) -> Figure:
    told = child("printing", stage.folder(), lines)
    value, whole = median(told["ours"]), bool(told["whole"])
    also = value <= MOST_MS and whole
    more = f"{value:.3g} <= {MOST_MS} ms; text {'=' if whole else '!='} source"
    return held(name, value, median(told["qt"]), MOST, also=also, more=more)


# --- in the child -----------------------------------------------------------------------------------------------------


def main(folder: str, lines: int) -> None:
    """Play the incident, print it by turns, and look whether its text comes back."""
    application = QGuiApplication([])
    documents = _documents(folder, lines)
    faces = load_faces()
    with collector_at_rest():
        ours, qt = turns(
            ROUNDS,
            lambda: timed(lambda: compile_pdf("review", next(documents))),
            lambda: timed(lambda: qt_pdf(next(documents), faces)),
        )
    document = next(documents)
    told = {"ours": ours, "qt": qt, "whole": _comes_back(document, compile_pdf("review", document))}
    tell(told)
    application.quit()


def _documents(folder: str, lines: int) -> Any:
    """The same review again and again, with other words each time."""
    from pathlib import Path

    from tests.reporting.played_incident import Desk, play

    desk = Desk.open(Path(folder))
    play(desk)
    standing = desk.document()
    desk.close()
    log = standing["annex"]
    turn = 0
    while True:
        turn += 1
        many = [log[place % len(log)] for place in range(lines)] if lines else log
        annex = [{**row, "text": f"第{turn}次第{place}条：{row['text']}"} for place, row in enumerate(many)]
        units = [{**row, "name": f"{row['name']}{turn}"} for row in standing["units"]]
        orders = [{**row, "text": f"{row['text']}（{turn}）"} for row in standing["orders"]]
        yield {**standing, "annex": annex, "units": units, "orders": orders}


def _comes_back(document: dict[str, Any], pdf: bytes) -> bool:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    paper = QPdfDocument(None)
    paper.load(buffer)
    pages = [paper.getAllText(page).text() for page in range(paper.pageCount())]
    paper.close()
    found = "".join(squeezed(without_standing_matter(page)) for page in pages)
    return all(squeezed(readable(row["text"])) in found for row in document["annex"])


if __name__ == "__main__":
    import sys

    main(sys.argv[1], int(sys.argv[2]))
