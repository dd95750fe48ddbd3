"""Word copies of the forms people edit: the same document data as the print, in the layout of GB/T 9704-2012.

The PDF is the record; a copy is for editing and says so in its last line. Fonts are named as the standard names them: Word
on the reader's machine has them or takes its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from commandcenter.reporting import blocks
from commandcenter.reporting.registry import Form

FANGSONG, HEI, KAI, TITLE, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
LATIN = "Times New Roman"
BODY, SMALL = 16.0, 10.5
PITCH = 28.98
"""Points from line to line: 22 lines in 225 mm."""
OFFICIAL_MARGINS = (37.0, 26.0, 35.0, 28.0)
"""Top, right, bottom, left in millimetres: a text block of 156 × 225 mm."""
COVER_LINES = 12
"""Empty lines between the title of a cover and the office at its foot."""
SHEET_MARGINS = (28.0, 20.0, 24.0, 25.0)

# what XML cannot hold at all; everything else of a person's words stays
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))


def docx_of(form: Form, data: Mapping[str, Any]) -> bytes:
    """The Word file of a document. The same data gives the same file but for nothing: its dates are those of the print."""
    return _Writer(form, data).written()


class _Writer:
    """One Word file being written."""

    def __init__(self, form: Form, data: Mapping[str, Any]) -> None:
        self._form, self._data, self._paper = form, data, data["paper"]
        self._official = form.template != "sheet"
        self._docx: Docx = Document()
        self._width = 0.0

    def written(self) -> bytes:
        self._set_up()
        self._heads()
        for block in self._form.blocks(self._data):
            getattr(self, f"_put_{block['is']}")(block)
        self._end()
        file = io.BytesIO()
        self._docx.save(file)
        return file.getvalue()

    # -- the page ----------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        section = self._docx.sections[0]
        width, height = 210.0, 297.0
        if self._data.get("flipped"):
            width, height = height, width
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(width), Mm(height)
        top, right, bottom, left = OFFICIAL_MARGINS if self._official else SHEET_MARGINS
        section.top_margin, section.right_margin = Mm(top), Mm(right)
        section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
        section.header_distance, section.footer_distance = Mm(15), Mm(22 if self._official else 12)
        self._width = width - left - right
        style = self._docx.styles["Normal"]
        style.font.name, style.font.size = LATIN, Pt(BODY if self._official else SMALL)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FANGSONG)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        told = self._docx.core_properties
        told.title, told.author, told.language = _clean(self._paper["title"]), _clean(self._paper["office"]), "zh-CN"
        told.created = told.modified = datetime.fromtimestamp(self._paper["stamp"], UTC).replace(tzinfo=None)
        told.comments = ""
        self._head_line(section.header.paragraphs[0])
        self._foot_line(section.footer.paragraphs[0])

    def _head_line(self, line: Paragraph) -> None:
        """What stands on every page: 演练, 样例, 内部 用后销毁, the number and the form."""
        marks = [
            word
            for word, there in (
                ("【演练】", self._paper["drill"]),
                ("【样例】", self._paper["sample"]),
                (self._paper.get("handling", "内部　用后销毁"), self._paper["private"]),
            )
            if there
        ]
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _run(line, "　".join((*marks, self._paper["number"])), HEI, 14 if self._paper["drill"] else 12)
        form = str(self._paper.get("form", ""))
        _run(line, f"　{form}　供修改的副本", SONG, 9)

    def _foot_line(self, line: Paragraph) -> None:
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(line, "第 ", SONG, 9)
        _field(line, "PAGE")
        _run(line, " 页 / 共 ", SONG, 9)
        _field(line, "NUMPAGES")
        _run(line, " 页", SONG, 9)

    def _heads(self) -> None:
        heading = self._data.get("heading") or (self._paper["title"],)
        for text in heading:
            line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
            line.paragraph_format.line_spacing = Pt(33)
            _run(line, text, TITLE, 22 if self._official else 18)
        under = self._data.get("under_title", "")
        if under:
            _run(self._line(WD_ALIGN_PARAGRAPH.CENTER), under, KAI, BODY)
        if self._data.get("cover"):
            for text in (*([""] * COVER_LINES), self._paper["office"], str(self._data.get("date", ""))):
                _run(self._line(WD_ALIGN_PARAGRAPH.CENTER), text, FANGSONG, BODY)
            self._docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif self._official:
            self._line()

    def _end(self) -> None:
        line = self._line()
        line.paragraph_format.space_before = Pt(12)
        words = f"本件由指挥系统按记录汇编，供修改；存档以打印件为准。生成时间：{self._paper['printed_at']}；生成人：{self._paper['printed_by']}。"
        _run(line, words, SONG, 8)

    def _line(self, alignment: WD_ALIGN_PARAGRAPH | None = None, *, indent: bool = False) -> Paragraph:
        line = self._docx.add_paragraph()
        if alignment is not None:
            line.alignment = alignment
        if self._official:
            line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            line.paragraph_format.line_spacing = Pt(PITCH)
        if indent:
            _indent(line)
        return line

    # -- the pieces --------------------------------------------------------------------------------------------------

    def _put_level1(self, block: Mapping[str, Any]) -> None:
        line = self._line(indent=self._official)
        line.paragraph_format.keep_with_next = True
        _run(line, block["text"], HEI, BODY if self._official else SMALL)

    def _put_level2(self, block: Mapping[str, Any]) -> None:
        line = self._line(indent=self._official)
        line.paragraph_format.keep_with_next = True
        _run(line, block["text"], KAI, BODY if self._official else SMALL)

    def _put_par(self, block: Mapping[str, Any]) -> None:
        line = self._line(WD_ALIGN_PARAGRAPH.JUSTIFY if self._official else None, indent=self._official)
        size = BODY if self._official else SMALL
        if block["lead"]:
            _run(line, f"{block['lead']}：", HEI, size)
        _run(line, block["text"], FANGSONG, size)

    def _put_addressee(self, block: Mapping[str, Any]) -> None:
        _run(self._line(), block["text"], FANGSONG, BODY)

    def _put_pairs(self, block: Mapping[str, Any]) -> None:
        widths = (float(block["width"]), 0.0)
        table = self._table(len(block["rows"]), widths)
        for place, row in enumerate(block["rows"]):
            _fill(table.cell(place, 0), row["name"], HEI, SMALL, WD_ALIGN_PARAGRAPH.CENTER)
            _fill(table.cell(place, 1), row["text"], FANGSONG, SMALL)

    def _put_table(self, block: Mapping[str, Any]) -> None:
        if block["caption"]:
            line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
            line.paragraph_format.keep_with_next = True
            _run(line, block["caption"], HEI, 12)
        if not block["rows"] and not block["spare"]:
            self._put_par({"lead": "", "text": block["empty"]})
            return
        rows = [*block["rows"], *([""] * len(block["heads"]) for _ in range(block["spare"]))]
        table = self._table(len(rows) + 1, block["widths"])
        for place, name in enumerate(block["heads"]):
            _fill(table.cell(0, place), name, HEI, SMALL, WD_ALIGN_PARAGRAPH.CENTER)
        _repeat(table)
        for ordinal, row in enumerate(rows, start=1):
            if block["height"]:
                table.rows[ordinal].height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
                table.rows[ordinal].height = Mm(block["height"])
            cells = table.rows[ordinal].cells
            for place, text in enumerate(row):
                middle = WD_ALIGN_PARAGRAPH.CENTER if place in block["centred"] else None
                _fill(cells[place], text, FANGSONG, SMALL, middle)

    def _put_fields(self, block: Mapping[str, Any]) -> None:
        for row in block["rows"]:
            table = self._table(1, [width for _ in row for width in (block["width"], 0.0)])
            table.rows[0].height_rule, table.rows[0].height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(block["height"])
            for place, cell in enumerate(row):
                _fill(table.cell(0, 2 * place), cell["name"], HEI, SMALL, WD_ALIGN_PARAGRAPH.CENTER)
                _fill(table.cell(0, 2 * place + 1), cell["text"], FANGSONG, SMALL)

    def _put_lines(self, block: Mapping[str, Any]) -> None:
        _run(self._line(), block["name"], HEI, SMALL)
        table = self._table(block["count"], (0.0,))
        for row in table.rows:
            row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(block["height"])

    def _put_boxed(self, block: Mapping[str, Any]) -> None:
        _fill(self._table(1, (0.0,)).cell(0, 0), block["text"], HEI, 11)

    def _put_note(self, block: Mapping[str, Any]) -> None:
        _run(self._line(), block["text"], FANGSONG, 9)

    def _put_signed(self, block: Mapping[str, Any]) -> None:
        self._line()
        for text in (block["office"], block["day"]):
            line = self._line(WD_ALIGN_PARAGRAPH.RIGHT)
            line.paragraph_format.right_indent = Pt(4 * BODY)
            _run(line, text, FANGSONG, BODY if self._official else SMALL)

    def _put_copies(self, block: Mapping[str, Any]) -> None:
        self._line()
        for row in block["rows"]:
            _run(self._line(), f"{row['name']}：{row['text']}", FANGSONG, 14)

    def _put_signatures(self, block: Mapping[str, Any]) -> None:
        names: Sequence[str] = block["names"]
        table = self._table((len(names) + 1) // 2, (0.0, 0.0))
        for place, name in enumerate(names):
            row = table.rows[place // 2]
            row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(14)
            dated = "　　　　　　　　年　　月　　日" if block["dated"] else ""
            _fill(row.cells[place % 2], f"{name}：{dated}", HEI, SMALL)

    def _put_ticks(self, block: Mapping[str, Any]) -> None:
        for row in block["rows"]:
            _run(
                self._line(), f"{'☑' if row['done'] else '☐'}　{row['text']}", FANGSONG, 12 if self._official else SMALL
            )

    def _put_gap(self, block: Mapping[str, Any]) -> None:
        for _ in range(block["lines"]):
            self._line()

    def _put_map(self, block: Mapping[str, Any]) -> None:
        """A map is drawn on the printed form only; the copy says what was on it."""
        _run(self._line(), blocks.map_note(block), FANGSONG, 9)

    def _put_chart(self, block: Mapping[str, Any]) -> None:
        """The values of the chart: a copy is for editing."""
        told = [["" if value is None else f"{value:.1f}" for value in one["values"]] for one in block["series"]]
        rows = [[label, *values] for label, *values in zip(block["labels"], *told, strict=True)]
        heads = ["", *(one["name"] for one in block["series"])]
        self._put_table(blocks.table(heads, rows, [0] * len(heads), caption=block["title"], centred=range(len(heads))))

    def _put_new_page(self, block: Mapping[str, Any]) -> None:
        self._docx.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        if block["title"]:
            _run(self._line(WD_ALIGN_PARAGRAPH.CENTER), block["title"], TITLE, 22 if self._official else 18)

    # -- tables ------------------------------------------------------------------------------------------------------

    def _table(self, rows: int, widths: Iterable[float]) -> Table:
        told = list(widths)
        rest = max(0.0, self._width - sum(told)) / max(1, told.count(0.0))
        table: Table = self._docx.add_table(rows, len(told))
        table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for place, width in enumerate(told):
            table.columns[place].width = Mm(width or rest)
            for cell in table.columns[place].cells:
                cell.width = Mm(width or rest)
        return table


def _run(line: Paragraph, text: str, face: str, size: float) -> Run:
    run = line.add_run(_clean(text))
    run.font.size, run.font.name = Pt(size), LATIN
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)
    return run


def _clean(text: str) -> str:
    return str(text).translate(_FORBIDDEN)


def _indent(line: Paragraph) -> None:
    """Two characters, whatever their size."""
    properties = line._p.get_or_add_pPr()
    indent = OxmlElement("w:ind")
    indent.set(qn("w:firstLineChars"), "200")
    indent.set(qn("w:firstLine"), str(round(2 * BODY * 20)))
    properties.append(indent)


def _fill(cell: _Cell, text: str, face: str, size: float, alignment: WD_ALIGN_PARAGRAPH | None = None) -> None:
    line = cell.paragraphs[0]
    if alignment is not None:
        line.alignment = alignment
    line.paragraph_format.line_spacing = 1.1
    _run(line, text, face, size)


def _repeat(table: Table) -> None:
    """The first row comes again on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def _field(line: Paragraph, name: str) -> None:
    """A number that Word keeps up to date."""
    for kind, words in (("begin", ""), ("", name), ("end", "")):
        run = _run(line, "", SONG, 9)
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.text = words
        run._element.append(part)
