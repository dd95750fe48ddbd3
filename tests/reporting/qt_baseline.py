"""The same document set by Qt, as the baseline of the press: QTextDocument with the same texts and tables → QPdfWriter."""

from __future__ import annotations

from html import escape
from typing import Any

from commandcenter.resource import resource
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPdfWriter, QTextDocument


def load_font() -> str:
    """The family of the text face, for Qt."""
    known = QFontDatabase.addApplicationFont(str(resource("fonts/FandolFang-Regular.otf")))
    return QFontDatabase.applicationFontFamilies(known)[0]


def _table(rows: list[list[str]]) -> str:
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<table border="1" cellspacing="0" cellpadding="2" width="100%">{lines}</table>'


def _html(document: dict[str, Any]) -> str:
    """Every text of a review, in its order."""
    parts = [f"<h1>{escape(''.join(document['heading']))}</h1>"]
    parts += [f"<p>{escape(row['name'])}：{escape(row['text'])}</p>" for row in document["basics"]]
    parts.append(_table([list(row.values()) for row in document["moments"]]))
    parts.append("<p>" + "；".join(escape(row["name"] + row["text"]) for row in document["figures"]) + "</p>")
    units = []
    for row in document["units"]:
        cells = ["\n".join(filter(None, (cell["time"], cell["limit"], cell["over"]))) for cell in row["cells"]]
        units.append(
            [str(row["ordinal"]), row["relation"], row["name"], *cells, row["asked"], row["came"], row["outcome"]]
        )
    parts.append(_table(units))
    parts += [f"<p>{escape(text)}</p>" for text in (*document["legend"], *document["formulas"])]
    parts += [f"<p>{escape(row['name'])}：{escape(row['text'])}</p>" for row in document["remarks"]]
    parts.append(_table([list(row.values()) for row in document["limits"]]))
    parts.append(_table([list(map(str, row.values())) for row in document["orders"]]))
    parts.append(_table([list(row.values()) for row in document["reports"]]))
    for report in document["sitreps"]:
        parts.append("<p>" + "；".join(escape(item["name"] + item["text"]) for item in report["items"]) + "</p>")
    parts.append(_table([list(row.values()) for row in document["people"]]))
    for row in (*document["good"], *document["problems"]):
        parts.append(f"<p>{escape(row['text'] + row['cause'] + row['level'])}</p>")
    parts.append(_table([list(row.values()) for row in document["actions"]]))
    parts.append(
        _table(
            [
                [row["after"], row["clock"], row["text"] + "；".join(row["marks"]), row["by"]]
                for row in document["annex"]
            ]
        )
    )
    return "".join(parts)


def qt_pdf(document: dict[str, Any], family: str) -> bytes:
    """The review of ``document`` as Qt prints it. Needs a running QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(28, 37, 26, 35))
    writer.setResolution(300)
    text = QTextDocument()
    text.documentLayout().setPaintDevice(writer)
    text.setDefaultFont(QFont(family, 11))
    text.setPageSize(QSizeF(writer.width(), writer.height()))
    text.setHtml(_html(document))
    text.print_(writer)
    del writer
    return bytes(buffer.data().data())
